/** What the conditions and the item view show. Pure: no lit, no DOM. */
import type {CatalogItem} from '@zwgk/contract';
import {datesInOrder, LIST_FILTERS, withFilters, type CatalogFilters, type ListFilter} from './catalog.logic.ts';

/** The same conditions with one value of a list added or taken away. */
export function toggled(filters: CatalogFilters, name: ListFilter, value: string): CatalogFilters {
  const values = filters[name];
  return withFilters(filters, {[name]: values.includes(value) ? values.filter((v) => v !== value) : [...values, value]});
}

/** One removable condition. */
export interface Chip {
  readonly name: ListFilter | 'q' | 'dates';
  readonly value: string;
  readonly label: string;
  readonly without: CatalogFilters;
}

/** The reader's conditions as chips; a value that no facet names is shown as it is. */
export function chips(
  filters: CatalogFilters,
  label: (name: ListFilter, value: string) => string,
  dates: (from: string, to: string) => string,
): Chip[] {
  const found: Chip[] = [];
  if (filters.q) found.push({name: 'q', value: filters.q, label: filters.q, without: withFilters(filters, {q: ''})});
  for (const name of LIST_FILTERS) {
    for (const value of filters[name]) found.push({name, value, label: label(name, value), without: toggled(filters, name, value)});
  }
  if ((filters.from || filters.to) && datesInOrder(filters)) {
    found.push({name: 'dates', value: '', label: dates(filters.from, filters.to), without: withFilters(filters, {from: '', to: ''})});
  }
  return found;
}

/** A legal basis as one line: 【行政法规】title（number）. */
export const basisText = (kind: string, basis: CatalogItem['legalBasis'][number]): string =>
  `【${kind}】${basis.title}${basis.docNumbers.length > 0 && !basis.docNumbers.some((n) => basis.title.includes(n)) ? `（${basis.docNumbers.join('、')}）` : ''}`;

/** What is left to publish by when: the one thing that its state alone does not say. */
export type Outstanding = 'next' | 'due' | 'kept' | 'unknown';

/** A limit with an anchor is kept by publishing, and cannot be told without the day of the information (条例第二十六条). */
export function outstanding({freshness: {status, dueOn}, timeLimit, disclosure, informationOn}: CatalogItem): Outstanding | undefined {
  if (status === 'exempt') return undefined;
  if (dueOn) return status === 'late' || timeLimit.anchor ? 'due' : 'next';
  if (status === 'on_time') return 'kept';
  const counted = timeLimit.anchor && timeLimit.kind === 'within' && !informationOn;
  return counted && (disclosure === 'proactive' || disclosure === 'partial') ? 'unknown' : undefined;
}
