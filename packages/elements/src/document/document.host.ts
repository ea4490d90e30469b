import type {ZwgkClient} from '@zwgk/client';
import type {DocumentDetail, DocumentLink} from '@zwgk/contract';
import type {Locale} from '../foundation/host-context.ts';
import type {DocumentDetails} from './document.details.ts';
import type {DocumentMark} from './document.logic.ts';
import type {DocumentStrings} from './document.strings.ts';
import type {DocumentText} from './document.text.ts';

/** What the document's templates need of the element: its state to read, and the few things they can ask for. */
export interface DocumentHost {
  readonly t: DocumentStrings;
  readonly locale: Locale;
  readonly client: ZwgkClient | undefined;
  /** Level of the document's title. */
  readonly headingLevel: number;
  readonly compact: boolean;
  readonly marks: readonly DocumentMark[];
  /** The document in view and its text. */
  readonly doc: DocumentDetail | undefined;
  readonly text: DocumentText | undefined;
  /** Whether the text has been shown: what can wait, such as the hundreds of choices of a long law, comes after it. */
  readonly isSettled: boolean;
  /** What loads on demand; `undefined` until it has. */
  readonly details: DocumentDetails | undefined;
  /** Loads that. */
  wantDetails(): void;
  /** Looks for words in the text; an empty text ends it. */
  find(words: string): void;
  /** Goes to the next thing found, or with -1 to the one before. */
  step(by: number): void;
  /** Whether what came before is open. */
  readonly showsHistory: boolean;
  setHistory(open: boolean): void;
  /** The page's address with the fragment of a section. */
  hrefOf(section: string): string;
  /** Moves to a section of this document, and the page's address with it. */
  go(section: string): void;
  /** Where another document is shown; `undefined` where it opens in this place. */
  hrefOfDocument(link: DocumentLink): string | undefined;
  /** Whether other documents can be shown at all: a pane that somebody else steers stays with its own. */
  readonly canOpen: boolean;
  open(link: DocumentLink): void;
  emit<T>(type: string, detail: T): void;
  copy(text: string): void;
  /** What became of the last copy, for eyes as well as ears. */
  readonly copied: string;
  say(text: string): void;
}
