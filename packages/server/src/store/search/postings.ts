/** Which units hold a token. Lists stay in memory within a budget and are continued, not read again, when units are added. */
import {sql, type Kysely} from 'kysely';
import type {Schema} from '../schema.ts';

type Table = 'search_titles' | 'search_texts' | 'search_sounds';
/** Rows kept in memory, four bytes each. */
const BUDGET = 24_000_000;
const EMPTY = new Uint32Array(0);

interface List {
  readonly rows: Uint32Array;
  /** Last row of the index when it was read. */
  readonly upTo: number;
}

export class Postings {
  readonly #db: Kysely<Schema>;
  readonly #lists = new Map<string, List>();
  #size = 0;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Rows up to `last` that hold the token, or a token that begins with it where it ends in `*`; ascending. */
  async rows(table: Table, token: string, last: number): Promise<Uint32Array> {
    const key = `${table} ${token}`;
    const known = this.#lists.get(key);
    if (known) {
      this.#lists.delete(key);
      this.#lists.set(key, known);
      if (known.upTo >= last) return known.rows;
    }
    const more = await this.#read(table, token, known?.upTo ?? 0);
    const rows = known && known.rows.length > 0 ? joined(known.rows, more) : more;
    this.#size += rows.length - (known?.rows.length ?? 0);
    this.#lists.set(key, {rows, upTo: last});
    while (this.#size > BUDGET && this.#lists.size > 1) this.#drop(this.#lists.keys().next().value!);
    return rows;
  }

  #drop(key: string): void {
    this.#size -= this.#lists.get(key)!.rows.length;
    this.#lists.delete(key);
  }

  /** One string is the fastest way out of SQLite. */
  async #read(table: Table, token: string, after: number): Promise<Uint32Array> {
    const match = token.endsWith('*') ? `"${token.slice(0, -1)}" *` : `"${token}"`;
    const name = sql.table(table);
    const found = await sql<{list: string | null}>`
      select group_concat(rowid) as list from (select rowid from ${name} where ${name} match ${match} and rowid > ${after})`.execute(
      this.#db,
    );
    return parse(found.rows[0]?.list ?? '');
  }
}

function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  if (second.length === 0) return first;
  const rows = new Uint32Array(first.length + second.length);
  rows.set(first);
  rows.set(second, first.length);
  return rows;
}

/** Numbers of a comma-separated list. */
function parse(list: string): Uint32Array {
  if (list === '') return EMPTY;
  const rows = new Uint32Array((list.length >> 1) + 1);
  let count = 0;
  let row = 0;
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i);
    if (code === 44) {
      rows[count++] = row;
      row = 0;
    } else row = row * 10 + code - 48;
  }
  rows[count++] = row;
  return rows.slice(0, count);
}
