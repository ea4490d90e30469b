/**
 * `npm test`: everything, in Node and in three browser engines. `npm test -- rules catalog` runs the files whose path
 * holds one of the words. The last line is `N passed, N failed`, from what really ran.
 */
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs'; // whole: an old Node must get as far as our sentence about its age
import {resolve} from 'node:path';
import {ensureBrowsers, missingFrom} from './browsers.mjs';
import {add, countsLine, noCounts} from './lib/counts.mjs';
import {runNodeTests} from './lib/node-tests.mjs';

process.chdir(resolve(import.meta.dirname, '..'));

const EVERY_TEST = ['{packages,stories,test}/**/*.test.ts', 'stories/**/*.stories.ts'];
const IN_NODE = ['packages/{contract,rules,server}/**/*.test.ts', 'test/{build,e2e,server,tooling}/**/*.test.ts'];
const IN_BROWSERS = ['packages/{client,elements,embed}/src/**/*.test.ts', 'test/browser/**/*.test.ts', 'stories/*.stories.ts'];

const words = process.argv.slice(2);
const find = (patterns) => fs.globSync(patterns, {exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path)}).sort();
const chosen = (patterns) => find(patterns).filter((file) => !words.length || words.some((word) => file.includes(word)));

/** Ends the run with the closing line and an honest exit code. */
function end(counts, reason) {
  if (reason) console.log(`\n${reason}`);
  console.log(countsLine(counts));
  process.exit(counts.failed || !counts.passed ? 1 : 0);
}

/** Runs a script of ours or a tool; true when it succeeded. */
const node = (...args) => spawnSync(process.execPath, args, {stdio: 'inherit'}).status === 0;

/** Runs files in some engines. @param {boolean} isAside what it prints is printed at its end, after what else is running */
async function runBrowserTests(engines, files, isAside = false) {
  const file = `.cache/counts-${engines}.json`;
  fs.rmSync(file, {force: true});
  const runner = spawn(process.execPath, ['node_modules/@web/test-runner/dist/bin.js', '--files', ...files], {
    stdio: ['inherit', isAside ? 'pipe' : 'inherit', 'inherit'],
    env: {...process.env, ENGINES: engines, ZWGK_COUNTS: file},
  });
  const said = [];
  runner.stdout?.on('data', (data) => said.push(data));
  const [status] = await once(runner, 'close');
  process.stdout.write(Buffer.concat(said));
  if (!fs.existsSync(file)) return {...noCounts(), failed: 1, broken: [`${engines}: the run ended before it could count`]};
  const counts = JSON.parse(fs.readFileSync(file, 'utf8'));
  for (const [engine, own] of Object.entries(counts.engines)) console.log(`  ${own.failed ? '✗' : '✓'} ${engine}: ${countsLine(own)}`);
  if (status && !counts.failed) return {...counts, failed: 1, broken: [`${engines}: the runner failed, though no test did`]};
  return counts;
}

if (Number(process.versions.node.split('.')[0]) < 24) {
  end(
    {...noCounts(), failed: 1},
    `This needs Node 24 or newer, and runs on ${process.version}: \`npm ci\` brings one along for Linux, Windows and macOS on ARM; elsewhere install it from nodejs.org.`,
  );
}

const [inNode, inBrowsers] = [chosen(IN_NODE), chosen(IN_BROWSERS)];
const total = noCounts();
const notes = [];
const addWithNotes = (counts) => {
  add(total, counts);
  notes.push(...(counts.broken ?? []));
};

const orphans = find(EVERY_TEST).filter((file) => ![...find(IN_NODE), ...find(IN_BROWSERS)].includes(file));
if (orphans.length) {
  total.failed += orphans.length;
  notes.push(`No runner takes these test files: ${orphans.join(', ')}`);
}

if (inBrowsers.length || inNode.some((file) => file.startsWith('test/e2e/'))) {
  const missing = missingFrom(ensureBrowsers());
  if (missing.length && process.env.CI)
    end({...total, failed: total.failed + 1}, `In CI every engine runs, and ${missing.join(', ')} is missing.`);
  if (missing.length) notes.push(`Left out, not installed: ${missing.join(', ')}.`);
}
if (inNode.some((file) => file.startsWith('test/e2e/')) && !node('scripts/build.mjs')) {
  end({...total, failed: total.failed + 1}, 'The SDK did not build, and the end-to-end tests need it.');
}
process.env.ZWGK_SDK = resolve('packages/embed/dist/sdk');
// Files and the commands they start share what Node has stripped and compiled: loading the server takes half as long.
process.env.NODE_COMPILE_CACHE ??= resolve('.cache/compiled');

// WebKit leaves a core idle: it runs along with what runs in Node. A third engine beside the other two would starve.
console.log(`\nIn Node: ${inNode.length} files; in browsers: ${inBrowsers.length} files`);
const engines = (process.env.ENGINES ?? 'chromium,firefox,webkit').split(',');
const [beside, later] = [engines.filter((engine) => engine === 'webkit'), engines.filter((engine) => engine !== 'webkit')];
const inEngines = (some, isAside) => (some.length && inBrowsers.length ? runBrowserTests(some.join(), inBrowsers, isAside) : noCounts());
for (const counts of await Promise.all([runNodeTests(inNode.map((file) => resolve(file))), inEngines(beside, inNode.length > 0)]))
  addWithNotes(counts);
addWithNotes(await inEngines(later));
if (!total.passed) notes.push(words.length ? `No test ran: no file's path holds ${words.join(' or ')}.` : 'No test ran.');
end(total, notes.join('\n'));
