/** Official documents. The body is stored whatever the attribute, and read out only where it is public (R3.4). */
import {createHash} from 'node:crypto';
import type {DocumentDetail, DocumentList, DocumentMeta, DocumentQuery, DocumentSummary, Section} from '@zwgk/contract';
import {bodyIsPublic, publicMark} from '@zwgk/rules';
import {sql, type Kysely} from 'kysely';
import {UnknownAgencyError} from './catalog-write.ts';
import {decodeCursor, encodeCursor} from './cursor.ts';
import type {Directory} from './directory.ts';
import {canonicalJson} from './json.ts';
import type {Schema} from './schema.ts';
import {documentEntry} from './search/document-source.ts';
import * as searchIndex from './search/index-writer.ts';
import {documentText, officialText, searchQuery} from './search-text.ts';
import type {DocumentRecord, SaveResult, StoredVersion} from './store.ts';

const DEFAULT_LIMIT = 20;
const MOST_OF_AN_ITEM = 100;
const SUMMARY = ['row', 'id', 'version', 'updated_at', 'demo', 'meta', 'published_on'] as const;

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly updated_at: string;
  readonly demo: 0 | 1;
  readonly meta: string;
}

/** What may be told of every document: its header; what repeats its text, and its attachments, only where the body is public. */
function summary(stored: Stored): DocumentSummary {
  const {attachments, abstract, keywords, promulgation, ...meta} = JSON.parse(stored.meta) as DocumentMeta;
  const ofText = Object.entries({attachments, abstract, keywords, promulgation}).filter(([, value]) => value !== undefined);
  return {
    id: stored.id,
    ...meta,
    ...(bodyIsPublic(meta.disclosure) ? Object.fromEntries(ofText) : {}),
    version: stored.version,
    updatedAt: stored.updated_at,
    publicMark: publicMark(meta.disclosure),
    ...(stored.demo ? {demo: true} : {}),
  };
}

export async function listDocuments(db: Kysely<Schema>, directory: Directory, query: DocumentQuery): Promise<DocumentList> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const matching = filtered(db, directory, query);
  const {total} = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const none: DocumentList = {items: [], total, nextCursor: null, prevCursor: null};
  if (limit === 0) return none;
  const [tag, day, row] = query.cursor === undefined ? ['>'] : (decodeCursor(query.cursor, 'ssn') as [string, string, number]);
  const backwards = tag === '<';
  let page = matching.select(SUMMARY).limit(limit + 1);
  if (day !== undefined && row !== undefined)
    page = page.where(sql<boolean>`(published_on, row) ${sql.raw(backwards ? '>' : '<')} (${day}, ${row})`);
  const direction = backwards ? 'asc' : 'desc';
  const rows = await page.orderBy('published_on', direction).orderBy('row', direction).execute();
  const shown = backwards ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return none;
  const more = rows.length > limit;
  const hasNext = backwards || more;
  const hasPrev = backwards ? more : query.cursor !== undefined;
  return {
    items: shown.map(summary),
    total,
    nextCursor: hasNext ? encodeCursor(['>', last.published_on, last.row]) : null,
    prevCursor: hasPrev ? encodeCursor(['<', first.published_on, first.row]) : null,
  };
}

function filtered(db: Kysely<Schema>, directory: Directory, query: DocumentQuery) {
  let matching = db.selectFrom('documents').where('removed', '=', 0);
  const search = searchQuery(query.q);
  if (search)
    matching = matching.where('row', 'in', sql<number>`(select rowid from document_search where document_search match ${search.match})`);
  if (query.agency) {
    const known = query.agency.filter((id) => directory.rowOfAgency.has(id));
    matching = matching.where('row', 'in', (eb) => eb.selectFrom('document_agencies').select('document').where('agency', 'in', known));
  }
  const {item} = query;
  if (item !== undefined)
    matching = matching.where('row', 'in', (eb) => eb.selectFrom('document_items').select('document').where('item', '=', item));
  if (query.disclosure) matching = matching.where('disclosure', 'in', query.disclosure);
  if (query.validity) matching = matching.where('validity', 'in', query.validity);
  return matching;
}

