/** Six things that go wrong on the way. Each: its own code, a link that works for the citizen, one line with the fix for the webmaster. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {ServerResponse} from 'node:http';
import {findChromium, openStage, visit, type Stage, type Visit} from './hosts-browser.ts';
import type {Intercept} from './hosts-server.ts';

const LINK = 'https://www.example.com/zwgk/mulu.html';
const html = (endpoint: string): string => `<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title>
<script type="module" src="/sdk/v1/zwgk.js" data-endpoint="${endpoint}"></script>
<body><zwgk-catalog><a href="${LINK}">政务公开事项目录</a></zwgk-catalog>`;

const isApi = (path: string): boolean => path.startsWith('/api/');
const answer =
  (when: (path: string) => boolean, reply: (response: ServerResponse) => void): Intercept =>
  (path, response) => {
    if (!when(path)) return false;
    reply(response);
    return true;
  };
const portal = (response: ServerResponse): unknown =>
  response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end('<!doctype html><title>请先登录无线网络</title>');

interface Fault {
  readonly code: string;
  readonly what: string;
  /** The exact fix that the console has to name. */
  readonly fix: (host: string, api: string) => string;
  readonly intercept?: Intercept;
  readonly headers?: Record<string, string>;
  /** Takes the API of the other origin. */
  readonly away?: boolean;
  /** The API's address when it is not one of the two hosts. */
  readonly api?: string;
}

const FAULTS: Fault[] = [
  {
    code: 'script-missing',
    what: 'a chunk is missing',
    fix: (host) => `Copy every file of one release to ${host}/sdk/v1/`,
    intercept: answer(
      (path) => path.includes('/chunks/zwgk-catalog'),
      (response) => response.writeHead(404).end(),
    ),
  },
  {
    code: 'blocked-by-csp',
    what: "the page's policy does not allow the API",
    fix: (_host, api) => `Add ${api} to connect-src`,
    headers: {'content-security-policy': "connect-src 'self'"},
    away: true,
  },
  {
    code: 'cors-refused',
    what: 'the API does not know the site',
    fix: (host) => `npx zwgk site add ${host}`,
    away: true,
  },
  {
    code: 'contract-mismatch',
    what: 'the API speaks an old contract',
    fix: () => 'Update the backend',
    intercept: answer(isApi, (response) =>
      response.writeHead(200, {'content-type': 'application/json', 'zwgk-contract': '0.9'}).end('{"rows":[]}'),
    ),
  },
  {
    code: 'intercepted',
    what: 'a login page answers in place of the API',
    fix: () => 'Check that endpoint="…" is the API\'s address',
    intercept: answer(isApi, portal),
  },
  {
    code: 'unreachable',
    what: 'the server is down',
    fix: () => 'Check that the server runs',
    api: 'http://127.0.0.1:9',
  },
];

const chromium = await findChromium();

describe('when something goes wrong', {skip: chromium.skip}, () => {
  let stage: Stage;
  const open: Visit[] = [];
  before(async () => (stage = await openStage(chromium.path)));
  after(() => stage.close());
  afterEach(async () => {
    stage.host.intercept = undefined;
    for (const {page, errors} of open.splice(0)) {
      assert.deepEqual(errors, []);
      await page.close();
    }
  });
  async function show(fault: Partial<Fault>): Promise<Visit & {api: string}> {
    const api = fault.api ?? (fault.away ? stage.other : stage.host).origin;
    stage.host.intercept = fault.intercept;
    stage.host.pages.set('/test.html', {html: html(`${api}/api/v1`), headers: fault.headers ?? {}});
    const visited = await visit(stage.browser, `${stage.host.origin}/test.html`);
    open.push(visited);
    return {...visited, api};
  }
  /** The citizen sees the page's own link, and can follow it. */
  const assertLink = async ({page}: Visit): Promise<void> => {
    const link = page.getByRole('link', {name: '政务公开事项目录'});
    await link.waitFor({timeout: 10_000});
    assert.equal(await link.evaluate((a: HTMLAnchorElement) => a.href), LINK);
  };

  for (const fault of FAULTS) {
    it(`${fault.what}: ${fault.code}`, async () => {
      const visited = await show(fault);
      await visited.page
        .waitForEvent('console', {predicate: (line) => line.text().startsWith('[zwgk]'), timeout: 10_000})
        .catch(() => undefined);
      await visited.page.waitForTimeout(200);
      assert.equal(visited.said.length, 1, visited.said.join('\n') || 'nothing was said');
      assert.ok(visited.said[0]!.startsWith(`[zwgk] ${fault.code}: `), visited.said[0]);
      assert.ok(visited.said[0]!.includes(fault.fix(stage.host.origin, visited.api)), visited.said[0]);
      await assertLink(visited);
    });
  }
  it('the six codes are six', () => assert.equal(new Set(FAULTS.map(({code}) => code)).size, 6));

  it('the script itself is missing: the link stays', async () => {
    const visited = await show({
      intercept: answer(
        (path) => path.endsWith('zwgk.js'),
        (response) => response.writeHead(404).end(),
      ),
    });
    await assertLink(visited);
    assert.deepEqual(visited.said, []);
  });
  it('a missing chunk is told to the page, on each tag and across shadow roots', async () => {
    const {page} = await show(FAULTS[0]!);
    const told = await page.evaluate(async () => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({mode: 'open'});
      const heard = new Promise<unknown>((resolve) => {
        // The page's own tag may still have to tell as well.
        const mine = (event: Event): boolean => event.composedPath()[0] === root.firstElementChild;
        document.addEventListener('zwgk-error', (event) => mine(event) && resolve((event as CustomEvent).detail));
        setTimeout(() => resolve('nothing was heard'), 3000);
      });
      root.innerHTML = '<zwgk-catalog></zwgk-catalog>';
      return [await heard, root.firstElementChild!.getAttribute('data-zwgk-error')];
    });
    assert.deepEqual(told, [{code: 'script-missing'}, 'script-missing']);
  });
  it('the policy blocks the chunks: the fix names script-src', async () => {
    const headers = {'content-security-policy': `script-src ${stage.host.origin}/sdk/v1/zwgk.js`};
    const visited = await show({headers});
    await assertLink(visited);
    await visited.page.waitForTimeout(200);
    assert.equal(visited.said.length, 1, visited.said.join('\n'));
    assert.ok(visited.said[0]!.includes(`Content-Security-Policy blocks it: add ${stage.host.origin} to script-src.`), visited.said[0]);
  });
  it('the policy forbids our Trusted Types policy: the fix names it, the link stays', async () => {
    const visited = await show({headers: {'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'"}});
    await assertLink(visited);
    await visited.page.waitForTimeout(200);
    assert.equal(visited.said.length, 1, visited.said.join('\n'));
    assert.ok(visited.said[0]!.includes('add zwgk to trusted-types'), visited.said[0]);
  });
});
