/**
 * A citizen with a keyboard only, against the real server with the sample: from a facet of an interpretation to the
 * passage that it explains, and back; beside the document, and over an article that an old page shows itself.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {chromium, type Browser, type Page} from 'playwright-core';
import {loadSample} from '../../packages/server/src/import/load-sample.ts';
import {serve} from '../../packages/server/src/serve.ts';
import {NOW, tempStore} from '../../packages/server/src/testing/temp-store.ts';
import {findChromium} from './hosts-browser.ts';

/** The focused element across shadow roots, as a screen reader would name it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

async function pressAt(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
    if (name.test(passed.at(-1)!)) return page.keyboard.press(key);
  }
  assert.fail(`Tab never reached ${name}; passed ${passed.join(' | ')}`);
}
const reaches = (page: Page, name: RegExp): Promise<void> =>
  page
    .waitForFunction(
      (source) => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return new RegExp(source).test(element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '');
      },
      name.source,
      {timeout: 10_000},
    )
    .then(() => undefined);
const lit = (page: Page): Promise<string> => page.evaluate(() => [...(CSS.highlights.get('zwgk-passage') ?? [])].map(String).join('|'));

/** Whether the way back at the foot of the window leaves the focused element in sight. */
function isSeen(): boolean {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const bar = document.querySelector('zwgk-interpretation')!.shadowRoot!.querySelector('.way-back');
  return !bar || bar.contains(element) || element!.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top;
}

const {path, skip} = await findChromium();

describe('with a keyboard only, from a facet to its passage and back', {skip, timeout: 120_000}, () => {
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  before(async () => {
    const {store} = await tempStore({after: () => undefined});
    await loadSample(store, NOW);
    server = await serve({store, port: 0, host: '127.0.0.1', now: () => Date.parse(NOW)});
    browser = await chromium.launch({executablePath: path, args: ['--no-sandbox', '--disable-gpu']});
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  async function visit(where: string, width: number): Promise<{page: Page; errors: string[]}> {
    const page = await browser.newPage({viewport: {width, height: 844}, locale: 'zh-CN'});
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.port}/demo/${where}`);
    await page
      .getByRole('button', {name: /^看原文/})
      .first()
      .waitFor();
    return {page, errors};
  }

  for (const width of [1280, 390]) {
    it(`beside the document, at ${width} px, under a head that stays`, async () => {
      const {page, errors} = await visit('portal/policy.html', width);
      await page.addStyleTag({content: '.top { position: sticky; inset-block-start: 0; z-index: 9; background: #fff }'});
      await page
        .locator('zwgk-interpretation [part=panel]')
        .first()
        .evaluate((panel: HTMLElement) => {
          panel.tabIndex = -1;
          panel.focus();
        });
      if (width < 600) await pressAt(page, /^内容（/);
      await pressAt(page, /^主要内容$/);
      await reaches(page, /^主要内容/);
      assert.match(page.url(), /interpretation\.part=content/);
      await pressAt(page, /^看原文第十六条$/);
      await reaches(page, /^第十六条/);
      await page.waitForFunction(() => CSS.highlights.get('zwgk-passage')?.size === 1);
      assert.equal(await lit(page), '不得携带电动自行车或者其蓄电池进入载人电梯。');
      const seen = (): boolean => {
        const [range] = [...CSS.highlights.get('zwgk-passage')!] as Range[];
        return range!.getBoundingClientRect().top >= document.querySelector('.top')!.getBoundingClientRect().bottom;
      };
      await page.waitForFunction(seen, undefined, {timeout: 5_000});
      for (let i = 0; i < 12 && width < 600; i++) {
        await page.keyboard.press('Tab');
        assert.ok(await page.evaluate(isSeen), `the way back covers ${await focused(page)}`);
      }
      await page.keyboard.press('Escape');
      await reaches(page, /^主要内容/);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }

  it('prints the words without what only a screen can use', async () => {
    const {page} = await visit('portal/policy.html', 1280);
    await page.emulateMedia({media: 'print'});
    const left = await page.evaluate(() => {
      const within = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
      return within(document).filter((one) => one.matches('.no-print') && one.getBoundingClientRect().height > 0).length;
    });
    assert.equal(left, 0);
    await page.close();
  });

  it('over the article of an old page, which stays as it was', async () => {
    const {page, errors} = await visit('legacy/policy.html', 1280);
    const article = (): Promise<string> => page.locator('#article').evaluate((element) => element.outerHTML);
    const raw = await page.evaluate(async () => {
      const html = new TextDecoder('gbk').decode(await (await fetch(location.href)).arrayBuffer());
      return new DOMParser().parseFromString(html, 'text/html').querySelector('#article')!.outerHTML;
    });
    await page.locator('zwgk-interpretation .contents summary').focus();
    await page.keyboard.press('Enter');
    await pressAt(page, /^执行标准$/);
    await reaches(page, /^执行标准/);
    await pressAt(page, /^看原文（三）$/);
    await reaches(page, /^回到解读：执行标准$/);
    assert.match(await lit(page), /四分之三以上且人数/);
    await page.keyboard.press('Enter');
    await reaches(page, /^执行标准$/);
    assert.equal((await article()) === raw, true, 'the article is as the server sent it');
    assert.deepEqual(errors, []);
    await page.close();
  });
});
