/* global document, window, InputEvent */
/**
 * What a reader waits for in Chromium with the built SDK, against the real server on this machine: from a key to the
 * suggestions laid out, and from the search key to the results laid out. The pause that typing rests is not counted: it
 * waits for the reader, not for the machine.
 */
import {existsSync} from 'node:fs';
import {chromium} from 'playwright-core';
import {serve} from '../../packages/server/src/serve.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {findBrowsers} from '../browsers.mjs';

const SDK = new URL('../../packages/embed/dist/sdk/v1/zwgk.js', import.meta.url);
/** Milliseconds that typing rests (`search.suggestions.ts`). */
const TYPING = 150;
const PATIENCE = 5000;

/** Runs in the page before the SDK: says when a request of this kind has been answered. */
function noteAnswers() {
  const native = window.fetch;
  window.answered = (path) => new Promise((resolve) => (window.waiting = {path, resolve}));
  window.fetch = async (...args) => {
    const response = await native(...args);
    const {waiting} = window;
    const json = response.json.bind(response);
    if (waiting && String(args[0]).includes(waiting.path)) response.json = () => json().finally(() => waiting.resolve());
    return response;
  };
}

/** Runs in the page: milliseconds by query, of suggestions and of results. */
async function measure({queries, typing, patience}) {
  const box = document.querySelector('#find');
  const results = document.querySelector('zwgk-search[for]');
  const input = box.shadowRoot.querySelector('#q');
  const times = {suggestions: [], results: []};
  const frame = () => new Promise((resolve) => window.requestAnimationFrame(() => setTimeout(resolve)));
  const laidOut = async (element, settled) => {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`nothing came for ${input.value}`)), patience));
    await Promise.race([settled, late]);
    // What settled asks for one more update.
    for (let i = 0; i < 3; i++) await element.updateComplete;
    element.getBoundingClientRect();
    return performance.now();
  };
  const begin = async (path, element, act) => {
    const settled = window.answered(path);
    const start = performance.now();
    act();
    return (await laidOut(element, settled)) - start;
  };
  const type = (text) => () => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  };
  input.focus();
  for (const q of queries) {
    times.suggestions.push((await begin('/suggest?', box, type(q))) - typing);
    await frame();
    times.results.push(await begin('/search?', results, () => input.form.requestSubmit()));
    if (!results.shadowRoot.querySelector('[part=results], .state')) throw new Error(`no results are shown for ${q}`);
    await frame();
  }
  return times;
}

/** @returns `{suggestions, results}`: milliseconds by query; `undefined`, with a word about it, where Chromium or the built SDK is missing. */
export async function keystrokes(file, queries) {
  const executablePath = findBrowsers().chromium;
  if (!executablePath || !existsSync(SDK)) {
    console.log('Keystrokes not measured: they need Chromium and `npm run build`.');
    return undefined;
  }
  const store = new SqliteStore(file);
  await store.search({q: '公开'});
  const server = await serve({store, port: 0, host: '127.0.0.1'});
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']});
  try {
    const page = await browser.newPage({viewport: {width: 1280, height: 900}});
    await page.addInitScript(noteAnswers);
    await page.goto(`http://127.0.0.1:${server.port}/demo/portal/search.html`);
    await page.locator('#find [part=box]').waitFor();
    // The chunks of suggestions and results load with the first ones.
    const ask = {typing: TYPING, patience: PATIENCE};
    await page.evaluate(measure, {...ask, queries: ['公开', '办法'], patience: 4 * PATIENCE});
    return await page.evaluate(measure, {...ask, queries});
  } finally {
    await browser.close();
    await server.stop();
  }
}
