import assert from 'node:assert/strict';
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {brotliCompressSync, brotliDecompressSync, gunzipSync} from 'node:zlib';
import {testApp, type TestApp} from '../testing/app.ts';
import {tempFolder} from '../testing/temp-store.ts';

const CLASSIC = 'var v=1;'.repeat(200);
const STYLES = 'body{margin:0}'.repeat(200);

async function site(t: TestContext): Promise<TestApp> {
  const root = tempFolder();
  const put = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  };
  put('sdk/v1/zwgk.js', 'export const v = "依申请公开";');
  put('sdk/v1/zwgk.js.br', brotliCompressSync('export const v = "依申请公开";'));
  put('sdk/v1/zwgk.classic.js', CLASSIC);
  put('sdk/v1/chunks/core-a1b2.js', 'export {}');
  put('sdk/0.1.0/zwgk.js', 'export {}');
  put('demo/index.html', '<h1>首页</h1>');
  put('demo/legacy/index.html', Buffer.from([0xd2, 0xc0]));
  put('demo/legacy/headers.json', '{"content-type": "text/html; charset=gb2312"}');
  put('demo/strict/index.html', '<h1>strict</h1>');
  put('demo/strict/headers.json', '{"content-security-policy": "default-src \'none\'"}');
  put('demo/strict/page.css', STYLES);
  put('demo/tool.mjs', 'secret');
  put('outside/secret.txt', 'secret');
  put('media/a.mp3', '0123456789');
  put('media/a.svg', '<svg/>');
  symlinkSync(join(root, 'outside'), join(root, 'demo/link'));
  return testApp(t, 1, {folders: {sdk: join(root, 'sdk'), demo: join(root, 'demo'), media: join(root, 'media')}});
}

test('the SDK goes to any page: compressed where accepted, for ever where its name says so', async (t) => {
  const {fetch} = await site(t);
  const entry = await fetch('/sdk/v1/zwgk.js', {headers: {'Accept-Encoding': 'gzip, br;q=0.9', Origin: 'https://any.example'}});
  assert.deepEqual(
    ['content-type', 'content-encoding', 'access-control-allow-origin', 'cache-control', 'vary', 'cross-origin-resource-policy'].map(
      (name) => entry.headers.get(name),
    ),
    ['text/javascript; charset=utf-8', 'br', '*', 'public, max-age=0, must-revalidate', 'Accept-Encoding', 'cross-origin'],
  );
  for (const accept of ['', 'gzip', 'br;q=0', 'gzip, br; q=0.0', 'brotli']) {
    const plain = await fetch('/sdk/v1/zwgk.js', {headers: {'Accept-Encoding': accept}});
    assert.deepEqual([plain.headers.get('content-encoding'), await plain.text()], [null, 'export const v = "依申请公开";'], accept);
  }
  for (const path of ['/sdk/0.1.0/zwgk.js', '/sdk/v1/chunks/core-a1b2.js']) {
    assert.equal((await fetch(path)).headers.get('cache-control'), 'public, max-age=31536000, immutable');
  }
  const tag = entry.headers.get('etag')!;
  assert.equal((await fetch('/sdk/v1/zwgk.js', {headers: {'If-None-Match': tag, 'Accept-Encoding': 'br'}})).status, 304);
  assert.notEqual((await fetch('/sdk/v1/zwgk.js')).headers.get('etag'), tag, 'another encoding is another representation');
  assert.equal((await fetch('/sdk/v9/zwgk.js')).status, 404);
});

test('what has no compressed copy beside it is compressed on the first request, pages of old sites too', async (t) => {
  const {fetch} = await site(t);
  for (const [path, text] of [
    ['/sdk/v1/zwgk.classic.js', CLASSIC],
    ['/strict/page.css', STYLES],
  ] as const) {
    for (const [coding, decode] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      for (let round = 0; round < 2; round++) {
        const packed = await fetch(path, {headers: {'Accept-Encoding': coding}});
        assert.deepEqual([packed.headers.get('content-encoding'), packed.headers.get('vary')], [coding, 'Accept-Encoding'], path);
        assert.equal(decode(Buffer.from(await packed.arrayBuffer())).toString(), text);
        const tag = packed.headers.get('etag')!;
        assert.equal((await fetch(path, {headers: {'If-None-Match': tag, 'Accept-Encoding': coding}})).status, 304);
        assert.notEqual((await fetch(path)).headers.get('etag'), tag);
      }
    }
  }
  const short = await fetch('/', {headers: {'Accept-Encoding': 'gzip'}});
  assert.deepEqual([short.headers.get('content-encoding'), short.headers.get('vary')], [null, 'Accept-Encoding']);
});

test('demo pages come with the headers that their folder asks for', async (t) => {
  const {fetch} = await site(t);
  assert.equal(await (await fetch('/')).text(), '<h1>首页</h1>');
  const legacy = await fetch('/legacy/');
  assert.deepEqual(
    [legacy.headers.get('content-type'), [...new Uint8Array(await legacy.arrayBuffer())]],
    ['text/html; charset=gb2312', [0xd2, 0xc0]],
  );
  assert.equal((await fetch('/demo/strict/')).headers.get('content-security-policy'), "default-src 'none'");
  assert.equal((await fetch('/strict/page.css')).headers.get('content-security-policy'), null);
  const bare = await fetch('/strict');
  assert.deepEqual([bare.status, bare.headers.get('location')], [301, '/strict/']);
});

