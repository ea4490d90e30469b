/* global document, window */
/**
 * From the moment a typed word takes effect to the new list laid out, in Chromium with the built SDK against the real
 * server, at 10,000 and at 100,000 items in one run. Two figures: all of it, beside the same request by bare fetch and
 * JSON.parse in turn with it; and the widget's own share, which is all of it less the time between its call of fetch and
 * the answer's JSON. What the browser takes of that to lay a page of 840 elements out is told apart: the goal comes from
 * plain rows that were filtered on the page. The pause that typing rests (200 ms) is not counted: it waits for the reader,
 * not for the machine.
 *
 *   node scripts/bench-catalog.mjs [--rounds 4]
 */
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {serve} from '../packages/server/src/serve.ts';
import {SqliteStore} from '../packages/server/src/store/sqlite-store.ts';
import {database} from './bench-server/database.mjs';
import {findBrowsers} from './browsers.mjs';

const SIZES = [10_000, 100_000];
const WORDS = [
  '补偿',
  '预算',
  '教育',
  '住房',
  '公示',
  '安全',
  '环境',
  '救助',
  '就业',
  '补贴',
  '审批',
  '规划',
  '结果',
  '标准',
  '名单',
  '监管',
  '服务',
  '许可',
];
const GOALS = {p50: 8, growth: 2.5};
const rounds = Number(parseArgs({options: {rounds: {type: 'string', default: '4'}}}).values.rounds);

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Runs in the page before the SDK: notes how long each of its requests is under way. */
function noteWaiting() {
  const native = window.fetch;
  window.waited = 0;
  window.fetch = async (...args) => {
    const start = performance.now();
    const response = await native(...args);
    const json = response.json.bind(response);
    response.json = () => json().finally(() => (window.waited = performance.now() - start));
    return response;
  };
}

/** Runs in the page: milliseconds of each word by the widget, by its own share and by bare fetch, the first round left out. */
async function measure({words, rounds: turns}) {
  const catalog = document.querySelector('zwgk-catalog');
  const times = {widget: [], own: [], layout: [], bare: []};
  const settle = () => new Promise((resolve) => catalog.addEventListener('zwgk-catalog-filter', resolve, {once: true}));
  for (let turn = 0; turn < turns; turn++) {
    for (const q of words) {
      const start = performance.now();
      const settled = settle();
      catalog.apply({...catalog.filters, q, cursor: '', page: 1}, true);
      await settled;
      await catalog.updateComplete;
      const rendered = performance.now();
      catalog.getBoundingClientRect();
      const middle = performance.now();
      const {waited} = window;
      // A limit of its own keeps the answer out of every cache that the widget has filled.
      const url = `/api/v1/catalog/items?q=${encodeURIComponent(q)}&limit=20&facets=true`;
      JSON.parse(await (await fetch(url, {cache: 'no-cache'})).text());
      if (turn === 0) continue;
      times.widget.push(middle - start);
      times.own.push(middle - start - waited);
      times.layout.push(middle - rendered);
      times.bare.push(performance.now() - middle);
    }
  }
  return times;
}

const executablePath = findBrowsers().chromium;
if (!executablePath) {
  console.log('No Chromium: node scripts/browsers.mjs says how to get one.');
  process.exit(1);
}
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']});
const rows = [];
for (const items of SIZES) {
  const store = new SqliteStore((await database(items)).file);
  await store.migrate();
  const server = await serve({store, port: 0, host: '127.0.0.1'});
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  await page.addInitScript(noteWaiting);
  await page.goto(`http://127.0.0.1:${server.port}/demo/portal/`);
  await page.locator('zwgk-catalog [part=table]').first().waitFor();
  await page.evaluate(() => document.querySelector('zwgk-catalog').setAttribute('url-key', ''));
  const times = await page.evaluate(measure, {words: WORDS, rounds});
  rows.push({items, n: times.own.length, ...Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))});
  await page.close();
  await server.stop();
}
await browser.close();

console.log('| items | words | key to layout p50 | bare fetch + JSON.parse p50 | ratio | the widget alone p50 | of it layout |');
console.log('|--:|--:|--:|--:|--:|--:|--:|');
for (const {items, n, widget, bare, own, layout} of rows) {
  console.log(
    `| ${items} | ${n} | ${widget.toFixed(1)} ms | ${bare.toFixed(1)} ms | ${(widget / bare).toFixed(2)} | ${own.toFixed(1)} ms | ${layout.toFixed(1)} ms |`,
  );
}
const growth = rows[1].widget / rows[0].widget;
console.log(
  `\nGrowth from ${SIZES[0]} to ${SIZES[1]} items: ${growth.toFixed(2)} (goal at most ${GOALS.growth}); the widget alone: p50 goal at most ${GOALS.p50} ms.`,
);
process.exitCode = rows[1].own <= GOALS.p50 && growth <= GOALS.growth ? 0 : 1;
