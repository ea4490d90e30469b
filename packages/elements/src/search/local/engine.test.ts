import {expect} from '@open-wc/testing';
import type {SearchIndex, SearchQuery, SearchResults, Suggestion} from '@zwgk/contract';
import {SEARCH_INDEX} from '../../testing/search-index.ts';
import {LocalEngine, type Steps} from './engine.ts';

function finish<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const build = (index: SearchIndex): LocalEngine => finish(LocalEngine.build(index));
const engine = build(SEARCH_INDEX);
const search = (q: string, more: Partial<SearchQuery> = {}): SearchResults => finish(engine.search({q, ...more}));
const ids = (q: string, more: Partial<SearchQuery> = {}): string[] => search(q, more).items.map(({id}) => id);
const suggest = (q: string): Suggestion[] => finish(engine.suggest({q}));

describe('search in a static index', () => {
  it('finds a document by its number first, however it is written', () => {
    const written = [
      '苏示办发〔2017〕151号',
      '苏示办发[2017]151号',
      '蘇示辦發（2017）第151號',
      '2017 151',
      '苏示办发2017151',
      '【2017】151',
    ];
    for (const q of written) {
      const [first] = search(q).items;
      expect([first?.id, first?.why], q).to.deep.equal(['doc-old', 'doc-number']);
    }
    expect(ids('苏示办发〔2015〕9号')).to.deep.equal(['doc-old']);
    expect(ids('苏示办发〔2016〕151号')).to.deep.equal([]);
  });

  it('puts the exact title before longer ones, and what is in force before what is repealed', () => {
    expect(search('示例省政务公开暂行办法').items[0]).to.include({id: 'doc-old', why: 'exact-title', link: '/xxgk/doc-old.html'});
    expect(ids('政务公开').slice(0, 2)).to.deep.equal(['doc-open', 'doc-old']);
  });

  it('answers Traditional and Simplified alike, result for result', () => {
    for (const [hant, hans] of [
      ['政務公開', '政务公开'],
      ['義務教育 招生', '义务教育 招生'],
      ['住房公積金', '住房公积金'],
    ] as const) {
      expect(ids(hans)).to.not.deep.equal([]);
      expect(JSON.stringify(search(hant).items)).to.equal(JSON.stringify(search(hans).items));
    }
  });

  it('names the article that answers, links to it and marks the words in it', () => {
    const [hit] = search('收取费用').items;
    expect(hit).to.deep.include({
      id: 'doc-open',
      link: '/xxgk/doc-open.html#art-2',
      why: 'phrase',
      article: {id: 'art-2', label: '第2条'},
      excerpt: '政务公开不收取费用。',
      agencyName: '示例省人民政府办公厅',
      regionName: '示例省',
    });
    expect(hit!.highlights.excerpt).to.deep.equal([[5, 9]]);
  });

  it('finds words that stand apart, in title and text, and a single character', () => {
    expect(ids('办法 费用')).to.deep.equal(['doc-open']);
    expect(search('公开政务').items[0]).to.include({why: 'all-terms'});
    expect(ids('费')).to.deep.equal(['doc-open']);
  });

  it('says so when it has only most of the words, and returns nothing for nonsense', () => {
    const most = search('政务公开 季度');
    expect([most.partial, most.items[0]?.why]).to.deep.equal([true, 'most-terms']);
    for (const q of ['龘龘龘龘', 'qwxyz', '；！？', '', '" OR 1=1 --', '*', '💥']) expect(search(q).total, q).to.equal(0);
  });

  it('puts one wrong, missing, extra or swapped character right, and says how', () => {
    for (const q of ['政务共开', '政务务公开', '政公开', '政公务开']) {
      const {items, didYouMean, variants, partial} = search(q);
      expect(items[0], q).to.include({id: 'doc-open', why: 'corrected'});
      expect(didYouMean, q).to.deep.equal({text: '政务公开', reason: 'shape'});
      expect(variants[0], q).to.include({kind: 'corrected', text: '政务公开'});
      expect(partial, q).to.equal(false);
    }
    expect(search('公鸡金').didYouMean?.text).to.equal('公积金');
    expect(search('政务公开').didYouMean).to.equal(null);
  });

  it("looks for official terms in place of people's words", () => {
    const {items, variants} = search('上学');
    expect(items.map(({id}) => id)).to.include('doc-school');
    expect(items[0]!.why).to.equal('synonym');
    expect(variants.map(({kind, text}) => [kind, text])).to.deep.equal([
      ['synonym', '义务教育'],
      ['synonym', '招生'],
    ]);
  });
});

