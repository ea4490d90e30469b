/** The records of a static index as the engine works with them: folded texts by row, and columns of numbers by record. */
import type {SearchIndex, SearchIndexRecord, SearchType} from '@zwgk/contract';
import {docNumberKeys, fold} from '@zwgk/rules';
import {BigramIndex} from './bigrams.ts';

export const TYPES: readonly SearchType[] = ['document', 'interpretation', 'catalog_item', 'agency'];
export const VALIDITIES = ['in_force', 'amended', 'expired', 'repealed'] as const;
/** Records between two chances to pause while folding. */
const RECORDS = 16;
/** Days of a date, all months taken as 31: enough to compare, and about right as an age. */
export const dayOf = (date: string | undefined): number => {
  if (date === undefined) return 0;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return (year * 12 + month) * 31 + day;
};

/** The letters and digits of a title, as both sides of an exact comparison. */
export const titleKey = (folded: string): string => folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

export class Records {
  readonly index: SearchIndex;
  readonly bigrams = new BigramIndex();
  /** Folded: of each record its title and whatever else finds it, then its articles. */
  readonly texts: string[] = [];
  /** The record that each text belongs to. */
  owner = new Uint32Array(0);
  /** The first text of each record; one more at the end. */
  readonly first: Uint32Array;
  /** Length of the title at the beginning of a record's first text. */
  readonly titleLength: Uint16Array;
  readonly day: Int32Array;
  readonly validity: Uint8Array;
  /** Place in `TYPES`, and of the agency in the index. */
  readonly type: Uint8Array;
  readonly agency: Uint16Array;
  /** What speaks for a record before any word is looked at: in force before repealed, newer before older, both lightly. */
  readonly prior: Float32Array;
  /** Records by every key of their document numbers. */
  readonly numbers = new Map<string, number[]>();
  newest = 0;

  constructor(index: SearchIndex) {
    this.index = index;
    const size = index.records.length;
    this.first = new Uint32Array(size + 1);
    this.titleLength = new Uint16Array(size);
    this.day = new Int32Array(size);
    this.validity = new Uint8Array(size);
    this.type = new Uint8Array(size);
    this.agency = new Uint16Array(size);
    this.prior = new Float32Array(size);
  }

  *build(): Generator<undefined, void> {
    for (const [i, record] of this.index.records.entries()) {
      this.#add(i, record);
      if (i % RECORDS === 0) yield;
    }
    this.first[this.index.records.length] = this.texts.length;
    this.owner = new Uint32Array(this.texts.length);
    for (let i = 0; i < this.day.length; i++) {
      this.owner.fill(i, this.first[i], this.first[i + 1]);
      const age = this.day[i] === 0 ? 4000 : this.newest - this.day[i]!;
      this.prior[i] = 0.25 / (1 + age / 1000) - (this.validity[i]! >= 3 ? 0.5 : 0);
    }
    yield;
    yield* this.bigrams.build(this.texts);
  }

  #add(i: number, record: SearchIndexRecord): void {
    const {title, docNumber, numbers = [], summary = '', terms = '', articles = [], agency} = record;
    const folded = fold(title);
    const name = record.type === 'agency' ? '' : (this.index.agencies[agency]?.name ?? '');
    const more = [docNumber, ...numbers, name, summary, terms].filter(Boolean).join('\n');
    this.first[i] = this.texts.length;
    this.titleLength[i] = folded.length;
    // Most titles are as folding leaves them: no second copy of those.
    this.texts.push(more !== '' ? `${folded}\n${fold(more)}` : folded === title ? title : folded);
    for (const article of articles) this.texts.push(fold(article.text));
    this.day[i] = dayOf(record.date);
    this.validity[i] = record.validity === undefined ? 0 : VALIDITIES.indexOf(record.validity) + 1;
    this.type[i] = TYPES.indexOf(record.type);
    this.agency[i] = agency;
    this.newest = Math.max(this.newest, this.day[i]!);
    for (const number of [docNumber, ...numbers]) {
      const keys = number === undefined ? undefined : docNumberKeys(number);
      for (const key of keys ? new Set([keys.key, keys.loose]) : []) put(this.numbers, key, i);
    }
  }

  title(record: number): string {
    return this.texts[this.first[record]!]!.slice(0, this.titleLength[record]);
  }

  /** A text without the title before it. */
  text(row: number): string {
    const record = this.owner[row]!;
    return row === this.first[record] ? this.texts[row]!.slice(this.titleLength[record]) : this.texts[row]!;
  }
}

function put(map: Map<string, number[]>, key: string, value: number): void {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (known.at(-1) !== value) known.push(value);
}
