/** Pages of lists that come newest first: by day or instant, then by row. */
import {sql, type SelectQueryBuilder} from 'kysely';
import {decodeCursor, encodeCursor} from './cursor.ts';
import type {Schema} from './schema.ts';

const DEFAULT_LIMIT = 20;

type Selection<Table extends keyof Schema> = SelectQueryBuilder<Schema, Table, object>;

export interface NewestPage<Row> {
  readonly rows: Row[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

/**
 * One page of the records that match.
 * @param by Column of the order.
 * @param read Selects at least `by` and `row`, and runs the query.
 * @throws InvalidCursorError
 */
export async function newestPage<Table extends keyof Schema, By extends string, Row extends Record<By, string> & {row: number}>(
  matching: Selection<Table>,
  by: By,
  {limit = DEFAULT_LIMIT, cursor}: {readonly limit?: number | undefined; readonly cursor?: string | undefined},
  read: (some: Selection<Table>) => Promise<Row[]>,
): Promise<NewestPage<Row>> {
  const {total} = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const none = {rows: [], total, nextCursor: null, prevCursor: null};
  if (limit === 0) return none;
  const [tag, at, row] = cursor === undefined ? ['>'] : (decodeCursor(cursor, 'ssn') as [string, string, number]);
  const backwards = tag === '<';
  const place = sql`(${sql.ref(by)}, ${sql.ref('row')})`;
  let page = matching.limit(limit + 1);
  if (at !== undefined && row !== undefined) page = page.where(sql<boolean>`${place} ${sql.raw(backwards ? '>' : '<')} (${at}, ${row})`);
  const direction = backwards ? 'asc' : 'desc';
  const rows = await read(page.orderBy(sql.ref(by), direction).orderBy(sql.ref('row'), direction));
  const shown = backwards ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return none;
  const more = rows.length > limit;
  const hasNext = backwards || more;
  const hasPrev = backwards ? more : cursor !== undefined;
  return {
    rows: shown,
    total,
    nextCursor: hasNext ? encodeCursor(['>', last[by], last.row]) : null,
    prevCursor: hasPrev ? encodeCursor(['<', first[by], first.row]) : null,
  };
}
