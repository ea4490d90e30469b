import type {CalendarYear} from '@zwgk/contract';

const DAY = 86_400_000;
/** Days since 1970-01-01, a Thursday. */
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** `date` plus `days` calendar days; both ISO `YYYY-MM-DD`. */
export const addDays = (date: string, days: number): string => iso(dayOf(date) + days);

/** Calendar date in China (UTC+8, no daylight saving) at an instant in milliseconds. */
export const chinaDate = (instantMs: number): string => iso(Math.floor((instantMs + 8 * 3_600_000) / DAY));

/** Day of the week, 0 = Sunday. */
export const weekday = (date: string): number => (((dayOf(date) + 4) % 7) + 7) % 7;

/** Mondays to Fridays up to and including a day, counted from Monday 1969-12-29. */
function weekdaysUpTo(day: number): number {
  const weeks = Math.floor((day + 3) / 7);
  return weeks * 5 + Math.min(day + 4 - weeks * 7, 5);
}

/** How many of the sorted days are not after `day`. */
function countUpTo(sorted: readonly number[], day: number): number {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Working days of mainland China: weekdays that are no public holiday, and make-up workdays (调休).
 * Dates are ISO `YYYY-MM-DD` strings and all arithmetic is in whole days of UTC, so no time zone can shift a day.
 * A year whose arrangement is not published counts plain weekdays; `covers` tells that it did.
 * Counting starts on the day after the event (民法典 art. 201).
 */
export class WorkCalendar {
  /** Weekdays off and weekend days on, each sorted: counting a span of years costs as much as counting a week. */
  readonly #off: readonly number[];
  readonly #on: readonly number[];
  readonly #years: ReadonlySet<number>;

  /** @param years Arrangement of each published year, in any order. */
  constructor(years: readonly CalendarYear[]) {
    const onWeekend = (date: string): boolean => weekday(date) % 6 === 0;
    const made = new Set(years.flatMap(({makeupWorkdays}) => makeupWorkdays));
    const off = years.flatMap(({holidays}) => holidays).filter((date) => !onWeekend(date) && !made.has(date));
    const sorted = (dates: Iterable<string>): number[] => [...new Set(dates)].map(dayOf).sort((a, b) => a - b);
    this.#off = sorted(off);
    this.#on = sorted([...made].filter(onWeekend));
    this.#years = new Set(years.map(({year}) => year));
  }

  /** Working days up to and including a day, from some day long ago. */
  #upTo(day: number): number {
    return weekdaysUpTo(day) - countUpTo(this.#off, day) + countUpTo(this.#on, day);
  }

  /** Whether the arrangement of the date's year is published. */
  covers(date: string): boolean {
    return this.#years.has(Number(date.slice(0, 4)));
  }

  isWorkday(date: string): boolean {
    const day = dayOf(date);
    return this.#upTo(day) > this.#upTo(day - 1);
  }

  /** The `count`-th working day after `start`; `start` itself is day 0. */
  addWorkdays(start: string, count: number): string {
    const from = dayOf(start);
    const goal = this.#upTo(from) + count;
    let day = from + count;
    while (this.#upTo(day) < goal) day++;
    return iso(day);
  }

  /** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
  workdaysBetween(from: string, to: string): number {
    return Math.max(0, this.#upTo(dayOf(to)) - this.#upTo(dayOf(from)));
  }
}
