/** Tables of 依申请公开. What is about a person is sealed, what proves who asks is an HMAC; no column holds either as it is. */
import type {ApplicationKind} from '@zwgk/contract';
import type {AnnualColumn} from '@zwgk/rules/application';
import type {Generated} from 'kysely';

export const APPLICATIONS = [
  `create table data_keys (id text primary key, at text not null) strict, without rowid`,
  `create table application_guides (
    agency text primary key references agencies (id), version integer not null, updated_on text not null, data text not null) strict, without rowid`,
  `create table applications (
    row integer primary key, number text not null unique, agency text not null references agencies (id),
    handled_by text not null references agencies (id), kind text not null, applicant text not null, guide_version integer not null,
    submitted_at text not null, state text not null, ended_on text, version integer not null, demo integer not null,
    suggests integer not null, shown text not null, topic text, progress text not null, key text not null,
    code text, token text unique, sealed text) strict`,
  // All that a look reads: of a number that exists no page more is touched than of one that does not.
  `create index applications_for_looks on applications (number, key, code)`,
  `create index applications_by_handler on applications (handled_by, state)`,
  `create index applications_by_topic on applications (topic, submitted_at)`,
  `create table application_events (
    application integer not null references applications (row), seq integer not null, event text not null, agency text, sealed text,
    primary key (application, seq)) strict`,
  `create table application_reads (
    seq integer primary key autoincrement, application integer not null references applications (row), at text not null,
    staff text not null, what text not null) strict`,
  `create table application_keys (
    hash text primary key, body text not null, application integer not null references applications (row), at text not null,
    sealed text) strict, without rowid`,
  `create index application_keys_by_age on application_keys (at)`,
  `create table uploads (
    id text primary key, application integer references applications (row), use text, name text not null, media_type text not null,
    bytes integer not null, sha256 text not null, key text not null, address text not null, at text not null) strict, without rowid`,
  `create index uploads_by_application on uploads (application, at)`,
  `create table failed_looks (scope text primary key, count integer not null, since integer not null, until integer not null) strict, without rowid`,
  `create table known_looks (pair text primary key, at integer not null) strict, without rowid`,
  `create table resolved_needs (
    agency text not null, document text not null, day text not null, count integer not null,
    primary key (agency, document, day)) strict, without rowid`,
];

export interface GuideTable {
  agency: string;
  version: number;
  updated_on: string;
  data: string;
}

export interface ApplicationTable {
  row: Generated<number>;
  number: string;
  /** Agency that was asked. */
  agency: string;
  /** Agency to which it was dispatched last. */
  handled_by: string;
  kind: ApplicationKind;
  /** Column of the annual table. */
  applicant: Exclude<AnnualColumn, 'total'>;
  guide_version: number;
  submitted_at: string;
  /** State and fold of the log, as the last event left them. */
  state: string;
  progress: string;
  ended_on: string | null;
  version: number;
  demo: 0 | 1;
  suggests: 0 | 1;
  shown: string;
  /** HMAC of what is asked for. */
  topic: string | null;
  /** Key of the HMACs. */
  key: string;
  /** HMACs of query code and link token; gone with the personal data. */
  code: string | null;
  token: string | null;
  /** The application as it was sent, last corrected; gone when its time is over. */
  sealed: string | null;
}

export interface ApplicationEventTable {
  application: number;
  seq: number;
  event: string;
  /** Whom it was dispatched to, or which agency was consulted. */
  agency: string | null;
  /** Words about the case. */
  sealed: string | null;
}

/** Who of the staff saw personal data, and when. */
export interface ApplicationReadTable {
  seq: Generated<number>;
  application: number;
  at: string;
  staff: string;
  what: string;
}

/** Idempotency keys. */
export interface ApplicationKeyTable {
  hash: string;
  /** HMAC of the body. */
  body: string;
  application: number;
  at: string;
  /** The receipt. */
  sealed: string | null;
}

export interface UploadTable {
  id: string;
  /** Row of what has taken it; of at most one of the two. */
  application: number | null;
  comments: number | null;
  use: string | null;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  key: string;
  address: string;
  at: string;
}

export interface FailedLookTable {
  scope: string;
  count: number;
  since: number;
  until: number;
}

/** Addresses from which an application was sent or rightly looked up. */
export interface KnownLookTable {
  pair: string;
  at: number;
}

export interface ResolvedNeedTable {
  agency: string;
  document: string;
  day: string;
  count: number;
}
