import type {ApiError} from '@zwgk/client';
import type {CatalogItem} from '@zwgk/contract';
import type {CatalogFilters} from './catalog.logic.ts';

/** Detail of `zwgk-catalog-select`: the item that the reader opened. */
export interface CatalogSelectDetail {
  readonly item: CatalogItem;
}
/** Detail of `zwgk-catalog-filter`: the conditions now in force and how many items meet them. */
export interface CatalogFilterDetail {
  readonly filters: CatalogFilters;
  readonly total: number;
}
/** Detail of `zwgk-catalog-error`: why nothing can be shown. */
export interface CatalogErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-catalog-select': CustomEvent<CatalogSelectDetail>;
    'zwgk-catalog-filter': CustomEvent<CatalogFilterDetail>;
    'zwgk-catalog-error': CustomEvent<CatalogErrorDetail>;
  }
}
