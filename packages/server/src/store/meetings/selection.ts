/** 遴选 of the participants: a draw by the server, or those whom the staff name by the published method (国务院令第713号 第十六条). */
import {createHmac, randomBytes} from 'node:crypto';
import {drawLots, type Candidate, type Drawn} from '@zwgk/rules/meeting';
import type {Kysely} from 'kysely';
import {bump} from '../connection.ts';
import type {Schema} from '../schema.ts';
import type {StoredMeeting} from './records.ts';
import {moveSignUps} from './sign-ups.ts';

/** What the lots say, or the staff; everybody else is not selected. */
function resultOf(candidates: readonly Candidate[], {input}: StoredMeeting, chosen: readonly string[] | undefined, seed: string): Drawn {
  return chosen
    ? {confirmed: [...chosen], waiting: []}
    : drawLots(candidates, input.signUp!, (number) => createHmac('sha256', seed).update(number).digest('hex'));
}

/**
 * In the caller's transaction, once: of two that come at the same time the second finds it made. Who is not drawn waits in
 * the order of the lots; who is not named is told so.
 * @param chosen Absent: lots are drawn.
 * @returns the seed of a draw; `undefined` when there was a selection already.
 */
export async function selectParticipants(
  tx: Kysely<Schema>,
  meeting: StoredMeeting,
  chosen: readonly string[] | undefined,
  staff: string,
  at: string,
): Promise<{seed?: string} | undefined> {
  const {row} = meeting;
  const seed = randomBytes(16).toString('hex');
  const taken = await tx
    .updateTable('meetings')
    .set({selected_at: at, seed: chosen ? null : seed})
    .where('row', '=', row)
    .where('selected_at', 'is', null)
    .executeTakeFirst();
  if (taken.numUpdatedRows !== 1n) return undefined;
  const received = tx.selectFrom('sign_ups').where('meeting', '=', row).where('state', '=', 'received');
  const candidates = await received.select(['row', 'number', 'role']).execute();
  const {confirmed, waiting} = resultOf(candidates, meeting, chosen, seed);
  const rowOf = new Map(candidates.map((each) => [each.number, each.row]));
  const rows = (numbers: readonly string[]): number[] => numbers.flatMap((number) => rowOf.get(number) ?? []);
  await moveSignUps(tx, rows(confirmed), {to: 'confirmed', at, staff});
  await moveSignUps(tx, rows(waiting), {to: 'waiting', at, staff});
  for (const [i, each] of rows(waiting).entries()) await setTurn(tx, each, i + 1);
  const placed = new Set([...confirmed, ...waiting]);
  const others = candidates.map(({number}) => number).filter((number) => !placed.has(number));
  await moveSignUps(tx, rows(others), {to: 'not_selected', at, staff});
  await bump(tx, 'data');
  return chosen ? {} : {seed};
}

const setTurn = (tx: Kysely<Schema>, row: number, turn: number): Promise<unknown> =>
  tx.updateTable('sign_ups').set({turn}).where('row', '=', row).execute();
