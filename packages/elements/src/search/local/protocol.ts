/** What the page and the engine in its worker say to each other. */
import type {SearchIndex, SearchQuery, SearchResults, Suggestion, SuggestQuery} from '@zwgk/contract';
import type {LocalEngine, Steps} from './engine.ts';

export type Question = {readonly what: 'search'; readonly query: SearchQuery} | {readonly what: 'suggest'; readonly query: SuggestQuery};
export type Answer = SearchResults | readonly Suggestion[];

export type ToEngine =
  | {readonly kind: 'index'; readonly index: SearchIndex}
  | {readonly kind: 'ask'; readonly id: number; readonly question: Question}
  /** Nobody waits for this answer any more. */
  | {readonly kind: 'drop'; readonly id: number};

export type FromEngine =
  | {readonly kind: 'ready'}
  | {readonly kind: 'answer'; readonly id: number; readonly answer: Answer}
  | {readonly kind: 'failed'; readonly id: number; readonly reason: string};

/** Whoever answers: a worker, or the page itself in slices. */
export interface Answerer {
  /** Rejects where no answer can be given; what was given up is the caller's to notice. */
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
}

export const steps = (engine: LocalEngine, question: Question): Steps<Answer> =>
  question.what === 'search' ? engine.search(question.query) : engine.suggest(question.query);
