import type {ApiError} from '@zwgk/client';

/** Detail of `zwgk-application-error`: why nothing can be shown, or why the request could not be sent. */
export interface ApplicationErrorDetail {
  readonly error: ApiError;
}

/** Detail of `zwgk-application-submitted`: the receipt's number, without the code that opens it. */
export interface ApplicationSubmittedDetail {
  readonly number: string;
}

/** Detail of `zwgk-application-resolved`: the published document that was enough. */
export interface ApplicationResolvedDetail {
  readonly document: string;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-application-error': CustomEvent<ApplicationErrorDetail>;
    'zwgk-application-submitted': CustomEvent<ApplicationSubmittedDetail>;
    'zwgk-application-resolved': CustomEvent<ApplicationResolvedDetail>;
  }
}
