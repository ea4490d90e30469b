import type {Actor, Opinion} from '@zwgk/contract';
import type {AnswerCode, AnswerDetail, ApplicationKind, ApplicationState, ReceiptBasis, RecordAnswerCode} from './vocabulary.ts';

/** Whose opinion is asked: a third party (条例第三十二条), an agency that made the information too (第三十四条), another agency (第三十三条第三款). */
export type Consulted = 'third_party' | 'co_agency' | 'other_agency';
export type {Actor, Opinion} from '@zwgk/contract';

type Of<Type extends string, Payload = unknown> = {readonly type: Type} & Readonly<Payload>;
type Facts =
  | Of<'submit', {kind: ApplicationKind; basis: ReceiptBasis; oral?: boolean}>
  | Of<'request_confirmation'>
  | Of<'confirm'>
  | Of<'register'>
  | Of<'route'>
  | Of<'start'>
  | Of<'require_correction', {dueOn: string}>
  | Of<'correct'>
  | Of<'consult_third_party', {consultation: string}>
  | Of<'consult_agency', {consultation: string; coMaker: boolean}>
  | Of<'deliver', {consultation: string}>
  | Of<'opinion', {consultation: string; opinion: Opinion}>
  | Of<'lapse', {consultation: string}>
  | Of<'extend', {workdays: number}>
  | Of<'ask_reasons'>
  | Of<'defer', {until: string}>
  | Of<'notify_fee'>
  | Of<'pay_fee'>
  | Of<'answer', {code: AnswerCode | RecordAnswerCode; detail?: AnswerDetail}>
  | Of<'abandon'>
  | Of<'withdraw'>
  | Of<'archive'>;

/**
 * One fact of an application's log. `on` is the day in China on which it happened, and all that the rules read of
 * time; `at` is the instant at which it was written down. Of a letter, `submit` is the day of signing or arrival;
 * `notify_fee` the day the applicant got the notice; `consult_…` the day the letter was sent, `deliver` the day it
 * was received. No event carries personal data.
 */
export type ApplicationEvent = Facts & {readonly on: string; readonly at?: string; readonly actor: Actor};
export type EventType = ApplicationEvent['type'];

/** One consultation by letter. */
export interface Consultation {
  readonly id: string;
  readonly with: Consulted;
  readonly sentOn: string;
  readonly deliveredOn?: string;
  readonly endedOn?: string;
  readonly opinion?: Opinion;
}

/** How an application ended; `code` is its row in the annual table. */
export interface Outcome {
  readonly on: string;
  readonly code: AnswerCode | RecordAnswerCode;
  readonly detail?: AnswerDetail;
}

/** What the log of an application comes to: its state and the days that rules count from. Holds no personal data. */
export interface ApplicationProgress {
  readonly state: ApplicationState;
  /** Day of the last event. */
  readonly lastOn?: string;
  readonly kind?: ApplicationKind;
  readonly basis?: ReceiptBasis;
  readonly submittedOn?: string;
  /** Day of receipt (条例第三十一条); a correction does not change it. */
  readonly receivedOn?: string;
  readonly routed?: boolean;
  readonly started?: boolean;
  /** Day 0 of the answer period that runs now: receipt, the corrected application's receipt, or payment of the fee. */
  readonly periodFrom?: string;
  /** The one request for correction (条例第三十条). */
  readonly correction?: {readonly noticedOn: string; readonly dueOn: string; readonly correctedOn?: string};
  readonly consultations: readonly Consultation[];
  /** Extension of the answer period that runs now (条例第三十三条第二款). */
  readonly extension?: {readonly on: string; readonly workdays: number};
  /** Applicant was asked why so much is applied for (条例第三十五条). */
  readonly reasonsAskedOn?: string;
  readonly deferral?: {readonly on: string; readonly until: string};
  /** The one fee notice (国办函〔2020〕109号第六条). */
  readonly fee?: {readonly noticedOn: string; readonly paidOn?: string};
  readonly outcome?: Outcome;
}

/** An application before its first event. */
export const DRAFT: ApplicationProgress = {state: 'draft', consultations: []};

/** Whether receipt is the day on which both sides confirm it (条例第三十一条第二、三项). */
export const needsConfirmation = (basis: ReceiptBasis): boolean => basis === 'post_ordinary' || basis === 'internet' || basis === 'fax';

/**
 * Day of receipt (条例第三十一条): in person the day of submission, by registered post the day of signing; by ordinary
 * letter, internet or fax the day on which both sides confirm, `undefined` until then.
 */
