import type {
  MeetingKind,
  MeetingRole,
  MeetingStanding,
  MeetingState,
  RecordDuty,
  SeatsLeft,
  SignUpOffer,
  SignUpStanding,
  SignUpState,
} from '@zwgk/contract';
import {chinaDate, type WorkCalendar} from '../calendar.ts';
import {lastDayOf, liveState, startOfDay} from '../consultation/standing.ts';
import type {MeetingPolicy} from './policy.ts';

const DAY = 86_400_000;

/** What the state of a meeting depends on; instants are ISO 8601. */
export interface ScheduledMeeting {
  readonly kind: MeetingKind;
  readonly noticeAt: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly signUp?: SignUpOffer;
  readonly live?: object;
  readonly replay?: object;
  readonly cancelledAt?: string;
  readonly recordedAt?: string;
}

/** How many of a role's sign-ups are in each state. */
export type RoleCounts = Readonly<Partial<Record<SignUpState, number>>>;
export type SeatCounts = Readonly<Partial<Record<MeetingRole, RoleCounts>>>;

/** From when on one may sign up: from the notice, where nothing else is said. */
export const signUpOpensAt = ({noticeAt, signUp}: Pick<ScheduledMeeting, 'noticeAt' | 'signUp'>): string => signUp?.opensAt ?? noticeAt;

/** Every instant at which something that is said of the meeting changes by the clock alone. */
export const turnsOf = (meeting: ScheduledMeeting): string[] => [
  meeting.startsAt,
  meeting.endsAt,
  ...(meeting.signUp ? [signUpOpensAt(meeting), meeting.signUp.closesAt] : []),
];

/** Seats that are left, of which only those by order are known before the selection. */
export function seatsLeft({roles, method, waiting = 0}: Omit<SignUpOffer, 'closesAt'>, counts: SeatCounts): SeatsLeft[] {
  return roles.map((seats): SeatsLeft => {
    if (method !== 'order') return seats;
    const {confirmed = 0, waiting: waits = 0} = counts[seats.role] ?? {};
    return {
      ...seats,
      left: Math.max(0, seats.seats - confirmed),
      ...(waiting > 0 ? {waitingLeft: Math.max(0, waiting - waits)} : {}),
    };
  });
}

/** Whether one may sign up (R3.12): in its time, until it is full. */
function signUpStanding(meeting: ScheduledMeeting, offer: SignUpOffer, counts: SeatCounts, now: number): SignUpStanding {
  const opensAt = signUpOpensAt(meeting);
  const {closesAt} = offer;
  const seats = seatsLeft(offer, counts);
  const isOpen = (): SignUpStanding['state'] => {
    if (seats.some(({left}) => left === undefined || left > 0)) return 'open';
    return seats.some(({waitingLeft = 0}) => waitingLeft > 0) ? 'waiting' : 'full';
  };
  const over = meeting.cancelledAt !== undefined || now >= Math.min(Date.parse(closesAt), Date.parse(meeting.startsAt));
  const state = over ? 'over' : now < Date.parse(opensAt) ? 'not_open' : isOpen();
  const remainingDays = (startOfDay(lastDayOf(closesAt)) - startOfDay(chinaDate(now))) / DAY;
  return {state, opensAt, closesAt, seats, ...(state === 'over' || state === 'not_open' ? {} : {remainingDays})};
}

/** The record of a hearing is due once it is over (R11.2). */
export function recordDuty(endsAt: string, recordedAt: string | undefined, now: number, days: number, calendar: WorkCalendar): RecordDuty {
  const dueOn = calendar.addWorkdays(chinaDate(Date.parse(endsAt)), days);
  const publishedOn = recordedAt && chinaDate(Date.parse(recordedAt));
  const until = publishedOn ?? chinaDate(now);
  const late = until > dueOn;
  const lateBy = Math.max(1, calendar.workdaysBetween(dueOn, until));
  const status = publishedOn ? (late ? 'late' : 'on_time') : late ? 'overdue' : 'pending';
  return {
    status,
    dueOn,
    ...(calendar.covers(dueOn) ? {} : {estimated: true}),
    ...(publishedOn ? {publishedOn} : {}),
    ...(late ? {lateBy} : {}),
  };
}

function stateOf(
  {startsAt, endsAt, signUp, cancelledAt, recordedAt}: ScheduledMeeting,
  offer: SignUpStanding | undefined,
  now: number,
): MeetingState {
  if (cancelledAt !== undefined) return 'cancelled';
  if (now >= Date.parse(endsAt)) return recordedAt === undefined ? 'ended' : 'recorded';
  if (now >= Date.parse(startsAt)) return 'in_progress';
  if (!signUp || offer!.state === 'not_open') return 'announced';
  return offer!.state === 'over' ? 'sign_up_closed' : 'sign_up';
}

/**
 * Where a meeting stands (R3.12, R3.14, R11.2).
 * @param now Instant in milliseconds by the server's clock, never the visitor's (T32).
 */
export function meetingStanding(
  meeting: ScheduledMeeting,
  counts: SeatCounts,
  now: number,
  {recordWorkdays}: MeetingPolicy,
  calendar: WorkCalendar,
): MeetingStanding {
  const {kind, startsAt, endsAt, live, replay, recordedAt} = meeting;
  const signUp = meeting.signUp && signUpStanding(meeting, meeting.signUp, counts, now);
  const state = stateOf(meeting, signUp, now);
  const isOver = state === 'ended' || state === 'recorded';
  const shown = liveState(startsAt, endsAt, now);
  return {
    state,
    ...(signUp ? {signUp} : {}),
    ...((live ?? (replay && isOver)) && state !== 'cancelled' ? {live: shown === 'replay' && !replay ? 'over' : shown} : {}),
    ...(kind === 'hearing' && isOver ? {record: recordDuty(endsAt, recordedAt, now, recordWorkdays, calendar)} : {}),
  };
}
