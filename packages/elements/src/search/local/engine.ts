/**
 * The search of a static index, answering what the server's would in the same shapes. Everything is a generator that
 * pauses often, so that a worker runs it through and a page runs it in slices.
 */
import type {SearchIndex, SearchQuery, SearchResults, SearchVariant, Suggestion, SuggestQuery} from '@zwgk/contract';
import {docNumberQuery, fold, learnScripts, queryWords} from '@zwgk/rules';
import {Filters} from './filters.ts';
import {makeHit, type Answer} from './hits.ts';
import {Matcher, type Candidate} from './match.ts';
import {bestFirst, rank, type Ranked} from './rank.ts';
import {Records} from './records.ts';
import {putRight} from './spelling.ts';
import {suggestFor} from './suggest.ts';
import {Wordings} from './wordings.ts';

/** Candidates that are judged by their texts. */
const LOOKED_AT = 200;
/** Results that pages lead to. */
const REACHABLE = 1000;
const DEFAULT_LIMIT = 20;
/** Share of the words from which on a record holds all of them. */
const ALL = 0.999;
/** Score of a record found by its own number: before every other. */
const NUMBERED = 1000;

/** What one wording found. */
interface Run {
  readonly kind: SearchVariant['kind'] | 'written';
  readonly text: string;
  readonly answers: readonly Answer[];
  /** Every record that counts, whatever the filters. */
  readonly members: readonly number[];
  readonly candidates: readonly Candidate[];
}

export type Steps<T> = Generator<undefined, T>;

export class LocalEngine {
  readonly records: Records;
  readonly matcher: Matcher;
  readonly #wordings: Wordings;

  private constructor(records: Records) {
    this.records = records;
    this.matcher = new Matcher(records);
    this.#wordings = new Wordings(records.index.words);
  }

  static *build(index: SearchIndex): Steps<LocalEngine> {
    if (index.scripts) learnScripts(index.scripts);
    const records = new Records(index);
    yield* records.build();
    return new LocalEngine(records);
  }

