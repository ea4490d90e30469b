/** One script tag on pages of every kind: what it finds, what it loads, and what it leaves alone. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {VERSION} from '../../packages/embed/build/sdk.ts';
import {findChromium, openStage, ready, visit, type Stage, type Visit} from './hosts-browser.ts';

const MODULE = '<script type="module" src="/sdk/v1/zwgk.js"></script>';
const PINNED = `<script type="module" src="/sdk/${VERSION}/zwgk.js"></script>`;
const NEXT = '<script type="module" src="/next/zwgk.js"></script>';
const CLASSIC = '<script src="/sdk/v1/zwgk.classic.js"></script>';
const TAG = '<zwgk-catalog><a href="https://www.example.com/mulu">目录</a></zwgk-catalog>';
const PHONE = {width: 390, height: 844};
const doc = (head: string, body: string): string =>
  `<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title>${head}<body>${body}`;

const chromium = await findChromium();

describe('one script tag', {skip: chromium.skip}, () => {
  let stage: Stage;
  const open: Visit[] = [];
  before(async () => {
    stage = await openStage(chromium.path);
    // The next release, as far as a page can tell: another version at another address.
    const next = readFileSync(join(stage.sdkDir, 'v1/zwgk.js'), 'utf8').replaceAll(`\`${VERSION}\``, '`9.9.9`');
    assert.ok(next.includes('9.9.9'));
    stage.host.intercept = (path, response) => {
      if (path !== '/next/zwgk.js') return false;
      response.writeHead(200, {'content-type': 'text/javascript'}).end(next.replaceAll(VERSION, '9.9.9'));
      return true;
    };
  });
  after(() => stage.close());
  afterEach(async () => {
    for (const {page, errors} of open.splice(0)) {
      assert.deepEqual(errors, []);
      await page.close();
    }
  });

  /** Opens a page made of this HTML. */
  async function show(html: string, headers: Record<string, string> = {}, viewport?: typeof PHONE): Promise<Visit> {
    stage.host.pages.set('/test.html', {html, headers});
    const visited = await visit(stage.browser, `${stage.host.origin}/test.html`, viewport);
    open.push(visited);
    return visited;
  }

  it('costs a phone four requests for a catalogue with its data, all to its own server', async () => {
    const {page, requests} = await show(doc(MODULE, TAG), {}, PHONE);
    await ready(page);
    const paths = requests.filter((url) => !url.endsWith('favicon.ico')).map((url) => url.replace(stage.host.origin, ''));
    assert.equal(paths.length, 4, paths.join('\n'));
    assert.match(paths.join('\n'), /^\/sdk\/v1\/zwgk\.js\n\/sdk\/v1\/chunks\/.+\n\/sdk\/v1\/chunks\/.+\n\/api\/v1\/catalog\/items/);
  });
  it('brings the facets along where there is room for them: their chunk, and three that other elements share', async () => {
    const {page, requests} = await show(doc(MODULE, TAG));
    await ready(page);
    assert.equal(requests.filter((url) => url.includes('/sdk/v1/')).length, 7);
  });
  it('asks for core and chunk side by side: nothing waits for a third round', async () => {
    const {page} = await show(doc(MODULE, TAG), {}, PHONE);
    await ready(page);
    const starts = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => {
        const {name, startTime, responseEnd} = entry as PerformanceResourceTiming;
        return {name, startTime, responseEnd};
      }),
    );
    const chunks = starts.filter(({name}) => name.includes('/chunks/'));
    assert.equal(chunks.length, 2);
    assert.ok(Math.max(...chunks.map((chunk) => chunk.startTime)) < Math.min(...chunks.map((chunk) => chunk.responseEnd)));
  });
  it('loads no chunk for a page without a tag', async () => {
    const {page, requests} = await show(doc(MODULE, '<p>nothing here</p><my-other-element></my-other-element>'));
    await page.waitForTimeout(100);
    assert.deepEqual(
      requests.filter((url) => url.includes('/chunks/')),
      [],
    );
  });
  it('sets no cookie and stores nothing', async () => {
    const {page} = await show(doc(MODULE, TAG));
    await ready(page);
    assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), ['', 0, 0]);
  });

  it('finds a tag that is added later', async () => {
    const {page} = await show(doc(MODULE, '<div id="here"></div>'));
    await page.evaluate((tag) => document.querySelector('#here')!.insertAdjacentHTML('beforeend', `<section>${tag}</section>`), TAG);
    await ready(page);
  });
  it('finds tags in shadow roots: declared, attached on upgrade, nested, and filled later', async () => {
    // Each root holds another element: one that is defined already would need no finding.
    const declared = `<div><template shadowrootmode="open"><zwgk-catalog></zwgk-catalog></template></div>`;
    const {page} = await show(doc(MODULE, `${declared}<late-box></late-box>`));
    await ready(page);
    await page.evaluate(() => {
      class Inner extends HTMLElement {
        connectedCallback(): void {
          const root = this.attachShadow({mode: 'open'});
          setTimeout(() => root.append(document.createElement('zwgk-document')), 50);
        }
      }
      class Box extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({mode: 'open'}).append(document.createElement('zwgk-config'), document.createElement('inner-box'));
        }
      }
      customElements.define('late-box', Box);
      customElements.define('inner-box', Inner);
    });
    await page.waitForFunction(() => customElements.get('zwgk-config') && customElements.get('zwgk-document'), null, {timeout: 5000});
  });
  it('looks into a closed shadow root when it is told to', async () => {
    const {page} = await show(doc(MODULE, '<div id="here"></div>'));
    const shown = await page.evaluate(async () => {
      const root = document.querySelector('#here')!.attachShadow({mode: 'closed'});
      root.innerHTML = '<zwgk-config></zwgk-config>';
      (globalThis as unknown as Record<symbol, {scan(root: Node): void}>)[Symbol.for('zwgk')]!.scan(root);
      await customElements.whenDefined('zwgk-config');
      return root.firstElementChild!.matches(':defined');
    });
    assert.ok(shown);
  });
  it('is not led astray by fields and ids that hide what belongs to the page', async () => {
    const traps = [
      'litHtmlPolyfillSupport',
      'reactiveElementPolyfillSupport',
      'litElementPolyfillSupport',
      'litElementHydrateSupport',
      'litHtmlVersions',
      'litPropertyMetadata',
      'reactiveElementVersions',
      'litElementVersions',
      'litNonce',
      'ShadyCSS',
    ];
    const clobbered = traps.map((id) => `<a id="${id}"></a><a id="${id}" name="push"></a>`).join('');
    const form = `<form><input name="localName"><input name="shadowRoot"><input name="querySelectorAll">${TAG}</form>`;
    const {page} = await show(doc('', `${clobbered}${form}${MODULE}`));
    await ready(page);
  });

  it('the classic script finds its tag, and its data, where a picture is named like it', async () => {
    const tag = `<script src="${stage.other.origin}/sdk/v1/zwgk.classic.js"></script>`;
    const {page, requests} = await show(doc('', `<img name="currentScript" alt="">${tag}${TAG}`));
    await page.locator('zwgk-catalog').locator('.state, [part=table]').first().waitFor();
    assert.ok(
      requests.some((url) => url.startsWith(`${stage.other.origin}/api/v1/catalog/items`)),
      requests.join('\n'),
    );
  });

  for (const [what, scripts, both] of [
    ['the same release twice', MODULE + PINNED, [VERSION, VERSION]],
    ['this release, then the next', MODULE + NEXT, [VERSION, '9.9.9']],
    ['the next release, then this', NEXT + MODULE, ['9.9.9', VERSION]],
    ['the module, then the classic script', `<script type="module" src="/sdk/v1/zwgk.js" async></script>${CLASSIC}`, [VERSION, VERSION]],
    ['three of them', MODULE + PINNED + NEXT, [VERSION, VERSION]],
  ] as const) {
    it(`says once that the page loads ${what}; the first one works`, async () => {
      const {page, said} = await show(doc(scripts, scripts.startsWith(NEXT) ? '' : TAG));
      if (!scripts.startsWith(NEXT)) await ready(page);
      await page.waitForFunction(() => Symbol.for('zwgk') in globalThis);
      await page.waitForTimeout(100);
      assert.equal(said.length, 1, said.join('\n'));
      assert.match(said[0]!, /loaded-twice.*first one is used\. Remove the other script tag\./);
      assert.ok(said[0]!.indexOf(both[0]) < said[0]!.lastIndexOf(both[1]), said[0]);
    });
  }
  it('lets a second copy of the elements use the policy of the first', async () => {
    const policy = "script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types zwgk";
    const {page, violations} = await show(doc(MODULE, TAG), {'content-security-policy': policy});
    await ready(page);
    const chunk = await page.evaluate(
      () => [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')].map((link) => link.href)[0]!,
    );
    await page.evaluate(async (url) => void (await import(url)), chunk.replace('/v1/', `/${VERSION}/`));
    assert.deepEqual(await violations(), []);
  });

  it('shows the HTML of a document under Trusted Types, with no policy but its own', async () => {
    const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types zwgk";
    const {page, said, violations} = await show(doc(MODULE, '<zwgk-document document-id="doc-1"></zwgk-document>'), {
      'content-security-policy': policy,
    });
    await page.locator('zwgk-document strong', {hasText: '应当'}).waitFor();
    assert.deepEqual(await violations(), []);
    assert.deepEqual(said, []);
  });

  it('takes the endpoint from its own tag, before or after a <base>', async () => {
    for (const head of [
      `<base href="http://other.example.com/"><script type="module" src="${stage.host.origin}/sdk/v1/zwgk.js" data-endpoint="/api/v1" data-agency="agency-1"></script>`,
      `<script type="module" src="/sdk/v1/zwgk.js" data-endpoint="/api/v1" data-agency="agency-1"></script><base href="http://other.example.com/">`,
      `<script src="/sdk/v1/zwgk.classic.js" data-endpoint="/api/v1" data-agency="agency-1"></script><base href="http://other.example.com/">`,
    ]) {
      const {page, requests} = await show(doc(head, TAG));
      await ready(page);
      const call = requests.find((url) => url.includes('/catalog/items'))!;
      assert.ok(call.startsWith(`${stage.host.origin}/api/v1/`), call);
      assert.match(call, /agency=agency-1/);
    }
  });
  it('works from another site, and asks that site for its data', async () => {
    const {page, requests} = await show(doc(`<script type="module" src="${stage.other.origin}/sdk/v1/zwgk.js"></script>`, TAG));
    await page.locator('zwgk-catalog').locator('.state, [part=table]').first().waitFor();
    assert.ok(
      requests.some((url) => url.startsWith(`${stage.other.origin}/api/v1/catalog/items`)),
      requests.join('\n'),
    );
  });
  it('passes the nonce of its tag on to what it loads', async () => {
    const policy = "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'";
    const {page, violations} = await show(doc('<script type="module" nonce="abc" src="/sdk/v1/zwgk.js"></script>', TAG), {
      'content-security-policy': policy,
    });
    await ready(page);
    assert.deepEqual(
      (await violations()).filter((line) => line.startsWith('script-src')),
      [],
    );
  });

  it('the classic script is right on a GBK page, without a charset in any header', async () => {
    const {page} = await visit(stage.browser, `${stage.host.origin}/legacy/`).then((visited) => (open.push(visited), visited));
    await ready(page);
    assert.equal(await page.evaluate(() => document.characterSet), 'GBK');
    const text = await page.locator('zwgk-catalog').locator('.root').innerText();
    for (const words of ['政务公开事项目录', '查找事项', '主动公开', '更新于 2026年11月18日（周三）'])
      assert.ok(text.includes(words), words);
  });
});
