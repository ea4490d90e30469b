import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import {describe, test} from 'node:test';
import type {DocumentMeta, SearchHit} from '@zwgk/contract';
import {Kysely} from 'kysely';
import {generateDirectory, generateItem, randomSource} from '../../testing/generate.ts';
import {LONG_AGO, NOW, tempStore} from '../../testing/temp-store.ts';
import {NodeSqliteDialect} from '../dialect.ts';
import type {Schema} from '../schema.ts';
import type {CatalogRecord, DocumentRecord} from '../store.ts';
import {Postings} from './postings.ts';

const {regions, agencies} = generateDirectory(1);

function document(id: string, title: string, text: string, more: Partial<DocumentMeta> = {}): DocumentRecord {
  const meta: DocumentMeta = {
    indexNo: `示例/${id}`,
    title,
    issuer: agencies[0]!.id,
    issuerName: agencies[0]!.name,
    writtenOn: '2025-01-01',
    publishedOn: '2025-01-02',
    validity: 'in_force',
    subject: ['综合政务'],
    genre: '办法',
    disclosure: 'proactive',
    ...more,
  };
  return {id, meta, body: [{id: 'art-1', kind: 'article', depth: 0, label: '第一条', blocks: [{text}]}]};
}

const item = (id: string, agency: number, level2: string): CatalogRecord => {
  const {input} = generateItem(1, agencies[agency]!, randomSource(1));
  return {id, input: {...input, level2, contentElements: ['要素'], legalBasis: []}};
};

async function storeWith(t: Parameters<typeof tempStore>[0], documents: DocumentRecord[], items: CatalogRecord[] = []) {
  const made = await tempStore(t);
  await made.store.saveRegions(regions);
  await made.store.saveAgencies(agencies);
  await made.store.saveDocuments(documents, NOW);
  await made.store.saveCatalogItems(items, LONG_AGO);
  return made;
}

const ids = ({items}: {items: readonly SearchHit[]}): string[] => items.map(({id}) => id);

describe('the order of results', () => {
  test('one matter of many agencies does not fill the page', async (t) => {
    const items = Array.from({length: 12}, (_, i) => item(`same-${i}`, i, '养犬登记指南')); // prettier-ignore
    const {store} = await storeWith(t, [document('rules', '示例省城镇养犬管理和登记办法', '养犬应当登记。')], items);
    assert.ok(ids(await store.search({q: '养犬登记'})).indexOf('rules') < 2);
  });

  test('what is repealed comes after what is in force, though it be newer', async (t) => {
    const {store} = await storeWith(t, [
      document('valid', '示例省养犬管理办法', '养犬应当登记。', {publishedOn: '2015-01-01'}),
      document('gone', '示例省养犬管理办法', '养犬应当登记。', {publishedOn: '2025-01-01', validity: 'repealed'}),
    ]);
    assert.deepEqual(ids(await store.search({q: '养犬管理'})), ['valid', 'gone']);
  });

  test('a number leads to whose it is, then whose it was, then who cites it', async (t) => {
    const {store} = await storeWith(t, [
      document('citing', '示例省市容办法', '依照示例省人民政府令第12号处罚。'),
      document('amended', '示例省养犬管理办法', '养犬应当登记。', {promulgation: ['2019年1月1日示例省人民政府令第12号修订']}),
      document('own', '示例省供水办法', '按照示例省人民政府令第12号办理。', {docNumber: '示例省人民政府令第12号'}),
    ]);
    const {items} = await store.search({q: '示例省人民政府令12'});
    assert.deepEqual(items.map(({id, why}) => [id, why]), [['own', 'doc-number'], ['amended', 'doc-number'], ['citing', 'phrase']]); // prettier-ignore
  });
});

test('suggestions never are more than eight', async (t) => {
  const titles = Array.from({length: 20}, (_, i) => item(`t-${i}`, 1, `公积金事项${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${i}`)); // prettier-ignore
  const {store} = await storeWith(t, [], titles);
  assert.equal((await store.suggest({q: '公积金'})).items.length, 8);
});

test('an agency that changed its name is no longer found by the old one', async (t) => {
  const {store} = await storeWith(t, []);
  const old = agencies[0]!;
  assert.equal((await store.search({q: old.name, type: ['agency']})).items[0]?.id, old.id);
  await store.saveAgencies([{...old, name: '示例省海洋渔业厅', shortName: '海洋渔业厅'}]);
  assert.ok(!ids(await store.search({q: old.name, type: ['agency']})).includes(old.id));
});

test('a list that was read once is continued with the rows written since, each once', async (t) => {
  const {store, file} = await storeWith(t, [document('a', '示例省养犬办法', '养犬。')]);
  const db = new Kysely<Schema>({dialect: new NodeSqliteDialect(new DatabaseSync(file))});
  t.after(() => db.destroy());
  const last = async (): Promise<number> =>
    (await db.selectFrom('counters').select('value').where('name', '=', 'search').executeTakeFirstOrThrow()).value;
  const postings = new Postings(db);
  assert.equal((await postings.rows('search_texts', '养犬', await last())).length, 2);
  await store.saveDocuments([document('b', '示例市养犬规定', '养犬。')], NOW);
  const rows = [...(await postings.rows('search_texts', '养犬', await last()))];
  assert.deepEqual(rows, [...(await new Postings(db).rows('search_texts', '养犬', await last()))]);
  assert.equal(new Set(rows).size, 4);
});
