/**
 * The one path of every API request: origin, parameters, validator, staff, body, handler, headers. A route gives
 * only its handler; method, path, parameters and body schema come from the contract.
 */
import {randomUUID} from 'node:crypto';
import type {operations} from '@zwgk/contract';
import {chinaDate} from '@zwgk/rules';
import type {Context, Hono} from 'hono';
import type {Logger} from 'pino';
import {API_BASE, SERVER_VERSION, type Config} from '../config.ts';
import type {Store} from '../store/store.ts';
import {fileOf, readJson} from './body.ts';
import {clientAddress} from './address.ts';
import {bodyChecker} from './body-check.ts';
import {OPERATIONS, type Method, type OperationId} from './contract.ts';
import {encodeBody} from './encoding.ts';
import {API_HEADERS, currentTag, entityTag, matchedVersion, REVALIDATE, STRICT_TRANSPORT, type TagParts} from './headers.ts';
import {asProblem} from './known-errors.ts';
import {isSameOrigin, Origins} from './origins.ts';
import {Parameters} from './parameters.ts';
import {codeOfError, problemBody, ProblemError, PROBLEMS} from './problem.ts';
import {authenticate} from './staff.ts';

type Of<Id extends OperationId, Part extends 'query' | 'path' | 'header'> = NonNullable<operations[Id]['parameters'][Part]>;
type BodyOf<Id extends OperationId> = operations[Id] extends {requestBody: {content: infer Content}}
  ? Content extends {'application/json': infer Body}
    ? Body
    : AsyncIterable<Uint8Array>
  : undefined;

/** A request that passed every check of the contract. */
export interface Call<Id extends OperationId> {
  readonly query: Of<Id, 'query'>;
  readonly path: Of<Id, 'path'>;
  readonly header: Of<Id, 'header'>;
  /** Of an operation that takes a file, its bytes as they come. */
  readonly body: BodyOf<Id>;
  /** Agency of the staff member, `*` for an operator; empty on public operations. */
  readonly staff: string;
  /** Version that `If-Match` names; only where the operation asks for it. */
  readonly version: number | 'any';
  /** RFC 3339 instant, and China date, of the request. */
  readonly now: string;
  readonly today: string;
  /** Path and query of the request as the client sees them, for links. */
  readonly url: URL;
  /** Whom the request comes from, as far as that can be told. */
  readonly address: string;
}

export interface Reply {
  readonly status?: 200 | 201 | 204;
  /** Serialised as JSON, unless `type` says what it is already. */
  readonly body?: unknown;
  readonly type?: string;
  /** Version of the single resource in the body; goes into its validator. */
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler<Id extends OperationId> = (call: Call<Id>) => Reply | Promise<Reply>;

export interface Dependencies {
  readonly store: Store;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly config: Config;
  readonly log: Logger;
}

/** Set per request for the log: which route it was, under which id. */
export type Env = {Variables: {requestId: string; route: string}};

const EXPOSED = 'ETag, Link, Location, Content-Disposition, Retry-After, Zwgk-Contract';
const ALLOWED_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Upload-Name, Zwgk-Proof';
/** What is about one person, or for staff alone: no copy of it is kept anywhere. */
const PRIVATE = /^\/(?:applications|comments|staff|uploads)\b/;

export class Api {
  readonly #app: Hono<Env>;
  readonly #deps: Dependencies;
  readonly #origins: Origins;
  readonly #methods = new Map<string, Method[]>();

  constructor(app: Hono<Env>, deps: Dependencies) {
    this.#app = app;
    this.#deps = deps;
    this.#origins = new Origins(deps.store);
  }

