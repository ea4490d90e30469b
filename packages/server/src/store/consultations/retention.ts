/** Names, ways of contact and files of those who commented are kept as long as their purpose needs it (个人信息保护法第十九条); what they said stays. */
import type {Kysely} from 'kysely';
import type {Schema} from '../schema.ts';
import {forgetBuckets} from '../buckets.ts';
import {forgetProofs} from './proofs.ts';

export interface CommentRetention {
  /** Instant: consultations whose report, or else whose end, lies before it. */
  readonly reportedBefore: string;
  /** Instant: idempotency keys used before it. */
  readonly keysBefore: string;
  readonly now: number;
}

export interface PurgedComments {
  readonly authors: number;
  readonly keys: number;
  /** Files to be removed now that no row knows them. */
  readonly files: readonly string[];
}

const dueAuthors = (db: Kysely<Schema>, before: string) =>
  db
    .selectFrom('comment_receipts')
    .innerJoin('consultations', 'consultations.row', 'comment_receipts.consultation')
    .select('comment_receipts.row')
    .where('sealed', 'is not', null)
    .where((eb) => eb(eb.fn.coalesce('reported_at', 'closes_at'), '<', before));

/** How much `purgeComments` would take away. */
export async function dueComments(db: Kysely<Schema>, {reportedBefore, keysBefore}: CommentRetention): Promise<PurgedComments> {
  const authors = await dueAuthors(db, reportedBefore).execute();
  const keys = await db.selectFrom('comment_keys').select('hash').where('at', '<', keysBefore).execute();
  const files = await db.selectFrom('uploads').select('id').where('comments', 'in', dueAuthors(db, reportedBefore)).execute();
  return {authors: authors.length, keys: keys.length, files: files.map(({id}) => id)};
}

/** In the caller's transaction. */
export async function purgeComments(tx: Kysely<Schema>, limits: CommentRetention): Promise<PurgedComments> {
  const purged = await dueComments(tx, limits);
  await tx.deleteFrom('uploads').where('id', 'in', purged.files).execute();
  await tx.updateTable('comment_receipts').set({sealed: null}).where('row', 'in', dueAuthors(tx, limits.reportedBefore)).execute();
  await tx.deleteFrom('comment_keys').where('at', '<', limits.keysBefore).execute();
  await forgetBuckets(tx, limits.now);
  await forgetProofs(tx, limits.now);
  return purged;
}
