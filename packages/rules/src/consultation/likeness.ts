/** Texts that are the same but for a few characters: what floods are made of (T18). */
import {fold} from '../fold.ts';

/** Characters that stand side by side, as which texts are compared. */
const SHINGLE = 2;
/** Hash functions of a sketch: likeness is estimated with a standard error of √(j(1−j)/128), at most 0.044. */
const SIZE = 128;
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;

/** Only letters and digits, in one script, width and case: what a flood is varied by is gone. */
export const bareText = (text: string): string => fold(text).replace(NOT_WORDS, '');

/** Every pair of characters once; a shorter text is its own. */
function shingles(text: string): Set<string> {
  const chars = [...bareText(text)];
  if (chars.length <= SHINGLE) return new Set(chars.length ? [chars.join('')] : []);
  return new Set(chars.slice(SHINGLE - 1).map((_, i) => chars.slice(i, i + SHINGLE).join('')));
}

/** Murmur3's finaliser: spreads every bit over the whole number. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hashOf(shingle: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < shingle.length; i++) hash = Math.imul(hash ^ shingle.charCodeAt(i), 0x01000193);
  return mix(hash);
}

const SEEDS = [...Array(SIZE).keys()].map((i) => mix(Math.imul(i + 1, 0x9e3779b9)));

/**
 * A text's MinHash: 128 whole numbers below 2^32 by which its likeness to others can be told without the texts. Empty for
 * a text without letters and digits.
 */
export function sketchOf(text: string): number[] {
  const hashes = [...shingles(text)].map(hashOf);
  if (!hashes.length) return [];
  const least = new Uint32Array(SIZE).fill(0xffffffff);
  for (const hash of hashes) {
    for (let i = 0; i < SIZE; i++) {
      const value = mix(hash ^ SEEDS[i]!);
      if (value < least[i]!) least[i] = value;
    }
  }
  return [...least];
}

/** How much two texts have in common, from 0 to 1: shared pairs of characters in all of them (Jaccard), as sketches tell. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length !== SIZE || b.length !== SIZE) return 0;
  return a.filter((value, i) => value === b[i]).length / SIZE;
}

/**
 * From here on two texts are near copies. Measured on invented opinions of 60 characters (`likeness.test.ts` prints it):
 * at 0.65 every way of varying a text is seen through in nine cases of ten or more, and of pairs of different opinions on
 * one draft one in ten thousand looks alike; at 0.5 it is one in three hundred, at 0.8 half of the reworded copies pass.
 */
export const NEAR_COPY = 0.65;

/** Which of the sketches are near copies. One may be chance; a flood is several, which staff then see together. */
export const nearCopies = (sketch: readonly number[], others: readonly (readonly number[])[], threshold = NEAR_COPY): number[] =>
  others.flatMap((other, i) => (likeness(sketch, other) >= threshold ? [i] : []));

const NUMBER = /\d+|[〇零一二三四五六七八九十百千万亿两]+/gu;
const NEGATION = /[不无未没非勿别禁免]|取消|反对|停止/gu;
const stanceOf = (text: string): string => {
  const bare = bareText(text);
  return [...(bare.match(NUMBER) ?? []).sort(), bare.match(NEGATION)?.length ?? 0].join(' ');
};

/**
 * Whether two near copies may be put forward as one opinion: 同意 and 不同意, 30 分钟 and 60 分钟 are near in letters only.
 * It is a person who decides (R3.10): no text is counted as a duplicate, or refused, for being alike.
 */
export const mayBeDuplicate = (a: string, b: string): boolean =>
  stanceOf(a) === stanceOf(b) && (bareText(a) === bareText(b) || likeness(sketchOf(a), sketchOf(b)) >= NEAR_COPY);
