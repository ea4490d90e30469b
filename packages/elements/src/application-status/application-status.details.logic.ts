/** What a status says, put in the order in which it is told. The server counts the days; nothing is counted here but sums. */
import type {
  ApplicationEvent,
  ApplicationStatus,
  ClockPause,
  ClockSegment,
  Delivery,
  InformationRequest,
  Medium,
  Milestone,
} from '@zwgk/contract';

/** How a request ended. */
export type Ending = 'answered' | 'withdrawn' | 'abandoned';

/** One line of what happened, what is now, and what is to come. */
export type Row =
  | {readonly kind: 'event'; readonly on: string; readonly event: ApplicationEvent}
  | {readonly kind: 'pause'; readonly on: string; readonly pause: ClockPause}
  | {readonly kind: 'now'}
  | {readonly kind: 'todo'; readonly milestone: Milestone};

/** How it ended, also when it is filed away; `undefined` while it goes on. */
export function endingOf({state, events, answer}: ApplicationStatus): Ending | undefined {
  if (state === 'answered' || state === 'withdrawn' || state === 'abandoned') return state;
  if (state !== 'archived') return undefined;
  const ended = (type: ApplicationEvent['type']): boolean => events.some((event) => event.type === type);
  return answer ? 'answered' : ended('withdraw') ? 'withdrawn' : ended('abandon') ? 'abandoned' : 'answered';
}

/** Events and pauses by day, then where it stands, then the days ahead. A pause comes before what happened on its first day. */
export function rowsOf(status: ApplicationStatus): Row[] {
  const {events, clock, milestones} = status;
  const pauses = clock.pauses.map((pause): Row & {on: string} => ({kind: 'pause', on: pause.from, pause}));
  const past = [...pauses, ...events.map((event): Row & {on: string} => ({kind: 'event', on: event.on, event}))];
  past.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (endingOf(status)) return past;
  return [...past, {kind: 'now'}, ...milestones.map((milestone): Row => ({kind: 'todo', milestone}))];
}

/** The period day by day, for the eye; `today` is the last one that is over or under way. */
export function ticksOf(segments: readonly ClockSegment[]): {readonly kind: ClockSegment['kind']; readonly today: boolean}[] {
  const kinds = segments.flatMap(({kind, workdays}) => new Array<ClockSegment['kind']>(workdays).fill(kind));
  const today = kinds.findLastIndex((kind) => kind !== 'left');
  return kinds.map((kind, i) => ({kind, today: i === today}));
}

/** Working days of each kind, in the order in which they are told; kinds without any are left out. */
export function totalsOf(segments: readonly ClockSegment[]): {readonly kind: ClockSegment['kind']; readonly workdays: number}[] {
  return (['used', 'paused', 'left', 'over'] as const)
    .map((kind) => ({kind, workdays: segments.reduce((sum, each) => sum + (each.kind === kind ? each.workdays : 0), 0)}))
    .filter(({workdays}) => workdays > 0);
}

/** What is to be corrected, and by when: the newest request for it. */
export const correctionAsked = ({events}: ApplicationStatus): ApplicationEvent | undefined =>
  events.findLast(({type}) => type === 'require_correction');

/** What was asked for, in a line. */
export function nameOf({title, docNumber, description = ''}: InformationRequest): string {
  return title || docNumber || (description.length > 40 ? `${description.slice(0, 40)}…` : description);
}

/** A corrected request: what was typed, and for a delivery that carries nothing no medium. */
export function correctedFrom(form: FormData): InformationRequest {
  const text = (name: string): string => ((form.get(name) as string | null) ?? '').trim();
  const [title, docNumber, description, delivery] = [text('title'), text('docNumber'), text('description'), text('delivery')];
  const medium = delivery === 'inspect' ? '' : text('medium');
  return {
    ...(title ? {title} : {}),
    ...(docNumber ? {docNumber} : {}),
    ...(description ? {description} : {}),
    ...(delivery ? {delivery: delivery as Delivery, acceptOtherForm: form.has('acceptOtherForm')} : {}),
    ...(medium ? {medium: medium as Medium} : {}),
  };
}

/** Ways of delivery to choose from: the one that was chosen, and those that need nothing that the request may lack. */
export const deliveriesFor = (chosen: Delivery): Delivery[] => [...new Set<Delivery>([chosen, 'online', 'pickup', 'inspect'])];
