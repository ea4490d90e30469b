/**
 * A citizen with a keyboard only, on a phone, asks the real server for information: from the guide to the receipt. What
 * was typed is in no address and in no storage.
 */
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium, type Browser, type Page} from 'playwright-core';
import {loadSample} from '../../packages/server/src/import/load-sample.ts';
import {serve, type RunningServer} from '../../packages/server/src/serve.ts';
import type {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {png} from '../../packages/server/src/testing/files.ts';
import {NOW, tempFolder, tempStore} from '../../packages/server/src/testing/temp-store.ts';
import {findChromium} from './hosts-browser.ts';

const NAME = '示例申请人甲';
const NUMBER = '32010019900101000X';
const MOBILE = '13800000001';

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
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  assert.fail(`Tab never reached ${name}; passed ${passed.join(' | ')}`);
}
async function write(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}
/** On by the button, to the heading of the next step. */
async function goOn(page: Page, at: number): Promise<void> {
  await tabTo(page, /^下一步$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: new RegExp(`^第 ${at} 步`)}).waitFor();
  assert.match(await focused(page), new RegExp(`^第 ${at} 步`), 'the title of the new step takes the focus');
}

const {path, skip} = await findChromium();

describe('asking for information', {skip, timeout: 180_000}, () => {
  let store: SqliteStore;
  let server: RunningServer;
  let browser: Browser;
  const addresses: string[] = [];
  const errors: string[] = [];

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
  async function open(query = ''): Promise<Page> {
    const page = await browser.newPage({viewport: {width: 390, height: 844}, locale: 'zh-CN'});
    page.on('request', (request) => addresses.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.port}/portal/apply.html${query}`);
    await page.getByRole('heading', {name: '第 1 步，共 5 步：先看说明'}).waitFor();
    return page;
  }

  it('takes a keyboard and a picture, and gives a receipt', async () => {
    const page = await open();
    await tabTo(page, /^开始填写$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {name: /^第 2 步/}).waitFor();
    await tabTo(page, /^公民/);
    await page.keyboard.press('Space');
    await write(page, /^姓名/, NAME);
    await tabTo(page, /^证件种类/);
    await page.keyboard.press('ArrowDown');
    await write(page, /^证件号码/, NUMBER);
    await tabTo(page, /^选择文件 身份证明/);
    const opened = page.waitForEvent('filechooser');
    // The browser is told to hand the chooser over; a busy one hears the key first, unless it has answered something since.
    assert.match(await focused(page), /^选择文件 身份证明/);
    await page.keyboard.press('Enter');
    const chooser = await opened;
    await chooser.setFiles({name: '证件.png', mimeType: 'image/png', buffer: png()});
    await page.getByText('已传好').waitFor();
    await goOn(page, 3);
    await write(page, /^信息的名称/, '示范区青禾路改造工程可行性研究报告的批复');
    await goOn(page, 4);
    await tabTo(page, /^(?:邮寄|网上获取|电子邮件|自己去取|传真|现场)/);
    await page.keyboard.press('Space');
    const online = page.getByLabel('网上获取');
    for (let i = 0; i < 6 && !(await online.isChecked()); i++) await page.keyboard.press('ArrowDown');
    await write(page, /^手机/, MOBILE);
    await goOn(page, 5);
    await tabTo(page, /^提交申请$/);
    await page.keyboard.press('Enter');
    await page.getByText('申请已收到').first().waitFor();
    const receipt = await page.locator('zwgk-application [part=receipt]').textContent();
    assert.match(receipt!, /20261124-\d{6}/);
    assert.match(receipt!, /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    const left = await page.evaluate(() => JSON.stringify([{...localStorage}, {...sessionStorage}, location.href, document.cookie]));
    for (const secret of [NAME, NUMBER, MOBILE]) {
      assert.equal(left.includes(secret), false, `${secret} stayed`);
      assert.equal(
        addresses.some((address) => decodeURIComponent(address).includes(secret)),
        false,
        `${secret} in an address`,
      );
    }
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('keeps what an input method writes, and a draft holds no half of it (R22)', async () => {
    const page = await open();
    await page.goto(`http://127.0.0.1:${server.port}/portal/apply.html?apply.step=what`);
    await page.getByLabel(/把草稿存在这台设备上/).check();
    await page.getByLabel('信息的名称').focus();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', {text: 'qing', selectionStart: 4, selectionEnd: 4});
    await page.waitForTimeout(600);
    const drafts = (): Promise<string> => page.evaluate(() => JSON.stringify({...localStorage}));
    assert.equal((await drafts()).includes('qing'), false);
    await cdp.send('Input.insertText', {text: '青禾路'});
    await page.waitForFunction(() => JSON.stringify({...localStorage}).includes('青禾路'));
    assert.equal(await page.getByLabel('信息的名称').inputValue(), '青禾路');
    await page.reload();
    assert.equal(await page.getByLabel('信息的名称').inputValue(), '青禾路');
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('tells a file that was changed after it was chosen from a line that broke, and keeps the rest (R20)', async () => {
    const file = join(tempFolder(), '证件.png');
    writeFileSync(file, png());
    const page = await open();
    await page.route('**/uploads', (route) => route.abort());
    await page.goto(`http://127.0.0.1:${server.port}/portal/apply.html?apply.step=who`);
    await page.getByLabel('公民').check();
    await page.getByLabel('姓名').fill(NAME);
    await page.getByLabel('选择文件 身份证明').setInputFiles(file);
    await page.getByText('没有传上去。').waitFor();
    await page.unroute('**/uploads');
    writeFileSync(file, Buffer.concat([png(), Buffer.from('more')]));
    await page.getByRole('button', {name: /再传一次/}).click();
    await page.getByText('被改过、移走或者删除').waitFor();
    assert.equal(await page.getByLabel('姓名').inputValue(), NAME);
    await page.close();
  });

  it('brings along the words of a search that found nothing', async () => {
    const page = await open('?q=%E9%9D%92%E7%A6%BE%E8%B7%AF');
    await page.goto(`http://127.0.0.1:${server.port}/portal/apply.html?q=%E9%9D%92%E7%A6%BE%E8%B7%AF&apply.step=what`);
    assert.equal(await page.getByLabel('信息的名称').inputValue(), '青禾路');
    await page.close();
  });
});
