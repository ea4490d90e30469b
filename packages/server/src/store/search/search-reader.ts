/** Pages of search results and suggestions over what the index holds at the last commit. */
import type {SearchQuery, SearchResults, SuggestionList, SuggestQuery} from '@zwgk/contract';
import type {SearchWords} from '@zwgk/rules/search-words';
import type {Kysely} from 'kysely';
import {decodeCursor, encodeCursor} from '../cursor.ts';
import type {Directory} from '../directory.ts';
import {canonicalJson} from '../json.ts';
import type {Schema} from '../schema.ts';
import {makeHits} from './hits.ts';
import type {Ranked} from './rank.ts';
import {Searcher, type Outcome} from './searcher.ts';
import {suggest} from './suggester.ts';

const DEFAULT_LIMIT = 20;
const KEPT = 64;

export class SearchReader {
  readonly #db: Kysely<Schema>;
  readonly #searcher: Searcher;
  #version = -1;
  #refreshing: Promise<void> | undefined;
  readonly #outcomes = new Map<string, Outcome>();

  constructor(db: Kysely<Schema>, words: SearchWords) {
    this.#db = db;
    this.#searcher = new Searcher(db, words);
  }

  /** @param version Data version up to which the answer must be current. */
  async #refresh(version: number): Promise<void> {
    while (this.#refreshing) await this.#refreshing;
    if (version === this.#version) return;
    this.#refreshing = this.#searcher.units.refresh(this.#db).finally(() => (this.#refreshing = undefined));
    await this.#refreshing;
    this.#outcomes.clear();
    this.#version = version;
  }

  async search(query: SearchQuery, version: number, directory: Directory): Promise<SearchResults> {
    await this.#refresh(version);
    const {cursor, limit = DEFAULT_LIMIT, ...asked} = query;
    const {ranked, ...outcome} = await this.#outcome(asked, version, directory);
    const {from, to} = page(ranked, cursor, limit);
    const items = await makeHits(this.#db, ranked.slice(from, to), this.#searcher.units, directory);
    return {
      items,
      ...outcome,
      nextCursor: limit > 0 && to < ranked.length ? key('>', ranked[to - 1]!) : null,
      prevCursor: limit > 0 && from > 0 && to > from ? key('<', ranked[from]!) : null,
    };
  }

  /** The next page of the same words costs no second search. */
  async #outcome(query: SearchQuery, version: number, directory: Directory): Promise<Outcome> {
    const name = `${version} ${canonicalJson(query)}`;
    let outcome = this.#outcomes.get(name);
    if (!outcome) {
      outcome = await this.#searcher.search(query, directory);
      this.#outcomes.set(name, outcome);
      if (this.#outcomes.size > KEPT) this.#outcomes.delete(this.#outcomes.keys().next().value!);
    }
    return outcome;
  }

  async suggest(query: SuggestQuery, version: number, directory: Directory): Promise<SuggestionList> {
    await this.#refresh(version);
    return {items: await suggest(this.#searcher, this.#db, query, directory)};
  }
}

const whole = (score: number): number => Math.round(score * 1000);
const key = (tag: '<' | '>', {score, head}: Ranked): string => encodeCursor([tag, whole(score), head]);

/** Which results the page holds: those after, or before, the one that the cursor names. */
function page(ranked: readonly Ranked[], cursor: string | undefined, limit: number): {from: number; to: number} {
  if (cursor === undefined) return {from: 0, to: Math.min(limit, ranked.length)};
  const [tag, score, head] = decodeCursor(cursor, 'snn') as [string, number, number];
  const exact = ranked.findIndex((one) => one.head === head);
  const behind = ranked.findIndex((one) => whole(one.score) < score);
  const at = exact >= 0 ? exact : behind >= 0 ? behind : ranked.length;
  if (tag === '<') return {from: Math.max(0, at - limit), to: at};
  const from = exact >= 0 ? at + 1 : at;
  return {from, to: Math.min(from + limit, ranked.length)};
}
