/** One search: the words as they are, in other wordings, and put right where nothing holds them. */
import type {SearchQuery, SearchResults, SearchVariant} from '@zwgk/contract';
import {docNumberQuery, fold} from '@zwgk/rules';
import type {SearchWords} from '@zwgk/rules/search-words';
import type {Kysely} from 'kysely';
import type {Directory} from '../directory.ts';
import type {Schema} from '../schema.ts';
import {Filters} from './filters.ts';
import {isLetters, wordsFor} from './letters.ts';
import {lookUp, Matcher, type Candidates, type Words} from './match.ts';
import {Postings} from './postings.ts';
import {Ranker, readTexts, type Ranked} from './rank.ts';
import {Neighbours, nearestWording, soundsLike} from './spelling.ts';
import {Units} from './units.ts';

const LOOKED_AT = 150;
const REACHABLE = 1000;
/** Least part of the words, by weight, that a result holds. */
const LEAST_SHARE = 0.6;
/** What a partial result must hold beside a wording that is found as a whole. */
const LEAST_BESIDE = 0.75;
const ALL = 0.999;
const GUESSES = 8;

/** Everything found for a query, in order; a page of it is shown. */
export interface Outcome extends Pick<SearchResults, 'total' | 'wider' | 'partial' | 'didYouMean' | 'variants' | 'facets'> {
  readonly ranked: readonly Ranked[];
}

type Kind = SearchVariant['kind'] | 'written';

/** What one wording found. */
interface Run {
  readonly kind: Kind;
  readonly text: string;
  readonly ranked: readonly Ranked[];
  /** Records that count, whatever the filters. */
  readonly members: readonly number[];
}

export class Searcher {
  readonly units = new Units();
  readonly postings: Postings;
  readonly words: SearchWords;
  readonly #db: Kysely<Schema>;
  readonly #matcher = new Matcher(this.units);
  readonly #neighbours = new Neighbours();

  constructor(db: Kysely<Schema>, words: SearchWords) {
    this.#db = db;
    this.words = words;
    this.postings = new Postings(db);
  }

  async search(query: SearchQuery, directory: Directory): Promise<Outcome> {
    const filters = new Filters(query, this.units, directory);
    const search = {filters, anything: new Filters({}, this.units, directory), newestFirst: query.sort === '-date'};
    const runs = await this.#runs(query.q, search);
    const ranked = merged(runs, search.newestFirst ? ({head}) => this.units.arrays.day[head]! : undefined).filter(({head}) =>
      filters.passes(head),
    );
    const counted = filters.count(new Set(runs.flatMap(({members}) => [...members])), query.facets ?? true);
    const corrected = runs.find(({kind}) => kind === 'corrected');
    return {
      ...counted,
      ranked: ranked.slice(0, REACHABLE),
      partial: ranked.length > 0 && !ranked.some(({share}) => share > ALL),
      didYouMean: corrected
        ? {
            text: corrected.text,
            reason: soundsLike(fold(query.q).replace(/\s/g, ''), corrected.text.replace(/\s/g, '')) ? 'sound' : 'shape',
          }
        : null,
      variants: runs.flatMap(({kind, text, members}) =>
        kind === 'written' ? [] : [{kind, text, total: filters.count(members, false).total}],
      ),
    };
  }

