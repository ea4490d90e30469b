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

const isDate = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Reads the address; what it cannot mean is left out, so that a mangled link still shows something. */
export function filtersFromUrl(params: URLSearchParams, defaultSize: number): CatalogFilters {
  const size = Number(params.get('size'));
  const sort = params.get('sort') as Sort;
  const page = Number(params.get('page'));
  const cursor = params.get('cursor') ?? '';
  const lists = Object.fromEntries(LIST_FILTERS.map((name) => [name, params.getAll(name).slice(0, 50)])) as Record<ListFilter, string[]>;
  return {
    ...noFilters(defaultSize),
    ...lists,
    q: [...(params.get('q') ?? '')].slice(0, 64).join(''),
    from: isDate(params.get('from')) ? params.get('from')! : '',
    to: isDate(params.get('to')) ? params.get('to')! : '',
    ...(SORTS.includes(sort) ? {sort} : {}),
    ...((PAGE_SIZES as readonly number[]).includes(size) ? {size} : {}),
    ...(cursor && page > 1 && Number.isInteger(page) ? {cursor, page} : {}),
  };
}

/** The shortest address that brings these conditions back. */
export function filtersToUrl(filters: CatalogFilters, defaultSize: number, route: CatalogRoute = {}): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of LIST_FILTERS) for (const value of filters[name]) params.append(name, value);
  const {q, from, to, sort, size, cursor, page} = filters;
  const rest = {
    q,
    from,
    to,
    sort: sort === 'seq' ? '' : sort,
    size: size === defaultSize ? '' : size,
    cursor,
    page: cursor ? page : '',
    item: route.item ?? '',
    document: route.document ?? '',
  };
  for (const [name, value] of Object.entries(rest)) if (value !== '') params.append(name, String(value));
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

/** Text in parts, those inside the half-open ranges marked. */
export function markedParts(text: string, ranges: readonly (readonly number[])[] = []): {text: string; hit: boolean}[] {
  const parts: {text: string; hit: boolean}[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of ranges) {
    if (start < at || end > text.length || end <= start) continue;
    if (start > at) parts.push({text: text.slice(at, start), hit: false});
    parts.push({text: text.slice(start, end), hit: true});
    at = end;
  }
  if (at < text.length) parts.push({text: text.slice(at), hit: false});
  return parts;
}
