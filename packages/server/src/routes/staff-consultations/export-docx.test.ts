import assert from 'node:assert/strict';
import {test} from 'node:test';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import {JSDOM} from 'jsdom';
import {testApp} from '../../testing/app.ts';
import {staffGet} from '../../testing/applications.ts';
import {allComments, crowd, putUp, reportInput} from '../../testing/consultations.ts';
import {commentsDocx} from './export-docx.ts';
import {exportLines} from './export.ts';

const HOSTILE = '=1+1 <w:fldSimple w:instr="DDEAUTO c:\\\\cmd"/> ]]> & </w:t></w:r> \u{10ffff}𠮷 END';

test('R3.10 the office reads the comments in Word by section of the draft, each with what became of it', async (t) => {
  const app = await testApp(t, 1, {config: {proxies: 1}});
  await putUp(app.store);
  const next = crowd(app);
  await next().sent('c-1', {comments: [{text: '第一条太长。', anchors: [{section: 'art-1'}]}, {text: '总的很好。\n就是晚了。'}]});
  await next().sent('c-1', {comments: [{text: HOSTILE}, {text: '第一条要写日期。', anchors: [{section: 'art-1'}]}]});
  const ids = (await allComments(app, 'c-1')).map(({id}) => id);
  const report = reportInput(ids, {theme: '写明日期', outcome: 'not_adopted', reason: '每年不同 <b>'});
  await app.write('PUT', '/staff/consultations/c-1/report', report, {'If-Match': '*'});
  const response = await staffGet(app, '/staff/consultations/c-1/export?format=docx');
  assert.match(response.headers.get('content-type')!, /wordprocessingml\.document$/);
  assert.match(response.headers.get('content-disposition')!, /^attachment; .*\.docx/);
  const buffer = Buffer.from(await response.arrayBuffer());

  const xml = await (await JSZip.loadAsync(buffer, {checkCRC32: true})).file('word/document.xml')!.async('string');
  const {document} = new JSDOM(xml, {contentType: 'text/xml'}).window;
  const kinds = new Set([...document.querySelectorAll('*')].map(({localName}) => localName));
  for (const kind of ['fldSimple', 'instrText', 'hyperlink', 'object']) assert.ok(!kinds.has(kind), kind);

  const {value, messages} = await mammoth.convertToHtml({buffer});
  assert.deepEqual(
    messages.filter(({type}) => type === 'error'),
    [],
  );
  const page = new JSDOM(value).window.document;
  const of = (selector: string): string[] => [...page.querySelectorAll(selector)].map(({textContent}) => textContent);
  assert.deepEqual(of('h1').slice(-2), ['整体', '第一条'], 'the whole first, then the sections');
  assert.deepEqual(
    of('h2').map((title) => title.split('\u3000')[0]),
    ['1', '2', '3', '4'],
  );
  const text = page.body.textContent;
  const at = ['总的很好。', 'DDEAUTO', '第一条太长。', '第一条要写日期。'].map((words) => text.indexOf(words));
  assert.deepEqual(
    at,
    at.toSorted((a, b) => a - b),
  );
  assert.ok(at[0]! > 0);
  assert.ok(text.includes(HOSTILE), 'every character of it is text');
  assert.ok(text.includes('理由：每年不同 <b>'));
  assert.ok(!text.includes('13800000001'), 'no way of contact');
});

test('what XML cannot say is left out of the text document, and it stays whole', async (t) => {
  const app = await testApp(t, 1, {config: {proxies: 1}});
  await putUp(app.store);
  const {row} = (await app.store.consultations.find('c-1'))!;
  await crowd(app)().sent('c-1', {comments: [{text: '好'}]});
  async function* odd(): AsyncGenerator<Awaited<ReturnType<typeof first>>[]> {
    yield [{...(await first()), text: 'a\u0000\u0008\u001b\ufffe\ud800b'}];
  }
  const first = async () => (await exportLines(app.store.consultations, await app.store.consultations.byRow(row)).next()).value![0]!;
  const parts: Buffer[] = [];
  for await (const part of commentsDocx('标题\u0001', odd())) parts.push(part as Buffer);
  const {value} = await mammoth.extractRawText({buffer: Buffer.concat(parts)});
  assert.ok(value.includes('ab'), value);
});
