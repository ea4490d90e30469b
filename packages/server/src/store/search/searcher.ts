/** One search: the words as they are, in other wordings, and put right where nothing holds them. */
import type {SearchQuery, SearchResults} from '@zwgk/contract';
import {docNumberQuery, fold} from '@zwgk/rules';
import type {SearchWords} from '@zwgk/rules/search-words';
import type {Kysely} from 'kysely';
import type {Directory} from '../directory.ts';
import type {Schema} from '../schema.ts';
import {Filters} from './filters.ts';
import {isLetters, wordsFor} from './letters.ts';
import {lookUp, Matcher, type Candidates, type Words} from './match.ts';
import {Postings} from './postings.ts';
import {Ranker, Texts, type Ranked} from './rank.ts';
import {ALL, isFound, isWhole, later, LEAST_BESIDE, merged, onlyNear, union, type Kind, type Run} from './runs.ts';
import {Neighbours, nearestWording, soundsLike} from './spelling.ts';
import {Units} from './units.ts';

const LOOKED_AT = 60;
const REACHABLE = 1000;
/** Least part of the words, by weight, that a result holds. */
const LEAST_SHARE = 0.66;
/** The same where one of several words names the record. */
const LEAST_NAMED = 0.4;
const GUESSES = 8;
const MOSTLY_KNOWN = 0.5;

/** Everything found for a query, in order; a page of it is shown. */
export interface Outcome extends Pick<SearchResults, 'total' | 'wider' | 'partial' | 'didYouMean' | 'variants' | 'facets'> {
  readonly ranked: readonly Ranked[];
}

export class Searcher {
  readonly units = new Units();
  readonly postings: Postings;
  readonly words: SearchWords;
  readonly texts: Texts;
  readonly #db: Kysely<Schema>;
  readonly #matcher = new Matcher(this.units);
  readonly #neighbours = new Neighbours();

  constructor(db: Kysely<Schema>, words: SearchWords) {
    this.#db = db;
    this.words = words;
    this.postings = new Postings(db);
    this.texts = new Texts(db, this.units);
  }

