import type {Problem} from '@zwgk/contract';

/**
 * Why a request gave no value. Widgets choose their sentence by this code, never by the server's text.
 * `script-missing` is set by the loader, the rest by `http.ts`.
 */
export type ApiErrorCode =
  | 'script-missing'
  | 'blocked-by-csp'
  | 'cors-refused'
  | 'contract-mismatch'
  | 'intercepted'
  | 'unreachable'
  | 'offline'
  | 'timeout'
  | 'not-found'
  | 'rejected'
  | 'server-error'
  | 'aborted';

/** The one error that leaves this package. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  /** Absolute URL of the request. */
  readonly url: string;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** RFC 9457 body, when the answer had one. */
  readonly problem: Problem | undefined;
  /** `Retry-After` as it was sent; `retrySeconds` reads it. */
  readonly retryAfter: string | undefined;

  constructor(code: ApiErrorCode, url: string, status?: number, problem?: Problem, retryAfter?: string) {
    super(`${code}: ${url}`);
    this.code = code;
    this.url = url;
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may succeed in a moment. */
  get retryable(): boolean {
    return ['unreachable', 'offline', 'timeout', 'intercepted', 'server-error', 'script-missing'].includes(this.code);
  }
}
