import {expect} from '@open-wc/testing';
import {listReposts, reposts} from '../testing/feed.ts';
import {clock, daysUntil, joined, rowsOf} from './feed.logic.ts';

const passedOn = (publishedOn: string, repostedAt: string): number => daysUntil({...reposts[0]!, publishedOn, repostedAt});

describe('how soon a policy was passed on', () => {
  it('counts days of China’s calendar, whatever the reader’s own', () => {
    expect(passedOn('2026-11-20', '2026-11-19T16:00:00Z'), 'midnight in China').to.equal(0);
    expect(passedOn('2026-11-20', '2026-11-20T15:59:59Z'), 'a second before midnight').to.equal(0);
    expect(passedOn('2026-11-20', '2026-11-20T16:00:00Z'), 'midnight').to.equal(1);
    expect(passedOn('2026-12-30', '2027-01-02T00:00:00+08:00'), 'over the new year').to.equal(3);
    expect(passedOn('2026-11-20', '2026-11-18T02:00:00Z'), 'before its date').to.equal(-2);
  });
  it('tells the time of day in China', () => {
    expect([clock('2026-11-20T02:05:00Z'), clock('2026-11-20T23:30:00Z')]).to.deep.equal(['10:05', '07:30']);
  });
});

describe('the list', () => {
  it('has the number of rows that the page wants, as far as that makes sense', () => {
    expect([3, 5.9, 100, 5000, 0, -1, Number.NaN].map(rowsOf)).to.deep.equal([3, 5, 100, 100, 5, 5, 5]);
  });
  it('goes on where it ended, and lists nothing twice', () => {
    const page = (query: string) => listReposts(new URLSearchParams(query), reposts);
    const both = joined(page('limit=5'), page('limit=5&cursor=c4'));
    expect(both.items.map(({id}) => id)).to.deep.equal(reposts.slice(0, 9).map(({id}) => id));
    expect(both.nextCursor).to.equal('c9');
    expect(joined(undefined, page('limit=5')).items.length).to.equal(5);
  });
});
