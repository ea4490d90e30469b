/** Meetings and sign-ups as they are kept, and back. */
import type {MeetingCancellation, MeetingChange, MeetingInput, MeetingRecord, MeetingRole, SignUpInput, SignUpState} from '@zwgk/contract';
import type {ScheduledMeeting} from '@zwgk/rules/meeting';
import type {Selectable} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import type {MeetingTable, SignUpTable} from './tables.ts';

/** What happened to a meeting since notice was given. */
export interface MeetingAfter {
  readonly changes?: readonly MeetingChange[];
  readonly cancelled?: MeetingCancellation;
  readonly record?: MeetingRecord;
}

/** Notice of a meeting with the time it was given; a reason for a change is kept with the change. */
export type KeptInput = Omit<MeetingInput, 'changeReason' | 'noticeAt'> & {readonly noticeAt: string};

export interface StoredMeeting {
  readonly row: number;
  readonly id: string;
  readonly agency: string;
  readonly version: number;
  readonly demo: boolean;
  readonly input: KeptInput;
  readonly after: MeetingAfter;
  /** When participants were selected. */
  readonly selectedAt: string | undefined;
  readonly schedule: ScheduledMeeting;
}

export function storedMeeting(stored: Selectable<MeetingTable>): StoredMeeting {
  const input = JSON.parse(stored.data) as KeptInput;
  const {kind, signUp, live, replay} = input;
  return {
    row: stored.row,
    id: stored.id,
    agency: stored.agency,
    version: stored.version,
    demo: stored.demo === 1,
    input,
    after: JSON.parse(stored.after) as MeetingAfter,
    selectedAt: stored.selected_at ?? undefined,
    schedule: {
      kind,
      noticeAt: stored.notice_at,
      startsAt: stored.starts_at,
      endsAt: stored.ends_at,
      ...(signUp ? {signUp} : {}),
      ...(live ? {live} : {}),
      ...(replay ? {replay} : {}),
      ...(stored.cancelled_at === null ? {} : {cancelledAt: stored.cancelled_at}),
      ...(stored.recorded_at === null ? {} : {recordedAt: stored.recorded_at}),
    },
  };
}

/** What somebody said of themselves. */
export type PersonWords = Pick<SignUpInput, 'mobile' | 'email' | 'employer' | 'statement' | 'needs'> & {readonly name: string};

export const personPlace = (number: string): string => `${number}/person`;
export const signUpReceiptPlace = (hash: string): string => `sign-up-receipt/${hash}`;

export interface StoredSignUp {
  readonly row: number;
  readonly number: string;
  readonly meeting: number;
  readonly role: MeetingRole;
  readonly state: SignUpState;
  readonly submittedAt: string;
  readonly turn: number;
  readonly person: string | null;
  readonly reason: string | null;
  /** `undefined` once it is gone. */
  readonly words: PersonWords | undefined;
}

export const storedSignUp = (stored: Selectable<SignUpTable>, vault: Vault): StoredSignUp => ({
  row: stored.row,
  number: stored.number,
  meeting: stored.meeting,
  role: stored.role,
  state: stored.state,
  submittedAt: stored.submitted_at,
  turn: stored.turn,
  person: stored.person,
  reason: stored.reason,
  words: stored.sealed === null ? undefined : (JSON.parse(vault.open(stored.sealed, personPlace(stored.number))) as PersonWords),
});
