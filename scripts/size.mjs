/**
 * What a page downloads, against the budgets: `npm run size`. Ends with 1 when anything is over.
 * Sizes are brotli 11 of the built files in KB of 1024 bytes, the Chinese sentences included. Where Chromium is
 * installed, the layout shift (CLS) of the demo portal's pages while they load is measured too.
 */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {buildSdk} from '../packages/embed/build/sdk.ts';
import {startHost} from '../test/e2e/hosts-server.ts';
import {findBrowsers} from './browsers.mjs';

const KB = 1024;
/** brotli KB: what a page is meant to cost. */
const GOAL = {
  loader: 1.5,
  core: 10,
  'zwgk-catalog': 16,
  'zwgk-document': 20,
  'zwgk-search': 14,
  'zwgk-feed': 13,
  'zwgk-consultation': 14,
  'zwgk-meeting': 14,
  'interpretation and document': 27,
  'zwgk-application': 17,
  'zwgk-application-status': 17,
  'local search': 27,
};
/** brotli KB: what it may cost until the goal is reached; a rise needs its reason in docs/decisions/0003. */
const BUDGET = {
  loader: 1.5,
  core: 10.9,
  'zwgk-catalog': 18.7,
  'zwgk-document': 19.45,
  'zwgk-search': 16.95,
  'zwgk-feed': 15.25,
  'zwgk-consultation': 13.3,
  'zwgk-meeting': 13.5,
  'interpretation and document': 26.1,
  'zwgk-application': 15.55,
  'zwgk-application-status': 15.7,
  'local search': 33,
};
/** Scripts and the API call of one element's first load. */
const MAX_REQUESTS = 4;
/** Less than a heading that moves by a pixel, which a busy machine makes of rounding now and then. */
const MAX_CLS = 0.001;
const PAGES = {
  '/portal/': 'zwgk-catalog [part=table]',
  '/portal/agency.html': 'zwgk-catalog [part=table]',
  '/portal/document.html': 'zwgk-document [part=body]',
  '/portal/search.html': 'zwgk-search [part=box]',
  '/portal/interpretations.html': 'zwgk-feed [part=list]',
  '/portal/consultation.html': 'zwgk-consultation .list',
  '/portal/meetings.html': 'zwgk-meeting .list',
  '/portal/policy.html': 'zwgk-interpretation [part=panel]',
  '/strict/policy.html': 'zwgk-interpretation [part=panel]',
};
const VIEWPORTS = {phone: {width: 390, height: 844}, desktop: {width: 1280, height: 900}};
/** Milliseconds that the API takes, so that waiting is seen. */
const API_DELAY = 300;

/** Rows `{what, requests?, size, budget?}` from sri.json and the table in the loader. */
function sizeRows(dir, sri) {
  const first = JSON.parse(/\{"zwgk-[a-z]+":\[[^}]*\}/.exec(readFileSync(join(dir, 'v1/zwgk.js'), 'utf8'))[0]);
  const kb = (...files) => files.reduce((sum, file) => sum + sri[file].brotli, 0) / KB;
  const core = Object.keys(sri).find((file) => file.startsWith('chunks/core-'));
  const elements = Object.entries(first).map(([tag, files]) => {
    // The loader, the chunks, and the call of the API; <zwgk-config> makes none.
    const requests = 1 + files.length + (tag === 'zwgk-config' ? 0 : 1);
    return {what: `<${tag}> first load`, requests, size: kb('zwgk.js', ...files), budget: BUDGET[tag], goal: GOAL[tag]};
  });
  // The engine of the static index comes with the first word that is typed, in place of the API's answer.
  const engine = Object.keys(sri).filter((file) => /\/(?:local[.-](?:source|worker)|start-worker)-/.test(file));
  const local = {
    what: '<zwgk-search> first load with the local engine',
    size: kb('zwgk.js', ...first['zwgk-search'], ...engine),
    budget: BUDGET['local search'],
    goal: GOAL['local search'],
  };
  const both = 'interpretation and document';
  const explained = {
    what: '<zwgk-interpretation> with its document',
    size: kb('zwgk.js', ...new Set([...first['zwgk-interpretation'], ...first['zwgk-document']])),
    budget: BUDGET[both],
    goal: GOAL[both],
  };
  const shown = new Set(['zwgk.js', 'zwgk.classic.js', ...Object.values(first).flat()]);
  const later = Object.keys(sri).filter((file) => !shown.has(file));
  return [
    {what: 'loader', size: kb('zwgk.js'), budget: BUDGET.loader, goal: GOAL.loader},
    {what: 'core', size: kb(core), budget: BUDGET.core, goal: GOAL.core},
    ...elements,
    local,
    explained,
    ...later.map((file) => ({what: `later: ${file.replace(/^chunks\/|-[\w-]{8}\.js$/g, '')}`, size: kb(file)})),
    {what: 'classic script, everything', size: kb('zwgk.classic.js')},
  ];
}

/** Sum of the layout shifts of a page until its widget stands. */
async function measureCls(browser, url, shown, viewport) {
  const page = await browser.newPage({viewport});
  await page.goto(url);
  await page.locator(shown).waitFor();
  const shift = await page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({
          type: 'layout-shift',
          buffered: true,
        });
        setTimeout(() => resolve(sum), 800);
      }),
  );
  await page.close();
  return shift;
}

async function clsRows(dir) {
  const executablePath = findBrowsers().chromium;
  if (!executablePath) {
    console.log('CLS not measured: no Chromium is installed.');
    return [];
  }
  const host = await startHost(dir);
  host.intercept = (path, response, request) => {
    if (!path.startsWith('/api/')) return false;
    setTimeout(() => host.answer(request, response), API_DELAY);
    return true;
  };
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']});
  const rows = [];
  for (const [path, shown] of Object.entries(PAGES)) {
    for (const [name, viewport] of Object.entries(VIEWPORTS)) {
      const size = await measureCls(browser, host.origin + path, shown, viewport);
      rows.push({what: `CLS, ${path} on a ${name}`, size, budget: MAX_CLS});
    }
  }
  await browser.close();
  await host.close();
  return rows;
}

const isOver = ({size, budget, requests}) => size > (budget ?? Infinity) || requests > MAX_REQUESTS;

function print(rows, digits) {
  for (const row of rows) {
    const {what, size, budget, goal, requests} = row;
    const columns = [
      what.padEnd(48),
      (requests ?? '').toString().padStart(8),
      size.toFixed(digits).padStart(8),
      (budget ?? '').toString().padStart(8),
      (goal ?? '').toString().padStart(8),
    ];
    console.log(columns.join(''), isOver(row) ? '  OVER' : '');
  }
}

const dir = mkdtempSync(join(tmpdir(), 'zwgk-size-'));
try {
  const sizes = sizeRows(dir, await buildSdk(dir));
  console.log(`${''.padEnd(48)}requests      KB  budget    goal   (brotli, KB = ${KB} bytes; at most ${MAX_REQUESTS} requests)`);
  print(sizes, 2);
  const shifts = await clsRows(dir);
  print(shifts, 4);
  const over = [...sizes, ...shifts].filter(isOver);
  console.log(over.length === 0 ? 'Within every budget.' : `Over budget: ${over.map(({what}) => what).join('; ')}.`);
  process.exitCode = over.length === 0 ? 0 : 1;
} finally {
  rmSync(dir, {recursive: true, force: true});
}
