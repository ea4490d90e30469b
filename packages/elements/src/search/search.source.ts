/** Where answers come from: a backend, or a static index beside the page. The element cannot tell the difference. */
import {search, suggest, type ZwgkClient} from '@zwgk/client';
import type {SearchQuery, SearchResults, Suggestion, SuggestQuery} from '@zwgk/contract';

export type {SearchQuery, SuggestQuery};

export interface SearchSource {
  /** The same for the same source: what is shown is loaded again when it differs. */
  readonly key: string;
  /** Rejects with an `ApiError`, whatever went wrong; `aborted` where the signal was. */
  search(query: SearchQuery, signal: AbortSignal): Promise<SearchResults>;
  /** At most eight, best first; hot words for an empty text. */
  suggest(query: SuggestQuery, signal: AbortSignal): Promise<readonly Suggestion[]>;
}

/** Answers of the backend at the client's endpoint. */
export const remoteSource = (client: ZwgkClient): SearchSource => ({
  key: client.endpoint,
  search: (query, signal) => search(client, query, signal),
  suggest: (query, signal) => suggest(client, query, signal),
});
