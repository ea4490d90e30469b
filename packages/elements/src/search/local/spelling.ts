/** Words put right that no text holds: one wrong, missing, extra or swapped character. */
import {nearest} from '@zwgk/rules';
import type {Candidate, Matcher} from './match.ts';
import type {Records} from './records.ts';

/** Records looked at for a better wording, and places looked at in one text. */
const LOOKED_AT = 60;
const PLACES = 20;
/** Texts between two chances to pause. */
const TEXTS = 500;

/**
 * The words with those put right that no text holds; `undefined` where one cannot be, or none needs it.
 * @param known What the words as they are found already, whatever the filters.
 */
export function* putRight(
  records: Records,
  matcher: Matcher,
  words: readonly string[],
  known?: readonly Candidate[],
): Generator<undefined, string[] | undefined> {
  const right: string[] = [];
  for (const word of words) {
    const better = yield* putWordRight(records, matcher, word, words.length === 1 ? known : undefined);
    if (better === undefined) return undefined;
    right.push(better);
  }
  return right.every((word, i) => word === words[i]) ? undefined : right;
}

function* putWordRight(
  records: Records,
  matcher: Matcher,
  word: string,
  known: readonly Candidate[] | undefined,
): Generator<undefined, string | undefined> {
  const candidates = known ?? (yield* matcher.find(yield* matcher.lookUp([word]), {most: LOOKED_AT, newestFirst: false})).candidates;
  const texts = candidates.slice(0, LOOKED_AT).flatMap(({record, row}) => [records.title(record), records.text(row)]);
  if (texts.some((text) => text.includes(word))) return word;
  // Of two characters, half the word would be a guess.
  if (word.length < 3) return undefined;
  const near = mostCommon(word, texts) ?? (yield* otherwiseTyped(records, matcher, word));
  return near ?? (word.length === 3 ? yield* withOtherMiddle(records, word) : undefined);
}

/** The word with two neighbours changed about, or with one character less, where a text holds it so. */
function* otherwiseTyped(records: Records, matcher: Matcher, word: string): Generator<undefined, string | undefined> {
  const places = [...Array(word.length).keys()];
  const swapped = places.slice(1).map((i) => word.slice(0, i - 1) + word[i]! + word[i - 1]! + word.slice(i + 1));
  const shorter = places.map((i) => word.slice(0, i) + word.slice(i + 1));
  for (const guess of [...swapped, ...shorter]) {
    const tokens = yield* matcher.lookUp([guess]);
    if (tokens.some(({rows}) => rows.length === 0)) continue;
    const {candidates, full} = yield* matcher.find(tokens, {most: LOOKED_AT, newestFirst: false});
    if (full.length > 0 && candidates.some(({row}) => records.texts[row]!.includes(guess))) return guess;
  }
  return undefined;
}

/** The wording of the texts that is one slip away, the one in most of them. */
function mostCommon(word: string, texts: readonly string[]): string | undefined {
  const votes = new Map<string, number>();
  for (const text of texts) {
    const wording = slipIn(word, text);
    if (wording && /^[\p{L}\p{N}\p{M}]{2,}$/u.test(wording))
      votes.set(wording, (votes.get(wording) ?? 0) + (wording.length === word.length ? 1.5 : 1));
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Looked for only where two of the word's characters stand as written. */
function slipIn(word: string, text: string): string | undefined {
  let places = 0;
  for (let i = 0; i + 2 <= word.length; i++) {
    const pair = word.slice(i, i + 2);
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) {
      const from = Math.max(0, at - i - 2);
      const window = text.slice(from, from + word.length + 4);
      const found = nearest(word, window);
      if (found) return window.slice(found.from, found.to);
      if (++places > PLACES) return undefined;
    }
  }
  return undefined;
}

/** Three characters with a wrong one between them hold no pair that a text holds. */
function* withOtherMiddle(records: Records, word: string): Generator<undefined, string | undefined> {
  const votes = new Map<string, number>();
  for (const [row, text] of records.texts.entries()) {
    for (let at = text.indexOf(word[0]!); at >= 0; at = text.indexOf(word[0]!, at + 1)) {
      if (text[at + 2] !== word[2]) continue;
      const wording = text.slice(at, at + 3);
      votes.set(wording, (votes.get(wording) ?? 0) + 1);
      break;
    }
    if (row % TEXTS === 0) yield;
  }
  return [...votes].filter(([wording]) => /^[\p{L}\p{N}\p{M}]{3}$/u.test(wording)).sort((a, b) => b[1] - a[1])[0]?.[0];
}
