/** Tables of meetings. Who signs up is sealed; what proves who asks is an HMAC. */
import type {MeetingRole, SignUpState} from '@zwgk/contract';
import type {Generated} from 'kysely';

type Flag = 0 | 1;

export const MEETINGS = [
  `create table meetings (
    row integer primary key, id text not null unique, agency text not null references agencies (id), consultation text,
    notice_at text not null, starts_at text not null, ends_at text not null, cancelled_at text, recorded_at text, selected_at text, seed text,
    version integer not null, updated_at text not null, demo integer not null, data text not null, after text not null) strict`,
  `create index meetings_by_consultation on meetings (consultation) where consultation is not null`,
  `create table sign_ups (
    row integer primary key, number text not null unique, meeting integer not null references meetings (row), role text not null,
    state text not null, submitted_at text not null, turn integer not null, person text, reason text, key text not null, code text,
    token text unique, sealed text) strict`,
  // All that a look reads: of a number that exists no page more is touched than of one that does not.
  `create index sign_ups_for_looks on sign_ups (number, key, code)`,
  `create index sign_ups_by_meeting on sign_ups (meeting, role, state, turn)`,
  `create table sign_up_events (
    seq integer primary key autoincrement, sign_up integer not null references sign_ups (row), at text not null, staff text,
    state text not null) strict`,
  `create table sign_up_keys (
    hash text primary key, body text not null, sign_up integer not null references sign_ups (row), at text not null,
    sealed text not null) strict, without rowid`,
  `create table meeting_reads (
    seq integer primary key autoincrement, meeting integer not null references meetings (row), at text not null, staff text not null,
    what text not null) strict`,
];

export interface MeetingTable {
  row: Generated<number>;
  id: string;
  agency: string;
  consultation: string | null;
  notice_at: string;
  starts_at: string;
  ends_at: string;
  cancelled_at: string | null;
  recorded_at: string | null;
  /** When participants were selected, and what the draw was made with. */
  selected_at: string | null;
  seed: string | null;
  version: number;
  updated_at: string;
  demo: Flag;
  /** As the agency gave notice of it. */
  data: string;
  /** What happened to it since: changes, cancellation, record. */
  after: string;
}

export interface SignUpTable {
  row: Generated<number>;
  number: string;
  meeting: number;
  role: MeetingRole;
  state: SignUpState;
  submitted_at: string;
  /** Place among those who wait. */
  turn: number;
  /** HMAC of the mobile number or e-mail address, for this meeting alone. */
  person: string | null;
  reason: string | null;
  /** Key of the HMACs. */
  key: string;
  /** HMACs of query code and link token. */
  code: string | null;
  token: string | null;
  /** Name, ways of contact, and what else was asked; gone once it is withdrawn. */
  sealed: string | null;
}

export interface SignUpEventTable {
  seq: Generated<number>;
  sign_up: number;
  at: string;
  staff: string | null;
  state: SignUpState;
}

export interface SignUpKeyTable {
  hash: string;
  body: string;
  sign_up: number;
  at: string;
  sealed: string;
}

/** Who of the staff saw names and ways of contact, and when. */
export interface MeetingReadTable {
  seq: Generated<number>;
  meeting: number;
  at: string;
  staff: string;
  what: string;
}
