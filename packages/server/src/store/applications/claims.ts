/** Files that are staged, and whose they become. */
import type {ApplicationFile} from '@zwgk/contract';
import type {ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool} from 'kysely';
import type {Schema} from '../schema.ts';

/** Row of what a file is part of: one of the two, for good. */
export type Owner = {readonly application: number} | {readonly comments: number};

/** A file, and what it is for. */
export interface Claim {
  readonly id: string;
  readonly use?: ApplicationFile['use'] | undefined;
}

/** A file is not there, or not for this one; `id` says which. */
export class UploadGoneError extends Error {
  override readonly name = 'UploadGoneError';
  readonly id: string;
  constructor(id: string) {
    super(id);
    this.id = id;
  }
}

/** Staged, and nobody's yet. */
export const unclaimed = (eb: ExpressionBuilder<Schema, 'uploads'>): ExpressionWrapper<Schema, 'uploads', SqlBool> =>
  eb.and([eb('application', 'is', null), eb('comments', 'is', null)]);

/** Files that are staged and still nobody's become this owner's. @throws UploadGoneError */
export async function claimUploads(tx: Kysely<Schema>, owner: Owner, claims: readonly Claim[], oldest: string): Promise<void> {
  for (const {id, use = null} of claims) {
    const {numUpdatedRows} = await tx
      .updateTable('uploads')
      .set({...owner, use})
      .where('id', '=', id)
      .where(unclaimed)
      .where('at', '>', oldest)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new UploadGoneError(id);
  }
}
