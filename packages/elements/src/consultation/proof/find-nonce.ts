/** The work of a proof of work. Not the browser's own SHA-256: pages without https have none, and one call a try is slow. */
import {sha256} from '@noble/hashes/sha2.js';
import {leadingZeroBits} from '@zwgk/rules/consultation';

/** Tries between two looks at what else is to be done: about a millisecond of an old telephone. */
const BATCH = 64;

/** Finds the nonce with which the challenge's hash begins with so many zero bits. @param told How many were tried. */
export function* findNonce(challenge: string, bits: number, told: (tried: number) => void): Generator<undefined, number> {
  const encoder = new TextEncoder();
  const head = sha256.create().update(encoder.encode(`${challenge}.`));
  // Made once: three times as many tries in the same time.
  const [hash, digest] = [head.clone(), new Uint8Array(head.outputLen)];
  for (let nonce = 0; ; nonce++) {
    if (nonce % BATCH === 0) {
      told(nonce);
      yield;
    }
    head
      ._cloneInto(hash)
      .update(encoder.encode(String(nonce)))
      .digestInto(digest);
    if (leadingZeroBits(digest) >= bits) return nonce;
  }
}
