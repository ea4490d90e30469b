import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import {describe, test, type TestContext} from 'node:test';
import type {DocumentMeta, SearchHit, SearchQuery, Section} from '@zwgk/contract';
import {generateDirectory, generateItem, randomSource} from '../../testing/generate.ts';
import {takeBack} from '../../testing/older-database.ts';
import {LONG_AGO, NOW, tempStore, TODAY} from '../../testing/temp-store.ts';
import {SqliteStore} from '../sqlite-store.ts';
import type {CatalogRecord, DocumentRecord} from '../store.ts';

const {regions, agencies} = generateDirectory(1);
const [office, other] = agencies as [(typeof agencies)[0], (typeof agencies)[0]];

const article = (n: number, text: string): Section => ({id: `art-${n}`, kind: 'article', depth: 0, label: `第${n}条`, blocks: [{text}]});

function document(id: string, title: string, body: readonly string[] = [], more: Partial<DocumentMeta> = {}): DocumentRecord {
  const meta: DocumentMeta = {
    indexNo: `示例/${id}`,
    title,
    issuer: office.id,
    issuerName: office.name,
    writtenOn: '2025-01-01',
    publishedOn: '2025-01-02',
    validity: 'in_force',
    subject: ['综合政务'],
    genre: '办法',
    disclosure: 'proactive',
    ...more,
  };
  return {id, meta, body: body.map((text, i) => article(i + 1, text))};
}

function item(id: string, level2: string): CatalogRecord {
  const {input} = generateItem(1, other, randomSource(1));
  return {id, input: {...input, level1: '公共服务', level2, contentElements: ['办理条件'], legalBasis: [], lastPublishedOn: '2024-06-01'}};
}

const DOCUMENTS = [
  document(
    'openness',
    '示例省政务公开办法',
    ['行政机关应当及时公开财政预算。', '公民可以申请公开信息，不收取费用。', '住房公积金信息按照苏示发[2018]9号公开。'],
    {
      docNumber: '苏示办发〔2017〕151号',
    },
  ),
  document('fund', '示例省住房公积金提取管理办法', ['职工退休的，可以提取公积金余额。', '离休干部参照执行。'], {
    docNumber: '苏示发〔2018〕9号',
  }),
  document('fund-old', '示例省住房公积金提取管理办法', ['职工退休的，可以提取余额。'], {validity: 'repealed', publishedOn: '2010-01-02'}),
  document('secret', '示例省应急物资储备方案', ['黄河故道第七仓库存放帐篷三千顶。'], {
    disclosure: 'withheld',
    abstract: '第七仓库',
    disclosureReason: {text: '危及公共安全', legalBasis: '条例第十四条'},
  }),
  document('on-request', '示例省地块勘测报告', ['坐标点位于白塔村鱼塘以东。'], {
    disclosure: 'on_request',
    disclosureReason: {text: '内部事务', legalBasis: '条例第十六条'},
  }),
];

async function filled(
  t: TestContext,
): Promise<{store: SqliteStore; file: string; find: (q: string, more?: Omit<SearchQuery, 'q'>) => ReturnType<SqliteStore['search']>}> {
  const {store, file} = await tempStore(t);
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  await store.saveDocuments(DOCUMENTS, NOW);
  await store.saveCatalogItems([item('enrolment', '义务教育招生入学指南'), item('budget', '财政预算公开目录')], LONG_AGO);
  return {store, file, find: (q, more = {}) => store.search({q, ...more})};
}

const ids = ({items}: {items: readonly SearchHit[]}): string[] => items.map(({id}) => id);
const marked = (hit: SearchHit): string[] => (hit.highlights.title ?? []).map(([from, to]) => hit.title.slice(from, to));

