/**
 * The static index that `zwgk index` writes beside a site, and that the search element reads where there is no backend
 * (R6.2): one JSON file in UTF-8, the same bytes for the same data. It holds what the public may read and nothing else:
 * of a document that is on request or withheld, its header alone (R3.4).
 *
 * A reader takes a file of its own version or of a lower one; new optional fields do not raise it.
 */
import type {components} from './generated.ts';

type Schemas = components['schemas'];
type SearchType = Schemas['SearchType'];
type Validity = Schemas['Validity'];

export const SEARCH_INDEX_FORMAT = 'zwgk-search-index';
export const SEARCH_INDEX_VERSION = 1;
/** Records that one file may hold; with more of them the server searches. */
export const SEARCH_INDEX_RECORDS = 5000;

/** A section of a document whose text is public. */
export interface SearchIndexArticle {
  /** Its anchor in the document (art-12). */
  readonly id: string;
  /** As printed: 第十二条. */
  readonly label?: string;
  readonly heading?: string;
  /** Plain text as printed, or its beginning where the whole would make the file too big. */
  readonly text: string;
}

export interface SearchIndexRecord {
  readonly type: SearchType;
  readonly id: string;
  readonly title: string;
  readonly docNumber?: string;
  /** Other numbers under which it is known: of a joint issue, of an earlier version or an amendment. */
  readonly numbers?: readonly string[];
  /** Place in `agencies` of the publisher; an agency's own record names itself. */
  readonly agency: number;
  /** Of publication, ISO. */
  readonly date?: string;
  readonly validity?: Validity;
  readonly disclosure?: Schemas['Disclosure'];
  /** The document that an interpretation explains. */
  readonly document?: string;
  /** What a result shows where no article matches: an abstract, or what an item discloses. */
  readonly summary?: string;
  /** Finds the record and is not shown: keywords, former names, legal bases. */
  readonly terms?: string;
  readonly articles?: readonly SearchIndexArticle[];
  readonly demo?: true;
}

export interface SearchIndex {
  readonly format: typeof SEARCH_INDEX_FORMAT;
  readonly version: number;
  /** Address of a record by its type, `{id}` and `{title}` standing for its own; articles add `#` and their anchor. */
  readonly links: Readonly<Record<SearchType, string>>;
  /** Chinese names of the values of closed vocabularies, for facets. */
  readonly labels: {readonly type: Readonly<Record<SearchType, string>>; readonly validity: Readonly<Record<Validity, string>>};
  /** Regions of the agencies and all that they lie in, by code. */
  readonly regions: readonly {readonly id: string; readonly name: string; readonly parent?: string}[];
  readonly agencies: readonly {readonly id: string; readonly name: string; readonly region: string}[];
  /** `hant[i]` is written `hans[i]`, one character each: all that lead to a character of this index. A reader with a table of its own needs none. */
  readonly scripts?: {readonly hant: string; readonly hans: string};
  /** What people say, folded, and the official terms for it that the records hold. */
  readonly words: readonly (readonly [plain: string, ...terms: string[]])[];
  /** What many look for; suggested before anything is typed. */
  readonly hot: readonly string[];
  readonly records: readonly SearchIndexRecord[];
}
