/**
 * `npm run bench:search-local`: the engine of the static index, built as the SDK builds it, in Chromium at 100,000 titles
 * in one run: beside a scan with `includes`, Fuse.js alone and MiniSearch over the same pairs of characters. Prints the
 * ratios; ends with 1 when a goal is missed. Times are each query's best of some rounds, so that a busy machine counts
 * less; the ratios are what to trust.
 *
 *   node scripts/bench-search-local.mjs [--titles 100000] [--queries 60] [--rounds 3]
 */
import {createServer} from 'node:http';
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {build} from 'vite';
import {findBrowsers} from './browsers.mjs';

const number = (value) => ({type: 'string', default: String(value)});
const options = parseArgs({options: {titles: number(100_000), queries: number(60), rounds: number(3)}}).values;
const [titles, queries, rounds] = [options.titles, options.queries, options.rounds].map(Number);
const KINDS = {two: '2 characters', four: '4 characters', fault: '6, one wrong'};
/** Fuse alone takes a third of a second a query. */
const FEW = 8;
const MB = 1024 * 1024;
/** A page by itself has a clock of five microseconds, not a hundred. */
const ISOLATED = {'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp'};

const recall = ({found}) => found.filter(Boolean).length / found.length;
const at = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

async function script() {
  const [{output}] = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: {entry: resolve(import.meta.dirname, 'bench-search-local/in-page.mjs'), formats: ['es']},
      rolldownOptions: {output: {minify: true}},
    },
  });
  return output[0].code;
}

const executablePath = findBrowsers().chromium;
if (!executablePath) {
  console.log('No Chromium: node scripts/browsers.mjs says how to get one.');
  process.exit(1);
}
const code = await script();
const server = createServer((request, response) => {
  const isScript = request.url === '/bench.js';
  response.writeHead(200, {...ISOLATED, 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8'});
  response.end(isScript ? code : '<!doctype html><script type="module" src="/bench.js"></script>');
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info']});
const page = await browser.newPage();
page.setDefaultTimeout(300_000);
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForFunction(() => 'askAll' in globalThis);
const cdp = await page.context().newCDPSession(page);

/** Bytes in use after a collection, what typed arrays hold included. */
async function heap() {
  await cdp.send('HeapProfiler.collectGarbage');
  const {usedSize, backingStorageSize = 0} = await cdp.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

await page.evaluate(([count, each]) => globalThis.prepare(count, each), [titles, queries]);
const results = {};
for (const name of ['scan', 'exact', 'ranked', 'fuse', 'mini']) {
  const before = await heap();
  const built = await page.evaluate((engine) => globalThis.buildEngine(engine), name);
  const bytes = (await heap()) - before;
  const kinds = {};
  for (const kind of Object.keys(KINDS)) {
    const [most, times] = name === 'fuse' ? [FEW, 1] : [queries, rounds];
    kinds[kind] = await page.evaluate((args) => globalThis.askAll(...args), [kind, most, times]);
  }
  results[name] = {built, bytes, kinds};
  await page.evaluate((all) => globalThis.drop(all), name === 'ranked');
}
await browser.close();
server.close();

const NAMES = {
  scan: 'includes over titles',
  exact: 'this engine, exact',
  ranked: 'this engine, whole search',
  fuse: 'Fuse.js alone',
  mini: 'MiniSearch, bigrams',
};
console.log(
  `${titles} titles, ${queries} queries a kind (Fuse: ${FEW}); milliseconds p50 / p95; recall: right wording on the first page\n`,
);
console.log(`| engine | build ms | MB | ${Object.values(KINDS).join(' | ')} | recall of faults |`);
console.log('|---|--:|--:|--:|--:|--:|--:|');
for (const [name, {built, bytes, kinds}] of Object.entries(results)) {
  const cells = Object.values(kinds).map(({times}) => `${at(times, 0.5).toFixed(2)} / ${at(times, 0.95).toFixed(2)}`);
  const own = name === 'ranked' ? ['as above', ''] : [built.toFixed(0), (bytes / MB).toFixed(1)];
  console.log(`| ${NAMES[name]} | ${own.join(' | ')} | ${cells.join(' | ')} | ${recall(kinds.fault).toFixed(2)} |`);
}

const all = (name, kinds = ['two', 'four']) => kinds.flatMap((kind) => results[name].kinds[kind].times);
const every = Object.keys(KINDS);
// The few queries that Fuse was asked, and no others.
const few = every.map((kind) => ({
  times: results.ranked.kinds[kind].times.slice(0, FEW),
  found: results.ranked.kinds[kind].found.slice(0, FEW),
}));
const fuseTimes = every.map((kind) => at(results.fuse.kinds[kind].times, 0.5));
const speedup = Math.min(...fuseTimes.map((time, i) => time / at(few[i].times, 0.5)));
const recallGap = Math.max(...every.map((kind, i) => recall(results.fuse.kinds[kind]) - recall(few[i])));
const {scan, exact, mini} = results;
const rows = [
  ['exact against the scan, p50', at(all('exact'), 0.5) / at(all('scan'), 0.5), 0.25],
  ['whole search against the scan, p50', at(all('ranked', every), 0.5) / at(all('scan', every), 0.5), 1.5],
  ['whole search, p95 ms', at(all('ranked', every), 0.95), 8],
  ['Fuse alone against the whole search, worst kind', speedup, 50, 'least'],
  ['recall that Fuse has more', recallGap, 0],
  ["build against MiniSearch's", exact.built / mini.built, 0.1],
  ["memory against MiniSearch's", exact.bytes / mini.bytes, 0.125],
];
console.log('');
let missed = 0;
for (const [what, value, goal, least] of rows) {
  const met = least ? value >= goal : value <= goal;
  if (!met) missed++;
  console.log(`${met ? '✓' : '✗'} ${what}: ${value.toFixed(3)} (goal ${least ? 'at least' : 'at most'} ${goal})`);
}
console.log(`\nScan's recall of faults ${recall(scan.kinds.fault).toFixed(2)}, MiniSearch's ${recall(mini.kinds.fault).toFixed(2)}.`);
process.exitCode = missed ? 1 : 0;
