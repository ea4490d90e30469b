/**
 * The one door to stored data. The embedded SQLite store implements it; a PostgreSQL store can.
 * Every write is durable when its promise resolves; one that changed something raises `dataVersion`.
 */
import type {
  Agency,
  CatalogChange,
  CatalogItem,
  CatalogItemInput,
  CatalogItemList,
  CatalogItemVersion,
  CatalogQuery,
  ConsultationList,
  ConsultationQuery,
  ComparisonQuery,
  DocumentComparison,
  DocumentDetail,
  DocumentInterpretations,
  DocumentList,
  DocumentMeta,
  DocumentQuery,
  DocumentSummary,
  DocumentVersion,
  FieldError,
  Interpretation,
  InterpretationInput,
  InterpretationList,
  InterpretationQuery,
  Region,
  Repost,
  RepostInput,
  RepostList,
  RepostQuery,
  SearchQuery,
  SearchResults,
  Section,
  SuggestionList,
  SuggestQuery,
} from '@zwgk/contract';
import type {Applications} from './applications/applications.ts';
import type {TextRef} from './comparisons.ts';
import type {Consultations} from './consultations/consultations.ts';

/** A catalogue item to store under a stable id (the same row of the same agency keeps its id). */
export interface CatalogRecord {
  readonly id: string;
  readonly input: CatalogItemInput;
  readonly demo?: boolean;
}

/** A document to store. The body is kept whatever the attribute, and never read out unless it is public (R3.4). */
export interface DocumentRecord {
  readonly id: string;
  readonly meta: DocumentMeta;
  readonly body: readonly Section[];
  readonly demo?: boolean;
  /** Listed under its issuer alone: the co-issuers it names have not confirmed it. */
  readonly onlyIssuer?: boolean;
  /** Plan and material of its interpretation: kept, and never read out (R4.3). What was kept before stays where this is missing. */
  readonly plan?: {readonly plan?: string | undefined; readonly material?: string | undefined};
}

/** An interpretation to store under a stable id. */
export interface InterpretationRecord {
  readonly id: string;
  readonly input: InterpretationInput;
  readonly demo?: boolean;
}

/** A policy passed on. Its text is hashed, not kept. */
export interface RepostRecord {
  readonly id: string;
  readonly input: RepostInput;
  /** Whose staff passed it on; `*` for an operator. */
  readonly agency: string;
  /** RFC 3339 instant. */
  readonly repostedAt: string;
  readonly demo?: boolean;
}

/** A stored document, as far as telling its versions apart needs it. */
export type StoredVersion = Pick<DocumentMeta, 'issuer' | 'title' | 'publishedOn' | 'validity'> & {readonly id: string};

/** What a save did; saving the same records again answers only `unchanged`. */
export interface SaveResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly nextCursor: string | null;
}

export interface ChangesQuery {
  readonly since?: string;
  readonly region?: readonly string[];
  readonly agency?: readonly string[];
  readonly cursor?: string;
  readonly limit: number;
}

export interface Store {
  /** 依申请公开. */
  readonly applications: Applications;
  /** 意见征集. */
  readonly consultations: Consultations;

  /** Brings the schema up to date; safe to call at every start. */
  migrate(): Promise<void>;
  /** Goes up with every committed write that changed something, also one of another process. */
  dataVersion(): Promise<number>;
  close(): Promise<void>;
  /** Writes a consistent copy of the whole database to a new file, and of the uploaded files beside it. @returns how many files. */
  backup(file: string): Promise<number>;

  saveRegions(regions: readonly Region[]): Promise<SaveResult>;
  saveAgencies(agencies: readonly Agency[]): Promise<SaveResult>;
  listRegions(query: {parent?: string; cursor?: string; limit: number}): Promise<Page<Region>>;
  listAgencies(query: {
    region?: string;
    level?: Agency['level'];
    q?: string;
    applications?: 'open';
    cursor?: string;
    limit: number;
  }): Promise<Page<Agency>>;
  /** By id, credit code or exact name, so that `--agency CODE` takes any of them. */
  findAgency(code: string): Promise<Agency | undefined>;

