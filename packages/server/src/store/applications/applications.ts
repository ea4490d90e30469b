/** 依申请公开: the one door to applications. What is about a person goes through the vault on its way in and out. */
import type {Agency, ApplicationGuideInput, Credential, Receipt} from '@zwgk/contract';
import {
  APPLICATION_BUCKET,
  type AnnualEntry,
  type ApplicationEvent,
  type ApplicationProgress,
  type IllegalMove,
  type RequestRules,
} from '@zwgk/rules/application';
import {sql, type Kysely} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import {bump, type Connections} from '../connection.ts';
import {mustHaveTokens, takeTokens} from '../buckets.ts';
import type {Schema} from '../schema.ts';
import {claimUploads, type Claim} from './claims.ts';
import * as guides from './guides.ts';
import {appendEvent, type EventMore} from './log.ts';
import {Looks, type Look} from './looks.ts';
import {headOf, opened, type ApplicationHead, type StoredApplication} from './records.ts';
import {duePurge, purge, type Purged, type RetentionLimits} from './retention.ts';
import {InProgressError, insertApplication, keepKey, receiptIn, usedKey, type Intent, type NewApplication} from './submissions.ts';
import type {Uploads} from './uploads.ts';

/** There is no key for personal data: the forms stay closed. */
export class NoDataKeyError extends Error {
  override readonly name = 'NoDataKeyError';
}

export interface ApplicationFilter {
  /** Agency that handles them; absent: all. */
  readonly handledBy?: string | undefined;
  readonly states?: readonly string[] | undefined;
}

export class Applications {
  readonly #connections: Connections;
  readonly #vault: Vault | undefined;
  readonly #looks: Looks;
  /** Intents that are at work in this process; those of another wait for its transaction. */
  readonly #atWork = new Set<string>();
  readonly rules: RequestRules;
  readonly uploads: Uploads;

  constructor(connections: Connections, rules: RequestRules, uploads: Uploads, vault: Vault | undefined) {
    this.#connections = connections;
    this.rules = rules;
    this.uploads = uploads;
    this.#vault = vault;
    this.#looks = new Looks(connections, 'applications');
  }

  /** Whether personal data can be kept. */
  get ready(): boolean {
    return this.#vault !== undefined;
  }

