/** Reads of `/regions` and `/agencies`. */
import type {Agency, Region} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {isList, type List} from './list.ts';
import {queryString} from './query.ts';

/** @param parent Only the regions right below this one. */
export const listRegions = (client: ZwgkClient, signal?: AbortSignal, parent?: string): Promise<List<Region>> =>
  client.get(`/regions${queryString({parent, limit: 100})}`, isList, signal);

export interface AgencyQuery {
  readonly region?: string | undefined;
  /** Words in the name. */
  readonly q?: string | undefined;
  /** Only those that take applications. */
  readonly applications?: 'open' | undefined;
}

export const listAgencies = (client: ZwgkClient, query: AgencyQuery, signal?: AbortSignal): Promise<List<Agency>> =>
  client.get(`/agencies${queryString({...query, limit: 100})}`, isList, signal);
