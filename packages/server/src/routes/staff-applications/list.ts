/** What the staff have to do: what is open, the nearest due day first, then what is done, newest first. */
import {answerClock, type RequestRules} from '@zwgk/rules/application';
import type {ApplicationHead} from '../../store/applications/records.ts';
import {decodeCursor, encodeCursor} from '../../store/cursor.ts';

const DEFAULT_LIMIT = 20;
/** Sorts behind every date: nothing can be counted yet. */
const NO_DAY = '9999-12-31';

interface Place {
  readonly done: number;
  readonly due: string;
  readonly number: string;
}

function placeOf({progress, number}: ApplicationHead, today: string, rules: RequestRules): Place {
  if (progress.outcome) return {done: 1, due: '', number};
  return {done: 0, due: answerClock(progress, today, rules).due ?? NO_DAY, number};
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compare = (a: Place, b: Place): number =>
  a.done - b.done || text(a.due, b.due) || (a.done ? text(b.number, a.number) : text(a.number, b.number));

export interface ListPage {
  readonly numbers: string[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

/** One page, by key cursors. @throws InvalidCursorError */
export function listPage(
  heads: readonly ApplicationHead[],
  {limit = DEFAULT_LIMIT, cursor}: {readonly limit?: number | undefined; readonly cursor?: string | undefined},
  today: string,
  rules: RequestRules,
): ListPage {
  const places = heads.map((head) => placeOf(head, today, rules)).sort(compare);
  const [direction, done, due, number] = cursor === undefined ? [] : (decodeCursor(cursor, 'snss') as [string, number, string, string]);
  const key = number === undefined ? undefined : {done: done!, due: due!, number};
  const after = key ? places.findIndex((place) => compare(place, key) > 0) : 0;
  const end = places.length;
  let start = after < 0 ? end : after;
  if (key && direction === '<') {
    const before = places.findIndex((place) => compare(place, key) >= 0);
    start = Math.max(0, (before < 0 ? end : before) - limit);
  }
  const shown = places.slice(start, start + limit);
  const at = (sign: string, place: Place): string => encodeCursor([sign, place.done, place.due, place.number]);
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    numbers: shown.map((place) => place.number),
    total: places.length,
    nextCursor: last && start + shown.length < end ? at('>', last) : null,
    prevCursor: first && start > 0 ? at('<', first) : null,
  };
}
