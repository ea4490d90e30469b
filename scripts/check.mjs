/**
 * `npm run check`: all that can be said without running the product. One line a step with its time; a failing step
 * shows its whole output. `npm run check -- lint types` runs only these.
 */
import {spawn} from 'node:child_process';
import {resolve} from 'node:path';
import {checkContract} from './checks/contract.mjs';
import {checkSlices} from './checks/slices.mjs';
import {checkTemplates} from './checks/templates.mjs';
import {checkWords} from './checks/words.mjs';
import {staleFiles} from './generate.mjs';

process.chdir(resolve(import.meta.dirname, '..'));

/** Runs a script with this Node; output is kept for the case that it fails. */
function node(...args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, NO_COLOR: '1'}});
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => done({ok: code === 0, output}));
  });
}

const tool = (path, ...args) => node(`node_modules/${path}`, ...args);

async function made() {
  const stale = await staleFiles();
  return {ok: !stale.length, output: stale.map((path) => `stale: ${path} (npm run generate)`).join('\n')};
}

/**
 * Each step answers `{ok, output, note?}`, or `{nothing: true}` while its target does not exist. Tools run two at a time;
 * our own checks share one process and come last.
 */
const STEPS = {
  format: () => tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  lint: () => tool('eslint/bin/eslint.js', '--max-warnings', '0', '.'),
  types: () => tool('typescript/bin/tsc', '-b'),
  sizes: () => node('scripts/size.mjs'),
  contract: checkContract,
  'made files': made,
  slices: checkSlices,
  templates: checkTemplates,
  words: checkWords,
};

async function runStep(name) {
  const start = performance.now();
  const result = await Promise.resolve()
    .then(STEPS[name])
    .catch((error) => ({ok: false, output: error.stack}));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (result.nothing) console.log(`– ${name}: nothing to check yet`);
  else console.log(`${result.ok ? '✓' : '✗'} ${name} (${seconds} s)${result.note ? `: ${result.note}` : ''}`);
  if (!result.nothing && !result.ok) console.log(result.output.trim().replace(/^/gm, '    '));
  return result.nothing || result.ok;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length) {
  console.log(`No step is called ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}.`);
  process.exit(1);
}
const queue = Object.keys(STEPS).filter((name) => !wanted.length || wanted.includes(name));
const failed = [];
const worker = async () => {
  for (let name = queue.shift(); name; name = queue.shift()) if (!(await runStep(name))) failed.push(name);
};
await Promise.all([worker(), worker()]);
console.log(failed.length ? `\nFailed: ${failed.join(', ')}` : '\nAll checks passed');
process.exit(failed.length ? 1 : 0);
