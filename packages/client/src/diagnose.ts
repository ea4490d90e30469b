import {ApiError} from './api-error.ts';
import type {Transport} from './http.ts';

/** Why a request got no answer at all. The browser hides it, so each cause is asked for in turn. */
export async function diagnose(url: string, transport: Transport, refusedByCsp: ReadonlySet<string>): Promise<ApiError> {
  // The violation event arrives as a task of its own, after the rejection.
  await new Promise((resolve) => setTimeout(resolve));
  if (refusedByCsp.has(new URL(url).origin)) return new ApiError('blocked-by-csp', url);
  if (globalThis.navigator?.onLine === false) return new ApiError('offline', url);
  // An opaque answer proves that the server is up: then only CORS kept the first one from us.
  const answered = await transport(url, {mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(5_000)}).then(
    () => true,
    () => false,
  );
  return new ApiError(answered ? 'cors-refused' : 'unreachable', url);
}
