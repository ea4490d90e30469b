import {expect} from '@open-wc/testing';
import type {SearchResults} from '@zwgk/contract';
import {filtersFromUrl, filtersToUrl, isComposing, NO_FILTERS, roomIn, toQuery, withFilters, type SearchFilters} from './search.logic.ts';
import {fillHref} from '../foundation/fill-href.ts';
import {chips, isKnown, monthsBefore, opened, openingOf, pageCount, positions, tabs, widened, withWords} from './search.results.logic.ts';

const NOWHERE = {agency: [], region: []};
const asked = (change: Partial<SearchFilters>): SearchFilters => ({...NO_FILTERS, q: '公积金', ...change});

describe('the address of a search', () => {
  it('brings everything back, and nothing that is not needed', () => {
    const filters = asked({
      type: 'document',
      agency: ['a', 'b'],
      from: '2026-01-01',
      sort: '-date',
      cursor: 'c20',
      page: 2,
      open: 'document/d/art-4',
    });
    const url = filtersToUrl(filters);
    expect(filtersFromUrl(url)).to.deep.equal(filters);
    expect(filtersToUrl(NO_FILTERS).toString()).to.equal('');
    expect(filtersToUrl(asked({})).toString()).to.equal(new URLSearchParams({q: '公积金'}).toString());
  });
  it('that was mangled still finds something', () => {
    const filters = filtersFromUrl(new URLSearchParams('q=甲&type=<b>&from=2026-99-99&sort=up&page=9&wide=2&open=x'));
    expect(filters).to.deep.equal({...NO_FILTERS, q: '甲'});
  });
  it('keeps words that are too long: they are the reader’s', () => {
    const q = '字'.repeat(70);
    expect(filtersFromUrl(new URLSearchParams({q})).q).to.equal(q);
    expect(toQuery(asked({q}), NOWHERE)).to.equal(undefined);
  });
});

describe('the question that is sent', () => {
  it('waits for words', () => {
    expect(toQuery(NO_FILTERS, NOWHERE)).to.equal(undefined);
    expect(toQuery(asked({q: ' \t'}), NOWHERE)).to.equal(undefined);
  });
  it('stays inside the scope of the page until the reader leaves it', () => {
    const scope = {agency: ['a'], region: ['320100']};
    expect(toQuery(asked({}), scope)).to.deep.include({agency: ['a'], region: ['320100']});
    expect(toQuery(asked({agency: ['z'], region: ['320102']}), scope)).to.deep.include({agency: ['a'], region: ['320102']});
    expect(toQuery(asked({wide: '1'}), scope)).to.not.have.any.keys('agency', 'region');
  });
  it('leaves out dates that can match nothing', () => {
    expect(toQuery(asked({from: '2026-05-01', to: '2026-01-01'}), NOWHERE)).to.not.have.any.keys('from', 'to');
  });
  it('counts characters as readers do: an emoji or a rare character is one', () => {
    expect(roomIn('字'.repeat(64))).to.equal(0);
    expect(roomIn('𠮷'.repeat(64))).to.equal(0);
    expect(roomIn('😀'.repeat(65))).to.equal(-1);
    expect(roomIn(`  ${'字'.repeat(64)}  `)).to.equal(0);
  });
});

describe('other words or conditions', () => {
  it('begin on the first page, in the list', () => {
    expect(withFilters(asked({cursor: 'c', page: 3, literal: '1', open: 'agency/a'}), {type: 'agency'})).to.deep.equal(
      asked({type: 'agency'}),
    );
  });
  it('are taken back one by one', () => {
    const filters = asked({wide: '1', agency: ['a', 'b'], validity: ['in_force'], from: '2026-01-01'});
    const list = chips(filters);
    expect(list.map(({name, value}) => name + value)).to.deep.equal(['wide', 'agencya', 'agencyb', 'validityin_force', 'dates']);
    expect(list[1]!.without.agency).to.deep.equal(['b']);
    expect(list.at(-1)!.without).to.deep.include({from: '', to: ''});
  });
});

