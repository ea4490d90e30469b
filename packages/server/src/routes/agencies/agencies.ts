import type {Api, Dependencies} from '../../http/api.ts';
import {pageLinks} from '../../http/links.ts';

export function agencyRoutes(api: Api, {store}: Dependencies): void {
  api.on('listAgencies', async ({query, url}) => {
    const body = await store.listAgencies({...query, limit: query.limit!});
    return {body, headers: {Link: pageLinks(url, body)}};
  });
}