  /** @throws NoDataKeyError */
  get vault(): Vault {
    if (!this.#vault) throw new NoDataKeyError();
    return this.#vault;
  }

  /** Notes that a key came, or went: guides say whether the form is open, and copies of them must not be believed then. */
  async noteKey(now: string): Promise<void> {
    const id = this.#vault?.keyIds[0] ?? 'none';
    await this.#connections.writer.transaction().execute(async (tx) => {
      const last = await tx.selectFrom('data_keys').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst();
      if ((last?.id ?? 'none') === id) return;
      await tx
        .insertInto('data_keys')
        .values({id, at: now})
        .onConflict((conflict) => conflict.column('id').doUpdateSet({at: now}))
        .execute();
      await bump(tx, 'data');
    });
  }

  /** Keys that something is still sealed under, and that are not given; none where no key is given at all. */
  async missingKeys(): Promise<string[]> {
    if (!this.#vault) return [];
    const {reader} = this.#connections;
    const ofRows = await reader.selectFrom('applications').select('key').distinct().where('sealed', 'is not', null).execute();
    const ofFiles = await reader.selectFrom('uploads').select('key').distinct().execute();
    // What was said stays sealed under the key of its receipt, also when it is forgotten who said it.
    const ofComments = await reader.selectFrom('comment_receipts').select('key').distinct().execute();
    const ofSignUps = await reader.selectFrom('sign_ups').select('key').distinct().where('sealed', 'is not', null).execute();
    const used = new Set([...ofRows, ...ofFiles, ...ofComments, ...ofSignUps].map(({key}) => key));
    return [...used].filter((id) => !this.vault.keyIds.includes(id));
  }

  guide(agency: string): Promise<guides.StoredGuide | undefined> {
    return guides.readGuide(this.#connections.reader, agency);
  }

  /** Tells of an agency whether its form may be sent. */
  async opens(): Promise<(agency: Agency) => boolean> {
    const written = this.ready ? await guides.readGuides(this.#connections.reader) : new Map<string, ApplicationGuideInput>();
    return (agency) => {
      const guide = written.get(agency.id);
      return guide !== undefined && guides.canOpen(agency, guide);
    };
  }

  saveGuide(agency: string, input: ApplicationGuideInput, version: number, today: string): Promise<boolean> {
    return this.#connections.writer.transaction().execute(async (tx) => {
      const changed = await guides.writeGuide(tx, agency, input, version, today);
      if (changed) await bump(tx, 'data');
      return changed;
    });
  }

  averageWorkdays(agency: string, today: string): Promise<number | undefined> {
    return guides.averageWorkdays(this.#connections.reader, agency, today, this.rules.calendar);
  }

  /** @throws TooManyRequestsError */
  countResolved(agency: string, document: string, {address, now, today}: {address: string; now: string; today: string}): Promise<void> {
    return this.#connections.writer.transaction().execute(async (tx) => {
      if (this.#vault) {
        const scope = `resolved ${this.vault.mac('address', address)}`;
        await takeTokens(tx, [{scope, limit: APPLICATION_BUCKET}], Date.parse(now));
      }
      await guides.countResolved(tx, agency, document, today);
    });
  }

  resolvedIn(agency: string | undefined, year: number): Promise<number> {
    return guides.resolvedIn(this.#connections.reader, agency, year);
  }

  /** Runs `work` unless the same intent is at work already. @throws InProgressError */
  async once<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.#atWork.has(key)) throw new InProgressError();
    this.#atWork.add(key);
    try {
      return await work();
    } finally {
      this.#atWork.delete(key);
    }
  }

  /**
   * What an intent came to, for whoever lost its answer: while it is at work that is not known yet, and what another process
   * is writing is waited for.
   * @throws InProgressError
   */
  settled<T>(key: string, find: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    if (this.#atWork.has(key)) throw new InProgressError();
    return this.#connections.writer.transaction().execute(find);
  }

  /** The receipt that this intent got before. @param body Absent: whatever it was. @throws OtherBodyError */
  async receiptOf<R = Receipt>(key: string, body?: unknown, db: Kysely<Schema> = this.#connections.reader): Promise<R | undefined> {
    const used = await usedKey(db, this.vault, {key, body});
    return used && (body !== undefined || used.sealed !== null) ? receiptIn<R>(used, this.vault) : undefined;
  }

  #buckets(address: string): Parameters<typeof takeTokens>[1] {
    return [{scope: `application ${this.vault.mac('address', address)}`, limit: APPLICATION_BUCKET}];
  }

  /** Turns a flood away before it costs more than a read. @throws TooManyRequestsError */
  mustHaveTokens(address: string, now: string): Promise<void> {
    return mustHaveTokens(this.#connections.reader, this.#buckets(address), Date.parse(now));
  }

  /**
   * Stores an application with its receipt, or gives the receipt of the same intent.
   * @throws OtherBodyError, UploadGoneError, TooManyRequestsError: nothing is stored then.
   */
  submit<R = Receipt>(made: NewApplication<R>, intent: Intent): Promise<R> {
    const {vault, rules} = this;
    const at = Date.parse(made.now);
    return this.#connections.writer.transaction().execute(async (tx) => {
      // Another process may have been quicker.
      const used = await usedKey(tx, vault, intent);
      if (used) return receiptIn<R>(used, vault);
      if (made.address !== undefined && !made.demo) await takeTokens(tx, this.#buckets(made.address), at);
      const {row, secrets} = await insertApplication(tx, {vault, rules}, made, this.uploads.oldest(at));
      const receipt = made.receipt(secrets);
      await keepKey(tx, vault, intent, {application: row, at: made.now, receipt});
      return receipt;
    });
  }

  /** Adds an event, with the files that come with it, and the intent it answers. */
  async append(
    number: string,
    version: number | 'any',
    make: (progress: ApplicationProgress) => ApplicationEvent,
    more: EventMore & {readonly claims?: readonly Claim[]; readonly intent?: Intent; readonly now: string},
  ): Promise<IllegalMove | 'stale' | 'done' | undefined> {
    const {vault, rules} = this;
    return this.#connections.writer.transaction().execute(async (tx) => {
      if (more.intent && (await usedKey(tx, vault, more.intent))) return 'done';
      const appended = await appendEvent(tx, {vault, rules}, number, version, make, more);
      if (appended === undefined || appended === 'stale' || !appended.ok) return appended;
      const {row} = appended;
      await claimUploads(tx, {application: row}, more.claims ?? [], this.uploads.oldest(Date.parse(more.now)));
      if (more.intent) await keepKey(tx, vault, more.intent, {application: row, at: more.now});
      return 'done';
    });
  }

  /** Whether the intent was carried out before. @throws OtherBodyError */
  async wasDone(intent: Intent): Promise<boolean> {
    return (await usedKey(this.#connections.reader, this.vault, intent)) !== undefined;
  }

  async find(number: string): Promise<StoredApplication | undefined> {
    const {reader} = this.#connections;
    const row = await reader.selectFrom('applications').selectAll().where('number', '=', number).executeTakeFirst();
    if (!row) return undefined;
    const events = await reader.selectFrom('application_events').selectAll().where('application', '=', row.row).orderBy('seq').execute();
    return opened(row, events, this.vault);
  }

  /** Everything that matches, without what it says, newest first. */
  async heads({handledBy, states}: ApplicationFilter): Promise<ApplicationHead[]> {
    let query = this.#connections.reader.selectFrom('applications').selectAll();
    if (handledBy !== undefined) query = query.where('handled_by', '=', handledBy);
    if (states !== undefined) query = query.where('state', 'in', states);
    return (await query.orderBy('number', 'desc').execute()).map(headOf);
  }

  look(credential: Credential, address: string, now: number): Promise<Look> {
    return this.#looks.look(credential, address, now, this.vault);
  }

  /** What is kept of what is asked for. */
  topicHash(topic: string | undefined): string | null {
    return topic === undefined ? null : this.vault.mac('topic', topic);
  }

  /** Other applications about the same thing since an instant (R3.8). */
  async similar({topic, number}: Pick<ApplicationHead, 'topic' | 'number'>, since: string): Promise<number> {
    if (topic === null) return 0;
    const {count} = await this.#connections.reader
      .selectFrom('applications')
      .select(sql<number>`count(*)`.as('count'))
      .where('topic', '=', topic)
      .where('number', '!=', number)
      .where('submitted_at', '>=', since)
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Writes down who of the staff saw what. */
  async logRead(number: string, staff: string, what: string, at: string): Promise<void> {
    await this.#connections.writer
      .insertInto('application_reads')
      .values((eb) => ({application: eb.selectFrom('applications').select('row').where('number', '=', number), at, staff, what}))
      .execute();
  }

  async annualEntries(agency: string | undefined): Promise<AnnualEntry[]> {
    const heads = await this.heads({handledBy: agency});
    return heads.map(({kind, applicant, progress: {receivedOn, outcome}}) => ({
      kind,
      applicant,
      ...(receivedOn === undefined ? {} : {receivedOn}),
      ...(outcome === undefined ? {} : {outcome}),
    }));
  }

  /** Removes what has been kept long enough; with `dryRun`, only says how much that is. */
  async purge(limits: RetentionLimits, dryRun: boolean): Promise<Purged & {left: number}> {
    if (dryRun) return {...(await duePurge(this.#connections.reader, limits)), left: 0};
    const {writer} = this.#connections;
    // What is deleted is overwritten, not only forgotten.
    await sql`pragma secure_delete = on`.execute(writer);
    const purged = await writer.transaction().execute((tx) => purge(tx, limits));
    await this.uploads.remove(purged.files);
    await sql`pragma wal_checkpoint(truncate)`.execute(writer);
    return {...purged, left: await this.uploads.collect(limits.now)};
  }
}
