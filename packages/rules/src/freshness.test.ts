import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CatalogItemInput} from '@zwgk/contract';
import {CALENDAR_YEARS, freshness, parseTimeLimit, publicationDue, WorkCalendar} from './index.ts';

const calendar = new WorkCalendar(CALENDAR_YEARS);
const item = (limit: string, lastPublishedOn?: string, more: Partial<CatalogItemInput> = {}) => ({
  timeLimit: parseTimeLimit(limit),
  disclosure: 'proactive' as const,
  ...(lastPublishedOn ? {lastPublishedOn} : {}),
  ...more,
});

describe('R6.1: a promise of 20 working days, as a rhythm', () => {
  // 2026-09-24 + 20 working days = 2026-10-29, past the national holiday and two make-up days.
  const promise = item('20个工作日内', '2026-09-24');

  it('is on time while the period runs', () =>
    assert.deepEqual(freshness(promise, '2026-10-20', calendar, 3), {status: 'on_time', dueOn: '2026-10-29', daysLeft: 7}));
  it('is due soon three working days before', () =>
    assert.deepEqual(freshness(promise, '2026-10-26', calendar, 3), {status: 'due_soon', dueOn: '2026-10-29', daysLeft: 3}));
  it('is not due soon four working days before', () => assert.equal(freshness(promise, '2026-10-23', calendar, 3).status, 'on_time'));
  it('is still due soon on the due day itself', () =>
    assert.deepEqual(freshness(promise, '2026-10-29', calendar, 3), {status: 'due_soon', dueOn: '2026-10-29', daysLeft: 0}));
  it('is late from the first working day after', () =>
    assert.deepEqual(freshness(promise, '2026-10-30', calendar, 3), {status: 'late', dueOn: '2026-10-29', lateBy: 1}));
  it('does not grow later over a weekend', () => assert.equal(freshness(promise, '2026-11-01', calendar, 3).lateBy, 1));
});

describe('R6.1: a promise that counts from the information (条例第二十六条)', () => {
  const promise = (informationOn?: string, lastPublishedOn?: string) =>
    item('信息形成或者变更之日起20个工作日内', lastPublishedOn, informationOn ? {informationOn} : {});
  const on = (today: string, ...days: [string?, string?]) => freshness(promise(...days), today, calendar, 3);

  it('is kept by publishing, and not broken by the time that passes afterwards', () => {
    assert.deepEqual(on('2026-11-24', '2026-01-05', '2026-01-12'), {status: 'on_time'});
    assert.deepEqual(on('2026-01-05', '2026-01-05', '2026-01-05'), {status: 'on_time'});
  });
  it('counts from the change that the last publication does not have yet', () => {
    assert.deepEqual(on('2026-10-20', '2026-09-24', '2026-01-12'), {status: 'on_time', dueOn: '2026-10-29', daysLeft: 7});
    assert.deepEqual(on('2026-10-26', '2026-09-24', '2026-09-23'), {status: 'due_soon', dueOn: '2026-10-29', daysLeft: 3});
    assert.deepEqual(on('2026-10-30', '2026-09-24', '2026-01-12'), {status: 'late', dueOn: '2026-10-29', lateBy: 1});
  });
  it('is late where nothing was ever published', () => {
    assert.deepEqual(on('2026-10-30', '2026-09-24'), {status: 'late', dueOn: '2026-10-29', lateBy: 1});
  });
  it('claims nothing where the day of the information is not known', () => {
    assert.deepEqual(on('2026-11-24', undefined, '2020-01-02'), {status: 'not_applicable'});
    assert.deepEqual(freshness(item('批复后20日内', '2020-01-02'), '2026-11-24', calendar, 3), {status: 'not_applicable'});
  });
  it('takes a late publication for what it is: there, with nothing outstanding', () => {
    assert.deepEqual(on('2026-11-24', '2026-01-05', '2026-11-20'), {status: 'on_time'});
  });
  it('is exempt with its reason, with a due day only where one is outstanding', () => {
    const more = {freshnessExempt: '正在修订'};
    assert.deepEqual(freshness({...promise('2026-01-05', '2026-01-12'), ...more}, '2026-11-24', calendar, 3), {
      status: 'exempt',
      reason: '正在修订',
    });
    assert.equal(freshness({...promise('2026-09-24'), ...more}, '2026-11-24', calendar, 3).dueOn, '2026-10-29');
  });
});

describe('freshness does not apply', () => {
  it('where nothing is published by right', () => {
    for (const disclosure of ['withheld', 'on_request'] as const) {
      assert.deepEqual(freshness({...item('3个工作日', '2020-01-01'), disclosure}, '2026-11-24', calendar, 3), {status: 'not_applicable'});
      const informed = {...item('批复后3日内', undefined, {informationOn: '2020-01-01'}), disclosure};
      assert.deepEqual(freshness(informed, '2026-11-24', calendar, 3), {status: 'not_applicable'});
    }
  });
  it('where no period is promised or nothing was published yet', () => {
    assert.deepEqual(freshness(item('及时', '2020-01-01'), '2026-11-24', calendar, 3), {status: 'not_applicable'});
    assert.deepEqual(freshness(item('公示7日', '2020-01-01'), '2026-11-24', calendar, 3), {status: 'not_applicable'});
    assert.deepEqual(freshness(item('3个工作日'), '2026-11-24', calendar, 3), {status: 'not_applicable'});
  });
  it('where a reason exempts it, and says the reason', () => {
    const exempt = item('3个工作日', '2020-01-02', {freshnessExempt: '一次性公开'});
    assert.deepEqual(freshness(exempt, '2026-11-24', calendar, 3), {status: 'exempt', dueOn: '2020-01-07', reason: '一次性公开'});
  });
});

describe('due days', () => {
  it('count calendar days, hours, months and years as such', () => {
    assert.equal(publicationDue(parseTimeLimit('20日内'), '2026-11-24', calendar), '2026-12-14');
    assert.equal(publicationDue(parseTimeLimit('24小时内'), '2026-11-24', calendar), '2026-11-25');
    assert.equal(publicationDue(parseTimeLimit('1个月内'), '2026-01-31', calendar), '2026-02-28');
    assert.equal(publicationDue(parseTimeLimit('1年内'), '2024-02-29', calendar), '2025-02-28');
  });
  it('past the published calendar are provisional', () =>
    assert.equal(freshness(item('20个工作日内', '2026-12-20'), '2026-12-21', calendar, 3).provisional, true));
});
