/** Reads of `/search`. */
import type {SearchQuery, SearchResults, Suggestion, SuggestionList, SuggestQuery} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {isList} from './list.ts';
import {queryString} from './query.ts';

export const search = (client: ZwgkClient, query: SearchQuery, signal?: AbortSignal): Promise<SearchResults> =>
  client.get(`/search${queryString(query)}`, isList, signal);

export const suggest = async (client: ZwgkClient, {q, ...scope}: SuggestQuery, signal?: AbortSignal): Promise<readonly Suggestion[]> => {
  // An empty text asks for hot words: it is sent all the same.
  const path = `/search/suggest?q=${encodeURIComponent(q)}${queryString(scope).replace('?', '&')}`;
  return (await client.get<SuggestionList>(path, (json: Partial<SuggestionList>) => json.items?.concat, signal)).items;
};
