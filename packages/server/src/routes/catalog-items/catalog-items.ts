/** The catalogue: browse (R2.2), read one item, and keep it up to date (staff, R2.1–R2.5). */
import type {CatalogItemDetail} from '@zwgk/contract';
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {address, pageLinks} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';

const LIST = `${API_BASE}/catalog/items`;
/** Parameters of a page, which the feed and the export of the same filter do not take. */
const PAGING = {cursor: undefined, limit: undefined, facets: undefined};

export function catalogItemRoutes(api: Api, {store}: Dependencies): void {
  api.on('listCatalogItems', async ({query, url, today}) => {
    const body = await store.listCatalogItems(query, today);
    const feed = address(url, {...PAGING, sort: undefined}, `${API_BASE}/catalog/feed`);
    const table = address(url, PAGING, `${API_BASE}/catalog/export`);
    const links = `${pageLinks(url, body)}, <${feed}>; rel="alternate"; type="application/atom+xml", <${table}>; rel="alternate"; type="text/csv"`;
    return {body, headers: {Link: links}};
  });

  api.on('getCatalogItem', async ({path, today}) => {
    const item = await store.getCatalogItem(path.id, today);
    if (!item) throw new ProblemError('not-found');
    const agency = await store.findAgency(item.publisher);
    const body: CatalogItemDetail = {
      item,
      history: await store.catalogItemHistory(path.id),
      documents: await store.documentsOfItem(path.id),
      ...(agency ? {agency} : {}),
    };
    return {body, version: item.version, headers: {Link: linkHeader({self: `${LIST}/${item.id}`, collection: LIST})}};
  });
}
