/** Writing the catalogue: every change is a new version, and a line in the change log (R2.5). */
import {LEVELS, type CatalogItemInput, type Level} from '@zwgk/contract';
import {chinaDate} from '@zwgk/rules';
import type {Insertable, Kysely} from 'kysely';
import {indexItems, unindexItems} from './catalog-index.ts';
import {canonicalJson, chunks} from './json.ts';
import type {CatalogItemTable, Schema} from './schema.ts';
import type {CatalogRecord, SaveResult} from './store.ts';

const BATCH = 200;
const LEVEL_CODES = Object.keys(LEVELS) as Level[];

interface Publisher {
  readonly row: number;
  readonly name: string;
  /** Whether its catalogue was first loaded on an earlier day, so that what is added now is news. */
  readonly established: boolean;
}

type Stored = Pick<CatalogItemTable, 'id' | 'agency' | 'version' | 'removed' | 'demo' | 'data' | 'level1'> & {row: number};

/** A publisher that is not in the directory. */
export class UnknownAgencyError extends Error {
  override readonly name = 'UnknownAgencyError';
}

/** One transaction's writes to the catalogue, at one instant. */
export class CatalogWriter {
  readonly #tx: Kysely<Schema>;
  readonly #now: string;
  #publishers: Map<string, Publisher> | undefined;
  #nextRow = 0;

  /** @param now RFC 3339 instant of the write. */
  constructor(tx: Kysely<Schema>, now: string) {
    this.#tx = tx;
    this.#now = new Date(now).toISOString();
  }

  /** Stores the records; of two with one id the last counts. @throws UnknownAgencyError */
  async save(records: readonly CatalogRecord[]): Promise<SaveResult> {
    const result = {added: 0, changed: 0, unchanged: 0};
    const unique = [...new Map(records.map((record) => [record.id, record])).values()];
    for (const batch of chunks(unique, BATCH)) {
      const stored = await this.#stored(batch.map(({id}) => id));
      const todo: {record: CatalogRecord; old: Stored | undefined}[] = [];
      for (const record of batch) {
        const old = stored.get(record.id);
        const same = old?.removed === 0 && old.data === canonicalJson(record.input) && old.demo === (record.demo ? 1 : 0);
        if (same) result.unchanged++;
        else {
          result[old?.removed === 0 ? 'changed' : 'added']++;
          todo.push({record, old});
        }
      }
      if (todo.length > 0) await this.#write(todo);
    }
    return result;
  }

