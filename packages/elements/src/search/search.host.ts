import type {SearchResults} from '@zwgk/contract';
import type {Locale} from '../foundation/host-context.ts';
import type {ViewState} from '../foundation/view-state.ts';
import type {SourceRef} from './search.controller.ts';
import type {SearchFilters, SearchScope} from './search.logic.ts';
import type {SearchStrings} from './search.strings.ts';

/** What the templates of the search need of the element: its state to read, and the few things they can ask for. */
export interface SearchHost {
  readonly t: SearchStrings;
  readonly locale: Locale;
  readonly filters: SearchFilters;
  readonly scope: SearchScope;
  readonly answers: SourceRef | undefined;
  /** Address of the API, when there is one. */
  readonly api: string;
  readonly view: ViewState<SearchResults>;
  readonly slow: boolean;
  readonly headingLevel: number;
  /** The mark of invented data. */
  readonly demoMark: string;
  /** Addresses of pages that show a record, with `{id}` and `{article}` in them; empty where there is none. */
  readonly documentHref: string;
  readonly interpretationHref: string;
  readonly consultationHref: string;
  readonly meetingHref: string;
  readonly itemHref: string;
  readonly agencyHref: string;
  /** Where the reader can ask for what is not there. */
  readonly requestHref: string;
  /** Whether words that were searched for may be kept on this device. */
  readonly keepsRecent: boolean;
  /** Whether other people use this device after the reader. */
  readonly sharedComputer: boolean;
  /** Shows these results. */
  apply(filters: SearchFilters): void;
  /** Address of such a change; `undefined` when the page's address is not to be touched. */
  hrefOf(filters: SearchFilters): string | undefined;
  /** Searches for these words. */
  submit(text: string): void;
  say(text: string): void;
  emit(type: string, detail: unknown): void;
}
