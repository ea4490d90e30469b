/** What the results show and where they lead. Pure: no lit, no DOM. */
import type {SearchFacets, SearchHit, SearchResults} from '@zwgk/contract';
import {
  datesInOrder,
  LISTS,
  NO_FILTERS,
  PAGE_SIZE,
  withFilters,
  type ListFilter,
  type SearchFilters,
  type SearchScope,
} from './search.logic.ts';

/** Kinds of record that this version can show, in the order of their tabs; others are left out. */
export const TYPES = ['document', 'interpretation', 'consultation', 'meeting', 'catalog_item', 'agency'] as const;
export const isKnown = ({type}: Pick<SearchHit, 'type'>): boolean => (TYPES as readonly string[]).includes(type);

/** The same conditions with one value of a list added or taken away. */
export function toggled(filters: SearchFilters, name: ListFilter, value: string): SearchFilters {
  const values = filters[name];
  return withFilters(filters, {[name]: values.includes(value) ? values.filter((v) => v !== value) : [...values, value]});
}

/** One removable condition. */
export interface Chip {
  readonly name: ListFilter | 'wide' | 'dates';
  readonly value: string;
  readonly without: SearchFilters;
}

/** The reader's conditions besides words and kind. */
export function chips(filters: SearchFilters): Chip[] {
  const found: Chip[] = filters.wide ? [{name: 'wide', value: '', without: withFilters(filters, {wide: ''})}] : [];
  for (const name of LISTS) for (const value of filters[name]) found.push({name, value, without: toggled(filters, name, value)});
  if ((filters.from || filters.to) && datesInOrder(filters))
    found.push({name: 'dates', value: '', without: withFilters(filters, {from: '', to: ''})});
  return found;
}

/** The words without any condition; still inside the author's scope, unless the reader has left it. */
export const onlyWords = ({q, wide, sort}: SearchFilters): SearchFilters => ({...NO_FILTERS, q, wide, sort});

/** The same words in all agencies and regions; `undefined` where that finds nothing more. */
export function widened(filters: SearchFilters, scope: SearchScope, {total, wider}: SearchResults): SearchFilters | undefined {
  const bound = [...(filters.wide ? [] : [...scope.agency, ...scope.region]), ...filters.agency, ...filters.region];
  if (bound.length === 0 || wider <= total) return undefined;
  const fixed = scope.agency.length + scope.region.length > 0;
  return withFilters(filters, {agency: [], region: [], wide: fixed ? '1' : ''});
}

/** Tabs with their counts: all first. None where there is nothing to choose between. */
export function tabs(facets: SearchFacets | undefined, chosen: string): {type: string; count: number}[] {
  const counts = TYPES.map((type) => ({type: type as string, count: facets?.type.find(({value}) => value === type)?.count ?? 0}));
  const shown = counts.filter(({type, count}) => count > 0 || type === chosen);
  if (shown.length < 2 && !chosen) return [];
  return [{type: '', count: counts.reduce((sum, {count}) => sum + count, 0)}, ...shown];
}

/** Other wordings that were tried, the nearest spelling aside. */
export const otherWords = ({variants}: SearchResults, found: boolean): string[] =>
  variants.filter(({kind, total}) => kind !== 'corrected' && (!found || total > 0)).map(({text}) => text);

/** Pages that can be reached: they end after the best 1000. */
export const pageCount = (total: number): number => Math.max(1, Math.ceil(Math.min(total, 1000) / PAGE_SIZE));

/** First and last position on this page, from 1. */
export function positions({page}: SearchFilters, shown: number): [number, number] {
  const first = (page - 1) * PAGE_SIZE + 1;
  return [first, first + shown - 1];
}

/** What stands in `filters.open` for a record opened in place; an interpretation opens beside its document. */
export const openingOf = ({type, id, document}: Pick<SearchHit, 'type' | 'id' | 'document'>, article = ''): string =>
  (document ? [type, document, id] : [type, id, article]).filter(Boolean).join('/');

/** The author's address with the reader's words: what they wrote is not lost on the way to the form. */
export function withWords(href: string, q: string): string {
  const [, path, query, hash] = /^([^?#]*)\??([^#]*)(#?.*)$/s.exec(href)!;
  const params = new URLSearchParams(query);
  params.set('q', q);
  return `${path}?${params.toString()}${hash}`;
}

/** What stands in `filters.open`, taken apart. */
export function opened(open: string): {type: string; id: string; article: string} | undefined {
  const [type = '', id = '', article = ''] = open.split('/');
  return id ? {type, id, article} : undefined;
}

/** A day some months before this one, ISO. */
export function monthsBefore(today: string, months: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}
