/** Reading the catalogue: lists with facets, and single items. */
import type {CatalogItem, CatalogItemInput, CatalogItemList, CatalogQuery} from '@zwgk/contract';
import {addDays, chinaDate, freshness, matchRanges, type WorkCalendar} from '@zwgk/rules';
import {sql, type Kysely} from 'kysely';
import {CatalogColumns} from './columns.ts';
import {loadDirectory, type Directory} from './directory.ts';
import {CatalogOrders, type Sort} from './order.ts';
import {canonicalJson} from './json.ts';
import type {Schema} from './schema.ts';
import {searchQuery} from './search-text.ts';
import {select, type RowSet, type Selection} from './selection.ts';

const BATCH = 500;
const DEFAULT_LIMIT = 20;
const KEPT_SELECTIONS = 32;

/** Numbers of the policy profile that the catalogue needs. */
export interface CatalogPolicy {
  /** Working days before the due day from which an item counts as due soon. */
  readonly dueSoon: number;
  /** Days for which an added or changed item is marked (R2.5). */
  readonly changeMark: number;
}

export class CatalogReader {
  readonly #db: Kysely<Schema>;
  readonly #calendar: WorkCalendar;
  readonly #policy: CatalogPolicy;
  #columns: CatalogColumns;
  #directory: Directory | undefined;
  #orders: CatalogOrders | undefined;
  #versions = {data: -1, directory: -1};
  #refreshing: Promise<void> | undefined;
  readonly #selections = new Map<string, Selection>();

  constructor(db: Kysely<Schema>, calendar: WorkCalendar, policy: CatalogPolicy) {
    this.#db = db;
    this.#calendar = calendar;
    this.#policy = policy;
    this.#columns = new CatalogColumns(calendar, policy.dueSoon);
  }

  async dataVersion(): Promise<number> {
    return (await this.#readVersions()).data;
  }

  async #readVersions(): Promise<{data: number; directory: number}> {
    const counters = await this.#db.selectFrom('counters').select(['name', 'value']).execute();
    return Object.fromEntries(counters.map(({name, value}) => [name, value])) as {data: number; directory: number};
  }

  /** The directory as of the last commit. */
  async directory(): Promise<Directory> {
    await this.#refresh();
    return this.#directory!;
  }

