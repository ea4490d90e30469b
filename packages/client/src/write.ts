/** The one way of a write: encoded once, so that every try has the same bytes, and tried again only where that is safe. */
import {ApiError} from './api-error.ts';
import type {ZwgkClient} from './client.ts';
import {encodeJson} from './encode-json.ts';
import {request, wait} from './http.ts';

/** Milliseconds until an unanswered write counts as timed out. */
export const WRITE_TIMEOUT = 30_000;
/** Seconds before each further try of a write that has a key; a random half of a second is added. */
export const BACKOFF: readonly number[] = [1, 2, 4, 8];
/** The longest `Retry-After` that is waited for without asking the person. */
const MAX_WAIT_SECONDS = 60;

/** What a write is about to do, for whoever shows that it is under way. */
export interface Retry {
  /** 1 for the second try. */
  readonly retry: number;
  readonly seconds: number;
}

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** `Idempotency-Key`: with one a write is tried again, and stored once however often it arrives. */
  readonly key?: string;
  /** Answer to what the server asked for in the time of a flood. */
  readonly proof?: string | undefined;
  /** Told before each wait for a further try. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
}

/** What counts as success: this status, and JSON for which the check says yes. Anything else was not the server's answer. */
export interface Expected<T> {
  readonly status: number;
  readonly is: (json: Partial<T>) => boolean;
}

const random = globalThis.crypto?.getRandomValues.bind(globalThis.crypto);

/** A new key for one intent of a person: 128 random bits, 22 characters. */
export function newIdempotencyKey(): string {
  const bytes = random(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, 22);
}

/** Seconds to wait that a refused request was told, by number or date; `undefined` where it was told nothing sensible. */
export function retrySeconds({retryAfter = ''}: ApiError, now = Date.now()): number | undefined {
  // Of everything else that Date.parse takes, such as -1, nothing is a date of HTTP.
  const until = /GMT\s*$/.test(retryAfter) ? Date.parse(retryAfter) : NaN;
  const seconds = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) : Math.ceil((until - now) / 1000);
  return Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : undefined;
}

/** Seconds until the same write may be sent again unasked; `undefined`: never, somebody must decide. */
function pause(error: ApiError, retry: number): number | undefined {
  const usual = BACKOFF[retry];
  const again =
    error.code === 'unreachable' ||
    // What a broken line looks like once it is whole again: the page has read from this server before.
    error.code === 'cors-refused' ||
    error.code === 'timeout' ||
    (error.code === 'server-error' && error.status !== 507) ||
    error.status === 429 ||
    error.problem?.code === 'idempotency-in-progress';
  if (!again || usual === undefined) return undefined;
  if (!error.retryAfter) return usual + Math.random() / 2;
  const told = retrySeconds(error);
  return told !== undefined && told <= MAX_WAIT_SECONDS ? Math.max(told, usual) : undefined;
}

/** Throws unless the answer is what was expected. */
export function expectAnswer<T>(url: string, answer: {status: number; json: unknown}, {status, is}: Expected<T>): T {
  if (answer.status !== status || (status !== 204 && !is(answer.json as Partial<T>))) throw new ApiError('intercepted', url, answer.status);
  return answer.json as T;
}

/** Does something again while there is use in it. @param mayRepeat Whether after this failure it may be done again unasked. */
async function persist<T>(
  signal: AbortSignal,
  attempt: () => Promise<T>,
  mayRepeat: (error: ApiError) => boolean,
  onRetry?: WriteOptions['onRetry'],
): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return await attempt();
    } catch (caught) {
      const error = caught as ApiError;
      const seconds = mayRepeat(error) ? pause(error, retry) : undefined;
      if (seconds === undefined) throw error;
      onRetry?.({retry: retry + 1, seconds});
      await wait(seconds * 1000, signal);
      if (signal.aborted) throw new ApiError('aborted', error.url);
    }
  }
}

const ever = (): AbortSignal => new AbortController().signal;

/**
 * The receipt of what was sent with a key; while that is still at work, it is waited for.
 * @throws ApiError `not-found` when nothing was stored.
 */
export function findByKey<T>(client: ZwgkClient, path: string, key: string, expected: Expected<T>, signal = ever()): Promise<T> {
  const url = client.endpoint + path;
  const init: RequestInit = {headers: {'idempotency-key': key}, cache: 'no-store'};
  const find = async (): Promise<T> =>
    expectAnswer(url, await request(url, signal, client.transport, {init, timeout: WRITE_TIMEOUT}), expected);
  return persist(signal, find, ({problem}) => problem?.code === 'idempotency-in-progress');
}

/**
 * Sends JSON.
 * @throws ApiError always, whatever went wrong; `intercepted` also for a good answer that is not the expected one.
 */
export async function post<T>(
  client: ZwgkClient,
  path: string,
  body: object,
  expected: Expected<T>,
  {signal = ever(), key, proof, onRetry}: WriteOptions = {},
): Promise<T> {
  const url = client.endpoint + path;
  const headers = {'content-type': 'application/json', ...(key ? {'idempotency-key': key} : {}), ...(proof ? {'zwgk-proof': proof} : {})};
  const init: RequestInit = {method: 'POST', headers, body: encodeJson(body), cache: 'no-store'};
  const send = async (): Promise<T> =>
    expectAnswer(url, await request(url, signal, client.transport, {init, timeout: WRITE_TIMEOUT}), expected);
  return persist(signal, send, () => key !== undefined, onRetry);
}
