/** Did-you-mean: what a word becomes when one wrong, missing, extra or swapped character is put right. */
import {nearest} from '@zwgk/rules';
import {sql, type Kysely} from 'kysely';
import type {Schema} from '../schema.ts';
import {soundAlike} from './sound.ts';
import type {Units} from './units.ts';

const HAN_PAIR = /^\p{Script=Han}{2}$/u;
const HAN_WORD = /^\p{Script=Han}{2,40}$/u;
const MOST = 24;
const AT_AN_END = 0.1;
/** Places of one text that are looked at. */
const MOST_WINDOWS = 40;

/** Which characters stand next to each other in the texts, and in how many units. */
export class Neighbours {
  readonly #after = new Map<string, Map<string, number>>();
  readonly #before = new Map<string, Map<string, number>>();
  #read: Promise<void> | undefined;
  #writes = -1;

  /** Reads the index's own list of tokens; again once a hundredth of the index is new. */
  async refresh(db: Kysely<Schema>, {last, count}: Units): Promise<void> {
    if (this.#writes >= 0 && last - this.#writes <= count / 100) return this.#read;
    this.#writes = last;
    this.#read = this.#load(db);
    return this.#read;
  }

  async #load(db: Kysely<Schema>): Promise<void> {
    await sql`create virtual table if not exists temp.search_tokens using fts5vocab(main, search_texts, row)`.execute(db);
    const {rows} = await sql<{term: string; doc: number}>`select term, doc from temp.search_tokens`.execute(db);
    this.#after.clear();
    this.#before.clear();
    for (const {term, doc} of rows) {
      if (!HAN_PAIR.test(term)) continue;
      const [a, b] = [...term] as [string, string];
      into(this.#after, a).set(b, doc);
      into(this.#before, b).set(a, doc);
    }
  }

  count(a: string, b: string): number {
    return this.#after.get(a)?.get(b) ?? 0;
  }

  /** Characters that stand between two others, the commonest first; an absent neighbour asks nothing. */
  between(a: string | undefined, b: string | undefined): [char: string, count: number][] {
    const afterA = a === undefined ? undefined : (this.#after.get(a) ?? new Map<string, number>());
    const beforeB = b === undefined ? undefined : (this.#before.get(b) ?? new Map<string, number>());
    const from = afterA ?? beforeB ?? new Map<string, number>();
    const found: [string, number][] = [];
    for (const [char, count] of from) {
      const other = afterA && beforeB ? (beforeB.get(char) ?? 0) : count;
      if (other > 0) found.push([char, Math.min(count, other)]);
    }
    return found.sort((x, y) => y[1] - x[1]);
  }

  /** Words one slip away whose every pair of characters occurs, the likeliest first. */
  guesses(word: string): string[] {
    if (!HAN_WORD.test(word) || new Set(word).size === 1) return [];
    const chars = [...word];
    const found = new Map<string, number>();
    const add = (guess: string[], bonus: number): void => {
      const counts = guess.slice(1).map((char, i) => this.count(guess[i]!, char));
      const text = guess.join('');
      if (guess.length < 2 || text === word || counts.includes(0)) return;
      const likely = counts.reduce((sum, count) => sum + Math.log(1 + count), 0) / counts.length + bonus;
      found.set(text, Math.max(found.get(text) ?? 0, likely));
    };
    for (const [i, char] of chars.entries()) {
      for (const [other] of this.between(chars[i - 1], chars[i + 1])) {
        const same = soundAlike(char, other);
        // Of two characters half the word would be a guess.
        if (same || chars.length > 2) add(chars.with(i, other), same ? 3 : 0);
      }
      if (chars.length > 2) add(chars.toSpliced(i, 1), 0);
      if (i > 0) add(chars.toSpliced(i - 1, 2, char, chars[i - 1]!), 1);
      if (i > 0 && chars.length > 2)
        for (const [other] of this.between(chars[i - 1], char).slice(0, 20)) add(chars.toSpliced(i, 0, other), 0);
    }
    return [...found]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST)
      .map(([text]) => text);
  }
}

const into = (map: Map<string, Map<string, number>>, key: string): Map<string, number> => {
  let inner = map.get(key);
  if (!inner) map.set(key, (inner = new Map<string, number>()));
  return inner;
};

/** The wording in the texts that differs from the word by one slip, the one in most texts; `undefined` when none has one. */
export function nearestWording(word: string, texts: Iterable<string>): string | undefined {
  if (word.length < 3 || new Set(word).size === 1) return undefined;
  const votes = new Map<string, number>();
  // Texts that are looked at for one word repeat each other.
  const met = new Map<string, string | undefined>();
  const slipOf = (window: string): string | undefined => {
    if (!met.has(window)) {
      const found = nearest(word, window);
      met.set(window, found && window.slice(found.from, found.to));
    }
    return met.get(window);
  };
  for (const text of texts) {
    const wording = slipIn(word, text, slipOf);
    if (wording === undefined || !/^[\p{L}\p{N}\p{M}]{2,}$/u.test(wording)) continue;
    // At its ends a word differs from half the language by one character.
    const sure = wording[0] === word[0] && wording.at(-1) === word.at(-1);
    if (!sure && word.length < 5 && !soundsLike(wording, word) && !sameCharacters(wording, word)) continue;
    votes.set(wording, (votes.get(wording) ?? 0) + (sure ? 1 : AT_AN_END));
  }
  const sameSound = (wording: string): number => (soundsLike(wording, word) ? 100 : 0);
  return [...votes].sort((a, b) => b[1] + sameSound(b[0]) - a[1] - sameSound(a[0]))[0]?.[0];
}

/** The text's wording one slip away from the word, looked for only where two of its characters stand as written. */
function slipIn(word: string, text: string, slipOf: (window: string) => string | undefined): string | undefined {
  let done = 0;
  for (let i = 0; i + 2 <= word.length; i++) {
    const pair = word.slice(i, i + 2);
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) {
      const from = Math.max(0, at - i - 2);
      const found = slipOf(text.slice(from, from + word.length + 4));
      if (found) return found;
      if (++done > MOST_WINDOWS) return undefined;
    }
  }
  return undefined;
}

const sameCharacters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** Whether two words of one length sound the same. */
export const soundsLike = (a: string, b: string): boolean =>
  a.length === b.length && a !== b && [...a].every((char, i) => char === b[i] || soundAlike(char, b[i] ?? ''));
