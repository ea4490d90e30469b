/** A query in letters: which words of titles sound like it (pinyin), or begin like it (initials). */
import {sql, type Kysely} from 'kysely';
import type {Schema} from '../schema.ts';
import {common} from './lists.ts';
import type {Postings} from './postings.ts';
import {soundsOf} from './sound.ts';
import {asIndexed, SYLLABLES} from './syllables.ts';
import type {Units} from './units.ts';

const LETTERS = /^[a-z][a-z' ]{1,63}$/;
const LONGEST = 6;
const MOST_READINGS = 4;
const MOST_TITLES = 300;
const MOST_WORDS = 3;

export const isLetters = (folded: string): boolean => LETTERS.test(folded);

/** Ways to read letters as syllables, the one with the fewest first; `'` and blanks separate. */
export function readSyllables(letters: string): string[][] {
  let ways: string[][] = [[]];
  for (const part of letters.split(/[' ]+/).filter(Boolean)) {
    const more = split(part);
    ways = ways.flatMap((way) => more.map((rest) => [...way, ...rest])).slice(0, MOST_READINGS * 2);
  }
  return ways.sort((a, b) => a.length - b.length).slice(0, MOST_READINGS);
}

function split(part: string): string[][] {
  const ways: string[][][] = [[[]]];
  for (let end = 1; end <= part.length; end++) {
    const here: string[][] = [];
    for (let length = Math.min(LONGEST, end); length > 0; length--) {
      const syllable = part.slice(end - length, end);
      if (SYLLABLES.has(syllable)) for (const way of ways[end - length]!) here.push([...way, asIndexed(syllable)]);
    }
    ways.push(here.sort((a, b) => a.length - b.length).slice(0, MOST_READINGS));
  }
  return ways[part.length]!;
}

/** The words in Chinese that the letters may stand for, by the number of titles that hold them; at most three. */
export async function wordsFor(
  letters: string,
  db: Kysely<Schema>,
  postings: Postings,
  units: Units,
  terms: readonly string[],
): Promise<string[]> {
  for (const way of readSyllables(letters)) {
    if (way.length < 2) continue;
    const tokens = way.slice(1).map((syllable, i) => way[i]! + syllable);
    const found = await matching(tokens, (sounds, at) => way.every((syllable, i) => sounds[at + i] === syllable), way.length, terms, {
      db,
      postings,
      units,
    });
    if (found.length > 0) return found;
  }
  const initials = letters.replace(/[' ]/g, '');
  const tokens = [...initials].slice(2).map((letter, i) => `0${initials[i]}${initials[i + 1]}${letter}`);
  const begins = (sounds: readonly string[], at: number): boolean => [...initials].every((letter, i) => sounds[at + i]?.[0] === letter);
  // Three letters fit somewhere in every tenth title: they stand for official terms alone.
  return matching(initials.length > 3 ? tokens : [], begins, initials.length, terms, {db, postings, units});
}

interface Where {
  readonly db: Kysely<Schema>;
  readonly postings: Postings;
  readonly units: Units;
}

/** Words of official terms and titles at which the sounds fit. */
async function matching(
  tokens: readonly string[],
  fits: (sounds: readonly string[], at: number) => boolean,
  length: number,
  terms: readonly string[],
  where: Where,
): Promise<string[]> {
  const votes = new Map<string, number>();
  const vote = (text: string, sounds: readonly string[], weight: number): void => {
    for (let at = 0; at + length <= sounds.length; at++)
      if (fits(sounds, at)) {
        const word = text.slice(at, at + length);
        votes.set(word, (votes.get(word) ?? 0) + weight * (at === 0 ? 2 : 1));
      }
  };
  for (const term of terms) vote(term, soundsOf(term), 5);
  if (tokens.length > 0)
    for (const {folded, sound, title} of await titles(tokens, where)) vote(folded.slice(0, title), sound.split(' '), 1);
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

/** Titles that hold all the tokens, the newest first. */
async function titles(tokens: readonly string[], {db, postings, units}: Where) {
  const lists: Uint32Array[] = [];
  for (const token of new Set(tokens)) lists.push(await postings.rows('search_sounds', token, units.last));
  const newest = [...common(lists).slice(-MOST_TITLES)];
  const found = await sql<{folded: string; sound: string; title: number}>`
    select substr(folded, 1, title) as folded, sound, title from search_units
    where row in (select value from json_each(${JSON.stringify(newest)}))`.execute(db);
  return found.rows;
}
