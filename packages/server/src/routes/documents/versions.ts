/** What a document said before, and what changed (R4.7 新旧政策差异). */
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {address} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';

const LIST = `${API_BASE}/documents`;

export function documentVersionRoutes(api: Api, {store}: Dependencies): void {
  api.on('listDocumentVersions', async ({path: {id}}) => {
    const items = await store.listDocumentVersions(id);
    if (!items) throw new ProblemError('not-found');
    const links = {self: `${LIST}/${id}/versions`, up: `${LIST}/${id}`};
    return {body: {items, total: items.length, nextCursor: null}, headers: {Link: linkHeader(links)}};
  });

  api.on('compareDocument', async ({path: {id}, query, url}) => {
    if (query.with !== undefined && query.version !== undefined) {
      throw new ProblemError('invalid-parameter', {errors: [{path: 'version', message: '和另一份文件比，还是和旧版本比，只能选一种'}]});
    }
    const body = await store.compareDocument(id, query);
    if (!body) throw new ProblemError('not-found');
    return {body, headers: {Link: linkHeader({self: address(url), up: `${LIST}/${id}`})}};
  });
}
