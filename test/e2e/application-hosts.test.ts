/** The form on a modern portal, an agency site of 2012, and a page with the strictest policy: the same request, byte for byte. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {Applications} from '../../packages/elements/src/testing/applications.ts';
import {png} from '../../packages/server/src/testing/files.ts';
import {findChromium, openStage, visit, type Stage, type Visit} from './hosts-browser.ts';

const PAGES = ['/portal/apply.html', '/legacy/apply.html', '/strict/apply.html'];
/** What text may hold that a page's own habits spoil. */
const WORDS = '青禾路“改造”批复[1],{2}\\n\u2028<b>𠮷';

const chromium = await findChromium();
let stage: Stage;
before(async () => {
  if (chromium.path) stage = await openStage(chromium.path);
});
after(() => stage?.close());

async function goOn(page: Page, at: number): Promise<void> {
  await page.getByRole('button', {name: '下一步'}).click();
  await page.getByRole('heading', {name: new RegExp(`^第 ${at} 步`)}).waitFor();
}

/** From the page as it opens to the receipt. */
async function apply(page: Page): Promise<void> {
  const agency = page.getByRole('button', {name: /^示例市示范区住房和城乡建设局/});
  await page.getByRole('button', {name: '开始填写'}).or(agency).first().waitFor();
  if (await agency.isVisible()) await agency.click();
  await page.getByRole('button', {name: '开始填写'}).click();
  await page.getByLabel('公民').check();
  await page.getByLabel('姓名').fill('示例申请人甲');
  // Enter goes on in here, and the page around stays where it is.
  await page.getByLabel('姓名').press('Enter');
  await page.getByText(/处要改/).waitFor();
  await page.getByLabel('证件种类').selectOption('resident_id');
  await page.getByLabel('证件号码').fill('32010019900101000X');
  await page.getByLabel('选择文件 身份证明').setInputFiles({name: '证件.png', mimeType: 'image/png', buffer: png()});
  await page.getByText('已传好').waitFor();
  await goOn(page, 3);
  await page.getByLabel('信息的名称').fill(WORDS);
  await goOn(page, 4);
  await page.getByLabel('网上获取').check();
  await page.getByLabel('手机').fill('13800000001');
  await goOn(page, 5);
  await page.getByRole('button', {name: '提交申请'}).click();
  await page.getByText('申请已收到').first().waitFor();
}

describe('the form on three host pages', {skip: chromium.skip, timeout: 120_000}, () => {
  const sent = new Map<string, string>();
  for (const path of PAGES) {
    it(`${path} takes a request and shows its receipt; no error, no policy broken, and the page stays`, async () => {
      const applications = (stage.host.applications = new Applications());
      const {page, errors, said, violations}: Visit = await visit(stage.browser, stage.host.origin + path);
      await apply(page);
      assert.deepEqual([errors, said, await violations()], [[], [], []]);
      assert.equal(new URL(page.url()).pathname, path);
      const {agency, ...rest} = applications.sent;
      assert.match(agency, /^[a-z-]+$/);
      sent.set(path, [...applications.rows.values()][0]!.body.replace(`"agency":"${agency}"`, '"agency":""'));
      assert.equal(rest.request.title, WORDS.trim());
      await page.close();
    });
  }
  for (const path of PAGES.slice(1))
    it(`${path} sends what the portal sends, byte for byte`, () => assert.equal(sent.get(path), sent.get(PAGES[0]!)));
});
