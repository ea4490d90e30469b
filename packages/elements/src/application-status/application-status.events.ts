import type {ApiError} from '@zwgk/client';

/** Detail of `zwgk-application-status-error`: why nothing can be shown. A wrong code is no error, and is told to nobody. */
export interface ApplicationStatusErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-application-status-error': CustomEvent<ApplicationStatusErrorDetail>;
  }
}
