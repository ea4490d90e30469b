/** First step of a search: which records hold how much of the words, counted in pairs of characters. */
import type {Records} from './records.ts';

/** One bit each in a mask. */
const MOST_TOKENS = 31;
/** Texts between two chances to pause while looking for a single character. */
const TEXTS = 2000;
/** Records that hold every word, from which on those that hold only some are of no interest. */
const ENOUGH = 20;
/** Rows between two chances to pause, less one: a power of two. */
const PAUSE = 2047;
/** How much of a token's weight counts that only the title over an article holds. */
const ABOVE = 0.6;

interface Token {
  readonly rows: Uint32Array;
  readonly weight: number;
}

export interface Candidate {
  readonly record: number;
  /** Likelihood, to rank by. */
  readonly base: number;
  /** The record's likeliest text. */
  readonly row: number;
}

export interface Found {
  /** The likeliest records, in order. */
  readonly candidates: readonly Candidate[];
  /** Every record that holds all the tokens in one text or in that and the title's, whatever the filters. */
  readonly full: readonly number[];
}

export interface Take {
  readonly most: number;
  /** Whether a record may be a candidate. */
  passes(record: number): boolean;
  readonly newestFirst: boolean;
}

export class Matcher {
  readonly #records: Records;
  /** By row; zero between searches. */
  readonly #score: Float32Array;
  readonly #mask: Int32Array;
  /** By record; zero between searches. */
  readonly #best: Float32Array;
  readonly #bestRow: Uint32Array;
  readonly #full: Uint8Array;

  constructor(records: Records) {
    this.#records = records;
    this.#score = new Float32Array(records.texts.length);
    this.#mask = new Int32Array(records.texts.length);
    this.#best = new Float32Array(records.day.length);
    this.#bestRow = new Uint32Array(records.day.length);
    this.#full = new Uint8Array(records.day.length);
  }

  /** Rows and weights of the words' pairs, the rarest first. */
  *lookUp(words: readonly string[]): Generator<undefined, Token[]> {
    const {bigrams, texts} = this.#records;
    const rows = new Map<string, Uint32Array>();
    for (const word of words) {
      if (word.length === 1) rows.set(word, yield* this.#rowsWith(word));
      for (let i = 0; i + 1 < word.length; i++) rows.set(word.slice(i, i + 2), bigrams.rows(word.slice(i, i + 2)));
    }
    return [...rows.values()]
      .map((found) => ({rows: found, weight: Math.log(1 + texts.length / (1 + found.length))}))
      .sort((a, b) => a.rows.length - b.rows.length)
      .slice(0, MOST_TOKENS);
  }

  *#rowsWith(char: string): Generator<undefined, Uint32Array> {
    const found: number[] = [];
    for (const [row, text] of this.#records.texts.entries()) {
      if (text.includes(char)) found.push(row);
      if (row % TEXTS === 0) yield;
    }
    return Uint32Array.from(found);
  }

  /**
   * Between two searches the arrays are all zero; one search must have ended, or been ended by `return()`, before the
   * next one begins.
   */
  *find(tokens: readonly Token[], take: Take): Generator<undefined, Found> {
    const touched: number[] = [];
    const met: number[] = [];
    try {
      yield* this.#scan(tokens, touched);
      const full = yield* this.#gather(tokens, touched, met);
      return {candidates: yield* this.#rank(met, full, tokens, take), full};
    } finally {
      for (const row of touched) this.#score[row] = this.#mask[row] = 0;
      for (const record of met) this.#best[record] = this.#full[record] = 0;
    }
  }

  /** Adds the tokens up. @param touched Takes the rows that hold any. */
  *#scan(tokens: readonly Token[], touched: number[]): Generator<undefined, void> {
    for (const [i, {rows, weight}] of tokens.entries()) {
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at]!;
        if (this.#mask[row] === 0) touched.push(row);
        this.#mask[row]! |= 1 << i;
        this.#score[row]! += weight;
        if ((at & PAUSE) === PAUSE) yield;
      }
    }
  }

  /** The best text of each record. @param met Takes the records. @returns those that hold every token. */
  *#gather(tokens: readonly Token[], touched: readonly number[], met: number[]): Generator<undefined, number[]> {
    const {owner, first} = this.#records;
    const all = tokens.reduce((mask, _, i) => mask | (1 << i), 0);
    const full: number[] = [];
    for (let at = 0; at < touched.length; at++) {
      const row = touched[at]!;
      const record = owner[row]!;
      const head = first[record]!;
      const above = row === head ? 0 : this.#mask[head]! & ~this.#mask[row]!;
      const value = this.#score[row]! + (above === 0 ? 0 : ABOVE * weightOf(tokens, above));
      if (this.#best[record] === 0) met.push(record);
      if (this.#full[record] === 0 && (this.#mask[row]! | above) === all) {
        this.#full[record] = 1;
        full.push(record);
      }
      if (value > this.#best[record]!) {
        this.#best[record] = value;
        this.#bestRow[record] = row;
      }
      if ((at & PAUSE) === PAUSE) yield;
    }
    return full;
  }

  *#rank(met: readonly number[], full: readonly number[], tokens: readonly Token[], take: Take): Generator<undefined, Candidate[]> {
    const {day, first, titleLength} = this.#records;
    const weight = tokens.reduce((sum, token) => sum + token.weight, 0) || 1;
    const byDay = take.newestFirst && full.length > 0;
    const passing: number[] = [];
    const base: number[] = [];
    for (const [at, record] of (full.length >= ENOUGH ? full : met).entries()) {
      if ((at & PAUSE) === PAUSE) yield;
      if (!take.passes(record)) continue;
      passing.push(record);
      // A short title that holds the words is about them.
      const inTitle = this.#score[first[record]!]! / weight;
      const likely = this.#full[record]! + this.#best[record]! / weight + (inTitle * 6) / (10 + titleLength[record]!);
      base.push(byDay ? day[record]! : likely + 0.2 * this.#records.prior(record));
    }
    return highest(base, take.most).map((i) => ({record: passing[i]!, base: base[i]!, row: this.#bestRow[passing[i]!]!}));
  }
}

function weightOf(tokens: readonly Token[], mask: number): number {
  let weight = 0;
  for (const [i, token] of tokens.entries()) if (mask & (1 << i)) weight += token.weight;
  return weight;
}

/** Places of the `count` highest values, highest first; by buckets, since sorting everything costs more than the search. */
function highest(values: readonly number[], count: number): number[] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = most > least ? 1023 / (most - least) : 0;
  const bucket = (value: number): number => Math.floor((value - least) * scale);
  const sizes = new Uint32Array(1024);
  for (const value of values) sizes[bucket(value)]!++;
  let cut = 1023;
  for (let sum = sizes[cut]!; sum < count && cut > 0; sum += sizes[cut]!) cut--;
  const chosen: number[] = [];
  for (let i = 0; i < values.length; i++) if (bucket(values[i]!) >= cut) chosen.push(i);
  return chosen.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, count);
}
