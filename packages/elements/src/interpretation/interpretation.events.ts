import type {ApiError} from '@zwgk/client';
import type {DocumentInterpretations, Interpretation} from '@zwgk/contract';

/** Detail of `zwgk-interpretation-ready`: the document, who must explain it by when, and everything that does. */
export interface InterpretationReadyDetail {
  readonly answer: DocumentInterpretations;
}
/** Detail of `zwgk-interpretation-select`: what the reader opened. */
export interface InterpretationSelectDetail {
  readonly interpretation: Interpretation;
  /** Kind of the facet; absent for the interpretation as a whole. */
  readonly facet?: string | undefined;
  /** Section of the document that was looked up from there. */
  readonly section?: string | undefined;
}
/** Detail of `zwgk-interpretation-error`: why nothing can be shown. */
export interface InterpretationErrorDetail {
  readonly error: ApiError;
}

declare global {
  interface HTMLElementEventMap {
    'zwgk-interpretation-ready': CustomEvent<InterpretationReadyDetail>;
    'zwgk-interpretation-select': CustomEvent<InterpretationSelectDetail>;
    'zwgk-interpretation-error': CustomEvent<InterpretationErrorDetail>;
  }
}
