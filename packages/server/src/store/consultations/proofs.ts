/**
 * Proofs of work in the time of a flood (T18, T31). A challenge is given out signed and not kept, so that asking for many
 * costs nothing here; what answered one is kept until the challenge is over, in the transaction that stores the comments.
 */
import {createHash, randomBytes, timingSafeEqual} from 'node:crypto';
import type {ProofRequest} from '@zwgk/contract';
import {
  challengeText,
  checkProof,
  checkWait,
  MIN_PROOF_BITS,
  PROOF_TTL_MS,
  PROOF_WAIT_MS,
  proofText,
  readChallenge,
  type ProofProblem,
} from '@zwgk/rules/consultation';
import type {Kysely} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import type {Schema} from '../schema.ts';

/** So much is going on that a proof is wanted, and none that counts was given. */
export class ProofRequiredError extends Error {
  override readonly name = 'ProofRequiredError';
  readonly request: ProofRequest;

  constructor(request: ProofRequest) {
    super('proof required');
    this.request = request;
  }
}

/** A proof that counts, once. */
export interface Proof {
  readonly salt: string;
  readonly expiresAt: number;
  /** Nothing was computed: whoever sends waited instead. */
  readonly waited: boolean;
}

/** One that is to be spent. `asked`: the bits that are asked for now, in case it turns out to be spent. */
export type Admitted = Proof & {readonly asked: number};

/** An answer to a challenge, as the header has it: text of the challenge, signature, and the nonce or `waited`. */
const ANSWER = /^(.+)\.([\w-]{43})\.(?:(\d{1,15})|waited)$/;

const actionOf = (consultation: number): string => `comment:${consultation}`;

export function newRequest(vault: Vault, consultation: number, bits: number, now: number): ProofRequest {
  const challenge = {salt: randomBytes(16).toString('hex'), action: actionOf(consultation), bits, expiresAt: now + PROOF_TTL_MS};
  const text = challengeText(challenge);
  return {challenge: text, signature: vault.mac('proof', text), bits, waitSeconds: PROOF_WAIT_MS / 1000};
}

const isSigned = (vault: Vault, text: string, signature: string): boolean =>
  vault.macs('proof', text).some((mac) => timingSafeEqual(Buffer.from(mac), Buffer.from(signature)));

/** Reads what was given, and checks all of it but whether it was spent already. */
export function readProof(vault: Vault, given: string, consultation: number, now: number): Proof | ProofProblem {
  const [, text = '', signature = '', nonce] = ANSWER.exec(given) ?? [];
  const challenge = readChallenge(text);
  if (!challenge || !isSigned(vault, text, signature)) return 'malformed';
  const wanted = {action: actionOf(consultation), now, bits: MIN_PROOF_BITS};
  const digest = (of: number): Uint8Array => createHash('sha256').update(proofText(challenge, of)).digest();
  const fault = nonce === undefined ? checkWait(challenge, wanted) : checkProof(challenge, Number(nonce), digest(Number(nonce)), wanted);
  return fault ?? {salt: challenge.salt, expiresAt: challenge.expiresAt, waited: nonce === undefined};
}

/** @returns whether it had not been spent before. */
export async function spendProof(tx: Kysely<Schema>, {salt, expiresAt}: Proof, now: number): Promise<boolean> {
  await forgetProofs(tx, now);
  const {numInsertedOrUpdatedRows} = await tx
    .insertInto('spent_proofs')
    .values({salt, expires_at: expiresAt})
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets what can no longer be sent again: its challenge is over. */
export const forgetProofs = (tx: Kysely<Schema>, now: number): Promise<unknown> =>
  tx.deleteFrom('spent_proofs').where('expires_at', '<=', now).execute();
