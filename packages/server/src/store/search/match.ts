/**
 * First step of a search: which units hold how much of the words, counted in bigrams over lists of rows, without a look
 * at any text. It finds candidates for the second step, and the records that hold every word.
 */
import {bigramPhrase} from '@zwgk/rules';
import type {Filters} from './filters.ts';
import type {Postings} from './postings.ts';
import type {Units} from './units.ts';

/** One bit each in a mask. */
const MOST_TOKENS = 31;
/** A token in more than this share of many units tells nothing that rarer ones do not. */
const COMMON = 0.2;
const MANY_UNITS = 50_000;
const TITLE_WEIGHT = 0.6;

export interface Token {
  readonly weight: number;
  readonly rows: Uint32Array;
  readonly titles: Uint32Array;
}

export interface Words {
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
  /** Weights of all tokens together. */
  readonly weight: number;
  /** How much each character of each word counts; all together 1. */
  readonly shares: readonly Float64Array[];
}

const tokensOf = (word: string): string[] => ([...word].length === 1 ? [`${word}*`] : bigramPhrase(word).split(' '));

/** Looks the words up. */
export async function lookUp(words: readonly string[], postings: Postings, {last, count}: Units): Promise<Words> {
  const found = new Map<string, Token>();
  const shares: Float64Array[] = [];
  for (const word of words) {
    const share = new Float64Array(word.length);
    for (const [i, token] of tokensOf(word).entries()) {
      if (!found.has(token)) {
        const rows = await postings.rows('search_texts', token, last);
        const titles = await postings.rows('search_titles', token, last);
        found.set(token, {rows, titles, weight: Math.log(1 + count / (1 + rows.length))});
      }
      for (const at of [i, i + 1]) if (at < share.length) share[at]! += found.get(token)!.weight;
    }
    shares.push(share);
  }
  const all = shares.reduce((sum, share) => sum + share.reduce((a, b) => a + b, 0), 0) || 1;
  for (const share of shares) share.forEach((value, i) => (share[i] = value / all));
  const rarest = [...found.values()].sort((a, b) => a.rows.length - b.rows.length);
  const telling = rarest.filter(({rows}, i) => i < 2 || count < MANY_UNITS || rows.length < count * COMMON);
  const tokens = telling.slice(0, MOST_TOKENS);
  return {words, shares, tokens, weight: tokens.reduce((sum, {weight}) => sum + weight, 0)};
}

export interface Candidates {
  /** Records to look at, the likeliest first, with their likeliest units. */
  readonly heads: readonly {head: number; base: number; units: readonly number[]}[];
  /** Every record that holds all the tokens in one unit, filtered or not. */
  readonly full: readonly number[];
  /** Those of `full` that pass the filters, beyond `heads`, likeliest first. */
  readonly rest: readonly {head: number; base: number; units: readonly number[]}[];
}

export interface Take {
  readonly heads: number;
  /** Least part of the weight that a candidate holds when it does not hold everything. */
  readonly least: number;
  readonly newestFirst: boolean;
  /** Records after the looked-at ones that a reader may leaf to. */
  readonly rest: number;
}

const DEEP = 40;
const UNITS_DEEP = 16;
const UNITS_FLAT = 3;

/** Arrays by row, kept between searches; a search leaves them as it found them: all zero. */
export class Matcher {
  readonly #units: Units;
  #score = new Float32Array(0);
  #mask = new Uint32Array(0);
  #titleScore = new Float32Array(0);
  #titleMask = new Uint32Array(0);
  #best = new Float32Array(0);
  /** The turn in which a record was last met. */
  #seen = new Uint32Array(0);
  #turn = 0;

  constructor(units: Units) {
    this.#units = units;
  }

