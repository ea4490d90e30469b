/** What the client's code reads of an answer, and sends with a request, is what the server lets pages of other sites read and send; and every path answers the other methods as HTTP has it. */
import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {after, before, test} from 'node:test';
import type * as Client from '@zwgk/client';
import type {ApplicationInput, CommentSubmission} from '@zwgk/contract';
import {OPERATIONS, type Method} from '../../packages/server/src/http/contract.ts';
import {oneRequest} from './one-request.ts';
import {running, type Running} from './running.ts';

/** Stands in for the browser's, which the client takes hold of when it is loaded. */
class FakeRequest {
  static answer = {status: 201, headers: '', body: '{}'};
  upload = {};
  onload?: () => void;
  open = (): void => undefined;
  setRequestHeader = (): void => undefined;
  abort = (): void => undefined;
  send(): void {
    queueMicrotask(() => this.onload?.());
  }
  get status(): number {
    return FakeRequest.answer.status;
  }
  get response(): string {
    return FakeRequest.answer.body;
  }
  getAllResponseHeaders(): string {
    return FakeRequest.answer.headers;
  }
}

const SITE = 'https://www.example.com';
const PACKAGES = fileURLToPath(new URL('../../packages/', import.meta.url));
let server: Running;
let client: typeof Client;
const hooks: (() => unknown)[] = [];
before(async () => {
  server = await running({after: (hook) => void hooks.push(hook as () => unknown)}, 3);
  await server.store.saveSite(SITE);
  Object.assign(globalThis, {XMLHttpRequest: FakeRequest});
  client = await import('@zwgk/client');
});
after(async () => {
  Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
  for (const hook of hooks) await hook();
});

const names = (list: string | null): string[] => (list ?? '').toLowerCase().split(/\s*,\s*/);

