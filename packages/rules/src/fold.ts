import {HANS, HANT} from './hant-data.ts';

/** `hant[i]` is written `hans[i]` in Simplified Chinese. */
export interface Scripts {
  readonly hant: string;
  readonly hans: string;
}

const TO_HANS = new Map<string, string>([...HANT].map((char, i) => [char, HANS[i]!]));

/** Adds pairs to the table, for a build that leaves it out: a static index brings those of its own characters. */
export function learnScripts({hant, hans}: Scripts): void {
  for (const [i, char] of [...hant].entries()) TO_HANS.set(char, hans[i]!);
  KNOWN.clear();
}

const DROPPED = /[\p{Cf}\p{Cc}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f]/u;
const BRACKETS: Readonly<Record<string, string>> = {
  '[': '〔',
  '(': '〔',
  '【': '〔',
  '﹝': '〔',
  '〖': '〔',
  '⟦': '〔',
  '{': '〔',
  '「': '〔',
  '『': '〔',
  '《': '〔',
  '〈': '〔',
  '<': '〔',
  '“': '〔',
  '‘': '〔',
  ']': '〕',
  ')': '〕',
  '】': '〕',
  '﹞': '〕',
  '〗': '〕',
  '⟧': '〕',
  '}': '〕',
  '」': '〕',
  '』': '〕',
  '》': '〕',
  '〉': '〕',
  '>': '〕',
  '”': '〕',
  '’': '〕',
};

/** Texts repeat their characters: what a character folds to is worked out once. */
const KNOWN = new Map<string, string>();
const KNOWN_AT_MOST = 20_000;

/** One character as index and query both see it; empty when it is dropped. */
function foldChar(char: string): string {
  const known = KNOWN.get(char);
  if (known !== undefined) return known;
  let out = '';
  if (DROPPED.test(char)) out = /[\t\n\r\v\f]/.test(char) ? ' ' : '';
  else for (const c of char.normalize('NFKC').toLowerCase()) out += BRACKETS[c] ?? TO_HANS.get(c) ?? c;
  if (KNOWN.size < KNOWN_AT_MOST) KNOWN.set(char, out);
  return out;
}

/**
 * The form in which texts are compared: width, case, Traditional or Simplified script, bracket style and
 * invisible characters no longer differ (R6.2). White space is kept as one space.
 */
export function fold(text: string): string {
  let out = '';
  for (const char of text) out += foldChar(char);
  return out.replace(/\s+/g, ' ').trim();
}

/** `fold` without white space, and for each of its code units the index in `text` that it came from. */
export function foldWithMap(text: string): {folded: string; map: number[]} {
  let folded = '';
  const map: number[] = [];
  let index = 0;
  for (const char of text) {
    const out = foldChar(char).replace(/\s/g, '');
    for (let i = 0; i < out.length; i++) map.push(index);
    folded += out;
    index += char.length;
  }
  map.push(index);
  return {folded, map};
}

/** Folded words of a query: parts between white space and punctuation, no duplicates. */
export function queryWords(query: string): string[] {
  return [
    ...new Set(
      fold(query)
        .split(/[^\p{L}\p{N}\p{M}]+/u)
        .filter(Boolean),
    ),
  ];
}

/** Ranges of `text` (UTF-16, half-open, merged) where any of the folded `words` stands. */
export function matchRanges(text: string, words: readonly string[]): [number, number][] {
  const {folded, map} = foldWithMap(text);
  const ranges: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      ranges.push([map[at]!, map[at + word.length]!]);
    }
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push(range);
  }
  return merged;
}

const pairs = (run: string): string[] => {
  const chars = [...run];
  return chars.slice(1).map((char, i) => chars[i]! + char);
};

/**
 * What the full-text index stores: overlapping character pairs of each run of letters and digits, then the run's
 * last character, so that every character begins some token. Space-separated.
 */
export function bigrams(text: string): string {
  const runs = fold(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
  return runs.flatMap((run) => [...pairs(run), [...run].at(-1)!]).join(' ');
}

/** The tokens, next to each other, by which `bigrams` of a text holds a folded word of two characters or more. */
export const bigramPhrase = (word: string): string => pairs(word).join(' ');
