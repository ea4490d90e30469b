import assert from 'node:assert/strict';
import {test} from 'node:test';
import {JSDOM} from 'jsdom';
import {testApp, type TestApp} from '../../testing/app.ts';
import {itemInput} from '../../testing/inputs.ts';

/** Parses as XML, which no invalid character and no open tag survives. */
async function feed(app: TestApp, query = ''): Promise<Document> {
  const response = await app.get(`/catalog/feed?${query}`);
  assert.equal(response.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  return new JSDOM(await response.text(), {contentType: 'application/xml'}).window.document;
}

const text = (parent: ParentNode, selector: string): string => parent.querySelector(selector)!.textContent;

test('an Atom feed has what RFC 4287 asks for, of the newest 50 within the filter', async (t) => {
  const app = await testApp(t, 300);
  const document = await feed(app, 'disclosure=proactive');
  const root = document.documentElement;
  assert.equal(root.namespaceURI, 'http://www.w3.org/2005/Atom');
  const entries = [...root.querySelectorAll('entry')];
  assert.equal(entries.length, 50);
  assert.equal(text(root, 'id'), 'urn:zwgk:api%2Fv1%2Fcatalog%2Ffeed%3Fdisclosure%3Dproactive');
  assert.equal(root.querySelector('link[rel=self]')!.getAttribute('href'), '/api/v1/catalog/feed?disclosure=proactive');
  for (const part of [root, ...entries]) {
    assert.ok(text(part, 'title'));
    assert.ok(text(part, 'author name'));
    assert.ok(!Number.isNaN(Date.parse(text(part, 'updated'))));
    assert.ok(URL.canParse(text(part, 'id')));
  }
  assert.equal(new Set(entries.map((entry) => text(entry, 'id'))).size, 50);
  const ids = entries.map((entry) => decodeURIComponent(text(entry, 'id')).split('/').at(-1));
  assert.deepEqual(
    ids,
    (await app.store.newestCatalogItems({disclosure: ['proactive']}, '2026-11-24', 50)).map(({id}) => id),
  );
});

test('markup and characters that XML cannot hold come through harmless', async (t) => {
  const app = await testApp(t, 60);
  const level2 = ']]>&lt;<b>"\'&\u0000\u0008\u000b\ufffe 𠮷';
  await app.write('POST', '/catalog/items', itemInput({level2}));
  const [entry] = (await feed(app)).querySelectorAll('entry');
  assert.equal(text(entry!, 'title'), `【新增】招生入学 › ]]>&lt;<b>"'&\ufffd\ufffd\ufffd\ufffd 𠮷`);
});

test('a filter that nothing matches gives a valid, empty feed; paging is no part of it', async (t) => {
  const app = await testApp(t, 5);
  const document = await feed(app, 'q=不存在的词');
  assert.equal(document.querySelectorAll('entry').length, 0);
  assert.equal(text(document, 'updated'), '2026-11-24T04:00:00.000Z');
  assert.equal((await app.get('/catalog/feed?limit=5')).status, 400);
});

test('no link takes its host from the request', async (t) => {
  const app = await testApp(t, 5);
  const response = await app.get('/catalog/feed', {headers: {Host: 'evil.example.com', 'X-Forwarded-Host': 'evil.example.com'}});
  assert.doesNotMatch(await response.text(), /evil|zwgk\.test/);
});

test('links take the public origin where one is configured', async (t) => {
  const app = await testApp(t, 5, {config: {publicOrigin: 'https://zwgk.example.com'}});
  assert.ok(text(await feed(app), 'entry > id').startsWith('https://zwgk.example.com/api/v1/catalog/items/'));
});
