/** Places in texts that may be a quoted passage, and how much speaks for each. */
import type {Anchor, Section} from '@zwgk/contract';
import search from 'approx-string-match';
import {sectionText} from './section-text.ts';

export type Quote = NonNullable<Anchor['quote']>;

/** The text of a section. */
export interface Text {
  section: string;
  text: string;
}

/** `errors` counts the characters by which the quote differs there. */
export interface Place extends Text {
  start: number;
  end: number;
  errors: number;
}

export interface Judged extends Place {
  /** Whether it stands in the section that the anchor names. */
  home: boolean;
  /** How alike the surroundings are, of 1: both sides together, and the side that is less and the one that is more so. */
  context: number;
  weaker: number;
  stronger: number;
  /** Characters that stand there as they did without a break, the quote among them. */
  run: number;
  /** How alike quote and surroundings are together, of 1. */
  score: number;
}

/** Characters (UTF-16 code units, as everywhere here) of the surroundings that are compared on each side. */
const CONTEXT = 64;
/** What an edge of the section counts as, in characters of surroundings; also how many of them find a place's end. */
const EDGE = 8;
/** Characters by which a place begins or ends as the quote does. */
const HEAD = 4;
/** What may differ between a quote and its place from end to end: a clause, or in a long one that share. */
const CLAUSE = 24;
const GROWTH = 0.5;

export const textsOf = (body: readonly Section[]): Text[] => body.map((section) => ({section: section.id, text: sectionText(section)}));

/** The quote of a range. An empty prefix or suffix says that it touches the section's edge. */
export const quoteOf = (text: string, start: number, end: number): Required<Quote> => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start),
  suffix: text.slice(end, end + CONTEXT),
});

/** Every place of the texts where the words stand as they are. */
export function occurrences(texts: readonly Text[], exact: string): Place[] {
  return texts.flatMap(({section, text}) =>
    indices(text, exact).map((start): Place => ({section, text, start, end: start + exact.length, errors: 0})),
  );
}

function indices(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** The nearest other wordings in each text, with at most that share of errors: the best place, then the best on either side of it. */
export function rough(texts: readonly Text[], quote: Quote, section: string, share: number): Place[] {
  const {exact} = quote;
  const most = Math.floor(exact.length * share);
  const within = (one: Text, from: number, to: number): Place[] => {
    if (to - from < exact.length - most) return [];
    const matches = search(one.text.slice(from, to), exact, most);
    const [first, last] = [matches[0], matches.at(-1)];
    if (!first || !last) return [];
    const here = matches.map(({start, end, errors}): Place => ({...one, start: from + start, end: from + end, errors}));
    return [...here, ...within(one, from, from + first.start), ...within(one, from + last.end, to)];
  };
  if (most < 1) return [];
  return texts
    .flatMap((one) => within(one, 0, one.text.length).filter(({errors}) => errors))
    .flatMap((place) => snap(place, quote, section));
}

/**
 * Where a rough place does not begin or end as the quote does, something was put in or changed there: the place then
 * reaches to what stood beside the quote, be it the edge of its own section. Where that has changed too, nothing tells how
 * far the passage reaches, and half of it is no place.
 */
function snap(place: Place, {exact, prefix, suffix}: Quote, section: string): Place[] {
  const home = place.section === section;
  const {text, errors} = place;
  const reach = exact.length + EDGE;
  let {start, end} = place;
  if (!text.startsWith(exact.slice(0, HEAD), start)) {
    const ends = (size: number): number[] =>
      prefix
        ? indices(text, prefix.slice(-size)).map((at) => at + Math.min(size, prefix.length))
        : prefix === '' && home && start <= CLAUSE
          ? [0]
          : [];
    const found = nearest(ends, start, start - reach, start + errors);
    if (found === undefined && prefix) return [];
    start = found ?? start;
  }
  if (!text.slice(0, end).endsWith(exact.slice(-HEAD))) {
    const starts = (size: number): number[] => (suffix ? indices(text, suffix.slice(0, size)) : suffix === '' && home ? [text.length] : []);
    const found = nearest(starts, end, end - errors, end + reach);
    if (found === undefined && suffix) return [];
    end = found ?? end;
  }
  if (end - start <= exact.length / 2) return [];
  const most = Math.max(CLAUSE, exact.length * GROWTH);
  return distance(exact, text.slice(start, end)) <= most ? [{...place, start, end}] : [];
}

/** By how many characters a quote and the words that stand in its place differ, from end to end. */
function distance(exact: string, words: string): number {
  const costs = search(words, exact, exact.length).map(({start, end, errors}) => start + errors + words.length - end);
  return Math.min(exact.length, ...costs);
}

/** The place between `low` and `high` that is closest to `at`, by as many characters beside it as are found. */
function nearest(places: (size: number) => readonly number[], at: number, low: number, high: number): number | undefined {
  for (const size of [EDGE, HEAD]) {
    const [first] = places(size)
      .filter((place) => place >= low && place <= high)
      .toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at));
    if (first !== undefined) return first;
  }
  return undefined;
}

/** How much speaks for a place to be the quote that stood in `section`. */
export function judge(place: Place, {exact, prefix, suffix}: Quote, section: string): Judged {
  const {text, start, end, errors} = place;
  const left = text.slice(Math.max(0, start - CONTEXT - EDGE), start);
  const right = text.slice(end, end + CONTEXT + EDGE);
  const [before, after] = [beside(prefix, left, true), beside(suffix, right, false)];
  const known = before.of + after.of;
  const context = known ? (before.found + after.found) / known : 0;
  const sides = [before, after].filter(({of}) => of).map(({found, of}) => found / of);
  const [weaker, stronger] = known ? [Math.min(...sides), Math.max(...sides)] : [0, 0];
  const run = errors ? 0 : commonEnd(prefix ?? '', left) + exact.length + commonStart(suffix ?? '', right);
  const same = 1 - errors / exact.length;
  return {...place, home: place.section === section, context, weaker, stronger, run, score: known ? (same + context) / 2 : same};
}

interface Held {
  found: number;
  of: number;
}

/** How many characters of `around` stand right before or behind a place; of none where nothing is known. */
function beside(around: string | undefined, text: string, backward: boolean): Held {
  if (around === undefined) return {found: 0, of: 0};
  if (!around) return {found: text ? 0 : EDGE, of: EDGE};
  const costs = search(text, around, around.length).map(({start, end, errors}) => errors + (backward ? text.length - end : start));
  return {found: around.length - Math.min(around.length, ...costs), of: around.length};
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++;
  return n;
}
