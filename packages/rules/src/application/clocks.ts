import type {ClockStatus} from '@zwgk/contract';
import type {WorkCalendar} from '../calendar.ts';
import {allowance, answerPeriod, onWorkday, opinionDue, PAUSE_LAWS, segmentsOf, type Pause, type Segment} from './answer-period.ts';
import type {RequestRules} from './policy.ts';
import type {ApplicationProgress, Consultation, Opinion} from './progress.ts';

export type {ClockStatus} from '@zwgk/contract';

/** A period of the law as it stands on a day. */
export interface Clock {
  readonly status: ClockStatus;
  /** Last day, always a working day; while paused, the one that holds if the pause ends today. Absent while nothing can be counted. */
  readonly due?: string;
  /** The holiday arrangement of the due day's year is not published yet: say 预计. */
  readonly estimated?: true;
  /** Working days after today up to the due day, while it runs or is paused. */
  readonly remainingWorkdays?: number;
  /** Working days past the due day, when overdue or done late. */
  readonly lateBy?: number;
  readonly doneOn?: string;
  readonly pauses: readonly Pause[];
  readonly segments: readonly Segment[];
}

/** Clock of one consultation. `result` is its opinion, or what silence means once the period is over. */
export interface ConsultationClock extends Clock {
  readonly id: string;
  readonly with: Consultation['with'];
  readonly result?: Opinion | 'agency_decides';
}

export interface ApplicationClocks {
  /** The agency's time for asking that the application be corrected. */
  readonly correctionNotice: Clock;
  /** What the applicant has for correcting. */
  readonly correction: Clock;
  readonly answer: Clock;
  readonly consultations: readonly ConsultationClock[];
  readonly feePayment: Clock;
}

const NOT_STARTED: Clock = {status: 'not_started', pauses: [], segments: []};

/** How a due day stands on `today`; `doneOn` is when that which was due was done. */
function standing(due: string, today: string, doneOn: string | undefined, calendar: WorkCalendar): Clock {
  const until = doneOn ?? today;
  const base = {due, ...(calendar.covers(due) ? {} : {estimated: true as const}), pauses: [], segments: []};
  const late = until > due ? {lateBy: calendar.workdaysBetween(due, until)} : {};
  if (doneOn) return {status: 'done', doneOn, ...base, ...late};
  if (today > due) return {status: 'overdue', ...base, ...late};
  return {status: 'running', remainingWorkdays: calendar.workdaysBetween(today, due), ...base};
}

/** 补正告知: within 7 working days of receipt, once (条例第三十条). Letting it pass is no fault: it is done when it is over. */
function correctionNoticeClock({receivedOn, correction, outcome}: ApplicationProgress, today: string, rules: RequestRules): Clock {
  if (!receivedOn) return NOT_STARTED;
  const due = rules.calendar.addWorkdays(receivedOn, rules.policy.correctionNotice);
  if (!correction && (outcome || today > due)) return {status: 'done', due, pauses: [], segments: []};
  return standing(due, today, correction?.noticedOn, rules.calendar);
}

/** 补正期限: the reasonable day that the notice names; after it the application may count as given up (条例第三十条). */
function correctionClock({correction, outcome}: ApplicationProgress, today: string, {calendar}: RequestRules): Clock {
  if (!correction) return NOT_STARTED;
  return standing(onWorkday(correction.dueOn, calendar), today, correction.correctedOn ?? outcome?.on, calendar);
}

/** 缴费: within 20 working days from the day after the notice came (国办函〔2020〕109号第六条). */
function feePaymentClock({fee, outcome}: ApplicationProgress, today: string, {policy, calendar}: RequestRules): Clock {
  if (!fee) return NOT_STARTED;
  return standing(calendar.addWorkdays(fee.noticedOn, policy.feePayment), today, fee.paidOn ?? outcome?.on, calendar);
}

/** 征求意见: 15 working days from receipt of the letter; a silent co-maker agrees (条例第三十四条), else the agency decides (第三十二条). */
function consultationClock(each: Consultation, today: string, outcome: string | undefined, rules: RequestRules): ConsultationClock {
  const {id, with: party, endedOn, opinion} = each;
  const due = opinionDue(each, rules);
  const doneOn = endedOn ?? outcome;
  const idle: Clock = doneOn ? {status: 'done', doneOn, pauses: [], segments: []} : NOT_STARTED;
  const clock = due ? standing(due, today, doneOn, rules.calendar) : idle;
  const silent = party === 'co_agency' ? 'agrees' : 'agency_decides';
  const over = due !== undefined && (endedOn ?? today) > due;
  const result = opinion && !over ? opinion : over ? silent : undefined;
  return {id, with: party, ...clock, ...(result ? {result} : {})};
}

/** The clock while the applicant has to correct or to pay: it stands, and starts anew with the whole period (条例第三十条; 国办函〔2020〕109号第七条). */
function standingStill(
  progress: ApplicationProgress,
  reason: 'correction' | 'fee',
  since: string,
  today: string,
  {policy, calendar}: RequestRules,
): Clock {
  const from = calendar.addWorkdays(since, 1);
  const pause = {from, workdays: calendar.workdaysBetween(since, today), reason, law: PAUSE_LAWS[reason]};
  return {status: 'paused', remainingWorkdays: allowance(progress, policy), pauses: [pause], segments: []};
}

/** 答复: within 20 working days of receipt, pauses, extension, deferral and restarts counted in (条例第三十、三十三、三十五条). */
export function answerClock(progress: ApplicationProgress, today: string, rules: RequestRules): Clock {
  const {periodFrom, correction, fee} = progress;
  const doneOn = progress.outcome?.on;
  const period = answerPeriod(progress, today, rules);
  const correcting = correction && !correction.correctedOn;
  const paying = fee && !fee.paidOn;
  if (doneOn && (!period || correcting || paying)) return {status: 'done', doneOn, pauses: [], segments: []};
  if (correcting) return standingStill(progress, 'correction', correction.noticedOn, today, rules);
  if (paying) return standingStill(progress, 'fee', fee.noticedOn, today, rules);
  if (!period || !periodFrom) return NOT_STARTED;
  const clock = standing(period.due, today, doneOn, rules.calendar);
  const paused = clock.status === 'running' && period.pauses.some(({to}) => !to);
  const segments = segmentsOf(period, periodFrom, doneOn ?? today, doneOn !== undefined, rules.calendar);
  return {...clock, ...(paused ? {status: 'paused'} : {}), pauses: period.pauses, segments};
}

/** Every period of an application as it stands on `today`, a date in China. */
export function applicationClocks(progress: ApplicationProgress, today: string, rules: RequestRules): ApplicationClocks {
  return {
    correctionNotice: correctionNoticeClock(progress, today, rules),
    correction: correctionClock(progress, today, rules),
    answer: answerClock(progress, today, rules),
    consultations: progress.consultations.map((each) => consultationClock(each, today, progress.outcome?.on, rules)),
    feePayment: feePaymentClock(progress, today, rules),
  };
}
