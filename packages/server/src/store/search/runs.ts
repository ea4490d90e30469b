/** What the wordings of a query found, and how it becomes one list. */
import type {SearchVariant} from '@zwgk/contract';
import type {Ranked} from './rank.ts';

/** What a partial result must hold beside a wording that is found as a whole. */
export const LEAST_BESIDE = 0.75;
/** The share of what holds everything, but for rounding. */
export const ALL = 0.999;

export type Kind = SearchVariant['kind'] | 'written';

/** What one wording found. */
export interface Run {
  readonly kind: Kind;
  readonly text: string;
  readonly ranked: readonly Ranked[];
  /** Rows whose texts were read. */
  readonly read: readonly number[];
  /** Records that count, whatever the filters. */
  readonly members: Uint32Array;
}

export function union(lists: readonly Uint32Array[]): Uint32Array {
  const [first, ...others] = lists.filter(({length}) => length > 0);
  return first && others.length > 0 ? Uint32Array.from(new Set(lists.flatMap((list) => [...list]))) : (first ?? new Uint32Array(0));
}

export const isFound = ({ranked}: Run): boolean => ranked.some(({share}) => share > ALL);

export const isWhole = ({ranked}: Run): boolean => ranked.some(({whole}) => whole);

/** Beside a wording that is found as a whole, only what holds nearly all of the words as written. */
export function onlyNear(run: Run): Run {
  const ranked = run.ranked.filter(({share}) => share >= LEAST_BESIDE);
  return {...run, ranked, members: Uint32Array.from(ranked, ({head}) => head)};
}

/** A record behind those whose texts were read. */
export const later = (head: number, base: number, units: readonly number[], words: readonly string[]): Ranked => ({
  head,
  score: base - 1e6,
  why: 'all-terms',
  sections: units.filter((row) => row !== head).slice(0, 1),
  share: 1,
  whole: false,
  named: false,
  title: '',
  marks: words,
});

/** Each record once, at its best; best first, or by another order. */
export function merged(runs: readonly Run[], order: (one: Ranked) => number = ({score}) => score): Ranked[] {
  const best = new Map<number, Ranked>();
  for (const one of runs.flatMap(({ranked}) => ranked)) {
    const known = best.get(one.head);
    if (!known || one.score > known.score) best.set(one.head, one);
  }
  const byScore = [...best.values()].sort((a, b) => b.score - a.score || b.head - a.head);
  return lessAlike(byScore).sort((a, b) => order(b) - order(a) || b.score - a.score || b.head - a.head);
}

/** The same matter of many agencies would fill the page: after the first, each further one of a title stands back. */
function lessAlike(ranked: readonly Ranked[]): Ranked[] {
  const seen = new Map<string, number>();
  return ranked.map((one) => {
    const before = one.title === '' ? 0 : (seen.get(one.title) ?? 0);
    seen.set(one.title, before + 1);
    return before === 0 ? one : {...one, score: one.score - 3 - 0.1 * Math.min(before, 10)};
  });
}
