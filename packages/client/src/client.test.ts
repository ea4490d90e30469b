import {expect} from '@open-wc/testing';
import {
  ApiError,
  catalogExportUrl,
  catalogFeedUrl,
  listCatalogItems,
  queryString,
  search,
  suggest,
  ZwgkClient,
  type Transport,
} from './index.ts';

const list = {items: [], total: 0, nextCursor: null};
const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), {...init, headers: {'content-type': 'application/json; charset=utf-8', ...init.headers}});
const client = (transport: Transport): ZwgkClient => new ZwgkClient('https://api.example.com/api/v1/', transport);

async function codeOf(transport: Transport): Promise<string> {
  const error: unknown = await listCatalogItems(client(transport), {}).catch((caught: unknown) => caught);
  expect(error).to.be.instanceOf(ApiError);
  return (error as ApiError).code;
}

describe('a query', () => {
  it('leaves out what is empty and writes lists as the contract wants them', () => {
    expect(queryString({q: '', level: ['county', 'city'], domain: [], limit: 20})).to.equal('?level=county,city&limit=20');
    expect(queryString({matter: ['甲', '乙,丙']})).to.equal('?matter=%E7%94%B2&matter=%E4%B9%99,%E4%B8%99');
    expect(queryString({})).to.equal('');
  });
});

describe('a search', () => {
  it('sends the words as plain text, and an empty text too, which asks for hot words', async () => {
    const asked: string[] = [];
    const searching = client((url) => (asked.push(decodeURIComponent(url.split('/api/v1')[1]!)), Promise.resolve(json(list))));
    await search(searching, {q: '"公积金" OR *&a=b', type: ['document'], region: ['320000'], limit: 20});
    await suggest(searching, {q: '', agency: ['a']});
    await suggest(searching, {q: 'a&b'});
    expect(asked[0]).to.equal('/search?q="公积金"+OR+*&a=b&type=document&region=320000&limit=20');
    expect(asked.slice(1)).to.deep.equal(['/search/suggest?q=&agency=a', '/search/suggest?q=a&b']);
  });
});

describe('two widgets on one page', () => {
  it('share one request while it is under way', async () => {
    let calls = 0;
    const shared = client(() => (calls++, Promise.resolve(json(list))));
    const [first, second] = await Promise.all([listCatalogItems(shared, {limit: 20}), listCatalogItems(shared, {limit: 20})]);
    expect(calls).to.equal(1);
    expect(first).to.equal(second);
  });

  it('do not lose the answer when one of them leaves', async () => {
    let release = (_: Response): void => undefined;
    const shared = client(() => new Promise((resolve) => (release = resolve)));
    const leaver = new AbortController();
    const left = listCatalogItems(shared, {}, leaver.signal).catch((error: unknown) => (error as ApiError).code);
    const stayer = listCatalogItems(shared, {}, new AbortController().signal);
    leaver.abort();
    release(json(list));
    expect(await left).to.equal('aborted');
    expect(await stayer).to.deep.equal(list);
  });

  it('stop the request when both leave', async () => {
    const both = new AbortController();
    let stopped = false;
    const shared = client((_, {signal}) => {
      signal?.addEventListener('abort', () => (stopped = true));
      return new Promise(() => undefined);
    });
    const waits = [listCatalogItems(shared, {}, both.signal), listCatalogItems(shared, {}, both.signal)].map((wait) =>
      wait.catch(() => 'gone'),
    );
    both.abort();
    expect(await Promise.all(waits)).to.deep.equal(['gone', 'gone']);
    expect(stopped).to.equal(true);
  });
});

describe('an answer with the ETag of the last one', () => {
  it('is the same object, so nothing is rendered again', async () => {
    const shared = client(() => Promise.resolve(json(list, {headers: {etag: '"v1"'}})));
    expect(await listCatalogItems(shared, {})).to.equal(await listCatalogItems(shared, {}));
  });
});

describe('an answer that is none', () => {
  it('of a login page is told from data', async () => {
    expect(await codeOf(() => Promise.resolve(new Response('<html>', {headers: {'content-type': 'text/html'}})))).to.equal('intercepted');
    expect(await codeOf(() => Promise.resolve(new Response('<html>', {headers: {'content-type': 'application/json'}})))).to.equal(
      'intercepted',
    );
  });
  it('of another contract is told from data', async () => {
    expect(await codeOf(() => Promise.resolve(json({rows: []})))).to.equal('contract-mismatch');
    expect(await codeOf(() => Promise.resolve(json(list, {headers: {'zwgk-contract': '0.9'}})))).to.equal('contract-mismatch');
  });
  it('of the server says whether it is gone, refused or broken', async () => {
    const problem = (status: number) => (): Promise<Response> =>
      Promise.resolve(json({code: 'x'}, {status, headers: {'content-type': 'application/problem+json'}}));
    expect(await codeOf(problem(404))).to.equal('not-found');
    expect(await codeOf(problem(400))).to.equal('rejected');
    expect(await codeOf(problem(500))).to.equal('server-error');
  });
});

describe('no answer at all', () => {
  it('is the server, when nothing can reach it', async () => {
    expect(await codeOf(() => Promise.reject(new TypeError('failed')))).to.equal('unreachable');
  });
  it('is CORS, when an opaque request gets through', async () => {
    expect(
      await codeOf((_, {mode}) => (mode === 'no-cors' ? Promise.resolve(new Response()) : Promise.reject(new TypeError('failed')))),
    ).to.equal('cors-refused');
  });
  it('is tried once more before anybody is told', async () => {
    let calls = 0;
    const flaky: Transport = (_, {mode}) => {
      if (mode !== 'no-cors') calls++;
      return calls > 1 && mode !== 'no-cors' ? Promise.resolve(json(list)) : Promise.reject(new TypeError('failed'));
    };
    expect(await listCatalogItems(client(flaky), {})).to.deep.equal(list);
    expect(calls).to.equal(2);
  });
});

describe('addresses that a reader takes along', () => {
  it('hold exactly the filter, without paging', () => {
    const shared = client(() => Promise.reject(new Error()));
    const query = {q: '补偿', level: ['county' as const], sort: 'due' as const, cursor: 'abc', limit: 20};
    expect(decodeURI(catalogExportUrl(shared, query, 'csv'))).to.equal(
      'https://api.example.com/api/v1/catalog/export?format=csv&q=补偿&level=county&sort=due',
    );
    expect(decodeURI(catalogFeedUrl(shared, query))).to.equal('https://api.example.com/api/v1/catalog/feed?q=补偿&level=county');
  });
});
