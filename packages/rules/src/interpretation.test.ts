import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DocumentMeta, Media, PolicyProfile} from '@zwgk/contract';
import {CALENDAR_YEARS, firstInterpretation, interpretationDuty, responsibleFor, reviewInterpretation, WorkCalendar} from './index.ts';

const calendar = new WorkCalendar(CALENDAR_YEARS);
const profile: Pick<PolicyProfile, 'periods'> = {periods: {interpretation: {value: 3, unit: 'workday', source: 'R4.4'}}};
const major = {issuerName: '示例省教育厅', disclosure: 'proactive', major: true, publishedOn: '2017-09-29'} satisfies Partial<DocumentMeta>;

describe('R4.1 who drafts, explains', () => {
  it('in the name of the government: the department that drafted it', () => {
    assert.deepEqual(responsibleFor({issuerName: '示例省人民政府', drafter: '示例省教育厅'}), {name: '示例省教育厅', basis: 'drafter'});
  });

  it('in the name of one department: that department, also where it says that it drafted', () => {
    const own = {name: '示例省教育厅', basis: 'issuer'};
    assert.deepEqual(responsibleFor({issuerName: '示例省教育厅'}), own);
    assert.deepEqual(responsibleFor({issuerName: '示例省教育厅', coIssuers: [], drafter: '示例省教育厅'}), own);
  });

  it('of several departments: the lead, whichever of them drafted', () => {
    const joint = {issuerName: '示例省教育厅', coIssuers: ['示例省财政厅']};
    for (const drafter of [{}, {drafter: '示例省财政厅'}, {drafter: '示例省教育厅'}])
      assert.deepEqual(responsibleFor({...joint, ...drafter}), {name: '示例省教育厅', basis: 'lead'});
  });

  it('another department is told who it is', () => {
    const [first, ...rest] = reviewInterpretation({...major, responsible: '示例省财政厅'}, major);
    assert.deepEqual([first!.code, first!.path, rest], ['responsible-mismatch', '/responsible', []]);
    assert.match(first!.message, /示例省教育厅/);
    assert.deepEqual(reviewInterpretation({...major, responsible: '示例省教育厅'}, major), []);
  });
});

describe('R4.4 within three working days', () => {
  const duty = (published: string | undefined, today: string, document: Partial<typeof major | {major: false}> = {}, by = calendar) =>
    interpretationDuty({...major, ...document}, published === undefined ? undefined : {publishedOn: published}, today, by, profile);

  it('published on Friday 2017-09-29 it is due on 2017-10-10, because Saturday was worked and the week of 1 October was not', () => {
    assert.equal(duty(undefined, '2017-09-29').dueOn, '2017-10-10');
    const without = CALENDAR_YEARS.map((year) => ({...year, makeupWorkdays: year.makeupWorkdays.filter((day) => day !== '2017-09-30')}));
    assert.equal(duty(undefined, '2017-09-29', {}, new WorkCalendar(without)).dueOn, '2017-10-11');
  });

  it('is pending up to the due day, overdue after it, on time or late once it was published', () => {
    const statuses = [
      [undefined, '2017-10-10', 'pending'],
      [undefined, '2017-10-11', 'overdue'],
      ['2017-10-10', '2026-01-01', 'on_time'],
      ['2017-10-11', '2026-01-01', 'late'],
    ] as const;
    for (const [published, today, status] of statuses) {
      const found = duty(published, today);
      assert.deepEqual([found.status, found.publishedOn], [status, published], `${published} ${today}`);
    }
  });

  it('says that a due day is a guess where the holidays of its year are not announced', () => {
    assert.equal(duty(undefined, '2026-12-30', {publishedOn: '2026-12-30'} as object).estimated, true);
    assert.equal('estimated' in duty(undefined, '2017-09-29'), false);
  });

  it('what is no major policy, or not public, needs none; who would explain it is said all the same', () => {
    for (const other of [{major: false}, {disclosure: 'withheld'}] as object[]) {
      assert.deepEqual(duty(undefined, '2026-01-01', other), {status: 'not_required', responsible: '示例省教育厅', basis: 'issuer'});
    }
  });

  it('a notice before the decision (R4.6), or one that is not out yet, does not discharge it', () => {
    const all = [
      {phase: 'before', publishedOn: '2017-09-01'},
      {phase: 'execution', publishedOn: '2017-12-01'},
      {phase: 'publication', publishedOn: '2017-10-10'},
    ] as const;
    assert.deepEqual(firstInterpretation(all, '2018-01-01'), {publishedOn: '2017-10-10'});
    assert.equal(firstInterpretation(all, '2017-10-09'), undefined);
    assert.equal(firstInterpretation(all.slice(0, 1), '2018-01-01'), undefined);
  });

  it('says how long after the document the first one came, where both instants are known', () => {
    const document = {...major, publishedAt: '2017-09-29T01:00:00Z'};
    const minutes = (all: Parameters<typeof firstInterpretation>[0], of: typeof document | typeof major = document): number | undefined =>
      interpretationDuty(of, firstInterpretation(all, '2018-01-01'), '2018-01-01', calendar, profile).minutesAfter;
    const at = (publishedAt: string) => ({phase: 'publication', publishedOn: '2017-09-29', publishedAt}) as const;
    const day = {phase: 'publication', publishedOn: '2017-09-29'} as const;
    const [early, late] = [at('2017-09-29T11:05:59+08:00'), at('2017-09-29T04:00:00Z')];
    assert.equal(minutes([late, early]), 125, 'the earliest, whatever the zone it is written in');
    assert.equal(minutes([early, day]), undefined, 'one of that day may have been earlier');
    assert.equal(minutes([early], major), undefined, 'the instant of the document is not known');
    assert.equal(minutes([at('2017-09-29T00:59:59Z')]), undefined, 'not after the document');
  });

  it('an instant lies on its day in China', () => {
    const paths = (publishedAt: string): string[] =>
      reviewInterpretation({responsible: major.issuerName, publishedOn: '2017-09-29', publishedAt}, major).map(({path}) => path);
    assert.deepEqual(paths('2017-09-28T16:00:00Z'), []);
    assert.deepEqual(paths('2017-09-28T15:59:59Z'), ['/publishedAt']);
    assert.deepEqual(paths('2017-09-29T16:00:00Z'), ['/publishedAt']);
  });
});

describe('R4.8 what is not text has its text', () => {
  const media = (more: Partial<Media>): Media => ({kind: 'image', url: '/x.svg', title: '一图看懂', ...more});
  const paths = (...all: Media[]): string[] =>
    reviewInterpretation({...major, responsible: major.issuerName, media: all}, major).map(({path}) => path);

  it('a picture says what it shows, and all its words', () => {
    assert.deepEqual(paths(media({}), media({alt: '流程图'}), media({alt: '流程图', text: '先申请，后补贴'})), [
      '/media/0/alt',
      '/media/0/text',
      '/media/1/text',
    ]);
  });

  it('sound and film have captions', () => {
    const cues = [{start: 0, end: 2, text: '大家好'}];
    assert.deepEqual(paths(media({kind: 'audio'}), media({kind: 'video', cues: []}), media({kind: 'video', cues})), [
      '/media/0/cues',
      '/media/1/cues',
    ]);
  });
});
