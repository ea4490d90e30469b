import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {DocumentMeta, Section} from '@zwgk/contract';
import {generateDirectory} from '../testing/generate.ts';
import {LONG_AGO, NOW, seededStore, TODAY} from '../testing/temp-store.ts';
import {UnknownAgencyError} from './catalog-write.ts';
import {ForeignDocumentError} from './documents-write.ts';
import type {DocumentRecord} from './store.ts';

const {agencies} = generateDirectory(2);
const [agency, second] = agencies;
const body: Section[] = [
  {id: 'ch-1', kind: 'chapter', depth: 0, label: '第一章', heading: '总则', blocks: []},
  {id: 'art-1', kind: 'article', depth: 1, label: '第一条', blocks: [{text: '机密的正文内容'}]},
];

function document(id: string, more: Partial<DocumentMeta> = {}): DocumentRecord {
  return {
    id,
    body,
    meta: {
      indexNo: '113200009999990157/2026-00001',
      title: `关于${id}的通知`,
      issuer: agency!.id,
      issuerName: agency!.name,
      writtenOn: '2026-05-01',
      publishedOn: '2026-05-02',
      validity: 'in_force',
      subject: ['综合政务'],
      genre: '通知',
      disclosure: 'proactive',
      attachments: [{name: '附件.pdf', url: '/files/a.pdf', mediaType: 'application/pdf', bytes: 9}],
      ...more,
    },
  };
}

test('R3.4 only public documents have a body, a hash and attachments; of others not even the keys exist', async (t) => {
  const {store} = await seededStore(t, 1);
  const kinds = ['proactive', 'partial', 'on_request', 'withheld'] as const;
  await store.saveDocuments(
    kinds.map((disclosure) => document(disclosure, {disclosure, disclosureReason: {text: '理由', legalBasis: '依据'}})),
    LONG_AGO,
  );
  for (const id of kinds) {
    const found = (await store.getDocument(id))!;
    const isPublic = id === 'proactive' || id === 'partial';
    for (const key of ['body', 'textHash', 'attachments']) assert.equal(key in found, isPublic, `${id} ${key}`);
    assert.equal(found.publicMark, id === 'proactive' ? '此件公开发布' : null);
  }
  const {items} = await store.listDocuments({});
  for (const item of items) assert.equal('attachments' in item, item.disclosure === 'proactive' || item.disclosure === 'partial');
});

test('a document stays its issuer’s: its id is refused to another, and free once it is withdrawn', async (t) => {
  const {store} = await seededStore(t, 1);
  await store.saveDocuments([document('one')], LONG_AGO);
  const foreign = document('one', {issuer: second!.id, issuerName: second!.name});
  await assert.rejects(store.saveDocuments([document('two'), foreign], NOW), ForeignDocumentError);
  assert.deepEqual([(await store.getDocument('one'))!.issuer, await store.getDocument('two')], [agency!.id, undefined]);
  await store.removeDocument('one', 1, NOW);
  assert.equal((await store.saveDocuments([foreign], NOW)).added, 1);
});

test('R3.4 what repeats a text that is not public is told and found nowhere', async (t) => {
  const {store} = await seededStore(t, 1);
  const ofText = {abstract: '摘要里的秘密', keywords: ['密语'], promulgation: ['据密令第9号公布']};
  const reason = {disclosureReason: {text: '理由', legalBasis: '依据'}};
  await store.saveDocuments([document('open', ofText), document('shut', {...ofText, ...reason, disclosure: 'on_request'})], LONG_AGO);
  for (const key of Object.keys(ofText)) {
    assert.ok(key in (await store.getDocument('open'))!, key);
    assert.equal(key in (await store.getDocument('shut'))!, false, key);
  }
  for (const q of ['摘要里的秘密', '密语', '密令第9号']) {
    const ids = async (list: Promise<{items: {id: string}[]}>): Promise<string[]> => (await list).items.map(({id}) => id);
    assert.deepEqual(
      (await ids(store.search({q}))).filter((id) => id === 'shut'),
      [],
      q,
    );
    assert.deepEqual(
      (await ids(store.listDocuments({q}))).filter((id) => id === 'shut'),
      [],
      q,
    );
  }
});

test('R3.4 a withheld text cannot be guessed through search', async (t) => {
  const {store} = await seededStore(t, 1);
  await store.saveDocuments(
    [document('open'), document('shut', {disclosure: 'withheld', disclosureReason: {text: '理由', legalBasis: '依据'}})],
    LONG_AGO,
  );
  assert.deepEqual(
    (await store.listDocuments({q: '机密的正文'})).items.map(({id}) => id),
    ['open'],
  );
  assert.equal((await store.listDocuments({q: '关于shut'})).total, 1);
  await store.replaceDocument(document('open', {disclosure: 'withheld', disclosureReason: {text: '理由', legalBasis: '依据'}}), 1, NOW);
  assert.equal((await store.listDocuments({q: '机密的正文'})).total, 0);
});