export const receivedOn = (basis: ReceiptBasis, submittedOn: string, confirmedOn?: string): string | undefined =>
  needsConfirmation(basis) ? confirmedOn : submittedOn;

const received = (progress: ApplicationProgress, day: string | undefined): ApplicationProgress =>
  day ? {...progress, receivedOn: day, periodFrom: day} : progress;

/** The answer period starts anew: what lengthened the earlier one is gone with it (条例第三十条; 国办函〔2020〕109号第七条). */
function restarted(progress: ApplicationProgress, on: string): ApplicationProgress {
  const {extension: _extension, deferral: _deferral, ...rest} = progress;
  return {...rest, periodFrom: on};
}

const consulted = (progress: ApplicationProgress, id: string, change: Partial<Consultation>): ApplicationProgress => ({
  ...progress,
  consultations: progress.consultations.map((each) => (each.id === id ? {...each, ...change} : each)),
});

const consulting = (progress: ApplicationProgress, id: string, party: Consulted, sentOn: string): ApplicationProgress => ({
  ...progress,
  consultations: [...progress.consultations, {id, with: party, sentOn}],
});

/** An application that the applicant took back was dealt with, but in no row of its own: （六）3.其他. */
const WITHDRAWN_AS: AnswerCode = 'other.other';
/** The row of an application that was given up (条例第三十条; 国办函〔2020〕109号第六条). */
const abandonedAs = ({state}: ApplicationProgress): AnswerCode =>
  state === 'fee_notified' ? 'other.fee_overdue' : 'other.correction_overdue';

type Recorder<Type extends EventType> = (
  progress: ApplicationProgress,
  event: Extract<ApplicationEvent, {type: Type}>,
) => ApplicationProgress;
const unchanged = (progress: ApplicationProgress): ApplicationProgress => progress;
const registered = (progress: ApplicationProgress, {on}: ApplicationEvent): ApplicationProgress =>
  received(progress, progress.basis && progress.submittedOn && receivedOn(progress.basis, progress.submittedOn, on));

const RECORDERS: {readonly [Type in EventType]: Recorder<Type>} = {
  submit: (progress, {kind, basis, on}) => ({...progress, kind, basis, submittedOn: on}),
  request_confirmation: unchanged,
  confirm: registered,
  register: registered,
  route: (progress) => ({...progress, routed: true, started: false}),
  start: (progress) => ({...progress, started: true}),
  require_correction: (progress, {on, dueOn}) => ({...progress, correction: {noticedOn: on, dueOn}}),
  correct: (progress, {on}) =>
    restarted(progress.correction ? {...progress, correction: {...progress.correction, correctedOn: on}} : progress, on),
  consult_third_party: (progress, {consultation, on}) => consulting(progress, consultation, 'third_party', on),
  consult_agency: (progress, {consultation, coMaker, on}) => consulting(progress, consultation, coMaker ? 'co_agency' : 'other_agency', on),
  deliver: (progress, {consultation, on}) => consulted(progress, consultation, {deliveredOn: on}),
  opinion: (progress, {consultation, opinion, on}) => consulted(progress, consultation, {endedOn: on, opinion}),
  lapse: (progress, {consultation, on}) => consulted(progress, consultation, {endedOn: on}),
  extend: (progress, {on, workdays}) => ({...progress, extension: {on, workdays}}),
  ask_reasons: (progress, {on}) => ({...progress, reasonsAskedOn: on}),
  defer: (progress, {on, until}) => ({...progress, deferral: {on, until}}),
  notify_fee: (progress, {on}) => ({...progress, fee: {noticedOn: on}}),
  pay_fee: (progress, {on}) => restarted(progress.fee ? {...progress, fee: {...progress.fee, paidOn: on}} : progress, on),
  answer: (progress, {on, code, detail}) => ({...progress, outcome: {on, code, ...(detail ? {detail} : {})}}),
  abandon: (progress, {on}) => ({...progress, outcome: {on, code: abandonedAs(progress)}}),
  withdraw: (progress, {on}) => ({...progress, outcome: {on, code: WITHDRAWN_AS}}),
  archive: unchanged,
};

/** What an event adds to the facts. The state, and whether the event may happen at all, are the moves' business. */
export const record = (progress: ApplicationProgress, event: ApplicationEvent): ApplicationProgress => ({
  ...(RECORDERS[event.type] as Recorder<EventType>)(progress, event),
  lastOn: event.on,
});
