/** The newest changes within exactly the current filter, for feed readers. */
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {address} from '../../http/links.ts';
import {atomFeed} from './atom.ts';

const ENTRIES = 50;

export function feedRoutes(api: Api, {store, config}: Dependencies): void {
  api.on('getCatalogFeed', async ({query, url, today, now}) => {
    // Never the Host header: a cache would hand one visitor's host on to everybody.
    const origin = config.publicOrigin;
    const items = await store.newestCatalogItems(query, today, ENTRIES);
    const itemUrl = (id: string): string => `${origin ?? ''}${API_BASE}/catalog/items/${encodeURIComponent(id)}`;
    return {body: atomFeed(items, {self: (origin ?? '') + address(url), itemUrl, now}), type: 'application/atom+xml; charset=utf-8'};
  });
}
