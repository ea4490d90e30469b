/**
 * The browser is killed while somebody fills in the form, with its profile on the disk (security.md R10, P1): at most a
 * second of what is not personal is lost, nothing personal is anywhere in the profile, and what was sent is sent once.
 * ZWGK_KILLS says how often; `npm run bench:kills` does it fifty times.
 */
import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import {after, before, describe, it, type TestContext} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import type {Page} from 'playwright-core';
import {loadSample} from '../../packages/server/src/import/load-sample.ts';
import {serve, type RunningServer} from '../../packages/server/src/serve.ts';
import {png} from '../../packages/server/src/testing/files.ts';
import {NOW, tempFolder, tempStore} from '../../packages/server/src/testing/temp-store.ts';
import {findChromium} from './hosts-browser.ts';
import {findOnDisk, openProfile, storesOf, type Killable} from './kill-browser.ts';

const KILLS = Number(process.env['ZWGK_KILLS'] ?? 1);
const MAX_LOST = 1000;
/** Milliseconds of writing before the kill, at most, and between two characters. */
const [LONGEST, PACE] = [2000, 40];
/** What must never be kept. The beginning of each is enough: a kill comes in the middle of a word, too. */
const SECRETS = {
  'applicant.name': '隐名申请人示例',
  'applicant.idNumber': '32010019900101000X',
  'contact.mobile': '13800000001',
  'contact.address': '隐藏路九十九号示例楼',
};
const BEGINNINGS = Object.values(SECRETS).map((secret) => secret.slice(0, secret.length > 12 ? 9 : 5));
const WORDS = '示范区青禾路改造工程从人民桥到城北菜场批复的那一份';

interface Typed {
  readonly text: string;
  /** When the last character of it had been written. */
  readonly at: number;
}

const {path, skip} = await findChromium();

describe('a browser that is killed', {skip, timeout: 60_000 + KILLS * 15_000}, () => {
  const profile = tempFolder();
  let server: RunningServer;
  let rows: () => number;
  let address: string;
  let open: Killable | undefined;

  before(async () => {
    const {store, file} = await tempStore({after: () => undefined});
    await loadSample(store, NOW);
    server = await serve({store, port: 0, host: '127.0.0.1', now: () => Date.parse(NOW)});
    address = `http://127.0.0.1:${server.port}/portal/apply.html?apply.step=`;
    rows = () => {
      const db = new DatabaseSync(file, {readOnly: true});
      const {count} = db.prepare('select count(*) as count from applications').get() as {count: number};
      db.close();
      return count;
    };
  });
  after(async () => {
    await open?.kill();
    await server?.stop();
  });

  const start = async (step: string): Promise<Page> => (open = await openProfile(path, profile, address + step)).page;
  const kill = async (): Promise<number> => {
    const [now] = [open!, (open = undefined)];
    return now.kill();
  };
  const go = (page: Page, step: string): Promise<void> =>
    page.evaluate((to) => (document.querySelector('zwgk-application') as unknown as {go(step: string): void}).go(to), step);
  const write = async (page: Page, label: string, text: string): Promise<void> => {
    await page.getByLabel(label).first().focus();
    await page.keyboard.insertText(text);
  };
  async function writeSecrets(page: Page): Promise<void> {
    await go(page, 'who');
    await page.getByLabel('公民').check();
    await write(page, '姓名', SECRETS['applicant.name']);
    await page.getByLabel('证件种类').selectOption('resident_id');
    await write(page, '证件号码', SECRETS['applicant.idNumber']);
    await go(page, 'how');
    await page.getByLabel('邮寄').check();
    await write(page, '通信地址', SECRETS['contact.address']);
    await write(page, '手机', SECRETS['contact.mobile']);
  }
  /** Writes over what was restored, character by character, until the browser is gone. */
  async function writeOn(page: Page, serial: number, typed: Typed[]): Promise<void> {
    await go(page, 'what');
    await page.getByLabel('描述一下').focus();
    await page.keyboard.press('ControlOrMeta+A');
    let text = '';
    for (const char of `第${serial}次${WORDS.repeat(5)}`) {
      await page.keyboard.insertText(char);
      text += char;
      typed.push({text, at: Date.now()});
      await wait(PACE);
    }
  }
  const restored = async (page: Page): Promise<string> => {
    const field = page.getByLabel('描述一下');
    await field.waitFor();
    return field.inputValue();
  };

  it(`loses at most a second of what is not personal, ${KILLS} times, and leaves nothing personal on the disk`, async (t: TestContext) => {
    let expected = '';
    let typed: Typed[] = [];
    let killedAt = 0;
    const losses: number[] = [];
    for (let serial = 0; serial <= KILLS; serial++) {
      const page = await start('what');
      const found = await restored(page);
      const whole = typed.at(-1)?.text ?? '';
      if (found !== expected || typed.some(({at}) => at <= killedAt - MAX_LOST))
        assert.ok(whole.startsWith(found) && found, `what came back is not what was written: ${found || 'nothing'} of ${whole}`);
      const lost = typed.find(({text}) => text.length > found.length);
      losses.push(lost ? killedAt - lost.at : 0);
      assert.ok(losses.at(-1)! <= MAX_LOST, `${losses.at(-1)} ms of writing were lost`);
      if (serial === KILLS) break;
      if (serial === 0) await page.getByLabel(/把草稿存在这台设备上/).check();
      [expected, typed] = [found, []];
      // The first times while writing the matter, then anywhere.
      if (serial % 2 === 0) await writeSecrets(page);
      const writing = (async () => {
        if (serial % 2 === 1) await writeSecrets(page);
        await writeOn(page, serial, typed);
      })().catch(() => undefined);
      await wait(200 + Math.random() * LONGEST);
      killedAt = await kill();
      await writing;
    }
    const kept = await storesOf(open!.page);
    for (const secret of BEGINNINGS) assert.equal(kept.includes(secret), false, `${secret} is kept`);
    await kill();
    assert.deepEqual(findOnDisk(profile, BEGINNINGS), []);
    assert.ok(findOnDisk(profile, [WORDS.slice(0, 3)]).length > 0, 'what is kept is found: the search sees what is there');
    t.diagnostic(`${KILLS} kills: at most ${Math.max(...losses)} ms of writing lost`);
  });

  it('sends once what was sent when it was killed: its receipt comes before anything else', async () => {
    const page = await start('what');
    await restored(page);
    await writeSecrets(page);
    await go(page, 'who');
    await page.getByLabel('选择文件 身份证明').setInputFiles({name: '证件.png', mimeType: 'image/png', buffer: png()});
    await page.getByText('已传好').waitFor();
    await go(page, 'how');
    await page.getByLabel('网上获取').check();
    await go(page, 'check');
    const before = rows();
    const stored = new Promise<void>((resolve) => {
      // Stored, and the answer never comes.
      void page.route('**/api/v1/applications', async (route) => {
        await route.fetch();
        resolve();
      });
    });
    await page.getByRole('button', {name: '提交申请'}).click();
    await stored;
    await kill();
    assert.equal(rows(), before + 1);
    const again = await start('who');
    await again.getByText('这是您上一次提交的申请的回执').waitFor();
    assert.match((await again.locator('zwgk-application [part=receipt]').textContent())!, /20261124-\d{6}/);
    assert.equal(rows(), before + 1);
    await kill();
    assert.deepEqual(findOnDisk(profile, BEGINNINGS), []);
  });
});
