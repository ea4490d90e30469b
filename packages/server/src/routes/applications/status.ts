/** Where an application stands, told from its log by the rules: for its applicant, with personal data masked. */
import type {ApplicationAnswer, ApplicationEvent, ApplicationStatus, DocumentLink, Milestone, StatutoryClock} from '@zwgk/contract';
import {
  applicationClocks,
  eventsFrom,
  maskName,
  type ApplicationClocks,
  type ApplicationProgress,
  type EventType,
  type RequestRules,
} from '@zwgk/rules/application';
import type {StoredApplication, StoredEvent} from '../../store/applications/records.ts';
import type {Store} from '../../store/store.ts';
import {lawOf, reconsiderUntil, remediesOf} from './remedies.ts';

/** Events whose note is for the applicant; those of others tell of third parties, or of how the agency works. */
const TOLD: ReadonlySet<EventType> = new Set<EventType>([
  'request_confirmation',
  'require_correction',
  'correct',
  'extend',
  'ask_reasons',
  'defer',
  'notify_fee',
  'abandon',
  'withdraw',
]);
const GONE = '（信息已按期删除）';

export async function statusOf(store: Store, application: StoredApplication, today: string): Promise<ApplicationStatus> {
  const {number, progress, input, submittedAt, demo} = application;
  const clocks = applicationClocks(progress, today, store.applications.rules);
  const [asked, handling] = [await store.findAgency(application.agency), await store.findAgency(application.handledBy)];
  const answer = await answerOf(store, application);
  return {
    number,
    state: progress.state as ApplicationStatus['state'],
    agencyName: asked?.name ?? application.agency,
    handledByName: handling?.name ?? application.handledBy,
    ...(handling?.office ? {office: handling.office} : {}),
    submittedAt,
    request: input?.request ?? {},
    applicant: input ? (input.org?.name ?? maskName(input.applicant.name ?? '')) : GONE,
    clock: clockOf(progress, clocks),
    events: await Promise.all(application.events.map((event) => shownEvent(store, event))),
    milestones: milestonesOf(progress, clocks, today, store.applications.rules),
    actions: actionsOf(progress, clocks, today),
    ...(answer ? {answer} : {}),
    ...(demo ? {demo: true} : {}),
  };
}

function clockOf({periodFrom, extension}: ApplicationProgress, {answer}: ApplicationClocks): StatutoryClock {
  return {
    ...answer,
    pauses: [...answer.pauses],
    segments: [...answer.segments],
    ...(periodFrom === undefined ? {} : {startedOn: periodFrom}),
    ...(extension ? {extendedBy: extension.workdays} : {}),
  };
}

async function shownEvent(store: Store, {event, agency, note, amount}: StoredEvent): Promise<ApplicationEvent> {
  const named = agency === undefined ? undefined : await store.findAgency(agency);
  const until = event.type === 'require_correction' ? event.dueOn : event.type === 'defer' ? event.until : undefined;
  return {
    type: event.type,
    at: event.at ?? `${event.on}T00:00:00+08:00`,
    on: event.on,
    actor: event.actor,
    ...(named ? {agencyName: named.name} : {}),
    ...(note !== undefined && TOLD.has(event.type) ? {note} : {}),
    ...(until === undefined ? {} : {until}),
    ...(event.type === 'extend' ? {workdays: event.workdays} : {}),
    ...(amount === undefined ? {} : {amount}),
  };
}

/** Days that lie ahead. Before receipt is confirmed they are counted as if that were today, and said to be estimated. */
export function milestonesOf(
  progress: ApplicationProgress,
  clocks: ApplicationClocks,
  today: string,
  {calendar, policy}: RequestRules,
): Milestone[] {
  if (progress.outcome) return [];
  if (!progress.receivedOn) {
    const answer = progress.kind === 'correction' ? policy.recordCorrection : policy.answer;
    return [
      {what: 'correction_notice', on: calendar.addWorkdays(today, policy.correctionNotice), estimated: true},
      {what: 'answer', on: calendar.addWorkdays(today, answer), estimated: true},
    ];
  }
  const found: Milestone[] = [];
  const add = (what: Milestone['what'], {status, due, estimated}: ApplicationClocks['answer']): void => {
    if (due && status !== 'done') found.push({what, on: due, estimated: estimated === true || status === 'paused'});
  };
  add('correction_notice', clocks.correctionNotice);
  add('correction', clocks.correction);
  for (const clock of clocks.consultations) add(clock.with === 'third_party' ? 'third_party' : 'co_agency', clock);
  add('fee', clocks.feePayment);
  add('answer', clocks.answer);
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function actionsOf(progress: ApplicationProgress, {answer}: ApplicationClocks, today: string): ApplicationStatus['actions'] {
  const can = eventsFrom(progress.state);
  const overdue = answer.status === 'overdue';
  const answered = progress.state === 'answered' || progress.state === 'archived';
  const contestable = answered && progress.outcome !== undefined && today <= reconsiderUntil(progress.outcome.on);
  return [
    ...(can.includes('correct') ? (['correct'] as const) : []),
    ...(can.includes('withdraw') ? (['withdraw'] as const) : []),
    ...(overdue || answered ? (['complain'] as const) : []),
    ...(overdue || contestable ? (['reconsider'] as const) : []),
  ];
}

async function answerOf(store: Store, {events, agency}: StoredApplication): Promise<ApplicationAnswer | undefined> {
  const {event, answer} = events.findLast((each) => each.event.type === 'answer') ?? {};
  if (!event || !answer) return undefined;
  const {documents = [], legalBasis = lawOf(answer.code), ...rest} = answer;
  const found = await Promise.all(documents.map((id) => store.getDocument(id)));
  const asked = await store.findAgency(agency);
  return {
    ...rest,
    legalBasis,
    answeredOn: event.on,
    documents: found.flatMap((document) => (document ? [linkTo(document)] : [])),
    remedies: remediesOf(event.on, asked?.name ?? agency),
  };
}

export const linkTo = ({id, title, docNumber, publishedOn}: DocumentLink): DocumentLink => ({
  id,
  title,
  ...(docNumber === undefined ? {} : {docNumber}),
  ...(publishedOn === undefined ? {} : {publishedOn}),
});
