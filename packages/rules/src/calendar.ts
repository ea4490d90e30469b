import type {CalendarYear} from '@zwgk/contract';

const DAY = 86_400_000;
const time = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** `date` plus `days` calendar days; both ISO `YYYY-MM-DD`. */
export const addDays = (date: string, days: number): string => iso(time(date) + days * DAY);

/** Calendar date in China (UTC+8, no daylight saving) at an instant in milliseconds. */
export const chinaDate = (instantMs: number): string => iso(instantMs + 8 * 3_600_000);

/** Day of the week, 0 = Sunday. */
export const weekday = (date: string): number => new Date(time(date)).getUTCDay();

/**
 * Working days of mainland China: weekdays that are no public holiday, and make-up workdays (调休).
 * Dates are ISO `YYYY-MM-DD` strings and all arithmetic is in UTC, so no time zone can shift a day.
 * A year whose arrangement is not published counts plain weekdays; `covers` tells that it did.
 * Counting starts on the day after the event (民法典 art. 201).
 */
export class WorkCalendar {
  readonly #off = new Set<string>();
  readonly #on = new Set<string>();
  readonly #years = new Set<number>();

  /** @param years Arrangement of each published year, in any order. */
  constructor(years: readonly CalendarYear[]) {
    for (const {year, holidays, makeupWorkdays} of years) {
      this.#years.add(year);
      for (const day of holidays) this.#off.add(day);
      for (const day of makeupWorkdays) this.#on.add(day);
    }
  }

  /** Whether the arrangement of the date's year is published. */
  covers(date: string): boolean {
    return this.#years.has(Number(date.slice(0, 4)));
  }

  isWorkday(date: string): boolean {
    if (this.#on.has(date)) return true;
    if (this.#off.has(date)) return false;
    const day = weekday(date);
    return day !== 0 && day !== 6;
  }

  /** The `count`-th working day after `start`; `start` itself is day 0. */
  addWorkdays(start: string, count: number): string {
    let date = start;
    for (let left = count; left > 0;) {
      date = addDays(date, 1);
      if (this.isWorkday(date)) left--;
    }
    return date;
  }

  /** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
  workdaysBetween(from: string, to: string): number {
    let count = 0;
    for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
      if (this.isWorkday(date)) count++;
    }
    return count;
  }
}