test('a folder’s redirect stays on this host, and an answer by Accept says so', async (t) => {
  const {fetch} = await testApp(t, 0);
  for (const path of ['//legacy', '///legacy', '/\\legacy']) {
    const location = (await fetch(path)).headers.get('location');
    assert.match(location ?? '', /^\/(?![\\/])/, path);
  }
  assert.match((await fetch('/nothing')).headers.get('vary')!, /\bAccept\b(?!-)/);
});

test('the old libraries of the legacy page come from where they are installed', async (t) => {
  const {fetch} = await site(t);
  const jquery = await fetch('/vendor/jquery.js');
  assert.deepEqual([jquery.status, jquery.headers.get('content-type')], [200, 'text/javascript; charset=utf-8']);
  assert.match(await jquery.text(), /jQuery v1\.12\.4/);
  assert.match(await (await fetch('/vendor/prototype.js')).text(), /Array\.from = /);
  assert.equal((await fetch('/vendor/prototype-1.7.3.js')).status, 404);
});

test('sound is given in the pieces that a player asks for when someone seeks', async (t) => {
  const {fetch} = await site(t);
  const whole = await fetch('/sample-media/a.mp3', {headers: {'Accept-Encoding': 'br'}});
  const about = ['content-type', 'accept-ranges', 'content-encoding', 'access-control-allow-origin'].map((name) => whole.headers.get(name));
  assert.deepEqual([await whole.text(), ...about], ['0123456789', 'audio/mpeg', 'bytes', null, '*']);
  const tag = whole.headers.get('etag')!;
  const piece = async (range: string, more = {}): Promise<unknown[]> => {
    const response = await fetch('/sample-media/a.mp3', {headers: {Range: range, 'Accept-Encoding': 'br', ...more}});
    return [response.status, response.headers.get('content-range'), await response.text()];
  };
  assert.deepEqual(await piece('bytes=2-4'), [206, 'bytes 2-4/10', '234']);
  assert.deepEqual(await piece('bytes=8-99'), [206, 'bytes 8-9/10', '89']);
  assert.deepEqual(await piece('bytes=7-', {'If-Range': tag}), [206, 'bytes 7-9/10', '789']);
  assert.deepEqual(await piece('bytes=-3'), [206, 'bytes 7-9/10', '789']);
  assert.deepEqual(await piece('bytes=10-'), [416, 'bytes */10', '']);
  assert.deepEqual(await piece('bytes=-0'), [416, 'bytes */10', '']);
  for (const odd of ['bytes=4-2', 'bytes=-', 'bytes=0-1,3-4', 'items=0-1'])
    assert.deepEqual(await piece(odd), [200, null, '0123456789'], odd);
  assert.deepEqual(await piece('bytes=2-4', {'If-Range': '"another"'}), [200, null, '0123456789'], 'of another file, no piece');
  assert.equal((await fetch('/sample-media/')).status, 404);
  assert.equal((await fetch('/sample-media/../outside/secret.txt')).status, 404);
});

test('no path leads out of the folders, or to what is not meant for visitors', async (t) => {
  const {fetch} = await site(t);
  const paths = [
    '/../outside/secret.txt',
    '/..%2foutside%2fsecret.txt',
    '/%2e%2e/outside/secret.txt',
    '/demo/..%5c..%5coutside',
    '/link/secret.txt',
    '/.git/config',
    '/tool.mjs',
    '/strict/headers.json',
    '/sdk/..%2f..%2foutside/secret.txt',
    '/sdk//etc/passwd',
    '/legacy/index.html%00.css',
    '/outside/secret.txt',
    '//evil.example/',
    '/sdk/v1/',
  ];
  for (const path of paths) {
    const response = await fetch(path);
    assert.equal(response.status, 404, path);
    assert.doesNotMatch(await response.text(), /secret/);
  }
});

test('a page stands at the root even where the demo is missing, and a lost visitor gets a page', async (t) => {
  const {fetch} = await testApp(t, 1, {folders: {sdk: '/nonexistent', demo: '/nonexistent'}});
  assert.match(await (await fetch('/')).text(), /服务已启动/);
  const lost = await fetch('/nowhere', {headers: {Accept: 'text/html'}});
  assert.deepEqual([lost.status, lost.headers.get('content-type')], [404, 'text/html; charset=UTF-8']);
});

test('a problem’s type is a page for people and JSON for machines; the contract is served', async (t) => {
  const {fetch} = await site(t);
  const page = await fetch('/problems/reason-required', {headers: {Accept: 'text/html,*/*'}});
  assert.match(await page.text(), /需要说明不公开的理由和依据/);
  assert.deepEqual(await (await fetch('/problems/not-found')).json(), {code: 'not-found', status: 404, title: '没有找到'});
  assert.equal((await fetch('/problems/%3Cscript%3E', {headers: {Accept: 'text/html'}})).status, 404);
  assert.match(await (await fetch('/openapi.yaml')).text(), /^openapi: 3\.1/);
});