  async #stored(ids: readonly string[]): Promise<Map<string, Stored>> {
    const rows = await this.#tx
      .selectFrom('catalog_items')
      .select(['row', 'id', 'agency', 'version', 'removed', 'demo', 'data', 'level1'])
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  }

  async #write(todo: readonly {record: CatalogRecord; old: Stored | undefined}[]): Promise<void> {
    const rows: (Insertable<CatalogItemTable> & {row: number})[] = [];
    for (const {record, old} of todo) rows.push(await this.#row(record, old));
    await this.#tx
      .insertInto('catalog_items')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) =>
          Object.fromEntries(
            Object.keys(rows[0]!)
              .filter((column) => column !== 'id' && column !== 'row')
              .map((column) => [column, eb.ref(`excluded.${column as 'data'}`)]),
          ),
        ),
      )
      .execute();
    await this.#log(todo, rows);
    await unindexItems(
      this.#tx,
      rows.filter((_, i) => todo[i]!.old).map(({row}) => row),
    );
    const publishers = await Promise.all(todo.map(({record}) => this.#publisher(record.input.publisher)));
    await indexItems(
      this.#tx,
      todo.map(({record}, i) => ({row: rows[i]!.row, input: record.input, agency: publishers[i]!.row, agencyName: publishers[i]!.name})),
    );
  }

  async #row({id, input, demo}: CatalogRecord, old: Stored | undefined): Promise<Insertable<CatalogItemTable> & {row: number}> {
    const {row: agency, established} = await this.#publisher(input.publisher);
    return {
      row: old?.row ?? (await this.#newRow()),
      id,
      agency,
      seq: input.seq,
      level1: input.level1,
      levels: input.levels.reduce((mask, level) => mask | (1 << LEVEL_CODES.indexOf(level)), 0),
      domain: input.domain,
      disclosure: input.disclosure,
      stage: input.fiveStage ?? null,
      limit_kind: input.timeLimit.kind,
      limit_days: input.timeLimit.days ?? null,
      limit_unit: input.timeLimit.unit ?? null,
      limit_anchor: input.timeLimit.anchor ?? null,
      published_on: input.lastPublishedOn ?? null,
      information_on: input.informationOn ?? null,
      exempt: input.freshnessExempt === undefined ? 0 : 1,
      version: (old?.version ?? 0) + 1,
      updated_at: this.#now,
      change: old?.removed === 0 ? 'changed' : established ? 'added' : null,
      removed: 0,
      demo: demo ? 1 : 0,
      data: canonicalJson(input),
    };
  }

  async #newRow(): Promise<number> {
    if (this.#nextRow === 0) {
      const {last} = await this.#tx
        .selectFrom('catalog_items')
        .select((eb) => eb.fn.coalesce(eb.fn.max('row'), eb.lit(0)).as('last'))
        .executeTakeFirstOrThrow();
      this.#nextRow = last + 1;
    }
    return this.#nextRow++;
  }

  async #publisher(id: string): Promise<Publisher> {
    this.#publishers ??= await this.#loadPublishers();
    const publisher = this.#publishers.get(id);
    if (!publisher) throw new UnknownAgencyError(id);
    return publisher;
  }

  async #loadPublishers(): Promise<Map<string, Publisher>> {
    const agencies = await this.#tx.selectFrom('agencies').select(['row', 'id', 'name', 'catalog_started_at']).execute();
    const today = chinaDate(Date.parse(this.#now));
    return new Map(
      agencies.map(({row, id, name, catalog_started_at: start}) => [
        id,
        {row, name, established: start !== null && chinaDate(Date.parse(start)) !== today},
      ]),
    );
  }

  /** The change log, and the replaced text under the version that it had. */
  async #log(
    todo: readonly {record: CatalogRecord; old: Stored | undefined}[],
    rows: readonly (Insertable<CatalogItemTable> & {row: number})[],
  ): Promise<void> {
    for (const {old} of todo) if (old) await this.#keep(old);
    await this.#tx
      .insertInto('catalog_versions')
      .values(
        todo.map(({record, old}, i) => ({
          item: rows[i]!.row,
          version: rows[i]!.version,
          change: old?.removed === 0 ? ('changed' as const) : ('added' as const),
          at: this.#now,
          changed_fields: JSON.stringify(old?.removed === 0 ? changedFields(JSON.parse(old.data) as CatalogItemInput, record.input) : []),
          level1: record.input.level1,
          level2: record.input.level2,
          agency: rows[i]!.agency,
        })),
      )
      .execute();
    await this.#tx
      .updateTable('agencies')
      .set({catalog_started_at: this.#now})
      .where('catalog_started_at', 'is', null)
      .where('row', 'in', [...new Set(rows.map(({agency}) => agency))])
      .execute();
  }

  async #keep(old: Stored): Promise<void> {
    await this.#tx
      .updateTable('catalog_versions')
      .set({data: old.data})
      .where('item', '=', old.row)
      .where('version', '=', old.version)
      .execute();
  }

  /** Takes an item out; it stays in the change log. */
  async remove(old: Stored): Promise<void> {
    const {level2} = JSON.parse(old.data) as CatalogItemInput;
    await this.#keep(old);
    await this.#tx
      .updateTable('catalog_items')
      .set({removed: 1, version: old.version + 1, updated_at: this.#now, change: null})
      .where('row', '=', old.row)
      .execute();
    await this.#tx
      .insertInto('catalog_versions')
      .values({
        item: old.row,
        version: old.version + 1,
        change: 'removed',
        at: this.#now,
        changed_fields: '[]',
        level1: old.level1,
        level2,
        agency: old.agency,
      })
      .execute();
    await unindexItems(this.#tx, [old.row]);
  }

  /** Removes the agency's items that are not among the ids. @returns how many. */
  async removeOthers(agency: string, ids: ReadonlySet<string>): Promise<number> {
    const {row} = await this.#publisher(agency);
    const present = await this.#tx.selectFrom('catalog_items').select('id').where('agency', '=', row).where('removed', '=', 0).execute();
    const gone = present.map(({id}) => id).filter((id) => !ids.has(id));
    for (const batch of chunks(gone, BATCH)) for (const old of (await this.#stored(batch)).values()) await this.remove(old);
    return gone.length;
  }

  /** The current item when it stands at this version. */
  async at(id: string, version: number): Promise<Stored | undefined> {
    const old = (await this.#stored([id])).get(id);
    return old?.removed === 0 && old.version === version ? old : undefined;
  }
}

/** Top-level fields whose value differs, sorted by name. */
function changedFields(before: CatalogItemInput, after: CatalogItemInput): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CatalogItemInput>;
  return [...names].filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name])).sort();
}
