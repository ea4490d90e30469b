/** Reads of sign-ups for the staff: all of a meeting's, oldest first. */
import type {MeetingRole, SignUpState} from '@zwgk/contract';
import {sql, type Kysely} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import {decodeCursor, encodeCursor, InvalidCursorError} from '../cursor.ts';
import type {Schema} from '../schema.ts';
import {storedSignUp, type StoredSignUp} from './records.ts';

const DEFAULT_LIMIT = 20;
const BATCH = 500;

export interface SignUpFilter {
  readonly state?: readonly SignUpState[] | undefined;
  readonly role?: MeetingRole | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** With whether an earlier one that stands is of the same person. */
export type RepeatedSignUp = StoredSignUp & {readonly repeats: boolean};

export interface SignUpPage {
  readonly signUps: RepeatedSignUp[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

const withRepeats = (db: Kysely<Schema>, meeting: number) =>
  db
    .selectFrom('sign_ups')
    .selectAll()
    .select(
      sql<0 | 1>`exists (select 1 from sign_ups as other where other.meeting = sign_ups.meeting and other.person = sign_ups.person
        and other.row < sign_ups.row and other.state not in ('withdrawn', 'declined'))`.as('repeats'),
    )
    .where('meeting', '=', meeting);

/** One page, by cursors that say which way they go. @throws InvalidCursorError */
export async function signUpPage(
  db: Kysely<Schema>,
  meeting: number,
  {state, role, limit = DEFAULT_LIMIT, cursor}: SignUpFilter,
  vault: Vault,
): Promise<SignUpPage> {
  const [way, key] = cursor === undefined ? ['>', 0] : (decodeCursor(cursor, 'sn') as [string, number]);
  if (way !== '>' && way !== '<') throw new InvalidCursorError();
  const back = way === '<';
  let some = withRepeats(db, meeting);
  if (state) some = some.where('state', 'in', state);
  if (role) some = some.where('role', '=', role);
  const {total} = await db
    .selectFrom(some.as('some'))
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await some
    .where('row', way, key)
    .orderBy('row', back ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute();
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (back) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    signUps: shown.map((each) => ({...storedSignUp(each, vault), repeats: each.repeats === 1})),
    total,
    nextCursor: last && (back || more) ? encodeCursor(['>', last.row]) : null,
    prevCursor: first && (back ? more : key > 0) ? encodeCursor(['<', first.row]) : null,
  };
}

export async function stateCounts(db: Kysely<Schema>, meeting: number): Promise<Partial<Record<SignUpState, number>>> {
  const rows = await db
    .selectFrom('sign_ups')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where('meeting', '=', meeting)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({state, count}) => [state, count]));
}

/** Every sign-up, oldest first, in portions, so that memory does not grow with them. */
export async function* eachSignUp(db: Kysely<Schema>, meeting: number, vault: Vault): AsyncGenerator<StoredSignUp[]> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('sign_ups')
      .selectAll()
      .where('meeting', '=', meeting)
      .where('row', '>', after)
      .orderBy('row')
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return;
    yield rows.map((row) => storedSignUp(row, vault));
    after = rows.at(-1)!.row;
  }
}
