/** How to ask an agency for information: read (R6.5), replace (staff). */
import type {Agency} from '@zwgk/contract';
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import {agencyById, guideOf} from './guide.ts';

export function applicationGuideRoutes(api: Api, {store}: Dependencies): void {
  const found = async (id: string): Promise<Agency> => {
    const agency = await agencyById(store, id);
    if (!agency) throw new ProblemError('not-found');
    return agency;
  };

  api.on('getApplicationGuide', async ({path: {id}, today}) => {
    const body = await guideOf(store, await found(id), today);
    const links = {self: `${API_BASE}/agencies/${id}/application-guide`, collection: `${API_BASE}/agencies`};
    return {body, version: body.version, headers: {Link: linkHeader(links)}};
  });

  api.on('replaceApplicationGuide', async ({path: {id}, body, staff, version, today}) => {
    const agency = await found(id);
    mustOwn(staff, id);
    const old = await guideOf(store, agency, today);
    if (version !== 'any' && version !== old.version) throw new ProblemError('precondition-failed');
    await store.applications.saveGuide(id, body, old.version + 1, today);
    const made = await guideOf(store, agency, today);
    return {body: made, version: made.version};
  });
}
