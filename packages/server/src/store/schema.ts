/** The tables as Kysely sees them. Booleans are 0 or 1, dates ISO text, `data`/`meta`/`body` JSON text. */
import type {Generated} from 'kysely';
import type * as applications from './applications/tables.ts';
import type * as consultations from './consultations/tables.ts';

type Flag = 0 | 1;

interface CounterTable {
  name: 'data' | 'directory' | 'search' | 'search_format';
  value: number;
}

interface RegionTable {
  id: string;
  parent: string | null;
  data: string;
}

interface AgencyTable {
  row: Generated<number>;
  id: string;
  name: string;
  uscc: string | null;
  /** Place in `LEVELS`: 0 is the province. */
  level: number;
  region: string;
  /** When its catalogue was first loaded; items of that day are no news. */
  catalog_started_at: string | null;
  data: string;
}

/** `row` never changes for an id: in-process columns and cursors use it. */
export interface CatalogItemTable {
  row: Generated<number>;
  id: string;
  agency: number;
  seq: number;
  level1: string;
  /** Bit per level, province lowest. */
  levels: number;
  domain: string;
  disclosure: string;
  stage: string | null;
  limit_kind: string;
  limit_days: number | null;
  limit_unit: string | null;
  published_on: string | null;
  limit_anchor: string | null;
  information_on: string | null;
  exempt: Flag;
  version: number;
  updated_at: string;
  /** What the last write was, where it is news. */
  change: 'added' | 'changed' | null;
  removed: Flag;
  demo: Flag;
  data: string;
}

interface CatalogVersionTable {
  seq: Generated<number>;
  item: number;
  version: number;
  change: 'added' | 'changed' | 'removed';
  at: string;
  changed_fields: string;
  level1: string;
  level2: string;
  agency: number;
  /** The item as this version had it, once another version replaced it. */
  data: string | null;
}

interface CatalogTopicTable {
  item: number;
  topic: string;
}

interface DocumentTable {
  row: Generated<number>;
  id: string;
  issuer: string;
  published_on: string;
  disclosure: string;
  validity: string;
  version: number;
  updated_at: string;
  removed: Flag;
  demo: Flag;
  text_hash: string;
  meta: string;
  body: string;
}

/** What a document said before it was replaced. */
interface DocumentVersionTable {
  document: number;
  version: number;
  updated_at: string;
  disclosure: string;
  text_hash: string;
  meta: string;
  body: string;
}

/** What came with a submission and is never public (R4.3): no read of the API touches this table. */
interface DocumentPlanTable {
  document: number;
  plan: string | null;
  material: string | null;
}

interface InterpretationTable {
  row: Generated<number>;
  id: string;
  document: number;
  phase: string;
  published_on: string;
  version: number;
  updated_at: string;
  removed: Flag;
  demo: Flag;
  /** SHA-256 of the interpretation as it was sent, before its anchors were completed. */
  sent: string;
  meta: string;
  /** Facets, questions and media. */
  content: string;
}

/** Of the text only its hash is kept. */
interface RepostTable {
  row: Generated<number>;
  id: string;
  source_url: string;
  agency: string;
  reposted_at: string;
  sha256: string;
  source_sha256: string;
  demo: Flag;
  data: string;
}

interface DocumentAgencyTable {
  document: number;
  agency: string;
}

interface DocumentItemTable {
  document: number;
  item: string;
}

/** Contentless FTS5: `text` is only ever written. */
interface SearchTable {
  rowid: number;
  text: string;
}

/** What can be found: the head of a record, or a section of it; the rows of one record follow each other, head first. */
interface SearchUnitTable {
  /** Given out once: whatever is written again is a new row. */
  row: number;
  type: string;
  /** Row of the record in its own table. */
  owner: number;
  head: number;
  section: string | null;
  label: string | null;
  heading: string | null;
  agency: number;
  /** Days since the epoch. */
  day: number | null;
  validity: string | null;
  /** Length of the title at the start of `folded`; 0 in a section. */
  title: number;
  folded: string;
  /** The text of a section as printed. */
  printed: string | null;
  sound: string | null;
}

interface SearchGoneTable {
  seq: Generated<number>;
  row: number;
}

interface SearchNumberTable {
  key: string;
  row: number;
  printed: string;
  /** 2 where it is the record's own, 1 where an amendment or earlier version had it, 0 where the row cites it. */
  own: number;
}

interface SiteTable {
  origin: string;
}

interface TokenTable {
  hash: string;
  agency: string;
  created_at: string;
}

export interface Schema {
  counters: CounterTable;
  regions: RegionTable;
  agencies: AgencyTable;
  agency_search: SearchTable;
  catalog_items: CatalogItemTable;
  catalog_versions: CatalogVersionTable;
  catalog_topics: CatalogTopicTable;
  catalog_search: SearchTable;
  documents: DocumentTable;
  document_agencies: DocumentAgencyTable;
  document_items: DocumentItemTable;
  document_search: SearchTable;
  document_versions: DocumentVersionTable;
  document_plans: DocumentPlanTable;
  interpretations: InterpretationTable;
  interpretation_search: SearchTable;
  reposts: RepostTable;
  search_units: SearchUnitTable;
  search_gone: SearchGoneTable;
  search_numbers: SearchNumberTable;
  search_titles: SearchTable;
  search_texts: SearchTable;
  search_sounds: SearchTable;
  data_keys: {id: string; at: string};
  application_guides: applications.GuideTable;
  applications: applications.ApplicationTable;
  application_events: applications.ApplicationEventTable;
  application_reads: applications.ApplicationReadTable;
  application_keys: applications.ApplicationKeyTable;
  uploads: applications.UploadTable;
  failed_looks: applications.FailedLookTable;
  known_looks: applications.KnownLookTable;
  resolved_needs: applications.ResolvedNeedTable;
  consultations: consultations.ConsultationTable;
  comment_receipts: consultations.CommentReceiptTable;
  comments: consultations.CommentTable;
  comment_events: consultations.CommentEventTable;
  comment_bands: consultations.CommentBandTable;
  comment_reads: consultations.CommentReadTable;
  comment_keys: consultations.CommentKeyTable;
  survey_answers: consultations.SurveyAnswerTable;
  survey_counts: consultations.SurveyCountTable;
  buckets: consultations.BucketTable;
  spent_proofs: consultations.SpentProofTable;
  sites: SiteTable;
  tokens: TokenTable;
}
