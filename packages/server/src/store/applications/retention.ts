/** Personal data is kept as long as its purpose needs it (个人信息保护法第十九条); what the annual report counts stays. */
import type {Kysely} from 'kysely';
import type {Schema} from '../schema.ts';
import {forgetLooks} from './looks.ts';

/** Days before which something is over. */
export interface RetentionLimits {
  /** China date: applications that ended before it. */
  readonly endedBefore: string;
  /** Instant: idempotency keys used before it. */
  readonly keysBefore: string;
  readonly now: number;
}

export interface Purged {
  readonly applications: number;
  readonly keys: number;
  /** Files to be removed now that no row knows them. */
  readonly files: readonly string[];
}

const due = (db: Kysely<Schema>, endedBefore: string) =>
  db.selectFrom('applications').select('row').where('ended_on', '<', endedBefore).where('sealed', 'is not', null);

/** How much `purge` would take away. */
export async function duePurge(db: Kysely<Schema>, {endedBefore, keysBefore}: RetentionLimits): Promise<Purged> {
  const applications = await due(db, endedBefore).execute();
  const keys = await db.selectFrom('application_keys').select('hash').where('at', '<', keysBefore).execute();
  const files = await db.selectFrom('uploads').select('id').where('application', 'in', due(db, endedBefore)).execute();
  return {applications: applications.length, keys: keys.length, files: files.map(({id}) => id)};
}

/** In the caller's transaction. */
export async function purge(tx: Kysely<Schema>, limits: RetentionLimits): Promise<Purged> {
  const purged = await duePurge(tx, limits);
  const rows = (await due(tx, limits.endedBefore).execute()).map(({row}) => row);
  for (const row of rows) {
    await tx.deleteFrom('uploads').where('application', '=', row).execute();
    await tx.updateTable('application_events').set({sealed: null}).where('application', '=', row).execute();
    await tx.updateTable('application_keys').set({sealed: null}).where('application', '=', row).execute();
    await tx.updateTable('applications').set({sealed: null, code: null, token: null, topic: null}).where('row', '=', row).execute();
  }
  await tx.deleteFrom('application_keys').where('at', '<', limits.keysBefore).execute();
  await forgetLooks(tx, limits.now);
  return purged;
}
