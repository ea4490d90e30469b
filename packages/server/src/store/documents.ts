/** Reads of official documents. The body is stored whatever the attribute, and read out only where it is public (R3.4). */
import type {DocumentDetail, DocumentList, DocumentMeta, DocumentQuery, DocumentSummary, Section} from '@zwgk/contract';
import {bodyIsPublic, isDraft, publicMark} from '@zwgk/rules';
import {sql, type Kysely} from 'kysely';
import type {Directory} from './directory.ts';
import {supersederOf} from './document-links.ts';
import {linksOf} from './interpretations.ts';
import {newestPage} from './newest.ts';
import type {Schema} from './schema.ts';
import {searchQuery} from './search-text.ts';
import type {StoredVersion} from './store.ts';
import type {TextLinks} from './text-links.ts';

const MOST_OF_AN_ITEM = 100;
export const SUMMARY = ['row', 'id', 'version', 'updated_at', 'demo', 'meta', 'published_on'] as const;

export interface StoredDocument {
  readonly id: string;
  readonly version: number;
  readonly updated_at: string;
  readonly demo: 0 | 1;
  readonly meta: string;
}

/** What may be told of every document: its header; what repeats its text, and its attachments, only where the body is public. */
export function summary(stored: StoredDocument): DocumentSummary {
  const {attachments, abstract, keywords, promulgation, ...meta} = JSON.parse(stored.meta) as DocumentMeta;
  const ofText = Object.entries({attachments, abstract, keywords, promulgation}).filter(([, value]) => value !== undefined);
  return {
    id: stored.id,
    ...meta,
    ...(bodyIsPublic(meta.disclosure) ? Object.fromEntries(ofText) : {}),
    version: stored.version,
    updatedAt: stored.updated_at,
    publicMark: publicMark(meta.disclosure),
    ...(isDraft(meta) ? {draft: true} : {}),
    ...(stored.demo ? {demo: true} : {}),
  };
}

export async function listDocuments(db: Kysely<Schema>, directory: Directory, query: DocumentQuery): Promise<DocumentList> {
  const matching = filtered(db, directory, query);
  const {rows, ...page} = await newestPage(matching, 'published_on', query, (some) => some.select(SUMMARY).execute());
  return {items: rows.map(summary), ...page};
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

/** With `body`, `textHash` and what explains it exactly when the document is public; the body of another one is not even read. */
export async function getDocument(db: Kysely<Schema>, links: TextLinks, id: string): Promise<DocumentDetail | undefined> {
  const stored = await db
    .selectFrom('documents')
    .select([...SUMMARY, 'disclosure'])
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst();
  if (!stored) return undefined;
  const supersededBy = await supersederOf(db, id);
  const head = {...summary(stored), ...(supersededBy ? {supersededBy} : {})};
  if (!bodyIsPublic(stored.disclosure as DocumentMeta['disclosure'])) return head;
  const text = await db.selectFrom('documents').select(['body', 'text_hash']).where('row', '=', stored.row).executeTakeFirstOrThrow();
  const body = JSON.parse(text.body) as Section[];
  const interpretations = await linksOf(db, stored.row);
  return {...head, body, textHash: text.text_hash, interpretations, ...(await links.of(stored, body))};
}

export async function issuerOfDocument(db: Kysely<Schema>, id: string): Promise<string | undefined> {
  const stored = await db.selectFrom('documents').select('issuer').where('id', '=', id).where('removed', '=', 0).executeTakeFirst();
  return stored?.issuer;
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

/** Whether the document stands at this version. */
export async function documentIsAt(tx: Kysely<Schema>, id: string, version: number): Promise<boolean> {
  const old = await tx.selectFrom('documents').select('version').where('id', '=', id).where('removed', '=', 0).executeTakeFirst();
  return old?.version === version;
}
