import type {CatalogItemInput, Freshness} from '@zwgk/contract';
import {addDays, type WorkCalendar} from './calendar.ts';

type Limited = Pick<CatalogItemInput, 'timeLimit' | 'disclosure'> & {
  readonly lastPublishedOn?: string | undefined;
  readonly informationOn?: string | undefined;
};

/**
 * The day from which an item's limit counts. A limit that names its start (信息形成或者变更之日, 条例第二十六条) counts from
 * the day of the information and is `kept` once that is published; one without is a rhythm and counts from the last
 * publication. `undefined` when nothing is published by right, no period is promised, or the start is not known.
 */
export function countsFrom({timeLimit, disclosure, lastPublishedOn, informationOn}: Limited): string | undefined {
  if (disclosure === 'withheld' || disclosure === 'on_request' || timeLimit.kind !== 'within') return undefined;
  if (!timeLimit.anchor) return lastPublishedOn;
  return informationOn && lastPublishedOn && lastPublishedOn >= informationOn ? 'kept' : informationOn;
}

/** The last day of a limit that runs from `from`; `undefined` when it names no period. */
export function publicationDue(
  {kind, days, unit}: CatalogItemInput['timeLimit'],
  from: string,
  calendar: WorkCalendar,
): string | undefined {
  if (kind !== 'within' || !days || !unit) return undefined;
  switch (unit) {
    case 'workday':
      return calendar.addWorkdays(from, days);
    case 'day':
      return addDays(from, days);
    case 'hour':
      return addDays(from, Math.ceil(days / 24));
    case 'month':
    case 'year': {
      const [year, month, day] = from.split('-').map(Number) as [number, number, number];
      const months = month - 1 + days * (unit === 'year' ? 12 : 1);
      const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
      return new Date(Date.UTC(year, months, Math.min(day, last))).toISOString().slice(0, 10);
    }
  }
}

/**
 * How an item stands against its own promise on `today` (R6.1): late from the first working day after the due day.
 * @param dueSoon Working days before the due day from which it counts as due soon (policy profile).
 */
export function freshness(
  item: Limited & Pick<CatalogItemInput, 'freshnessExempt'>,
  today: string,
  calendar: WorkCalendar,
  dueSoon: number,
): Freshness {
  const from = countsFrom(item);
  const dueOn = from === undefined || from === 'kept' ? undefined : publicationDue(item.timeLimit, from, calendar);
  if (from !== 'kept' && !dueOn) return {status: 'not_applicable'};
  if (item.freshnessExempt) return {status: 'exempt', ...(dueOn ? {dueOn} : {}), reason: item.freshnessExempt};
  if (!dueOn) return {status: 'on_time'};
  const provisional = calendar.covers(dueOn) ? {} : {provisional: true};
  const lateBy = calendar.workdaysBetween(dueOn, today);
  if (lateBy > 0) return {status: 'late', dueOn, lateBy, ...provisional};
  const daysLeft = calendar.workdaysBetween(today, dueOn);
  return {status: daysLeft <= dueSoon ? 'due_soon' : 'on_time', dueOn, daysLeft, ...provisional};
}