describe('search (R6.2)', () => {
  test('a document number comes first however it is written', async (t) => {
    const {find} = await filled(t);
    const ways = [
      '苏示办发〔2017〕151号',
      '苏示办发[2017]151号',
      '蘇示辦發（2017）第151號',
      '2017 151',
      '苏示办发2017151',
      '苏示办发【2017】0151号',
    ];
    for (const way of ways) {
      const {items} = await find(way);
      assert.deepEqual([items[0]?.id, items[0]?.why], ['openness', 'doc-number'], way);
    }
    const other = await find('苏示发〔2018〕9号');
    assert.deepEqual(other.items.map(({id, why}) => [id, why]), [['fund', 'doc-number'], ['openness', 'phrase']]); // prettier-ignore
    assert.equal(other.items[1]!.article?.id, 'art-3');
    for (const none of ['苏示办发〔2017〕152号', '2018 151', '苏国办发〔2017〕151号']) assert.equal((await find(none)).total, 0, none);
  });

  test('Traditional and Simplified find the same, result for result', async (t) => {
    const {find} = await filled(t);
    for (const [hant, hans] of [
      ['政務公開', '政务公开'],
      ['財政預算', '财政预算'],
      ['住房公積金提取', '住房公积金提取'],
    ] as const)
      assert.deepEqual(await find(hant), await find(hans));
  });

  test('a title comes before a text, what is in force before what is repealed', async (t) => {
    const {find} = await filled(t);
    const {items} = await find('住房公积金提取管理办法');
    assert.deepEqual(ids({items}).slice(0, 2), ['fund', 'fund-old']);
    assert.deepEqual(marked(items[0]!), ['住房公积金提取管理办法']);
    assert.equal(ids(await find('财政预算'))[0], 'budget');
  });

  test('the article that matches comes with its place, its text and a link to it', async (t) => {
    const {find} = await filled(t);
    const [hit] = (await find('不收取费用')).items;
    assert.deepEqual([hit?.id, hit?.article, hit?.why], ['openness', {id: 'art-2', label: '第2条'}, 'phrase']);
    assert.match(hit!.link, /\/documents\/openness#art-2$/);
    assert.deepEqual(hit!.highlights.excerpt!.map(([from, to]) => hit!.excerpt!.slice(from, to)), ['不收取费用']); // prettier-ignore
  });

  test('words in another order, and most of the words, are found and told apart', async (t) => {
    const {find} = await filled(t);
    const reordered = await find('提取公积金 住房');
    assert.equal(ids(reordered)[0], 'fund');
    assert.equal(reordered.partial, false);
    const most = await find('职工退休提取公积金余额流程图');
    assert.deepEqual([ids(most)[0], most.partial, most.items[0]!.why], ['fund', true, 'most-terms']);
  });

  test('a title that holds every one of several words comes before a text that does', async (t) => {
    const {store, find} = await filled(t);
    const named = document('seized', '国有土地上房屋征收与补偿条例');
    const noted = document('plan', '房屋征收补偿方案', [
      '依照国有土地上房屋征收与补偿条例，征收房屋的补偿，条例有规定的，从条例，房屋补偿。',
    ]);
    await store.saveDocuments([named, noted], NOW);
    assert.equal(ids(await find('补偿 房屋 征收 条例'))[0], 'seized');
  });

  test('one wrong, missing, extra or swapped character is put right, and said', async (t) => {
    const {find} = await filled(t);
    for (const slip of ['住房公机金提取', '住房公金提取', '住房公积积金提取', '住房积公金提取']) {
      const found = await find(slip);
      assert.equal(ids(found)[0], 'fund', slip);
      assert.equal(found.didYouMean?.text, '住房公积金提取', slip);
      assert.equal(found.items[0]!.why, 'corrected', slip);
    }
    assert.equal((await find('公机金')).didYouMean?.reason, 'sound');
    assert.equal((await find('公积金')).didYouMean, null);
  });

  test('pinyin, initials and everyday words lead to the official ones', async (t) => {
    const {find} = await filled(t);
    for (const q of ['zhufanggongjijin', 'gong ji jin', 'zfgjj']) {
      const found = await find(q);
      assert.deepEqual([ids(found)[0], found.items[0]?.why], ['fund', 'pinyin'], q);
    }
    const plain = await find('房补怎么办');
    assert.deepEqual([ids(plain)[0], plain.items[0]!.why, plain.variants[0]!.text], ['fund', 'synonym', '住房公积金']);
  });

  test('nonsense finds nothing', async (t) => {
    const {find} = await filled(t);
    for (const q of ['紫色大象跳舞', 'asdfghjkl', '喵喵喵', '', '……', '🐘', '%', '*', '" OR 1=1 --', 'title:公开 NEAR(预算']) {
      if (q.includes('公开')) continue;
      const found = await find(q);
      assert.deepEqual([found.total, found.items], [0, []], q);
    }
  });
});

describe('scope and pages', () => {
  test('filters narrow, facets count beyond their own filter, and wider says what scope leaves out', async (t) => {
    const {find} = await filled(t);
    const all = await find('公开');
    const documents = await find('公开', {type: ['document']});
    assert.ok(documents.items.every(({type}) => type === 'document'));
    assert.deepEqual(documents.facets!.type, all.facets!.type);
    const scoped = await find('公开', {agency: [other.id]});
    assert.deepEqual([ids(scoped), scoped.wider], [['budget'], all.total]);
    assert.deepEqual(ids(await find('公积金', {validity: ['repealed']})), ['fund-old']);
    assert.deepEqual(ids(await find('公积金', {to: '2010-12-31'})), ['fund-old']);
    assert.deepEqual(ids(await find('公积金提取', {sort: '-date'})), ['fund', 'fund-old']);
    assert.equal((await find('公开', {facets: false})).facets, undefined);
  });

  test('pages follow each other without a gap or a repeat, forwards and back', async (t) => {
    const {store, find} = await filled(t);
    await store.saveCatalogItems(Array.from({length: 45}, (_, i) => item(`p-${i}`, `办事公开第${i}项`)), NOW); // prettier-ignore
    const whole = ids(await find('公开', {limit: 100}));
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await find('公开', {limit: 10, ...(cursor ? {cursor} : {})});
      seen.push(...ids(page));
      if (page.nextCursor !== null) {
        cursor = page.nextCursor;
        continue;
      }
      assert.deepEqual(seen, whole);
      const before = await find('公开', {limit: 10, cursor: page.prevCursor!});
      assert.deepEqual(ids(before), whole.slice(30, 40));
      return;
    }
  });
});

