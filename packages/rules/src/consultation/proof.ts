/** Proof of work for the time of a flood (T18, T31): what is asked, what is hashed, what is checked. Hashing and signing are the caller's. */

/** None is asked below this load; from there on the difficulty rises to `MAX_BITS` at full load. */
const FROM_LOAD = 0.5;
/** 2^14 hashes take a telephone a fraction of a second, 2^18 a few seconds; more would shut out old ones (适老). */
export const MIN_PROOF_BITS = 14;
const MAX_BITS = 18;
/** A challenge holds for five minutes (T31). */
export const PROOF_TTL_MS = 300_000;
/** Whoever cannot or does not want to have it computed waits so long instead: the longest that anybody is held up. */
export const PROOF_WAIT_MS = 60_000;

/** Zero bits that a proof must show at a load from 0 to 1; 0 means that none is asked for. Never falls as the load rises. */
export function proofBits(load: number): number {
  if (!(load >= FROM_LOAD)) return 0;
  return MIN_PROOF_BITS + Math.floor(((Math.min(load, 1) - FROM_LOAD) / (1 - FROM_LOAD)) * (MAX_BITS - MIN_PROOF_BITS));
}

/** What a server asks to be solved; it signs `challengeText` and keeps nothing. */
export interface ProofChallenge {
  /** Random, at least 128 bits, in lower-case hexadecimal. */
  readonly salt: string;
  /** What the proof is for: a word, and which one, such as `comment:17`. */
  readonly action: string;
  readonly bits: number;
  /** Instant in milliseconds. */
  readonly expiresAt: number;
}

const VERSION = 'zwgk-proof-1';
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
  return [VERSION, salt, action, bits, expiresAt].join('.');
}

/** The text whose SHA-256 must begin with the challenge's zero bits. */
export const proofText = (challenge: ProofChallenge, nonce: number): string => `${challengeText(challenge)}.${nonce}`;

/** Leading zero bits of a digest. */
export function leadingZeroBits(digest: Uint8Array): number {
  const at = digest.findIndex((byte) => byte !== 0);
  return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at]!) - 24;
}

/** The challenge that a text says; `undefined` where it says none. */
export function readChallenge(text: string): ProofChallenge | undefined {
  const [version, salt = '', action = '', bits, expiresAt] = text.split('.');
  const challenge = {salt, action, bits: Number(bits), expiresAt: Number(expiresAt)};
  return version === VERSION && isShaped(challenge) && challengeText(challenge) === text ? challenge : undefined;
}

export type ProofProblem = 'malformed' | 'wrong-action' | 'expired' | 'too-easy' | 'not-solved' | 'too-soon';

/** What is being done, by the server's clock; `bits` is what was asked of the easiest challenge still valid. */
export interface ProofWanted {
  readonly action: string;
  readonly now: number;
  readonly bits: number;
}

/** What is wrong with a challenge, whatever is said to answer it. */
function checkChallenge(challenge: ProofChallenge, wanted: ProofWanted): ProofProblem | undefined {
  if (!isShaped(challenge)) return 'malformed';
  if (challenge.action !== wanted.action) return 'wrong-action';
  if (!(wanted.now < challenge.expiresAt) || challenge.expiresAt > wanted.now + PROOF_TTL_MS) return 'expired';
  return challenge.bits < wanted.bits ? 'too-easy' : undefined;
}

/**
 * What is wrong with a proof, the signature of its challenge and its having been spent aside: the caller checks the one
 * before and the other after (by `salt`, UNIQUE, until `expiresAt`).
 * @param digest SHA-256 of `proofText`.
 */
export function checkProof(challenge: ProofChallenge, nonce: number, digest: Uint8Array, wanted: ProofWanted): ProofProblem | undefined {
  if (!Number.isSafeInteger(nonce) || nonce < 0 || digest.length !== 32) return 'malformed';
  return checkChallenge(challenge, wanted) ?? (leadingZeroBits(digest) >= challenge.bits ? undefined : 'not-solved');
}

/** The same of who waited instead: one that was given out long enough ago. Waiting is free, so the caller lets few in by it. */
export function checkWait(challenge: ProofChallenge, wanted: ProofWanted): ProofProblem | undefined {
  return checkChallenge(challenge, wanted) ?? (wanted.now >= challenge.expiresAt - PROOF_TTL_MS + PROOF_WAIT_MS ? undefined : 'too-soon');
}
