/** Regions and agencies: few, read by everything, kept in memory as one snapshot per directory version. */
import {LEVELS, type Agency, type Level, type Region} from '@zwgk/contract';
import type {Kysely} from 'kysely';
import {bump} from './connection.ts';
import {decodeCursor, encodeCursor} from './cursor.ts';
import {canonicalJson} from './json.ts';
import type {Schema} from './schema.ts';
import {agencyEntry} from './search/agency-source.ts';
import * as searchIndex from './search/index-writer.ts';
import {agencyText, searchQuery} from './search-text.ts';
import type {Page, SaveResult} from './store.ts';

const LEVEL_ORDER = Object.keys(LEVELS) as Level[];
export const levelIndex = (level: Level): number => LEVEL_ORDER.indexOf(level);

/** Everything known about regions and agencies at one directory version. */
export class Directory {
  readonly regions: ReadonlyMap<string, Region>;
  /** By row number; row numbers are dense. */
  readonly agencies: ReadonlyMap<number, Agency>;
  readonly rowOfAgency: ReadonlyMap<string, number>;
  /** Place of each agency (by row) in the order of the catalogue: level, region, id. */
  readonly rank: Uint32Array;
  readonly #children = new Map<string, string[]>();

  constructor(regions: readonly Region[], agencies: readonly (readonly [number, Agency])[]) {
    this.regions = new Map(regions.map((region) => [region.id, region]));
    this.agencies = new Map(agencies);
    this.rowOfAgency = new Map(agencies.map(([row, agency]) => [agency.id, row]));
    this.rank = new Uint32Array(agencies.reduce((most, [row]) => Math.max(most, row), 0) + 1);
    agencies.forEach(([row], place) => (this.rank[row] = place));
    for (const {id, parent} of regions) {
      if (parent === null) continue;
      const siblings = this.#children.get(parent);
      if (siblings) siblings.push(id);
      else this.#children.set(parent, [id]);
    }
  }

