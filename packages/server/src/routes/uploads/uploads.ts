/** Files for an application that is still being written. */
import type {Api, Dependencies} from '../../http/api.ts';
import {ProblemError} from '../../http/problem.ts';

export function uploadRoutes(api: Api, {store: {applications}, now}: Dependencies): void {
  api.on('stageUpload', async ({header, body, address}) => {
    const file = {fileName: header['Upload-Name'], source: body, address, now: now()};
    return {status: 201, body: await applications.uploads.stage(file, applications.vault)};
  });

  api.on('discardUpload', async ({path: {upload}}) => {
    if (!(await applications.uploads.discard(upload))) throw new ProblemError('not-found');
    return {status: 204};
  });
}
