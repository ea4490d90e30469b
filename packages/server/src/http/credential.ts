/** Who proves by receipt that something is theirs. */
import type {Credential} from '@zwgk/contract';
import type {Look} from '../store/applications/looks.ts';
import {ProblemError} from './problem.ts';

interface Looking {
  look(credential: Credential, address: string, now: number): Promise<Look>;
}

/** The number that the credential opens. @throws ProblemError `wrong-credential`, `locked-out` */
export async function numberOf(door: Looking, credential: Credential, address: string, now: number): Promise<string> {
  const look = await door.look(credential, address, now);
  if (look === 'wrong') throw new ProblemError('wrong-credential');
  if ('retryAfter' in look) throw new ProblemError('locked-out', {headers: {'Retry-After': String(look.retryAfter)}});
  return look.number;
}
