import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {addDays, CALENDAR_YEARS, chinaDate, weekday, WorkCalendar} from './index.ts';

const calendar = new WorkCalendar(CALENDAR_YEARS);

describe('working days of mainland China', () => {
  const vectors: [string, number, string][] = [
    ['2026-09-24', 20, '2026-10-29'],
    ['2026-02-12', 20, '2026-03-18'],
    ['2025-01-24', 20, '2025-02-27'],
    ['2025-09-26', 20, '2025-10-30'],
    ['2025-12-31', 20, '2026-01-29'],
    ['2026-04-30', 7, '2026-05-13'],
    ['2026-02-10', 3, '2026-02-13'],
    ['2026-09-19', 1, '2026-09-20'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2017-09-29', 3, '2017-10-10'],
  ];
  for (const [start, count, due] of vectors) {
    it(`${count} after ${start} is ${due}`, () => {
      assert.equal(calendar.addWorkdays(start, count), due);
      assert.equal(calendar.workdaysBetween(start, due), count);
    });
  }

  it('R4.4: without the make-up day 2017-09-30 the interpretation would be due a day later', () => {
    const without = CALENDAR_YEARS.map((year) => ({...year, makeupWorkdays: year.makeupWorkdays.filter((day) => day !== '2017-09-30')}));
    assert.equal(new WorkCalendar(without).addWorkdays('2017-09-29', 3), '2017-10-11');
  });

  it('has the known number of working days in each year', () => {
    const expected = {2018: 250, 2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248};
    for (const [year, days] of Object.entries(expected)) {
      assert.equal(calendar.workdaysBetween(`${Number(year) - 1}-12-31`, `${year}-12-31`), days, year);
    }
  });

  it('says which years are published, and counts weekdays in the others', () => {
    assert.equal(calendar.covers('2026-12-31'), true);
    assert.equal(calendar.covers('2027-01-01'), false);
    assert.equal(calendar.isWorkday('2027-01-01'), true);
    assert.equal(calendar.isWorkday('2027-01-02'), false);
  });

  it('counts nothing backwards', () => {
    assert.equal(calendar.workdaysBetween('2026-10-10', '2026-10-09'), 0);
    assert.equal(calendar.addWorkdays('2026-10-10', 0), '2026-10-10');
  });
});

describe('dates', () => {
  it('cross months and leap days', () => {
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2026-03-01', -1), '2026-02-28');
    assert.equal(weekday('2026-11-24'), 2);
  });

  it('are China’s, eight hours ahead of UTC', () => {
    assert.equal(chinaDate(Date.parse('2026-11-24T15:59:59Z')), '2026-11-24');
    assert.equal(chinaDate(Date.parse('2026-11-24T16:00:00Z')), '2026-11-25');
  });

  it('do not depend on the machine’s time zone', async () => {
    const {execFileSync} = await import('node:child_process');
    const script = `import {WorkCalendar, CALENDAR_YEARS} from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      console.log(new WorkCalendar(CALENDAR_YEARS).addWorkdays('2026-09-25', 20))`;
    for (const TZ of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {env: {...process.env, TZ}, encoding: 'utf8'});
      assert.equal(out.trim(), '2026-10-29', TZ);
    }
  });
});

describe('counting by arithmetic', () => {
  it('is counting day by day, over eleven years of real and made-up arrangements', () => {
    const odd = {
      year: 2031,
      holidays: ['2031-03-03', '2031-03-04'],
      makeupWorkdays: ['2031-03-03', '2031-03-08'],
      source: 'test',
      coverageUntil: '2031-12-31',
    };
    const both = new WorkCalendar([...CALENDAR_YEARS, odd]);
    const off = new Set([...CALENDAR_YEARS, odd].flatMap(({holidays}) => holidays));
    const on = new Set([...CALENDAR_YEARS, odd].flatMap(({makeupWorkdays}) => makeupWorkdays));
    let count = 0;
    for (let date = '2016-12-30'; date < '2031-06-01'; date = addDays(date, 1)) {
      const plain = weekday(date) !== 0 && weekday(date) !== 6;
      const works = on.has(date) || (!off.has(date) && plain);
      assert.equal(both.isWorkday(date), works, date);
      if (works && date > '2016-12-30') count++;
      assert.equal(both.workdaysBetween('2016-12-30', date), count, date);
      if (works && count > 0) assert.equal(both.addWorkdays('2016-12-30', count), date);
    }
  });

  it('holds before 1970', () => {
    assert.deepEqual(
      [weekday('1949-10-01'), calendar.isWorkday('1949-10-01'), calendar.workdaysBetween('1969-12-01', '1970-01-05')],
      [6, false, 25],
    );
  });
});
