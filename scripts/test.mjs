/**
 * `npm test`: everything, in Node and in three browser engines. `npm test -- rules catalog` runs the files whose path
 * holds one of the words. The last line is `N passed, N failed`, from what really ran.
 */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs'; // whole: an old Node must get as far as our sentence about its age
import {resolve} from 'node:path';
import {ensureBrowsers, missingFrom} from './browsers.mjs';
import {add, countsLine, noCounts} from './lib/counts.mjs';
import {runNodeTests} from './lib/node-tests.mjs';

process.chdir(resolve(import.meta.dirname, '..'));

const EVERY_TEST = '{packages,stories,test}/**/*.test.ts';
const IN_NODE = ['packages/{contract,rules,server}/**/*.test.ts', 'test/{build,e2e,server,tooling}/**/*.test.ts'];
const IN_BROWSERS = ['packages/{client,elements,embed}/src/**/*.test.ts', 'test/browser/**/*.test.ts'];
const COUNTS = '.cache/browser-counts.json';

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

function runBrowserTests(files) {
  if (!files.length) return noCounts();
  const ok = node('node_modules/@web/test-runner/dist/bin.js', '--files', ...files);
  if (!fs.existsSync(COUNTS)) return {...noCounts(), failed: 1, broken: ['the browser run ended before it could count']};
  const counts = JSON.parse(fs.readFileSync(COUNTS, 'utf8'));
  for (const [engine, own] of Object.entries(counts.engines)) console.log(`  ${own.failed ? '✗' : '✓'} ${engine}: ${countsLine(own)}`);
  if (!ok && !counts.failed) return {...counts, failed: 1, broken: ['the browser runner failed, though no test did']};
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

const orphans = find([EVERY_TEST]).filter((file) => ![...find(IN_NODE), ...find(IN_BROWSERS)].includes(file));
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

console.log(`\nIn Node: ${inNode.length} files`);
add(total, await runNodeTests(inNode.map((file) => resolve(file))));
console.log(`\nIn browsers: ${inBrowsers.length} files`);
const browsers = runBrowserTests(inBrowsers);
add(total, browsers);
notes.push(...(browsers.broken ?? []));
if (!total.passed) notes.push(words.length ? `No test ran: no file's path holds ${words.join(' or ')}.` : 'No test ran.');
end(total, notes.join('\n'));
