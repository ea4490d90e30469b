/** Schema change: what a time limit counts from, and the day of the information (decision 6). */
import type {CatalogItemInput} from '@zwgk/contract';
import {parseTimeLimit} from '@zwgk/rules';
import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';
import {bump} from './connection.ts';
import {canonicalJson} from './json.ts';
import type {Schema} from './schema.ts';

const BATCH = 1000;

/** Adds the columns, and reads again what stored limits count from: earlier releases did not see 批复后20日内. */
export const limitsFromInformation: Migration = {
  async up(db: Kysely<Schema>): Promise<void> {
    for (const column of ['limit_anchor', 'information_on']) {
      await sql.raw(`alter table catalog_items add column ${column} text`).execute(db);
    }
    for (let after = 0, full = true; full;) {
      const rows = await db
        .selectFrom('catalog_items')
        .select(['row', 'data'])
        .where('row', '>', after)
        .where('limit_kind', '=', 'within')
        .orderBy('row')
        .limit(BATCH)
        .execute();
      for (const {row, data} of rows) await anchor(db, row, JSON.parse(data) as CatalogItemInput);
      after = rows.at(-1)?.row ?? after;
      full = rows.length === BATCH;
    }
    await bump(db, 'data');
  },
};

/** The publisher's own reading stays where it has one; no version is made, since nobody changed the item. */
async function anchor(db: Kysely<Schema>, row: number, input: CatalogItemInput): Promise<void> {
  const {timeLimit} = input;
  const read = parseTimeLimit(timeLimit.text);
  const same = read.days === timeLimit.days && read.unit === timeLimit.unit;
  const found = timeLimit.anchor ?? (same ? read.anchor : undefined);
  if (found === undefined) return;
  const data = canonicalJson({...input, timeLimit: {...timeLimit, anchor: found}});
  await db.updateTable('catalog_items').set({limit_anchor: found, data}).where('row', '=', row).execute();
}
