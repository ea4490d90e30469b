/** Moves of staff and author on comments: the rules judge each in the transaction that makes it. */
import {moderate, type IllegalModeration, type ModerationEvent} from '@zwgk/rules/consultation';
import type {Kysely} from 'kysely';
import type {Schema} from '../schema.ts';
import type {StoredComment} from './records.ts';

export type Moved = {readonly ok: true; readonly wasShown: boolean} | IllegalModeration;

/** Makes one move on a comment. What its author withdraws is not kept. @param staff Whose move it is; absent: the author's. */
export async function moveComment(
  tx: Kysely<Schema>,
  {row, progress}: Pick<StoredComment, 'row' | 'progress'>,
  event: ModerationEvent,
  staff?: string,
): Promise<Moved> {
  const result = moderate(progress, event);
  if (!result.ok) return result;
  const {comment} = result;
  await tx
    .updateTable('comments')
    .set({
      state: comment.state,
      progress: JSON.stringify(comment),
      shown_at: comment.publishedAt ?? null,
      ...(comment.state === 'withdrawn' ? {sealed: null} : {}),
    })
    .where('row', '=', row)
    .execute();
  if (comment.state === 'withdrawn') await tx.deleteFrom('comment_bands').where('comment', '=', row).execute();
  await tx
    .insertInto('comment_events')
    .values({comment: row, staff: staff ?? null, event: JSON.stringify(event)})
    .execute();
  return {ok: true, wasShown: progress.state === 'published' || comment.state === 'published'};
}

/** Who wrote is forgotten when nothing is left of what they wrote and answered. */
export async function forgetAuthors(tx: Kysely<Schema>, receipts: readonly number[]): Promise<void> {
  await tx
    .updateTable('comment_receipts')
    .set({sealed: null})
    .where('row', 'in', receipts)
    .where('row', 'not in', tx.selectFrom('comments').select('receipt').where('receipt', 'in', receipts).where('state', '!=', 'withdrawn'))
    .where(
      'row',
      'not in',
      tx.selectFrom('survey_answers').select('receipt').where('receipt', 'in', receipts).where('withdrawn_at', 'is', null),
    )
    .execute();
}

/** Files that came with comments go when nothing is left that they came with. @returns their ids, for what is on the disk. */
export async function dropFiles(tx: Kysely<Schema>, receipts: ReadonlySet<number>): Promise<string[]> {
  const left = tx
    .selectFrom('comments')
    .select('receipt')
    .where('receipt', 'in', [...receipts])
    .where('state', '!=', 'withdrawn');
  const gone = await tx
    .deleteFrom('uploads')
    .where('comments', 'in', [...receipts])
    .where('comments', 'not in', left)
    .returning('id')
    .execute();
  return gone.map(({id}) => id);
}
