import type {ApiError} from '@zwgk/client';
import type {Meeting} from '@zwgk/contract';

/** Detail of `zwgk-meeting-ready`. */
export interface MeetingReadyDetail {
  readonly meeting: Meeting;
}

/** Detail of `zwgk-meeting-signed-up`: nothing about the person. */
export interface MeetingSignedUpDetail {
  readonly number: string;
}

/** Detail of `zwgk-meeting-error`: why nothing can be shown, or nothing could be sent. */
export interface MeetingErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-meeting-ready': CustomEvent<MeetingReadyDetail>;
    'zwgk-meeting-signed-up': CustomEvent<MeetingSignedUpDetail>;
    'zwgk-meeting-error': CustomEvent<MeetingErrorDetail>;
  }
}
