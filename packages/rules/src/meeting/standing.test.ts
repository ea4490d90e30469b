import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {CALENDAR_YEARS, WorkCalendar} from '../index.ts';
import {meetingPolicy} from './policy.ts';
import {meetingStanding, seatsLeft, turnsOf, type ScheduledMeeting, type SeatCounts} from './standing.ts';
import {china, hearing, POLICY, PROFILE} from './testing/meetings.ts';

const CALENDAR = new WorkCalendar(CALENDAR_YEARS);
const MEETING = hearing() as ScheduledMeeting;
const by = (method: 'order' | 'lot', waiting?: number): ScheduledMeeting => ({
  ...MEETING,
  signUp: {...MEETING.signUp!, method, ...(waiting === undefined ? {} : {waiting})},
});
const at = (time: string, more: Partial<ScheduledMeeting> = {}, counts: SeatCounts = {}) =>
  meetingStanding({...MEETING, ...more}, counts, china(time), POLICY, CALENDAR);

describe('a meeting by the server’s clock (R3.12, R11.2)', () => {
  it('changes its state at the instant itself', () => {
    const later = {signUp: {...MEETING.signUp!, opensAt: '2026-11-20T09:00:00+08:00'}};
    assert.equal(at('2026-11-20 08:59', later).state, 'announced');
    assert.equal(at('2026-11-20 09:00', later).state, 'sign_up');
    assert.equal(at('2026-11-27 23:59').state, 'sign_up');
    assert.equal(at('2026-11-28 00:00').state, 'sign_up_closed');
    assert.equal(at('2026-12-08 08:59').state, 'sign_up_closed');
    assert.equal(at('2026-12-08 09:00').state, 'in_progress');
    assert.equal(at('2026-12-08 11:29').state, 'in_progress');
    assert.equal(at('2026-12-08 11:30').state, 'ended');
    assert.equal(at('2026-12-10 09:00', {recordedAt: '2026-12-09T09:00:00+08:00'}).state, 'recorded');
    assert.equal(at('2026-11-20 09:00', {cancelledAt: '2026-11-19T09:00:00+08:00'}).state, 'cancelled');
    assert.equal(at('2026-11-20 09:00', {signUp: undefined as never}).state, 'announced');
  });

  it('never says anything else between two of its turns', () => {
    const turns = [...turnsOf(MEETING).map((each) => Date.parse(each))].sort((a, b) => a - b);
    const hour = fc.integer({min: 0, max: 24 * 60});
    fc.assert(
      fc.property(hour, hour, (a, b) => {
        const [one, other] = [china('2026-11-01 00:00') + a * 3_600_000, china('2026-11-01 00:00') + b * 3_600_000];
        const passed = (now: number) => turns.filter((turn) => turn <= now).length;
        fc.pre(passed(one) === passed(other));
        const say = (now: number) => meetingStanding(MEETING, {}, now, POLICY, CALENDAR);
        assert.deepEqual([say(one).state, say(one).signUp!.state], [say(other).state, say(other).signUp!.state]);
      }),
    );
  });

  it('closes signing up by quota where seats go by order, and by time alone where they are drawn', () => {
    const full: SeatCounts = {public: {confirmed: 3}, entrepreneur: {confirmed: 2}};
    const state = (meeting: ScheduledMeeting, counts: SeatCounts) => at('2026-11-20 09:00', meeting, counts).signUp!.state;
    assert.equal(state(by('order'), {public: {confirmed: 3}}), 'open', 'another role has seats');
    assert.equal(state(by('order'), full), 'full');
    assert.equal(state(by('order', 2), full), 'waiting');
    assert.equal(state(by('order', 2), {public: {confirmed: 3, waiting: 2}, entrepreneur: {confirmed: 2, waiting: 2}}), 'full');
    assert.equal(state(by('lot'), {public: {received: 300}, entrepreneur: {received: 80}}), 'open');
    assert.equal(at('2026-11-27 09:00').signUp!.remainingDays, 0, 'the last day');
    assert.equal(at('2026-11-24 09:00').signUp!.remainingDays, 3);
    assert.equal(at('2026-11-28 00:00').signUp!.remainingDays, undefined);
  });

  it('says how many seats are left only where that is settled', () => {
    const left = (meeting: ScheduledMeeting) => seatsLeft(meeting.signUp!, {public: {confirmed: 5, waiting: 1}});
    assert.deepEqual(left(by('order', 2)), [
      {role: 'public', seats: 3, left: 0, waitingLeft: 1},
      {role: 'entrepreneur', seats: 2, left: 2, waitingLeft: 2},
    ]);
    assert.deepEqual(left(by('lot')), MEETING.signUp!.roles);
  });

  it('is to be watched before, live, again, or not any more (R3.14)', () => {
    const live = {live: {}};
    const say = (time: string, more: object) => at(time, more).live;
    assert.deepEqual(
      [say('2026-12-08 08:59', live), say('2026-12-08 09:00', live), say('2026-12-08 11:30', live)],
      ['before', 'live', 'over'],
    );
    assert.equal(say('2026-12-08 11:30', {...live, replay: {}}), 'replay');
    assert.equal(say('2026-12-08 09:00', {replay: {}}), undefined, 'a recording is for afterwards');
    assert.equal(say('2026-12-08 11:30', {replay: {}}), 'replay');
    assert.equal(say('2026-12-08 09:00', {...live, cancelledAt: '2026-12-01T00:00:00Z'}), undefined);
  });
});

describe('the record of a hearing (R11.2)', () => {
  const record = (time: string, recordedAt?: string) => at(time, recordedAt === undefined ? {} : {recordedAt}).record;
  it('is due twenty working days after the hearing, and overdue from the next day on', () => {
    assert.equal(at('2026-12-08 11:00').record, undefined);
    // Tuesday 8 December; New Year is a holiday by the weekday count of an unpublished year alone.
    const {dueOn} = record('2026-12-08 12:00')!;
    assert.equal(dueOn, CALENDAR.addWorkdays('2026-12-08', 20));
    assert.equal(record(`${dueOn} 23:59`)!.status, 'pending');
    assert.deepEqual(record('2027-01-07 09:00'), {status: 'overdue', dueOn, estimated: true, lateBy: 2});
    assert.equal(record('2027-02-01 09:00', `${dueOn}T09:00:00+08:00`)!.status, 'on_time');
    assert.equal(record('2027-02-01 09:00', '2027-01-07T09:00:00+08:00')!.status, 'late');
  });
  it('is owed by hearings alone', () => {
    assert.equal(at('2026-12-09 09:00', {kind: 'open_day'}).record, undefined);
  });
});

it('takes its numbers from the policy profile, in their units', () => {
  assert.deepEqual(POLICY, {noticeDays: 10, materialsDays: 7, recordWorkdays: 20});
  const {hearingNotice: _, ...periods} = PROFILE.periods;
  assert.throws(() => meetingPolicy({...PROFILE, periods}), /no period hearingNotice in days/);
  const {hearingNotice: day} = PROFILE.periods;
  assert.throws(() => meetingPolicy({...PROFILE, periods: {...PROFILE.periods, hearingRecord: day!}}), /hearingRecord in workdays/);
});
