/** Regions and agencies as the server lists them. */
import type {Agency, Region} from '@zwgk/contract';
import {agencies, regions} from './fixtures.ts';

/** Takes no applications online. */
const CLOSED = 'qhz-zf';
const page = <T>(items: readonly T[]): {items: readonly T[]; total: number; nextCursor: null} => ({
  items,
  total: items.length,
  nextCursor: null,
});
const isWithin = (region: string, wanted: string): boolean =>
  region === wanted || regions.some(({id, parent}) => id === region && parent !== null && isWithin(parent, wanted));

export const listRegions = (params: URLSearchParams): {items: readonly Region[]} =>
  page(regions.filter(({parent}) => !params.has('parent') || parent === params.get('parent')));

export const listAgencies = (params: URLSearchParams): {items: readonly Agency[]} =>
  page(
    agencies.filter(
      ({id, name, region}) =>
        name.includes(params.get('q') ?? '') &&
        isWithin(region, params.get('region') ?? regions[0]!.id) &&
        (!params.has('applications') || id !== CLOSED),
    ),
  );
