import type {ApiError} from '@zwgk/client';

/** What a widget shows. Each element renders it with one exhaustive switch. */
export type ViewState<T> =
  | {readonly kind: 'idle'}
  | {readonly kind: 'loading'; readonly previous?: T}
  | {readonly kind: 'ready'; readonly value: T}
  | {readonly kind: 'empty'; readonly value: T}
  | {readonly kind: 'failed'; readonly error: ApiError; readonly previous?: T}
  | {readonly kind: 'unconfigured'};

/** The value to go on showing, if there is one. */
export function valueOf<T>(state: ViewState<T>): T | undefined {
  return 'value' in state ? state.value : 'previous' in state ? state.previous : undefined;
}
