import type {Api, Dependencies} from '../../http/api.ts';
import {pageLinks} from '../../http/links.ts';

export function regionRoutes(api: Api, {store}: Dependencies): void {
  api.on('listRegions', async ({query, url}) => {
    const body = await store.listRegions({...query, limit: query.limit!});
    return {body, headers: {Link: pageLinks(url, body)}};
  });
}
