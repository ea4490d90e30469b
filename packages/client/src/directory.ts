/** Reads of `/regions` and `/agencies`. */
import type {Agency, Region} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {isList, type List} from './list.ts';
import {queryString} from './query.ts';

export const listRegions = (client: ZwgkClient, signal?: AbortSignal): Promise<List<Region>> =>
  client.get('/regions?limit=100', isList, signal);

export const listAgencies = (client: ZwgkClient, query: {region?: string}, signal?: AbortSignal): Promise<List<Agency>> =>
  client.get(`/agencies${queryString({...query, limit: 100})}`, isList, signal);
