/** The search in a real browser: an input method at work through the browser's own protocol, and a box on another page. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {CDPSession, Page} from 'playwright-core';
import type {SearchResults, Suggestion} from '@zwgk/contract';
import {findChromium, openStage, visit, type Stage} from './hosts-browser.ts';

const {path, skip} = await findChromium();
const BOX = 'zwgk-search input[role=combobox]';

const results = (q: string): SearchResults => ({
  items: [
    {
      type: 'document',
      id: 'doc-1',
      link: '/api/v1/documents/doc-1',
      title: `${q}办法`,
      why: 'title-phrase',
      highlights: {title: [[0, q.length]]},
    },
  ],
  total: 1,
  wider: 1,
  nextCursor: null,
  prevCursor: null,
  partial: false,
  didYouMean: null,
  variants: [],
});
const suggestions = (q: string): {items: Suggestion[]} => ({items: [1, 2, 3].map((n) => ({kind: 'title', text: `${q}办法之${n}`}))});

let stage: Stage;
/** Words asked for, as `search 公积金` or `suggest 公积金`. */
const asked: string[] = [];

before(async () => {
  if (skip) return;
  stage = await openStage(path);
  const page = (body: string): {html: string} => ({
    html: `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>检索</title><script type="module" src="/sdk/v1/zwgk.js"></script><body>${body}`,
  });
  stage.host.pages.set('/box.html', page('<zwgk-search></zwgk-search>'));
  stage.host.pages.set('/header.html', page('<zwgk-search action="box.html?lang=zh"></zwgk-search>'));
  stage.host.intercept = (_, response, request) => {
    const url = new URL(request.url!, 'http://host');
    if (missing?.test(url.pathname)) {
      response.writeHead(503).end();
      return true;
    }
    const [, what] = /^\/api\/v1\/search(?:\/(suggest))?$/.exec(url.pathname) ?? [undefined, undefined];
    if (!url.pathname.startsWith('/api/v1/search')) return false;
    const q = url.searchParams.get('q')!;
    asked.push(`${what ?? 'search'} ${q}`);
    response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(what ? suggestions(q) : results(q)));
    return true;
  };
});
after(() => stage?.close());

/** Opens the page with the box and its suggestions at hand, and the reader in the box. */
async function open(): Promise<{page: Page; cdp: CDPSession; compose: (text: string) => Promise<unknown>}> {
  const {page} = await visit(stage.browser, `${stage.host.origin}/box.html`);
  await page.locator(BOX).click();
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  asked.length = 0;
  const cdp = await page.context().newCDPSession(page);
  const compose = (text: string): Promise<unknown> =>
    cdp.send('Input.imeSetComposition', {text, selectionStart: text.length, selectionEnd: text.length});
  return {page, cdp, compose};
}
/** A file of the SDK that does not come, while this is set. */
let missing: RegExp | undefined;
const settle = (page: Page): Promise<void> => page.waitForTimeout(400);

test('while an input method composes nothing is asked, and Enter, arrows and Escape are its own', {skip, timeout: 60_000}, async () => {
  const {page, cdp, compose} = await open();
  for (const text of ['g', 'gong', 'gong ji', 'gong ji jin']) await compose(text);
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter', 'Escape']) await page.keyboard.press(key);
  await compose('gong ji jin');
  await settle(page);
  assert.deepEqual(asked, [], 'no letters of a pronunciation go out');
  assert.equal(await page.getByRole('option').count(), 0);

  await cdp.send('Input.insertText', {text: '公积金'});
  await page.getByRole('option').first().waitFor();
  assert.equal(await page.locator(BOX).inputValue(), '公积金');
  assert.deepEqual(asked, ['suggest 公积金']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: '公积金办法之1办法'}).waitFor();
  assert.deepEqual(asked.at(-1), 'search 公积金办法之1');
  await page.close();
});

test('a composition that is given up leaves the words before it', {skip, timeout: 60_000}, async () => {
  const {page, compose} = await open();
  await page.keyboard.insertText('电梯');
  await page.getByRole('option').first().waitFor();
  await compose('bu tie');
  await page.getByRole('option').first().waitFor({state: 'detached'});
  await compose('');
  await settle(page);
  assert.equal(await page.locator(BOX).inputValue(), '电梯');
  assert.deepEqual([...new Set(asked)], ['suggest 电梯']);
  await page.close();
});

test('a box in a header leads to the page of results with the words, which back brings away again', {skip, timeout: 60_000}, async () => {
  const {page, errors} = await visit(stage.browser, `${stage.host.origin}/header.html`);
  await page.locator(BOX).fill('公积金 & 提取');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: '公积金 & 提取办法'}).waitFor();
  const url = new URL(page.url());
  assert.equal(url.pathname, '/box.html');
  assert.deepEqual([url.searchParams.get('search.q'), url.searchParams.get('lang')], ['公积金 & 提取', 'zh']);
  assert.equal(await page.locator(BOX).inputValue(), '公积金 & 提取');
  await page.goBack();
  await page.waitForURL('**/header.html');
  assert.deepEqual(errors, []);
  await page.close();
});

test('until the script is there, and where it never comes, the page’s own form works', {skip, timeout: 60_000}, async () => {
  stage.host.pages.set('/plain.html', {
    html: '<!doctype html><meta charset="utf-8"><title>检索</title><zwgk-search><form action="box.html"><input name="search.q" aria-label="检索"><button>检索</button></form></zwgk-search>',
  });
  const {page} = await visit(stage.browser, `${stage.host.origin}/plain.html`);
  await page.getByLabel('检索').fill('公积金');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: '公积金办法'}).waitFor();
  await page.close();
});

test('results whose file did not come are there when the reader tries again', {skip, timeout: 60_000}, async () => {
  missing = /search\.results-/;
  const {page} = await visit(stage.browser, `${stage.host.origin}/box.html?search.q=${encodeURIComponent('公积金')}`);
  const again = page.getByRole('button', {name: '再试一次'});
  await again.waitFor();
  missing = undefined;
  await again.click();
  await page
    .getByRole('link', {name: '公积金办法'})
    .or(page.getByRole('button', {name: '公积金办法'}))
    .first()
    .waitFor();
  await page.close();
});
