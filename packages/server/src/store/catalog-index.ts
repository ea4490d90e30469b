/** What of a catalogue item can be searched: its words, and its topics. */
import type {CatalogItemInput} from '@zwgk/contract';
import type {Kysely} from 'kysely';
import {chunks} from './json.ts';
import type {Schema} from './schema.ts';
import {catalogEntry} from './search/catalog-source.ts';
import * as searchIndex from './search/index-writer.ts';
import {catalogItemText} from './search-text.ts';

const BATCH = 200;

interface Entry {
  readonly row: number;
  readonly input: CatalogItemInput;
  readonly agency: number;
  readonly agencyName: string;
}

/** Adds items that are not in the indexes. */
export async function indexItems(tx: Kysely<Schema>, entries: readonly Entry[]): Promise<void> {
  const texts = entries.map(({row, input, agencyName}) => ({rowid: row, text: catalogItemText(input, agencyName)}));
  await tx.insertInto('catalog_search').values(texts).execute();
  const found = entries.map(({row, input, agency, agencyName}) => catalogEntry(row, agency, agencyName, input));
  await searchIndex.put(tx, 'catalog_item', found);
  const topics = entries.flatMap(({row, input}) => [...new Set(input.topics)].map((topic) => ({item: row, topic})));
  for (const some of chunks(topics, BATCH)) await tx.insertInto('catalog_topics').values(some).execute();
}

export async function unindexItems(tx: Kysely<Schema>, rows: readonly number[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.deleteFrom('catalog_search').where('rowid', 'in', rows).execute();
  await searchIndex.remove(tx, 'catalog_item', rows);
  await tx.deleteFrom('catalog_topics').where('item', 'in', rows).execute();
}

/** Puts an agency's new name into the index of its items. */
export async function reindexAgency(tx: Kysely<Schema>, agency: number): Promise<void> {
  const {name} = await tx.selectFrom('agencies').select('name').where('row', '=', agency).executeTakeFirstOrThrow();
  const ofAgency = tx.selectFrom('catalog_items').select(['row', 'data']).where('agency', '=', agency).where('removed', '=', 0);
  for (let after = 0; ;) {
    const items = await ofAgency.where('row', '>', after).orderBy('row').limit(BATCH).execute();
    if (items.length === 0) return;
    await unindexItems(
      tx,
      items.map(({row}) => row),
    );
    await indexItems(
      tx,
      items.map(({row, data}) => ({row, input: JSON.parse(data) as CatalogItemInput, agency, agencyName: name})),
    );
    after = items.at(-1)!.row;
  }
}
