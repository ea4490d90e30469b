import type {ApiError} from '@zwgk/client';

/** Detail of `zwgk-consultation-error`: why nothing can be shown. */
export interface ConsultationErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-consultation-error': CustomEvent<ConsultationErrorDetail>;
  }
}
