/** What is asked for, and which of it the page's address holds. Pure: no lit, no DOM. */
import {SEARCH_TEXT_MAX, type SearchQuery} from '@zwgk/contract';

/** Conditions that hold a list of values, in the order in which their chips stand. */
export const LISTS = ['agency', 'region', 'validity'] as const;
export type ListFilter = (typeof LISTS)[number];

/** The reader's words and conditions, as they stand in the address. Dates are ISO; `cursor` is the contract's. */
export interface SearchFilters extends Readonly<Record<ListFilter, readonly string[]>> {
  readonly q: string;
  /** One kind of record, or all. */
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly sort: string;
  /** `1`: beyond the agency and region that the page's author fixed. */
  readonly wide: string;
  /** `1`: the words as written, not the nearest spelling that finds something. */
  readonly literal: string;
  readonly cursor: string;
  readonly page: number;
  /** A result opened in place: `document/doc-1/art-4`, `interpretation/doc-1/int-1`, `catalog_item/it-1`. */
  readonly open: string;
}

/** What the page's author fixed by attributes; the reader can go beyond it with one click. */
export type SearchScope = Readonly<Record<'agency' | 'region', readonly string[]>>;

export const NO_FILTERS: SearchFilters = {
  q: '',
  type: '',
  agency: [],
  region: [],
  validity: [],
  from: '',
  to: '',
  sort: '',
  wide: '',
  literal: '',
  cursor: '',
  page: 1,
  open: '',
};

/** Values of an attribute such as `agency="a,b"`. */
export const splitList = (text: string): string[] => text.split(/[\s,，]+/).filter(Boolean);

/** What each value of the address may look like; the rest is left out, so that a mangled link still finds something. */
const DATE = /^\d{4}-(0\d|1[012])-([012]\d|3[01])$/;
const SHAPES: Readonly<Record<string, RegExp>> = {
  q: /./s,
  type: /^[a-z_]+$/,
  from: DATE,
  to: DATE,
  sort: /^-date$/,
  wide: /^1$/,
  literal: /^1$/,
  cursor: /^[\w-]+$/,
  page: /^[1-9]\d*$/,
  open: /^[a-z_]+\/./s,
};

export function filtersFromUrl(params: URLSearchParams): SearchFilters {
  const filters: Record<string, unknown> = {...NO_FILTERS};
  for (const name of LISTS) filters[name] = params.getAll(name).slice(0, 50);
  for (const [name, shape] of Object.entries(SHAPES)) {
    const text = params.get(name) ?? '';
    if (shape.test(text)) filters[name] = name === 'page' ? Number(text) : text;
  }
  return (filters.cursor ? filters : {...filters, page: 1}) as unknown as SearchFilters;
}

/** The shortest address that brings these conditions back. */
export function filtersToUrl(filters: SearchFilters): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters) as [keyof SearchFilters, string][])
    if (value !== NO_FILTERS[name]) for (const one of [value].flat()) params.append(name, one);
  return params;
}

/** These conditions with others in place of some of them: back on the first page of the list. */
export const withFilters = (filters: SearchFilters, change: Partial<SearchFilters>): SearchFilters => ({
  ...filters,
  cursor: '',
  page: 1,
  literal: '',
  open: '',
  ...change,
});

/** Characters, as a reader counts them, that a text may still grow by; negative when it is too long to be sent. */
export const roomIn = (text: string): number => SEARCH_TEXT_MAX - [...text.trim()].length;

/** Whether the range of dates can match anything. */
export const datesInOrder = ({from, to}: Pick<SearchFilters, 'from' | 'to'>): boolean => !from || !to || from <= to;

/** What GB/T 2260 codes of places inside this one start with. */
const regionStem = (code: string): string => code.replace(/(00){1,2}$/, '');

/** The reader's values inside the author's scope; the scope itself where there are none. */
function within(name: 'agency' | 'region', {[name]: values, wide}: SearchFilters, {[name]: allowed}: SearchScope): readonly string[] {
  if (wide || allowed.length === 0) return values;
  const inside = values.filter((value) =>
    allowed.some((bound) => (name === 'region' ? value.startsWith(regionStem(bound)) : value === bound)),
  );
  return inside.length > 0 ? inside : allowed;
}

/** The contract's query; `undefined` while there is nothing that can be asked. */
export function toQuery(filters: SearchFilters, scope: SearchScope): SearchQuery | undefined {
  const q = filters.q.trim();
  if (!q || roomIn(q) < 0) return undefined;
  const lists = {agency: within('agency', filters, scope), region: within('region', filters, scope), validity: filters.validity};
  const {type, from, to, sort, cursor} = filters;
  return {
    q,
    ...(type && {type: [type]}),
    ...Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0)),
    ...(datesInOrder(filters) && {...(from && {from}), ...(to && {to})}),
    ...(sort && {sort}),
    ...(cursor && {cursor}),
    limit: PAGE_SIZE,
  } as SearchQuery;
}

/** Results a page. */
export const PAGE_SIZE = 20;

/** Whether a key event belongs to an input method: Safari sends the Enter that ends a composition after its end. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean => event.isComposing || event.keyCode === 229;
