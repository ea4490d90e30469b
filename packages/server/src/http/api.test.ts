import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CatalogItemList} from '@zwgk/contract';
import {pino} from 'pino';
import {json, problem, STAFF, testApp} from '../testing/app.ts';
import {itemInput} from '../testing/inputs.ts';
import {NOW} from '../testing/temp-store.ts';

/** Registered, then asked from: own page, the exact origin, and 18 that only look like it. */
const REGISTERED = 'https://zwgk.example.com';
const ORIGINS: readonly [origin: string, allowed: boolean][] = [
  ['https://zwgk.example.com', true],
  ['http://zwgk.test', true],
  ['null', false],
  ['https://evil-zwgk.example.com', false],
  ['https://zwgk.example.com.evil.example', false],
  ['https://zwgk.example.comevil', false],
  ['https://sub.zwgk.example.com', false],
  ['https://example.com', false],
  ['http://zwgk.example.com', false],
  ['https://zwgk.example.com:443', false],
  ['https://zwgk.example.com:8443', false],
  ['https://zwgk.example.com/', false],
  ['https://ZWGK.example.com', false],
  ['https://zwgk.example.com.', false],
  ['https://zwgk.example.com@evil.example', false],
  ['https://zwgk_example.com', false],
  ['https://zwgkxexample.com', false],
  ['file://', false],
  ['chrome-extension://abcdefgh', false],
  ['*', false],
];

test('CORS follows the exact list of sites, for reads, preflights and writes', async (t) => {
  const {store, get, write} = await testApp(t, 5);
  await store.saveSite(REGISTERED);
  assert.equal(ORIGINS.length, 20);
  for (const [origin, allowed] of ORIGINS) {
    const own = origin === 'http://zwgk.test';
    const read = await get('/catalog/items?limit=1', {headers: {Origin: origin}});
    assert.equal(read.status, 200);
    assert.equal(read.headers.get('access-control-allow-origin'), allowed && !own ? origin : null, origin);
    assert.match(read.headers.get('vary')!, /Origin/);
    const ask = {Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type'};
    const preflight = await get('/catalog/items', {method: 'OPTIONS', headers: ask});
    assert.equal(preflight.status, allowed ? 204 : 403, origin);
    if (!allowed) assert.equal((await problem(preflight)).code, 'origin-not-allowed');
    const post = await write('POST', '/catalog/items', itemInput(), {Origin: origin});
    assert.equal(post.status, allowed ? 201 : 403, origin);
  }
  const read = await get('/catalog/items?limit=1', {headers: {Origin: REGISTERED}});
  assert.match(read.headers.get('access-control-expose-headers')!, /ETag.*Link.*Zwgk-Contract/);
  assert.equal(read.headers.get('access-control-allow-credentials'), null);
});

test('a site registered while the server runs is let in at once', async (t) => {
  const {store, get} = await testApp(t, 1);
  const ask = async (): Promise<string | null> =>
    (await get('/regions', {headers: {Origin: REGISTERED}})).headers.get('access-control-allow-origin');
  assert.equal(await ask(), null);
  await store.saveSite(REGISTERED);
  assert.equal(await ask(), REGISTERED);
});

test('a write that a browser says comes from another site is refused even without an origin', async (t) => {
  const {write} = await testApp(t, 1);
  const response = await write('POST', '/catalog/items', itemInput(), {'Sec-Fetch-Site': 'cross-site'});
  assert.deepEqual([response.status, (await problem(response)).code], [403, 'origin-not-allowed']);
});

test('forms of other sites write nothing: three encodings, each on every write', async (t) => {
  const {get, store} = await testApp(t, 5);
  const before = await store.dataVersion();
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
    for (const path of ['/catalog/items', '/documents']) {
      const headers = {'Content-Type': type, Authorization: `Bearer ${STAFF.token}`};
      assert.equal((await get(path, {method: 'POST', headers, body: '{}'})).status, 415);
      assert.equal((await get(path, {method: 'POST', headers: {...headers, Origin: 'https://evil.example'}, body: '{}'})).status, 403);
    }
  }
  assert.equal(await store.dataVersion(), before);
});

test('the same state is not sent twice: 304 before any query, until data or day change', async (t) => {
  let now = Date.parse(NOW);
  const {store, get} = await testApp(t, 20, {now: () => now});
  const paths = [
    '/catalog/items',
    '/catalog/items/item-1',
    '/catalog/changes',
    '/regions',
    '/agencies',
    '/documents',
    '/calendar/2026',
    '/profile',
    '/catalog/feed',
    '/catalog/export',
  ];
  for (const path of paths) {
    const first = await get(path);
    const tag = first.headers.get('etag')!;
    assert.match(tag, /^"[^"]+"$/, path);
    assert.equal(first.headers.get('cache-control'), 'public, max-age=0, must-revalidate');
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await get(path, {headers: {'If-None-Match': header}});
      assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', tag], `${path} ${header}`);
    }
    assert.equal((await get(path, {headers: {'If-None-Match': '"other"'}})).status, 200);
  }
  const tag = (await get('/catalog/items')).headers.get('etag')!;
  now += 24 * 3_600_000;
  assert.equal((await get('/catalog/items', {headers: {'If-None-Match': tag}})).status, 200, 'another day');
  now = Date.parse(NOW);
  await store.saveSite('https://www.example.com');
  assert.equal((await get('/catalog/items', {headers: {'If-None-Match': tag}})).status, 200, 'other data');
});

