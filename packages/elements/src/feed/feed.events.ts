import type {ApiError} from '@zwgk/client';

/** Detail of `zwgk-feed-error`: why nothing can be shown. */
export interface FeedErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-feed-error': CustomEvent<FeedErrorDetail>;
  }
}
