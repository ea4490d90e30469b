import type {ApiError} from '@zwgk/client';
import type {DocumentDetail} from '@zwgk/contract';

/** Detail of `zwgk-document-ready`: the document now shown. */
export interface DocumentReadyDetail {
  readonly document: DocumentDetail;
}
/** Detail of `zwgk-document-error`: why nothing can be shown. */
export interface DocumentErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-document-ready': CustomEvent<DocumentReadyDetail>;
    'zwgk-document-error': CustomEvent<DocumentErrorDetail>;
  }
}
