import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';
import type {DocumentMeta, Section} from '@zwgk/contract';
import {documentInput, interpretationInput} from '../testing/inputs.ts';
import {NOW, seededStore, tempStore, TODAY} from '../testing/temp-store.ts';
import {generateDirectory} from '../testing/generate.ts';
import {buildSearchIndex, serialise, TooManyRecordsError} from './build.ts';
import {fitted} from './fit.ts';
import {wordsOf} from './words.ts';

const ISSUER = 'org-320000-1';

const section = (n: number, ...blocks: Section['blocks']): Section => ({
  id: `art-${n}`,
  kind: 'article',
  depth: 0,
  label: `第${n}条`,
  blocks,
});

/** As the store takes it: without what only a submission carries. */
function document(id: string, more: Partial<DocumentMeta>, body: readonly Section[]) {
  const {disclosureProposal: _1, disclosureReview: _2, signedAt: _3, body: _4, publicMark: _5, ...meta} = documentInput();
  return {id, meta: {...meta, issuer: ISSUER, ...more}, body};
}

test('the same data gives the same bytes, in whatever order it was stored', async (t) => {
  const documents = ['a', 'b', 'c'].map((id) => document(`doc-${id}`, {title: `通知${id}`}, [section(1, {text: `正文${id}`})]));
  const made: string[] = [];
  for (const order of [documents, documents.toReversed()]) {
    const {store} = await seededStore(t, 40);
    for (const one of order) await store.saveDocuments([one], NOW);
    const {index} = await buildSearchIndex(store, {today: TODAY});
    made.push(serialise(index));
    assert.deepEqual(JSON.parse(serialise(index)), JSON.parse(JSON.stringify(index)));
  }
  assert.equal(made[0], made[1]);
});

test('every record is there, under its agency, with the regions they lie in', async (t) => {
  const {store} = await seededStore(t, 40);
  await store.saveDocuments([document('doc-1', {}, [section(1, {text: '各地按时公布招生计划。'})])], NOW);
  const {index} = await buildSearchIndex(store, {today: TODAY});
  const count = (type: string): number => index.records.filter((record) => record.type === type).length;
  assert.deepEqual([count('document'), count('catalog_item'), count('agency')], [1, 40, index.agencies.length]);
  const one = index.records.find(({id}) => id === 'doc-1')!;
  assert.deepEqual(
    [index.agencies[one.agency]!.id, one.docNumber, one.articles],
    [ISSUER, '苏示发〔2026〕7号', [{id: 'art-1', label: '第1条', text: '各地按时公布招生计划。'}]],
  );
  const regions = new Set(index.regions.map(({id}) => id));
  for (const {region} of index.agencies) assert.ok(regions.has(region));
  for (const {parent} of index.regions) assert.ok(parent === undefined || regions.has(parent));
});

test('a query in Traditional characters is readable by the index alone', async (t) => {
  const {store} = await seededStore(t, 1);
  await store.saveDocuments([document('doc-1', {title: '關於丰产的通知'}, [section(1, {text: '各地按时公布招生计划。'})])], NOW);
  const {scripts} = (await buildSearchIndex(store, {today: TODAY})).index;
  const pairs = new Map([...scripts!.hant].map((char, i) => [char, scripts!.hans[i]]));
  // 蠶 stands in none of its texts.
  assert.deepEqual(
    [...'豐關劃蠶'].map((char) => pairs.get(char)),
    ['丰', '关', '划', undefined],
  );
});

test('of a document that is not public nothing but its header is written (R3.4)', async (t) => {
  const {store} = await seededStore(t, 3);
  const secret = '绝不外传';
  const told = {
    title: '标题可见',
    abstract: `${secret}摘要`,
    keywords: [`${secret}关键词`],
    disclosureReason: {text: '理由', legalBasis: '依据'},
  };
  const body = [section(1, {text: `${secret}正文`}, {html: `<p>${secret}表格</p>`})];
  await store.saveDocuments(
    (['on_request', 'withheld'] as const).map((disclosure) => document(`doc-${disclosure.replace('_', '-')}`, {...told, disclosure}, body)),
    NOW,
  );
  await store.saveDocuments(
    [document('doc-partial', {...told, disclosure: 'partial'}, [section(1, {text: '可读正文'}, {withheld: secret})])],
    NOW,
  );
  const {index} = await buildSearchIndex(store, {today: TODAY});
  const closed = index.records.filter(({disclosure}) => disclosure === 'on_request' || disclosure === 'withheld');
  const documents = closed.filter(({type}) => type === 'document');
  assert.equal(documents.length, 2);
  for (const one of documents) {
    assert.equal(one.title, '标题可见');
    assert.doesNotMatch(JSON.stringify(one), new RegExp(secret));
  }
  const partial = index.records.find(({id}) => id === 'doc-partial')!;
  assert.deepEqual(partial.articles, [{id: 'art-1', label: '第1条', text: '可读正文'}]);
});

