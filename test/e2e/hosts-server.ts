/** Host pages, the built SDK and a small API on one origin, for tests in a real browser. */
import {readFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import {Applications} from '../../packages/elements/src/testing/applications.ts';
import {VENDOR} from '../../packages/server/src/static/vendor.ts';
import {answerApplications, isOfApplications} from './hosts-applications.ts';
import {CONSULTATIONS, documentAnswer, LIST, REPOSTS} from './hosts-data.ts';

const DEMO = new URL('../../packages/server/demo', import.meta.url).pathname;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Answers a request itself (true), or leaves it to the server. */
export type Intercept = (path: string, response: ServerResponse, request: IncomingMessage) => boolean;

export interface PageOnHost {
  readonly html: string;
  readonly headers?: Record<string, string>;
}

export interface Host {
  readonly origin: string;
  /** Pages of the test's own, by path. */
  readonly pages: Map<string, PageOnHost>;
  /** What it keeps of applications. */
  applications: Applications;
  /** Set to break something; `undefined` mends it. */
  intercept: Intercept | undefined;
  /** Answers as if nothing were broken. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

interface Headers {
  'content-type'?: string;
  'content-security-policy'?: string;
}

/** Headers that a demo page wants, from the headers.json beside it. */
function headersOf(file: string): Headers {
  try {
    return JSON.parse(readFileSync(join(file, '../headers.json'), 'utf8')) as Headers;
  } catch {
    return {};
  }
}

function sendFile(response: ServerResponse, file: string): void {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const own = type.startsWith('text/html') ? headersOf(file) : {};
  try {
    const body = readFileSync(file);
    response.writeHead(200, {'content-type': type, 'access-control-allow-origin': '*', ...own}).end(body);
  } catch {
    response.writeHead(404, {'content-type': 'text/plain'}).end('not found');
  }
}

function sendJson(response: ServerResponse, body: unknown): void {
  response
    .writeHead(200, {'content-type': 'application/json; charset=utf-8', 'zwgk-contract': '1.0', etag: '"1"'})
    .end(JSON.stringify(body));
}

/** Starts on a free port. @param sdkDir What `buildSdk` filled. */
export async function startHost(sdkDir: string): Promise<Host> {
  const pages = new Map<string, PageOnHost>();
  const pathOf = (request: IncomingMessage): string => new URL(request.url!, 'http://host').pathname;
  const host = {
    pages,
    applications: new Applications(),
    intercept: undefined as Intercept | undefined,
    answer(request: IncomingMessage, response: ServerResponse): void {
      const path = pathOf(request);
      const page = pages.get(path);
      if (page) response.writeHead(200, {'content-type': 'text/html; charset=utf-8', ...page.headers}).end(page.html);
      else if (isOfApplications(path)) void answerApplications(this.applications, request, response);
      else if (path === '/api/v1/catalog/items') sendJson(response, LIST);
      else if (path === '/api/v1/feed') sendJson(response, REPOSTS);
      else if (path === '/api/v1/consultations') sendJson(response, CONSULTATIONS);
      else if (path.startsWith('/api/v1/documents')) sendJson(response, documentAnswer(path.slice('/api/v1/documents'.length)));
      else if (path.startsWith('/sdk/')) sendFile(response, join(sdkDir, path.slice('/sdk'.length)));
      else if (path in VENDOR) sendFile(response, VENDOR[path]!);
      else sendFile(response, join(DEMO, path.endsWith('/') ? `${path}index.html` : path));
    },
  };
  const server = createServer((request, response) => {
    if (!host.intercept?.(pathOf(request), response, request)) host.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(host, {
    origin,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
