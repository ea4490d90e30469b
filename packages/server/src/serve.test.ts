import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {connect} from 'node:net';
import {test, type TestContext} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {pino, type Logger} from 'pino';
import type {Problem} from '@zwgk/contract';
import {serve, type RunningServer} from './serve.ts';
import {tokenHash} from './http/staff.ts';
import {STAFF} from './testing/app.ts';
import type {SqliteStore} from './store/sqlite-store.ts';
import {seededStore} from './testing/temp-store.ts';

async function running(
  t: TestContext,
  timeouts = {},
  log?: Logger,
): Promise<{server: RunningServer; store: SqliteStore; port: number; file: string}> {
  const {store, file} = await seededStore(t, 20);
  // The server closes the store; the test's own clean-up must not do it again.
  const close = store.close.bind(store);
  let closed: Promise<void> | undefined;
  store.close = () => (closed ??= close());
  const server = await serve({store, port: 0, host: '127.0.0.1', timeouts, ...(log ? {log} : {})});
  t.after(() => server.stop());
  return {server, store, port: server.port, file};
}

/** What the server says to raw bytes, until it hangs up. */
function talk(port: number, text: string): Promise<string> {
  return new Promise((done, fail) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part: string) => (heard += part));
    socket.on('close', () => done(heard)).on('error', fail);
  });
}

const bodyOf = (answer: string): Problem => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as Problem;

test('what is no request gets a problem, too', async (t) => {
  const {port} = await running(t);
  const nonsense = await talk(port, 'HELLO\r\n\r\n');
  assert.match(nonsense, /^HTTP\/1\.1 400 /);
  assert.equal(bodyOf(nonsense).code, 'bad-request');
  const huge = await talk(port, `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(40_000)}\r\n\r\n`);
  assert.match(huge, /^HTTP\/1\.1 431 /);
});

test('slow sockets are closed with a problem while others are served', async (t) => {
  const {port, store} = await running(t, {headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50});
  await store.saveToken(tokenHash(STAFF.token), STAFF.agency, '2026-11-24T00:00:00Z');
  const start = performance.now();
  const slowHeaders = Array.from({length: 20}, () => talk(port, 'GET /api/v1/health HTTP/1.1\r\nHost: x\r\n'));
  const slowBody = talk(
    port,
    `POST /api/v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${STAFF.token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  assert.equal((await fetch(`http://127.0.0.1:${port}/api/v1/health`)).status, 200);
  for (const answer of await Promise.all(slowHeaders)) {
    assert.match(answer, /^HTTP\/1\.1 408 /);
    assert.equal(bodyOf(answer).code, 'timeout');
  }
  assert.match(await slowBody, /^HTTP\/1\.1 408 /);
  assert.ok(performance.now() - start < 5000);
});

test('whoever asks and never reads is hung up on', async (t) => {
  const {port, store} = await running(t, {idleTimeout: 300});
  const items = await store.listCatalogItems({limit: 1}, '2026-11-24');
  // More than the buffers of both sockets hold.
  store.eachCatalogItem = async function* () {
    for (;;) yield await Promise.resolve(Array.from({length: 500}, () => items.items[0]!));
  };
  const socket = connect(port, '127.0.0.1', () => socket.write('GET /api/v1/catalog/export HTTP/1.1\r\nHost: x\r\n\r\n'));
  socket.pause().on('error', () => undefined);
  const {bytesRead} = socket;
  await wait(1500);
  const ended = new Promise<void>((done) => socket.once('close', () => done()));
  socket.resume();
  await ended;
  assert.ok(socket.bytesRead > bytesRead);
});

test('a body that its sender breaks off is no error of the server’s, and what came of a file is gone', async (t) => {
  const lines: {level: number; route: string; status?: number}[] = [];
  const log = pino({base: null}, {write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number])});
  const {port, file} = await running(t, {}, log);
  const head = (path: string, type: string): string =>
    `POST /api/v1${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nUpload-Name: a.jpg\r\nIdempotency-Key: ${'k'.repeat(22)}\r\nContent-Length: 200000\r\n\r\n`;
  const folder = `${file}.uploads`;
  const names = (): string[] => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  };
  for (const [path, type, begun] of [
    ['/uploads', 'application/octet-stream', () => names().length > 0],
    ['/applications', 'application/json', () => true],
  ] as const) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write(head(path, type) + 'x'.repeat(100_000));
    while (!begun()) await wait(5);
    await wait(50);
    socket.destroy();
    while (!lines.some(({route, status}) => route === `/api/v1${path}` && status !== undefined)) await wait(5);
  }
  assert.deepEqual(
    lines.map(({level, status}) => [level, status]),
    [
      [30, 400],
      [30, 400],
    ],
  );
  assert.deepEqual(names(), []);
});

test('a stop finishes what is open, takes nothing new, and closes the store', async (t) => {
  const {server, store} = await running(t);
  const at = `http://127.0.0.1:${server.port}/api/v1`;
  const started = Promise.withResolvers<undefined>();
  const list = store.listRegions.bind(store);
  store.listRegions = async (query) => {
    started.resolve(undefined);
    await wait(300);
    return list(query);
  };
  const open = fetch(`${at}/regions`);
  await started.promise;
  const stopping = server.stop();
  assert.equal((await open).status, 200);
  await stopping;
  await assert.rejects(fetch(`${at}/regions`));
  await assert.rejects(list({limit: 1}), 'the store is closed');
});
