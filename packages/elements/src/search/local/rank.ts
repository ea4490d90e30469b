/** Second step of a search: judges the candidates by their texts. */
import type {SearchWhy} from '@zwgk/contract';
import {pieces} from '@zwgk/rules';
import {Fuzzy} from './fuzzy.ts';
import type {Candidate} from './match.ts';
import {titleKey, type Records} from './records.ts';

/** Least part of the words, by characters, that a result holds. */
const LEAST_SHARE = 0.6;
/** Candidates between two chances to pause. */
const CANDIDATES = 50;

export interface Ranked {
  readonly record: number;
  readonly score: number;
  readonly why: SearchWhy;
  /** How much of the words it holds, up to 1. */
  readonly share: number;
  /** Whether every word stands in it unbroken. */
  readonly whole: boolean;
  /** The text that matches best. */
  readonly row: number;
}

/** How one text holds the words. */
interface Hold {
  readonly share: number;
  readonly whole: boolean;
  readonly held: readonly (readonly [start: number, length: number][])[];
}

/** Folded parts of the words that a text holds; what is marked in it. */
export function marksIn(words: readonly string[], text: string): string[] {
  return words.flatMap((word) => pieces(word, text).map(([start, length]) => word.slice(start, start + length)));
}

export function hold(words: readonly string[], text: string): Hold {
  const held = words.map((word) => pieces(word, text));
  const sum = held.flat().reduce((characters, [, length]) => characters + length, 0);
  const all = words.reduce((characters, word) => characters + word.length, 0);
  return {share: sum / Math.max(1, all), whole: held.every((found, i) => found[0]?.[1] === words[i]!.length), held};
}

/** Part of the words that either text holds. */
function shareOfBoth(words: readonly string[], a: Hold, b: Hold): number {
  if (a.share === 0 || b.share === 0 || a.share === 1 || b.share === 1) return Math.max(a.share, b.share);
  let [held, all] = [0, 0];
  for (const [w, word] of words.entries()) {
    const has = new Uint8Array(word.length);
    for (const field of [a, b]) for (const [start, length] of field.held[w]!) has.fill(1, start, start + length);
    held += has.reduce((count, bit) => count + bit, 0);
    all += word.length;
  }
  return held / all;
}

/** @returns those that hold enough of the words, best first; only those that hold all of them where any does. */
export function* rank(records: Records, words: readonly string[], candidates: readonly Candidate[]): Generator<undefined, Ranked[]> {
  const key = titleKey(words.join(''));
  const titles = candidates.map(({record}) => records.title(record));
  const found: Ranked[] = [];
  for (let from = 0; from < candidates.length; from += CANDIDATES) {
    const near = new Fuzzy(titles.slice(from, from + CANDIDATES)).nearness(words);
    for (const [i, {record, row}] of candidates.slice(from, from + CANDIDATES).entries()) {
      const one = judge(records, words, key, titles[from + i]!, row, near[i]!);
      if (one.share >= LEAST_SHARE) found.push({record, row, ...one});
    }
    yield;
  }
  const full = found.filter(({share}) => share > 0.999);
  return (full.length > 0 ? full : found).sort(bestFirst);
}

export const bestFirst = (a: Ranked, b: Ranked): number => b.score - a.score || a.record - b.record;

function judge(
  records: Records,
  words: readonly string[],
  key: string,
  title: string,
  row: number,
  near: number,
): Omit<Ranked, 'record' | 'row'> {
  const inTitle = hold(words, title);
  const inText = hold(words, records.text(row));
  const share = shareOfBoth(words, inTitle, inText);
  const exact = key !== '' && titleKey(title) === key;
  const fills = Math.min(1, key.length / Math.max(1, title.length));
  const own = inTitle.share ** 2 * (2 + 3 * fills) + (inTitle.whole ? 1.5 : 0) + 2 * near * near;
  const text = inText.share ** 2 * 1.5 + (inText.whole ? 1.2 : 0) - 0.2 * Math.log2(1 + records.text(row).length / 150);
  const score = 6 * share + own + text + (exact ? 100 : 0) + records.prior[records.owner[row]!]!;
  const why = exact ? 'exact-title' : inTitle.whole ? 'title-phrase' : inText.whole ? 'phrase' : share > 0.999 ? 'all-terms' : 'most-terms';
  return {score, why, share, whole: exact || inTitle.whole || inText.whole};
}
