/** The only place that talks to the network. Primitives are captured at load: a page may replace them later. */
import {CONTRACT_MAJOR, type Problem} from '@zwgk/contract';
import {ApiError} from './api-error.ts';

/** What a request needs of `fetch`; tests and other transports stand in for it. `upload.ts` is told how many bytes have left. */
export type Transport = (url: string, init: RequestInit, onSent?: (bytes: number) => void) => Promise<Response>;

const nativeFetch: Transport | undefined = globalThis.fetch?.bind(globalThis);
const network: Transport = (url, init) => (nativeFetch ? nativeFetch(url, init) : Promise.reject(new TypeError('no fetch')));

/** Milliseconds until an unanswered request counts as timed out. */
export const REQUEST_TIMEOUT = 20_000;
/** Milliseconds before the one retry of a failed read. */
const RETRY_DELAY = 400;

/** Origins that the page's content security policy has refused to let us reach. */
const refusedByCsp = new Set<string>();
globalThis.document?.addEventListener('securitypolicyviolation', (event) => {
  if (event.effectiveDirective === 'connect-src' && URL.canParse(event.blockedURI)) refusedByCsp.add(new URL(event.blockedURI).origin);
});

/** Resolves after that many milliseconds, or at once when the signal aborts. */
export const wait = (ms: number, signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
    signal.addEventListener('abort', resolve);
  });

/** The JSON of a good answer; every other answer as an `ApiError`. */
async function read(response: Response, url: string): Promise<unknown> {
  const {status} = response;
  if (status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  const json: unknown = /json/.test(type) ? await response.json().catch(() => undefined) : undefined;
  const contract = response.headers.get('zwgk-contract');
  if (contract && Number.parseInt(contract, 10) !== CONTRACT_MAJOR) throw new ApiError('contract-mismatch', url, status);
  // A login page, a firewall's page, or an endpoint that is no API: never JSON of ours.
  if (typeof json !== 'object' || json === null) throw new ApiError(status >= 500 ? 'server-error' : 'intercepted', url, status);
  if (response.ok) return json;
  const code = status === 404 ? 'not-found' : status >= 500 ? 'server-error' : 'rejected';
  throw new ApiError(code, url, status, json as Problem, response.headers.get('retry-after') ?? undefined);
}

/** What a request may have besides its address. */
export interface RequestOptions {
  /** Method, headers and body; a read where absent. */
  readonly init?: RequestInit;
  /** Milliseconds until an unanswered request counts as timed out. */
  readonly timeout?: number;
}

/** An answer that is JSON, or 204 and nothing. */
export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly json: unknown;
}

/**
 * One request, tried once.
 * @throws ApiError always, whatever went wrong.
 */
export async function request(
  url: string,
  signal: AbortSignal,
  transport: Transport = network,
  {init, timeout = REQUEST_TIMEOUT}: RequestOptions = {},
): Promise<Answer> {
  // By hand: `AbortSignal.any` is younger than the browsers that citizens still have.
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const timer = setTimeout(stop, timeout);
  signal.addEventListener('abort', stop);
  try {
    // The browser revalidates a read with the stored ETag: no header of ours, so no preflight.
    const common: RequestInit = {credentials: 'omit', cache: 'no-cache', signal: abort.signal};
    const response = await transport(url, {...common, ...init, headers: {accept: 'application/json', ...init?.headers}});
    return {status: response.status, etag: response.headers.get('etag'), json: await read(response, url)};
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (signal.aborted) throw new ApiError('aborted', url);
    if (abort.signal.aborted) throw new ApiError('timeout', url);
    // What it takes to tell the causes apart is loaded when a request has failed.
    const {diagnose} = await import('./diagnose.ts').catch(() => ({diagnose: undefined}));
    throw (await diagnose?.(url, transport, refusedByCsp)) ?? new ApiError(navigator.onLine ? 'unreachable' : 'offline', url);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Reads JSON from an absolute URL, with one retry where a second try may help.
 * @throws ApiError always, whatever went wrong.
 */
export async function getJson(url: string, signal: AbortSignal, transport?: Transport): Promise<{etag: string | null; json: unknown}> {
  try {
    return await request(url, signal, transport);
  } catch (error) {
    const {code, status} = error as ApiError;
    if (code !== 'unreachable' && !(code === 'server-error' && status !== 500)) throw error;
    await wait(RETRY_DELAY, signal);
    if (signal.aborted) throw new ApiError('aborted', url);
    return request(url, signal, transport);
  }
}
