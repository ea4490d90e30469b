import type {Api, Dependencies} from '../../http/api.ts';
import {pageLinks} from '../../http/links.ts';

export function changeRoutes(api: Api, {store}: Dependencies): void {
  api.on('listCatalogChanges', async ({query, url}) => {
    const body = await store.listCatalogChanges({...query, limit: query.limit!});
    return {body, headers: {Link: pageLinks(url, body)}};
  });
}
