/**
 * First step of a search: which units hold how much of the words, counted in bigrams over lists of rows, without a look
 * at any text. It finds candidates for the second step, and the records that hold every word.
 */
import {bigramPhrase} from '@zwgk/rules';
import type {Filters} from './filters.ts';
import {common, highest} from './lists.ts';
import type {Postings} from './postings.ts';
import type {Units} from './units.ts';

/** One bit each in a mask. */
const MOST_TOKENS = 31;
const MANY_UNITS = 50_000;
const TITLE_WEIGHT = 0.6;
/** Of pairs in fewer units than this none tells more than another: most stand where two words meet by chance. */
const RARE = 10;

export interface Token {
  /** None for what no unit holds: it cannot choose between them. */
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
        const weight = rows.length === 0 ? 0 : Math.log(1 + count / (RARE + rows.length));
        found.set(token, {rows, titles, weight});
      }
      const rarity = Math.log(1 + count / (1 + found.get(token)!.rows.length));
      for (const at of [i, i + 1]) if (at < share.length) share[at]! += rarity;
    }
    shares.push(share);
  }
  const all = shares.reduce((sum, share) => sum + share.reduce((a, b) => a + b, 0), 0) || 1;
  for (const share of shares) share.forEach((value, i) => (share[i] = value / all));
  const rarest = [...found.values()].sort((a, b) => a.rows.length - b.rows.length);
  const tokens = rarest.slice(0, MOST_TOKENS);
  return {words, shares, tokens, weight: tokens.reduce((sum, {weight}) => sum + weight, 0) || 1};
}

export interface Candidates {
  /** Records to look at, the likeliest first, with their likeliest units. */
  readonly heads: readonly {head: number; base: number; units: readonly number[]}[];
  /** Every record that holds all the tokens in one unit, filtered or not. */
  readonly full: Uint32Array;
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

const DEEP = 20;
const UNITS_DEEP = 12;
const UNITS_FLAT = 3;
/** With so many records that hold everything, none that holds less is looked at. */
const ENOUGH = 20;
const MOST_RANKED = 20_000;
const NEWEST = 2000;
/** Part of a large index that is walked through where little holds everything. */
const BUDGET = 0.25;

interface Chosen {
  readonly head: number;
  readonly base: number;
  readonly most: number;
  readonly units: number[];
}

/** Arrays by row, kept between searches; a search leaves them as it found them: all zero. */
export class Matcher {
  readonly #units: Units;
  #score = new Float32Array(0);
  #mask = new Uint32Array(0);
  #titleScore = new Float32Array(0);
  #titleMask = new Uint32Array(0);
  #best = new Float32Array(0);
  /** Place of a chosen record, from 1. */
  #place = new Uint16Array(0);
  #touched = new Uint32Array(0);
  #heads = new Uint32Array(0);

  constructor(units: Units) {
    this.#units = units;
  }

