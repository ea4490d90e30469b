/** Who may write: the staff of one agency, by bearer token; only its SHA-256 is stored. */
import {createHash} from 'node:crypto';
import type {Store} from '../store/store.ts';
import {ProblemError} from './problem.ts';

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Agency of the token's holder, `*` for an operator. The look-up is by hash of a 256-bit secret, so its timing
 * tells nothing about any token.
 * @throws ProblemError `unauthorized`
 */
export async function authenticate(store: Pick<Store, 'agencyOfToken'>, authorization: string | null): Promise<string> {
  const token = /^Bearer ([A-Za-z0-9._~+/-]{20,200}=*)$/i.exec(authorization ?? '')?.[1];
  const agency = token && (await store.agencyOfToken(tokenHash(token)));
  if (!agency) throw new ProblemError('unauthorized', {headers: {'WWW-Authenticate': 'Bearer'}});
  return agency;
}

/** @throws ProblemError `forbidden` when the staff of one agency touch what belongs to another. */
export function mustOwn(staff: string, ...owners: readonly string[]): void {
  if (staff !== '*' && !owners.includes(staff)) throw new ProblemError('forbidden');
}
