/** What the words begun may become: titles, document numbers, official terms, hot words. */
import type {Suggestion, SuggestQuery} from '@zwgk/contract';
import {fold, matchRanges} from '@zwgk/rules';
import type {Kysely} from 'kysely';
import type {Directory} from '../directory.ts';
import type {Schema} from '../schema.ts';
import {Filters} from './filters.ts';
import {isLetters, wordsFor} from './letters.ts';
import {lookUp} from './match.ts';
import type {Searcher} from './searcher.ts';
import {SOURCES} from './sources.ts';

const MOST = 8;
const NUMBERS = 3;
const TERMS = 3;
const LOOKED_AT = 60;
/** Code, year and the serial so far. */
const NUMBER_BEGUN = /^(\p{Script=Han}{1,12}?) ?〔? ?((?:19|20)\d\d) ?〕? ?第?0*(\d{0,5})号?$/u;

export async function suggest(searcher: Searcher, db: Kysely<Schema>, query: SuggestQuery, directory: Directory): Promise<Suggestion[]> {
  const text = fold(query.q);
  const words = searcher.words.words(query.q);
  const hot = searcher.words.hot;
  if (words.length === 0) return hot.slice(0, MOST).map((word) => ({kind: 'hot', text: word}));
  const filters = new Filters(query, searcher.units, directory);
  const terms = [...hot, ...searcher.words.terms];
  const spoken = isLetters(text) ? await wordsFor(text, db, searcher.postings, searcher.units, terms) : [];
  const wordings = spoken.length > 0 ? spoken.map((word) => [word]) : [words];
  const titles = await titlesWith(searcher, db, wordings[0]!, filters, directory);
  const found: Suggestion[] = [
    ...(await numbersFrom(db, text, filters)),
    ...spoken.map((word) => ({kind: 'term' as const, text: word})),
    ...termsFrom(searcher, text).map((word) => ({kind: 'term' as const, text: word})),
    ...hot.filter((word) => fold(word).startsWith(text)).map((word) => ({kind: 'hot' as const, text: word})),
    ...titles,
  ];
  const marks = [...words, ...spoken];
  const once = [...new Map(found.reverse().map((one) => [fold(one.text), one])).values()].reverse();
  return once.slice(0, MOST).map((one) => {
    const highlights = matchRanges(one.text, marks);
    return highlights.length > 0 ? {...one, highlights} : one;
  });
}

/** Official terms for a plain word, and those that begin like it. */
function termsFrom({words}: Searcher, text: string): string[] {
  const begun = text.length > 1 ? words.terms.filter((term) => term.startsWith(text) && term !== text) : [];
  return [...new Set([...words.termsFor(text), ...begun])].slice(0, TERMS);
}

async function numbersFrom(db: Kysely<Schema>, text: string, filters: Filters): Promise<Suggestion[]> {
  const begun = NUMBER_BEGUN.exec(text);
  const from = begun ? `${begun[1]}〔${begun[2]}〕${begun[3]}` : /^\p{Script=Han}{2,12}$/u.test(text) ? `${text}〔` : undefined;
  if (from === undefined) return [];
  const rows = await db
    .selectFrom('search_numbers')
    .select(['row', 'printed'])
    .where('key', '>=', from)
    .where('key', '<', `${from}\uffff`)
    .where('own', '=', 2)
    .limit(NUMBERS * 4)
    .execute();
  return rows
    .filter(({row}) => filters.passes(row))
    .slice(0, NUMBERS)
    .map(({printed}) => ({kind: 'doc-number', text: printed}));
}

/** Titles that hold every word: those that begin with it first, then the shorter ones. */
async function titlesWith(
  searcher: Searcher,
  db: Kysely<Schema>,
  words: readonly string[],
  filters: Filters,
  directory: Directory,
): Promise<Suggestion[]> {
  const {units} = searcher;
  const {tokens} = await lookUp(words, searcher.postings, units);
  const rows = shortest(tokens.map(({titles}) => titles), searcher, filters); // prettier-ignore
  const texts = await searcher.texts.read(rows);
  const found = rows
    .flatMap((row) => {
      const title = texts.get(row)?.title;
      return title !== undefined && words.every((word) => title.includes(word)) ? [{row, title}] : [];
    })
    .sort((a, b) => Number(b.title.startsWith(words[0]!)) - Number(a.title.startsWith(words[0]!)) || a.title.length - b.title.length);
  const once = [...new Map(found.reverse().map((one) => [one.title, one])).values()].reverse().slice(0, MOST);
  const made: Suggestion[] = [];
  for (const {row} of once) {
    const source = SOURCES[units.arrays.type[row]!]!;
    const owner = units.arrays.owner[row]!;
    const known = (await source.hits(db, [owner], directory)).get(owner);
    if (known) made.push({kind: 'title', text: known.title, type: source.type, id: known.id});
  }
  return made;
}

/** Rows in every list that pass the filters, the shortest titles first. */
function shortest(lists: readonly Uint32Array[], {units}: Searcher, filters: Filters): number[] {
  const [first = new Uint32Array(0), ...others] = [...lists].sort((a, b) => a.length - b.length);
  const {live, title} = units.arrays;
  const places = others.map(() => 0);
  const byLength: number[][] = [];
  for (const row of first) {
    const inAll = others.every((list, i) => {
      while (places[i]! < list.length && list[places[i]!]! < row) places[i]!++;
      return list[places[i]!] === row;
    });
    if (inAll && live[row] === 1 && filters.passes(row)) (byLength[title[row]!] ??= []).push(row);
  }
  const rows: number[] = [];
  for (const some of byLength) {
    if (some) rows.push(...some.slice(-LOOKED_AT));
    if (rows.length >= LOOKED_AT) break;
  }
  return rows;
}
