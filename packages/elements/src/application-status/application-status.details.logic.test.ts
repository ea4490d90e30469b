import {expect} from '@open-wc/testing';
import {statuses} from '../testing/application-status.ts';
import {
  correctedFrom,
  correctionAsked,
  deliveriesFor,
  endingOf,
  nameOf,
  rowsOf,
  ticksOf,
  totalsOf,
} from './application-status.details.logic.ts';

const form = (values: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
};

describe('what happened', () => {
  it('is told by day: each pause after the letter that began it, then where it stands, then what is to come', () => {
    const told = rowsOf(statuses.processing).map((row) => (row.kind === 'event' ? row.event.type : row.kind));
    expect(told.join(' ')).to.equal(
      'submit request_confirmation confirm route start consult_third_party pause deliver opinion consult_agency pause opinion now todo',
    );
  });
  it('ends with the last event when all is over', () => {
    expect(rowsOf(statuses.answered).at(-1)).to.have.nested.property('event.type', 'answer');
  });
});

describe('how it ended', () => {
  it('is known also when it is filed away', () => {
    const filed = (status: keyof typeof statuses) => endingOf({...statuses[status], state: 'archived'});
    expect([filed('answered'), filed('withdrawn'), filed('abandoned')]).to.deep.equal(['answered', 'withdrawn', 'abandoned']);
    expect(endingOf(statuses.processing)).to.equal(undefined);
  });
});

describe('the days of the period', () => {
  it('are one mark each, the last one over or under way is today', () => {
    const ticks = ticksOf(statuses.processing.clock.segments);
    expect(ticks.length).to.equal(30);
    expect(ticks.findIndex(({today}) => today)).to.equal(24);
    expect(ticksOf(statuses.overdue.clock.segments).at(-1)).to.deep.equal({kind: 'over', today: true});
    expect(ticksOf([])).to.deep.equal([]);
  });
  it('are summed by kind', () => {
    expect(totalsOf(statuses.processing.clock.segments)).to.deep.equal([
      {kind: 'used', workdays: 15},
      {kind: 'paused', workdays: 10},
      {kind: 'left', workdays: 5},
    ]);
  });
});

describe('a correction', () => {
  it('is about the newest request for one', () => {
    expect(correctionAsked(statuses.correctionRequired)?.until).to.equal('2026-11-06');
    expect(correctionAsked(statuses.processing)).to.equal(undefined);
  });
  it('holds what was typed, without empty fields, and no medium where nothing is carried', () => {
    expect(correctedFrom(form({title: ' 批复 ', docNumber: '', description: '', delivery: 'inspect', medium: 'paper'}))).to.deep.equal({
      title: '批复',
      delivery: 'inspect',
      acceptOtherForm: false,
    });
    expect(correctedFrom(form({title: '', docNumber: '', description: '我的登记表'}))).to.deep.equal({description: '我的登记表'});
  });
  it('offers only ways of delivery for which nothing may be missing', () => {
    expect(deliveriesFor('post')).to.deep.equal(['post', 'online', 'pickup', 'inspect']);
    expect(deliveriesFor('pickup')).to.deep.equal(['pickup', 'online', 'inspect']);
  });
});

describe('the name of a request', () => {
  it('is its title, else its number, else the beginning of its description', () => {
    expect(nameOf({title: '甲', docNumber: '乙'})).to.equal('甲');
    expect(nameOf({docNumber: '乙', description: '丙'})).to.equal('乙');
    expect(nameOf({description: '丙'.repeat(50)})).to.equal(`${'丙'.repeat(40)}…`);
    expect(nameOf({})).to.equal('');
  });
});
