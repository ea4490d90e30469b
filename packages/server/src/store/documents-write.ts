/** Writes of official documents. What a replaced version said is kept. */
import {createHash} from 'node:crypto';
import type {DocumentMeta, Section} from '@zwgk/contract';
import type {Kysely} from 'kysely';
import {UnknownAgencyError} from './catalog-write.ts';
import {forgetVersions, keepVersion} from './document-versions.ts';
import {reindexInterpretations, removeInterpretationsOf} from './interpretations-write.ts';
import {canonicalJson} from './json.ts';
import type {Schema} from './schema.ts';
import {documentEntry} from './search/document-source.ts';
import * as searchIndex from './search/index-writer.ts';
import {documentText, officialText} from './search-text.ts';
import type {DocumentRecord, SaveResult} from './store.ts';

/** The id of a document that another agency issued. */
export class ForeignDocumentError extends Error {
  override readonly name = 'ForeignDocumentError';
  constructor(id: string, issuer: string) {
    super(`document ${id} belongs to ${issuer}`);
  }
}

/** The row with this id, also one that was withdrawn: that is free for another issuer. */
async function storedBefore(tx: Kysely<Schema>, id: string, issuer: string) {
  const columns = ['row', 'version', 'removed', 'demo', 'issuer', 'meta', 'body'] as const;
  const old = await tx.selectFrom('documents').select(columns).where('id', '=', id).executeTakeFirst();
  if (old?.removed === 0 && old.issuer !== issuer) throw new ForeignDocumentError(id, old.issuer);
  return old;
}

/**
 * Stores documents in the caller's transaction; a changed one gets the next version, and what it said before is kept.
 * @throws UnknownAgencyError, ForeignDocumentError
 */
export async function saveDocuments(tx: Kysely<Schema>, records: readonly DocumentRecord[], now: string): Promise<SaveResult> {
  const result = {added: 0, changed: 0, unchanged: 0};
  for (const record of records) result[await saveDocument(tx, record, now)]++;
  return result;
}

async function saveDocument(tx: Kysely<Schema>, record: DocumentRecord, now: string): Promise<keyof SaveResult> {
  const {id, meta, body, onlyIssuer, plan} = record;
  const demo = record.demo ? (1 as const) : (0 as const);
  const issuer = await tx.selectFrom('agencies').select('row').where('id', '=', meta.issuer).executeTakeFirst();
  if (!issuer) throw new UnknownAgencyError(meta.issuer);
  const texts = {meta: canonicalJson(meta), body: canonicalJson(body)};
  const old = await storedBefore(tx, id, meta.issuer);
  const stands = old?.removed === 0;
  if (stands && old.meta === texts.meta && old.body === texts.body && old.demo === demo) {
    if (plan) await savePlan(tx, old.row, plan);
    return 'unchanged';
  }
  if (stands) await keepVersion(tx, old.row);
  const columns = {
    issuer: meta.issuer,
    published_on: meta.publishedOn,
    disclosure: meta.disclosure,
    validity: meta.validity,
    version: (old?.version ?? 0) + 1,
    updated_at: new Date(now).toISOString(),
    removed: 0 as const,
    demo,
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
  await reindexInterpretations(tx, row);
  if (plan) await savePlan(tx, row, plan);
  return stands ? 'changed' : 'added';
}

/** Keeps what came with a major policy (R4.3), where no read finds it. */
async function savePlan(tx: Kysely<Schema>, document: number, {plan, material}: NonNullable<DocumentRecord['plan']>): Promise<void> {
  const columns = {plan: plan ?? null, material: material ?? null};
  await tx
    .insertInto('document_plans')
    .values({document, ...columns})
    .onConflict((conflict) => conflict.column('document').doUpdateSet(columns))
    .execute();
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

/** Withdraws a document, with its older versions and whatever explains it: no link is left dangling (R4.5). */
export async function removeDocument(tx: Kysely<Schema>, id: string, now: string): Promise<void> {
  const {row} = await tx
    .updateTable('documents')
    .set((eb) => ({removed: 1 as const, version: eb('version', '+', 1), updated_at: new Date(now).toISOString()}))
    .where('id', '=', id)
    .returning('row')
    .executeTakeFirstOrThrow();
  await unlink(tx, row);
  await forgetVersions(tx, row);
  await tx.deleteFrom('document_plans').where('document', '=', row).execute();
  await removeInterpretationsOf(tx, row, now);
}