  /** Everything from here to the end of `find` runs without a pause, so that the arrays belong to one search. */
  find({tokens, weight}: Words, filters: Filters, take: Take): Candidates {
    this.#grow();
    const rows = this.#scan(tokens);
    const all = 2 ** tokens.length - 1;
    const {head, live} = this.#units.arrays;
    const full: number[] = [];
    const heads: number[] = [];
    const turn = ++this.#turn;
    for (const row of rows) {
      const own = head[row]!;
      if (live[row] === 0 || (this.#mask[row]! | this.#titleMask[own]!) !== all || this.#seen[own] === turn) continue;
      this.#seen[own] = turn;
      full.push(own);
    }
    const enough = full.length >= 20;
    for (const row of rows) {
      const own = head[row]!;
      if (live[row] === 0) continue;
      const score = this.#unitScore(row, own, tokens);
      const isFull = (this.#mask[row]! | this.#titleMask[own]!) === all;
      if (enough ? !isFull : !isFull && score < weight * take.least) continue;
      if (this.#best[own] === 0 && filters.passes(own)) heads.push(own);
      if (score > this.#best[own]!) this.#best[own] = score;
    }
    const ranked = this.#rank(heads, weight, take);
    const units = this.#unitsOf(ranked, rows, tokens);
    this.#clear(rows, tokens);
    return {heads: units.slice(0, take.heads), full, rest: units.slice(take.heads)};
  }

  #grow(): void {
    const size = this.#units.arrays.live.length;
    if (this.#score.length >= size) return;
    this.#score = new Float32Array(size);
    this.#mask = new Uint32Array(size);
    this.#titleScore = new Float32Array(size);
    this.#titleMask = new Uint32Array(size);
    this.#best = new Float32Array(size);
    this.#seen = new Uint32Array(size);
  }

  /** Adds the tokens up. @returns the rows that hold any. */
  #scan(tokens: readonly Token[]): number[] {
    const touched: number[] = [];
    for (const [i, {rows, titles, weight}] of tokens.entries()) {
      const bit = 1 << i;
      for (const row of rows) {
        if (this.#mask[row] === 0) touched.push(row);
        this.#mask[row]! |= bit;
        this.#score[row]! += weight;
      }
      for (const row of titles) {
        this.#titleMask[row]! |= bit;
        this.#titleScore[row]! += weight;
      }
    }
    return touched;
  }

  #clear(rows: readonly number[], tokens: readonly Token[]): void {
    for (const row of rows) {
      this.#mask[row] = 0;
      this.#score[row] = 0;
      this.#best[this.#units.arrays.head[row]!] = 0;
    }
    for (const {titles} of tokens) {
      for (const row of titles) {
        this.#titleMask[row] = 0;
        this.#titleScore[row] = 0;
      }
    }
  }

  /** What the unit holds, and a little less for what only the title over it holds. */
  #unitScore(row: number, own: number, tokens: readonly Token[]): number {
    const score = this.#score[row]!;
    let only = this.#titleMask[own]! & ~this.#mask[row]!;
    if (only === 0 || row === own) return score;
    let more = 0;
    for (let i = 0; only !== 0; i++, only >>>= 1) if (only & 1) more += tokens[i]!.weight;
    return score + TITLE_WEIGHT * more;
  }

  #rank(heads: readonly number[], weight: number, take: Take): {head: number; base: number}[] {
    const {title, day} = this.#units.arrays;
    const base = heads.map((head) => {
      if (take.newestFirst) return day[head]!;
      const inTitle = this.#titleScore[head]! / weight;
      return this.#best[head]! / weight + inTitle * (TITLE_WEIGHT + 6 / (10 + title[head]!)) + 0.2 * this.#units.prior(head);
    });
    return highest(heads, base, take.heads + take.rest);
  }

  /** The likeliest units of each record, more of them for the first records. */
  #unitsOf(ranked: readonly {head: number; base: number}[], rows: readonly number[], tokens: readonly Token[]) {
    const made = ranked.map(({head, base}, i) => ({head, base, most: i < DEEP ? UNITS_DEEP : UNITS_FLAT, units: [] as number[]}));
    const byHead = new Map(made.map((one) => [one.head, one]));
    const {head, live} = this.#units.arrays;
    const scores = new Map<number, number>();
    for (const row of rows) {
      const one = byHead.get(head[row]!);
      if (!one || live[row] === 0) continue;
      const score = this.#unitScore(row, one.head, tokens);
      const last = one.units.at(-1);
      if (one.units.length === one.most && score <= scores.get(last!)!) continue;
      scores.set(row, score);
      let place = one.units.length;
      while (place > 0 && scores.get(one.units[place - 1]!)! < score) place--;
      one.units.splice(place, 0, row);
      if (one.units.length > one.most) one.units.pop();
    }
    return made;
  }
}

/** The `count` heads with the highest values, in order; by buckets, since sorting everything costs more than the search. */
function highest(heads: readonly number[], values: readonly number[], count: number): {head: number; base: number}[] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = most > least ? 1023 / (most - least) : 0;
  const buckets = new Uint32Array(1024);
  for (const value of values) buckets[Math.floor((value - least) * scale)]!++;
  let cut = 1023;
  for (let sum = buckets[cut]!; sum < count && cut > 0; sum += buckets[cut]!) cut--;
  const chosen: {head: number; base: number}[] = [];
  for (const [i, value] of values.entries()) if (Math.floor((value - least) * scale) >= cut) chosen.push({head: heads[i]!, base: value});
  return chosen.sort((a, b) => b.base - a.base || b.head - a.head).slice(0, count);
}
