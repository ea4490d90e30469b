/** 意见征集: the one door to consultations and comments. What is about a person goes through the vault on its way in and out. */
import type {CommentReceipt, ConsultationInput, Credential} from '@zwgk/contract';
import {
  CLOSING_SOON,
  consultationPolicy,
  proofBits,
  type ConsultationPolicy,
  type IllegalModeration,
  type ModerationEvent,
} from '@zwgk/rules/consultation';
import {sql, type Kysely} from 'kysely';
import {POLICY_PROFILE} from '../../config.ts';
import type {Vault} from '../../vault/vault.ts';
import {NoDataKeyError} from '../applications/applications.ts';
import {claimUploads} from '../applications/claims.ts';
import {Looks, type Look} from '../applications/looks.ts';
import type {Intent} from '../applications/submissions.ts';
import type {Uploads} from '../applications/uploads.ts';
import {bump, type Connections} from '../connection.ts';
import {canonicalJson} from '../json.ts';
import type {Schema} from '../schema.ts';
import {consultationEntries} from '../search/consultation-source.ts';
import * as searchIndex from '../search/index-writer.ts';
import {bucketsOf, loadWithTokens, takeTokens} from '../buckets.ts';
import {CommentReader} from './comment-reader.ts';
import * as reads from './comments.ts';
import {Drafts} from './drafts.ts';
import {dropFiles, forgetAuthors, moveComment} from './moderation.ts';
import {newRequest, ProofRequiredError, readProof, spendProof, type Admitted, type Proof} from './proofs.ts';
import {storedComment, storedConsultation, type StoredComment, type StoredConsultation} from './records.ts';
import {Reports} from './reports.ts';
import {dueComments, purgeComments, type CommentRetention, type PurgedComments} from './retention.ts';
import {earlierReceipt, insertComments, keepReceipt, sketchAll, type NewComments} from './submissions.ts';
import {mustKeepSurvey, Surveys} from './surveys.ts';

const HEAD = [
  'row',
  'id',
  'sponsor',
  'document',
  'draft_version',
  'opens_at',
  'closes_at',
  'secret',
  'version',
  'updated_at',
  'demo',
  'reported_at',
  'report_version',
  'data',
] as const;

/** A consultation to be stored. */
export interface ConsultationRecord {
  readonly id: string;
  readonly input: ConsultationInput;
  readonly demo?: boolean;
}

/** What a move came to: which comments were moved, and which were not. */
export interface MoveResult {
  readonly done: string[];
  readonly refused: {readonly comment: string; readonly illegal?: IllegalModeration}[];
}

const instant = (text: string | undefined): string | null => (text === undefined ? null : new Date(text).toISOString());

export class Consultations {
  readonly #connections: Connections;
  readonly #vault: Vault | undefined;
  readonly #looks: Looks;
  readonly policy: ConsultationPolicy = consultationPolicy(POLICY_PROFILE);
  readonly drafts: Drafts;
  readonly reports: Reports;
  readonly comments: CommentReader;
  readonly uploads: Uploads;
  readonly surveys: Surveys;
  /** Instants at which a consultation opens, is about to close, or closes, and the data version that they are of. */
  #turns: {version: number; instants: number[]} = {version: -1, instants: []};
  #heads: {version: number; heads: StoredConsultation[]} = {version: -1, heads: []};

  constructor(connections: Connections, vault: Vault | undefined, uploads: Uploads) {
    this.#connections = connections;
    this.#vault = vault;
    this.uploads = uploads;
    this.#looks = new Looks(connections, 'comment_receipts');
    this.drafts = new Drafts(connections.reader);
    this.reports = new Reports(connections);
    this.comments = new CommentReader(connections.reader, () => this.vault);
    this.surveys = new Surveys(connections, () => this.vault);
  }

  /** Whether comments can be kept. */
  get ready(): boolean {
    return this.#vault !== undefined;
  }

  /** @throws NoDataKeyError */
  get vault(): Vault {
    if (!this.#vault) throw new NoDataKeyError();
    return this.#vault;
  }

  get #reader(): Kysely<Schema> {
    return this.#connections.reader;
  }

