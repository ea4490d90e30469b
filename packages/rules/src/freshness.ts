import type {CatalogItemInput, Freshness} from '@zwgk/contract';
import {addDays, type WorkCalendar} from './calendar.ts';

type Promise = Pick<CatalogItemInput, 'timeLimit' | 'disclosure' | 'lastPublishedOn' | 'freshnessExempt'>;

/** The day by which a publication of `from` must be renewed; `undefined` when the limit names no period. */
export function publicationDue(item: Promise, from: string, calendar: WorkCalendar): string | undefined {
  const {kind, days, unit} = item.timeLimit;
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
export function freshness(item: Promise, today: string, calendar: WorkCalendar, dueSoon: number): Freshness {
  if (item.disclosure === 'withheld' || item.disclosure === 'on_request' || !item.lastPublishedOn) return {status: 'not_applicable'};
  const dueOn = publicationDue(item, item.lastPublishedOn, calendar);
  if (!dueOn) return {status: 'not_applicable'};
  if (item.freshnessExempt) return {status: 'exempt', dueOn, reason: item.freshnessExempt};
  const provisional = calendar.covers(dueOn) ? {} : {provisional: true};
  const lateBy = calendar.workdaysBetween(dueOn, today);
  if (lateBy > 0) return {status: 'late', dueOn, lateBy, ...provisional};
  const daysLeft = calendar.workdaysBetween(today, dueOn);
  return {status: daysLeft <= dueSoon ? 'due_soon' : 'on_time', dueOn, daysLeft, ...provisional};
}
