/**
 * A citizen with a keyboard only, on a phone, against the real server with the sample: from page load to an article of
 * a document, and back.
 */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Page} from 'playwright-core';
import {loadSample} from '../../packages/server/src/import/load-sample.ts';
import {serve} from '../../packages/server/src/serve.ts';
import {NOW, tempStore} from '../../packages/server/src/testing/temp-store.ts';
import {findChromium, launchChromium} from './hosts-browser.ts';

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
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  assert.fail(`Tab never reached ${name}; passed ${passed.join(' | ')}`);
}

const {path, skip} = await findChromium();

test('with a keyboard only, from the page to an article and back', {skip, timeout: 120_000}, async (t) => {
  // The server closes the store when it stops.
  const {store} = await tempStore({after: () => undefined});
  await loadSample(store, NOW);
  const server = await serve({store, port: 0, host: '127.0.0.1', now: () => Date.parse(NOW)});
  const browser = await launchChromium(path);
  t.after(async () => {
    await browser.close();
    await server.stop();
  });
  const page = await browser.newPage({viewport: {width: 390, height: 844}, locale: 'zh-CN'});
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`http://127.0.0.1:${server.port}/demo/portal/`);
  await page
    .getByRole('region', {name: '查找结果'})
    .getByText(/找到 \d+ 项/)
    .waitFor();

  await tabTo(page, /^查找事项$/);
  await page.keyboard.type('職業培訓補貼');
  await page.keyboard.press('Enter');
  await page
    .getByRole('link', {name: /职业培训补贴目录和机构名单/})
    .first()
    .waitFor();
  await tabTo(page, /^职业培训补贴目录和机构名单$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: '职业培训补贴目录和机构名单'}).waitFor();
  assert.equal(await focused(page), '职业培训补贴目录和机构名单', 'the title of the new view takes the focus');

  await tabTo(page, /^家政服务从业人员培训补贴办法$/);
  await page.keyboard.press('Enter');
  await page.getByText('（此件公开发布）').waitFor();
  await tabTo(page, /^第三条$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => decodeURIComponent(location.hash) === '#第三条');
  assert.match(await focused(page), /^第三条/);

  await page.reload();
  await page.waitForFunction(
    () => document.querySelector('zwgk-catalog')?.shadowRoot?.querySelector('zwgk-document')?.shadowRoot?.activeElement?.id === 'art-3',
  );

  await page.goBack();
  await page.goBack();
  await page.getByRole('heading', {name: '按这一项公开的文件'}).waitFor();
  await page.goBack();
  await page
    .getByRole('region', {name: '查找结果'})
    .getByText(/找到 \d+ 项/)
    .waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), '職業培訓補貼');
  assert.deepEqual(errors, []);
});