  async #runs(q: string, search: Search): Promise<Run[]> {
    const words = this.words.words(q);
    if (words.length === 0) return [];
    const number = docNumberQuery(q);
    if (number) {
      const found = await this.#numbers(number.key, number.loose, q);
      const written = await this.#run('written', words, search, true);
      return [found, written].filter(({ranked, members}) => ranked.length + members.length > 0);
    }
    const runs = [await this.#run('written', words, search)];
    const others: {kind: Kind; text: string}[] = this.words.otherWordings(q).map((text) => ({kind: 'synonym', text}));
    const letters = fold(q);
    if (isLetters(letters)) {
      const spoken = await wordsFor(letters, this.#db, this.postings, this.units, [...this.words.hot, ...this.words.terms]);
      others.push(...spoken.map((text) => ({kind: 'pinyin' as const, text})));
    }
    for (const {kind, text} of others) runs.push(await this.#run(kind, text.split(' '), search, true));
    // Every piece of a word may stand somewhere and yet not the word: 公金 is in 公金库, and no 公积金.
    if (!runs.some(isWhole)) {
      const found = runs.some(isFound);
      const right = await this.#putRight(words, search, !found);
      const run = right && (await this.#run('corrected', right, search, true));
      if (run && isFound(run)) return [run, ...(found ? runs : runs.map(onlyNear))];
    }
    return runs.filter(({kind, ranked}) => kind === 'written' || ranked.length > 0);
  }

  /** Records with this number of their own or of an amendment; without the code where nobody has the number with it. */
  async #numbers(key: string, loose: string, q: string): Promise<Run> {
    const find = (wanted: string) =>
      this.#db.selectFrom('search_numbers').select(['row', 'own', 'printed', 'key']).where('key', '=', wanted).execute();
    const found = await find(key);
    const rows = found.length > 0 || key === loose ? found : (await find(loose)).filter(({printed}) => sharesCode(fold(printed), key));
    const ranked = rows.map(({row, own, printed}): Ranked => ({
      head: row,
      score: 100 + (own ? 10 : 0) + this.units.prior(row),
      why: 'doc-number',
      sections: [],
      share: 1,
      whole: true,
      marks: [...this.words.words(printed)],
    }));
    const text = rows.length === 1 ? rows[0]!.printed : q;
    return {kind: fold(text) === fold(q) ? 'written' : 'doc-number', text, ranked, members: rows.map(({row}) => row)};
  }

  /** @param strict Only what holds everything. */
  async #run(kind: Kind, words: readonly string[], {filters, anything, newestFirst}: Search, strict = false): Promise<Run> {
    const found = await lookUp(words, this.postings, this.units);
    const take = {heads: LOOKED_AT, least: strict ? 1 : 0.5, newestFirst, rest: REACHABLE - LOOKED_AT};
    const candidates = this.#matcher.find(found, filters, take);
    const least = strict ? ALL : LEAST_SHARE;
    const good = (await this.#rank(found, candidates)).filter(({share}) => share >= least);
    const many = candidates.full.length >= LOOKED_AT;
    const rest = many ? candidates.rest.map(({head, base, units}) => later(head, base, units, words)) : [];
    const ranked = [...good, ...rest].map((one) =>
      kind === 'written' || kind === 'doc-number' ? one : {...one, why: kind, score: one.score * 0.95},
    );
    if (many) return {kind, text: words.join(' '), ranked, members: candidates.full};
    // Few enough to be counted by what was read; without the filters, since facets count beyond them.
    const all = filters.isOpen
      ? good
      : (await this.#rank(found, this.#matcher.find(found, anything, take))).filter(({share}) => share >= least);
    return {kind, text: words.join(' '), ranked, members: [...new Set([...all, ...good].map(({head}) => head))]};
  }

  async #rank(found: Words, {heads}: Candidates): Promise<Ranked[]> {
    const rows = new Set(heads.flatMap(({head, units}) => [head, ...units]));
    const texts = await readTexts(this.#db, [...rows], this.units);
    const ranker = new Ranker(found, this.units);
    return heads.flatMap(({head, units}) => ranker.rank(head, units, texts) ?? []);
  }

  /** The words with those that no text holds put right; `undefined` where one cannot be, or none needs it. */
  async #putRight(words: readonly string[], search: Search, guessing: boolean): Promise<string[] | undefined> {
    if (guessing) await this.#neighbours.refresh(this.#db, this.units);
    const right: string[] = [];
    for (const word of words) {
      const better = await this.#putWordRight(word, search, guessing);
      if (better === undefined) return undefined;
      right.push(better);
    }
    return right.join(' ') === words.join(' ') ? undefined : right;
  }

  async #putWordRight(word: string, {anything}: Search, guessing: boolean): Promise<string | undefined> {
    const found = await lookUp([word], this.postings, this.units);
    const take = {heads: 60, least: 0.01, newestFirst: false, rest: 0};
    const {heads} = this.#matcher.find(found, anything, take);
    const texts = [...(await readTexts(this.#db, [...new Set(heads.flatMap(({head, units}) => [head, ...units]))], this.units)).values()];
    const all = texts.flatMap(({title, text}) => [title, text]);
    if (all.some((text) => text.includes(word))) return word;
    const near = nearestWording(word, all);
    if (near !== undefined) return near;
    for (const guess of guessing ? this.#neighbours.guesses(word).slice(0, GUESSES) : []) {
      const run = await this.#run('corrected', [guess], {filters: anything, anything, newestFirst: false}, true);
      if (run.ranked.some(({whole}) => whole || guess.length > 5)) return guess;
    }
    return undefined;
  }
}

interface Search {
  readonly filters: Filters;
  readonly anything: Filters;
  readonly newestFirst: boolean;
}

const isFound = ({ranked}: Run): boolean => ranked.some(({share}) => share > ALL);

const isWhole = ({ranked}: Run): boolean => ranked.some(({whole}) => whole);

/** Beside a wording that is found as a whole, only what holds nearly all of the words as written. */
function onlyNear(run: Run): Run {
  const ranked = run.ranked.filter(({share}) => share >= LEAST_BESIDE);
  return {...run, ranked, members: ranked.map(({head}) => head)};
}

/** A record behind those whose texts were read. */
const later = (head: number, base: number, units: readonly number[], words: readonly string[]): Ranked => ({
  head,
  score: base - 1e6,
  why: 'all-terms',
  sections: units.filter((row) => row !== head).slice(0, 1),
  share: 1,
  whole: false,
  marks: words,
});

/** Whether one code says the other: 江苏省政办发 for 苏政办发. */
function sharesCode(printed: string, key: string): boolean {
  const code = (text: string): string => /^[^〔令]*/u.exec(text)![0];
  return code(printed).length > 1 && (code(key).endsWith(code(printed)) || code(printed).endsWith(code(key)));
}

/** Each record once, at its best; best first, or by another order. */
function merged(runs: readonly Run[], order: (one: Ranked) => number = ({score}) => score): Ranked[] {
  const best = new Map<number, Ranked>();
  for (const one of runs.flatMap(({ranked}) => ranked)) {
    const known = best.get(one.head);
    if (!known || one.score > known.score) best.set(one.head, one);
  }
  return [...best.values()].sort((a, b) => order(b) - order(a) || b.score - a.score || b.head - a.head);
}
