/** Numbered schema changes. A released one is never edited; a new one is added below it. */
import type {DocumentMeta} from '@zwgk/contract';
import {sql, type Kysely} from 'kysely';
import {Migrator, type Migration} from 'kysely/migration';
import {APPLICATIONS} from './applications/tables.ts';
import {COMMENT_FILES, CONSULTATIONS, PROOFS, SURVEYS} from './consultations/tables.ts';
import {bump} from './connection.ts';
import {limitsFromInformation} from './limits-from-information.ts';
import type {Schema} from './schema.ts';
import {documentText} from './search-text.ts';

/** Bigrams are tokens; marks belong to letters; no accent is dropped, since folding already decided. */
const searchTable = (name: string): string =>
  `create virtual table ${name} using fts5(text, content='', contentless_delete=1, prefix='1',
   tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`;

const INITIAL = [
  `create table counters (name text primary key, value integer not null) strict, without rowid`,
  // Starts at the time of creation, so that the validators of one database mean nothing to another.
  `insert into counters values ('data', cast(unixepoch('subsec') * 1000 as integer)), ('directory', 0)`,
  `create table regions (id text primary key, parent text references regions (id), data text not null) strict, without rowid`,
  `create table agencies (
    row integer primary key, id text not null unique, name text not null, uscc text unique, level integer not null,
    region text not null references regions (id), catalog_started_at text, data text not null) strict`,
  `create index agencies_by_name on agencies (name)`,
  searchTable('agency_search'),
  `create table catalog_items (
    row integer primary key, id text not null unique, agency integer not null references agencies (row), seq integer not null,
    level1 text not null, levels integer not null, domain text not null, disclosure text not null, stage text,
    limit_kind text not null, limit_days integer, limit_unit text, published_on text, exempt integer not null,
    version integer not null, updated_at text not null, change text, removed integer not null, demo integer not null,
    data text not null) strict`,
  `create index catalog_items_by_agency on catalog_items (agency, removed)`,
  `create table catalog_versions (
    seq integer primary key autoincrement, item integer not null references catalog_items (row), version integer not null,
    change text not null, at text not null, changed_fields text not null, level1 text not null, level2 text not null,
    agency integer not null references agencies (row), data text, unique (item, version)) strict`,
  `create index catalog_versions_by_time on catalog_versions (at)`,
  `create table catalog_topics (
    topic text not null, item integer not null references catalog_items (row), primary key (topic, item)) strict, without rowid`,
  `create index catalog_topics_by_item on catalog_topics (item)`,
  searchTable('catalog_search'),
  `create table documents (
    row integer primary key, id text not null unique, issuer text not null references agencies (id), published_on text not null,
    disclosure text not null, validity text not null, version integer not null, updated_at text not null,
    removed integer not null, demo integer not null, text_hash text not null, meta text not null, body text not null) strict`,
  `create index documents_newest on documents (removed, published_on desc, row desc)`,
  `create table document_agencies (
    agency text not null, document integer not null references documents (row), primary key (agency, document)) strict, without rowid`,
  `create index document_agencies_by_document on document_agencies (document)`,
  `create table document_items (
    item text not null, document integer not null references documents (row), primary key (item, document)) strict, without rowid`,
  `create index document_items_by_document on document_items (document)`,
  searchTable('document_search'),
  `create table sites (origin text primary key) strict, without rowid`,
  `create table tokens (hash text primary key, agency text not null, created_at text not null) strict, without rowid`,
];

/** Which rows hold a token, and no more: what a search does with them is worked out beside the database. */
const postingsTable = (name: string): string =>
  `create virtual table ${name} using fts5(text, content='', contentless_delete=1, detail=none, prefix='1',
   tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`;

const SEARCH = [
  `create table search_units (
    row integer primary key, type text not null, owner integer not null, head integer not null, section text, label text, heading text,
    agency integer not null, day integer, validity text, title integer not null, folded text not null, printed text, sound text) strict`,
  `create index search_units_by_owner on search_units (type, owner)`,
  `create index search_units_by_agency on search_units (agency, type)`,
  `create table search_gone (seq integer primary key autoincrement, row integer not null) strict`,
  `create table search_numbers (
    key text not null, row integer not null, printed text not null, own integer not null, primary key (key, row)) strict, without rowid`,
  `create index search_numbers_by_row on search_numbers (row)`,
  ...['search_titles', 'search_texts', 'search_sounds'].map(postingsTable),
  `insert into counters values ('search', 0), ('search_format', 0)`,
];

const run = (statements: readonly string[]): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/** Abstract and keywords of what is not public leave the documents' own index; the search index is built anew by its format. */
const keptBack: Migration = {
  async up(db: Kysely<Schema>): Promise<void> {
    const shut = await db
      .selectFrom('documents')
      .select(['row', 'meta'])
      .where('removed', '=', 0)
      .where('disclosure', 'in', ['on_request', 'withheld'])
      .execute();
    for (const {row, meta} of shut) {
      await db.deleteFrom('document_search').where('rowid', '=', row).execute();
      const text = documentText(JSON.parse(meta) as DocumentMeta, []);
      await db.insertInto('document_search').values({rowid: row, text}).execute();
    }
    await bump(db, 'data');
  },
};

const INTERPRETATIONS = [
  `create table document_versions (
    document integer not null references documents (row), version integer not null, updated_at text not null, disclosure text not null,
    text_hash text not null, meta text not null, body text not null, primary key (document, version)) strict`,
  `create table document_plans (document integer primary key references documents (row), plan text, material text) strict`,
  `create index documents_by_title on documents (meta ->> '$.title')`,
  `create index documents_by_number on documents (meta ->> '$.docNumber')`,
  `create index documents_by_predecessor on documents (meta ->> '$.supersedes')`,
  `create table interpretations (
    row integer primary key, id text not null unique, document integer not null references documents (row), phase text not null,
    published_on text not null, version integer not null, updated_at text not null, removed integer not null, demo integer not null,
    sent text not null, meta text not null, content text not null) strict`,
  `create index interpretations_by_document on interpretations (document, removed)`,
  `create index interpretations_newest on interpretations (removed, published_on desc, row desc)`,
  searchTable('interpretation_search'),
  `create table reposts (
    row integer primary key, id text not null unique, source_url text not null unique, agency text not null, reposted_at text not null,
    sha256 text not null, source_sha256 text not null, demo integer not null, data text not null) strict`,
  `create index reposts_newest on reposts (reposted_at desc, row desc)`,
];

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-initial': run(INITIAL),
  '0002-search': run(SEARCH),
  '0003-kept-back': keptBack,
  '0004-limits-from-information': limitsFromInformation,
  '0005-interpretations': run(INTERPRETATIONS),
  '0006-applications': run(APPLICATIONS),
  '0007-consultations': run(CONSULTATIONS),
  '0008-comment-files': run(COMMENT_FILES),
  '0009-surveys': run(SURVEYS),
  '0010-proofs': run(PROOFS),
};

/**
 * Applies what is missing, all of it or nothing; safe at every start and from several processes at once.
 * @param last Name of the last one to apply; the newest when absent.
 */
export async function migrate(db: Kysely<Schema>, last?: string): Promise<void> {
  const migrator = new Migrator({db, provider: {getMigrations: () => Promise.resolve({...MIGRATIONS})}});
  const {error} = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
  if (error instanceof Error) throw error;
}
