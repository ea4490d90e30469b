import {ApiError} from './api-error.ts';
import {getJson, type Transport} from './http.ts';

/** Whether a good answer is what the contract says: something truthy when it is. */
export type Check = (json: never) => unknown;

interface Pending {
  readonly promise: Promise<unknown>;
  readonly abort: AbortController;
  users: number;
}

/**
 * One backend; the typed reads of each resource stand beside it (`catalog.ts`, `documents.ts`, …). Two widgets that
 * ask for the same thing at the same time make one request, and an answer with the ETag of the last one is the same
 * object again.
 */
export class ZwgkClient {
  /** Absolute URL of the API, without a slash at the end. */
  readonly endpoint: string;
  /** What takes the place of the network, where something does. */
  readonly transport: Transport | undefined;
  readonly #cache = new Map<string, {etag: string; json: unknown}>();
  readonly #pending = new Map<string, Pending>();

  constructor(endpoint: string, transport?: Transport) {
    this.endpoint = endpoint.replace(/\/+$/, '');
    this.transport = transport;
  }

  /** One shared request per URL; it is aborted when the last of those who wait for it has gone. */
  async get<T>(path: string, check: Check, signal?: AbortSignal): Promise<T> {
    const url = this.endpoint + path;
    if (signal?.aborted) throw new ApiError('aborted', url);
    const pending = this.#pending.get(url) ?? this.#start(url, check);
    pending.users++;
    const left = new Promise<never>((_, reject) => {
      const leave = (): void => {
        if (--pending.users === 0) this.#forget(url, pending).abort.abort();
        reject(new ApiError('aborted', url));
      };
      signal?.addEventListener('abort', leave, {once: true});
    });
    return Promise.race([pending.promise as Promise<T>, left]);
  }

  #start(url: string, check: Check): Pending {
    const abort = new AbortController();
    const pending = {abort, users: 0, promise: this.#load(url, check, abort.signal)};
    this.#pending.set(url, pending);
    const done = (): unknown => this.#forget(url, pending);
    pending.promise.then(done, done);
    return pending;
  }

  #forget(url: string, pending: Pending): Pending {
    if (this.#pending.get(url) === pending) this.#pending.delete(url);
    return pending;
  }

  async #load(url: string, check: Check, signal: AbortSignal): Promise<unknown> {
    const {etag, json} = await getJson(url, signal, this.transport);
    const known = this.#cache.get(url);
    if (etag && known?.etag === etag) return known.json;
    if (!check(json as never)) throw new ApiError('contract-mismatch', url, 200);
    if (etag) this.#cache.set(url, {etag, json});
    if (this.#cache.size > 100) this.#cache.delete(this.#cache.keys().next().value!);
    return json;
  }
}

const clients = new Map<string, ZwgkClient>();

/** The page's one client of this endpoint. */
export function clientFor(endpoint: string): ZwgkClient {
  let client = clients.get(endpoint);
  if (!client) clients.set(endpoint, (client = new ZwgkClient(endpoint)));
  return client;
}

/** Puts a client in place for its endpoint: one with another transport, as tests and stories have. */
export function useClient(client: ZwgkClient): void {
  clients.set(client.endpoint, client);
}