  /** The given regions with everything below them; unknown codes give nothing. */
  within(codes: readonly string[]): Set<string> {
    const found = new Set<string>();
    const queue = codes.filter((code) => this.regions.has(code));
    for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
      if (found.has(code)) continue;
      found.add(code);
      queue.push(...(this.#children.get(code) ?? []));
    }
    return found;
  }

  /** The region itself, then each region it lies in. */
  *upward(code: string): Generator<string> {
    for (let at: string | null = code; at !== null; at = this.regions.get(at)?.parent ?? null) yield at;
  }
}

export async function loadDirectory(db: Kysely<Schema>): Promise<Directory> {
  const regions = await db.selectFrom('regions').select('data').orderBy('id').execute();
  const agencies = await db.selectFrom('agencies').select(['row', 'data']).orderBy('level').orderBy('region').orderBy('id').execute();
  return new Directory(
    regions.map(({data}) => JSON.parse(data) as Region),
    agencies.map(({row, data}) => [row, JSON.parse(data) as Agency] as const),
  );
}

const none: SaveResult = {added: 0, changed: 0, unchanged: 0};

/** Stores regions, parents before children, in the caller's transaction. */
export async function saveRegions(tx: Kysely<Schema>, regions: readonly Region[]): Promise<SaveResult> {
  const result = {...none};
  const byLevel = [...regions].sort((a, b) => levelIndex(a.level) - levelIndex(b.level));
  for (const region of byLevel) {
    const data = canonicalJson(region);
    const old = await tx.selectFrom('regions').select('data').where('id', '=', region.id).executeTakeFirst();
    if (old?.data === data) {
      result.unchanged++;
      continue;
    }
    result[old ? 'changed' : 'added']++;
    await tx
      .insertInto('regions')
      .values({id: region.id, parent: region.parent, data})
      .onConflict((conflict) => conflict.column('id').doUpdateSet({parent: region.parent, data}))
      .execute();
  }
  if (result.added + result.changed > 0) await bump(tx, 'directory');
  return result;
}

/** Stores agencies in the caller's transaction. @returns also the rows of those that changed their name. */
export async function saveAgencies(tx: Kysely<Schema>, agencies: readonly Agency[]): Promise<{result: SaveResult; renamed: number[]}> {
  const result = {...none};
  const renamed: number[] = [];
  for (const agency of agencies) {
    const data = canonicalJson(agency);
    const old = await tx.selectFrom('agencies').select(['row', 'name', 'data']).where('id', '=', agency.id).executeTakeFirst();
    if (old?.data === data) {
      result.unchanged++;
      continue;
    }
    result[old ? 'changed' : 'added']++;
    if (old && old.name !== agency.name) renamed.push(old.row);
    const columns = {name: agency.name, uscc: agency.uscc ?? null, level: levelIndex(agency.level), region: agency.region, data};
    const {row} = await tx
      .insertInto('agencies')
      .values({id: agency.id, ...columns})
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .returning('row')
      .executeTakeFirstOrThrow();
    if (old) {
      await tx.deleteFrom('agency_search').where('rowid', '=', row).execute();
      await searchIndex.remove(tx, 'agency', [row]);
    }
    await searchIndex.put(tx, 'agency', [agencyEntry(row, agency)]);
    await tx
      .insertInto('agency_search')
      .values({rowid: row, text: agencyText(agency)})
      .execute();
  }
  if (result.added + result.changed > 0) await bump(tx, 'directory');
  return {result, renamed};
}

export function listRegions(directory: Directory, query: {parent?: string; cursor?: string; limit: number}): Page<Region> {
  const all = [...directory.regions.values()].filter((region) => query.parent === undefined || region.parent === query.parent);
  const after = query.cursor === undefined ? '' : (decodeCursor(query.cursor, 's')[0] as string);
  const rest = all.filter((region) => region.id > after);
  const items = rest.slice(0, query.limit);
  const last = items.at(-1);
  return {items, total: all.length, nextCursor: last && rest.length > items.length ? encodeCursor([last.id]) : null};
}

type AgencyQuery = {region?: string; level?: Level; q?: string; cursor?: string; limit: number};

/** @param wanted Of those, only the ones of which this is true. */
export async function listAgencies(
  db: Kysely<Schema>,
  directory: Directory,
  query: AgencyQuery,
  wanted: (agency: Agency) => boolean = () => true,
): Promise<Page<Agency>> {
  const search = searchQuery(query.q);
  const hits = search && new Set((await searchAgencies(db, search.match)).map(({rowid}) => rowid));
  const inside = query.region === undefined ? undefined : directory.within([query.region]);
  const all = [...directory.agencies].filter(
    ([row, agency]) =>
      (!hits || hits.has(row)) &&
      (!inside || inside.has(agency.region)) &&
      (query.level === undefined || agency.level === query.level) &&
      wanted(agency),
  );
  let rest = all;
  if (query.cursor !== undefined) {
    const [level, region, id] = decodeCursor(query.cursor, 'nss') as [number, string, string];
    rest = all.filter(([, agency]) => isAfter([levelIndex(agency.level), agency.region, agency.id], [level, region, id]));
  }
  const items = rest.slice(0, query.limit).map(([, agency]) => agency);
  const last = items.at(-1);
  const more = last && rest.length > items.length;
  return {items, total: all.length, nextCursor: more ? encodeCursor([levelIndex(last.level), last.region, last.id]) : null};
}

const searchAgencies = (db: Kysely<Schema>, match: string) =>
  db
    .selectFrom('agency_search')
    .select('rowid')
    .where('agency_search' as 'text', 'match', match)
    .execute();

/** Whether key `a` comes after key `b`; both have the same shape. */
function isAfter(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at >= 0 && a[at]! > b[at]!;
}

/** By id, credit code or exact name. */
export async function findAgency(db: Kysely<Schema>, code: string): Promise<Agency | undefined> {
  const found = await db
    .selectFrom('agencies')
    .select('data')
    .where((eb) => eb.or([eb('id', '=', code), eb('uscc', '=', code), eb('name', '=', code)]))
    .executeTakeFirst();
  return found && (JSON.parse(found.data) as Agency);
}
