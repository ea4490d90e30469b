/**
 * The catalogue as columns of numbers, indexed by row: what filtering, counting and sorting need, and nothing else.
 * SQLite is the truth; the columns are read from it and patched from its change log, whichever process wrote.
 */
import {DISCLOSURES, DOMAINS, FIVE_STAGES, FRESHNESS, type CatalogItemInput} from '@zwgk/contract';
import {addDays, countsFrom, publicationDue, type WorkCalendar} from '@zwgk/rules';
import type {Kysely} from 'kysely';
import type {CatalogItemTable, Schema} from './schema.ts';

const DAY = 86_400_000;
/** Sorts after every real day. */
export const NO_DAY = 0x7fffffff;
const BATCH = 5000;

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export const DISCLOSURE_CODES = Object.keys(DISCLOSURES);
export const DOMAIN_CODES = Object.keys(DOMAINS);
export const STAGE_CODES = Object.keys(FIVE_STAGES);
export const FRESHNESS_CODES = Object.keys(FRESHNESS);
const [ON_TIME, DUE_SOON, LATE, EXEMPT, NOT_APPLICABLE] = FRESHNESS_CODES.map((_, i) => i) as [number, number, number, number, number];

/** What an item's limit comes to: a due day, or why it has none. */
const [DUE, EXEMPTED, UNLIMITED, KEPT] = [0, 1, 2, 3] as const;

const COLUMNS = [
  'row',
  'agency',
  'seq',
  'level1',
  'levels',
  'domain',
  'disclosure',
  'stage',
  'limit_kind',
  'limit_days',
  'limit_unit',
  'limit_anchor',
  'published_on',
  'information_on',
  'exempt',
  'updated_at',
  'removed',
] as const satisfies readonly (keyof CatalogItemTable)[];
type Row = {[K in Exclude<(typeof COLUMNS)[number], 'row'>]: CatalogItemTable[K]} & {row: number};

/** Arrays that grow together; index 0 is unused because rows start at 1. */
class Arrays {
  readonly live: Uint8Array;
  readonly agency: Uint32Array;
  readonly matter: Uint32Array;
  readonly levels: Uint32Array;
  readonly domain: Uint32Array;
  readonly disclosure: Uint32Array;
  /** 0 for none, else place in `STAGE_CODES` plus one. */
  readonly stage: Uint32Array;
  readonly freshness: Uint32Array;
  /** `DUE`, `EXEMPTED`, `UNLIMITED` or `KEPT`. */
  readonly standing: Uint8Array;
  readonly seq: Float64Array;
  readonly published: Int32Array;
  readonly due: Int32Array;
  readonly updated: Float64Array;

  constructor(size: number, from?: Arrays) {
    this.live = new Uint8Array(size);
    this.agency = new Uint32Array(size);
    this.matter = new Uint32Array(size);
    this.levels = new Uint32Array(size);
    this.domain = new Uint32Array(size);
    this.disclosure = new Uint32Array(size);
    this.stage = new Uint32Array(size);
    this.freshness = new Uint32Array(size);
    this.standing = new Uint8Array(size);
    this.seq = new Float64Array(size);
    this.published = new Int32Array(size);
    this.due = new Int32Array(size);
    this.updated = new Float64Array(size);
    if (!from) return;
    for (const name of Object.keys(from) as (keyof Arrays)[]) (this[name] as Uint8Array).set(from[name] as Uint8Array);
  }
}

export class CatalogColumns {
  /** First-level matters by code. */
  readonly matters: string[] = [];
  /** Highest row in use. */
  last = 0;
  /** Place in the change log up to which the columns are current. */
  seen = 0;
  arrays = new Arrays(1024);
  readonly #matterCodes = new Map<string, number>();
  readonly #dueDays = new Map<string, number | undefined>();
  readonly #calendar: WorkCalendar;
  readonly #dueSoon: number;
  #today = '';
  #liveRows: Uint32Array | undefined;

  /** @param dueSoon Working days before the due day from which an item counts as due soon. */
  constructor(calendar: WorkCalendar, dueSoon: number) {
    this.#calendar = calendar;
    this.#dueSoon = dueSoon;
  }

  matterCode(name: string): number | undefined {
    return this.#matterCodes.get(name);
  }

  /** Reads the changes since the last call. @returns the rows that changed, or `undefined` when everything may have. */
  async refresh(db: Kysely<Schema>, patchAtMost = 2000): Promise<number[] | undefined> {
    const first = this.seen === 0;
    const changed = await db
      .selectFrom('catalog_versions')
      .select(['seq', 'item'])
      .where('seq', '>', this.seen)
      .orderBy('seq')
      .limit(patchAtMost + 1)
      .execute();
    if (first || changed.length > patchAtMost) {
      await this.#load(db);
      return undefined;
    }
    const rows = [...new Set(changed.map(({item}) => item))];
    if (rows.length > 0) {
      for (const row of await db.selectFrom('catalog_items').select(COLUMNS).where('row', 'in', rows).execute()) this.#set(row);
      this.seen = changed.at(-1)!.seq;
    }
    return rows;
  }

