import {GUARDS, MOVES, type Guard} from './moves.ts';
import type {RequestRules} from './policy.ts';
import {DRAFT, record, type ApplicationEvent, type ApplicationProgress, type EventType} from './progress.ts';
import type {ApplicationState} from './vocabulary.ts';

/** An event that may not happen now; `guard` names the condition that failed where the state as such would allow it. */
export interface IllegalMove {
  readonly ok: false;
  readonly error: 'illegal-move';
  readonly from: ApplicationState;
  readonly event: EventType;
  readonly guard?: Guard | 'in_order';
}
export type EventResult = {readonly ok: true; readonly application: ApplicationProgress} | IllegalMove;

/** The application after one more event, or why the event is illegal (条例第二十九至四十五条). Events come in the order of their days. */
export function applyEvent(application: ApplicationProgress, event: ApplicationEvent, rules: RequestRules): EventResult {
  const illegal: IllegalMove = {ok: false, error: 'illegal-move', from: application.state, event: event.type};
  const moves = MOVES.filter((move) => move.from === application.state && move.event === event.type);
  if (!moves.length) return illegal;
  if (application.lastOn && event.on < application.lastOn) return {...illegal, guard: 'in_order'};
  const attempt = {before: application, after: record(application, event), event, rules};
  const failing = moves.map(({guards}) => guards.find((guard) => !GUARDS[guard](attempt)));
  const chosen = moves[failing.indexOf(undefined)];
  if (chosen) return {ok: true, application: {...attempt.after, state: chosen.to}};
  return {...illegal, guard: failing.at(-1)!};
}

/** What a log comes to (登记、审核、办理、答复、归档, 条例第四十五条): the fold of its events, or the first illegal one. */
export function foldEvents(events: readonly ApplicationEvent[], rules: RequestRules): EventResult {
  let application = DRAFT;
  for (const event of events) {
    const result = applyEvent(application, event, rules);
    if (!result.ok) return result;
    application = result.application;
  }
  return {ok: true, application};
}

/** Events for which the state has a move at all; guards may still refuse them. */
export const eventsFrom = (state: ApplicationState): EventType[] => [
  ...new Set(MOVES.filter(({from}) => from === state).map(({event}) => event)),
];
