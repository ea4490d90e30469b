/** Applications come in: key, row, files and receipt in one transaction, so that a receipt is shown for what is stored, once. */
import type {ApplicationInput, Receipt} from '@zwgk/contract';
import {applyEvent, DRAFT, type AnnualEntry, type ApplicationEvent, type RequestRules} from '@zwgk/rules/application';
import type {Kysely} from 'kysely';
import {newCode, newToken, receiptNumber} from '../../vault/secrets.ts';
import type {Vault} from '../../vault/vault.ts';
import {canonicalJson} from '../json.ts';
import type {Schema} from '../schema.ts';
import {claimUploads, type Claim} from './claims.ts';
import {appendEvent, insertEvent} from './log.ts';
import {codeMac, rememberAddress} from './looks.ts';
import {inputPlace, receiptPlace} from './records.ts';

/** What the applicant keeps. */
export interface Secrets {
  readonly number: string;
  readonly queryCode: string;
  readonly linkToken: string;
}

/** Key of one intent, and the body that came with it. */
export interface Intent {
  readonly key: string;
  readonly body: unknown;
}

/** @template R What the applicant is shown, or handed. */
export interface NewApplication<R = Receipt> {
  readonly input: ApplicationInput;
  readonly applicant: AnnualEntry['applicant'];
  readonly event: ApplicationEvent;
  /** Events that follow at once. */
  readonly then?: readonly ApplicationEvent[];
  readonly claims: readonly Claim[];
  /** What is asked for, for counting; never kept as it is. */
  readonly topic: string | undefined;
  readonly now: string;
  readonly today: string;
  /** Where it was sent from; absent where the staff enter it. */
  readonly address?: string;
  /** When it reached the agency, where that was before. */
  readonly submittedAt?: string;
  /** Fixed ones, of the sample. */
  readonly demo?: Secrets;
  receipt(secrets: Secrets): R;
}

/** The same key is at work right now. */
export class InProgressError extends Error {
  override readonly name = 'InProgressError';
}
/** The key was used for something else. */
export class OtherBodyError extends Error {
  override readonly name = 'OtherBodyError';
}

export const keyHashes = (vault: Vault, key: string): string[] => vault.macs('intent', key);

/** The receipt in a row of a key. @throws OtherBodyError when the key was used for something that gives none. */
export function receiptIn<R = Receipt>({hash, sealed}: {hash: string; sealed: string | null}, vault: Vault): R {
  if (sealed === null) throw new OtherBodyError();
  return JSON.parse(vault.open(sealed, receiptPlace(hash))) as R;
}

/** The row of a key that was used before. @throws OtherBodyError */
export async function usedKey(
  db: Kysely<Schema>,
  vault: Vault,
  {key, body}: Intent,
): Promise<{hash: string; application: number; sealed: string | null} | undefined> {
  const used = await db.selectFrom('application_keys').selectAll().where('hash', 'in', keyHashes(vault, key)).executeTakeFirst();
  if (used && body !== undefined && !vault.macs('body', canonicalJson(body)).includes(used.body)) throw new OtherBodyError();
  return used;
}

/** Keeps a key with what it was used for. */
export async function keepKey(
  tx: Kysely<Schema>,
  vault: Vault,
  {key, body}: Intent,
  {application, at, receipt}: {application: number; at: string; receipt?: unknown},
): Promise<void> {
  const hash = keyHashes(vault, key)[0]!;
  const sealed = receipt ? vault.seal(JSON.stringify(receipt), receiptPlace(hash)) : null;
  await tx
    .insertInto('application_keys')
    .values({hash, body: vault.mac('body', canonicalJson(body)), application, at, sealed})
    .execute();
}

async function nextNumber(tx: Kysely<Schema>, today: string): Promise<string> {
  const {last} = await tx
    .selectFrom('applications')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('number', '>=', receiptNumber(today, 0))
    .where('number', '<=', receiptNumber(today, 999_999))
    .executeTakeFirstOrThrow();
  return receiptNumber(today, last === null ? 1 : Number(last.slice(9)) + 1);
}

/** What happened until now. */
async function beginLog(
  tx: Kysely<Schema>,
  kept: {vault: Vault; rules: RequestRules},
  {row, number}: {row: number; number: string},
  {event, then = []}: Pick<NewApplication, 'event' | 'then'>,
): Promise<void> {
  await insertEvent(tx, kept.vault, {row, number, seq: 1}, event);
  for (const next of then) {
    const appended = await appendEvent(tx, kept, number, 'any', () => next, {});
    if (appended === undefined || appended === 'stale' || !appended.ok) throw new Error(`${next.type} cannot follow at once`);
  }
}

/** Stores an application in the caller's transaction. @throws UploadGoneError */
export async function insertApplication(
  tx: Kysely<Schema>,
  {vault, rules}: {vault: Vault; rules: RequestRules},
  made: Omit<NewApplication<unknown>, 'receipt'>,
  oldestUpload: string,
): Promise<{row: number; secrets: Secrets}> {
  const {input, now, today} = made;
  const secrets = made.demo ?? {number: await nextNumber(tx, today), queryCode: newCode(), linkToken: newToken()};
  const {number} = secrets;
  const result = applyEvent(DRAFT, made.event, rules);
  if (!result.ok) throw new Error('an application begins by being submitted');
  const {row} = await tx
    .insertInto('applications')
    .values({
      number,
      agency: input.agency,
      handled_by: input.agency,
      kind: input.kind,
      applicant: made.applicant,
      guide_version: input.guideVersion,
      submitted_at: made.submittedAt ?? now,
      state: result.application.state,
      progress: JSON.stringify(result.application),
      version: 1,
      demo: made.demo ? 1 : 0,
      suggests: input.suggestProactive ? 1 : 0,
      shown: JSON.stringify(input.shownDocuments ?? []),
      topic: made.topic === undefined ? null : vault.mac('topic', made.topic),
      key: vault.keyIds[0]!,
      code: codeMac(vault, number, secrets.queryCode),
      token: vault.mac('token', secrets.linkToken),
      sealed: vault.seal(JSON.stringify(input), inputPlace(number)),
    })
    .returning('row')
    .executeTakeFirstOrThrow();
  await claimUploads(tx, {application: row}, made.claims, oldestUpload);
  await beginLog(tx, {vault, rules}, {row, number}, made);
  if (made.address !== undefined) await rememberAddress(tx, vault, number, made.address, Date.parse(now));
  return {row, secrets};
}