test('what does not exist is 404, also to whoever claims to have it', async (t) => {
  const {get} = await testApp(t, 3);
  const tag = (await get('/catalog/items')).headers.get('etag')!;
  for (const path of ['/catalog/items/nothing', '/documents/nothing', '/calendar/2035'])
    assert.equal((await get(path, {headers: {'If-None-Match': tag}})).status, 404, path);
});

test('a hostile list is answered shortly: too long says only that, and never more than twenty errors', async (t) => {
  const {get, write} = await testApp(t, 3);
  const long = await problem(await get(`/catalog/items?agency=${'!,'.repeat(3000)}!`));
  assert.deepEqual(long.errors, [{path: 'agency', message: '太多'}]);
  const names = await problem(await get(`/catalog/items?${Array.from({length: 300}, (_, i) => `x${i}=1`).join('&')}`));
  assert.equal(names.errors!.length, 20);
  const body = await problem(await write('POST', '/catalog/items', Object.fromEntries(Array.from({length: 300}, (_, i) => [`x${i}`, 1]))));
  assert.equal(body.errors!.length, 20);
});

test('a long filter does not make the headers long', async (t) => {
  const {get} = await testApp(t, 60);
  const agencies = Array.from({length: 40}, (_, i) => `agency-with-a-long-name-${i}`).join(',');
  const short = (await get('/catalog/items?q=招生')).headers.get('link')!;
  const long = (await get(`/catalog/items?agency=${agencies}`)).headers.get('link')!;
  assert.match(short, /rel="self".*rel="alternate"/);
  assert.match(long, /rel="self"/);
  assert.doesNotMatch(long, /alternate/);
});

test('a parameter that is unknown, doubled or no such value is named in the problem', async (t) => {
  const {get} = await testApp(t, 5);
  const cases: [query: string, path: string][] = [
    ['nonsense=1', 'nonsense'],
    ['limit=10&limit=20', 'limit'],
    ['limit=101', 'limit'],
    ['limit=1e1', 'limit'],
    ['limit=-1', 'limit'],
    ['sort=random', 'sort'],
    ['disclosure=proactive,secret', 'disclosure'],
    ['disclosure=proactive&disclosure=partial', 'disclosure'],
    ['region=32', 'region'],
    ['region=', 'region'],
    ['updatedFrom=2026-02-30', 'updatedFrom'],
    ['facets=yes', 'facets'],
    [`q=${'字'.repeat(65)}`, 'q'],
    ['cursor=%3Cscript%3E', 'cursor'],
    ['cursor=abcd', 'cursor'],
    ['__proto__=1', '__proto__'],
    ['q[$ne]=1', 'q[$ne]'],
    [`agency=${Array(51).fill('a').join(',')}`, 'agency'],
  ];
  for (const [query, path] of cases) {
    const response = await get(`/catalog/items?${query}`);
    assert.equal(response.status, 400, query);
    const {code, errors} = await problem(response);
    assert.deepEqual([code, errors![0]!.path], ['invalid-parameter', path], query);
  }
  assert.equal((await get(`/catalog/items?q=${'𠮷'.repeat(64)}`)).status, 200, '64 code points');
  assert.equal((await get('/catalog/items/%2e%2e%2fetc')).status, 400);
  assert.equal((await get('/calendar/1999')).status, 400);
});

