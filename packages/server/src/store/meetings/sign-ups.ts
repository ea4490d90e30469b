/** Sign-ups come in: tokens, seat, receipt and key in one transaction, so that no seat is given twice and a receipt is shown for what is stored. */
import type {MeetingRole, SignUpReceipt, SignUpState} from '@zwgk/contract';
import {placed, type RoleCounts, type SeatCounts} from '@zwgk/rules/meeting';
import {sql, type Kysely} from 'kysely';
import {newCode, newToken, receiptNumber} from '../../vault/secrets.ts';
import type {Vault} from '../../vault/vault.ts';
import {codeMac, rememberAddress} from '../applications/looks.ts';
import {keyHashes, OtherBodyError, type Intent, type Secrets} from '../applications/submissions.ts';
import {canonicalJson} from '../json.ts';
import type {Schema} from '../schema.ts';
import {personPlace, signUpReceiptPlace, type PersonWords, type StoredMeeting} from './records.ts';

/** Every seat is taken, and every place to wait. */
export class MeetingFullError extends Error {
  override readonly name = 'MeetingFullError';
}

export interface NewSignUp {
  readonly meeting: StoredMeeting;
  readonly role: MeetingRole;
  readonly words: PersonWords;
  readonly now: string;
  readonly today: string;
  readonly address: string;
  /** Fixed ones, of the sample. */
  readonly demo?: Secrets;
  receipt(secrets: Secrets, state: SignUpState): SignUpReceipt;
}

/** `H` tells the number from an application's. */
const PREFIX = 'H';

async function nextNumber(tx: Kysely<Schema>, today: string): Promise<string> {
  const {last} = await tx
    .selectFrom('sign_ups')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('number', '>=', PREFIX + receiptNumber(today, 0))
    .where('number', '<=', PREFIX + receiptNumber(today, 999_999))
    .executeTakeFirstOrThrow();
  return PREFIX + receiptNumber(today, last === null ? 1 : Number(last.slice(10)) + 1);
}

/** How many sign-ups of these meetings are in each state, by role; of all meetings where none is named. */
export async function seatCounts(db: Kysely<Schema>, meeting?: number): Promise<Map<number, SeatCounts>> {
  const rows = await db
    .selectFrom('sign_ups')
    .select(['meeting', 'role', 'state', sql<number>`count(*)`.as('count')])
    .$if(meeting !== undefined, (query) => query.where('meeting', '=', meeting!))
    .groupBy(['meeting', 'role', 'state'])
    .execute();
  const counts = new Map<number, Partial<Record<MeetingRole, RoleCounts>>>();
  for (const {meeting: of, role, state, count} of rows) {
    const roles = counts.get(of) ?? {};
    roles[role] = {...roles[role], [state]: count};
    counts.set(of, roles);
  }
  return counts;
}

/** The receipt that this intent got before. @param body Absent: whatever it was. @throws OtherBodyError */
export async function earlierReceipt(db: Kysely<Schema>, vault: Vault, {key, body}: Intent): Promise<SignUpReceipt | undefined> {
  const used = await db.selectFrom('sign_up_keys').selectAll().where('hash', 'in', keyHashes(vault, key)).executeTakeFirst();
  if (!used) return undefined;
  if (body !== undefined && !vault.macs('body', canonicalJson(body)).includes(used.body)) throw new OtherBodyError();
  return JSON.parse(vault.open(used.sealed, signUpReceiptPlace(used.hash))) as SignUpReceipt;
}

/** By mobile number or e-mail address, of one meeting: the same person elsewhere is not found. */
const personOf = (vault: Vault, meeting: number, {mobile, email}: PersonWords): string | null => {
  const contact = mobile ?? email?.toLowerCase();
  return contact === undefined ? null : vault.mac('sign-up', `${meeting}:${contact}`);
};

/** Takes a seat in the caller's transaction. @throws MeetingFullError */
export async function insertSignUp(tx: Kysely<Schema>, vault: Vault, made: NewSignUp, intent: Intent): Promise<SignUpReceipt> {
  const {meeting, role, now, words} = made;
  const state = placed(meeting.input.signUp!, role, (await seatCounts(tx, meeting.row)).get(meeting.row) ?? {});
  if (!state) throw new MeetingFullError();
  const secrets = made.demo ?? {number: await nextNumber(tx, made.today), queryCode: newCode(), linkToken: newToken()};
  const {number} = secrets;
  const {row} = await tx
    .insertInto('sign_ups')
    .values({
      number,
      meeting: meeting.row,
      role,
      state,
      submitted_at: now,
      turn: sql<number>`(select coalesce(max(turn), 0) + 1 from sign_ups where meeting = ${meeting.row})`,
      person: personOf(vault, meeting.row, words),
      reason: null,
      key: vault.keyIds[0]!,
      code: codeMac(vault, number, secrets.queryCode),
      token: vault.mac('token', secrets.linkToken),
      sealed: vault.seal(JSON.stringify(words), personPlace(number)),
    })
    .returning('row')
    .executeTakeFirstOrThrow();
  await tx.insertInto('sign_up_events').values({sign_up: row, at: now, staff: null, state}).execute();
  await rememberAddress(tx, vault, number, made.address, Date.parse(now));
  const receipt = made.receipt(secrets, state);
  const hash = keyHashes(vault, intent.key)[0]!;
  const body = vault.mac('body', canonicalJson(intent.body));
  const sealed = vault.seal(JSON.stringify(receipt), signUpReceiptPlace(hash));
  await tx.insertInto('sign_up_keys').values({hash, body, sign_up: row, at: now, sealed}).execute();
  return receipt;
}

export interface Move {
  readonly to: SignUpState;
  readonly at: string;
  /** Whose it is; absent: the person's own, or the service's. */
  readonly staff?: string;
  readonly reason?: string;
}

/** Rows of one statement: SQLite binds 32,766 values in each. */
const MOST_AT_ONCE = 5_000;

/** Changes what sign-ups stand as, each with a line in the log. Of who withdraws nothing personal is left. */
export async function moveSignUps(tx: Kysely<Schema>, all: readonly number[], move: Move): Promise<void> {
  if (all.length === 0) return;
  const rows = all.slice(0, MOST_AT_ONCE);
  const {to, at, staff, reason} = move;
  const gone = to === 'withdrawn' ? {sealed: null, person: null} : {};
  await tx
    .updateTable('sign_ups')
    .set({state: to, ...(reason === undefined ? {} : {reason}), ...gone})
    .where('row', 'in', rows)
    .execute();
  await tx
    .insertInto('sign_up_events')
    .values(rows.map((row) => ({sign_up: row, at, staff: staff ?? null, state: to})))
    .execute();
  await moveSignUps(tx, all.slice(MOST_AT_ONCE), move);
}

/** Gives free seats to those who wait, first come first served, each role for itself. */
export async function fillSeats(tx: Kysely<Schema>, {row, input}: StoredMeeting, at: string): Promise<void> {
  const counts = (await seatCounts(tx, row)).get(row) ?? {};
  for (const {role, seats} of input.signUp?.roles ?? []) {
    const free = seats - (counts[role]?.confirmed ?? 0);
    if (free <= 0) continue;
    const next = await tx
      .selectFrom('sign_ups')
      .select('row')
      .where('meeting', '=', row)
      .where('role', '=', role)
      .where('state', '=', 'waiting')
      .orderBy('turn')
      .limit(free)
      .execute();
    await moveSignUps(
      tx,
      next.map((each) => each.row),
      {to: 'confirmed', at},
    );
  }
}
