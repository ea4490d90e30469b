import type {ApiError} from '@zwgk/client';
import type {SearchHit} from '@zwgk/contract';
import type {SearchFilters} from './search.logic.ts';

/** Detail of `zwgk-search-results`: what was asked, and how many records answer it. */
export interface SearchResultsDetail {
  readonly filters: SearchFilters;
  readonly total: number;
}
/** Detail of `zwgk-search-select`: the result that the reader opened, and its article if it was one. */
export interface SearchSelectDetail {
  readonly hit: SearchHit;
  readonly article?: string;
}
/** Detail of `zwgk-search-error`: why nothing can be shown. */
export interface SearchErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-search-results': CustomEvent<SearchResultsDetail>;
    'zwgk-search-select': CustomEvent<SearchSelectDetail>;
    'zwgk-search-error': CustomEvent<SearchErrorDetail>;
  }
}
