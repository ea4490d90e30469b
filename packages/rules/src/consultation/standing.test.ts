import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {addDays, chinaDate} from '../calendar.ts';
import {
  consultationPolicy,
  consultationStanding,
  isListed,
  liveState,
  signUpState,
  startOfDay,
  takesComments,
  wholeDays,
  type ConsultationInput,
} from './index.ts';
import {china, POLICY, PROFILE} from './testing/policy.ts';

const OPEN = {opensAt: '2026-11-10T00:00:00+08:00', closesAt: '2026-12-11T00:00:00+08:00'};
const at = (time: string, reportedAt?: string) => consultationStanding({...OPEN, ...(reportedAt ? {reportedAt} : {})}, china(time), POLICY);

describe('a consultation (R3.9, R3.10)', () => {
  it('opens and closes to the millisecond, by the clock in China', () => {
    const state = (ms: number) => consultationStanding(OPEN, ms, POLICY).state;
    const [opens, closes] = [china('2026-11-10 00:00'), china('2026-12-11 00:00')];
    assert.deepEqual([opens - 1, opens, closes - 1, closes].map(state), ['not_started', 'open', 'open', 'closed']);
    const taken = (ms: number) => takesComments(OPEN, ms);
    assert.deepEqual([opens - 1, opens, closes - 1, closes].map(taken), [false, true, true, false]);
  });

  it('is the same wherever its instants are written', () => {
    const elsewhere = {opensAt: '2026-11-09T16:00:00Z', closesAt: '2026-12-10T08:00:00-08:00'};
    assert.deepEqual(consultationStanding(elsewhere, china('2026-11-24 10:00'), POLICY), at('2026-11-24 10:00'));
  });

  it('says how many days remain, none on the last', () => {
    assert.deepEqual(at('2026-11-24 10:00'), {state: 'open', lastDay: '2026-12-10', remainingDays: 16});
    assert.equal(at('2026-12-09 23:59').remainingDays, 1);
    assert.equal(at('2026-12-10 00:00').remainingDays, 0);
    assert.equal(at('2026-12-10 23:59').remainingDays, 0);
  });

  it('is owed a report, 30 days after its last day, and overdue from the next', () => {
    assert.deepEqual(at('2026-12-11 00:00'), {
      state: 'closed',
      lastDay: '2026-12-10',
      report: {status: 'pending', dueOn: '2027-01-09'},
    });
    assert.equal(at('2027-01-09 23:59').report?.status, 'pending');
    assert.deepEqual(at('2027-01-10 00:00').report, {status: 'overdue', dueOn: '2027-01-09', lateBy: 1});
  });

  it('is reported from the publication on, in time or late; not by a report that is still to come or came too early', () => {
    const report = '2027-01-09T23:00:00+08:00';
    assert.equal(at('2027-01-09 22:59', report).state, 'closed');
    assert.deepEqual(at('2027-01-09 23:00', report), {
      state: 'reported',
      lastDay: '2026-12-10',
      report: {status: 'on_time', dueOn: '2027-01-09', publishedOn: '2027-01-09'},
    });
    assert.deepEqual(at('2027-03-01 09:00', '2027-01-12T09:00:00+08:00').report, {
      status: 'late',
      dueOn: '2027-01-09',
      publishedOn: '2027-01-12',
      lateBy: 3,
    });
    assert.equal(at('2026-11-24 10:00', '2026-11-20T09:00:00+08:00').state, 'open');
  });

  it('that the law keeps secret is not listed and takes no comments (R3.11)', () => {
    const open: ConsultationInput = OPEN;
    const secret = {...OPEN, secrecyExempt: {basis: '《示例法》第三条'}};
    assert.deepEqual([isListed(open), isListed(secret)], [true, false]);
    assert.equal(takesComments(secret, china('2026-11-24 10:00')), false);
  });

  it('never goes back: as time passes, states come in their order', () => {
    const order = ['not_started', 'open', 'closed', 'reported'];
    const hour = fc.integer({min: 0, max: 3000});
    fc.assert(
      fc.property(hour, hour, hour, hour, hour, (opens, length, report, one, other) => {
        const iso = (hours: number) => new Date(china('2026-01-01 00:00') + hours * 3_600_000).toISOString();
        const consultation = {opensAt: iso(opens), closesAt: iso(opens + length + 1), reportedAt: iso(report)};
        const rank = (hours: number) => order.indexOf(consultationStanding(consultation, Date.parse(iso(hours)), POLICY).state);
        assert.ok(rank(Math.min(one, other)) <= rank(Math.max(one, other)));
      }),
    );
  });
});