test('what explains a public document is there with its parts; what explains another one is not (R3.4)', async (t) => {
  const {store} = await seededStore(t, 1);
  const documents = [document('doc-1', {}, [section(1, {text: '各地按时公布招生计划。'})]), document('doc-2', {}, [])];
  await store.saveDocuments(documents, NOW);
  const secret = {...interpretationInput('doc-2'), title: '绝不外传', facets: []};
  const inputs = [interpretationInput('doc-1', {audience: ['家长']}), secret];
  await store.saveInterpretations(inputs.map((input, i) => ({id: `int-${i + 1}`, input})), NOW); // prettier-ignore
  const reason = {disclosureReason: {text: '理由', legalBasis: '依据'}};
  await store.saveDocuments([document('doc-2', {...reason, disclosure: 'withheld'}, [])], NOW);
  const {index} = await buildSearchIndex(store, {today: TODAY});
  const [one, ...others] = index.records.filter(({type}) => type === 'interpretation');
  assert.deepEqual([one!.id, one!.document, index.agencies[one!.agency]!.id, others], ['int-1', 'doc-1', ISSUER, []]);
  assert.deepEqual(one!.articles, [{id: 'content', heading: '主要内容', text: '家长什么时候能看到招生计划。'}]);
  assert.match(one!.terms!, /家长/);
  assert.doesNotMatch(serialise(index), /绝不外传/);
});

test('one agency’s index holds what it publishes and no more', async (t) => {
  const {store} = await seededStore(t, 120);
  const agency = (await store.findAgency(ISSUER))!;
  const {total} = await store.listCatalogItems({agency: [ISSUER], limit: 0}, TODAY);
  const {index} = await buildSearchIndex(store, {agencies: [agency], today: TODAY, link: '/xxgk/{type}/{id}.html'});
  assert.ok(total > 0 && total < 120);
  assert.equal(index.records.length, total + 1);
  assert.deepEqual(index.agencies, [{id: agency.id, name: agency.name, region: agency.region}]);
  assert.equal(index.links.document, '/xxgk/document/{id}.html');
});

test('more records than a page should load are refused, and their number is told', async (t) => {
  const {store} = await tempStore(t);
  const {regions, agencies} = generateDirectory(2);
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  store.listDocuments = () => Promise.resolve({items: [], total: 5000, nextCursor: null, prevCursor: null});
  await assert.rejects(buildSearchIndex(store, {today: TODAY}), (error) => error instanceof TooManyRecordsError && error.count > 5000);
});

describe('what goes in', () => {
  const record = (text: string) => ({type: 'document' as const, id: 'd', title: 't', agency: 0, articles: [{id: 'a', text}]});

  it('is cut alike for every article where all of it would be too much', () => {
    const records = [record('长'.repeat(500)), record('短')];
    assert.deepEqual(fitted(records, 501), {records, length: Infinity});
    assert.deepEqual(
      fitted(records, 401).records.map((one) => one.articles![0]!.text.length),
      [400, 1],
    );
    assert.deepEqual(
      fitted(records, 10).records.map(({articles}) => articles),
      [undefined, undefined],
    );
    assert.equal(fitted([record('\u{2000b}'.repeat(500))], 401).records[0]!.articles![0]!.text.length, 400);
    assert.equal(fitted([record(`一${'\u{2000b}'.repeat(500)}`)], 401).records[0]!.articles![0]!.text.length, 399);
  });

  it('are the plain words whose official term is in the texts', () => {
    const {words} = wordsOf([record('农民工工资支付办法')]);
    assert.deepEqual(
      words.find(([plain]) => plain === '欠薪'),
      ['欠薪', '农民工工资支付', '工资支付'],
    );
    assert.equal(
      words.find(([plain]) => plain === '房本'),
      undefined,
    );
  });
});
