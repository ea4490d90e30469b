/**
 * Versions of a document. What it said before is read out only while the whole of it is public: a passage kept back
 * today must not be found in a version of yesterday (R3.4).
 */
import type {ComparedText, DocumentMeta, DocumentVersion, Section} from '@zwgk/contract';
import {sql, type Kysely} from 'kysely';
import {readPromulgation} from '../import/promulgation.ts';
import {PUBLIC, publicDocuments} from './document-links.ts';
import type {Schema} from './schema.ts';

/** A text that can be compared. */
export interface VersionText extends ComparedText {
  readonly body: Section[];
}

/** Keeps the present version of a document before another one takes its place. */
export async function keepVersion(tx: Kysely<Schema>, document: number): Promise<void> {
  await sql`insert into document_versions (document, version, updated_at, disclosure, text_hash, meta, body)
    select row, version, updated_at, disclosure, text_hash, meta, body from documents where row = ${document}`.execute(tx);
}

export async function forgetVersions(tx: Kysely<Schema>, document: number): Promise<void> {
  await tx.deleteFrom('document_versions').where('document', '=', document).execute();
}

/** Older versions that may be read, of a document that is proactive as a whole. */
const readable = (db: Kysely<Schema>, id: string) =>
  db
    .selectFrom('document_versions')
    .innerJoin('documents', 'documents.row', 'document_versions.document')
    .where('documents.id', '=', id)
    .where('documents.removed', '=', 0)
    .where('documents.disclosure', '=', 'proactive')
    .where('document_versions.disclosure', 'in', PUBLIC);

/** When a text was published, last amended as it says itself, and came into force: what people know a version by. */
function datesOf({
  publishedOn,
  effectiveOn,
  promulgation = [],
}: DocumentMeta): Pick<DocumentVersion, 'publishedOn' | 'amendedOn' | 'effectiveOn'> {
  const {issuedOn = ''} = readPromulgation(promulgation);
  return {publishedOn, ...(issuedOn > publishedOn ? {amendedOn: issuedOn} : {}), ...(effectiveOn === undefined ? {} : {effectiveOn})};
}

/** Newest first; of what is not public its present version, without a hash. `undefined` when there is no such document. */
export async function listVersions(db: Kysely<Schema>, id: string): Promise<DocumentVersion[] | undefined> {
  const columns = ['version', 'updated_at', 'text_hash', 'disclosure', 'meta'] as const;
  const current = await db.selectFrom('documents').select(columns).where('id', '=', id).where('removed', '=', 0).executeTakeFirst();
  if (!current) return undefined;
  const older = await readable(db, id)
    .select(columns.map((column) => `document_versions.${column}` as const))
    .orderBy('document_versions.version', 'desc')
    .execute();
  return [current, ...older].map(({version, updated_at, text_hash, disclosure, meta}) => ({
    version,
    at: updated_at,
    ...datesOf(JSON.parse(meta) as DocumentMeta),
    ...(PUBLIC.includes(disclosure) ? {textHash: text_hash} : {}),
  }));
}

function versionText(found: {id: string; version: number; meta: string; body: string} | undefined): VersionText | undefined {
  if (!found) return undefined;
  const {title, docNumber, publishedOn} = JSON.parse(found.meta) as DocumentMeta;
  const {id, version, body} = found;
  return {id, title, ...(docNumber === undefined ? {} : {docNumber}), version, publishedOn, body: JSON.parse(body) as Section[]};
}

/** The present text, where it is public. */
export const currentText = async (db: Kysely<Schema>, id: string): Promise<VersionText | undefined> =>
  versionText(await publicDocuments(db).select(['id', 'version', 'meta', 'body']).where('id', '=', id).executeTakeFirst());

/** An older version's text, where it may be read. */
export const olderText = async (db: Kysely<Schema>, id: string, version: number): Promise<VersionText | undefined> =>
  versionText(
    await readable(db, id)
      .select(['documents.id', 'document_versions.version', 'document_versions.meta', 'document_versions.body'])
      .where('document_versions.version', '=', version)
      .executeTakeFirst(),
  );

/** The text of a version, present or older, where it may be read. */
export async function textAt(db: Kysely<Schema>, id: string, version: number): Promise<VersionText | undefined> {
  const current = await currentText(db, id);
  return current?.version === version ? current : olderText(db, id, version);
}

/** What an older version said, public or not: to find passages again, never to be read out. */
export async function keptBody(db: Kysely<Schema>, document: number, version: number): Promise<Section[] | undefined> {
  const ofVersion = db.selectFrom('document_versions').select('body').where('document', '=', document).where('version', '=', version);
  const found = await ofVersion.executeTakeFirst();
  return found && (JSON.parse(found.body) as Section[]);
}

/** What it is compared with when nothing else is asked for: what it supersedes, or else its last version with another text. */
export async function textBefore(db: Kysely<Schema>, id: string): Promise<VersionText | undefined> {
  const {meta} = await publicDocuments(db).select('meta').where('id', '=', id).executeTakeFirstOrThrow();
  const {supersedes} = JSON.parse(meta) as DocumentMeta;
  const superseded = supersedes === undefined ? undefined : await currentText(db, supersedes);
  if (superseded) return superseded;
  const last = await readable(db, id)
    .select('document_versions.version')
    .whereRef('document_versions.text_hash', '!=', 'documents.text_hash')
    .orderBy('document_versions.version', 'desc')
    .executeTakeFirst();
  return last && olderText(db, id, last.version);
}

/** Documents that may follow each other in one line; the chain of a damaged database ends too. */
const MOST_PREDECESSORS = 20;

/** The present text of a document that this one superseded, at whatever distance; `undefined` for any other. */
export async function predecessorText(db: Kysely<Schema>, id: string, other: string): Promise<VersionText | undefined> {
  let at: string | undefined = id;
  for (let steps = 0; at !== undefined && at !== other && steps < MOST_PREDECESSORS; steps++) {
    const found: {meta: string} | undefined = await publicDocuments(db).select('meta').where('id', '=', at).executeTakeFirst();
    at = found && (JSON.parse(found.meta) as DocumentMeta).supersedes;
  }
  return at === other && other !== id ? currentText(db, other) : undefined;
}
