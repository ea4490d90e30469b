/** Applications on the hosts of the tests: what the elements' own tests answer, over HTTP. */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {buffer} from 'node:stream/consumers';
import type {Applications} from '../../packages/elements/src/testing/applications.ts';
import {listAgencies, listRegions} from '../../packages/elements/src/testing/directory.ts';

const API = '/api/v1';

/** One answer, or `undefined` for a path that is none of its own. */
async function answerTo(applications: Applications, request: IncomingMessage): Promise<Response | undefined> {
  const {pathname, searchParams} = new URL(request.url!, 'http://host');
  const path = pathname.slice(API.length);
  if (path === '/regions') return Response.json(listRegions(searchParams));
  if (path === '/agencies') return Response.json(listAgencies(searchParams));
  const bytes = await buffer(request);
  const body = path === '/uploads' ? new Blob([bytes]) : bytes.toString();
  return applications.answer(path, {method: request.method!, headers: request.headers as Record<string, string>, body});
}

export const isOfApplications = (path: string): boolean =>
  /^\/api\/v1\/(?:regions|agencies|agencies\/[^/]+\/application-guide|applications(?:\/.*)?|uploads(?:\/.*)?)$/.test(path);

export async function answerApplications(applications: Applications, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await answerTo(applications, request);
  response.writeHead(answer?.status ?? 404, {
    'content-type': answer?.headers.get('content-type') ?? 'application/json',
    'zwgk-contract': '1.0',
  });
  response.end(answer ? await answer.text() : '{}');
}
