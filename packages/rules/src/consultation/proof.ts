/** Proof of work for the time of a flood (T18, T31): what is asked, what is hashed, what is checked. Hashing and signing are the caller's. */

/** None is asked below this load; from there on the difficulty rises to `MAX_BITS` at full load. */
const FROM_LOAD = 0.5;
/** 2^14 hashes take a telephone a fraction of a second, 2^18 a few seconds; more would shut out old ones (适老). */
const MIN_BITS = 14;
const MAX_BITS = 18;
/** A challenge holds for five minutes (T31). */
export const PROOF_TTL_MS = 300_000;

/** Zero bits that a proof must show at a load from 0 to 1; 0 means that none is asked for. Never falls as the load rises. */
export function proofBits(load: number): number {
  if (!(load >= FROM_LOAD)) return 0;
  return MIN_BITS + Math.floor(((Math.min(load, 1) - FROM_LOAD) / (1 - FROM_LOAD)) * (MAX_BITS - MIN_BITS));
}

/** What a server asks to be solved; it signs `challengeText` and keeps nothing. */
export interface ProofChallenge {
  /** Random, at least 128 bits, in lower-case hexadecimal. */
  readonly salt: string;
  /** What the proof is for: `comment:` and the consultation's id. */
  readonly action: string;
  readonly bits: number;
  /** Instant in milliseconds. */
  readonly expiresAt: number;
}

const SALT = /^[0-9a-f]{32,128}$/;
const ACTION = /^[a-z][a-z-]{0,31}:[A-Za-z0-9_-]{1,100}$/;
const isShaped = ({salt, action, bits, expiresAt}: ProofChallenge): boolean =>
  SALT.test(salt) && ACTION.test(action) && Number.isInteger(bits) && bits >= 0 && bits <= 64 && Number.isSafeInteger(expiresAt);

/**
 * The text that is signed, in one way only: no part can hold the separator, so that no other challenge reads the same
 * (splicing). @throws {RangeError} when a part has not its shape.
 */
export function challengeText(challenge: ProofChallenge): string {
  if (!isShaped(challenge)) throw new RangeError('proof: malformed challenge');
  const {salt, action, bits, expiresAt} = challenge;
  return ['zwgk-proof-1', salt, action, bits, expiresAt].join('.');
}

/** The text whose SHA-256 must begin with the challenge's zero bits. */
export const proofText = (challenge: ProofChallenge, nonce: number): string => `${challengeText(challenge)}.${nonce}`;

/** Leading zero bits of a digest. */
export function leadingZeroBits(digest: Uint8Array): number {
  const at = digest.findIndex((byte) => byte !== 0);
  return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at]!) - 24;
}

export type ProofProblem = 'malformed' | 'wrong-action' | 'expired' | 'too-easy' | 'not-solved';

/**
 * What is wrong with a proof, the signature of its challenge and its having been spent aside: the caller checks the one
 * before and the other after (by `salt`, UNIQUE, until `expiresAt`).
 * @param digest SHA-256 of `proofText`.
 * @param wanted What is being done, by the server's clock; `bits` is what was asked of the easiest challenge still valid.
 */
export function checkProof(
  challenge: ProofChallenge,
  nonce: number,
  digest: Uint8Array,
  wanted: {readonly action: string; readonly now: number; readonly bits: number},
): ProofProblem | undefined {
  if (!isShaped(challenge) || !Number.isSafeInteger(nonce) || nonce < 0 || digest.length !== 32) return 'malformed';
  if (challenge.action !== wanted.action) return 'wrong-action';
  if (!(wanted.now < challenge.expiresAt) || challenge.expiresAt > wanted.now + PROOF_TTL_MS) return 'expired';
  if (challenge.bits < wanted.bits) return 'too-easy';
  return leadingZeroBits(digest) >= challenge.bits ? undefined : 'not-solved';
}