  #write<T>(work: (tx: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.#connections.writer.transaction().execute(work);
  }

  /** Every consultation that may be listed, as of a data version: never what the law keeps secret (R3.11). */
  async heads(version: number): Promise<readonly StoredConsultation[]> {
    if (this.#heads.version !== version) {
      const rows = await this.#reader.selectFrom('consultations').select(HEAD).where('secret', '=', 0).execute();
      this.#heads = {version, heads: rows.map(storedConsultation)};
    }
    return this.#heads.heads;
  }

  /** How many openings, closings and beginnings of the last minutes lie behind: copies of what was said before are not believed. */
  async turns(version: number, now: number): Promise<number> {
    if (this.#turns.version !== version) {
      const heads = await this.heads(version);
      const instants = heads.flatMap(({schedule: {opensAt, closesAt}}) => {
        const closes = Date.parse(closesAt);
        return [Date.parse(opensAt), closes - CLOSING_SOON, closes];
      });
      this.#turns = {version, instants: instants.sort((a, b) => a - b)};
    }
    const {instants} = this.#turns;
    const next = instants.findIndex((each) => each > now);
    return next < 0 ? instants.length : next;
  }

  /** With `secret`, also what is not to be seen. */
  async find(id: string, secret = false): Promise<StoredConsultation | undefined> {
    const stored = await this.#reader.selectFrom('consultations').select(HEAD).where('id', '=', id).executeTakeFirst();
    return stored && (secret || stored.secret === 0) ? storedConsultation(stored) : undefined;
  }

  async byRow(row: number): Promise<StoredConsultation> {
    return storedConsultation(await this.#reader.selectFrom('consultations').select(HEAD).where('row', '=', row).executeTakeFirstOrThrow());
  }

  /** Stores a consultation; a changed one gets the next version. @returns whether anything changed. @throws SurveyAnsweredError */
  async save({id, input, demo = false}: ConsultationRecord, now: string): Promise<boolean> {
    return this.#write(async (tx) => {
      const old = await tx.selectFrom('consultations').select(['version', 'data']).where('id', '=', id).executeTakeFirst();
      const data = canonicalJson(input);
      if (old?.data === data) return false;
      if (old) await mustKeepSurvey(tx, id, old.data, input);
      const columns = {
        sponsor: input.sponsor,
        document: input.draft?.document ?? null,
        draft_version: input.draft?.version ?? null,
        opens_at: instant(input.opensAt),
        closes_at: instant(input.closesAt),
        secret: input.secrecyExempt ? (1 as const) : (0 as const),
        version: (old?.version ?? 0) + 1,
        updated_at: new Date(now).toISOString(),
        demo: demo ? (1 as const) : (0 as const),
        data,
      };
      const {row} = await tx
        .insertInto('consultations')
        .values({id, ...columns, reported_at: null, reported: null, report_version: 0, report: null})
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .returning('row')
        .executeTakeFirstOrThrow();
      await searchIndex.remove(tx, 'consultation', [row]);
      await searchIndex.put(tx, 'consultation', await consultationEntries(tx, [row]));
      await bump(tx, 'data');
      return true;
    });
  }

  /** The receipt that this intent got before. @throws OtherBodyError */
  receiptOf(key: string, body?: unknown, db: Kysely<Schema> = this.#reader): Promise<CommentReceipt | undefined> {
    return earlierReceipt(db, this.vault, {key, body});
  }

  #buckets(consultation: number, address: string, proof?: Proof): ReturnType<typeof bucketsOf> {
    return bucketsOf(this.vault.mac('address', address), consultation, proof?.waited ?? false);
  }

  /**
   * Turns a flood away before it costs more than a read; asks for a proof of work while much is going on.
   * @param given What was given as one. @returns the proof that is to be spent. @throws TooManyRequestsError, ProofRequiredError
   */
  async admit(consultation: number, address: string, given: string | undefined, now: string): Promise<Admitted | undefined> {
    const at = Date.parse(now);
    const read = given === undefined ? undefined : readProof(this.vault, given, consultation, at);
    const proof = typeof read === 'object' ? read : undefined;
    const load = await loadWithTokens(this.#reader, this.#buckets(consultation, address, proof), at);
    const asked = proofBits(load);
    if (asked === 0) return undefined;
    if (!proof) throw new ProofRequiredError(newRequest(this.vault, consultation, asked, at));
    return {...proof, asked};
  }

  /**
   * Stores comments with their receipt, or gives the receipt of the same intent.
   * @throws OtherBodyError, TooManyRequestsError, ProofRequiredError, UploadGoneError: nothing is stored then.
   */
  async submit(made: NewComments, intent: Intent, proof?: Admitted): Promise<CommentReceipt> {
    const {vault} = this;
    const buckets = made.demo ? [] : this.#buckets(made.consultation, made.address, proof);
    const at = Date.parse(made.now);
    const sketches = sketchAll(made.comments, vault);
    return this.#write(async (tx) => {
      // Another process may have been quicker.
      const earlier = await earlierReceipt(tx, vault, intent);
      if (earlier) return earlier;
      if (proof && !(await spendProof(tx, proof, at))) throw new ProofRequiredError(newRequest(vault, made.consultation, proof.asked, at));
      if (buckets.length) await takeTokens(tx, buckets, at);
      const stored = await insertComments(tx, vault, made, sketches);
      const claims = (made.files ?? []).map((id) => ({id}));
      await claimUploads(tx, {comments: stored.row}, claims, this.uploads.oldest(at));
      await keepReceipt(tx, vault, intent, stored);
      return stored.receipt;
    });
  }

  look(credential: Credential, address: string, now: number): Promise<Look> {
    return this.#looks.look(credential, address, now, this.vault);
  }

  /** What a receipt stands for. */
  async ofNumber(number: string): Promise<{consultation: StoredConsultation; receipt: reads.StoredReceipt; comments: StoredComment[]}> {
    const {row, consultation} = await this.#reader
      .selectFrom('comment_receipts')
      .select(['row', 'consultation'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const receipt = (await reads.receiptsOf(this.#reader, [row], this.vault)).get(row)!;
    return {
      consultation: await this.byRow(consultation),
      receipt,
      comments: await reads.commentsOfReceipt(this.#reader, row, this.vault),
    };
  }

  /**
   * Makes a move on comments of a consultation.
   * @param all Whether none is moved where one cannot be.
   * @param staff Whose move it is; absent: the author's.
   */
  async move(
    consultation: number,
    ids: readonly string[],
    event: ModerationEvent,
    {all = false, staff}: {readonly all?: boolean; readonly staff?: string} = {},
  ): Promise<MoveResult> {
    const {vault} = this;
    let files: string[] = [];
    const work = async (tx: Kysely<Schema>): Promise<MoveResult> => {
      const rows = await tx.selectFrom('comments').selectAll().where('consultation', '=', consultation).where('id', 'in', ids).execute();
      const known = new Map(rows.map((row) => [row.id, storedComment(row, vault)]));
      const result: MoveResult = {done: [], refused: []};
      let isNews = false;
      for (const id of new Set(ids)) {
        const comment = known.get(id);
        const moved = comment && (await moveComment(tx, comment, event, staff));
        if (moved?.ok) result.done.push(id);
        else result.refused.push({comment: id, ...(moved ? {illegal: moved} : {})});
        isNews ||= moved?.ok === true && moved.wasShown;
      }
      if (all && result.refused.length) throw new NothingMoved(result);
      if (isNews) await bump(tx, 'data');
      if (event.type === 'withdraw') {
        const receipts = rows.map(({receipt}) => receipt);
        files = await dropFiles(tx, new Set(receipts));
        await forgetAuthors(tx, receipts);
      }
      return result;
    };
    try {
      const result = await this.#write(work);
      await this.uploads.remove(files);
      return result;
    } catch (error) {
      if (error instanceof NothingMoved) return {done: [], refused: error.result.refused};
      throw error;
    }
  }

  /** Removes what has been kept long enough; with `dryRun`, only says how much that is. */
  async purge(limits: CommentRetention, dryRun: boolean): Promise<PurgedComments> {
    if (dryRun) return dueComments(this.#reader, limits);
    // What is deleted is overwritten, not only forgotten.
    await sql`pragma secure_delete = on`.execute(this.#connections.writer);
    const purged = await this.#write((tx) => purgeComments(tx, limits));
    await this.uploads.remove(purged.files);
    await sql`pragma wal_checkpoint(truncate)`.execute(this.#connections.writer);
    return purged;
  }

  /** Writes down who of the staff saw what. */
  async logRead(consultation: number, staff: string, what: string, at: string): Promise<void> {
    await this.#connections.writer.insertInto('comment_reads').values({consultation, at, staff, what}).execute();
  }
}

/** Undoes the moves of a transaction. */
class NothingMoved extends Error {
  readonly result: MoveResult;
  constructor(result: MoveResult) {
    super('nothing moved');
    this.result = result;
  }
}
