import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fold, queryWords} from '@zwgk/rules';
import fc from 'fast-check';
import {generateDirectory, generateItem, randomSource} from '../testing/generate.ts';
import {LONG_AGO, seededStore, tempStore, TODAY} from '../testing/temp-store.ts';
import {searchQuery} from './search-text.ts';
import type {CatalogRecord} from './store.ts';

const {regions, agencies} = generateDirectory(1);

const titled = (id: string, level2: string): CatalogRecord => {
  const record = generateItem(1, agencies[0]!, randomSource(1));
  const input = {
    ...record.input,
    level1: '一级',
    level2,
    contentElements: ['要素'],
    legalBasis: [{kind: 'rule' as const, title: '某办法', docNumbers: ['苏示办发〔2017〕151号']}],
  };
  return {id, input};
};

test('every way of writing a document number finds it', async (t) => {
  const {store} = await tempStore(t);
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  await store.saveCatalogItems([titled('a', '事项')], LONG_AGO);
  const forms = [
    '苏示办发〔2017〕151号',
    '苏示办发[2017]151号',
    '苏示办发【2017】 151 号',
    '苏示办发(2017)第151号',
    '苏示办发﹝2017﹞0151号',
    '苏示办發〔２０１７〕１５１號',
    '苏示办发2017151',
    '2017 151',
    '〔2017〕151',
    '151号',
  ];
  for (const q of forms) assert.equal((await store.listCatalogItems({q}, TODAY)).total, 1, q);
  for (const q of ['苏示办发〔2018〕151号', '2017 152', '苏政办发〔2017〕151号'])
    assert.equal((await store.listCatalogItems({q}, TODAY)).total, 0, q);
});

test('search is containment of every word, after folding, on any text', async (t) => {
  const {store} = await tempStore(t);
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  const alphabet = fc.constantFrom(...'政务公開开教育局法2017a１', '（', ' ', '𠮷', '\u0301', '"', '*', '-', '：');
  const text = fc.string({unit: alphabet, minLength: 1, maxLength: 12});
  let n = 0;
  await fc.assert(
    fc.asyncProperty(text, text, async (title, q) => {
      const id = `t-${n++}`;
      const topic = id;
      const record = titled(id, title);
      await store.saveCatalogItems([{...record, input: {...record.input, topics: [topic]}}], LONG_AGO);
      const {total} = await store.listCatalogItems({q, topic: [topic]}, TODAY);
      const words = queryWords(q);
      const haystack = fold(
        ['一级', title, '要素', '某办法', '苏示办发〔2017〕151号 苏示办发2017151号', topic, agencies[0]!.name].join('\n'),
      );
      assert.equal(total, words.every((word) => haystack.includes(word)) ? 1 : 0, JSON.stringify([title, q]));
    }),
    {numRuns: 300},
  );
});

test('what could be an operator of the index is text', async (t) => {
  const {store} = await seededStore(t, 20);
  const strings = [
    '"',
    '" OR "',
    'a* NOT b',
    'text:招生',
    'NEAR(a b)',
    '(',
    '^招',
    "'; drop table catalog_items; --",
    '%',
    '\u0000',
    '招生"',
  ];
  for (const q of strings) await store.listCatalogItems({q}, TODAY);
  assert.equal((await store.listCatalogItems({q: '招生 NOT 招生'}, TODAY)).total, 0);
  assert.equal(searchQuery(' … ')?.match, undefined);
  assert.equal((await store.listCatalogItems({q: '……'}, TODAY)).total, 20);
});

test('highlights are the ranges of the words in the titles, only when something was asked', async (t) => {
  const {store} = await seededStore(t, 60);
  const {items} = await store.listCatalogItems({q: '招生', limit: 100}, TODAY);
  assert.ok(items.length > 0);
  for (const {level2, highlights} of items) {
    for (const [start, end] of highlights?.level2 ?? []) assert.equal(level2.slice(start, end), '招生');
  }
  assert.ok(!('highlights' in (await store.listCatalogItems({limit: 1}, TODAY)).items[0]!));
});
