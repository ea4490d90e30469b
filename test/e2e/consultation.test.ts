/**
 * A citizen on a phone, with a keyboard and then with a finger, says something about a draft on the real server, looks up
 * what became of it, and takes it back from the public list.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {chromium, type Browser, type Page} from 'playwright-core';
import {loadSample} from '../../packages/server/src/import/load-sample.ts';
import {serve, type RunningServer} from '../../packages/server/src/serve.ts';
import type {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {pdf} from '../../packages/server/src/testing/files.ts';
import {NOW, tempStore} from '../../packages/server/src/testing/temp-store.ts';
import {findChromium} from './hosts-browser.ts';

const OPINION = '临时市场五百米太远，提着菜走不动，希望设在原来市场的旁边。';

/** The focused element across shadow roots, as a screen reader would name it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const input = element as HTMLInputElement | null;
    return (element?.getAttribute('aria-label') ?? input?.labels?.[0]?.textContent ?? element?.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  });
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  assert.fail(`Tab never reached ${name}; passed ${passed.join(' | ')}`);
}
async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

const {path, skip} = await findChromium();

describe('saying something about a draft', {skip, timeout: 180_000}, () => {
  let store: SqliteStore;
  let server: RunningServer;
  let browser: Browser;
  let receipt: {number: string; code: string};
  const errors: string[] = [];
  const addresses: string[] = [];

  before(async () => {
    // The server closes the store when it stops.
    ({store} = await tempStore({after: () => undefined}));
    await loadSample(store, NOW);
    server = await serve({store, port: 0, host: '127.0.0.1', now: () => Date.parse(NOW)});
    browser = await chromium.launch({executablePath: path, args: ['--no-sandbox', '--disable-gpu']});
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });
  async function open(query = '', hasTouch = false): Promise<Page> {
    const page = await browser.newPage({viewport: {width: 390, height: 844}, locale: 'zh-CN', hasTouch});
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(`http://127.0.0.1:${server.port}/portal/consultation.html${query}`);
    return page;
  }
  const publicly = async (): Promise<string> =>
    (await fetch(`http://127.0.0.1:${server.port}/api/v1/consultations/con-market/comments?limit=100`)).text();

  it('takes a keyboard alone from the list to the receipt', async () => {
    const page = await open();
    await page.getByRole('link', {name: /农贸市场/}).waitFor();
    await press(page, /农贸市场/);
    await page.getByRole('button', {name: /对这一条提意见 ?：第三条/}).waitFor();
    await press(page, /^对这一条提意见：第三条/);
    await page.locator('.editor textarea').waitFor();
    assert.match(await focused(page), /^您对第三条的意见/, 'one can write at once');
    await page.keyboard.type(OPINION);
    await press(page, /^放进意见单$/);
    await press(page, /^核对并提交 1 条意见$/);
    await page.getByRole('heading', {name: '核对并提交'}).waitFor();
    await tabTo(page, /^选择文件/);
    const opened = page.waitForEvent('filechooser');
    // The browser is told to hand the chooser over; a busy one hears the key first, unless it has answered something since.
    await page.evaluate(() => document.hasFocus());
    await page.keyboard.press('Enter');
    const chooser = await opened;
    await chooser.setFiles({name: '现场照片.pdf', mimeType: 'application/pdf', buffer: pdf()});
    await page.getByText('已传好').first().waitFor();
    for (const tick of [/^同意主办单位/, /^同意把我的意见公开/]) {
      await tabTo(page, tick);
      await page.keyboard.press('Space');
    }
    await press(page, /^提交 1 条意见$/);
    await page.getByText('已收到您的 1 条意见').waitFor();
    const text = (await page.locator('[part=receipt]').textContent())!;
    receipt = {number: /Y\d{8}-\d{6}/.exec(text)![0], code: /[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}/.exec(text)![0]};
    const left = await page.evaluate(() => JSON.stringify([{...localStorage}, {...sessionStorage}, location.href]));
    assert.equal(left.includes(receipt.code), false, 'the code stays nowhere');
    assert.equal((await publicly()).includes(OPINION), false, 'nothing is shown before it was read');
    await page.close();
  });

  it('shows it once staff have read it, and not a moment longer than its author likes', async () => {
    const {consultation, comments} = await store.consultations.ofNumber(receipt.number);
    for (const type of ['approve', 'publish'] as const)
      await store.consultations.move(consultation.row, [comments[0]!.id], {type, at: NOW, actor: 'staff'}, {staff: '*'});
    const page = await open('?consultation.id=con-market');
    const shown = page.locator('.public').getByText(OPINION);
    await shown.waitFor();
    await page.getByRole('heading', {name: '我的意见怎么样了'}).waitFor();
    await tabTo(page, /^回执编号/);
    await page.keyboard.type(receipt.number.toLowerCase());
    await tabTo(page, /^查询码/);
    await page.keyboard.type(receipt.code);
    await press(page, /^查一查$/);
    const mine = page.locator('.mine-answer');
    await mine.getByText(OPINION).waitFor();
    await mine.getByText('现场照片.pdf').waitFor();
    await press(page, /^不再公开$/);
    await page.getByText('已经不公开了').first().waitFor();
    await shown.waitFor({state: 'detached'});
    await page.locator('.public').getByText('这条意见不再公开').waitFor();
    assert.equal((await publicly()).includes(OPINION), false);
    await press(page, /^撤销$/);
    await mine.getByText('您同意公开').waitFor();
    await press(page, /^撤回这一条$/);
    await press(page, /^确定撤回$/);
    await mine.getByText('已经撤回').first().waitFor();
    assert.equal(await mine.getByText(OPINION).count(), 0);
    assert.equal((await publicly()).includes(OPINION), false);
    assert.ok(!addresses.some((address) => address.includes(receipt.code)), 'the code is in no address');
    await page.close();
  });

  it('takes a finger: an article, one of its sentences, and back', async () => {
    const page = await open('?consultation.id=con-market', true);
    await page.getByRole('button', {name: /^对这一条提意见 ?：第二条/}).tap();
    const box = page.locator('.editor textarea');
    await box.waitFor();
    await box.fill('公共厕所应当单独写明数量。');
    await page.getByRole('button', {name: '放进意见单'}).tap();
    await page
      .locator('.bar')
      .getByRole('button', {name: /^意见单（1 条，未提交）/})
      .tap();
    await page.getByRole('button', {name: /^ ?删去/}).tap();
    await page.getByRole('button', {name: '撤销'}).tap();
    await page.getByRole('heading', {name: '意见单（1 条，未提交）'}).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false, 'nothing scrolls sideways');
    await page.close();
  });

  it('what changed in the text is told in the report, at the opinion', async () => {
    const page = await open('?consultation.id=con-parking');
    await page.getByRole('button', {name: '看改了哪些字'}).first().click();
    const change = page.locator('tr.change').first();
    await change.locator('ins').first().waitFor();
    assert.match((await change.locator('.row').allTextContents()).join(' '), /第五条.*18/s);
    await change.getByRole('button', {name: '看全文的改动'}).click();
    await page.locator('.texts .compare').getByText('第八条').waitFor();
    await page.close();
  });

  it('without an error in any script', () => assert.deepEqual(errors, []));
});
