/** Live pages, through real small servers. */
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {serve} from '../serve.ts';
import {SqliteStore} from '../store/sqlite-store.ts';
import {zwgk} from '../testing/cli.ts';
import {tempFolder} from '../testing/temp-store.ts';
import {decodePage, fetchPage} from './fetch-page.ts';
import {MANDATORY_META, readPage} from './read-page.ts';

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  readonly hang?: true;
}

/** A website; answers where it is. */
async function website(t: TestContext, pages: Readonly<Record<string, string | Answer>>): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages[request.url!];
    const {status = page === undefined ? 404 : 200, headers, body, hang} = typeof page === 'object' ? page : {body: page ?? ''};
    if (hang) return;
    response.writeHead(status, {'Content-Type': 'text/html; charset=utf-8', ...headers}).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A page with every mandatory tag. */
const page = (type: string, title: string, body: string, charset = 'utf-8'): string => {
  const tags: Record<string, string> = {ColumnType: type, ArticleTitle: title};
  const meta = MANDATORY_META.map((name) => `<meta name="${name}" content="${tags[name] ?? '演示数据'}">`).join('\n');
  return `<!doctype html><html><head><meta charset="${charset}">${meta}</head><body><nav><a href="/other">政策解读</a></nav>${body}</body></html>`;
};
const policy = (body: string): string => page('政策文件', '某某办法', body);
const explained = (body: string): string => page('政策解读', '《某某办法》解读', body);
const TO_EXPLAINED = '<p>相关解读：<a href="jiedu.html#top">《某某办法》解读</a></p>';
const TO_POLICY = '<p>政策原文：<a href="/zc/banfa.html">《某某办法》</a></p>';
const site = (there: string, back: string) => ({'/zc/banfa.html': policy(there), '/zc/jiedu.html': explained(back)});

test('R4.5 a pair that leads both ways holds, from either page', async (t) => {
  const at = await website(t, site(TO_EXPLAINED, TO_POLICY));
  for (const path of ['/zc/banfa.html', '/zc/jiedu.html']) {
    const {code, out, err} = await zwgk('check', 'links', '--page', at + path);
    assert.deepEqual([code, out, err], [0, '检查了 2 个页面，互链都在。\n', '']);
  }
});

test('R4.5 either direction that is missing is a broken link, by both pages’ addresses', async (t) => {
  const noBack = await website(t, site(TO_EXPLAINED, ''));
  const {code, out} = await zwgk('check', 'links', '--page', `${noBack}/zc/banfa.html`);
  assert.equal(code, 1);
  assert.equal(
    out,
    `缺链接的一方\t应当链接到\t问题\n${noBack}/zc/jiedu.html\t${noBack}/zc/banfa.html\t解读页面没有链接到它解读的文件\n检查了 2 个页面，有 1 处断链。\n`,
  );
  const noThere = await website(t, site('', TO_POLICY));
  const found = await zwgk('check', 'links', '--json', '--page', `${noThere}/zc/jiedu.html`);
  assert.equal(found.code, 1);
  const {broken} = JSON.parse(found.out) as {broken: unknown};
  assert.deepEqual(broken, [{from: `${noThere}/zc/banfa.html`, to: `${noThere}/zc/jiedu.html`, problem: '文件页面没有链接到它的解读'}]);
  const neither = await website(t, site('', ''));
  for (const path of ['/zc/banfa.html', '/zc/jiedu.html'])
    assert.equal((await zwgk('check', 'links', '--page', neither + path)).code, 1, path);
});

test('a page that shows its interpretation through a widget needs no other page', async (t) => {
  const widget = '<zwgk-interpretation document-id="d"></zwgk-interpretation>';
  const at = await website(t, {
    '/a': policy(widget),
    '/b': policy(`<zwgk-document document-id="d"></zwgk-document>`),
    '/c': explained(widget),
  });
  for (const path of ['/a', '/c']) assert.equal((await zwgk('check', 'links', '--page', at + path)).code, 0, path);
  assert.equal((await zwgk('check', 'links', '--page', `${at}/b`)).code, 1);
});

test('a whole site is read from its map; lists, and documents that nothing explains, are no faults', async (t) => {
  const pages: Record<string, string | Answer> = site('', TO_POLICY);
  const at = await website(t, pages);
  pages['/'] = '<title>首页：政策文件</title><a href="/zc/banfa.html">某某办法</a>';
  pages['/zc/alone.html'] = policy('没有解读');
  const urls = ['/', '/zc/alone.html', '/zc/banfa.html', '/zc/jiedu.html'].map((path) => `<url><loc>${at}${path}</loc></url>`);
  pages['/sitemap.xml'] = {headers: {'Content-Type': 'application/xml'}, body: `<urlset>${urls.join('')}</urlset>`};
  const mapped = await zwgk('check', 'links', '--from', `${at}/sitemap.xml`, '--json');
  const {checked, broken, notices} = JSON.parse(mapped.out) as {checked: number; broken: unknown[]; notices: {from: string}[]};
  assert.deepEqual([mapped.code, checked, broken.length, notices.map(({from}) => from)], [1, 4, 1, [`${at}/zc/alone.html`]]);
  const list = join(tempFolder(), 'pages.txt');
  writeFileSync(list, `# 清单\n${at}/zc/alone.html\n`);
  assert.equal((await zwgk('check', 'links', '--from', list)).code, 0);
});

