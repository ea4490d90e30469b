import {answerPeriod, onWorkday, opinionDue} from './answer-period.ts';
import type {RequestRules} from './policy.ts';
import {needsConfirmation, type ApplicationEvent, type ApplicationProgress, type EventType} from './progress.ts';
import {ANSWERS, DETAIL_OF, RECORD_ANSWERS, type ApplicationState} from './vocabulary.ts';

/** What a guard may look at: the application before the event and with the event recorded. */
interface Attempt {
  readonly before: ApplicationProgress;
  readonly after: ApplicationProgress;
  readonly event: ApplicationEvent;
  readonly rules: RequestRules;
}

const openWith = ({consultations}: ApplicationProgress, third: boolean): boolean =>
  consultations.some((each) => !each.endedOn && (each.with === 'third_party') === third);

/** The consultation that the event is about, while it is open. */
const meant = ({before, event}: Attempt) =>
  'consultation' in event ? before.consultations.find(({id, endedOn}) => id === event.consultation && !endedOn) : undefined;

const after = (due: string | undefined, {event}: Attempt): boolean => due !== undefined && event.on > due;

/** Whether an answer says what can be said of this application. */
function answerFits({before, event}: Attempt): boolean {
  if (event.type !== 'answer') return false;
  const {code, detail} = event;
  if (detail && DETAIL_OF[detail] !== code) return false;
  if (before.kind === 'correction') return Object.hasOwn(RECORD_ANSWERS, code);
  if (code === 'other.correction_overdue' || code === 'other.fee_overdue') return false; // that is giving up, not an answer
  if (code === 'unavailable.still_unclear') return before.correction?.correctedOn !== undefined;
  if (code === 'not_processed.excessive') return before.reasonsAskedOn !== undefined;
  return Object.hasOwn(ANSWERS, code);
}

export type Guard = keyof typeof GUARDS;
/** Conditions of moves, by name. */
export const GUARDS = {
  /** 条例第三十一条: letters without signature, internet and fax wait for both sides to confirm. */
  confirmation_needed: ({before}: Attempt) => before.basis !== undefined && needsConfirmation(before.basis),
  confirmation_not_needed: ({before}: Attempt) => before.basis !== undefined && !needsConfirmation(before.basis),
  /** 第三十条: once; what is still unclear is answered so. */
  first_correction: ({before}: Attempt) => !before.correction,
  correction_overdue: (attempt: Attempt) =>
    after(attempt.before.correction && onWorkday(attempt.before.correction.dueOn, attempt.rules.calendar), attempt),
  /** A day to correct by that lies ahead. */
  due_ahead: ({event}: Attempt) => event.type === 'require_correction' && event.dueOn > event.on,
  /** The answer period still runs: what is over can be neither lengthened nor interrupted. */
  in_period: ({before, event, rules}: Attempt) => {
    const period = answerPeriod(before, event.on, rules);
    return period !== undefined && event.on <= period.due;
  },
  /** 第三十三条第二款: one extension of the running period, of at most 20 working days. */
  extension_allowed: ({before, event, rules}: Attempt) =>
    event.type === 'extend' &&
    !before.extension &&
    Number.isInteger(event.workdays) &&
    event.workdays >= 1 &&
    event.workdays <= rules.policy.extension,
  /** 第三十五条: reasons are asked first, and the deferral goes past the period. */
  deferral_allowed: ({before, event, rules}: Attempt) =>
    event.type === 'defer' &&
    before.reasonsAskedOn !== undefined &&
    event.until > (answerPeriod(before, event.on, rules)?.due ?? event.until),
  consultation_new: ({before, event}: Attempt) =>
    'consultation' in event && before.consultations.every(({id}) => id !== event.consultation),
  consultation_open: (attempt: Attempt) => meant(attempt) !== undefined,
  letter_under_way: (attempt: Attempt) => meant(attempt)?.deliveredOn === undefined,
  /** 第三十二、三十四条: silence counts when the 15 working days are over. */
  opinion_overdue: (attempt: Attempt) => {
    const consultation = meant(attempt);
    return after(consultation && opinionDue(consultation, attempt.rules), attempt);
  },
  /** 国办函〔2020〕109号第三条: an application is charged for once. */
  first_fee: ({before}: Attempt) => !before.fee,
  /** 第六条. */
  fee_overdue: (attempt: Attempt) => {
    const {fee} = attempt.before;
    return after(fee && attempt.rules.calendar.addWorkdays(fee.noticedOn, attempt.rules.policy.feePayment), attempt);
  },
  answer_fits: answerFits,
  third_party_open: (attempt: Attempt) => openWith(attempt.after, true),
  agency_open: (attempt: Attempt) => openWith(attempt.after, false),
  extension_in_force: (attempt: Attempt) => attempt.after.extension !== undefined || attempt.after.deferral !== undefined,
  handling_started: (attempt: Attempt) => attempt.after.started === true,
  routed: (attempt: Attempt) => attempt.after.routed === true,
} satisfies Record<string, (attempt: Attempt) => boolean>;

