/** The demo pages as a visitor meets them: accessible, labelled, honest about their data, useful without scripts. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {findChromium, openStage, visit, type Stage} from './hosts-browser.ts';

/** Pages of our own making, that have to be as accessible as what they show. */
const OURS = [
  '/',
  ...[
    ...['', 'agency.html', 'document.html', 'search.html', 'policy.html', 'interpretations.html', 'consultation.html', 'meetings.html'],
    'apply.html',
  ].map((name) => `/portal/${name}`),
  ...['/strict/', '/strict/policy.html', '/strict/apply.html'],
];
/** Pages of today and of 2012 that show a policy with its interpretation. */
const POLICIES = ['/portal/policy.html', '/strict/policy.html', '/legacy/policy.html'];
/** Labels that every page of a government site has to carry. */
const LABELS = [
  ...['SiteName', 'SiteDomain', 'SiteIDCode', 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
  ...['ArticleTitle', 'PubDate', 'ContentSource'],
];
/** What a page shows when its data is there. */
const SHOWN =
  'zwgk-catalog [part=table], zwgk-document [part=body], zwgk-search[for] a, zwgk-feed [part=list], zwgk-interpretation [part=root], zwgk-consultation [part=root], zwgk-meeting [part=root], zwgk-application .step-title, pre';

interface Violation {
  readonly id: string;
  readonly nodes: readonly {readonly html: string}[];
}

const chromium = await findChromium();
let stage: Stage;
before(async () => {
  if (chromium.path) stage = await openStage(chromium.path);
});
after(() => stage?.close());

describe('the demo pages', {skip: chromium.skip}, () => {
  const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  for (const path of OURS) {
    it(`${path} has no accessibility fault, inside and outside of the widget, on a phone, and scrolls sideways neither there nor on a desk`, async () => {
      const {page, errors} = await visit(stage.browser, stage.host.origin + path);
      await page.locator(SHOWN).first().waitFor();
      if ((await page.locator('zwgk-search').count()) > 0) await page.locator('zwgk-search [part=box]').waitFor();
      await page.evaluate(axe);
      const isWide = (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(await isWide(), false);
      await page.setViewportSize({width: 390, height: 900});
      // What is laid out by script follows within two frames.
      const faults = await page.evaluate(async () => {
        for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
        const {violations} = await (globalThis as unknown as {axe: {run(): Promise<{violations: Violation[]}>}}).axe.run();
        return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`);
      });
      assert.deepEqual([faults, await isWide()], [[], false]);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
  for (const path of POLICIES) {
    it(`${path} raises no error, breaks no policy, has nothing to tell, and labels its page with what it shows`, async () => {
      const {page, errors, said, violations} = await visit(stage.browser, stage.host.origin + path);
      await page.getByText('以前各地的做法不一样').first().waitFor();
      assert.deepEqual([errors, said], [[], []]);
      assert.deepEqual(await violations(), []);
      for (const name of LABELS) assert.ok(await page.locator(`meta[name=${name}]`).getAttribute('content'), name);
      await page.close();
    });
  }
  for (const path of [...OURS, '/legacy/', '/legacy/policy.html', '/legacy/apply.html']) {
    it(`${path} says that its data is made up, and keeps a link for whom the widget fails`, async () => {
      const page = await stage.browser.newPage({javaScriptEnabled: false});
      await page.goto(stage.host.origin + path);
      assert.match(await page.locator('body').innerText(), /演示数据/);
      const widgets = page.locator(
        'zwgk-catalog, zwgk-document, zwgk-search[for], zwgk-feed, zwgk-interpretation, zwgk-consultation, zwgk-meeting, zwgk-application, zwgk-application-status',
      );
      for (const widget of await widgets.all()) assert.ok(await widget.getByRole('link').first().isVisible());
      assert.equal((await widgets.count()) > 0, path !== '/');
      await page.close();
    });
  }
});
