/** Addresses that a reader takes along. */
import type {CatalogQuery} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {queryString} from './query.ts';

/** Address of the table of exactly this filter. */
export const catalogExportUrl = (client: ZwgkClient, query: CatalogQuery, format: 'csv' | 'xlsx'): string =>
  `${client.endpoint}/catalog/export${queryString({format, ...unpaged(query)})}`;

/** Address of the Atom feed of exactly this filter. */
export function catalogFeedUrl(client: ZwgkClient, query: CatalogQuery): string {
  const {sort: _, ...filter} = unpaged(query);
  return `${client.endpoint}/catalog/feed${queryString(filter)}`;
}

function unpaged({cursor: _c, limit: _l, facets: _f, ...filter}: CatalogQuery): CatalogQuery {
  return filter;
}
