/** First step of a search: which records hold how much of the words, counted in pairs of characters. */
import type {Records} from './records.ts';

/** One bit each in a mask. */
const MOST_TOKENS = 31;
/** A pair in more than this part of many texts tells nothing that rarer ones do not. */
const COMMON = 0.2;
const MANY = 50_000;
/** Texts between two chances to pause while looking for a single character. */
const TEXTS = 2000;
/** Records that hold every word, from which on those that hold only some are of no interest. */
const ENOUGH = 20;
/** Steps into which values are sorted before the highest are compared. */
const BUCKETS = 1 << 13;
/** Rows between two chances to pause. */
const BLOCK = 2048;
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
  /** Whether a record may be a candidate; all may without it. */
  readonly passes?: ((record: number) => boolean) | undefined;
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
      yield;
    }
    const tokens = [...rows.values()]
      .map((found) => ({rows: found, weight: Math.log(1 + texts.length / (1 + found.length))}))
      .sort((a, b) => a.rows.length - b.rows.length);
    const telling = (token: Token, i: number): boolean => i < 2 || texts.length < MANY || token.rows.length < texts.length * COMMON;
    return tokens.filter(telling).slice(0, MOST_TOKENS);
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
    for (const [i, token] of tokens.entries()) {
      for (let from = 0; from < token.rows.length; from += BLOCK) {
        this.#scanBlock(token, 1 << i, from, touched);
        yield;
      }
    }
  }

  #scanBlock({rows, weight}: Token, bit: number, from: number, touched: number[]): void {
    const to = Math.min(rows.length, from + BLOCK);
    const [mask, score] = [this.#mask, this.#score];
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      if (mask[row] === 0) touched.push(row);
      mask[row]! |= bit;
      score[row]! += weight;
    }
  }

  /** The best text of each record. @param met Takes the records. @returns those that hold every token. */
  *#gather(tokens: readonly Token[], touched: readonly number[], met: number[]): Generator<undefined, number[]> {
    const full: number[] = [];
    for (let from = 0; from < touched.length; from += BLOCK) {
      this.#gatherBlock(tokens, touched, from, met, full);
      yield;
    }
    return full;
  }

  #gatherBlock(tokens: readonly Token[], touched: readonly number[], from: number, met: number[], full: number[]): void {
    const {owner, first} = this.#records;
    const [mask, best] = [this.#mask, this.#best];
    const all = tokens.reduce((bits, _, i) => bits | (1 << i), 0);
    const to = Math.min(touched.length, from + BLOCK);
    for (let at = from; at < to; at++) {
      const row = touched[at]!;
      const record = owner[row]!;
      const head = first[record]!;
      const above = row === head ? 0 : mask[head]! & ~mask[row]!;
      const value = this.#score[row]! + (above === 0 ? 0 : ABOVE * weightOf(tokens, above));
      if (best[record] === 0) met.push(record);
      if (this.#full[record] === 0 && (mask[row]! | above) === all) {
        this.#full[record] = 1;
        full.push(record);
      }
      if (value > best[record]!) {
        best[record] = value;
        this.#bestRow[record] = row;
      }
    }
  }

  *#rank(met: readonly number[], full: readonly number[], tokens: readonly Token[], take: Take): Generator<undefined, Candidate[]> {
    const weight = tokens.reduce((sum, token) => sum + token.weight, 0) || 1;
    // Where none holds everything, those that hold less than a third of what can be held are no answer either.
    const least = tokens.reduce((sum, token) => sum + (token.rows.length > 0 ? token.weight : 0), 0) / 3;
    const some = full.length >= ENOUGH ? full : full.length > 0 ? met : met.filter((record) => this.#best[record]! >= least);
    const passing = take.passes ? some.filter(take.passes) : some;
    yield;
    const {day} = this.#records;
    const base = Float32Array.from(
      passing,
      take.newestFirst && full.length > 0 ? (record) => day[record]! : (record) => this.#base(record, weight),
    );
    yield;
    return highest(base, take.most).map((i) => ({record: passing[i]!, base: base[i]!, row: this.#bestRow[passing[i]!]!}));
  }

  /** A short title that holds the words is about them. */
  #base(record: number, weight: number): number {
    const {first, titleLength, prior} = this.#records;
    const inTitle = this.#score[first[record]!]! / weight;
    return this.#full[record]! + this.#best[record]! / weight + (inTitle * 6) / (10 + titleLength[record]!) + 0.2 * prior[record]!;
  }
}

function weightOf(tokens: readonly Token[], mask: number): number {
  let weight = 0;
  for (const [i, token] of tokens.entries()) if (mask & (1 << i)) weight += token.weight;
  return weight;
}

/** Places of the `count` highest values, highest first; by buckets, since sorting everything costs more than the search. */
function highest(values: Float32Array, count: number): number[] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = most > least ? (BUCKETS - 1) / (most - least) : 0;
  const bucket = (value: number): number => Math.floor((value - least) * scale);
  const sizes = new Uint32Array(BUCKETS);
  for (const value of values) sizes[bucket(value)]!++;
  let cut = BUCKETS - 1;
  for (let sum = sizes[cut]!; sum < count && cut > 0; sum += sizes[cut]!) cut--;
  const chosen: number[] = [];
  for (let i = 0; i < values.length; i++) if (bucket(values[i]!) >= cut) chosen.push(i);
  return chosen.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, count);
}
