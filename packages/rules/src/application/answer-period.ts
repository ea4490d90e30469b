import type {ClockPause, ClockSegment, PauseReason} from '@zwgk/contract';
import {addDays, type WorkCalendar} from '../calendar.ts';
import type {RequestPolicy, RequestRules} from './policy.ts';
import type {ApplicationProgress, Consultation} from './progress.ts';

export type {PauseReason} from '@zwgk/contract';
/** Why the answer period does not count, and the law that says so. */
export const PAUSE_LAWS: Readonly<Record<PauseReason, string>> = {
  third_party: '国务院令第711号 第三十三条第三款',
  agency: '国务院令第711号 第三十三条第三款',
  correction: '国务院令第711号 第三十条',
  fee: '国办函〔2020〕109号 第七条',
};

/** Working days that do not count: the first and the last of them (none yet while it is open), and how many so far. */
export type Pause = Readonly<ClockPause>;

/** A stretch of the answer period; `from` and `to` are working days themselves. */
export type Segment = Readonly<ClockSegment>;

/** The answer period that runs now: its due day and the pauses that it met. */
export interface AnswerPeriod {
  readonly due: string;
  readonly pauses: readonly Pause[];
}

/** The first working day that is not before `date`: a period never ends on a day off (民法典第二百零三条). */
export const onWorkday = (date: string, calendar: WorkCalendar): string =>
  calendar.isWorkday(date) ? date : calendar.addWorkdays(date, 1);

/**
 * The day by which an opinion is due, counted from receipt of the letter: of a third party (条例第三十二条), of an agency
 * that made the information too (第三十四条). `undefined` while the letter is under way, and for other agencies.
 */
export function opinionDue({with: party, deliveredOn}: Consultation, {policy, calendar}: RequestRules): string | undefined {
  if (!deliveredOn || party === 'other_agency') return undefined;
  return calendar.addWorkdays(deliveredOn, party === 'third_party' ? policy.thirdParty : policy.coAgency);
}

/** A pause of the working days after `after` up to and including `until`. */
function pauseOf(after: string, until: string, open: boolean, reason: PauseReason, calendar: WorkCalendar): Pause {
  const workdays = calendar.workdaysBetween(after, until);
  const to = open ? {} : {to: calendar.addWorkdays(after, workdays)};
  return {from: calendar.addWorkdays(after, 1), ...to, workdays, reason, law: PAUSE_LAWS[reason]};
}

/**
 * Pauses for consultations (条例第三十三条第三款), in order and without overlap: a day that two letters take is left out
 * once. The day the letter is sent counts, the day the opinion comes does not; nobody waits longer than the law lets
 * the other side take.
 * @param from Day 0 of the answer period: what lies before a restart is gone.
 */
function consultationPauses(progress: ApplicationProgress, from: string, until: string, rules: RequestRules): Pause[] {
  const pauses: Pause[] = [];
  let last = from;
  for (const each of [...progress.consultations].sort((a, b) => (a.sentOn < b.sentOn ? -1 : a.sentOn > b.sentOn ? 1 : 0))) {
    const limit = opinionDue(each, rules);
    const waiting = !each.endedOn && !progress.outcome && !(limit && until > limit);
    const ended = each.endedOn ?? until;
    const end = limit && ended > limit ? limit : ended;
    const after = each.sentOn > last ? each.sentOn : last;
    const pause = pauseOf(after, end, waiting, each.with === 'third_party' ? 'third_party' : 'agency', rules.calendar);
    const shown = waiting && !pauses.some(({to}) => !to);
    if (pause.workdays > 0 || shown) pauses.push(pause);
    if (end > last) last = end;
  }
  return pauses;
}

/** Working days that an answer may take: a period that stands still has all of them left. */
export const allowance = ({kind}: ApplicationProgress, policy: RequestPolicy): number =>
  kind === 'correction' ? policy.recordCorrection : policy.answer;

/**
 * The answer period that runs now, seen on `today` (条例第三十三条); `undefined` before receipt. In the order of their
 * days, an extension adds its working days, a deferral (第三十五条) sets a later day, a pause adds the working days it
 * holds. What comes when the period is over changes nothing. For a record to be put right the law names no period; the
 * policy profile does.
 */
export function answerPeriod(progress: ApplicationProgress, today: string, rules: RequestRules): AnswerPeriod | undefined {
  const {periodFrom, extension, deferral, outcome} = progress;
  const {policy, calendar} = rules;
  if (!periodFrom) return undefined;
  let due = calendar.addWorkdays(periodFrom, allowance(progress, policy));
  const pauses: Pause[] = [];
  const steps: {on: string; take: () => void}[] = [];
  if (extension) {
    const workdays = Math.min(extension.workdays, policy.extension);
    steps.push({on: extension.on, take: () => (due = calendar.addWorkdays(due, workdays))});
  }
  if (deferral) {
    const day = onWorkday(deferral.until, calendar);
    steps.push({on: deferral.on, take: () => (due = day > due ? day : due)});
  }
  for (const pause of consultationPauses(progress, periodFrom, outcome?.on ?? today, rules)) {
    const take = (): void => {
      pauses.push(pause);
      due = calendar.addWorkdays(due, pause.workdays);
    };
    steps.push({on: pause.from, take});
  }
  for (const {on, take} of steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) if (on <= due) take();
  return {due, pauses};
}

/** The working days of the period in order: used, paused, and left or over. `until` is today, or the day of the answer. */
export function segmentsOf({due, pauses}: AnswerPeriod, from: string, until: string, done: boolean, calendar: WorkCalendar): Segment[] {
  const segments: Segment[] = [];
  let last = from;
  const add = (kind: Segment['kind'], to: string): void => {
    const workdays = calendar.workdaysBetween(last, to);
    if (workdays > 0) segments.push({kind, from: calendar.addWorkdays(last, 1), to: calendar.addWorkdays(last, workdays), workdays});
    if (to > last) last = to;
  };
  for (const pause of pauses) {
    if (pause.workdays === 0) continue;
    add('used', addDays(pause.from, -1));
    add('paused', calendar.addWorkdays(pause.from, pause.workdays - 1));
  }
  add('used', until < due ? until : due);
  if (until > due) add('over', until);
  else if (!done) add('left', due);
  return segments;
}