  /** Brings columns, orders and directory up to the last commit, of whichever process. */
  #refresh(): Promise<void> {
    this.#refreshing ??= this.#refreshNow().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #refreshNow(): Promise<void> {
    const versions = await this.#readVersions();
    if (versions.data === this.#versions.data) return;
    if (versions.directory !== this.#versions.directory) {
      this.#directory = await loadDirectory(this.#db);
      this.#orders = undefined;
    }
    const changed = await this.#columns.refresh(this.#db);
    if (!changed || !this.#orders) this.#orders = new CatalogOrders(this.#columns, this.#directory!);
    else if (changed.length > 0) this.#orders.update(changed);
    this.#versions = versions;
  }

  /** What matches the filters; the next page or another order of the same filters costs no second pass. */
  async #select(query: CatalogQuery, today: string): Promise<Selection & {words: string[]}> {
    await this.#refresh();
    const {cursor: _cursor, limit: _limit, sort: _sort, ...filters} = query;
    const key = `${today} ${this.#versions.data} ${canonicalJson(filters)}`;
    const search = searchQuery(query.q);
    let selection = this.#selections.get(key);
    if (!selection) {
      const found = await this.#search(search?.match, query.topic);
      this.#columns.dateFor(today);
      selection = select(query, this.#columns, this.#directory!, found);
      this.#selections.set(key, selection);
      if (this.#selections.size > KEPT_SELECTIONS) this.#selections.delete(this.#selections.keys().next().value!);
    }
    return {...selection, words: search?.words ?? []};
  }

  /** Rows that the text and the topics find; `undefined` when neither is asked for. One string is the fastest way out of SQLite. */
  async #search(match: string | undefined, topics: readonly string[] | undefined): Promise<Uint32Array | undefined> {
    if (match === undefined && topics === undefined) return undefined;
    const byText = sql`select rowid from catalog_search where catalog_search match ${match ?? ''}`;
    const byTopic = sql`select distinct item as rowid from catalog_topics where topic in (${topics?.length ? sql.join(topics) : sql`null`})`;
    const source = match === undefined ? byTopic : topics === undefined ? byText : sql`${byText} intersect ${byTopic}`;
    const {rows} = await sql<{list: string | null}>`select group_concat(rowid) as list from (${source})`.execute(this.#db);
    return parseRows(rows[0]?.list ?? '');
  }

  async list(query: CatalogQuery, today: string): Promise<CatalogItemList> {
    const {rows, facets, words} = await this.#select({...query, facets: query.facets ?? true}, today);
    const page = this.#page(rows, query.sort ?? 'seq', query.cursor, query.limit ?? DEFAULT_LIMIT);
    const items = await this.#fetch(page.rows, today, words);
    return {items, total: rows.count, nextCursor: page.next, prevCursor: page.prev, ...(facets ? {facets} : {})};
  }

  /** The rows of one page, and the cursors to its neighbours. */
  #page(rows: RowSet, sort: Sort, cursor: string | undefined, limit: number): {rows: number[]; next: string | null; prev: string | null} {
    const orders = this.#orders!;
    const order = orders.rows(sort);
    const from = cursor === undefined ? {at: 0, backwards: false} : orders.seek(sort, cursor);
    const ahead = (start: number, count: number): number[] => take(order, rows, start, 1, count);
    const behind = (start: number, count: number): number[] => take(order, rows, start - 1, -1, count);
    const taken = from.backwards ? behind(from.at, limit + 1) : ahead(from.at, limit + 1);
    const more = taken.length > limit;
    const places = from.backwards ? taken.slice(0, limit).reverse() : taken.slice(0, limit);
    if (places.length === 0) return {rows: [], next: null, prev: null};
    const first = places[0]!;
    const last = places.at(-1)!;
    const hasNext = from.backwards ? ahead(last + 1, 1).length > 0 : more;
    const hasPrev = from.backwards ? more : behind(first, 1).length > 0;
    return {
      rows: places.map((place) => order[place]!),
      next: hasNext ? orders.cursor(sort, order[last]!, false) : null,
      prev: hasPrev ? orders.cursor(sort, order[first]!, true) : null,
    };
  }

  async *each(query: CatalogQuery, today: string): AsyncGenerator<CatalogItem[]> {
    const {rows, words} = await this.#select({...query, facets: false}, today);
    const order = this.#orders!.rows(query.sort ?? 'seq').filter((row) => rows.has(row));
    for (let start = 0; start < order.length; start += BATCH) {
      yield await this.#fetch([...order.subarray(start, start + BATCH)], today, words);
    }
  }

  /** The most lately written matches, newest first. */
  async newest(query: CatalogQuery, today: string, count: number): Promise<CatalogItem[]> {
    const {rows} = await this.#select({...query, facets: false}, today);
    const {updated} = this.#columns.arrays;
    const newest: number[] = [];
    // Later rows first, so that among equals the later one stays ahead.
    for (let row = this.#columns.last; row > 0; row--) {
      if (!rows.has(row)) continue;
      let place = newest.length;
      while (place > 0 && updated[row]! > updated[newest[place - 1]!]!) place--;
      if (place < count) newest.splice(place, 0, row);
      if (newest.length > count) newest.pop();
    }
    return this.#fetch(newest, today, []);
  }

  async get(id: string, today: string): Promise<CatalogItem | undefined> {
    await this.#refresh();
    const found = await this.#db.selectFrom('catalog_items').select('row').where('id', '=', id).where('removed', '=', 0).executeTakeFirst();
    return found && (await this.#fetch([found.row], today, []))[0];
  }

  /** Items in the given order of rows; a row that was removed meanwhile is left out. */
  async #fetch(rows: readonly number[], today: string, words: readonly string[]): Promise<CatalogItem[]> {
    if (rows.length === 0) return [];
    const found = await this.#db
      .selectFrom('catalog_items')
      .select(['row', 'id', 'agency', 'version', 'updated_at', 'change', 'demo', 'data'])
      .select((eb) =>
        eb
          .selectFrom('document_items')
          .innerJoin('documents', 'documents.row', 'document_items.document')
          .select(eb.fn.countAll<number>().as('count'))
          .whereRef('document_items.item', '=', 'catalog_items.id')
          .where('documents.removed', '=', 0)
          .as('documents'),
      )
      .where('row', 'in', sql<number>`(select value from json_each(${JSON.stringify(rows)}))`)
      .where('removed', '=', 0)
      .execute();
    const byRow = new Map(found.map((row) => [row.row, row]));
    return rows.flatMap((row) => {
      const stored = byRow.get(row);
      return stored ? [this.#item(stored, today, words)] : [];
    });
  }

  #item(stored: StoredItem, today: string, words: readonly string[]): CatalogItem {
    const input = JSON.parse(stored.data) as CatalogItemInput;
    const agency = this.#directory!.agencies.get(stored.agency)!;
    const isNews = stored.change !== null && chinaDate(Date.parse(stored.updated_at)) > addDays(today, -this.#policy.changeMark);
    return {
      id: stored.id,
      ...input,
      publisherName: agency.name,
      region: agency.region,
      regionName: this.#directory!.regions.get(agency.region)!.name,
      version: stored.version,
      ...(stored.version > 1 ? {supersedes: stored.version - 1} : {}),
      ...(isNews && stored.change ? {change: stored.change} : {}),
      updatedAt: stored.updated_at,
      freshness: freshness(input, today, this.#calendar, this.#policy.dueSoon),
      documentCount: stored.documents ?? 0,
      ...(stored.demo ? {demo: true} : {}),
      ...(words.length > 0 ? {highlights: {level1: matchRanges(input.level1, words), level2: matchRanges(input.level2, words)}} : {}),
    };
  }
}

interface StoredItem {
  readonly id: string;
  readonly agency: number;
  readonly version: number;
  readonly updated_at: string;
  readonly change: 'added' | 'changed' | null;
  readonly demo: 0 | 1;
  readonly data: string;
  readonly documents: number | null;
}

/** Places of up to `count` selected rows from `start` on, walking by `step`. */
function take(order: Uint32Array, rows: RowSet, start: number, step: 1 | -1, count: number): number[] {
  const places: number[] = [];
  for (let at = start; at >= 0 && at < order.length && places.length < count; at += step) if (rows.has(order[at]!)) places.push(at);
  return places;
}

/** Numbers of a comma-separated list. */
function parseRows(list: string): Uint32Array {
  const rows = new Uint32Array(list.length);
  let count = 0;
  let row = 0;
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i);
    if (code === 44) {
      rows[count++] = row;
      row = 0;
    } else row = row * 10 + code - 48;
  }
  if (list) rows[count++] = row;
  return rows.subarray(0, count);
}