  /** Everything from here to the end of `find` runs without a pause, so that the arrays belong to one search. */
  find({tokens, weight}: Words, filters: Filters, take: Take): Candidates {
    this.#grow();
    // Where plenty holds everything by itself, nothing else is looked at: of a million units that saves most of the time.
    const whole = this.#units.count >= MANY_UNITS ? common(tokens.map(({rows}) => rows)) : undefined;
    const plenty = whole !== undefined && whole.length >= take.heads;
    const used = whole && !plenty ? withinBudget(tokens, this.#units.count) : tokens;
    const usedWeight = used.reduce((sum, token) => sum + token.weight, 0);
    const looked = plenty && filters.isOpen && !take.newestFirst ? likeliest(whole, tokens) : whole;
    const rows = plenty ? this.#hold(looked!, tokens, weight) : this.#scan(used);
    const full = this.#full(whole ?? rows, whole ? [] : tokens);
    const least = usedWeight * take.least;
    const heads = this.#candidates(rows, used, least, full.length >= ENOUGH, filters);
    const ranked = this.#rank(heads, weight, take);
    const units = this.#unitsOf(ranked, rows, used);
    this.#clear(rows, tokens);
    return {heads: units.slice(0, take.heads), full, rest: units.slice(take.heads)};
  }

  /** Marks rows that hold every token. @returns those that are present. */
  #hold(whole: Uint32Array, tokens: readonly Token[], weight: number): Uint32Array {
    const all = 2 ** tokens.length - 1;
    const {live} = this.#units.arrays;
    const rows = whole.filter((row) => live[row] === 1);
    for (const row of rows) {
      this.#mask[row] = all;
      this.#score[row] = weight;
    }
    for (const token of tokens) for (const row of token.titles) if (this.#mask[row] === all) this.#titleScore[row]! += token.weight;
    return rows;
  }

  #grow(): void {
    const size = this.#units.arrays.live.length;
    if (this.#score.length >= size) return;
    this.#score = new Float32Array(size);
    this.#mask = new Uint32Array(size);
    this.#titleScore = new Float32Array(size);
    this.#titleMask = new Uint32Array(size);
    this.#best = new Float32Array(size);
    this.#place = new Uint16Array(size);
    this.#touched = new Uint32Array(size);
    this.#heads = new Uint32Array(size);
  }

  /** Adds the tokens up. @returns the present rows that hold any. */
  #scan(tokens: readonly Token[]): Uint32Array {
    const [mask, score, touched, titleMask, titleScore] = [this.#mask, this.#score, this.#touched, this.#titleMask, this.#titleScore];
    const {live} = this.#units.arrays;
    let count = 0;
    for (const [i, {rows, titles, weight}] of tokens.entries()) {
      const bit = 1 << i;
      for (const row of rows) {
        if (live[row] === 0) continue;
        if (mask[row] === 0) touched[count++] = row;
        mask[row]! |= bit;
        score[row]! += weight;
      }
      for (const row of titles) {
        titleMask[row]! |= bit;
        titleScore[row]! += weight;
      }
    }
    return touched.subarray(0, count);
  }

  /** Records that hold every token in one unit and its title; with no tokens, the records of the rows. */
  #full(rows: Uint32Array, tokens: readonly Token[]): Uint32Array {
    const all = 2 ** tokens.length - 1;
    const [mask, titleMask, best, heads] = [this.#mask, this.#titleMask, this.#best, this.#heads];
    const {head, live} = this.#units.arrays;
    let count = 0;
    for (const row of rows) {
      const own = head[row]!;
      if (((mask[row]! | titleMask[own]!) & all) !== all || live[row] === 0 || best[own]! > 0) continue;
      best[own] = 1;
      heads[count++] = own;
    }
    const full = heads.slice(0, count);
    for (const own of full) best[own] = 0;
    return full;
  }

  /** Records to be ranked; each gets the score of its best unit. */
  #candidates(rows: Uint32Array, tokens: readonly Token[], least: number, onlyFull: boolean, filters: Filters): Uint32Array {
    const all = 2 ** tokens.length - 1;
    const [mask, titleMask, best, heads] = [this.#mask, this.#titleMask, this.#best, this.#heads];
    const {head} = this.#units.arrays;
    const open = filters.isOpen;
    let count = 0;
    for (const row of rows) {
      const own = head[row]!;
      const isFull = (mask[row]! | titleMask[own]!) === all;
      if (onlyFull && !isFull) continue;
      const score = this.#unitScore(row, own, tokens);
      if (!isFull && score < least) continue;
      if (best[own] === 0) {
        if (!open && !filters.passes(own)) continue;
        heads[count++] = own;
      }
      if (score > best[own]!) best[own] = score;
    }
    return heads.subarray(0, count);
  }

  #clear(rows: Uint32Array, tokens: readonly Token[]): void {
    const {head} = this.#units.arrays;
    for (const row of rows) {
      this.#mask[row] = 0;
      this.#score[row] = 0;
      this.#best[head[row]!] = 0;
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

  #rank(heads: Uint32Array, weight: number, take: Take): {head: number; base: number}[] {
    const {title, day, prior} = this.#units.arrays;
    const base = new Float32Array(heads.length);
    for (const [i, head] of heads.entries()) {
      const inTitle = this.#titleScore[head]! / weight;
      base[i] = take.newestFirst
        ? day[head]!
        : this.#best[head]! / weight + inTitle * (TITLE_WEIGHT + 6 / (10 + title[head]!)) + 0.2 * prior[head]!;
    }
    return highest(heads, base, take.heads + take.rest);
  }

  /** The likeliest units of each record, more of them for the first records. */
  #unitsOf(ranked: readonly {head: number; base: number}[], rows: Uint32Array, tokens: readonly Token[]): Chosen[] {
    const made: Chosen[] = ranked.map(({head, base}, i) => ({head, base, most: i < DEEP ? UNITS_DEEP : UNITS_FLAT, units: []}));
    const place = this.#place;
    for (const [i, {head}] of made.entries()) place[head] = i + 1;
    const {head} = this.#units.arrays;
    for (const row of rows) {
      const at = place[head[row]!]!;
      if (at > 0) this.#keep(made[at - 1]!, row, tokens);
    }
    for (const one of made) place[one.head] = 0;
    return made;
  }

  #keep({head, most, units}: Chosen, row: number, tokens: readonly Token[]): void {
    const score = this.#unitScore(row, head, tokens);
    let place = units.length;
    while (place > 0 && this.#unitScore(units[place - 1]!, head, tokens) < score) place--;
    if (place >= most) return;
    units.splice(place, 0, row);
    if (units.length > most) units.pop();
  }
}

/** Of very many rows those whose title holds everything, and the newest: nobody leafs to the others, which are only counted. */
function likeliest(whole: Uint32Array, tokens: readonly Token[]): Uint32Array {
  if (whole.length <= MOST_RANKED) return whole;
  const inTitle = common(tokens.map(({titles}) => titles)).slice(-MOST_RANKED);
  return Uint32Array.from(new Set([...inTitle, ...whole.slice(-NEWEST)])).sort();
}

/** The rarest tokens whose lists together are no longer than a part of a large index; three at least. */
function withinBudget(tokens: readonly Token[], count: number): readonly Token[] {
  let sum = 0;
  return tokens.filter(({rows}, i) => (sum += rows.length) <= count * BUDGET || i < 3);
}