describe('filters and pages', () => {
  it('filter by type, agency, region with all below it, dates and validity', () => {
    expect(ids('政务公开', {validity: ['repealed']})).to.deep.equal(['doc-old']);
    expect(ids('政务公开', {from: '2018-01-01'})).to.deep.equal(['doc-open']);
    expect(ids('政务公开', {to: '2017-12-31'})).to.deep.equal(['doc-old']);
    expect(ids('招生', {type: ['catalog_item']})).to.deep.equal(['item-1']);
    expect(ids('招生', {region: ['320900']}).length).to.equal(ids('招生', {agency: ['qhx-jyj']}).length);
    expect(ids('招生', {region: ['329999']})).to.deep.equal([]);
  });

  it('find an interpretation, and bear a kind of record that this version does not know', () => {
    const records: unknown[] = [
      {
        type: 'interpretation',
        id: 'int-1',
        title: '延时服务一图读懂',
        agency: 1,
        document: 'doc-open',
        articles: [{id: 'benefits', text: '放学有人看护'}],
      },
      {type: 'letter', id: 'letter-1', title: '关于延时服务的来信', agency: 1},
    ];
    const newer = build({...SEARCH_INDEX, records: [...SEARCH_INDEX.records, ...(records as SearchIndex['records'])]});
    const find = (more: Partial<SearchQuery>): SearchResults => finish(newer.search({q: '延时服务', ...more}));
    const [hit] = find({type: ['interpretation']}).items;
    expect(hit).to.include({id: 'int-1', document: 'doc-open', link: '/jiedu/int-1.html'});
    const {items, facets} = find({});
    expect(items.map(({type}) => type)).to.have.members(['interpretation', 'letter']);
    expect(facets!.type).to.deep.equal([{value: 'interpretation', label: '政策解读', count: 1}]);
  });

  it('count each facet with all filters but its own, and what a wider search would find', () => {
    const {total, wider, facets} = search('政务公开', {validity: ['repealed'], agency: ['qhx-jyj']});
    expect([total, wider]).to.deep.equal([0, 1]);
    expect(facets!.agency).to.deep.equal([{value: 'sl-sheng-zfb', label: '示例省人民政府办公厅', count: 1}]);
    expect(search('政务公开', {validity: ['repealed']}).facets!.validity.map(({count}) => count)).to.deep.equal([1, 1]);
    const open = search('政务公开').facets!;
    expect(open.type).to.deep.equal([{value: 'document', label: '文件', count: 2}]);
    expect(open.validity.map(({value, label, count}) => [value, label, count])).to.deep.equal([
      ['in_force', '有效', 1],
      ['repealed', '废止', 1],
    ]);
    expect(search('招生').facets!.region.map(({value, count}) => [value, count])).to.deep.equal([
      ['320000', 2],
      ['320900', 2],
      ['320921', 2],
    ]);
    expect(search('招生', {facets: false}).facets).to.equal(undefined);
  });

  it('sort by date, and lead forth and back through every result once', () => {
    expect(ids('政务公开', {sort: '-date'})).to.deep.equal(['doc-open', 'doc-old']);
    const records = [...Array(450).keys()].map((n) => ({...SEARCH_INDEX.records[2]!, id: `item-${n}`, title: `招生计划${n}`}));
    const many = build({...SEARCH_INDEX, records});
    const seen: string[] = [];
    let page = finish(many.search({q: '招生计划', limit: 100}));
    expect([page.total, page.facets!.type[0]!.count, page.prevCursor]).to.deep.equal([450, 450, null]);
    for (seen.push(...page.items.map(({id}) => id)); page.nextCursor; seen.push(...page.items.map(({id}) => id)))
      page = finish(many.search({q: '招生计划', limit: 100, cursor: page.nextCursor}));
    expect(new Set(seen).size).to.equal(450);
    expect(finish(many.search({q: '招生计划', limit: 100, cursor: page.prevCursor!})).items.map(({id}) => id)).to.deep.equal(
      seen.slice(300, 400),
    );
    expect(page.nextCursor).to.equal(null);
  });
});

describe('suggestions', () => {
  it('are hot words before anything is typed', () => {
    expect(suggest('')).to.deep.equal([{kind: 'hot', text: '招生计划'}]);
  });
  it('are numbers, terms and titles for what is begun, at most eight', () => {
    expect(suggest('苏示办发〔2017').map(({kind, text}) => [kind, text])).to.deep.include(['doc-number', '苏示办发〔2017〕151号']);
    expect(suggest('公积金')[0]).to.deep.include({kind: 'term', text: '住房公积金'});
    expect(suggest('政務公開').map(({text}) => text)).to.deep.equal(['示例省政务公开办法', '示例省政务公开暂行办法']);
    expect(suggest('政务公开')[0]).to.deep.include({type: 'document', id: 'doc-open', highlights: [[3, 7]]});
  });
});

describe('a file that somebody edited', () => {
  it('makes no link of a script address', () => {
    const bad = build({...SEARCH_INDEX, links: {...SEARCH_INDEX.links, document: 'javascript:alert({id})'}});
    expect(finish(bad.search({q: '政务公开'})).items[0]!.link).to.equal('');
  });
});