describe('what is not public is not found (R3.4)', () => {
  test('neither by its text, nor in an excerpt, a spelling or a suggestion', async (t) => {
    const {store, find} = await filled(t);
    for (const q of ['黄河故道', '第七仓库', '帐篷三千顶', '黄河古道', '白塔村鱼塘', '坐标点位于', 'huanghegudao']) {
      const found = await find(q);
      assert.deepEqual([found.total, found.didYouMean, found.variants], [0, null, []], q);
      assert.deepEqual((await store.suggest({q})).items, [], q);
    }
    const [hit] = (await find('应急物资储备方案')).items;
    assert.deepEqual([hit?.id, hit?.disclosure, hit?.excerpt, hit?.article], ['secret', 'withheld', undefined, undefined]);
  });

  test('and no longer once it is withdrawn from the public', async (t) => {
    const {store, find} = await filled(t);
    assert.equal((await find('离休干部')).total, 1);
    const [, fund] = DOCUMENTS;
    await store.saveDocuments(
      [{...fund!, meta: {...fund!.meta, disclosure: 'on_request', disclosureReason: {text: '内部', legalBasis: '条例'}}}],
      NOW,
    );
    assert.equal((await find('离休干部')).total, 0);
  });
});

describe('the index follows the records', () => {
  test('on every write, change and removal, also of another process', async (t) => {
    const {store, file, find} = await filled(t);
    assert.equal((await find('候鸟保护')).total, 0);
    const second = new SqliteStore(file);
    await second.saveDocuments([document('birds', '示例省候鸟保护办法', ['候鸟迁徙季节禁止捕捞。'])], NOW);
    await second.close();
    assert.deepEqual(ids(await find('候鸟保护')), ['birds']);
    await store.saveDocuments([document('birds', '示例省湿地保护办法')], NOW);
    assert.equal((await find('候鸟')).total, 0);
    assert.deepEqual(ids(await find('湿地保护')), ['birds']);
    await store.removeDocument('birds', 2, NOW);
    assert.equal((await find('湿地保护')).total, 0);
    const {version} = (await store.getCatalogItem('budget', TODAY))!;
    await store.removeCatalogItem('budget', version, NOW);
    assert.ok(!ids(await find('财政预算')).includes('budget'));
    await store.saveAgencies([{...office, name: '示例省海洋渔业厅'}]);
    assert.deepEqual(ids(await find('海洋渔业厅', {type: ['agency']})), [office.id]);
  });

  test('where an older version of the software wrote the database, it is built at the next start', async (t) => {
    const {store, file, find} = await filled(t);
    const before = [await find('公开'), await find('151号'), await store.suggest({q: '示例'})];
    const raw = new DatabaseSync(file);
    raw.exec("delete from counters where name in ('search', 'search_format')");
    raw.close();
    await takeBack(file, '0001-initial');
    const next = new SqliteStore(file);
    await next.migrate();
    assert.deepEqual([await next.search({q: '公开'}), await next.search({q: '151号'}), await next.suggest({q: '示例'})], before);
    await next.migrate();
    assert.deepEqual(await next.search({q: '公开'}), before[0]);
    await next.close();
  });

  test('saving the same again changes nothing', async (t) => {
    const {store, find} = await filled(t);
    const before = await find('公开');
    const version = await store.dataVersion();
    await store.saveDocuments(DOCUMENTS, NOW);
    assert.equal(await store.dataVersion(), version);
    assert.deepEqual(await find('公开'), before);
  });
});

describe('suggestions', () => {
  test('are titles, numbers, official terms and hot words, at most eight', async (t) => {
    const {store} = await filled(t);
    const kinds = async (q: string): Promise<string[]> => (await store.suggest({q})).items.map(({kind, text}) => `${kind} ${text}`);
    assert.ok((await kinds('')).every((one) => one.startsWith('hot ')));
    assert.ok((await kinds('住房公')).includes('title 示例省住房公积金提取管理办法'));
    assert.equal((await kinds('住房公')).filter((one) => one.startsWith('title 示例省住房')).length, 1);
    assert.deepEqual(await kinds('苏示办发2017'), ['doc-number 苏示办发〔2017〕151号']);
    assert.ok((await kinds('房补')).includes('term 住房公积金'));
    assert.ok((await kinds('gjj')).some((one) => one.includes('公积金')));
    for (const q of ['公', '示例', '办法', '预算']) assert.ok((await kinds(q)).length <= 8, q);
  });
});
