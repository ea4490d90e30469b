/** Hearings, meetings, open days: the one door to them and to who signed up. What is about a person goes through the vault. */
import type {Credential, MeetingList, MeetingParticipants, MeetingQuery, MeetingStanding, SignUpReceipt, SignUpState} from '@zwgk/contract';
import type {WorkCalendar} from '@zwgk/rules';
import {COMMENT_BUCKETS} from '@zwgk/rules/consultation';
import {maskName, meetingPolicy, meetingStanding, turnsOf, type MeetingPolicy, type SeatCounts} from '@zwgk/rules/meeting';
import {sql, type Kysely} from 'kysely';
import {POLICY_PROFILE} from '../../config.ts';
import type {Vault} from '../../vault/vault.ts';
import {NoDataKeyError} from '../applications/applications.ts';
import {Looks, type Look} from '../applications/looks.ts';
import type {Intent} from '../applications/submissions.ts';
import {bump, type Connections} from '../connection.ts';
import {mustHaveTokens, takeTokens} from '../buckets.ts';
import type {Directory} from '../directory.ts';
import {canonicalJson} from '../json.ts';
import type {Schema} from '../schema.ts';
import * as searchIndex from '../search/index-writer.ts';
import {meetingEntries} from '../search/meeting-source.ts';
import {listMeetings} from './list.ts';
import {storedMeeting, storedSignUp, type KeptInput, type MeetingAfter, type StoredMeeting, type StoredSignUp} from './records.ts';
import {dueSignUps, purgeSignUps, type PurgedSignUps, type SignUpRetention} from './retention.ts';
import {selectParticipants} from './selection.ts';
import {earlierReceipt, fillSeats, insertSignUp, moveSignUps, seatCounts, type NewSignUp} from './sign-ups.ts';
import {eachSignUp, signUpPage, stateCounts, type SignUpFilter, type SignUpPage} from './staff-reads.ts';

/** A meeting to be stored. */
export interface MeetingRecord {
  readonly id: string;
  readonly input: KeptInput;
  readonly after?: MeetingAfter;
  readonly demo?: boolean;
}

interface Heads {
  readonly version: number;
  readonly meetings: readonly StoredMeeting[];
  readonly counts: ReadonlyMap<number, SeatCounts>;
  /** Instants at which something changes by the clock alone. */
  readonly turns: readonly number[];
}

const instant = (text: string): string => new Date(text).toISOString();

export class Meetings {
  readonly #connections: Connections;
  readonly #vault: Vault | undefined;
  readonly #calendar: WorkCalendar;
  readonly #directory: () => Promise<Directory>;
  readonly #looks: Looks;
  readonly policy: MeetingPolicy = meetingPolicy(POLICY_PROFILE);
  #heads: Heads = {version: -1, meetings: [], counts: new Map(), turns: []};

  constructor(connections: Connections, vault: Vault | undefined, calendar: WorkCalendar, directory: () => Promise<Directory>) {
    this.#connections = connections;
    this.#vault = vault;
    this.#calendar = calendar;
    this.#directory = directory;
    this.#looks = new Looks(connections, 'sign_ups');
  }

  /** Whether sign-ups can be kept. */
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

  /** Every meeting with its taken seats, as of a data version. */
  async #all(version: number): Promise<Heads> {
    if (this.#heads.version !== version) {
      const meetings = (await this.#reader.selectFrom('meetings').selectAll().execute()).map(storedMeeting);
      const turns = meetings.flatMap(({schedule}) => turnsOf(schedule).map((each) => Date.parse(each))).sort((a, b) => a - b);
      this.#heads = {version, meetings, counts: await seatCounts(this.#reader), turns};
    }
    return this.#heads;
  }

  /** How many turns lie behind: copies of what was said before the last one must not be believed. */
  async turns(version: number, now: number): Promise<number> {
    const {turns} = await this.#all(version);
    const next = turns.findIndex((each) => each > now);
    return next < 0 ? turns.length : next;
  }

  #standing({schedule}: StoredMeeting, counts: SeatCounts | undefined, now: number): MeetingStanding {
    return meetingStanding(schedule, counts ?? {}, now, this.policy, this.#calendar);
  }

