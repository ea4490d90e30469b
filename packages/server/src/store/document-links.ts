/** Documents that a document is bound to: what took its place, and what its text names. Only public ones are linked. */
import type {DocumentLink, DocumentMeta} from '@zwgk/contract';
import {sql, type Kysely} from 'kysely';
import type {Schema} from './schema.ts';

/** Attributes whose text is public (`bodyIsPublic`), for queries. */
export const PUBLIC: readonly string[] = ['proactive', 'partial'] satisfies DocumentMeta['disclosure'][];

export const publicDocuments = (db: Kysely<Schema>) =>
  db.selectFrom('documents').where('documents.removed', '=', 0).where('documents.disclosure', 'in', PUBLIC);

export function linkTo({id, meta}: {readonly id: string; readonly meta: string}): DocumentLink {
  const {title, docNumber, publishedOn} = JSON.parse(meta) as DocumentMeta;
  return {id, title, ...(docNumber === undefined ? {} : {docNumber}), publishedOn};
}

/** The newest document that says that it took the place of this one. */
export async function supersederOf(db: Kysely<Schema>, id: string): Promise<DocumentLink | undefined> {
  const found = await publicDocuments(db)
    .select(['id', 'meta'])
    .where(sql`meta ->> '$.supersedes'`, '=', id)
    .where('id', '!=', id)
    .orderBy('published_on', 'desc')
    .orderBy('row', 'desc')
    .executeTakeFirst();
  return found && linkTo(found);
}
