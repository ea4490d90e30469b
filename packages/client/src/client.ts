import type {
  Agency,
  CatalogItemDetail,
  CatalogItemList,
  CatalogQuery,
  DocumentDetail,
  DocumentList,
  DocumentQuery,
  Region,
} from '@zwgk/contract';
import {ApiError} from './api-error.ts';
import {getJson, type Transport} from './http.ts';
import {queryString} from './query.ts';

interface List<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}
type Check = (json: never) => unknown;

const isList: Check = (json: Partial<List<unknown>>) => json.items?.concat && typeof json.total === 'number';

/**
 * Typed reads of one backend. Two widgets that ask for the same thing at the same time make one request,
 * and an answer with the ETag of the last one is the same object again.
 */
export class ZwgkClient {
  /** Absolute URL of the API, without a slash at the end. */
  readonly endpoint: string;
  readonly #transport: Transport | undefined;
  readonly #cache = new Map<string, {etag: string; json: unknown}>();
  readonly #pending = new Map<string, {promise: Promise<unknown>; abort: AbortController; users: number}>();

  constructor(endpoint: string, transport?: Transport) {
    this.endpoint = endpoint.replace(/\/+$/, '');
    this.#transport = transport;
  }

  listCatalogItems(query: CatalogQuery, signal?: AbortSignal): Promise<CatalogItemList> {
    return this.#get(`/catalog/items${queryString(query)}`, isList, signal);
  }
  getCatalogItem(id: string, signal?: AbortSignal): Promise<CatalogItemDetail> {
    return this.#get(`/catalog/items/${encodeURIComponent(id)}`, (json: Partial<CatalogItemDetail>) => json.item?.id, signal);
  }
  listDocuments(query: DocumentQuery, signal?: AbortSignal): Promise<DocumentList> {
    return this.#get(`/documents${queryString(query)}`, isList, signal);
  }
  getDocument(id: string, signal?: AbortSignal): Promise<DocumentDetail> {
    return this.#get(`/documents/${encodeURIComponent(id)}`, (json: Partial<DocumentDetail>) => json.id, signal);
  }
  listRegions(signal?: AbortSignal): Promise<List<Region>> {
    return this.#get('/regions?limit=100', isList, signal);
  }
  listAgencies(query: {region?: string}, signal?: AbortSignal): Promise<List<Agency>> {
    return this.#get(`/agencies${queryString({...query, limit: 100})}`, isList, signal);
  }

  /** Address of the table of exactly this filter. */
  exportUrl(query: CatalogQuery, format: 'csv' | 'xlsx'): string {
    return `${this.endpoint}/catalog/export${queryString({format, ...unpaged(query)})}`;
  }
  /** Address of the Atom feed of exactly this filter. */
  feedUrl(query: CatalogQuery): string {
    const {sort: _, ...filter} = unpaged(query);
    return `${this.endpoint}/catalog/feed${queryString(filter)}`;
  }

  /** One shared request per URL; it is aborted when the last of those who wait for it has gone. */
  async #get<T>(path: string, check: Check, signal?: AbortSignal): Promise<T> {
    const url = this.endpoint + path;
    if (signal?.aborted) throw new ApiError('aborted', url);
    let pending = this.#pending.get(url);
    if (!pending) {
      const abort = new AbortController();
      pending = {abort, users: 0, promise: this.#load(url, check, abort.signal)};
      this.#pending.set(url, pending);
      const forget = (): unknown => this.#pending.get(url)?.abort === abort && this.#pending.delete(url);
      pending.promise.then(forget, forget);
    }
    pending.users++;
    const {promise} = pending;
    if (!signal) return promise as Promise<T>;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        if (--pending.users === 0) {
          this.#pending.delete(url);
          pending.abort.abort();
        }
        reject(new ApiError('aborted', url));
      };
      signal.addEventListener('abort', leave, {once: true});
      (promise as Promise<T>).then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  async #load(url: string, check: Check, signal: AbortSignal): Promise<unknown> {
    const {etag, json} = await getJson(url, signal, this.#transport);
    const known = this.#cache.get(url);
    if (etag && known?.etag === etag) return known.json;
    if (!check(json as never)) throw new ApiError('contract-mismatch', url, 200);
    if (etag) this.#cache.set(url, {etag, json});
    if (this.#cache.size > 100) this.#cache.delete(this.#cache.keys().next().value!);
    return json;
  }
}

function unpaged({cursor: _c, limit: _l, facets: _f, ...filter}: CatalogQuery): CatalogQuery {
  return filter;
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
