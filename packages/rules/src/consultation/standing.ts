import {addDays, chinaDate} from '../calendar.ts';
import type {ConsultationInput, HearingInput} from './consultation.ts';
import type {ConsultationPolicy} from './policy.ts';
import type {ConsultationState} from './vocabulary.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Milliseconds before the end in which whoever still writes is told; for the product, not the law's. */
export const CLOSING_SOON = 5 * MINUTE;

/** The instant at which a day begins in China, in milliseconds. */
export const startOfDay = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);

const daysBetween = (from: string, to: string): number => (startOfDay(to) - startOfDay(from)) / DAY;

/** The last day in China on which comments are taken: of a period that ends at midnight, the day before. */
export const lastDayOf = (closesAt: string): string => chinaDate(Date.parse(closesAt) - 1);

/**
 * Days of a period that are open from beginning to end, in China: as with every period in days, one that begins in the
 * middle of a day does not count that day (民法典第二百零一、二百零三条). A period up to 23:59 is one up to midnight.
 */
export function wholeDays(opensAt: string, closesAt: string): number {
  const opens = Date.parse(opensAt);
  const closes = Date.parse(closesAt);
  if (!(opens < closes)) return 0;
  const day = chinaDate(opens);
  const first = opens > startOfDay(day) ? addDays(day, 1) : day;
  return Math.max(0, daysBetween(first, chinaDate(closes + MINUTE)));
}

/** What the state of a consultation depends on. */
export interface Scheduled {
  readonly opensAt: string;
  readonly closesAt: string;
  /** When the report on what was adopted was published. */
  readonly reportedAt?: string;
}

/** The duty to report (R3.10) as it stands. */
export interface ReportDuty {
  readonly status: 'pending' | 'overdue' | 'on_time' | 'late';
  /** Last day in China; a product convention, not the law's: the policy profile says how many days after the last day. */
  readonly dueOn: string;
  readonly publishedOn?: string;
  /** Days past the due day. */
  readonly lateBy?: number;
}

export interface ConsultationStanding {
  readonly state: ConsultationState;
  readonly lastDay: string;
  /** While open: days after today up to the last day; 0 on the last day itself. */
  readonly remainingDays?: number;
  /** While open: whether these are the last minutes. */
  readonly closingSoon?: true;
  /** From closing on. */
  readonly report?: ReportDuty;
}

function reportDuty(lastDay: string, reportedAt: string | undefined, now: number, reportDays: number): ReportDuty {
  const dueOn = addDays(lastDay, reportDays);
  const publishedOn = reportedAt && chinaDate(Date.parse(reportedAt));
  const lateBy = daysBetween(dueOn, publishedOn ?? chinaDate(now));
  const late = lateBy > 0;
  const status = publishedOn ? (late ? 'late' : 'on_time') : late ? 'overdue' : 'pending';
  return {status, dueOn, ...(publishedOn ? {publishedOn} : {}), ...(late ? {lateBy} : {})};
}

/**
 * Where a consultation stands (R3.9, R3.10). A report counts once the consultation has closed: one that is dated earlier
 * changes nothing before.
 * @param now Instant in milliseconds by the server's clock, never the visitor's (T32).
 */
export function consultationStanding(
  {opensAt, closesAt, reportedAt}: Scheduled,
  now: number,
  {reportDays}: ConsultationPolicy,
): ConsultationStanding {
  const lastDay = lastDayOf(closesAt);
  if (now < Date.parse(opensAt)) return {state: 'not_started', lastDay};
  const left = Date.parse(closesAt) - now;
  if (left > 0) {
    const remainingDays = daysBetween(chinaDate(now), lastDay);
    return {state: 'open', lastDay, remainingDays, ...(left <= CLOSING_SOON ? {closingSoon: true} : {})};
  }
  const out = reportedAt !== undefined && Date.parse(reportedAt) <= now ? reportedAt : undefined;
  return {state: out ? 'reported' : 'closed', lastDay, report: reportDuty(lastDay, out, now, reportDays)};
}

/** Whether a consultation may be listed and found: not what the law keeps secret (R3.11). */
export const isListed = ({secrecyExempt}: Pick<ConsultationInput, 'secrecyExempt'>): boolean => secrecyExempt === undefined;

/** Whether a comment may be given now, by the server's clock (T32). */
export const takesComments = (
  consultation: Pick<ConsultationInput, 'secrecyExempt'> & Pick<Scheduled, 'opensAt' | 'closesAt'>,
  now: number,
): boolean => isListed(consultation) && Date.parse(consultation.opensAt) <= now && now < Date.parse(consultation.closesAt);

export type SignUpState = 'not_open' | 'open' | 'full' | 'over';

/** Whether one can sign up for a hearing or a meeting (R3.12, R11.2): from the notice on, until its time is up or it is full. */
export function signUpState(
  {noticeAt, at, signUpUntil, quota}: Pick<HearingInput, 'noticeAt' | 'at' | 'signUpUntil' | 'quota'>,
  signedUp: number,
  now: number,
): SignUpState {
  const until = signUpUntil ?? at;
  if (until === undefined || !(now < Date.parse(until))) return 'over';
  if (noticeAt === undefined || !(Date.parse(noticeAt) <= now)) return 'not_open';
  return quota !== undefined && signedUp >= quota ? 'full' : 'open';
}

/** Before, during or after a broadcast (R3.14); how long it lasts is not known beforehand. */
export function liveState(startsAt: string, endedAt: string | undefined, now: number): 'before' | 'live' | 'replay' {
  if (now < Date.parse(startsAt)) return 'before';
  return endedAt !== undefined && Date.parse(endedAt) <= now ? 'replay' : 'live';
}
