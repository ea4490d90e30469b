import type {ApiError} from '@zwgk/client';
import type {DocumentDetail, DocumentLink} from '@zwgk/contract';

/** Detail of `zwgk-document-ready`: the document now shown. */
export interface DocumentReadyDetail {
  readonly document: DocumentDetail;
}
/** Detail of `zwgk-document-error`: why nothing can be shown. */
export interface DocumentErrorDetail {
  readonly error: ApiError;
}
/** Detail of `zwgk-document-mark`: the marks of one section whose button was pressed. */
export interface DocumentMarkDetail {
  readonly ids: readonly string[];
  readonly section: string;
}
/** Detail of `zwgk-document-passage`: what is selected in the text, in one section and its characters; nothing when nothing is. */
export interface DocumentPassageDetail {
  readonly passage: {readonly section: string; readonly start: number; readonly end: number; readonly text: string} | undefined;
}
/** Detail of `zwgk-document-open`: another document that the reader went on to, in the same place. */
export interface DocumentOpenDetail {
  readonly document: DocumentLink;
}
/** Detail of `zwgk-document-interpretation`: an interpretation without an address of its own that the reader chose. */
export interface DocumentInterpretationDetail {
  readonly id: string;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-document-ready': CustomEvent<DocumentReadyDetail>;
    'zwgk-document-error': CustomEvent<DocumentErrorDetail>;
    'zwgk-document-mark': CustomEvent<DocumentMarkDetail>;
    'zwgk-document-passage': CustomEvent<DocumentPassageDetail>;
    'zwgk-document-open': CustomEvent<DocumentOpenDetail>;
    'zwgk-document-interpretation': CustomEvent<DocumentInterpretationDetail>;
  }
}