  /** By the server's clock: `now` in milliseconds. */
  async list(query: MeetingQuery, version: number, now: number): Promise<MeetingList> {
    const {meetings, counts} = await this.#all(version);
    const entries = meetings.map((meeting) => ({meeting, standing: this.#standing(meeting, counts.get(meeting.row), now)}));
    return listMeetings(entries, await this.#directory(), query);
  }

  async find(id: string): Promise<StoredMeeting | undefined> {
    const stored = await this.#reader.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst();
    return stored && storedMeeting(stored);
  }

  /** How many belong to a consultation. */
  async countOf(consultation: string): Promise<number> {
    const {count} = await this.#reader
      .selectFrom('meetings')
      .select(sql<number>`count(*)`.as('count'))
      .where('consultation', '=', consultation)
      .executeTakeFirstOrThrow();
    return count;
  }

  async standing(meeting: StoredMeeting, now: number): Promise<MeetingStanding> {
    return this.#standing(meeting, (await seatCounts(this.#reader, meeting.row)).get(meeting.row), now);
  }

  /** Stores a meeting; a changed one gets the next version, and whoever waits the seats that were added. */
  async save(record: MeetingRecord, now: string): Promise<void> {
    await this.#write(async (tx) => {
      await saveMeeting(tx, record, now);
      const meeting = storedMeeting(await tx.selectFrom('meetings').selectAll().where('id', '=', record.id).executeTakeFirstOrThrow());
      if (meeting.input.signUp?.method === 'order' && now < meeting.schedule.startsAt) await fillSeats(tx, meeting, now);
    });
  }

  /** The receipt that this intent got before. @throws OtherBodyError */
  receiptOf(key: string, body?: unknown, db: Kysely<Schema> = this.#reader): Promise<SignUpReceipt | undefined> {
    return earlierReceipt(db, this.vault, {key, body});
  }

  #buckets(meeting: number, address: string): Parameters<typeof takeTokens>[1] {
    return [
      {scope: `address ${this.vault.mac('address', address)}`, limit: COMMENT_BUCKETS.address},
      {scope: `meeting ${meeting}`, limit: COMMENT_BUCKETS.consultation},
      {scope: 'service', limit: COMMENT_BUCKETS.service},
    ];
  }

  /** Turns a flood away before it costs more than a read. @throws TooManyRequestsError */
  mustHaveTokens(meeting: number, address: string, now: string): Promise<void> {
    return mustHaveTokens(this.#reader, this.#buckets(meeting, address), Date.parse(now));
  }

  /**
   * Takes a seat and stores who takes it, or gives the receipt of the same intent.
   * @throws OtherBodyError, TooManyRequestsError, MeetingFullError: nothing is stored then.
   */
  async submit(made: NewSignUp, intent: Intent): Promise<SignUpReceipt> {
    const {vault} = this;
    return this.#write(async (tx) => {
      // Another process may have been quicker.
      const earlier = await earlierReceipt(tx, vault, intent);
      if (earlier) return earlier;
      if (!made.demo) await takeTokens(tx, this.#buckets(made.meeting.row, made.address), Date.parse(made.now));
      const receipt = await insertSignUp(tx, vault, made, intent);
      if (receipt.state !== 'received') await bump(tx, 'data');
      return receipt;
    });
  }

  look(credential: Credential, address: string, now: number): Promise<Look> {
    return this.#looks.look(credential, address, now, this.vault);
  }

  /** What a receipt stands for; while waiting, how many wait before. */
  async ofNumber(number: string): Promise<{meeting: StoredMeeting; signUp: StoredSignUp; ahead: number}> {
    const signUp = storedSignUp(
      await this.#reader.selectFrom('sign_ups').selectAll().where('number', '=', number).executeTakeFirstOrThrow(),
      this.vault,
    );
    const meeting = await this.#reader.selectFrom('meetings').selectAll().where('row', '=', signUp.meeting).executeTakeFirstOrThrow();
    const {ahead} = await this.#reader
      .selectFrom('sign_ups')
      .select(sql<number>`count(*)`.as('ahead'))
      .where('meeting', '=', signUp.meeting)
      .where('role', '=', signUp.role)
      .where('state', '=', 'waiting')
      .where('turn', '<', signUp.turn)
      .executeTakeFirstOrThrow();
    return {meeting: storedMeeting(meeting), signUp, ahead};
  }

  /** Moves sign-ups of a meeting, and gives the seats that become free to those who wait. */
  async move(
    meeting: StoredMeeting,
    numbers: readonly string[],
    move: {to: SignUpState; staff?: string; reason?: string},
    at: string,
  ): Promise<void> {
    await this.#write(async (tx) => {
      const rows = await tx
        .selectFrom('sign_ups')
        .select('row')
        .where('meeting', '=', meeting.row)
        .where('number', 'in', numbers)
        .where('state', 'in', ['received', 'confirmed', 'waiting', 'not_selected'])
        .execute();
      await moveSignUps(
        tx,
        rows.map(({row}) => row),
        {...move, at},
      );
      if (meeting.input.signUp?.method === 'order' || meeting.selectedAt !== undefined) await fillSeats(tx, meeting, at);
      await bump(tx, 'data');
    });
  }

  /** 遴选, once (see `selectParticipants`). @returns `undefined` when there was a selection already. */
  select(meeting: StoredMeeting, chosen: readonly string[] | undefined, staff: string, at: string): Promise<{seed?: string} | undefined> {
    return this.#write((tx) => selectParticipants(tx, meeting, chosen, staff, at));
  }

  /** 参加人名单 with masked names (个人信息保护法第二十五条), once it is published; `undefined` where there is none. */
  async participants({row, selectedAt, input}: StoredMeeting): Promise<MeetingParticipants | undefined> {
    const publishedAt = selectedAt ?? input.participantsAt;
    if (publishedAt === undefined || !input.signUp || !this.#vault) return undefined;
    const rows = await this.#reader
      .selectFrom('sign_ups')
      .selectAll()
      .where('meeting', '=', row)
      .where('state', '=', 'confirmed')
      .where('sealed', 'is not', null)
      .orderBy('number')
      .execute();
    const items = rows.map((each) => ({role: each.role, name: maskName(storedSignUp(each, this.vault).words!.name)}));
    return items.length ? {publishedAt, items} : undefined;
  }

  states(meeting: number): Promise<Partial<Record<SignUpState, number>>> {
    return stateCounts(this.#reader, meeting);
  }

  signUps(meeting: number, filter: SignUpFilter): Promise<SignUpPage> {
    return signUpPage(this.#reader, meeting, filter, this.vault);
  }

  eachSignUp(meeting: number): AsyncGenerator<StoredSignUp[]> {
    return eachSignUp(this.#reader, meeting, this.vault);
  }

  /** Removes what has been kept long enough; with `dryRun`, only says how much that is. */
  async purge(limits: SignUpRetention, dryRun: boolean): Promise<PurgedSignUps> {
    if (dryRun) return dueSignUps(this.#reader, limits);
    // What is deleted is overwritten, not only forgotten.
    await sql`pragma secure_delete = on`.execute(this.#connections.writer);
    const purged = await this.#write((tx) => purgeSignUps(tx, limits));
    await sql`pragma wal_checkpoint(truncate)`.execute(this.#connections.writer);
    return purged;
  }

  /** Writes down who of the staff saw what. */
  async logRead(meeting: number, staff: string, what: string, at: string): Promise<void> {
    await this.#connections.writer.insertInto('meeting_reads').values({meeting, at, staff, what}).execute();
  }
}

/** Instants in UTC, as the contract has them. */
function inUtc({signUp, participantsAt, ...input}: KeptInput): KeptInput {
  const {noticeAt, startsAt, endsAt} = input;
  const offer = signUp && {...signUp, closesAt: instant(signUp.closesAt), ...(signUp.opensAt ? {opensAt: instant(signUp.opensAt)} : {})};
  return {
    ...input,
    noticeAt: instant(noticeAt),
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
    ...(offer ? {signUp: offer} : {}),
    ...(participantsAt === undefined ? {} : {participantsAt: instant(participantsAt)}),
  };
}

/** In the caller's transaction; the same again changes nothing. */
async function saveMeeting(tx: Kysely<Schema>, {id, input: said, after = {}, demo = false}: MeetingRecord, now: string): Promise<void> {
  const input = inUtc(said);
  const old = await tx.selectFrom('meetings').select(['version', 'data', 'after']).where('id', '=', id).executeTakeFirst();
  const [data, since] = [canonicalJson(input), canonicalJson(after)];
  if (old?.data === data && old.after === since) return;
  const columns = {
    agency: input.agency,
    consultation: input.consultation ?? null,
    notice_at: input.noticeAt,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    cancelled_at: after.cancelled?.at ?? null,
    recorded_at: after.record?.publishedAt ?? null,
    version: (old?.version ?? 0) + 1,
    updated_at: instant(now),
    demo: demo ? (1 as const) : (0 as const),
    data,
    after: since,
  };
  const {row} = await tx
    .insertInto('meetings')
    .values({id, ...columns, selected_at: null, seed: null})
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .returning('row')
    .executeTakeFirstOrThrow();
  await searchIndex.remove(tx, 'meeting', [row]);
  await searchIndex.put(tx, 'meeting', await meetingEntries(tx, [row]));
  await bump(tx, 'data');
}