  async #load(db: Kysely<Schema>): Promise<void> {
    const {seen} = await db
      .selectFrom('catalog_versions')
      .select((eb) => eb.fn.coalesce(eb.fn.max('seq'), eb.lit(0)).as('seen'))
      .executeTakeFirstOrThrow();
    for (let after = 0; ;) {
      const rows = await db.selectFrom('catalog_items').select(COLUMNS).where('row', '>', after).orderBy('row').limit(BATCH).execute();
      for (const row of rows) this.#set(row);
      if (rows.length < BATCH) break;
      after = rows.at(-1)!.row;
    }
    this.seen = seen;
  }

  #set(row: Row): void {
    const i = row.row;
    if (i >= this.arrays.live.length) this.arrays = new Arrays(Math.max(i + 1, this.arrays.live.length * 2), this.arrays);
    if (i > this.last) this.last = i;
    const a = this.arrays;
    a.live[i] = row.removed ? 0 : 1;
    a.agency[i] = row.agency;
    a.matter[i] = this.#codeOfMatter(row.level1);
    a.levels[i] = row.levels;
    a.domain[i] = DOMAIN_CODES.indexOf(row.domain);
    a.disclosure[i] = DISCLOSURE_CODES.indexOf(row.disclosure);
    a.stage[i] = row.stage === null ? 0 : STAGE_CODES.indexOf(row.stage) + 1;
    a.seq[i] = row.seq;
    a.published[i] = row.published_on === null ? NO_DAY : dayNumber(row.published_on);
    a.updated[i] = Date.parse(row.updated_at);
    const due = this.#dueDay(row);
    a.standing[i] = due === undefined ? UNLIMITED : row.exempt ? EXEMPTED : due === 'kept' ? KEPT : DUE;
    a.due[i] = a.standing[i] === DUE ? (due as number) : NO_DAY;
    this.#today = '';
    this.#liveRows = undefined;
  }

  /** Rows that are in the catalogue now, ascending. */
  get liveRows(): Uint32Array {
    if (this.#liveRows) return this.#liveRows;
    const rows = new Uint32Array(this.last);
    let count = 0;
    for (let row = 1; row <= this.last; row++) if (this.arrays.live[row] === 1) rows[count++] = row;
    return (this.#liveRows = rows.subarray(0, count));
  }

  #codeOfMatter(name: string): number {
    let code = this.#matterCodes.get(name);
    if (code === undefined) {
      code = this.matters.push(name) - 1;
      this.#matterCodes.set(name, code);
    }
    return code;
  }

  /** The due day, `kept`, or `undefined`; the same few limits and dates come again and again. */
  #dueDay(row: Row): number | 'kept' | undefined {
    const {limit_kind: kind, limit_days: days, limit_unit: unit, limit_anchor: anchor} = row;
    const period = {...(days && unit ? {days, unit} : {}), ...(anchor ? {anchor} : {})};
    const timeLimit = {text: '', kind, ...period} as CatalogItemInput['timeLimit'];
    const from = countsFrom({
      timeLimit,
      disclosure: row.disclosure as CatalogItemInput['disclosure'],
      lastPublishedOn: row.published_on ?? undefined,
      informationOn: row.information_on ?? undefined,
    });
    if (from === undefined || from === 'kept') return from;
    const key = `${from} ${days} ${unit}`;
    if (!this.#dueDays.has(key)) {
      const due = publicationDue(timeLimit, from, this.#calendar);
      this.#dueDays.set(key, due === undefined ? undefined : dayNumber(due));
    }
    return this.#dueDays.get(key);
  }

  /** Makes `freshness` right for the day; the same answers as the rule `freshness`, without its dates as text. */
  dateFor(today: string): void {
    if (today === this.#today) return;
    this.#today = today;
    let workday = today;
    while (!this.#calendar.isWorkday(workday)) workday = addDays(workday, -1);
    const lateBefore = dayNumber(workday);
    const soonBefore = dayNumber(this.#calendar.addWorkdays(today, this.#dueSoon + 1));
    const {due, standing, freshness} = this.arrays;
    const without = {[EXEMPTED]: EXEMPT, [UNLIMITED]: NOT_APPLICABLE, [KEPT]: ON_TIME};
    for (let i = 1; i <= this.last; i++) {
      const own = standing[i] as keyof typeof without | typeof DUE;
      if (own !== DUE) freshness[i] = without[own];
      else freshness[i] = due[i]! < lateBefore ? LATE : due[i]! < soonBefore ? DUE_SOON : ON_TIME;
    }
  }
}