test('every header that the client’s code reads may be read by a page of another site', async () => {
  // What every page may read (Fetch, CORS-safelisted response-header names).
  const always = ['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma'];
  const sources = globSync('{client,elements,embed}/src/**/*.ts', {cwd: PACKAGES, exclude: (path) => /\.test\.ts$|\/testing\//.test(path)});
  const read = new Set(
    sources
      .flatMap((path) => [...readFileSync(PACKAGES + path, 'utf8').matchAll(/(?:headers\.get|getResponseHeader)\(\s*'([^']+)'/g)])
      .map(([, name]) => name!.toLowerCase()),
  );
  for (const name of ['etag', 'retry-after', 'zwgk-contract'])
    assert.ok(read.has(name), `${name} is read nowhere: this test looks in the wrong place`);
  for (const [method, path] of [
    ['GET', '/regions'],
    ['GET', '/nowhere'],
    ['POST', '/applications'],
  ] as const) {
    const {headers} = await server.request(method, path, undefined, {Origin: SITE});
    assert.equal(headers.get('access-control-allow-origin'), SITE);
    const exposed = names(headers.get('access-control-expose-headers'));
    for (const name of read) if (!always.includes(name)) assert.ok(exposed.includes(name), `${method} ${path} keeps ${name} to itself`);
  }
});

test('every header that the client sends passes the preflight', async () => {
  const sent = new Map<string, Set<string>>();
  const spy = new client.ZwgkClient(`${server.origin}/api/v1`, (url, {method = 'GET', headers}) => {
    const path = new URL(url).pathname.slice('/api/v1'.length);
    sent.set(`${method} ${path}`, new Set([...new Headers(headers).keys()]));
    return Promise.resolve(new Response('{}', {status: 400, headers: {'content-type': 'application/json'}}));
  });
  const key = 'intent-of-the-header-run-1';
  const calls: Promise<unknown>[] = [
    client.submitApplication(spy, {} as ApplicationInput, {key}),
    client.getReceiptByKey(spy, key),
    client.getApplicationStatus(spy, {token: 'x'}),
    client.submitComments(spy, 'c', {} as CommentSubmission, {key}),
    client.stageUpload(spy, new File(['x'], 'a.png')),
    client.discardUpload(spy, 'u'.repeat(22)),
    client.listRegions(spy),
  ];
  for (const call of calls) await call.catch(() => undefined);
  assert.equal(sent.size, calls.length);
  assert.ok([...sent.values()].some((headers) => headers.has('idempotency-key')));
  for (const [request, headers] of sent) {
    const [method, path] = request.split(' ') as [string, string];
    const {status, headers: allowed} = await oneRequest(Number(new URL(server.origin).port), 'OPTIONS', path, {
      Origin: SITE,
      'Access-Control-Request-Method': method,
    });
    assert.equal(status, 204, request);
    assert.ok(names(String(allowed['access-control-allow-methods'])).includes(method.toLowerCase()), request);
    const may = [...names(String(allowed['access-control-allow-headers'])), 'accept'];
    for (const name of headers) assert.ok(may.includes(name), `${request} may not send ${name}`);
  }
});

test('a refused upload tells its sender when to try again, and which contract it is', async () => {
  const native = new client.ZwgkClient(`${server.origin}/api/v1`);
  const upload = () =>
    client.stageUpload(native, new File(['x'], 'a.png')).then(
      () => undefined,
      (error: unknown) => error,
    );
  FakeRequest.answer = {
    status: 429,
    headers: 'content-type: application/problem+json\r\nretry-after: 7\r\n',
    body: '{"code":"too-many-requests"}',
  };
  assert.equal(client.retrySeconds((await upload()) as InstanceType<typeof client.ApiError>), 7);
  FakeRequest.answer = {status: 201, headers: 'content-type: application/json\r\nzwgk-contract: 9.0\r\n', body: '{}'};
  assert.equal(((await upload()) as InstanceType<typeof client.ApiError>).code, 'contract-mismatch');
});

/** A value for each parameter of a path; none of them exists. */
const pathOf = (template: string): string =>
  template
    .replace('{year}', '2026')
    .replace('{number}', '20200101-000001')
    .replace('{upload}', 'u'.repeat(22))
    .replace(/\{\w+\}/g, 'none');

test('HEAD answers as GET does, without the bytes, wherever there is a GET', async () => {
  const port = Number(new URL(server.origin).port);
  const own = {Authorization: 'Bearer nobody-nobody-nobody-nobody', 'Idempotency-Key': 'intent-of-the-header-run-2'};
  const paths = [...OPERATIONS.values()].flatMap(({method, path}) => (method === 'get' ? [pathOf(path)] : []));
  for (const path of [...paths, '/catalog/items/item-1', '/search?q=示例', '/search/suggest?q=示例'].map(encodeURI)) {
    const [get, head] = [await oneRequest(port, 'GET', path, own), await oneRequest(port, 'HEAD', path, own)];
    assert.equal(head.status, get.status, path);
    assert.equal(head.body, '', path);
    const comparable = ({date: _date, 'content-length': _length, 'transfer-encoding': _coding, ...rest}: typeof get.headers) => rest;
    assert.deepEqual(comparable(head.headers), comparable(get.headers), path);
  }
});

test('a method that a path does not have is 405, and it is said which it has', async () => {
  const port = Number(new URL(server.origin).port);
  const offered = new Map<string, Method[]>();
  for (const {path, method} of OPERATIONS.values()) offered.set(path, [...(offered.get(path) ?? []), method]);
  for (const [path, methods] of offered) {
    for (const method of ['get', 'post', 'put', 'delete', 'patch'].filter((each) => !methods.includes(each as Method))) {
      const {status, headers, body} = await oneRequest(port, method.toUpperCase(), pathOf(path), {});
      assert.equal(status, 405, `${method} ${path}`);
      assert.equal((JSON.parse(body) as {code: string}).code, 'method-not-allowed');
      const allowed = names(String(headers['allow']));
      assert.deepEqual(allowed.toSorted(), [...methods, ...(methods.includes('get') ? ['head'] : []), 'options'].toSorted(), path);
    }
  }
});
