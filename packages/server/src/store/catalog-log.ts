/** The catalogue's change log: the versions of an item, and the feed of changes. */
import type {CatalogChange, CatalogItemVersion} from '@zwgk/contract';
import {sql, type Kysely} from 'kysely';
import {decodeCursor, encodeCursor} from './cursor.ts';
import type {Directory} from './directory.ts';
import type {Schema} from './schema.ts';
import type {ChangesQuery, Page} from './store.ts';

/** Newest version first; empty when there never was such an item. */
export async function catalogHistory(db: Kysely<Schema>, id: string): Promise<CatalogItemVersion[]> {
  const versions = await db
    .selectFrom('catalog_versions')
    .innerJoin('catalog_items', 'catalog_items.row', 'catalog_versions.item')
    .select(['catalog_versions.version', 'catalog_versions.change', 'at', 'changed_fields'])
    .where('catalog_items.id', '=', id)
    .orderBy('catalog_versions.version', 'desc')
    .execute();
  return versions.map(({version, change, at, changed_fields}) => ({
    version,
    change,
    at,
    changedFields: JSON.parse(changed_fields) as string[],
  }));
}

/** What was added, changed or removed, oldest first (R2.5). */
export async function listChanges(db: Kysely<Schema>, directory: Directory, query: ChangesQuery): Promise<Page<CatalogChange>> {
  let agencies = query.agency?.map((id) => directory.rowOfAgency.get(id) ?? 0);
  if (query.region) {
    const inside = directory.within(query.region);
    const inRegion = [...directory.agencies].filter(([, {region}]) => inside.has(region)).map(([row]) => row);
    agencies = agencies ? agencies.filter((row) => inRegion.includes(row)) : inRegion;
  }
  let matching = db.selectFrom('catalog_versions');
  if (query.since !== undefined) matching = matching.where('at', '>=', new Date(query.since).toISOString());
  if (agencies)
    matching = matching.where('catalog_versions.agency', 'in', sql<number>`(select value from json_each(${JSON.stringify(agencies)}))`);
  const {total} = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const after = query.cursor === undefined ? 0 : (decodeCursor(query.cursor, 'n')[0] as number);
  const rows = await matching
    .innerJoin('catalog_items', 'catalog_items.row', 'catalog_versions.item')
    .select(['catalog_versions.seq', 'catalog_items.id', 'catalog_versions.change', 'at', 'catalog_versions.version'])
    .select(['catalog_versions.level1', 'level2', 'catalog_versions.agency'])
    .where('catalog_versions.seq', '>', after)
    .orderBy('catalog_versions.seq')
    .limit(query.limit + 1)
    .execute();
  const items = rows.slice(0, query.limit).map(({seq, id, change, at, version, level1, level2, agency}): CatalogChange => ({
    id: String(seq),
    itemId: id,
    change,
    at,
    version,
    level1,
    level2,
    publisher: directory.agencies.get(agency)!.id,
  }));
  const last = rows[query.limit - 1];
  return {items, total, nextCursor: rows.length > query.limit && last ? encodeCursor([last.seq]) : null};
}
