/** Limits against floods of comments (T18): states go in and come out, so that whoever keeps them can be any store. */

/** A bucket holds `capacity` tokens and gets one back every `everyMs`. */
export interface BucketLimit {
  readonly capacity: number;
  readonly everyMs: number;
}

/**
 * State of a token bucket as one number: the instant, in milliseconds, at which it will be full again. Survives JSON and
 * restarts without loss; an absent state is a full bucket.
 */
export interface Bucket {
  readonly fullAt: number;
}

export type BucketResult =
  | {readonly ok: true; readonly bucket: Bucket}
  /** `retryAfterMs`: when the same may be tried again; `undefined` where the bucket is too small for it. */
  | {readonly ok: false; readonly bucket: Bucket; readonly retryAfterMs: number | undefined};

/** A state made by a clock that ran ahead counts as an empty bucket, one that cannot be read as a full one. */
function fullAtOf(bucket: Bucket | undefined, {capacity, everyMs}: BucketLimit, now: number): number {
  const fullAt = bucket?.fullAt ?? now;
  return Number.isFinite(fullAt) ? Math.min(Math.max(fullAt, now), now + capacity * everyMs) : now;
}

/** Whole tokens in a bucket. */
export const tokensIn = (bucket: Bucket | undefined, limit: BucketLimit, now: number): number =>
  limit.capacity - Math.ceil((fullAtOf(bucket, limit, now) - now) / limit.everyMs);

/** Takes `cost` tokens, or none. @param now Instant in milliseconds by the server's clock. */
export function takeToken(bucket: Bucket | undefined, limit: BucketLimit, now: number, cost = 1): BucketResult {
  const fullAt = fullAtOf(bucket, limit, now);
  const after = fullAt + cost * limit.everyMs;
  const wait = after - (now + limit.capacity * limit.everyMs);
  if (wait <= 0) return {ok: true, bucket: {fullAt: after}};
  return {ok: false, bucket: {fullAt}, retryAfterMs: cost > limit.capacity ? undefined : wait};
}

export type BucketsResult = {readonly ok: boolean; readonly buckets: readonly Bucket[]; readonly retryAfterMs?: number | undefined};

/** Takes a token from every bucket, or from none: who is refused by one is not charged by the others. */
export function takeFromAll(all: readonly {bucket: Bucket | undefined; limit: BucketLimit}[], now: number): BucketsResult {
  const results = all.map(({bucket, limit}) => takeToken(bucket, limit, now));
  const refused = results.flatMap((result) => (result.ok ? [] : [result.retryAfterMs ?? Infinity]));
  if (!refused.length) return {ok: true, buckets: results.map(({bucket}) => bucket)};
  const wait = Math.max(...refused);
  const buckets = all.map(({bucket, limit}) => ({fullAt: fullAtOf(bucket, limit, now)}));
  return {ok: false, buckets, ...(Number.isFinite(wait) ? {retryAfterMs: wait} : {})};
}

/**
 * Limits for comments, by agreement: an address may be that of a whole school or office, so it may send ten at once and
 * then one a minute; a consultation and the service take what staff can still read.
 */
export const COMMENT_BUCKETS = {
  address: {capacity: 10, everyMs: 60_000},
  consultation: {capacity: 300, everyMs: 2_000},
  service: {capacity: 1000, everyMs: 200},
  /** Of one consultation, those who wait instead of having a proof computed: waiting costs a machine nothing. */
  waiting: {capacity: 30, everyMs: 10_000},
} as const satisfies Record<string, BucketLimit>;

/** How much of a bucket is used up, from 0 to 1: the load by which proofs of work are asked for. */
export const loadOf = (bucket: Bucket | undefined, limit: BucketLimit, now: number): number =>
  (fullAtOf(bucket, limit, now) - now) / (limit.capacity * limit.everyMs);