  suggest(query: SuggestQuery): Steps<Suggestion[]> {
    return suggestFor(this.records, this.matcher, this.#wordings, query);
  }

  *search(query: SearchQuery): Steps<SearchResults> {
    const filters = new Filters(this.records, query);
    const runs = yield* this.#runs(query, filters);
    const answers = this.#merged(runs, query, filters).slice(0, REACHABLE);
    const {limit = DEFAULT_LIMIT} = query;
    const from = Math.min(offsetOf(query.cursor), answers.length);
    const to = Math.min(from + limit, answers.length);
    yield;
    const [only] = runs;
    const members = only && runs.length === 1 ? only.members : [...new Set(runs.flatMap((run) => run.members))];
    const counted = yield* filters.count(members ?? []);
    yield;
    const items: SearchResults['items'] = [];
    for (const answer of answers.slice(from, to)) {
      items.push(makeHit(this.records, answer));
      yield;
    }
    const corrected = runs.find(({kind}) => kind === 'corrected');
    return {
      items,
      ...counted,
      nextCursor: limit > 0 && to < Math.min(REACHABLE, Math.max(answers.length, counted.total)) && to > from ? `o${to}` : null,
      prevCursor: limit > 0 && from > 0 ? `o${Math.max(0, from - limit)}` : null,
      partial: answers.length > 0 && answers.every(({share}) => share < ALL),
      didYouMean: corrected ? {text: corrected.text, reason: 'shape'} : null,
      variants: runs.flatMap(({kind, text, members}) => (kind === 'written' ? [] : [{kind, text, total: filters.total(members)}])),
    };
  }

  *#runs(query: SearchQuery, filters: Filters): Steps<Run[]> {
    const words = queryWords(query.q);
    if (words.length === 0) return [];
    const number = docNumberQuery(query.q);
    if (number) {
      const found = this.#numbered(number.key, number.loose, query.q);
      const written = yield* this.#run('written', words, query, filters, true);
      return [found, written].filter(({members}) => members.length > 0);
    }
    const runs = [yield* this.#run('written', words, query, filters)];
    for (const text of this.#wordings.of(fold(query.q))) runs.push(yield* this.#run('synonym', queryWords(text), query, filters, true));
    if (!runs.some(isWhole)) {
      const right = yield* putRight(this.records, this.matcher, words, filters.isOpen ? runs[0]!.candidates : undefined);
      const run = right && (yield* this.#run('corrected', right, query, filters, true));
      if (run && isWhole(run)) return [run, ...runs.filter(isComplete)];
    }
    return runs.filter(({kind, members}) => kind === 'written' || members.length > 0);
  }

  /** Records with this number; without its code where none has the number with it and the query names none. */
  #numbered(key: string, loose: string, q: string): Run {
    const members = this.records.numbers.get(key) ?? [];
    const found = members.length > 0 || !key.endsWith(loose) ? members : this.#sameCode(key, this.records.numbers.get(loose) ?? []);
    const words = queryWords(this.records.index.records[found[0] ?? -1]?.docNumber ?? q);
    const answers = found.map((record): Answer => {
      const row = this.records.first[record]!;
      return {record, row, score: NUMBERED + this.records.prior[record]!, why: 'doc-number', share: 1, whole: true, words};
    });
    const text = (found.length === 1 && this.records.index.records[found[0]!]!.docNumber) || q;
    return {kind: fold(text) === fold(q) ? 'written' : 'doc-number', text, answers, members: found, candidates: []};
  }

  /** Those whose code says the same, longer or shorter. */
  #sameCode(key: string, found: readonly number[]): number[] {
    const codeOf = (number: string): string => /^[^〔令]*/u.exec(number)![0];
    const code = codeOf(key);
    return found.filter((record) => {
      const other = codeOf(fold(this.records.index.records[record]!.docNumber ?? ''));
      return other.length > 1 && (code.endsWith(other) || other.endsWith(code));
    });
  }

  /** @param strict Only what holds every word. */
  *#run(kind: Run['kind'], words: readonly string[], query: SearchQuery, filters: Filters, strict = false): Steps<Run> {
    const tokens = yield* this.matcher.lookUp(words);
    const passes = filters.isOpen ? undefined : (record: number) => filters.passes(record);
    const most = offsetOf(query.cursor) + (query.limit ?? DEFAULT_LIMIT) > LOOKED_AT ? REACHABLE : LOOKED_AT;
    const {candidates, full} = yield* this.matcher.find(tokens, {most, passes, newestFirst: query.sort === '-date'});
    const good = yield* rank(this.records, words, candidates.slice(0, LOOKED_AT));
    const kept = strict ? good.filter(({share}) => share > ALL) : good;
    const why = kind === 'synonym' || kind === 'corrected' ? kind : undefined;
    const answerOf = (one: Ranked): Answer => ({...one, ...(why ? {why, score: one.score * 0.95} : {}), words});
    const text = words.join(' ');
    // So many hold everything that only the likeliest were judged.
    if (full.length > LOOKED_AT)
      return {kind, text, answers: [...kept, ...candidates.slice(LOOKED_AT).map(unjudged)].map(answerOf), members: full, candidates};
    const judged = new Set(candidates.map(({record}) => record));
    const members = new Set([...kept.map(({record}) => record), ...full.filter((record) => !judged.has(record))]);
    return {kind, text, answers: kept.map(answerOf), members: [...members], candidates};
  }

  /** Each record once, at its best, in order. */
  #merged(runs: readonly Run[], query: SearchQuery, filters: Filters): Answer[] {
    const best = new Map<number, Answer>();
    for (const one of runs.flatMap(({answers}) => answers)) {
      const known = best.get(one.record);
      if (filters.passes(one.record) && (!known || one.score > known.score)) best.set(one.record, one);
    }
    const {day} = this.records;
    const byDay = query.sort === '-date' ? (a: Answer, b: Answer) => day[b.record]! - day[a.record]! : () => 0;
    return [...best.values()].sort((a, b) => byDay(a, b) || bestFirst(a, b));
  }
}

/** A record behind those whose texts were looked at. */
const unjudged = ({record, base, row}: Candidate): Ranked => ({record, row, score: base - 1000, why: 'all-terms', share: 1, whole: false});

const isWhole = ({answers}: Run): boolean => answers.some(({whole}) => whole);
const isComplete = ({answers}: Run): boolean => answers.some(({share}) => share > ALL);

/** Where a page begins; the index does not change while the page is open. */
const offsetOf = (cursor: string | undefined): number => Number(/^o(\d{1,4})$/.exec(cursor ?? '')?.[1] ?? 0);
