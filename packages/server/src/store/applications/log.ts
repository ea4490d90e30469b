/** The log of an application: every event is judged by the rules in the transaction that writes it. */
import type {ApplicationInput} from '@zwgk/contract';
import {applyEvent, type ApplicationEvent, type ApplicationProgress, type IllegalMove, type RequestRules} from '@zwgk/rules/application';
import type {Kysely} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import type {Schema} from '../schema.ts';
import {eventPlace, inputPlace, type EventWords} from './records.ts';

/** What comes with an event. */
export interface EventMore {
  /** Whom it is dispatched to, or which agency is consulted. */
  readonly agency?: string | undefined;
  readonly words?: EventWords;
  /** The application as it stands corrected. */
  readonly input?: ApplicationInput;
  /** Hash of what is asked for, when that has changed. */
  readonly topic?: string | null;
}

export const insertEvent = (
  tx: Kysely<Schema>,
  vault: Vault,
  {row, number, seq}: {row: number; number: string; seq: number},
  event: ApplicationEvent,
  {agency, words = {}}: EventMore = {},
): Promise<unknown> =>
  tx
    .insertInto('application_events')
    .values({
      application: row,
      seq,
      event: JSON.stringify(event),
      agency: agency ?? null,
      sealed: Object.keys(words).length > 0 ? vault.seal(JSON.stringify(words), eventPlace(number, seq)) : null,
    })
    .execute();

export interface Appended {
  readonly ok: true;
  readonly row: number;
}

/**
 * Adds an event in the caller's transaction.
 * @param make The event, from what the application is in this transaction.
 * @returns the illegal move, `stale` when `version` is no longer current, `undefined` when there is no such application.
 */
export async function appendEvent(
  tx: Kysely<Schema>,
  {vault, rules}: {vault: Vault; rules: RequestRules},
  number: string,
  version: number | 'any',
  make: (progress: ApplicationProgress) => ApplicationEvent,
  more: EventMore,
): Promise<Appended | IllegalMove | 'stale' | undefined> {
  const stored = await tx.selectFrom('applications').select(['row', 'version', 'progress']).where('number', '=', number).executeTakeFirst();
  if (!stored) return undefined;
  if (version !== 'any' && version !== stored.version) return 'stale';
  const before = JSON.parse(stored.progress) as ApplicationProgress;
  const event = make(before);
  const result = applyEvent(before, event, rules);
  if (!result.ok) return result;
  const {application: progress} = result;
  const next = stored.version + 1;
  await insertEvent(tx, vault, {row: stored.row, number, seq: next}, event, more);
  await tx
    .updateTable('applications')
    .set({
      state: progress.state,
      progress: JSON.stringify(progress),
      ended_on: progress.outcome?.on ?? null,
      version: next,
      ...(event.type === 'route' && more.agency ? {handled_by: more.agency} : {}),
      ...(more.input ? {sealed: vault.seal(JSON.stringify(more.input), inputPlace(number))} : {}),
      ...(more.topic === undefined ? {} : {topic: more.topic}),
    })
    .where('row', '=', stored.row)
    .execute();
  return {ok: true, row: stored.row};
}
