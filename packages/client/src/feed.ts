/** Reads of `/feed`. */
import type {RepostList, RepostQuery} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {isList} from './list.ts';
import {queryString} from './query.ts';

export const listReposts = (client: ZwgkClient, query: RepostQuery, signal?: AbortSignal): Promise<RepostList> =>
  client.get(`/feed${queryString(query)}`, isList, signal);
