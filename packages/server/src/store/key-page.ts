/** Pages of lists that are short enough to be sorted in memory. */
import {decodeCursor, encodeCursor} from './cursor.ts';

type Key = readonly (string | number)[];

export interface KeyPage<T> {
  readonly items: T[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

const compareParts = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
const compareKeys = (a: Key, b: Key): number => {
  for (const [i, part] of a.entries()) {
    const order = compareParts(part, b[i]!);
    if (order) return order;
  }
  return 0;
};

/**
 * One page, by key cursors.
 * @param keyOf Sorts the entries, and tells each from every other.
 * @param shape Of the key, as `decodeCursor` takes it.
 * @throws InvalidCursorError
 */
export function keyPage<T>(
  entries: readonly T[],
  keyOf: (entry: T) => Key,
  shape: string,
  {limit = 20, cursor}: {readonly limit?: number | undefined; readonly cursor?: string | undefined},
): KeyPage<T> {
  const keyed = entries.map((entry) => ({entry, key: keyOf(entry)})).sort((a, b) => compareKeys(a.key, b.key));
  const [direction, ...key] = cursor === undefined ? [] : (decodeCursor(cursor, `s${shape}`) as [string, ...(string | number)[]]);
  const found = keyed.findIndex((each) => direction === undefined || compareKeys(each.key, key) > (direction === '<' ? -1 : 0));
  const from = found < 0 ? keyed.length : found;
  const [start, end] = direction === '<' ? [Math.max(0, from - limit), from] : [from, from + limit];
  const shown = keyed.slice(start, end);
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    items: shown.map(({entry}) => entry),
    total: keyed.length,
    nextCursor: last && end < keyed.length ? encodeCursor(['>', ...last.key]) : null,
    prevCursor: first && start > 0 ? encodeCursor(['<', ...first.key]) : null,
  };
}
