import type {ApiError} from '@zwgk/client';

/** Detail of `zwgk-sample-error`: why nothing can be shown. */
export interface SampleErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-sample-error': CustomEvent<SampleErrorDetail>;
  }
}
