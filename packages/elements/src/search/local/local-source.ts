/** Search without a backend: a static index beside the page, searched in a worker, or on the page where none may run. */
import {ApiError, getSearchIndex} from '@zwgk/client';
import {SEARCH_TEXT_MAX, type SearchIndex, type SearchResults, type Suggestion} from '@zwgk/contract';
import type {SearchSource} from '../search.source.ts';
import type {Answer, Answerer, Question} from './protocol.ts';
import {startEngine, WorkerAnswerer} from './worker-answerer.ts';

/** One index of the page, whatever number of elements ask it. Once loaded it answers without the network. */
class Local {
  readonly #url: string;
  #worker: Promise<Worker | undefined> | undefined;
  #index: Promise<SearchIndex> | undefined;
  #answerer: Promise<Answerer> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async ask(question: Question, signal: AbortSignal): Promise<Answer> {
    const answerer = await this.#ready();
    if (signal.aborted) throw new ApiError('aborted', this.#url);
    try {
      return await answerer.ask(question, signal);
    } catch (error) {
      if (signal.aborted || !(answerer instanceof WorkerAnswerer)) throw error;
      // The worker died, as workers of phones that run out of memory do.
      this.#answerer = this.#onPage();
      return (await this.#answerer).ask(question, signal);
    }
  }

  #ready(): Promise<Answerer> {
    this.#answerer ??= this.#start().catch((error: unknown) => {
      // The next question tries again.
      this.#answerer = this.#index = undefined;
      throw error;
    });
    return this.#answerer;
  }

  async #start(): Promise<Answerer> {
    this.#worker ??= startEngine();
    this.#index ??= getSearchIndex(this.#url);
    const index = await this.#index;
    const worker = await this.#worker;
    if (worker && index.scripts) return new WorkerAnswerer(worker, index);
    // The worker's build has no table of Traditional characters; the page's has one, for an index of before that brings none.
    worker?.terminate();
    return this.#onPage();
  }

  async #onPage(): Promise<Answerer> {
    const {PageAnswerer} = await import('./page-answerer.ts');
    return new PageAnswerer(await this.#index!);
  }
}

const locals = new Map<string, Local>();

/** Rejects the moment that the signal is aborted, whatever the promise does; every failure is an `ApiError`. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal, url: string): Promise<T> {
  const left = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new ApiError('aborted', url)), {once: true});
  });
  try {
    return await Promise.race([promise, left]);
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError(signal.aborted ? 'aborted' : 'server-error', url);
  }
}

/** As the server answers it. */
const tooLong = (url: string): ApiError =>
  new ApiError('rejected', url, 400, {type: '/problems/query-too-long', title: '', status: 400, code: 'query-too-long'});

/**
 * Answers from the index at this absolute address. A newer question of a kind takes the place of the one before:
 * that one is rejected as aborted, and its answer is never seen.
 */
export function localSource(url: string): SearchSource {
  const newest = new Map<string, AbortController>();
  const ask = async (question: Question, signal: AbortSignal): Promise<Answer> => {
    newest.get(question.what)?.abort();
    const mine = new AbortController();
    newest.set(question.what, mine);
    const both = AbortSignal.any([signal, mine.signal]);
    if (both.aborted) throw new ApiError('aborted', url);
    if ([...question.query.q].length > SEARCH_TEXT_MAX) throw tooLong(url);
    let local = locals.get(url);
    if (!local) locals.set(url, (local = new Local(url)));
    return orAborted(local.ask(question, both), both, url);
  };
  return {
    key: url,
    search: (query, signal) => ask({what: 'search', query}, signal) as Promise<SearchResults>,
    suggest: (query, signal) => ask({what: 'suggest', query}, signal) as Promise<readonly Suggestion[]>,
  };
}
