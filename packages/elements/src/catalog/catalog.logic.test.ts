import {expect} from '@open-wc/testing';
import {datesInOrder, filtersFromUrl, filtersToUrl, noFilters, pageCount, toQuery, withFilters} from './catalog.logic.ts';
import {chips, toggled} from './catalog.details.logic.ts';

const read = (text: string) => filtersFromUrl(new URLSearchParams(text), 20);

describe('the address of a list', () => {
  it('brings every condition back', () => {
    const text = 'region=990100&level=county&level=city&matter=%E7%94%B2&q=%E8%A1%A5%E5%81%BF&from=2026-01-01&sort=due&size=50';
    const filters = read(text);
    expect(filtersFromUrl(filtersToUrl(filters, 20), 20)).to.deep.equal(filters);
    expect(filters.level).to.deep.equal(['county', 'city']);
  });
  it('says nothing that is not chosen', () => {
    expect(filtersToUrl(noFilters(20), 20).toString()).to.equal('');
  });
  it('leaves out what it cannot mean', () => {
    const mangled = read('from=yesterday&to=2026-13-40&sort=up&size=7&page=3&q=' + 'x'.repeat(200));
    expect(mangled).to.deep.equal({...noFilters(20), q: 'x'.repeat(64)});
  });
});

describe('a scope fixed by the page', () => {
  it('holds when the reader has chosen nothing', () => {
    expect(toQuery(noFilters(20), {level: ['county']})).to.deep.equal({level: ['county'], limit: 20});
  });
  it('can be narrowed, never widened', () => {
    const narrowed = toQuery({...noFilters(20), region: ['990102101']}, {region: ['990102']});
    expect(narrowed.region).to.deep.equal(['990102101']);
    const widened = toQuery({...noFilters(20), region: ['990000'], level: ['city']}, {region: ['990102'], level: ['county']});
    expect(widened.region).to.deep.equal(['990102']);
    expect(widened.level).to.deep.equal(['county']);
  });
});

describe('a change of conditions', () => {
  it('goes back to the first page', () => {
    const third = {...noFilters(20), cursor: 'abc', page: 3};
    expect(toggled(third, 'level', 'city')).to.deep.equal({...noFilters(20), level: ['city']});
    expect(withFilters(third, {q: '甲'}).page).to.equal(1);
  });
  it('can be taken back one chip at a time', () => {
    const filters = {...noFilters(20), q: '补偿', level: ['city', 'county'], from: '2026-01-01'};
    const all = chips(
      filters,
      (_, value) => value,
      (from) => `${from}+`,
    );
    expect(all.map(({label}) => label)).to.deep.equal(['补偿', 'city', 'county', '2026-01-01+']);
    expect(all[1]!.without.level).to.deep.equal(['county']);
  });
});

describe('dates in the wrong order', () => {
  const wrong = {...noFilters(20), from: '2026-02-01', to: '2026-01-01'};
  it('are not asked for', () => {
    expect(datesInOrder(wrong)).to.equal(false);
    expect(toQuery(wrong, {})).to.deep.equal({limit: 20});
  });
});

describe('pages', () => {
  it('are counted up, and there is always one', () => {
    expect([0, 1, 20, 21].map((total) => pageCount(total, 20))).to.deep.equal([1, 1, 1, 2]);
  });
});