  async search(query: SearchQuery, directory: Directory): Promise<Outcome> {
    const filters = new Filters(query, this.units, directory);
    const search = {
      filters,
      anything: new Filters({}, this.units, directory),
      newestFirst: query.sort === '-date',
    };
    const runs = await this.#runs(query.q, search);
    const ranked = merged(runs, search.newestFirst ? ({head}) => this.units.arrays.day[head]! : undefined).filter(({head}) =>
      filters.passes(head),
    );
    const counted = filters.count(union(runs.map(({members}) => members)), query.facets ?? true);
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
      // It may be no number after all: 2017 12.
      return found.ranked.length > 0 ? [found] : [await this.#run('written', words, search, true)];
    }
    let runs = [await this.#run('written', words, search)];
    const others: {kind: Kind; text: string}[] = this.words.otherWordings(q).map((text) => ({kind: 'synonym', text}));
    const letters = fold(q);
    if (isLetters(letters)) {
      const spoken = await wordsFor(letters, this.#db, this.postings, this.units, [...this.words.hot, ...this.words.terms]);
      others.push(...spoken.map((text) => ({kind: 'pinyin' as const, text})));
    }
    for (const {kind, text} of others) runs.push(await this.#run(kind, text.split(' '), search, true));
    const terms = this.words.termsIn(q);
    // A slip is likelier than a question, unless most of the query is a word that the lists know.
    const steps = terms.share >= MOSTLY_KNOWN ? [this.#byTerms, this.#byNearest] : [this.#byNearest, this.#byTerms];
    for (const step of [...steps, this.#byGuess]) runs = (await step(runs, {words, terms: terms.wordings, search})) ?? runs;
    return runs.filter(({kind, ranked}) => kind === 'written' || ranked.length > 0);
  }

  /** Every piece of a word may stand somewhere and yet not the word: 公金 is in 公金库, and no 公积金. */
  readonly #byNearest = async (runs: readonly Run[], {words, search}: Asked): Promise<Run[] | undefined> =>
    runs.some(isWhole) ? undefined : this.#corrected(runs, await this.#putRight(words, search, false, runs[0]?.read), search);

  readonly #byTerms = async (runs: readonly Run[], {terms, search}: Asked): Promise<Run[] | undefined> => {
    if (runs.some(({ranked}) => ranked.some(({share}) => share >= LEAST_BESIDE))) return undefined;
    const more: Run[] = [];
    for (const text of terms) more.push(await this.#run('synonym', text.split(' '), search, true));
    return [...runs, ...more];
  };

  readonly #byGuess = async (runs: readonly Run[], {words, search}: Asked): Promise<Run[] | undefined> => {
    if (runs.some(isFound)) return undefined;
    await this.#neighbours.refresh(this.#db, this.units);
    return this.#corrected(runs, await this.#putRight(words, search, true), search);
  };

  async #corrected(runs: readonly Run[], right: readonly string[] | undefined, search: Search): Promise<Run[] | undefined> {
    const run = right && (await this.#run('corrected', right, search, true));
    if (!run || !isFound(run)) return undefined;
    return [run, ...(runs.some(isFound) ? runs : runs.map(onlyNear))];
  }

  /** Records that bear this number, bore it or cite it; without the code where nobody has the number with it. */
  async #numbers(key: string, loose: string, q: string): Promise<Run> {
    const find = (wanted: string) =>
      this.#db.selectFrom('search_numbers').select(['row', 'own', 'printed']).where('key', '=', wanted).execute();
    const found = await find(key);
    const rows = found.length > 0 || key === loose ? found : (await find(loose)).filter(({printed}) => sharesCode(fold(printed), key));
    const {head, live, prior} = this.units.arrays;
    const best = new Map<number, Ranked>();
    for (const {row, own, printed} of rows.filter((one) => live[one.row] === 1).sort((a, b) => b.own - a.own)) {
      const record = head[row]!;
      const known = best.get(record);
      const sections = row === record ? [] : [row];
      if (known) best.set(record, {...known, sections: [...known.sections, ...sections].slice(0, 5)});
      else {
        const marks = this.words.words(printed);
        const score = 100 + 10 * own + prior[record]!;
        best.set(record, {
          head: record,
          score,
          why: own > 0 ? 'doc-number' : 'phrase',
          sections,
          share: 1,
          whole: true,
          named: true,
          title: '',
          marks,
        });
      }
    }
    const ranked = [...best.values()];
    const text = rows.find(({own}) => own > 0)?.printed ?? q;
    return {kind: fold(text) === fold(q) ? 'written' : 'doc-number', text, ranked, read: [], members: Uint32Array.from(best.keys())};
  }

  /** @param strict Only what holds everything. */
  async #run(kind: Kind, words: readonly string[], {filters, anything, newestFirst}: Search, strict = false): Promise<Run> {
    const found = await lookUp(words, this.postings, this.units);
    const take = {heads: LOOKED_AT, least: strict ? 1 : 0.3, newestFirst, rest: REACHABLE - LOOKED_AT};
    const candidates = this.#matcher.find(found, filters, take);
    const read = candidates.heads.flatMap(({head, units}) => [head, ...units]);
    const isGood = ({share, named}: Ranked): boolean => share >= (strict ? ALL : named ? LEAST_NAMED : LEAST_SHARE);
    const good = (await this.#rank(found, candidates)).filter(isGood);
    const many = candidates.full.length >= LOOKED_AT;
    const rest = many ? candidates.rest.map(({head, base, units}) => later(head, base, units, words)) : [];
    const ranked = [...good, ...rest].map((one) =>
      kind === 'written' || kind === 'doc-number' ? one : {...one, why: kind, score: one.score * 0.95},
    );
    if (many) return {kind, text: words.join(' '), ranked, read, members: candidates.full};
    // Few enough to be counted by what was read; without the filters, since facets count beyond them.
    const all = filters.isOpen ? good : (await this.#rank(found, this.#matcher.find(found, anything, take))).filter(isGood);
    return {kind, text: words.join(' '), ranked, read, members: Uint32Array.from(new Set([...all, ...good].map(({head}) => head)))};
  }

  async #rank(found: Words, {heads}: Candidates): Promise<Ranked[]> {
    const known = await this.texts.read(heads.flatMap(({head, units}) => [head, ...units]));
    const ranker = new Ranker(found, this.units);
    return heads.flatMap(({head, units}) => ranker.rank(head, units, known) ?? []);
  }

  /** The words with those that no text holds put right; `undefined` where one cannot be, or none needs it. */
  async #putRight(
    words: readonly string[],
    search: Search,
    guessing: boolean,
    read: readonly number[] = [],
  ): Promise<string[] | undefined> {
    const right: string[] = [];
    for (const word of words) {
      const better = await this.#putWordRight(word, search, guessing, words.length === 1 ? read : []);
      if (better === undefined) return undefined;
      right.push(better);
    }
    return right.join(' ') === words.join(' ') ? undefined : right;
  }

  async #putWordRight(word: string, {anything}: Search, guessing: boolean, read: readonly number[]): Promise<string | undefined> {
    // What was read for the whole query holds the answer as a rule, where the word is the query.
    const near = await this.#nearIn(word, read);
    if (near !== undefined) return near;
    const found = await lookUp([word], this.postings, this.units);
    const take = {heads: 80, least: 0.01, newestFirst: false, rest: 0};
    const {heads} = this.#matcher.find(found, anything, take);
    const wider = await this.#nearIn(word, heads.flatMap(({head, units}) => [head, ...units])); // prettier-ignore
    if (wider !== undefined) return wider;
    for (const guess of guessing ? this.#neighbours.guesses(word).slice(0, GUESSES) : []) {
      const run = await this.#run('corrected', [guess], {filters: anything, anything, newestFirst: false}, true);
      if (run.ranked.some(({whole}) => whole || guess.length > 5)) return guess;
    }
    return undefined;
  }

  /** The word itself where a text of these rows holds it, or its nearest wording there. */
  async #nearIn(word: string, rows: readonly number[]): Promise<string | undefined> {
    const known = await this.texts.read(rows);
    const all = [...known.values()].flatMap(({title, text}) => [title, text]);
    return all.some((text) => text.includes(word)) ? word : nearestWording(word, all);
  }
}

/** What the later steps of a search need to know. */
interface Asked {
  readonly words: readonly string[];
  readonly terms: readonly string[];
  readonly search: Search;
}

interface Search {
  readonly filters: Filters;
  readonly anything: Filters;
  readonly newestFirst: boolean;
}

/** Whether one code says the other: 江苏省政办发 for 苏政办发. */
function sharesCode(printed: string, key: string): boolean {
  const code = (text: string): string => /^[^〔令]*/u.exec(text)![0];
  return code(printed).length > 1 && (code(key).endsWith(code(printed)) || code(printed).endsWith(code(key)));
}
