/** Reads of `/catalog`. */
import type {CatalogItemDetail, CatalogItemList, CatalogQuery} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {isList} from './list.ts';
import {queryString} from './query.ts';

export const listCatalogItems = (client: ZwgkClient, query: CatalogQuery, signal?: AbortSignal): Promise<CatalogItemList> =>
  client.get(`/catalog/items${queryString(query)}`, isList, signal);

export const getCatalogItem = (client: ZwgkClient, id: string, signal?: AbortSignal): Promise<CatalogItemDetail> =>
  client.get(`/catalog/items/${encodeURIComponent(id)}`, (json: Partial<CatalogItemDetail>) => json.item?.id, signal);