describe('a period in days (国务院令第713号 第十五条)', () => {
  it('counts days that are open from beginning to end, in China', () => {
    assert.equal(wholeDays('2026-08-17T00:00:00+08:00', '2026-09-16T00:00:00+08:00'), 30);
    assert.equal(wholeDays('2026-08-17T09:00:00+08:00', '2026-09-16T00:00:00+08:00'), 29, 'the day of publication is cut');
    assert.equal(wholeDays('2026-08-17T09:00:00+08:00', '2026-09-16T18:00:00+08:00'), 29, 'so is the last one');
    assert.equal(wholeDays('2026-08-16T16:00:00Z', '2026-09-15T15:59:59Z'), 30, '23:59:59 is midnight');
    assert.equal(wholeDays('2026-08-17T09:00:00+08:00', '2026-08-17T18:00:00+08:00'), 0);
    assert.equal(wholeDays('2026-08-17T00:00:00+08:00', '2026-08-01T00:00:00+08:00'), 0);
    assert.equal(wholeDays('soon', '2026-08-01T00:00:00+08:00'), 0);
  });

  it('is one day longer for every midnight that the closing moves by', () => {
    const day = fc.integer({min: 0, max: 4000}).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({min: 1, max: 200}), fc.integer({min: 0, max: 86_399_999}), (from, days, late) => {
        const opens = startOfDay(from) + late;
        const closes = (n: number) => new Date(startOfDay(addDays(from, n))).toISOString();
        const count = wholeDays(new Date(opens).toISOString(), closes(days));
        assert.equal(count, late ? days - 1 : days);
        assert.equal(wholeDays(new Date(opens).toISOString(), closes(days + 1)), count + 1);
        assert.equal(chinaDate(startOfDay(from)), from);
      }),
    );
  });

  it('is a number of the policy profile, which must have it in days', () => {
    assert.equal(POLICY.minimumDays, 30);
    const {consultationMinimum: _, ...periods} = PROFILE.periods;
    assert.throws(() => consultationPolicy({...PROFILE, periods}), /no period consultationMinimum in days/);
    assert.throws(() => consultationPolicy({...PROFILE, numbers: {}}), /no number concentratedComments/);
  });
});

describe('signing up for a hearing (R3.12, R11.2)', () => {
  const hearing = {noticeAt: '2026-11-01T09:00:00+08:00', at: '2026-12-01T09:00:00+08:00', quota: 20};
  const state = (time: string, signedUp = 0, more = {}) => signUpState({...hearing, ...more}, signedUp, china(time));
  it('goes from the notice until it is full, or its time is over', () => {
    assert.equal(state('2026-11-01 08:59'), 'not_open');
    assert.equal(state('2026-11-01 09:00'), 'open');
    assert.equal(state('2026-11-20 09:00', 19), 'open');
    assert.equal(state('2026-11-20 09:00', 20), 'full');
    assert.equal(state('2026-12-01 09:00', 20), 'over');
    assert.equal(state('2026-11-20 09:00', 0, {signUpUntil: '2026-11-20T00:00:00+08:00'}), 'over');
    assert.equal(signUpState({}, 0, china('2026-11-20 09:00')), 'over');
  });
});

it('a broadcast is to come, live, or to be seen again (R3.14)', () => {
  const state = (time: string, ended?: string) => liveState('2026-12-01T09:00:00+08:00', ended, china(time));
  const ended = '2026-12-01T11:30:00+08:00';
  assert.deepEqual(
    [state('2026-12-01 08:59', ended), state('2026-12-01 09:00', ended), state('2026-12-01 11:30', ended)],
    ['before', 'live', 'replay'],
  );
  assert.equal(state('2026-12-01 15:00'), 'live');
});
