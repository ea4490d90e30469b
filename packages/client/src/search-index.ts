/** Read of a static search index (`zwgk index`). */
import {SEARCH_INDEX_FORMAT, SEARCH_INDEX_VERSION, type SearchIndex} from '@zwgk/contract';
import {clientFor} from './client.ts';

const isIndex = ({format, version, records}: Partial<SearchIndex>): unknown =>
  format === SEARCH_INDEX_FORMAT && version !== undefined && version <= SEARCH_INDEX_VERSION && records?.entries;

/** @param url Absolute. @throws ApiError; `contract-mismatch` where the file is no index, or of a later version. */
export function getSearchIndex(url: string, signal?: AbortSignal): Promise<SearchIndex> {
  const file = url.lastIndexOf('/');
  return clientFor(url.slice(0, file)).get(url.slice(file), isIndex, signal);
}
