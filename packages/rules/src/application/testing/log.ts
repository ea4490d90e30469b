/** Logs for tests: applications told as short stories. Nothing that ships imports this. */
import type {PolicyProfile} from '@zwgk/contract';
import profile from '@zwgk/contract/policy-profile.json' with {type: 'json'};
import {CALENDAR_YEARS} from '../../calendar-data.ts';
import {addDays, WorkCalendar} from '../../calendar.ts';
import {
  DRAFT,
  applyEvent,
  eventsFrom,
  foldEvents,
  requestPolicy,
  type ApplicationEvent,
  type ApplicationKind,
  type ApplicationProgress,
  type EventType,
  type ReceiptBasis,
  type RequestRules,
} from '../index.ts';

export const rules: RequestRules = {policy: requestPolicy(profile as PolicyProfile), calendar: new WorkCalendar(CALENDAR_YEARS)};

type Payload<Type extends EventType> = Omit<Extract<ApplicationEvent, {type: Type}>, 'type' | 'on' | 'actor' | 'at'>;

/** One event; only what belongs to its kind need be said. */
export const event = <Type extends EventType>(type: Type, on: string, payload?: Payload<Type>): ApplicationEvent =>
  ({type, on, actor: 'agency', ...payload}) as ApplicationEvent;

/** What a log comes to; a test whose story is illegal stops here. */
export function told(...events: ApplicationEvent[]): ApplicationProgress {
  const result = foldEvents(events, rules);
  if (!result.ok) throw new Error(`${result.event} from ${result.from}: ${result.guard ?? 'no such move'}`);
  return result.application;
}

/** An application for information that was handed in on a day, and is being handled since. */
export const handled = (on: string, kind: ApplicationKind = 'information', basis: ReceiptBasis = 'in_person'): ApplicationEvent[] => [
  event('submit', on, {kind, basis}),
  ...(basis === 'in_person' || basis === 'post_signed'
    ? [event('register', on)]
    : [event('request_confirmation', on), event('confirm', on)]),
  event('route', on),
  event('start', on),
];

/** A plausible event of a kind for an application on a day; `pick` chooses where there is a choice. */
export function plausible(
  type: EventType,
  on: string,
  {consultations, kind = 'information'}: ApplicationProgress,
  pick = 0,
): ApplicationEvent {
  const open = consultations.filter(({endedOn}) => !endedOn);
  const consultation = open[pick % open.length]?.id ?? 'none';
  const payloads: Partial<Record<EventType, object>> = {
    submit: {kind: pick % 5 === 4 ? 'correction' : 'information', basis: (['in_person', 'post_signed', 'internet'] as const)[pick % 3]},
    require_correction: {dueOn: addDays(on, 10)},
    consult_third_party: {consultation: `letter ${consultations.length + 1}`},
    consult_agency: {consultation: `letter ${consultations.length + 1}`, coMaker: pick % 2 === 0},
    deliver: {consultation: open.find(({deliveredOn}) => !deliveredOn)?.id ?? 'none'},
    opinion: {consultation, opinion: pick % 2 ? 'agrees' : 'objects'},
    lapse: {consultation},
    extend: {workdays: 1 + (pick % 20)},
    defer: {until: addDays(on, 100)},
    answer: {code: kind === 'correction' ? 'record.kept' : (['granted', 'partial', 'unavailable.not_held'] as const)[pick % 3]},
  };
  return {type, on, actor: 'agency', ...payloads[type]} as ApplicationEvent;
}

/** A step of a random walk through the machine. */
export interface Step {
  readonly pick: number;
  readonly gap: number;
}
/** Where a walk leads from a day on, after what happened before; steps that the machine refuses are left out. */
export function wander(start: string, steps: readonly Step[], before: readonly ApplicationEvent[] = []) {
  let progress = before.length ? told(...before) : DRAFT;
  let on = start;
  const log = [...before];
  for (const {pick, gap} of steps) {
    const types = eventsFrom(progress.state);
    const type = types[pick % types.length];
    if (!type) break;
    on = addDays(on, gap);
    const next = plausible(type, on, progress, pick);
    const result = applyEvent(progress, next, rules);
    if (!result.ok) continue;
    log.push(next);
    progress = result.application;
  }
  return {progress, log};
}
