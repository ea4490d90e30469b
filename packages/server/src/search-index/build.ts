/** Makes the static index of a site, or of some of its agencies, from the store. */
import {
  SEARCH_INDEX_FORMAT,
  SEARCH_INDEX_RECORDS,
  SEARCH_INDEX_VERSION,
  type Agency,
  type DocumentDetail,
  type Region,
  type SearchIndex,
  type SearchIndexRecord,
  type SearchType,
} from '@zwgk/contract';
import {scriptsOf} from '@zwgk/rules';
import {API_BASE} from '../config.ts';
import type {Page, Store} from '../store/store.ts';
import {fitted} from './fit.ts';
import {agencyRecord, documentRecord, interpretationRecord, itemRecord} from './records.ts';
import {wordsOf} from './words.ts';

const BATCH = 100;
const TYPES: Readonly<Record<SearchType, string>> = {
  document: '文件',
  interpretation: '政策解读',
  consultation: '意见征集',
  catalog_item: '公开事项',
  agency: '机构',
};
const VALIDITIES = {in_force: '有效', amended: '已修改', expired: '失效', repealed: '废止'};
const OWN_LINKS: Readonly<Record<SearchType, string>> = {
  document: `${API_BASE}/documents/{id}`,
  interpretation: `${API_BASE}/interpretations/{id}`,
  consultation: `${API_BASE}/consultations/{id}`,
  catalog_item: `${API_BASE}/catalog/items/{id}`,
  agency: `${API_BASE}/agencies?q={title}`,
};

export interface IndexOptions {
  /** Only what these agencies publish; everything without it. */
  readonly agencies?: readonly Agency[];
  /** Address of a record, with `{type}`, `{id}` and `{title}`; the API's own without it. */
  readonly link?: string;
  /** China date. */
  readonly today: string;
}

/** The selection has more records than one file may hold. */
export class TooManyRecordsError extends Error {
  override readonly name = 'TooManyRecordsError';
  readonly count: number;

  constructor(count: number) {
    super(`${count} records`);
    this.count = count;
  }
}

/** @returns the index, and to how many UTF-16 units its articles are cut (`Infinity`: not at all). @throws TooManyRecordsError */
export async function buildSearchIndex(store: Store, options: IndexOptions): Promise<{index: SearchIndex; length: number}> {
  const agencies = [...(options.agencies ?? (await all((cursor) => store.listAgencies({limit: BATCH, ...cursor}))))].sort(byId);
  const filter = options.agencies ? {agency: agencies.map(({id}) => id)} : {};
  const items = await store.listCatalogItems({...filter, limit: 0, facets: false}, options.today);
  const documents = await store.listDocuments({...filter, limit: 0});
  mustFit(agencies.length + items.total + documents.total);
  const read = await readRecords(store, agencies, filter, options.today);
  mustFit(read.length);
  const {records, length} = fitted(read);
  const index = {
    format: SEARCH_INDEX_FORMAT,
    version: SEARCH_INDEX_VERSION,
    links: linksOf(options.link),
    labels: {type: TYPES, validity: VALIDITIES},
    regions: regionsOf(agencies, await all((cursor) => store.listRegions({limit: BATCH, ...cursor}))),
    agencies: agencies.map(({id, name, region}) => ({id, name, region})),
    ...wordsOf(records),
    records,
  } satisfies SearchIndex;
  return {index: {...index, scripts: scriptsOf(JSON.stringify(index))}, length};
}

function mustFit(count: number): void {
  if (count > SEARCH_INDEX_RECORDS) throw new TooManyRecordsError(count);
}

/** One record a line: the same bytes for the same data, and a readable difference between two versions. */
export function serialise({records, ...head}: SearchIndex): string {
  const lines = records.map((record) => JSON.stringify(record)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"records":[\n${lines}\n]}\n`;
}

const byId = (a: {id: string}, b: {id: string}): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

async function all<T>(read: (cursor: {cursor?: string}) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page<T> = await read(cursor === undefined ? {} : {cursor});
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

async function readRecords(
  store: Store,
  agencies: readonly Agency[],
  filter: {agency?: string[]},
  today: string,
): Promise<SearchIndexRecord[]> {
  const places = new Map(agencies.map(({id}, place) => [id, place]));
  const items: SearchIndexRecord[] = [];
  for await (const batch of store.eachCatalogItem(filter, today))
    for (const item of batch) items.push(itemRecord(item, places.get(item.publisher)!));
  const documents: SearchIndexRecord[] = [];
  const interpretations: SearchIndexRecord[] = [];
  for (const {id} of await all((cursor) => store.listDocuments({...filter, limit: BATCH, ...cursor}))) {
    const document = await store.getDocument(id);
    // A joint issue stands under the agency that was asked for when the lead agency was not.
    const place = document && (places.get(document.issuer) ?? agencies.findIndex(({name}) => document.coIssuers?.includes(name)));
    if (!document || place === undefined) continue;
    documents.push(documentRecord(document, Math.max(0, place)));
    interpretations.push(...(await readInterpretations(store, document, Math.max(0, place))));
  }
  return [...agencies.map(agencyRecord), ...items.sort(byId), ...documents.sort(byId), ...interpretations.sort(byId)];
}

async function readInterpretations(store: Store, document: DocumentDetail, place: number): Promise<SearchIndexRecord[]> {
  const found = await Promise.all((document.interpretations ?? []).map(({id}) => store.getInterpretation(id)));
  return found.flatMap((one) => (one ? [interpretationRecord(one, document, place)] : []));
}

/** The regions of the agencies and those they lie in. */
function regionsOf(agencies: readonly Agency[], regions: readonly Region[]): SearchIndex['regions'] {
  const byCode = new Map(regions.map((region) => [region.id, region]));
  const kept = new Set<string>();
  for (const {region} of agencies)
    for (let id: string | null | undefined = region; id && !kept.has(id); id = byCode.get(id)?.parent) kept.add(id);
  return [...kept]
    .sort()
    .flatMap((id) => byCode.get(id) ?? [])
    .map(({id, name, parent}) => (parent === null ? {id, name} : {id, name, parent}));
}

function linksOf(link: string | undefined): SearchIndex['links'] {
  if (link === undefined) return OWN_LINKS;
  const types = Object.keys(OWN_LINKS) as SearchType[];
  return Object.fromEntries(types.map((type) => [type, link.replaceAll('{type}', type)])) as SearchIndex['links'];
}
