import assert from 'node:assert/strict';
import {Readable} from 'node:stream';
import {test} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {testApp} from '../testing/app.ts';
import {itemInput} from '../testing/inputs.ts';
import {acceptedEncoding, encodeBody} from './encoding.ts';

const DECODERS = {br: brotliDecompressSync, gzip: gunzipSync};
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const codingOf = (response: Response): string | null => response.headers.get('content-encoding');

test('Brotli is taken before gzip, and neither where it is refused or not named', () => {
  const cases: [header: string | undefined, expected: string | undefined][] = [
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.1', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['gzip; q=0.000', undefined],
    ['brotli, x-gzip', undefined],
  ];
  for (const [header, expected] of cases) assert.equal(acceptedEncoding(header), expected, header);
});

test('JSON, CSV, feed and contract come compressed to whoever accepts it, and say the same', async (t) => {
  const {fetch} = await testApp(t, 700);
  for (const path of ['/api/v1/catalog/items', '/api/v1/catalog/export', '/api/v1/catalog/feed', '/api/v1/profile', '/openapi.yaml']) {
    const plain = await fetch(path);
    const text = await bytesOf(plain);
    assert.equal(codingOf(plain), null, path);
    for (const [coding, decode] of Object.entries(DECODERS)) {
      const packed = await fetch(path, {headers: {'Accept-Encoding': coding}});
      const bytes = await bytesOf(packed);
      assert.equal(codingOf(packed), coding, path);
      assert.equal(packed.headers.get('content-type'), plain.headers.get('content-type'));
      assert.match(packed.headers.get('vary')!, /Accept-Encoding/);
      assert.ok(decode(bytes).equals(text), path);
      assert.ok(bytes.length < text.length / 2, `${path} ${coding}: ${bytes.length} of ${text.length}`);
    }
  }
});

test('what is short, or compressed already, is sent as it is', async (t) => {
  const {fetch} = await testApp(t, 60);
  const headers = {'Accept-Encoding': 'gzip, br'};
  for (const path of ['/api/v1/health', '/api/v1/catalog/export?format=xlsx', '/api/v1/nothing']) {
    const response = await fetch(path, {headers});
    await response.arrayBuffer();
    assert.equal(codingOf(response), null, path);
    assert.match(response.headers.get('vary')!, /Accept-Encoding/, path);
  }
});

test('each coding has its own strong validator, and each stands for the same state', async (t) => {
  const {get, write} = await testApp(t, 60);
  for (const path of ['/catalog/items', '/catalog/items/item-1', '/catalog/export']) {
    const tags: string[] = [];
    for (const coding of ['identity', 'gzip', 'br']) {
      const response = await get(path, {headers: {'Accept-Encoding': coding}});
      await response.arrayBuffer();
      tags.push(response.headers.get('etag')!);
    }
    assert.equal(new Set(tags).size, 3, tags.join());
    for (const tag of tags) {
      assert.match(tag, /^"[^"]+"$/);
      for (const coding of ['identity', 'gzip', 'br']) {
        const again = await get(path, {headers: {'If-None-Match': tag, 'Accept-Encoding': coding}});
        assert.deepEqual([again.status, again.headers.get('etag'), codingOf(again), await again.text()], [304, tag, null, '']);
      }
    }
    await write('POST', '/catalog/items', itemInput({level2: path}));
    for (const tag of tags) assert.equal((await get(path, {headers: {'If-None-Match': tag}})).status, 200, 'other data');
  }
});

test('the validator of a compressed answer is good for a write', async (t) => {
  const {get, write} = await testApp(t, 1);
  const created = await write('POST', '/catalog/items', itemInput());
  const at = created.headers.get('location')!.replace('/api/v1', '');
  const tag = (await get(at, {headers: {'Accept-Encoding': 'gzip'}})).headers.get('etag')!;
  assert.match(tag, /-gz"$/);
  assert.equal((await write('PUT', at, itemInput({format: '表格'}), {'If-Match': tag})).status, 200);
});

test('HEAD tells the same as GET, without the bytes', async (t) => {
  const {get} = await testApp(t, 60);
  for (const path of ['/catalog/items', '/catalog/export']) {
    const headers = {'Accept-Encoding': 'gzip'};
    const [read, head] = [await get(path, {headers}), await get(path, {headers, method: 'HEAD'})];
    await read.arrayBuffer();
    for (const name of ['content-encoding', 'etag', 'vary', 'content-type'])
      assert.equal(head.headers.get(name), read.headers.get(name), `${path} ${name}`);
    assert.equal(await head.text(), '');
  }
});

test('a reader that goes away stops the source; a source that fails breaks the answer off', async () => {
  let ended = false;
  async function* rows(): AsyncGenerator<string> {
    try {
      for (;;) yield await Promise.resolve(String(Math.random()).repeat(1000));
    } finally {
      ended = true;
    }
  }
  const type = {'Content-Type': 'text/csv'};
  const endless = (await encodeBody(Readable.toWeb(Readable.from(rows())) as ReadableStream, {...type}, 'br')) as ReadableStream;
  const reader = endless.getReader();
  await reader.read();
  await reader.cancel();
  while (!ended) await new Promise((resolve) => setImmediate(resolve));
  const failing = Readable.from(
    (function* () {
      yield 'row';
      throw new Error('disk');
    })(),
  );
  const broken = (await encodeBody(Readable.toWeb(failing) as ReadableStream, {...type}, 'gzip')) as ReadableStream;
  await assert.rejects(new Response(broken).text(), /disk/);
});
