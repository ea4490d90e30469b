/** Limits against floods (T18): per address, per consultation, and for the service; kept, so that no restart refills them. */
import {COMMENT_BUCKETS, loadOf, takeFromAll, type Bucket, type BucketLimit, type BucketsResult} from '@zwgk/rules/consultation';
import type {Kysely} from 'kysely';
import type {Schema} from './schema.ts';

/** One of the buckets is empty. */
export class TooManyRequestsError extends Error {
  override readonly name = 'TooManyRequestsError';
  readonly retryAfterMs: number | undefined;

  constructor(retryAfterMs: number | undefined) {
    super('too many requests');
    this.retryAfterMs = retryAfterMs;
  }
}

/** A bucket of this submission. */
export interface Named {
  readonly scope: string;
  readonly limit: BucketLimit;
  /** Whether everybody draws on it, so that it tells how much is going on. */
  readonly shared?: boolean;
}

/**
 * @param address What is kept of the address: never the address itself.
 * @param waited Whether whoever sends waited instead of having a proof computed.
 */
export const bucketsOf = (address: string, consultation: number, waited = false): Named[] => [
  {scope: `address ${address}`, limit: COMMENT_BUCKETS.address},
  {scope: `consultation ${consultation}`, limit: COMMENT_BUCKETS.consultation, shared: true},
  {scope: 'service', limit: COMMENT_BUCKETS.service, shared: true},
  ...(waited ? [{scope: `waiting ${consultation}`, limit: COMMENT_BUCKETS.waiting}] : []),
];

type Filled = Named & {readonly bucket: Bucket | undefined};

async function filled(db: Kysely<Schema>, named: readonly Named[]): Promise<Filled[]> {
  const scopes = named.map(({scope}) => scope);
  const rows = await db.selectFrom('buckets').selectAll().where('scope', 'in', scopes).execute();
  const kept = new Map(rows.map(({scope, full_at}): [string, Bucket] => [scope, {fullAt: full_at}]));
  return named.map((each) => ({...each, bucket: kept.get(each.scope)}));
}

function taken(all: readonly Filled[], now: number): BucketsResult {
  const result = takeFromAll(all, now);
  if (!result.ok) throw new TooManyRequestsError(result.retryAfterMs);
  return result;
}

/** Refuses without a write, so that a flood costs a read each. @throws TooManyRequestsError */
export async function mustHaveTokens(db: Kysely<Schema>, named: readonly Named[], now: number): Promise<void> {
  taken(await filled(db, named), now);
}

/** The same. @returns the load, from 0 to 1: how much of the buckets is used up that everybody draws on. */
export async function loadWithTokens(db: Kysely<Schema>, named: readonly Named[], now: number): Promise<number> {
  const all = await filled(db, named);
  taken(all, now);
  return Math.max(0, ...all.filter(({shared}) => shared).map(({bucket, limit}) => loadOf(bucket, limit, now)));
}

/** Takes a token from each, in the transaction that stores what it is for. @throws TooManyRequestsError */
export async function takeTokens(tx: Kysely<Schema>, named: readonly Named[], now: number): Promise<void> {
  const {buckets} = taken(await filled(tx, named), now);
  const values = named.map(({scope}, i) => ({scope, full_at: Math.ceil(buckets[i]!.fullAt)}));
  await tx
    .insertInto('buckets')
    .values(values)
    .onConflict((conflict) => conflict.column('scope').doUpdateSet((eb) => ({full_at: eb.ref('excluded.full_at')})))
    .execute();
}

/** Forgets full buckets: an absent one is full. */
export const forgetBuckets = (tx: Kysely<Schema>, now: number): Promise<unknown> =>
  tx.deleteFrom('buckets').where('full_at', '<=', now).execute();