test('documents come newest first, page both ways, and follow every filter', async (t) => {
  const {store} = await seededStore(t, 3);
  const records = Array.from({length: 25}, (_, i) =>
    document(`d-${i}`, {
      publishedOn: `2026-05-${String(1 + (i % 9)).padStart(2, '0')}`,
      docNumber: `苏示发〔2026〕${i + 1}号`,
      validity: i % 2 ? 'in_force' : 'repealed',
      ...(i % 5 === 0 ? {coIssuers: [second!.name]} : {}),
      ...(i % 3 === 0 ? {catalogItems: ['item-1']} : {}),
    }),
  );
  await store.saveDocuments(records, LONG_AGO);
  const all = (await store.listDocuments({limit: 100})).items;
  assert.ok(all.every((item, i) => i === 0 || all[i - 1]!.publishedOn >= item.publishedOn));
  const first = await store.listDocuments({limit: 10});
  const next = await store.listDocuments({limit: 10, cursor: first.nextCursor!});
  const back = await store.listDocuments({limit: 10, cursor: next.prevCursor!});
  assert.deepEqual([...first.items, ...next.items], all.slice(0, 20));
  assert.deepEqual(back.items, first.items);
  assert.equal(back.prevCursor, null);
  assert.equal((await store.listDocuments({agency: [second!.id]})).total, 5);
  assert.equal((await store.listDocuments({item: 'item-1'})).total, 9);
  assert.equal((await store.listDocuments({validity: ['repealed'], item: 'item-1'})).total, 5);
  assert.equal((await store.listDocuments({q: '苏示发[2026]第7号'})).total, 1);
  assert.deepEqual(await store.listDocuments({limit: 0}), {items: [], total: 25, nextCursor: null, prevCursor: null});
  assert.equal((await store.documentsOfItem('item-1')).length, 9);
  assert.equal((await store.getCatalogItem('item-1', TODAY))!.documentCount, 9);
});

test('saving again changes nothing; a change is the next version; a stale one is refused; removal hides', async (t) => {
  const {store} = await seededStore(t, 1);
  await store.saveDocuments([document('a')], LONG_AGO);
  assert.deepEqual(await store.saveDocuments([document('a')], NOW), {added: 0, changed: 0, unchanged: 1});
  const {textHash} = (await store.getDocument('a'))!;
  assert.equal(await store.replaceDocument(document('a', {title: '新题目'}), 1, NOW), true);
  assert.equal(await store.replaceDocument(document('a'), 1, NOW), false);
  const changed = (await store.getDocument('a'))!;
  assert.deepEqual([changed.version, changed.title], [2, '新题目']);
  assert.notEqual(changed.textHash, textHash);
  assert.equal(await store.removeDocument('a', 2, NOW), true);
  assert.equal(await store.getDocument('a'), undefined);
  assert.equal((await store.listDocuments({q: '新题目'})).total, 0);
  await assert.rejects(store.saveDocuments([document('b', {issuer: 'nobody'})], NOW), UnknownAgencyError);
});

test('a document that a newer version replaces is amended: once, by version, in lists too; others stay', async (t) => {
  const {store} = await seededStore(t, 2);
  await store.saveDocuments([document('old'), document('gone', {validity: 'repealed'}), document('other', {issuer: second!.id})], LONG_AGO);
  assert.deepEqual((await store.versionsOf(agency!.id)).map(({id}) => id).toSorted(), ['gone', 'old']);
  const before = await store.dataVersion();
  assert.equal(await store.amendDocuments(['old', 'gone', 'nothing'], NOW), 1);
  assert.ok((await store.dataVersion()) > before);
  const {validity, version, body: text, title} = (await store.getDocument('old'))!;
  assert.deepEqual([validity, version, text], ['amended', 2, body]);
  assert.equal((await store.listDocuments({validity: ['amended']})).total, 1);
  assert.deepEqual((await store.search({q: title, validity: ['amended']})).items.map(({id}) => id), ['old']); // prettier-ignore
  assert.equal(await store.amendDocuments(['old'], NOW), 0);
});

test('R3.9 a draft that opinions are asked on is never said to be in force: not on its page, not where it is found', async (t) => {
  const {store} = await seededStore(t, 1);
  await store.saveDocuments([document('d-1', {title: '示例市停车办法（草案）'}), document('d-2', {title: '示例市停车办法'})], NOW);
  assert.equal((await store.getDocument('d-1'))!.draft, true);
  assert.equal('draft' in (await store.getDocument('d-2'))!, false);
  const {items} = await store.search({q: '停车办法', type: ['document']});
  assert.deepEqual(items.map(({id, validity}) => [id, validity]).sort(), [
    ['d-1', undefined],
    ['d-2', 'in_force'],
  ]);
  const inForce = await store.search({q: '停车办法', validity: ['in_force']});
  assert.deepEqual(
    inForce.items.map(({id}) => id),
    ['d-2'],
  );
});
