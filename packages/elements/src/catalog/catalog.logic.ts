/** What the catalogue shows and which state its address holds. Pure: no lit, no DOM. */
import type {CatalogQuery} from '@zwgk/contract';

/** Filters that hold a list of values, in the order in which their chips stand. */
export const LIST_FILTERS = ['region', 'agency', 'level', 'domain', 'matter', 'disclosure', 'stage', 'freshness'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

export const SORTS = ['seq', '-updated', 'updated', 'due'] as const;
export type Sort = (typeof SORTS)[number];
export const PAGE_SIZES = [20, 50] as const;

/** The reader's conditions, as they stand in the address. Dates are ISO; `cursor` is the contract's key cursor. */
export interface CatalogFilters extends Readonly<Record<ListFilter, readonly string[]>> {
  readonly q: string;
  readonly from: string;
  readonly to: string;
  readonly sort: Sort;
  readonly size: number;
  readonly cursor: string;
  readonly page: number;
}

/** What the page's author fixed by attributes; the reader can narrow it, never widen it. */
export type CatalogScope = Readonly<Partial<Record<ListFilter, readonly string[]>>>;

/** What is in view: the list, one item, or a document opened from an item. */
export interface CatalogRoute {
  readonly item?: string;
  readonly document?: string;
}

export const noFilters = (size: number): CatalogFilters => ({
  region: [],
  agency: [],
  level: [],
  domain: [],
  matter: [],
  disclosure: [],
  stage: [],
  freshness: [],
  q: '',
  from: '',
  to: '',
  sort: 'seq',
  size,
  cursor: '',
  page: 1,
});

/** Values of an attribute such as `level="county,township"`. */
export const splitList = (text: string): string[] => text.split(/[\s,，]+/).filter(Boolean);

/** What each value of the address may look like; the rest is left out, so that a mangled link still shows something. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  q: /^.{1,64}/su,
  from: /^\d{4}-(0\d|1[012])-([012]\d|3[01])$/,
  to: /^\d{4}-(0\d|1[012])-([012]\d|3[01])$/,
  sort: /^(-?updated|due)$/,
  size: /^[25]0$/,
  cursor: /./s,
  page: /^[1-9]\d*$/,
};

/** Reads the address. */
export function filtersFromUrl(params: URLSearchParams, defaultSize: number): CatalogFilters {
  const blank = noFilters(defaultSize);
  const filters: Record<string, unknown> = {...blank};
  for (const name of LIST_FILTERS) filters[name] = params.getAll(name).slice(0, 50);
  for (const [name, shape] of Object.entries(SHAPES)) {
    const text = params.get(name) ?? '';
    if (shape.test(text)) filters[name] = typeof filters[name] === 'number' ? Number(text) : name === 'q' ? shape.exec(text)![0] : text;
  }
  return (filters.cursor ? filters : {...filters, page: blank.page}) as unknown as CatalogFilters;
}

/** The shortest address that brings these conditions back. */
export function filtersToUrl(filters: CatalogFilters, defaultSize: number, route: CatalogRoute = {}): URLSearchParams {
  const params = new URLSearchParams();
  const blank: object = noFilters(defaultSize);
  for (const [name, value] of Object.entries({...filters, ...route}) as [keyof typeof blank, string][])
    if (value !== blank[name]) for (const one of [value].flat()) params.append(name, one);
  return params;
}

/** Whether the range of dates can match anything. */
export const datesInOrder = ({from, to}: Pick<CatalogFilters, 'from' | 'to'>): boolean => !from || !to || from <= to;

/** What GB/T 2260 codes of places inside this one start with. */
const regionStem = (code: string): string => code.replace(/(00){1,2}$/, '');

function within(name: ListFilter, values: readonly string[], scope: CatalogScope): readonly string[] {
  const allowed = scope[name];
  if (!allowed?.length) return values;
  const narrowed = values.filter((value) =>
    allowed.some((bound) => (name === 'region' ? value.startsWith(regionStem(bound)) : value === bound)),
  );
  return narrowed.length > 0 ? narrowed : allowed;
}

/** The contract's query for these conditions within this scope. */
export function toQuery(filters: CatalogFilters, scope: CatalogScope): CatalogQuery {
  const lists: Record<string, readonly string[]> = {};
  for (const name of LIST_FILTERS) {
    const values = within(name, filters[name], scope);
    if (values.length > 0) lists[name] = values;
  }
  const {q, from, to, sort, size, cursor} = filters;
  return {
    ...lists,
    ...(q.trim() && {q: q.trim()}),
    ...(datesInOrder(filters) && {...(from && {updatedFrom: from}), ...(to && {updatedTo: to})}),
    ...(sort !== 'seq' && {sort}),
    ...(cursor && {cursor}),
    limit: size,
  } as CatalogQuery;
}

/** These conditions with others in place of some of them, back on the first page. */
export const withFilters = (filters: CatalogFilters, change: Partial<CatalogFilters>): CatalogFilters => ({
  ...filters,
  cursor: '',
  page: 1,
  ...change,
});

export const pageCount = (total: number, size: number): number => Math.max(1, Math.ceil(total / size));

/** First and last position on this page, from 1. */
export function positions({page, size}: CatalogFilters, shown: number): [number, number] {
  const first = (page - 1) * size + 1;
  return [first, first + shown - 1];
}