  /** `today` (China date) decides freshness and change marks. */
  listCatalogItems(query: CatalogQuery, today: string): Promise<CatalogItemList>;
  /** Every match in order, for export and feed, in batches of at most 500. */
  eachCatalogItem(query: CatalogQuery, today: string): AsyncIterable<CatalogItem[]>;
  /** The matches that were written last, newest first, for the feed. */
  newestCatalogItems(query: CatalogQuery, today: string, count: number): Promise<CatalogItem[]>;
  getCatalogItem(id: string, today: string): Promise<CatalogItem | undefined>;
  catalogItemHistory(id: string): Promise<CatalogItemVersion[]>;
  listCatalogChanges(query: ChangesQuery): Promise<Page<CatalogChange>>;
  /**
   * Stores items in one transaction; a changed one gets the next version.
   * @param now RFC 3339 instant of the write.
   * @param complete Agency whose whole catalogue `records` is: its other items are removed.
   */
  saveCatalogItems(records: readonly CatalogRecord[], now: string, complete?: string): Promise<SaveResult & {removed: number}>;
  /** @param version The version to replace; resolves to `false` when another one is current. */
  replaceCatalogItem(record: CatalogRecord, version: number, now: string): Promise<boolean>;
  removeCatalogItem(id: string, version: number, now: string): Promise<boolean>;

  listDocuments(query: DocumentQuery): Promise<DocumentList>;
  documentsOfItem(itemId: string): Promise<DocumentSummary[]>;
  /** With `body` and `textHash` exactly when the document is public (R3.4). */
  getDocument(id: string): Promise<DocumentDetail | undefined>;
  issuerOfDocument(id: string): Promise<string | undefined>;
  /** @throws ForeignDocumentError when an id is another issuer's document; nothing is stored then. */
  saveDocuments(records: readonly DocumentRecord[], now: string): Promise<SaveResult>;
  /** Every document that an agency issued, without what it says. */
  versionsOf(issuer: string): Promise<StoredVersion[]>;
  /** Documents in force become amended; answers how many did. */
  amendDocuments(ids: readonly string[], now: string): Promise<number>;
  replaceDocument(record: DocumentRecord, version: number, now: string): Promise<boolean>;
  removeDocument(id: string, version: number, now: string): Promise<boolean>;

  /** Newest first; `undefined` when there is no such document. */
  listDocumentVersions(id: string): Promise<DocumentVersion[] | undefined>;
  /** What an older version said, where it may be read. */
  documentVersionText(id: string, version: number): Promise<Section[] | undefined>;
  /** `undefined` where either text does not exist or is not public (R3.4). */
  compareDocument(id: string, query: ComparisonQuery): Promise<DocumentComparison | undefined>;
  /** Two texts of one line; `undefined` where either may not be read. */
  compareTexts(before: TextRef, after: TextRef): Promise<DocumentComparison | undefined>;
  /** A document and what explains it, passages located; nothing explains one that is not public (R3.4). */
  documentInterpretations(id: string): Promise<Omit<DocumentInterpretations, 'duty'> | undefined>;

  /** Of public documents only, as all reads of interpretations (R3.4). */
  listInterpretations(query: InterpretationQuery): Promise<InterpretationList>;
  getInterpretation(id: string): Promise<Interpretation | undefined>;
  /** What is wrong with the anchors of an interpretation. @throws UnknownDocumentError */
  anchorFaults(input: Pick<InterpretationInput, 'document' | 'facets'>): Promise<FieldError[]>;
  /** Completes anchors; one whose words are not found is stored as it came. @throws UnknownDocumentError: nothing is stored then. */
  saveInterpretations(records: readonly InterpretationRecord[], now: string): Promise<SaveResult>;
  replaceInterpretation(record: InterpretationRecord, version: number, now: string): Promise<boolean>;
  removeInterpretation(id: string, version: number, now: string): Promise<boolean>;

  /** By the server's clock: `now` in milliseconds. Never what the law keeps secret (R3.11). */
  listConsultations(query: ConsultationQuery, now: number): Promise<ConsultationList>;

  listReposts(query: RepostQuery): Promise<RepostList>;
  /** With the agency whose staff passed it on. */
  getRepost(id: string): Promise<{repost: Repost; agency: string} | undefined>;
  /** @throws RepostedError when another repost has the same source: nothing is stored then. */
  saveReposts(records: readonly RepostRecord[]): Promise<SaveResult>;
  removeRepost(id: string): Promise<boolean>;

  /** Records of every kind that answer the words, best first (R6.2); never by a text that is not public (R3.4). */
  search(query: SearchQuery): Promise<SearchResults>;
  suggest(query: SuggestQuery): Promise<SuggestionList>;

  /** Origins that may call the API from a page (exact match). */
  listSites(): Promise<string[]>;
  saveSite(origin: string): Promise<void>;
  /** Whether it was registered. */
  removeSite(origin: string): Promise<boolean>;
  /** Agency whose staff hold the token with this SHA-256; `*` for an operator's token. */
  agencyOfToken(tokenHash: string): Promise<string | undefined>;
  saveToken(tokenHash: string, agency: string, now: string): Promise<void>;
  /** One token, or every token of an agency; answers how many there were. */
  removeTokens(which: {readonly hash: string} | {readonly agency: string}): Promise<number>;
}