describe('a key', () => {
  it('belongs to the input method while it composes, also the Enter that Safari sends after the end', () => {
    expect(isComposing({isComposing: true, keyCode: 13})).to.equal(true);
    expect(isComposing({isComposing: false, keyCode: 229})).to.equal(true);
    expect(isComposing({isComposing: false, keyCode: 13})).to.equal(false);
  });
});

describe('addresses of records', () => {
  it('are filled with what cannot break out of them', () => {
    expect(fillHref('document.html?id={id}#{article}', 'a&b', 'art-4')).to.equal('document.html?id=a%26b#art-4');
    expect(fillHref('document.html?id={id}#{article}', 'a')).to.equal('document.html?id=a');
    expect(fillHref('/d/{id}.html', '../x')).to.equal('/d/..%2Fx.html');
    expect(fillHref('/d/$&{id}', '$&')).to.equal('/d/$&%24%26');
    expect(fillHref('/d/{document}?explain={id}#{article}', '{article}', '', '{id}')).to.equal('/d/%7Bid%7D?explain=%7Barticle%7D');
  });
  it('carry the reader’s words to the form', () => {
    expect(withWords('/apply.html?lang=zh#top', '公积金 & 电梯')).to.equal(
      `/apply.html?${new URLSearchParams({lang: 'zh', q: '公积金 & 电梯'}).toString()}#top`,
    );
    expect(withWords('#apply', '甲')).to.equal(`?${new URLSearchParams({q: '甲'}).toString()}#apply`);
  });
  it('opened in place say what and where', () => {
    expect(opened('document/doc-1/art-4')).to.deep.equal({type: 'document', id: 'doc-1', article: 'art-4'});
    expect(opened('agency/a')).to.deep.equal({type: 'agency', id: 'a', article: ''});
    expect(opened('')).to.equal(undefined);
    expect(openingOf({type: 'document', id: 'doc-1'}, 'art-4')).to.equal('document/doc-1/art-4');
    expect(openingOf({type: 'agency', id: 'a'})).to.equal('agency/a');
    expect(openingOf({type: 'interpretation', id: 'int-1', document: 'doc-1'}, 'scope')).to.equal('interpretation/doc-1/int-1');
  });
});

describe('results', () => {
  const facet = (counts: Record<string, number>) => Object.entries(counts).map(([value, count]) => ({value, count, label: value}));
  const results = (change: Partial<SearchResults>): SearchResults => ({
    items: [],
    total: 3,
    wider: 9,
    nextCursor: null,
    prevCursor: null,
    partial: false,
    didYouMean: null,
    variants: [],
    ...change,
  });

  it('have tabs for the kinds that this version knows', () => {
    const facets = {type: facet({document: 2, letter: 4, agency: 1}), agency: [], region: [], validity: []};
    expect(tabs(facets, '')).to.deep.equal([
      {type: '', count: 3},
      {type: 'document', count: 2},
      {type: 'agency', count: 1},
    ]);
    expect(isKnown({type: 'letter' as 'document'})).to.equal(false);
    expect(tabs({...facets, type: facet({document: 2})}, ''), 'nothing to choose').to.deep.equal([]);
    expect(tabs({...facets, type: facet({document: 2})}, 'agency').length, 'the way back stays').to.equal(3);
  });
  it('can be widened where the scope hides more', () => {
    const scope = {agency: ['a'], region: []};
    expect(widened(asked({}), scope, results({}))).to.deep.include({wide: '1', agency: []});
    expect(widened(asked({agency: ['b']}), NOWHERE, results({}))).to.deep.include({wide: '', agency: []});
    expect(widened(asked({wide: '1'}), scope, results({}))).to.equal(undefined);
    expect(widened(asked({}), scope, results({wider: 3}))).to.equal(undefined);
    expect(widened(asked({}), NOWHERE, results({}))).to.equal(undefined);
  });
  it('end after the best thousand', () => {
    expect([0, 20, 21, 4711].map(pageCount)).to.deep.equal([1, 1, 2, 50]);
    expect(positions(asked({page: 3}), 7)).to.deep.equal([41, 47]);
  });
  it('of the last months are those since the same day', () => {
    expect(monthsBefore('2026-11-24', 3)).to.equal('2026-08-24');
    expect(monthsBefore('2026-02-24', 12)).to.equal('2025-02-24');
  });
});