/** The newest documents published under a catalogue item. */
export async function documentsOfItem(db: Kysely<Schema>, item: string): Promise<DocumentSummary[]> {
  const rows = await db
    .selectFrom('document_items')
    .innerJoin('documents', 'documents.row', 'document_items.document')
    .select(SUMMARY)
    .where('document_items.item', '=', item)
    .where('removed', '=', 0)
    .orderBy('published_on', 'desc')
    .orderBy('row', 'desc')
    .limit(MOST_OF_AN_ITEM)
    .execute();
  return rows.map(summary);
}

/** With `body` and `textHash` exactly when the document is public; the body of another one is not even read. */
export async function getDocument(db: Kysely<Schema>, id: string): Promise<DocumentDetail | undefined> {
  const stored = await db
    .selectFrom('documents')
    .select([...SUMMARY, 'disclosure'])
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst();
  if (!stored) return undefined;
  if (!bodyIsPublic(stored.disclosure as DocumentMeta['disclosure'])) return summary(stored);
  const {body, text_hash} = await db
    .selectFrom('documents')
    .select(['body', 'text_hash'])
    .where('row', '=', stored.row)
    .executeTakeFirstOrThrow();
  return {...summary(stored), body: JSON.parse(body) as Section[], textHash: text_hash};
}

/** The id of a document that another agency issued. */
export class ForeignDocumentError extends Error {
  override readonly name = 'ForeignDocumentError';
  constructor(id: string, issuer: string) {
    super(`document ${id} belongs to ${issuer}`);
  }
}

export async function issuerOfDocument(db: Kysely<Schema>, id: string): Promise<string | undefined> {
  const stored = await db.selectFrom('documents').select('issuer').where('id', '=', id).where('removed', '=', 0).executeTakeFirst();
  return stored?.issuer;
}

/** The row with this id, also one that was withdrawn: that is free for another issuer. */
async function storedBefore(tx: Kysely<Schema>, id: string, issuer: string) {
  const columns = ['row', 'version', 'removed', 'demo', 'issuer', 'meta', 'body'] as const;
  const old = await tx.selectFrom('documents').select(columns).where('id', '=', id).executeTakeFirst();
  if (old?.removed === 0 && old.issuer !== issuer) throw new ForeignDocumentError(id, old.issuer);
  return old;
}

/**
 * Stores documents in the caller's transaction; a changed one gets the next version.
 * @throws UnknownAgencyError, ForeignDocumentError
 */
export async function saveDocuments(tx: Kysely<Schema>, records: readonly DocumentRecord[], now: string): Promise<SaveResult> {
  const result = {added: 0, changed: 0, unchanged: 0};
  for (const {id, meta, body, demo, onlyIssuer} of records) {
    const issuer = await tx.selectFrom('agencies').select('row').where('id', '=', meta.issuer).executeTakeFirst();
    if (!issuer) throw new UnknownAgencyError(meta.issuer);
    const texts = {meta: canonicalJson(meta), body: canonicalJson(body)};
    const old = await storedBefore(tx, id, meta.issuer);
    if (old?.removed === 0 && old.meta === texts.meta && old.body === texts.body && old.demo === (demo ? 1 : 0)) {
      result.unchanged++;
      continue;
    }
    result[old?.removed === 0 ? 'changed' : 'added']++;
    const columns = {
      issuer: meta.issuer,
      published_on: meta.publishedOn,
      disclosure: meta.disclosure,
      validity: meta.validity,
      version: (old?.version ?? 0) + 1,
      updated_at: new Date(now).toISOString(),
      removed: 0 as const,
      demo: demo ? (1 as const) : (0 as const),
      text_hash: createHash('sha256').update(officialText(meta.title, body)).digest('hex'),
      ...texts,
    };
    const {row} = await tx
      .insertInto('documents')
      .values({id, ...columns})
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .returning('row')
      .executeTakeFirstOrThrow();
    if (old) await unlink(tx, row);
    await link(tx, row, meta, body, onlyIssuer ? [] : (meta.coIssuers ?? []));
    await searchIndex.put(tx, 'document', [documentEntry(row, issuer.row, meta, body)]);
  }
  return result;
}

