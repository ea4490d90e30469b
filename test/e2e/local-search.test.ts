/** The search without a backend, as a page loads it from the SDK: in a worker, without one, and offline. */
import assert from 'node:assert/strict';
import {globSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import type {SearchResults} from '@zwgk/contract';
import type {SearchSource} from '../../packages/elements/src/search/search.source.ts';
import {SEARCH_INDEX} from '../../packages/elements/src/testing/search-index.ts';
import {findChromium, openStage, visit, type Stage, type Visit} from './hosts-browser.ts';

/** Nothing but what the README asks for. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types zwgk";
const INDEX = '/search/index.json';
/** Of a release whose indexes brought no pairs of characters. */
const BEFORE = '/search/before.json';
const INDEXES: Readonly<Record<string, object>> = {[INDEX]: SEARCH_INDEX, [BEFORE]: {...SEARCH_INDEX, scripts: undefined}};

type Asking = Record<'source', SearchSource>;

const chromium = await findChromium();

describe('search in a static index', {skip: chromium.skip}, () => {
  let stage: Stage;
  let chunk: string;
  const open: Visit[] = [];
  before(async () => {
    stage = await openStage(chromium.path);
    const [file] = globSync('chunks/local-source-*.js', {cwd: join(stage.sdkDir, 'v1')});
    chunk = `/sdk/v1/${file!}`;
    for (const host of [stage.host, stage.other])
      host.intercept = (path, response) => {
        const index = INDEXES[path];
        if (!index) return false;
        response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(index));
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

  /** A page with the SDK of this origin, under this policy, and a source of answers in it. */
  async function show(policy: string, sdk = '', index = INDEX): Promise<Visit> {
    const html = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title><script type="module" src="${sdk}/sdk/v1/zwgk.js"></script>`;
    stage.host.pages.set('/local.html', {html, headers: {'content-security-policy': policy}});
    const visited = await visit(stage.browser, `${stage.host.origin}/local.html`);
    open.push(visited);
    await visited.page.evaluate(
      async ([url, index]) => {
        const {localSource} = (await import(url!)) as {localSource: (url: string) => SearchSource};
        (globalThis as unknown as Asking).source = localSource(new URL(index!, location.href).href);
      },
      [sdk + chunk, index],
    );
    return visited;
  }
  const ask = ({page}: Visit, q: string): Promise<SearchResults> =>
    page.evaluate((text) => (globalThis as unknown as Asking).source.search({q: text}, new AbortController().signal), q);

  it("runs in a worker that is a file of the SDK, under the strictest policy with worker-src 'self'", async () => {
    const visited = await show(`${POLICY}; worker-src 'self'`);
    const {items} = await ask(visited, '苏示办发2017151');
    assert.deepEqual([items[0]!.id, items[0]!.why], ['doc-old', 'doc-number']);
    const workers = visited.page.workers().map((worker) => worker.url());
    assert.equal(workers.length, 1);
    assert.match(workers[0]!, new RegExp(`^${stage.host.origin}/sdk/v1/chunks/local\\.worker-[\\w-]{8}\\.js$`));
    assert.deepEqual(await visited.violations(), []);
    assert.ok(!visited.requests.some((url) => /page-answerer|^blob:|^data:/.test(url)), visited.requests.join('\n'));
  });

  it('runs on the page where the policy refuses workers, and answers the same', async () => {
    const inWorker = await ask(await show(`${POLICY}; worker-src 'self'`), '政務公開');
    const visited = await show(`${POLICY}; worker-src 'none'`);
    assert.deepEqual(await ask(visited, '政務公開'), inWorker);
    assert.equal(inWorker.total, 2);
    assert.deepEqual(visited.page.workers(), []);
    assert.ok(visited.requests.some((url) => url.includes('/page-answerer-')));
  });

  it('runs on the page where the SDK comes from another origin, whose workers no browser starts', async () => {
    const policy = `default-src 'none'; script-src 'self' ${stage.other.origin}; connect-src 'self'; worker-src 'self' ${stage.other.origin}`;
    const visited = await show(policy, stage.other.origin);
    assert.equal((await ask(visited, '政务公开')).total, 2);
    assert.deepEqual(visited.page.workers(), []);
  });

  it('runs on the page for an index that brings no pairs of characters, and answers the same', async () => {
    const policy = `${POLICY}; worker-src 'self'`;
    const visited = await show(policy, '', BEFORE);
    assert.deepEqual(await ask(visited, '政務公開'), await ask(await show(policy), '政務公開'));
    assert.deepEqual(visited.page.workers(), []);
  });

  it('goes on answering when the network is gone', async () => {
    for (const policy of [`${POLICY}; worker-src 'self'`, `${POLICY}; worker-src 'none'`]) {
      const visited = await show(policy);
      await ask(visited, '政务公开');
      const before = visited.requests.length;
      await visited.page.context().setOffline(true);
      assert.equal((await ask(visited, '收取费用')).items[0]!.article?.id, 'art-2');
      assert.equal(visited.requests.length, before);
    }
  });
});
