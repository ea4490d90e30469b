/** Tables of 意见征集. What somebody wrote, and who they are, is sealed; what proves who asks is an HMAC. */
import type {AuthorType, CommentState} from '@zwgk/contract';
import type {Generated} from 'kysely';

type Flag = 0 | 1;

export const CONSULTATIONS = [
  `create table consultations (
    row integer primary key, id text not null unique, sponsor text not null references agencies (id), document text, draft_version integer,
    opens_at text, closes_at text, secret integer not null, version integer not null, updated_at text not null, demo integer not null,
    reported_at text, reported text, report_version integer not null, report text, data text not null) strict`,
  `create table comment_receipts (
    row integer primary key, number text not null unique, consultation integer not null references consultations (row),
    submitted_at text not null, author_type text, key text not null, code text, token text unique, sealed text) strict`,
  // All that a look reads: of a number that exists no page more is touched than of one that does not.
  `create index comment_receipts_for_looks on comment_receipts (number, key, code)`,
  `create table comments (
    row integer primary key, id text not null unique, consultation integer not null references consultations (row),
    receipt integer not null references comment_receipts (row), received_at text not null, place integer not null, section text not null,
    state text not null, progress text not null, shown_at text, honeypot integer not null, family integer, sealed text) strict`,
  `create index comments_by_consultation on comments (consultation, row)`,
  `create index comments_by_state on comments (consultation, state, row)`,
  `create index comments_by_receipt on comments (receipt)`,
  `create index comments_by_family on comments (family)`,
  `create index comments_shown on comments (consultation, shown_at, row) where shown_at is not null`,
  `create index comments_shown_by_section on comments (consultation, section, shown_at, row) where shown_at is not null`,
  `create index comments_shown_by_place on comments (consultation, place, shown_at, row) where shown_at is not null`,
  `create table comment_events (
    seq integer primary key autoincrement, comment integer not null references comments (row), staff text, event text not null) strict`,
  `create table comment_bands (
    consultation integer not null, band integer not null, comment integer not null, primary key (consultation, band, comment)) strict, without rowid`,
  `create table comment_reads (
    seq integer primary key autoincrement, consultation integer not null references consultations (row), at text not null,
    staff text not null, what text not null) strict`,
  `create table comment_keys (
    hash text primary key, body text not null, receipt integer not null references comment_receipts (row), at text not null,
    sealed text not null) strict, without rowid`,
  `create table buckets (scope text primary key, full_at integer not null) strict, without rowid`,
];

/** 问卷: what each receipt answered, and what of all of them is counted. */
export const SURVEYS = [
  `create table survey_answers (
    receipt integer primary key references comment_receipts (row), consultation integer not null references consultations (row),
    received_at text not null, counted integer not null, withdrawn_at text, sealed text) strict`,
  `create index survey_answers_by_consultation on survey_answers (consultation, receipt)`,
  `create table survey_counts (
    consultation integer not null, question text not null, choice text not null, count integer not null,
    primary key (consultation, question, choice)) strict, without rowid`,
];

/** Files that go with comments. */
export const COMMENT_FILES = [
  `alter table uploads add column comments integer references comment_receipts (row)`,
  `create index uploads_by_comments on uploads (comments)`,
];

/** Proofs of work that were used, and what the table for the office is sorted by. */
export const PROOFS = [
  `create table spent_proofs (salt text primary key, expires_at integer not null) strict, without rowid`,
  `create index spent_proofs_by_end on spent_proofs (expires_at)`,
  `create index comments_by_place on comments (consultation, place, row)`,
];

export interface ConsultationTable {
  row: Generated<number>;
  id: string;
  sponsor: string;
  /** Of what must be kept secret there is no draft and no period. */
  document: string | null;
  draft_version: number | null;
  opens_at: string | null;
  closes_at: string | null;
  secret: Flag;
  version: number;
  updated_at: string;
  demo: Flag;
  /** The published report, when it was published first, and the one that staff are writing. */
  reported_at: string | null;
  reported: string | null;
  report_version: number;
  report: string | null;
  data: string;
}

/** 意见单: what was sent at once. */
export interface CommentReceiptTable {
  row: Generated<number>;
  number: string;
  consultation: number;
  submitted_at: string;
  author_type: AuthorType | null;
  /** Key of the HMACs. */
  key: string;
  /** HMACs of query code and link token; gone with the personal data. */
  code: string | null;
  token: string | null;
  /** Name and ways of contact. */
  sealed: string | null;
}

export interface CommentTable {
  row: Generated<number>;
  id: string;
  consultation: number;
  receipt: number;
  received_at: string;
  /** Place of its section in the draft; 0: about the whole. */
  place: number;
  section: string;
  state: CommentState;
  progress: string;
  /** Since when it has been, or had been, public. */
  shown_at: string | null;
  honeypot: Flag;
  /** The first one of its near copies. */
  family: number | null;
  /** What it says; gone once it is withdrawn. */
  sealed: string | null;
}

export interface CommentEventTable {
  seq: Generated<number>;
  comment: number;
  staff: string | null;
  event: string;
}

/** HMACs of runs of a text's sketch, by which near copies are found without reading the texts. */
export interface CommentBandTable {
  consultation: number;
  band: number;
  comment: number;
}

/** Answers to a survey. */
export interface SurveyAnswerTable {
  receipt: number;
  consultation: number;
  received_at: string;
  /** Not where a field was filled in that people do not see. */
  counted: Flag;
  withdrawn_at: string | null;
  /** Gone once they are withdrawn. */
  sealed: string | null;
}

/** How often a mark stands on the sheets that count; kept, so that no sheet is opened to show the results. Of the question '': the sheets. */
export interface SurveyCountTable {
  consultation: number;
  question: string;
  choice: string;
  count: number;
}

/** Who of the staff saw ways of contact, and when. */
export interface CommentReadTable {
  seq: Generated<number>;
  consultation: number;
  at: string;
  staff: string;
  what: string;
}

/** Idempotency keys. */
export interface CommentKeyTable {
  hash: string;
  body: string;
  receipt: number;
  at: string;
  sealed: string;
}

/** Token buckets; a limit survives a restart. */
export interface BucketTable {
  scope: string;
  full_at: number;
}

/** A proof counts once. */
export interface SpentProofTable {
  salt: string;
  expires_at: number;
}
