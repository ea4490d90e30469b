/** Everything about the units of the index but their texts, as columns of numbers by row. */
import type {Kysely} from 'kysely';
import type {Schema} from '../schema.ts';
import {TYPE_CODES} from './sources.ts';

const BATCH = 5000;
const VALIDITIES = ['in_force', 'amended', 'expired', 'repealed'] as const;
/** 0 stands for none. */
export const VALIDITY_CODES: readonly string[] = ['', ...VALIDITIES];
/** No date: before every real one. */
export const NO_DATE = -0x7fffffff;
const FIRST_INVALID = VALIDITY_CODES.indexOf('expired');
/** Age in days of what bears no date. */
const UNDATED = 4000;
const COLUMNS = ['row', 'type', 'owner', 'head', 'agency', 'day', 'validity', 'title'] as const;

class Arrays {
  readonly live: Uint8Array;
  readonly type: Uint8Array;
  readonly validity: Uint8Array;
  readonly title: Uint16Array;
  readonly owner: Uint32Array;
  readonly head: Uint32Array;
  readonly agency: Uint32Array;
  readonly day: Int32Array;
  /** What speaks for a record before any word is looked at: in force before repealed, newer before older, both lightly. */
  readonly prior: Float32Array;

  constructor(size: number, from?: Arrays) {
    this.live = new Uint8Array(size);
    this.type = new Uint8Array(size);
    this.validity = new Uint8Array(size);
    this.title = new Uint16Array(size);
    this.owner = new Uint32Array(size);
    this.head = new Uint32Array(size);
    this.agency = new Uint32Array(size);
    this.day = new Int32Array(size);
    this.prior = new Float32Array(size);
    if (!from) return;
    for (const name of Object.keys(from) as (keyof Arrays)[]) (this[name] as Uint8Array).set(from[name] as Uint8Array);
  }
}

export class Units {
  /** Highest row read. */
  last = 0;
  /** How many units there are. */
  count = 0;
  #newestDay = 0;
  arrays = new Arrays(1024);
  #gone = 0;

  /** Reads what other calls, or other processes, wrote since the last time. */
  async refresh(db: Kysely<Schema>): Promise<void> {
    const [first, newest] = [this.last + 1, this.#newestDay];
    for (;;) {
      const rows = await db.selectFrom('search_units').select(COLUMNS).where('row', '>', this.last).orderBy('row').limit(BATCH).execute();
      for (const row of rows) this.#set(row);
      if (rows.length < BATCH) break;
    }
    this.#setPriors(this.#newestDay === newest ? first : 1);
    const gone = await db.selectFrom('search_gone').select(['seq', 'row']).where('seq', '>', this.#gone).orderBy('seq').execute();
    for (const {seq, row} of gone) {
      this.#gone = seq;
      if (this.arrays.live[row] === 1) this.count--;
      if (row < this.arrays.live.length) this.arrays.live[row] = 0;
    }
  }

  #set(unit: {
    row: number;
    type: string;
    owner: number;
    head: number;
    agency: number;
    day: number | null;
    validity: string | null;
    title: number;
  }): void {
    const {row} = unit;
    if (row >= this.arrays.live.length) this.arrays = new Arrays(Math.max(row + 1, this.arrays.live.length * 2), this.arrays);
    const a = this.arrays;
    a.live[row] = 1;
    a.type[row] = TYPE_CODES.indexOf(unit.type);
    a.owner[row] = unit.owner;
    a.head[row] = unit.head;
    a.agency[row] = unit.agency;
    a.day[row] = unit.day ?? NO_DATE;
    a.validity[row] = VALIDITY_CODES.indexOf(unit.validity ?? '');
    a.title[row] = unit.title;
    this.last = row;
    this.count++;
    if (unit.day !== null && unit.day > this.#newestDay) this.#newestDay = unit.day;
  }

  #setPriors(from: number): void {
    const {day, validity, prior} = this.arrays;
    for (let row = from; row <= this.last; row++) {
      const age = day[row] === NO_DATE ? UNDATED : Math.max(0, this.#newestDay - day[row]!);
      prior[row] = 0.25 / (1 + age / 1000) - (validity[row]! >= FIRST_INVALID ? 0.5 : 0);
    }
  }
}
