import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  ANNUAL_COLUMNS,
  ANNUAL_ROWS,
  ANSWERS,
  annualTable,
  type AnnualColumn,
  type AnnualEntry,
  type AnnualRow,
  type AnswerCode,
  type ApplicationEvent,
} from './index.ts';
import {event, handled, told, wander} from './testing/log.ts';

const COLUMNS = ANNUAL_COLUMNS.filter((column) => column !== 'total');
const CODES = Object.keys(ANSWERS) as AnswerCode[];
const of = (applicant: AnnualEntry['applicant'], ...events: ApplicationEvent[]): AnnualEntry => ({...told(...events), applicant});
/** Rows of the table that are not zero, of one column. */
const counted = (year: number, entries: AnnualEntry[], column: AnnualColumn = 'total'): Partial<Record<AnnualRow, number>> => {
  const table = annualTable(entries, year);
  return Object.fromEntries(ANNUAL_ROWS.filter((row) => table[row][column]).map((row) => [row, table[row][column]]));
};

describe('《收到和处理政府信息公开申请情况》 (国办公开办函〔2021〕30号)', () => {
  const entry: fc.Arbitrary<AnnualEntry> = fc
    .record({
      start: fc.nat(1000),
      steps: fc.array(fc.record({pick: fc.nat(), gap: fc.oneof(fc.nat(5), fc.nat(60))}), {maxLength: 25, size: 'max'}),
      applicant: fc.constantFrom(...COLUMNS),
    })
    .map(({start, steps, applicant}) => {
      const day = new Date(Date.UTC(2023, 0, 1 + start)).toISOString().slice(0, 10);
      return {...wander(day, steps).progress, applicant};
    });

  it('一＋二＝（七）＋四 in every column, 总计 is the sum of the six, whatever the applications went through', () => {
    const seen = new Set<AnnualRow>();
    fc.assert(
      fc.property(fc.array(entry, {maxLength: 30, size: 'max'}), (applications) => {
        for (const year of [2022, 2023, 2024, 2025, 2026]) {
          const table = annualTable(applications, year);
          for (const column of ANNUAL_COLUMNS) {
            assert.equal(table.received[column] + table.carried_in[column], table.total[column] + table.carried_over[column]);
            assert.equal(
              CODES.reduce((sum, code) => sum + table[code][column], 0),
              table.total[column],
            );
          }
          for (const row of ANNUAL_ROWS) {
            assert.equal(
              COLUMNS.reduce((sum, column) => sum + table[row][column], 0),
              table[row].total,
            );
            if (table[row].total) seen.add(row);
          }
        }
        // What one year hands on, the next takes in; nothing is counted twice or lost.
        for (const year of [2022, 2023, 2024, 2025]) {
          assert.deepEqual(annualTable(applications, year).carried_over, annualTable(applications, year + 1).carried_in);
        }
      }),
      {numRuns: 300, seed: 30},
    );
    for (const row of [
      'received',
      'carried_in',
      'granted',
      'other.correction_overdue',
      'other.fee_overdue',
      'other.other',
      'carried_over',
    ] as const)
      assert.ok(seen.has(row), `no random application counted in ${row}`);
  });

  it('has the rows and columns of the national form, in its order', () => {
    assert.equal(ANNUAL_ROWS.length, 25);
    assert.deepEqual(ANNUAL_COLUMNS, ['natural_person', 'commercial', 'research', 'public_interest', 'legal_service', 'other', 'total']);
    assert.deepEqual(
      [ANNUAL_ROWS[0], ANNUAL_ROWS[2], ANNUAL_ROWS.at(-2), ANNUAL_ROWS.at(-1)],
      ['received', 'granted', 'total', 'carried_over'],
    );
  });

  it('counts in the year of receipt and in that of the outcome', () => {
    const entries = [of('commercial', ...handled('2025-12-31'), event('answer', '2026-01-05', {code: 'partial'}))];
    assert.deepEqual(counted(2025, entries), {received: 1, carried_over: 1});
    assert.deepEqual(counted(2026, entries, 'commercial'), {carried_in: 1, partial: 1, total: 1});
    assert.deepEqual(counted(2026, entries, 'natural_person'), {});
    assert.deepEqual(counted(2024, entries), {});
    assert.deepEqual(counted(2027, entries), {});
  });
  it('counts receipt, not submission; a correction makes no new application', () => {
    const internet = [event('submit', '2025-12-31', {kind: 'information', basis: 'internet'}), event('request_confirmation', '2025-12-31')];
    assert.deepEqual(counted(2025, [of('natural_person', ...internet)]), {});
    assert.deepEqual(counted(2026, [of('natural_person', ...internet, event('confirm', '2026-01-04'))]), {received: 1, carried_over: 1});
    const corrected = [
      ...handled('2025-12-26'),
      event('require_correction', '2025-12-29', {dueOn: '2026-01-12'}),
      event('correct', '2026-01-06'),
    ];
    assert.deepEqual(counted(2026, [of('natural_person', ...corrected)]), {carried_in: 1, carried_over: 1});
  });
  it('counts what was given up in （六）1 and 2, what was taken back in （六）3, before receipt nowhere', () => {
    const asked = [...handled('2026-03-02'), event('require_correction', '2026-03-04', {dueOn: '2026-03-18'})];
    const noticed = [...handled('2026-03-02'), event('notify_fee', '2026-03-04')];
    const row = (...events: ApplicationEvent[]) => counted(2026, [of('research', ...events)]);
    assert.deepEqual(row(...asked, event('abandon', '2026-03-19')), {received: 1, 'other.correction_overdue': 1, total: 1});
    assert.deepEqual(row(...noticed, event('abandon', '2026-04-20')), {received: 1, 'other.fee_overdue': 1, total: 1});
    assert.deepEqual(row(...asked, event('withdraw', '2026-03-05')), {received: 1, 'other.other': 1, total: 1});
    assert.deepEqual(row(...handled('2026-03-02').slice(0, 1), event('withdraw', '2026-03-02')), {});
  });
  it('still counts what is archived, and leaves out records to be put right', () => {
    const answered = [
      ...handled('2026-03-02'),
      event('answer', '2026-03-04', {code: 'denied.process_info'}),
      event('archive', '2027-01-04'),
    ];
    assert.deepEqual(counted(2026, [of('other', ...answered)]), {received: 1, 'denied.process_info': 1, total: 1});
    assert.deepEqual(counted(2026, [of('other', ...handled('2026-03-02', 'correction'))]), {});
  });
});
