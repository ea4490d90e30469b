/** Policies of the State Council and the province, passed on at once (R6.6). */
import {randomUUID} from 'node:crypto';
import type {Repost} from '@zwgk/contract';
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {pageLinks} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';

const LIST = `${API_BASE}/feed`;
/** A repost never changes: it is withdrawn and passed on anew. */
const VERSION = 1;

export function repostRoutes(api: Api, {store}: Dependencies): void {
  const found = async (id: string): Promise<{repost: Repost; agency: string}> => {
    const one = await store.getRepost(id);
    if (!one) throw new ProblemError('not-found');
    return one;
  };

  api.on('listReposts', async ({query, url}) => {
    const body = await store.listReposts(query);
    return {body, headers: {Link: pageLinks(url, body)}};
  });

  api.on('getRepost', async ({path}) => {
    const {repost: body} = await found(path.id);
    return {body, version: VERSION, headers: {Link: linkHeader({self: `${LIST}/${body.id}`, collection: LIST})}};
  });

  api.on('createRepost', async ({body, staff, now}) => {
    const id = randomUUID();
    await store.saveReposts([{id, input: body, agency: staff, repostedAt: now}]);
    const {repost} = await found(id);
    return {status: 201, body: repost, version: VERSION, headers: {Location: `${LIST}/${id}`}};
  });

  api.on('removeRepost', async ({path: {id}, staff, version}) => {
    mustOwn(staff, (await found(id)).agency);
    if (version !== 'any' && version !== VERSION) throw new ProblemError('precondition-failed');
    if (!(await store.removeRepost(id))) throw new ProblemError('not-found');
    return {status: 204};
  });
}
