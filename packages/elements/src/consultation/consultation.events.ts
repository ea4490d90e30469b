import type {ApiError} from '@zwgk/client';
import type {Consultation} from '@zwgk/contract';

/** Detail of `zwgk-consultation-ready`: the consultation now shown. */
export interface ConsultationReadyDetail {
  readonly consultation: Consultation;
}
/** Detail of `zwgk-consultation-submitted`: number of the receipt, never its code. */
export interface ConsultationSubmittedDetail {
  readonly number: string;
}
/** Detail of `zwgk-consultation-error`: why nothing can be shown or sent. */
export interface ConsultationErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-consultation-ready': CustomEvent<ConsultationReadyDetail>;
    'zwgk-consultation-submitted': CustomEvent<ConsultationSubmittedDetail>;
    'zwgk-consultation-error': CustomEvent<ConsultationErrorDetail>;
  }
}
