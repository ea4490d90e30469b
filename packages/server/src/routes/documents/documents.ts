/** Official documents: read (R3.4), submit under the rules of §3 (staff, R3.3–R3.7). */
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {pageLinks} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';

const LIST = `${API_BASE}/documents`;

export function documentRoutes(api: Api, {store}: Dependencies): void {
  api.on('listDocuments', async ({query, url}) => {
    const body = await store.listDocuments(query);
    return {body, headers: {Link: pageLinks(url, body)}};
  });

  api.on('getDocument', async ({path}) => {
    const body = await store.getDocument(path.id);
    if (!body) throw new ProblemError('not-found');
    return {body, version: body.version, headers: {Link: linkHeader({self: `${LIST}/${body.id}`, collection: LIST})}};
  });
}
