/** Writes of interpretations; the links on both sides come from this one table (R4.5). */
import {createHash} from 'node:crypto';
import type {FieldError, InterpretationFacet, InterpretationInput, Section} from '@zwgk/contract';
import type {Kysely} from 'kysely';
import {completeAnchors, type AnchoredText} from './anchors.ts';
import {olderText} from './document-versions.ts';
import {canonicalJson, chunks} from './json.ts';
import type {Schema} from './schema.ts';
import * as searchIndex from './search/index-writer.ts';
import {ENTRIES_AT_ONCE, interpretationEntries} from './search/interpretation-source.ts';
import {interpretationText} from './search-text.ts';
import type {InterpretationRecord, SaveResult} from './store.ts';

/** An interpretation of a document that is not stored. */
export class UnknownDocumentError extends Error {
  override readonly name = 'UnknownDocumentError';
  constructor(id: string) {
    super(`no document ${id}`);
  }
}

/** The stored document that an interpretation names. @throws UnknownDocumentError */
async function documentOf(db: Kysely<Schema>, id: string) {
  const columns = ['row', 'version', 'body', 'disclosure'] as const;
  const found = await db.selectFrom('documents').select(columns).where('id', '=', id).where('removed', '=', 0).executeTakeFirst();
  if (!found) throw new UnknownDocumentError(id);
  return found;
}

/** Its facets with anchors completed against the versions they name, and what is wrong with the others. @throws UnknownDocumentError */
export async function anchorFacets(
  db: Kysely<Schema>,
  {document, facets}: Pick<InterpretationInput, 'document' | 'facets'>,
): Promise<{facets: InterpretationFacet[]; faults: FieldError[]}> {
  const current = await documentOf(db, document);
  const texts = new Map<number | undefined, AnchoredText>();
  texts.set(current.version, {version: current.version, body: JSON.parse(current.body) as Section[]});
  texts.set(undefined, texts.get(current.version)!);
  const named = facets.flatMap(({explanations}) =>
    explanations.flatMap(({anchors}) => anchors.map(({documentVersion}) => documentVersion)),
  );
  for (const version of new Set(named)) {
    const text = version === undefined || texts.has(version) ? undefined : await olderText(db, document, version);
    if (text) texts.set(version, text);
  }
  return completeAnchors(facets, (version) => texts.get(version));
}

/**
 * Stores interpretations in the caller's transaction; a changed one gets the next version. Anchors are completed; one
 * whose words are not found stays as it was sent.
 * @throws UnknownDocumentError
 */
export async function saveInterpretations(tx: Kysely<Schema>, records: readonly InterpretationRecord[], now: string): Promise<SaveResult> {
  const result = {added: 0, changed: 0, unchanged: 0};
  for (const record of records) result[await saveInterpretation(tx, record, now)]++;
  return result;
}

async function saveInterpretation(
  tx: Kysely<Schema>,
  {id, input, ...record}: InterpretationRecord,
  now: string,
): Promise<keyof SaveResult> {
  const {row: document} = await documentOf(tx, input.document);
  const sent = createHash('sha256').update(canonicalJson(input)).digest('hex');
  const demo = record.demo ? (1 as const) : (0 as const);
  const before = ['row', 'version', 'removed', 'demo', 'sent', 'document'] as const;
  const old = await tx.selectFrom('interpretations').select(before).where('id', '=', id).executeTakeFirst();
  const stands = old?.removed === 0;
  if (stands && old.sent === sent && old.demo === demo && old.document === document) return 'unchanged';
  const {facets} = await anchorFacets(tx, input);
  const {facets: _sent, questions = [], media = [], ...meta} = input;
  const columns = {
    document,
    phase: meta.phase,
    published_on: meta.publishedOn,
    version: (old?.version ?? 0) + 1,
    updated_at: new Date(now).toISOString(),
    removed: 0 as const,
    demo,
    sent,
    meta: canonicalJson(meta),
    content: canonicalJson({facets, questions, media}),
  };
  const {row} = await tx
    .insertInto('interpretations')
    .values({id, ...columns})
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .returning('row')
    .executeTakeFirstOrThrow();
  await unindex(tx, [row]);
  await index(tx, [row]);
  return stands ? 'changed' : 'added';
}

/** Whether the interpretation stands at this version. */
export async function interpretationIsAt(tx: Kysely<Schema>, id: string, version: number): Promise<boolean> {
  const old = await tx.selectFrom('interpretations').select('version').where('id', '=', id).where('removed', '=', 0).executeTakeFirst();
  return old?.version === version;
}

export async function removeInterpretation(tx: Kysely<Schema>, id: string, now: string): Promise<void> {
  const {row} = await tx.selectFrom('interpretations').select('row').where('id', '=', id).executeTakeFirstOrThrow();
  await withdraw(tx, [row], now);
}

/** With a document goes whatever explains it: no link is left dangling (R4.5). */
export async function removeInterpretationsOf(tx: Kysely<Schema>, document: number, now: string): Promise<void> {
  await withdraw(tx, await rowsOf(tx, document), now);
}

/** After a change of the document: its words are in the index of what explains it, and its attribute decides whether that is found. */
export async function reindexInterpretations(tx: Kysely<Schema>, document: number): Promise<void> {
  const rows = await rowsOf(tx, document);
  await unindex(tx, rows);
  await index(tx, rows);
}

async function rowsOf(tx: Kysely<Schema>, document: number): Promise<number[]> {
  const found = await tx.selectFrom('interpretations').select('row').where('document', '=', document).where('removed', '=', 0).execute();
  return found.map(({row}) => row);
}

async function withdraw(tx: Kysely<Schema>, rows: readonly number[], now: string): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .updateTable('interpretations')
    .set((eb) => ({removed: 1 as const, version: eb('version', '+', 1), updated_at: new Date(now).toISOString()}))
    .where('row', 'in', rows)
    .execute();
  await unindex(tx, rows);
}

async function unindex(tx: Kysely<Schema>, rows: readonly number[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.deleteFrom('interpretation_search').where('rowid', 'in', rows).execute();
  await searchIndex.remove(tx, 'interpretation', rows);
}

/** Puts those into the indexes that may be read. */
async function index(tx: Kysely<Schema>, rows: readonly number[]): Promise<void> {
  for (const some of chunks(rows, ENTRIES_AT_ONCE)) {
    const entries = await interpretationEntries(tx, (eb) => eb('interpretations.row', 'in', some));
    if (entries.length === 0) continue;
    const texts = entries.map((entry) => ({rowid: entry.owner, text: interpretationText(entry)}));
    await tx.insertInto('interpretation_search').values(texts).execute();
    await searchIndex.put(tx, 'interpretation', entries);
  }
}
