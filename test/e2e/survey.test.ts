/** A citizen with a keyboard only, on a phone, answers a survey on the real server; after closing everybody sees the counts. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {SurveyResults} from '@zwgk/contract';
import {chromium, type Browser, type Page} from 'playwright-core';
import {serve, type RunningServer} from '../../packages/server/src/serve.ts';
import type {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {putUp} from '../../packages/server/src/testing/consultations.ts';
import {surveyInput} from '../../packages/server/src/testing/inputs.ts';
import {NOW, seededStore} from '../../packages/server/src/testing/temp-store.ts';
import {findChromium} from './hosts-browser.ts';

const WORDS = '车位太少，晚上没有地方停。';
const CLOSED = Date.parse('2026-12-21T00:00:00+08:00');

const {path, skip} = await findChromium();

describe('a survey on the real server (R6.3)', {skip, timeout: 120_000}, () => {
  let store: SqliteStore;
  let server: RunningServer;
  let browser: Browser;
  let now = Date.parse(NOW);
  const addresses: string[] = [];
  const errors: string[] = [];

  before(async () => {
    // The server closes the store when it stops.
    ({store} = await seededStore({after: () => undefined}, 1));
    await putUp(store, {survey: surveyInput()});
    server = await serve({store, port: 0, host: '127.0.0.1', now: () => now});
    browser = await chromium.launch({executablePath: path, args: ['--no-sandbox', '--disable-gpu']});
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });
  async function open(): Promise<Page> {
    const page = await browser.newPage({viewport: {width: 390, height: 844}, locale: 'zh-CN'});
    page.on('request', (request) => addresses.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.port}/portal/consultation.html?consultation.id=c-1`);
    return page;
  }
  const results = async (): Promise<Response> => fetch(`http://127.0.0.1:${server.port}/api/v1/consultations/c-1/survey/results`);

  it('is answered by keys alone, reviewed, sent once, and withdrawn from the counts by receipt', async () => {
    const page = await open();
    const press = async (name: RegExp, key = 'Enter'): Promise<void> => {
      await page.getByRole('button', {name}).focus();
      await page.keyboard.press(key);
    };
    await press(/^填写问卷$/);
    await page.getByRole('radio', {name: '每天'}).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('checkbox', {name: '家里'}).focus();
    await page.keyboard.press('Space');
    await page.getByRole('textbox', {name: /您还想说什么/}).focus();
    await page.keyboard.insertText(WORDS);
    await press(/^答好了，核对并提交$/);
    await page.getByText(WORDS).waitFor();
    await page.getByRole('checkbox', {name: /同意主办单位/}).focus();
    await page.keyboard.press('Space');
    await press(/^提交问卷$/);
    await page.getByText('已收到您的问卷').waitFor();
    const [number, code] = await page.locator('zwgk-consultation .code').allTextContents();
    assert.equal((await results()).status, 404, 'nobody is steered by counts');
    const found = (await store.consultations.find('c-1'))!;
    const {participants, questions} = await store.consultations.surveys.counted(found);
    assert.deepEqual([participants, questions[0]!.counts], [1, {daily: 0, weekly: 1, never: 0}]);
    assert.ok(!addresses.some((address) => decodeURIComponent(address).includes(WORDS.slice(0, 4))));
    assert.ok(!(await page.evaluate(() => JSON.stringify({...localStorage}))).includes(WORDS.slice(0, 4)), 'sent: nothing stays here');

    now = CLOSED;
    const later = await open();
    await later.getByText('收到 1 份答案').waitFor();
    await later.getByText('1 份，100%').first().waitFor();
    assert.ok(!(await later.locator('body').innerText()).includes(WORDS), 'texts are for the staff');
    await later.getByRole('textbox', {name: '回执编号'}).fill(number!);
    await later.getByRole('textbox', {name: '查询码'}).fill(code!);
    await later.getByRole('button', {name: '查一查'}).click();
    await later.getByText('已计入结果').waitFor();
    await later.getByRole('button', {name: '撤回问卷答案'}).click();
    await later.getByRole('button', {name: '确定撤回'}).click();
    await later.getByText('答案已经撤回，不再计入结果').waitFor();
    assert.equal(((await (await results()).json()) as SurveyResults).participants, 0);
    assert.deepEqual(errors, []);
  });
});
