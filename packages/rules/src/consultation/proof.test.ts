import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {challengeText, checkProof, leadingZeroBits, PROOF_TTL_MS, proofBits, proofText, type ProofChallenge} from './index.ts';

const NOW = 1_780_000_000_000;
const challenge: ProofChallenge = {salt: '0f'.repeat(16), action: 'comment:demo-parking', bits: 10, expiresAt: NOW + PROOF_TTL_MS};
const wanted = {action: 'comment:demo-parking', now: NOW, bits: 10};
const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();

function solve(asked: ProofChallenge): {nonce: number; hash: Uint8Array} {
  for (let nonce = 0; ; nonce++) {
    const hash = digest(proofText(asked, nonce));
    if (leadingZeroBits(hash) >= asked.bits) return {nonce, hash};
  }
}

describe('proof of work (T18, T31)', () => {
  it('is not asked for until it is needed, then more the more is sent, and never so much that old telephones are shut out', () => {
    assert.deepEqual([NaN, -1, 0, 0.49, 0.5, 0.625, 0.75, 1, 9].map(proofBits), [0, 0, 0, 0, 14, 15, 16, 18, 18]);
    fc.assert(
      fc.property(fc.float({noNaN: true}), fc.float({noNaN: true}), (a, b) => proofBits(Math.min(a, b)) <= proofBits(Math.max(a, b))),
    );
  });

  it('is taken when it is solved', () => {
    const {nonce, hash} = solve(challenge);
    assert.equal(checkProof(challenge, nonce, hash, wanted), undefined);
    assert.equal(checkProof(challenge, nonce + 1, digest(proofText(challenge, nonce + 1)), wanted), 'not-solved');
  });

  it('holds for one action, for five minutes, and for what was asked', () => {
    const {nonce, hash} = solve(challenge);
    const check = (change: object) => checkProof(challenge, nonce, hash, {...wanted, ...change});
    assert.equal(check({action: 'comment:demo-dogs'}), 'wrong-action');
    assert.equal(check({now: challenge.expiresAt - 1}), undefined);
    assert.equal(check({now: challenge.expiresAt}), 'expired');
    assert.equal(check({now: NaN}), 'expired');
    assert.equal(check({now: NOW - 1}), 'expired', 'one made to last longer');
    assert.equal(check({bits: 11}), 'too-easy');
  });

  it('cannot be put together from parts of another (splicing)', () => {
    for (const change of [
      {salt: `${challenge.salt}.x`},
      {action: 'comment:a.b'},
      {bits: 1.5},
      {expiresAt: Infinity},
      {salt: ''},
      {action: ''},
    ]) {
      const odd = {...challenge, ...change};
      assert.throws(() => challengeText(odd), RangeError);
      assert.equal(checkProof(odd, 0, new Uint8Array(32), wanted), 'malformed');
    }
    assert.equal(checkProof(challenge, -1, new Uint8Array(32), wanted), 'malformed');
    assert.equal(checkProof(challenge, 0, new Uint8Array(0), wanted), 'malformed');
    const part = fc.record({
      salt: fc.constantFrom('a'.repeat(32), 'b'.repeat(33)),
      action: fc.constantFrom('comment:a', 'comment:a-1', 'sign-up:a'),
      bits: fc.nat(64),
      expiresAt: fc.nat(),
    });
    const same = (a: ProofChallenge, b: ProofChallenge) => JSON.stringify(a) === JSON.stringify(b);
    fc.assert(fc.property(part, part, (a, b) => (proofText(a, 1) === proofText(b, 1)) === same(a, b)));
  });

  it('counts the zero bits at the head of a digest', () => {
    const bits = (...bytes: number[]) => leadingZeroBits(Uint8Array.of(...bytes));
    assert.deepEqual([bits(0x80, 0), bits(0x01, 0), bits(0, 0x40), bits(0, 0), bits(0xff)], [0, 7, 9, 16, 0]);
  });
});