  /** Serves an operation of the contract. */
  on<Id extends OperationId>(id: Id, handler: Handler<Id>): void {
    const operation = OPERATIONS.get(id)!;
    const path = API_BASE + operation.path.replace(/\{(\w+)\}/g, ':$1');
    const parameters = new Parameters(operation);
    const checkBody = operation.bodySchema && bodyChecker(operation.id, operation.bodySchema);
    const single = operation.path.includes('{');
    const isPrivate = PRIVATE.test(operation.path);
    const needsVersion = operation.parameters.some(({name}) => name === 'If-Match');
    const isConditional = operation.method === 'get' && id !== 'getHealth' && !isPrivate;
    this.#methods.set(path, [...(this.#methods.get(path) ?? []), operation.method]);
    this.#app.on(operation.method.toUpperCase(), path, (c) =>
      this.#answer(c, path, async (tag, cors) => {
        const url = new URL(c.req.url);
        const query = parameters.query(url.searchParams);
        const pathValues = parameters.path(c.req.param());
        const headerValues = parameters.header(c.req.raw.headers);
        const current = isConditional ? currentTag(c.req.header('if-none-match'), tag) : undefined;
        // Of what has an id of its own it is not known yet whether it exists.
        if (current !== undefined && !single) return this.#notModified(current, cors);
        if (operation.method !== 'get' && !cors.allowed) throw new ProblemError('origin-not-allowed');
        const staff = operation.staff ? await this.#authorise(c, cors) : '';
        const version = needsVersion ? readVersion(c.req.header('if-match')) : 'any';
        const body = operation.takesFile ? fileOf(c.req.raw) : checkBody?.check(await readJson(c.req.raw, checkBody.mostBytes));
        const address = clientAddress(c, this.#deps.config.proxies);
        const now = this.#deps.now();
        const at = {now: new Date(now).toISOString(), today: chinaDate(now), url, address};
        const call = {query, path: pathValues, header: headerValues, body, staff, version, ...at};
        const reply = await handler(call as unknown as Call<Id>);
        if (current !== undefined) return this.#notModified(current, cors);
        const headers = this.#replyHeaders(reply, operation.method === 'get' ? tag : await this.#tag(), cors);
        headers['Cache-Control'] ??= isConditional || id === 'getHealth' ? REVALIDATE : 'no-store';
        return respond(reply, headers, c.req.method === 'HEAD', c.req.header('accept-encoding'));
      }),
    );
  }

  /** Answers preflights, and 405 with `Allow` for what the contract does not offer. Call once, after every `on`. */
  close(): void {
    for (const [path, methods] of this.#methods) {
      const allow = [...new Set(methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])))]
        .concat('OPTIONS')
        .join(', ');
      this.#app.all(path, (c) => this.#answer(c, path, (_tag, cors) => Promise.resolve(this.#otherMethod(c, allow, cors))));
    }
    this.#app.all(`${API_BASE}/*`, (c) => this.#answer(c, `${API_BASE}/*`, () => Promise.reject(new ProblemError('not-found'))));
  }

  #otherMethod(c: Context<Env>, allow: string, cors: Cors): Response {
    if (c.req.method !== 'OPTIONS') throw new ProblemError('method-not-allowed', {headers: {Allow: allow}});
    const headers = {...this.#headers(cors), Allow: allow};
    if (c.req.header('access-control-request-method') === undefined) return new Response(null, {status: 204, headers});
    if (!cors.allowed) throw new ProblemError('origin-not-allowed');
    return new Response(null, {
      status: 204,
      headers: {
        ...headers,
        'Access-Control-Allow-Methods': allow,
        'Access-Control-Allow-Headers': ALLOWED_HEADERS,
        'Access-Control-Max-Age': '600',
      },
    });
  }

  /** Runs the work and turns whatever it throws into a problem. */
  async #answer(c: Context<Env>, route: string, work: (tag: TagParts, cors: Cors) => Promise<Response>): Promise<Response> {
    c.set('route', route);
    let cors: Cors = {allowed: true};
    try {
      const tag = await this.#tag();
      cors = await this.#cors(c, tag.dataVersion);
      return await work(tag, cors);
    } catch (error) {
      return this.#problem(c, error, cors);
    }
  }

  async #tag(): Promise<TagParts> {
    const {store, now: clock} = this.#deps;
    const [now, dataVersion] = [clock(), await store.dataVersion()];
    return {dataVersion, turn: await store.consultations.turns(dataVersion, now), today: chinaDate(now), build: SERVER_VERSION};
  }

  async #cors(c: Context<Env>, dataVersion: number): Promise<Cors> {
    const origin = c.req.header('origin');
    if (origin === undefined) return {allowed: c.req.header('sec-fetch-site') !== 'cross-site'};
    if (isSameOrigin(origin, c.req.header('host') ?? null)) return {allowed: true};
    return (await this.#origins.isRegistered(origin, dataVersion)) ? {allowed: true, origin} : {allowed: false};
  }

  #authorise(c: Context<Env>, cors: Cors): Promise<string> {
    if (!cors.allowed) throw new ProblemError('origin-not-allowed');
    return authenticate(this.#deps.store, c.req.header('authorization') ?? null);
  }

  #headers(cors: Cors): Record<string, string> {
    return {
      ...API_HEADERS,
      ...(this.#deps.config.https ? {'Strict-Transport-Security': STRICT_TRANSPORT} : {}),
      ...(cors.origin === undefined ? {} : {'Access-Control-Allow-Origin': cors.origin, 'Access-Control-Expose-Headers': EXPOSED}),
    };
  }

  #notModified(tag: string, cors: Cors): Response {
    return new Response(null, {status: 304, headers: {...this.#headers(cors), ETag: tag, 'Cache-Control': REVALIDATE}});
  }

  #replyHeaders({status, type, version, headers: own}: Reply, tag: TagParts, cors: Cors): Record<string, string> {
    const headers = this.#headers(cors);
    if (status !== 204) {
      headers['Content-Type'] = type ?? 'application/json; charset=utf-8';
      headers['ETag'] = entityTag(tag, version);
    }
    return Object.assign(headers, own);
  }

  #problem(c: Context<Env>, error: unknown, cors: Cors): Response {
    const requestId = c.get('requestId') ?? randomUUID();
    const known = asProblem(error);
    const code = known?.code ?? codeOfError(error);
    if (!known) this.#deps.log.error({requestId, route: c.get('route'), code, err: error});
    return new Response(JSON.stringify(problemBody(code, requestId, known?.extras)), {
      status: PROBLEMS[code][0],
      headers: {
        ...this.#headers(cors),
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Cache-Control': 'no-store',
        ...known?.extras.headers,
      },
    });
  }
}

/** Whether the page that asks may, and its origin where that must be said. */
interface Cors {
  readonly allowed: boolean;
  readonly origin?: string;
}

async function respond(
  {status = 200, body, type}: Reply,
  headers: Record<string, string>,
  isHead: boolean,
  acceptEncoding: string | undefined,
): Promise<Response> {
  if (status === 204) return new Response(null, {status, headers});
  const content = type === undefined ? JSON.stringify(body) : (body as string | ReadableStream);
  const encoded = acceptEncoding === undefined ? content : await encodeBody(content, headers, acceptEncoding);
  if (!isHead || !(encoded instanceof ReadableStream)) return new Response(encoded, {status, headers});
  // Nobody will read it: the source must not wait for that.
  await encoded.cancel();
  return new Response(null, {status, headers});
}

function readVersion(ifMatch: string | undefined): number | 'any' {
  if (ifMatch === undefined) throw new ProblemError('precondition-required');
  const version = matchedVersion(ifMatch);
  if (version === undefined) throw new ProblemError('precondition-failed');
  return version;
}
