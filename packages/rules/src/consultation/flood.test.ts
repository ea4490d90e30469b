import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {COMMENT_BUCKETS, loadOf, takeFromAll, takeToken, tokensIn, type Bucket, type BucketLimit} from './index.ts';

const LIMIT: BucketLimit = {capacity: 10, everyMs: 60_000};
const NOW = 1_780_000_000_000;

/** How many of `count` comments at once are taken. */
function burst(bucket: Bucket | undefined, count: number, now: number, limit = LIMIT): {taken: number; bucket: Bucket | undefined} {
  let [taken, state] = [0, bucket];
  for (let i = 0; i < count; i++) {
    const result = takeToken(state, limit, now);
    state = result.bucket;
    if (result.ok) taken++;
  }
  return {taken, bucket: state};
}

describe('a token bucket (T18)', () => {
  it('takes ten at once, then one a minute', () => {
    const full = burst(undefined, 10_000, NOW);
    assert.equal(full.taken, 10);
    assert.equal(burst(full.bucket, 5, NOW + 59_999).taken, 0);
    assert.equal(burst(full.bucket, 5, NOW + 60_000).taken, 1);
    assert.equal(burst(full.bucket, 50, NOW + 600_000).taken, 10);
    assert.equal(burst(full.bucket, 50, NOW + 86_400_000).taken, 10, 'never more than it holds');
  });

  it('says when to come back, and is right', () => {
    const {bucket} = burst(undefined, 10, NOW);
    const refused = takeToken(bucket, LIMIT, NOW + 20_000);
    assert.deepEqual(refused, {ok: false, bucket, retryAfterMs: 40_000});
    assert.equal(takeToken(bucket, LIMIT, NOW + 59_999).ok, false);
    assert.equal(takeToken(bucket, LIMIT, NOW + 60_000).ok, true);
    const never = takeToken(undefined, LIMIT, NOW, 11);
    assert.equal(!never.ok && never.retryAfterMs, undefined);
  });

  it('of one minute holds 10,000 comments in 60 s from one address down to its limit (F1)', () => {
    let [taken, state] = [0, undefined as Bucket | undefined];
    for (let i = 0; i < 10_000; i++) {
      const result = takeToken(state, COMMENT_BUCKETS.address, NOW + i * 6);
      state = result.bucket;
      if (result.ok) taken++;
    }
    assert.equal(taken, 10);
  });

  const steps = fc.array(fc.record({gap: fc.integer({min: 0, max: 400_000}), cost: fc.integer({min: 1, max: 4})}), {
    maxLength: 60,
    size: 'max',
  });

  it('never gives more than its capacity and what came back in the time, in any window', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let [now, state] = [NOW, undefined as Bucket | undefined];
        const taken: {now: number; cost: number}[] = [];
        for (const {gap, cost} of all) {
          now += gap;
          const result = takeToken(state, LIMIT, now, cost);
          state = result.bucket;
          if (result.ok) taken.push({now, cost});
        }
        for (let from = 0; from < taken.length; from++) {
          let sum = 0;
          for (const {now: then, cost} of taken.slice(from)) {
            sum += cost;
            assert.ok(sum <= LIMIT.capacity + (then - taken[from]!.now) / LIMIT.everyMs);
          }
        }
      }),
    );
  });

  it('goes on after a restart as if nothing had been, and more time is never worse', () => {
    fc.assert(
      fc.property(steps, fc.nat(1_000_000), (all, wait) => {
        let [now, kept, read] = [NOW, undefined as Bucket | undefined, undefined as Bucket | undefined];
        for (const {gap, cost} of all) {
          now += gap;
          const [one, other] = [takeToken(kept, LIMIT, now, cost), takeToken(read, LIMIT, now, cost)];
          assert.deepEqual(one, other);
          kept = one.bucket;
          read = JSON.parse(JSON.stringify(other.bucket)) as Bucket;
        }
        assert.ok(tokensIn(kept, LIMIT, now + wait) >= tokensIn(kept, LIMIT, now));
        assert.equal(burst(kept, 20, now).taken, tokensIn(kept, LIMIT, now));
      }),
    );
  });

  it('gives nothing for a clock that goes back, and comes round after one that ran ahead', () => {
    const {bucket} = burst(undefined, 10, NOW);
    assert.equal(burst(bucket, 5, NOW - 30_000).taken, 0);
    const ahead = burst(undefined, 10, NOW + 10 * 365 * 86_400_000).bucket;
    assert.equal(burst(ahead, 5, NOW).taken, 0, 'an empty bucket');
    const again = takeToken(ahead, LIMIT, NOW).bucket;
    assert.equal(burst(again, 5, NOW + 60_000).taken, 1);
    assert.equal(takeToken({fullAt: NaN}, LIMIT, NOW).ok, true);
  });
});

describe('several limits at once', () => {
  it('charge all or none: who is refused by one is not charged by the others', () => {
    const own = burst(undefined, 10, NOW).bucket;
    const all = [
      {bucket: own, limit: LIMIT},
      {bucket: undefined, limit: COMMENT_BUCKETS.service},
    ];
    const refused = takeFromAll(all, NOW + 10_000);
    assert.deepEqual([refused.ok, refused.retryAfterMs], [false, 50_000]);
    assert.equal(tokensIn(refused.buckets[1], COMMENT_BUCKETS.service, NOW + 10_000), 1000);
    const taken = takeFromAll(all, NOW + 60_000);
    assert.equal(taken.ok, true);
    assert.equal(tokensIn(taken.buckets[1], COMMENT_BUCKETS.service, NOW + 60_000), 999);
  });

  it('know how full they are', () => {
    assert.equal(loadOf(undefined, LIMIT, NOW), 0);
    assert.equal(loadOf(burst(undefined, 5, NOW).bucket, LIMIT, NOW), 0.5);
    assert.equal(loadOf(burst(undefined, 10, NOW).bucket, LIMIT, NOW), 1);
  });
});