/** From a state an event leads to a state, if every guard holds. Of several moves, the first that may be made is made. */
export interface Move {
  readonly from: ApplicationState;
  readonly event: EventType;
  readonly to: ApplicationState;
  readonly guards: readonly Guard[];
}

const HANDLING: readonly ApplicationState[] = ['processing', 'extended', 'consulting_third_party', 'consulting_agency'];
const CONSULTING: readonly ApplicationState[] = ['consulting_third_party', 'consulting_agency'];
const REGISTERED: readonly ApplicationState[] = ['registered', 'routed', ...HANDLING];
const UNANSWERED: readonly ApplicationState[] = ['submitted', 'pending_confirmation', ...REGISTERED, 'correction_required', 'fee_notified'];

const move = (from: readonly ApplicationState[], event: EventType, to: ApplicationState, ...guards: Guard[]): Move[] =>
  from.map((each) => ({from: each, event, to, guards}));

/** Back to handling: where that stands follows from what is still open. */
const handle = (from: readonly ApplicationState[], event: EventType, ...guards: Guard[]): Move[] => [
  ...move(from, event, 'consulting_third_party', ...guards, 'third_party_open'),
  ...move(from, event, 'consulting_agency', ...guards, 'agency_open'),
  ...move(from, event, 'extended', ...guards, 'extension_in_force'),
  ...move(from, event, 'processing', ...guards),
];

/**
 * Every move there is (条例第二十九至四十五条). None hands an application over to another agency: that the information
 * is another agency's is an answer (第三十六条第五项).
 */
export const MOVES: readonly Move[] = [
  ...move(['draft'], 'submit', 'submitted'),
  ...move(['submitted'], 'request_confirmation', 'pending_confirmation', 'confirmation_needed'),
  ...move(['pending_confirmation'], 'confirm', 'registered'),
  ...move(['submitted'], 'register', 'registered', 'confirmation_not_needed'),
  ...move(['registered', 'routed', 'processing', 'extended'], 'route', 'routed'),
  ...handle(['routed'], 'start'),
  ...move(
    ['registered', 'routed', 'processing'],
    'require_correction',
    'correction_required',
    'first_correction',
    'due_ahead',
    'in_period',
  ),
  ...move(['correction_required'], 'correct', 'processing', 'handling_started'),
  ...move(['correction_required'], 'correct', 'routed', 'routed'),
  ...move(['correction_required'], 'correct', 'registered'),
  ...move(['correction_required'], 'abandon', 'abandoned', 'correction_overdue'),
  ...handle(HANDLING, 'consult_third_party', 'consultation_new'),
  ...handle(HANDLING, 'consult_agency', 'consultation_new'),
  ...handle(CONSULTING, 'deliver', 'consultation_open', 'letter_under_way'),
  ...handle(CONSULTING, 'opinion', 'consultation_open'),
  ...handle(CONSULTING, 'lapse', 'consultation_open', 'opinion_overdue'),
  ...handle(HANDLING, 'extend', 'extension_allowed', 'in_period'),
  ...handle(HANDLING, 'ask_reasons'),
  ...handle(HANDLING, 'defer', 'deferral_allowed', 'in_period'),
  ...move(['processing', 'extended'], 'notify_fee', 'fee_notified', 'first_fee', 'in_period'),
  ...move(['fee_notified'], 'pay_fee', 'processing'),
  ...move(['fee_notified'], 'abandon', 'abandoned', 'fee_overdue'),
  ...move(REGISTERED, 'answer', 'answered', 'answer_fits'),
  ...move(UNANSWERED, 'withdraw', 'withdrawn'),
  ...move(['answered', 'abandoned', 'withdrawn'], 'archive', 'archived'),
];