test('the demo’s error sample, served as it ships, is one broken pair', async (t) => {
  const store = new SqliteStore(join(tempFolder(), 'test.sqlite'));
  await store.migrate();
  const server = await serve({store, port: 0, host: '127.0.0.1'});
  t.after(() => server.stop());
  const at = `http://127.0.0.1:${server.port}/links`;
  const {code, out, err} = await zwgk('check', 'links', '--page', `${at}/interpretation.html`);
  assert.deepEqual([code, err], [1, '']);
  assert.match(out, /links\/policy\.html\t\S+links\/interpretation\.html\t文件页面没有链接到它的解读\n/);
  assert.equal((await zwgk('check', 'links', '--page', `http://127.0.0.1:${server.port}/portal/policy.html`)).code, 0);
});

test('old pages in GBK are read, and what tags are missing is said', async (t) => {
  // 政策文件, 解读 in GBK.
  const bytes = Buffer.concat([
    Buffer.from('<meta charset=gb2312><meta name=columntype content="'),
    Buffer.from([0xd5, 0xfe, 0xb2, 0xdf, 0xce, 0xc4, 0xbc, 0xfe]),
    Buffer.from('"><meta name=PubDate content=2026-03-02><a href=jiedu.html>'),
    Buffer.from([0xbd, 0xe2, 0xb6, 0xc1]),
    Buffer.from('</a>'),
  ]);
  const old = {headers: {'Content-Type': 'text/html'}, body: bytes};
  const at = await website(t, {'/old.html': old, '/jiedu.html': explained('<a href="/old.html">原文</a>')});
  const {code, err} = await zwgk('check', 'links', '--page', `${at}/old.html`);
  assert.equal(code, 0);
  assert.match(err, /缺少页面标签：SiteName.*ContentSource/);
  assert.equal(decodePage(Buffer.from([0xd5, 0xfe]), 'text/html; charset=GBK'), '政');
  assert.equal(decodePage(Buffer.from('政'), 'text/html; charset=nonsense'), '政');
});

test('what cannot be read is a fault: gone, no page, elsewhere than the web, too large, too slow', async (t) => {
  const at = await website(t, {
    '/file': {headers: {'Content-Type': 'application/pdf'}},
    '/away': {status: 302, headers: {Location: 'file:///etc/hostname'}},
    '/loop': {status: 302, headers: {Location: '/loop'}},
    '/moved': {status: 301, headers: {Location: '/here'}},
    '/here': 'here',
    '/slow': {hang: true},
    '/large': 'x'.repeat(3000),
  });
  const says = async (path: string): Promise<string> => {
    const limits = {milliseconds: path === '/slow' ? 200 : 5000, bytes: 2000};
    return fetchPage(at + path, limits).then(
      ({url, text}) => `${url.slice(at.length)} ${text}`,
      (error: Error) => error.message,
    );
  };
  assert.deepEqual(await Promise.all(['/gone', '/file', '/away', '/loop', '/moved', '/slow', '/large'].map(says)), [
    '服务器答复 404',
    '不是网页',
    '网址不是 http 或者 https 的',
    '跳转太多次',
    '/here here',
    '0.2 秒内没有打开',
    '页面太大',
  ]);
  const {code, out} = await zwgk('check', 'links', '--page', `${at}/gone`);
  assert.deepEqual([code, out.includes('页面服务器答复 404')], [1, true]);
  const deep = '<div>'.repeat(200_000);
  const nested = await website(t, {'/deep': deep});
  assert.equal((await zwgk('check', 'links', '--page', `${nested}/deep`)).code, 1);
});

test('called wrongly it says how', async () => {
  for (const args of [['check'], ['check', 'links', '--page', 'file:///etc/hostname'], ['check', 'links', '--page', 'www.example.com']])
    assert.equal((await zwgk(...args)).code, 2, args.join(' '));
  assert.equal((await zwgk('check', 'links', '--from', '/nowhere/list.txt')).code, 1);
});

test('links count in what the page says, wherever its base puts them', () => {
  const {links} = readPage({
    url: 'https://www.example.com/a/b.html',
    text: '<base href="/zc/"><footer><a href=x>x</a></footer><p><a href="jiedu/index.html?p=1#c">解读</a><a href="mailto:a@example.com">信</a></p>',
  });
  assert.deepEqual(links, [{to: 'www.example.com/zc/jiedu/?p=1', href: 'https://www.example.com/zc/jiedu/index.html?p=1', text: '解读'}]);
});
