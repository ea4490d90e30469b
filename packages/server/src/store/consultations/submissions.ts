/** Comments come in: tokens, receipt, comments and key in one transaction, so that a receipt is shown for what is stored, once. */
import {randomBytes} from 'node:crypto';
import type {AuthorType, CommentReceipt} from '@zwgk/contract';
import {receivedComment} from '@zwgk/rules/consultation';
import type {Kysely} from 'kysely';
import {newCode, newToken, receiptNumber} from '../../vault/secrets.ts';
import type {Vault} from '../../vault/vault.ts';
import {codeMac, rememberAddress} from '../applications/looks.ts';
import {keyHashes, OtherBodyError, type Intent, type Secrets} from '../applications/submissions.ts';
import {canonicalJson} from '../json.ts';
import type {Schema} from '../schema.ts';
import {familyOf, keepBands, sketched, type Sketched} from './near.ts';
import {insertAnswers, type NewAnswers} from './surveys.ts';
import {authorPlace, commentPlace, commentReceiptPlace, type AuthorWords, type CommentWords} from './records.ts';

/** One comment, its passages checked. */
export interface NewComment extends CommentWords {
  readonly section: string;
  /** Place of the section in the draft; 0: the whole. */
  readonly place: number;
}

export interface NewComments {
  readonly consultation: number;
  readonly comments: readonly NewComment[];
  readonly answers?: NewAnswers | undefined;
  readonly author: AuthorWords;
  readonly authorType: AuthorType | undefined;
  readonly honeypot: boolean;
  /** Staged files that go with them. */
  readonly files?: readonly string[];
  readonly now: string;
  readonly today: string;
  readonly address: string;
  /** Fixed ones, of the sample. */
  readonly demo?: Secrets;
  receipt(secrets: Secrets, comments: string[]): CommentReceipt;
}

export const newCommentId = (): string => randomBytes(8).toString('hex');

/** `Y` tells the number from an application's. */
const PREFIX = 'Y';

async function nextNumber(tx: Kysely<Schema>, today: string): Promise<string> {
  const {last} = await tx
    .selectFrom('comment_receipts')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('number', '>=', PREFIX + receiptNumber(today, 0))
    .where('number', '<=', PREFIX + receiptNumber(today, 999_999))
    .executeTakeFirstOrThrow();
  return PREFIX + receiptNumber(today, last === null ? 1 : Number(last.slice(10)) + 1);
}

/** The receipt that this intent got before. @param body Absent: whatever it was. @throws OtherBodyError */
export async function earlierReceipt(db: Kysely<Schema>, vault: Vault, {key, body}: Intent): Promise<CommentReceipt | undefined> {
  const used = await db.selectFrom('comment_keys').selectAll().where('hash', 'in', keyHashes(vault, key)).executeTakeFirst();
  if (!used) return undefined;
  if (body !== undefined && !vault.macs('body', canonicalJson(body)).includes(used.body)) throw new OtherBodyError();
  return JSON.parse(vault.open(used.sealed, commentReceiptPlace(used.hash))) as CommentReceipt;
}

/** Sketches of new comments, made before the transaction begins. */
export const sketchAll = (comments: readonly NewComment[], vault: Vault): Sketched[] => comments.map(({text}) => sketched(text, vault));

/** Stores comments in the caller's transaction. */
export async function insertComments(
  tx: Kysely<Schema>,
  vault: Vault,
  made: NewComments,
  sketches: readonly Sketched[],
): Promise<{row: number; receipt: CommentReceipt}> {
  const {consultation, now, author} = made;
  const secrets = made.demo ?? {number: await nextNumber(tx, made.today), queryCode: newCode(), linkToken: newToken()};
  const {number} = secrets;
  const {row} = await tx
    .insertInto('comment_receipts')
    .values({
      number,
      consultation,
      submitted_at: now,
      author_type: made.authorType ?? null,
      key: vault.keyIds[0]!,
      code: codeMac(vault, number, secrets.queryCode),
      token: vault.mac('token', secrets.linkToken),
      sealed: vault.seal(JSON.stringify(author), authorPlace(number)),
    })
    .returning('row')
    .executeTakeFirstOrThrow();
  const ids: string[] = [];
  for (const [i, comment] of made.comments.entries()) ids.push(await insertComment(tx, vault, made, comment, row, sketches[i]!));
  if (made.answers) await insertAnswers(tx, vault, made.answers, {consultation, receipt: row, now, honeypot: made.honeypot});
  await rememberAddress(tx, vault, number, made.address, Date.parse(now));
  return {row, receipt: made.receipt(secrets, ids)};
}

async function insertComment(
  tx: Kysely<Schema>,
  vault: Vault,
  {consultation, now, author, honeypot}: NewComments,
  {text, anchors, section, place}: NewComment,
  receipt: number,
  sketch: Sketched,
): Promise<string> {
  const id = newCommentId();
  const progress = receivedComment(author.consent.publish ?? false);
  const {row} = await tx
    .insertInto('comments')
    .values({
      id,
      consultation,
      receipt,
      received_at: now,
      place,
      section,
      state: progress.state,
      progress: JSON.stringify(progress),
      shown_at: null,
      honeypot: honeypot ? 1 : 0,
      family: await familyOf(tx, vault, consultation, sketch),
      sealed: vault.seal(JSON.stringify({text, anchors}), commentPlace(id)),
    })
    .returning('row')
    .executeTakeFirstOrThrow();
  await keepBands(tx, consultation, row, sketch);
  return id;
}

/** Keeps the key of an intent with its receipt. */
export async function keepReceipt(
  tx: Kysely<Schema>,
  vault: Vault,
  {key, body}: Intent,
  {row, receipt}: {row: number; receipt: CommentReceipt},
): Promise<void> {
  const hash = keyHashes(vault, key)[0]!;
  const sealed = vault.seal(JSON.stringify(receipt), commentReceiptPlace(hash));
  const values = {hash, body: vault.mac('body', canonicalJson(body)), receipt: row, at: receipt.submittedAt, sealed};
  await tx.insertInto('comment_keys').values(values).execute();
}
