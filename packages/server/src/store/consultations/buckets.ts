/** Limits against floods (T18): per address, per consultation, and for the service; kept, so that no restart refills them. */
import {COMMENT_BUCKETS, takeFromAll, type Bucket, type BucketLimit, type BucketsResult} from '@zwgk/rules/consultation';
import type {Kysely} from 'kysely';
import type {Schema} from '../schema.ts';

/** One of the buckets is empty. */
export class TooManyCommentsError extends Error {
  override readonly name = 'TooManyCommentsError';
  readonly retryAfterMs: number | undefined;

  constructor(retryAfterMs: number | undefined) {
    super('too many comments');
    this.retryAfterMs = retryAfterMs;
  }
}

/** A bucket of this submission. */
interface Named {
  readonly scope: string;
  readonly limit: BucketLimit;
}

/** @param address What is kept of the address: never the address itself. */
export const bucketsOf = (address: string, consultation: number): Named[] => [
  {scope: `address ${address}`, limit: COMMENT_BUCKETS.address},
  {scope: `consultation ${consultation}`, limit: COMMENT_BUCKETS.consultation},
  {scope: 'service', limit: COMMENT_BUCKETS.service},
];

async function taken(db: Kysely<Schema>, named: readonly Named[], now: number): Promise<BucketsResult> {
  const scopes = named.map(({scope}) => scope);
  const rows = await db.selectFrom('buckets').selectAll().where('scope', 'in', scopes).execute();
  const kept = new Map(rows.map(({scope, full_at}): [string, Bucket] => [scope, {fullAt: full_at}]));
  return takeFromAll(
    named.map(({scope, limit}) => ({bucket: kept.get(scope), limit})),
    now,
  );
}

/** Refuses without a write, so that a flood costs a read each. @throws TooManyCommentsError */
export async function mustHaveTokens(db: Kysely<Schema>, named: readonly Named[], now: number): Promise<void> {
  const result = await taken(db, named, now);
  if (!result.ok) throw new TooManyCommentsError(result.retryAfterMs);
}

/** Takes a token from each, in the transaction that stores what it is for. @throws TooManyCommentsError */
export async function takeTokens(tx: Kysely<Schema>, named: readonly Named[], now: number): Promise<void> {
  const result = await taken(tx, named, now);
  if (!result.ok) throw new TooManyCommentsError(result.retryAfterMs);
  const values = named.map(({scope}, i) => ({scope, full_at: Math.ceil(result.buckets[i]!.fullAt)}));
  await tx
    .insertInto('buckets')
    .values(values)
    .onConflict((conflict) => conflict.column('scope').doUpdateSet((eb) => ({full_at: eb.ref('excluded.full_at')})))
    .execute();
}

/** Forgets full buckets: an absent one is full. */
export const forgetBuckets = (tx: Kysely<Schema>, now: number): Promise<unknown> =>
  tx.deleteFrom('buckets').where('full_at', '<=', now).execute();
