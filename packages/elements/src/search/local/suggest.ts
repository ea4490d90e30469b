/** What the words begun may become: document numbers, official terms, hot words, titles. */
import type {Suggestion, SuggestQuery} from '@zwgk/contract';
import {fold, matchRanges, queryWords} from '@zwgk/rules';
import {Filters} from './filters.ts';
import type {Matcher} from './match.ts';
import type {Records} from './records.ts';
import type {Wordings} from './wordings.ts';

const MOST = 8;
const NUMBERS = 3;
const TERMS = 3;
const LOOKED_AT = 60;
/** Records between two chances to pause. */
const RECORDS = 500;

const bare = (folded: string): string => folded.replace(/[^\p{L}\p{N}]+/gu, '');

export function* suggestFor(
  records: Records,
  matcher: Matcher,
  wordings: Wordings,
  query: SuggestQuery,
): Generator<undefined, Suggestion[]> {
  const {hot} = records.index;
  const text = fold(query.q);
  const words = queryWords(query.q);
  if (words.length === 0) return hot.slice(0, MOST).map((word) => ({kind: 'hot', text: word}));
  const filters = new Filters(records, query);
  const found: Suggestion[] = [
    ...(yield* numbersFrom(records, bare(text), filters)),
    ...wordings
      .termsFor(text)
      .slice(0, TERMS)
      .map((term) => ({kind: 'term' as const, text: term})),
    ...hot.filter((word) => fold(word).startsWith(text)).map((word) => ({kind: 'hot' as const, text: word})),
    ...(yield* titlesWith(records, matcher, words, filters)),
  ];
  const once = [...new Map(found.toReversed().map((one) => [fold(one.text), one])).values()].toReversed();
  return once.slice(0, MOST).map((one) => {
    const highlights = matchRanges(one.text, words);
    return highlights.length > 0 ? {...one, highlights} : one;
  });
}

/** Numbers that begin with what is typed, brackets and blanks left out; at least its code must be there. */
function* numbersFrom(records: Records, begun: string, filters: Filters): Generator<undefined, Suggestion[]> {
  if (!/^\p{Script=Han}{2,12}\d*$/u.test(begun)) return [];
  const found: Suggestion[] = [];
  for (const [i, {docNumber}] of records.index.records.entries()) {
    if (docNumber && bare(fold(docNumber)).startsWith(begun) && filters.passes(i)) found.push({kind: 'doc-number', text: docNumber});
    if (found.length === NUMBERS) break;
    if (i % RECORDS === 0) yield;
  }
  return found;
}

/** Titles that hold every word: those that begin with the first one before the others, short before long. */
function* titlesWith(records: Records, matcher: Matcher, words: readonly string[], filters: Filters): Generator<undefined, Suggestion[]> {
  const inTitle = (record: number): boolean => words.every((word) => records.title(record).includes(word));
  const tokens = yield* matcher.lookUp(words);
  const passes = (record: number): boolean => filters.passes(record) && inTitle(record);
  const {candidates} = yield* matcher.find(tokens, {most: LOOKED_AT, passes, newestFirst: false});
  const begins = (record: number): number => Number(records.title(record).startsWith(words[0]!));
  return candidates
    .map(({record}) => record)
    .sort((a, b) => begins(b) - begins(a) || records.titleLength[a]! - records.titleLength[b]!)
    .slice(0, MOST)
    .map((record) => {
      const {type, id, title} = records.index.records[record]!;
      return {kind: 'title', text: title, type, id};
    });
}
