/** Who signed up is kept as long as the meeting needs it (个人信息保护法第十九条); how many did, stays. */
import type {Kysely} from 'kysely';
import type {Schema} from '../schema.ts';

export interface SignUpRetention {
  /** Instant: meetings that were over before it. */
  readonly endedBefore: string;
  /** Instant: idempotency keys used before it. */
  readonly keysBefore: string;
}

export interface PurgedSignUps {
  readonly people: number;
  readonly keys: number;
}

const duePeople = (db: Kysely<Schema>, before: string) =>
  db
    .selectFrom('sign_ups')
    .innerJoin('meetings', 'meetings.row', 'sign_ups.meeting')
    .select('sign_ups.row')
    .where('sealed', 'is not', null)
    .where('ends_at', '<', before);

/** How much `purgeSignUps` would take away. */
export async function dueSignUps(db: Kysely<Schema>, {endedBefore, keysBefore}: SignUpRetention): Promise<PurgedSignUps> {
  const people = await duePeople(db, endedBefore).execute();
  const keys = await db.selectFrom('sign_up_keys').select('hash').where('at', '<', keysBefore).execute();
  return {people: people.length, keys: keys.length};
}

/** In the caller's transaction. */
export async function purgeSignUps(tx: Kysely<Schema>, limits: SignUpRetention): Promise<PurgedSignUps> {
  const purged = await dueSignUps(tx, limits);
  await tx.updateTable('sign_ups').set({sealed: null, person: null}).where('row', 'in', duePeople(tx, limits.endedBefore)).execute();
  await tx.deleteFrom('sign_up_keys').where('at', '<', limits.keysBefore).execute();
  return purged;
}