test('whatever is wrong, the answer is a problem: 404, 405 with what is allowed, 413, 415, 400', async (t) => {
  const {get, write} = await testApp(t, 5);
  const none = await get('/nothing/here');
  assert.deepEqual([none.status, (await problem(none)).code], [404, 'not-found']);
  const method = await get('/catalog/items', {method: 'PATCH'});
  assert.deepEqual(
    [method.status, method.headers.get('allow'), (await problem(method)).code],
    [405, 'GET, HEAD, POST, OPTIONS', 'method-not-allowed'],
  );
  const head = await get('/catalog/items', {method: 'HEAD'});
  assert.deepEqual([head.status, await head.text()], [200, '']);
  const unpublished = await get('/calendar/2031');
  assert.deepEqual([unpublished.status, (await problem(unpublished)).code], [404, 'calendar-not-published']);

  const large = await write('POST', '/catalog/items', itemInput({level2: '长'.repeat(100_000)}));
  assert.deepEqual([large.status, (await problem(large)).code], [413, 'payload-too-large']);
  const send = (body: BodyInit, type = 'application/json'): Promise<Response> =>
    get('/catalog/items', {
      method: 'POST',
      body,
      headers: {'Content-Type': type, Authorization: `Bearer ${STAFF.token}`},
      duplex: 'half',
    } as RequestInit);
  const endless = new ReadableStream({pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32))});
  assert.equal((await send(endless)).status, 413);
  for (const type of ['', 'text/json', 'application/json; charset=gbk', 'application/jsonp', 'application/vnd.api+json']) {
    assert.equal((await send('{}', type)).status, 415, type);
  }
  const bodies: [body: BodyInit, code: string][] = [
    ['', 'invalid-json'],
    ['{"seq":1,}', 'invalid-json'],
    [new Uint8Array([0x7b, 0xff, 0x7d]), 'invalid-json'],
    ['\ufeff{}', 'invalid-json'],
    ['[]', 'invalid-body'],
    ['null', 'invalid-body'],
    ['{"__proto__":{"x":1}}', 'invalid-body'],
    ['{"a":{"constructor":{}}}', 'invalid-body'],
    [`${'['.repeat(100)}${']'.repeat(100)}`, 'invalid-body'],
    [JSON.stringify(itemInput({level2: 'x'})).replace('"x"', '"\\ud800"'), 'invalid-body'],
    [JSON.stringify({...itemInput(), extra: 1}), 'invalid-body'],
    [JSON.stringify({...itemInput(), seq: '1'}), 'invalid-body'],
  ];
  for (const [body, code] of bodies) {
    const response = await send(body);
    assert.deepEqual([response.status, (await problem(response)).code], [400, code], String(body).slice(0, 60));
  }
  assert.equal(({} as Record<string, unknown>)['x'], undefined);
});

test('an unexpected error tells the client nothing but its request id, and the log everything else', async (t) => {
  const lines: string[] = [];
  const log = pino({base: null}, {write: (line: string) => void lines.push(line)});
  const {store, get} = await testApp(t, 1, {log});
  store.listRegions = () => Promise.reject(Object.assign(new Error('near "select": syntax error in /srv/zwgk'), {errcode: 1}));
  const response = await get('/regions?parent=320000');
  const text = await response.clone().text();
  assert.equal(response.status, 500);
  assert.doesNotMatch(text, /select|srv|Error|\.ts/);
  const {requestId} = await problem(response);
  assert.ok(lines.some((line) => line.includes(requestId!) && line.includes('syntax error')));
  store.listRegions = () => Promise.reject(Object.assign(new Error('full'), {errcode: 13}));
  assert.deepEqual(
    [(await get('/regions')).status, (await get('/regions')).headers.get('content-type')],
    [507, 'application/problem+json; charset=utf-8'],
  );
  store.dataVersion = () => Promise.reject(Object.assign(new Error('busy'), {errcode: 5}));
  assert.equal((await problem(await get('/regions'))).code, 'unavailable');
});

test('the log has one JSON line a request, without query, body or address', async (t) => {
  const lines: string[] = [];
  const {get, fetch} = await testApp(t, 1, {log: pino({base: null}, {write: (line: string) => void lines.push(line)})});
  await get('/catalog/items?q=张三的身份证');
  await get('/catalog/items/item-1');
  await fetch('/nothing%0d%0ahere?x=\u2028');
  const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    logged.map(({method, route, status}) => [method, route, status]),
    [
      ['GET', '/api/v1/catalog/items', 200],
      ['GET', '/api/v1/catalog/items/:id', 200],
      ['GET', 'static', 404],
    ],
  );
  for (const line of logged) assert.deepEqual(Object.keys(line).sort(), ['level', 'method', 'ms', 'requestId', 'route', 'status', 'time']);
});

test('security headers are on every answer of the API; HSTS only behind HTTPS', async (t) => {
  const {get} = await testApp(t, 1);
  for (const response of [
    await get('/regions'),
    await get('/nowhere'),
    await get('/catalog/export'),
    await get('/regions', {method: 'DELETE'}),
  ]) {
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(response.headers.get('strict-transport-security'), null);
  }
  const secure = await testApp(t, 1, {config: {https: true}});
  assert.match((await secure.get('/regions')).headers.get('strict-transport-security')!, /^max-age=\d+/);
});

test('the mark of a change fades with the day that the server sees', async (t) => {
  let now = Date.parse(NOW);
  const {write, get} = await testApp(t, 60, {now: () => now});
  await write('POST', '/catalog/items', itemInput({level2: '新近添加的'}));
  const marks = async (): Promise<unknown[]> =>
    (await json<CatalogItemList>(await get('/catalog/items?q=新近添加的'))).items.map(({change}) => change);
  assert.deepEqual(await marks(), ['added']);
  now += 30 * 24 * 3_600_000;
  assert.deepEqual(await marks(), [undefined]);
});