/** Search text, issuers and catalogue items of a document. @param listed Names of co-issuers under which it is listed too. */
async function link(
  tx: Kysely<Schema>,
  document: number,
  meta: DocumentMeta,
  body: readonly Section[],
  listed: readonly string[],
): Promise<void> {
  await tx
    .insertInto('document_search')
    .values({rowid: document, text: documentText(meta, body)})
    .execute();
  const joint = listed.length ? await tx.selectFrom('agencies').select('id').where('name', 'in', listed).execute() : [];
  const agencies = new Set([meta.issuer, ...joint.map(({id}) => id)]);
  await tx
    .insertInto('document_agencies')
    .values([...agencies].map((agency) => ({agency, document})))
    .execute();
  const items = new Set(meta.catalogItems);
  if (items.size === 0) return;
  await tx
    .insertInto('document_items')
    .values([...items].map((item) => ({item, document})))
    .execute();
}

async function unlink(tx: Kysely<Schema>, document: number): Promise<void> {
  await tx.deleteFrom('document_search').where('rowid', '=', document).execute();
  await searchIndex.remove(tx, 'document', [document]);
  await tx.deleteFrom('document_agencies').where('document', '=', document).execute();
  await tx.deleteFrom('document_items').where('document', '=', document).execute();
}

export async function versionsOf(db: Kysely<Schema>, issuer: string): Promise<StoredVersion[]> {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'meta'])
    .where('issuer', '=', issuer)
    .where('removed', '=', 0)
    .where('row', 'in', (eb) => eb.selectFrom('document_agencies').select('document').where('agency', '=', issuer))
    .execute();
  return rows.map(({id, meta}) => {
    const {title, publishedOn, validity} = JSON.parse(meta) as DocumentMeta;
    return {id, issuer, title, publishedOn, validity};
  });
}

export async function amendDocuments(tx: Kysely<Schema>, ids: readonly string[], now: string): Promise<number> {
  const inForce = await tx
    .selectFrom('documents')
    .select(['id', 'meta', 'body', 'demo'])
    .select((eb) =>
      eb
        .selectFrom('document_agencies')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('document', '=', 'documents.row')
        .as('agencies'),
    )
    .where('id', 'in', ids)
    .where('removed', '=', 0)
    .where('validity', '=', 'in_force')
    .execute();
  const amended = inForce.map(({id, meta, body, demo, agencies}): DocumentRecord => ({
    id,
    meta: {...(JSON.parse(meta) as DocumentMeta), validity: 'amended'},
    body: JSON.parse(body) as Section[],
    demo: demo === 1,
    onlyIssuer: agencies === 1,
  }));
  await saveDocuments(tx, amended, now);
  return amended.length;
}

/** Whether the document stands at this version. */
export async function documentIsAt(tx: Kysely<Schema>, id: string, version: number): Promise<boolean> {
  const old = await tx.selectFrom('documents').select('version').where('id', '=', id).where('removed', '=', 0).executeTakeFirst();
  return old?.version === version;
}

export async function removeDocument(tx: Kysely<Schema>, id: string, now: string): Promise<void> {
  const {row} = await tx
    .updateTable('documents')
    .set((eb) => ({removed: 1 as const, version: eb('version', '+', 1), updated_at: new Date(now).toISOString()}))
    .where('id', '=', id)
    .returning('row')
    .executeTakeFirstOrThrow();
  await unlink(tx, row);
}
