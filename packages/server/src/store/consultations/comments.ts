/** Reads of comments: those that may be shown, those of one receipt, all of them for the staff. */
import type {CommentState, PublicCommentQuery} from '@zwgk/contract';
import {sql, type Kysely, type SelectQueryBuilder} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import {decodeCursor, encodeCursor, InvalidCursorError} from '../cursor.ts';
import type {Schema} from '../schema.ts';
import {authorWords, storedComment, type AuthorWords, type StoredComment} from './records.ts';
import type {CommentReceiptTable} from './tables.ts';

const DEFAULT_LIMIT = 20;
const BATCH = 100;

type Comments = SelectQueryBuilder<Schema, 'comments', object>;
type Sort = NonNullable<PublicCommentQuery['sort']>;

export interface CommentPage {
  readonly comments: StoredComment[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

interface Order {
  readonly columns: readonly string[];
  /** Of the key, as `decodeCursor` takes it. */
  readonly shape: string;
  readonly descending: boolean;
}

const ORDERS: Readonly<Record<Sort | 'row', Order>> = {
  section: {columns: ['place', 'shown_at', 'row'], shape: 'nsn', descending: false},
  date: {columns: ['shown_at', 'row'], shape: 'sn', descending: false},
  '-date': {columns: ['shown_at', 'row'], shape: 'sn', descending: true},
  row: {columns: ['row'], shape: 'n', descending: false},
};

interface Paging {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** One page of what matches, by key cursors that hold the order they are of. @throws InvalidCursorError */
async function page(
  matching: Comments,
  sort: keyof typeof ORDERS,
  {limit = DEFAULT_LIMIT, cursor}: Paging,
  total: number,
  vault: Vault,
): Promise<CommentPage> {
  const {columns, shape, descending} = ORDERS[sort];
  const [tag, ...key] = cursor === undefined ? [`>${sort}`] : (decodeCursor(cursor, `s${shape}`) as [string, ...(string | number)[]]);
  const backwards = tag === `<${sort}`;
  if (!backwards && tag !== `>${sort}`) throw new InvalidCursorError();
  const refs = columns.map((column) => sql.ref(column));
  const down = descending !== backwards;
  let some = matching.selectAll().limit(limit + 1);
  if (key.length) some = some.where(sql<boolean>`(${sql.join(refs)}) ${sql.raw(down ? '<' : '>')} (${sql.join(key)})`);
  for (const ref of refs) some = some.orderBy(ref, down ? 'desc' : 'asc');
  const rows = limit === 0 ? [] : await some.execute();
  const shown = backwards ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const more = rows.length > limit;
  const at = (sign: string, row: (typeof rows)[number] | undefined): string | null =>
    row ? encodeCursor([sign + sort, ...columns.map((column) => row[column as 'place' | 'shown_at' | 'row']!)]) : null;
  return {
    comments: shown.map((row) => storedComment(row, vault)),
    total,
    nextCursor: backwards || more ? at('>', shown.at(-1)) : null,
    prevCursor: (backwards ? more : key.length > 0) ? at('<', shown[0]) : null,
  };
}

const shown = (db: Kysely<Schema>, consultation: number) =>
  db.selectFrom('comments').where('consultation', '=', consultation).where('shown_at', 'is not', null);

/** What is public, and the tombstones of what was. @param counts How many there are. */
export function publicPage(
  db: Kysely<Schema>,
  consultation: number,
  {section, sort = '-date', ...paging}: PublicCommentQuery,
  {sections}: PublicCounts,
  vault: Vault,
): Promise<CommentPage> {
  const total = sections.filter((each) => section === undefined || each.section === section).reduce((sum, {count}) => sum + count, 0);
  const matching = shown(db, consultation);
  if (section === undefined) return page(matching, sort, paging, total, vault);
  // Within one section its order is that of time.
  return page(matching.where('section', '=', section), sort === 'section' ? 'date' : sort, paging, total, vault);
}

/** What is counted once for each data version. */
export interface PublicCounts {
  readonly published: number;
  readonly sections: readonly {readonly section: string; readonly count: number}[];
}

export const publicCounts = async (db: Kysely<Schema>, consultation: number): Promise<PublicCounts> => ({
  published: await countPublished(db, consultation),
  sections: await publicSections(db, consultation),
});

/** How many are public about each section, in the order of the draft. */
const publicSections = (db: Kysely<Schema>, consultation: number): Promise<{section: string; count: number}[]> =>
  shown(db, consultation)
    .select(['section', sql<number>`count(*)`.as('count')])
    .groupBy(['place', 'section'])
    .orderBy('place')
    .orderBy('section')
    .execute();

async function countPublished(db: Kysely<Schema>, consultation: number): Promise<number> {
  const {count} = await db
    .selectFrom('comments')
    .select(sql<number>`count(*)`.as('count'))
    .where('consultation', '=', consultation)
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow();
  return count;
}

export interface StaffFilter extends Paging {
  readonly state?: readonly CommentState[] | undefined;
  readonly section?: string | undefined;
  /** Id of a comment. */
  readonly family?: string | undefined;
}

/** Oldest first. */
export async function staffPage(
  db: Kysely<Schema>,
  consultation: number,
  {state, section, family, ...paging}: StaffFilter,
  vault: Vault,
): Promise<CommentPage> {
  let matching = db.selectFrom('comments').where('consultation', '=', consultation);
  if (state) matching = matching.where('state', 'in', state);
  if (section !== undefined) matching = matching.where('section', '=', section);
  if (family !== undefined) {
    const first = db.selectFrom('comments').select('row').where('id', '=', family);
    matching = matching.where((eb) => eb.or([eb('family', '=', first), eb('comments.row', '=', first)]));
  }
  const {total} = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return page(matching, 'row', paging, total, vault);
}

export async function stateCounts(db: Kysely<Schema>, consultation: number): Promise<Partial<Record<CommentState, number>>> {
  const rows = await db
    .selectFrom('comments')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where('consultation', '=', consultation)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({state, count}) => [state, count]));
}

export interface StoredReceipt {
  readonly row: number;
  readonly number: string;
  readonly submittedAt: string;
  readonly authorType: CommentReceiptTable['author_type'];
  readonly author: AuthorWords | undefined;
}

/** Receipts by their rows. */
export async function receiptsOf(db: Kysely<Schema>, rows: readonly number[], vault: Vault): Promise<Map<number, StoredReceipt>> {
  const columns = ['row', 'number', 'submitted_at', 'author_type', 'sealed'] as const;
  const found = await db
    .selectFrom('comment_receipts')
    .select(columns)
    .where('row', 'in', [...new Set(rows)])
    .execute();
  return new Map(
    found.map(({row, number, submitted_at, author_type, sealed}) => [
      row,
      {row, number, submittedAt: submitted_at, authorType: author_type, author: authorWords(number, sealed, vault)},
    ]),
  );
}

export const commentsOfReceipt = async (db: Kysely<Schema>, receipt: number, vault: Vault): Promise<StoredComment[]> =>
  (await db.selectFrom('comments').selectAll().where('receipt', '=', receipt).orderBy('row').execute()).map((row) =>
    storedComment(row, vault),
  );

/** Ids of everything that came over the network and was not withdrawn, oldest first. */
export async function receivedIds(db: Kysely<Schema>, consultation: number): Promise<string[]> {
  const rows = await db
    .selectFrom('comments')
    .select('id')
    .where('consultation', '=', consultation)
    .where('state', '!=', 'withdrawn')
    .orderBy('row')
    .execute();
  return rows.map(({id}) => id);
}

/** Sections that comments are about, by their ids. */
export async function sectionsOf(db: Kysely<Schema>, consultation: number): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('comments')
    .select(['id', 'section'])
    .where('consultation', '=', consultation)
    .orderBy('place')
    .execute();
  return new Map(rows.map(({id, section}) => [id, section]));
}

/** The order in which all comments are read: oldest first, or by section of the draft. */
export type CommentOrder = 'date' | 'section';

/** Every comment with its receipt, in portions, so that memory does not grow with them. */
export async function* eachComment(
  db: Kysely<Schema>,
  consultation: number,
  vault: Vault,
  order: CommentOrder = 'date',
): AsyncGenerator<{comment: StoredComment; receipt: StoredReceipt}[]> {
  const all = db.selectFrom('comments').selectAll().where('consultation', '=', consultation).limit(BATCH);
  for (let [place, after] = [-1, 0]; ;) {
    const next =
      order === 'date'
        ? all.where('row', '>', after).orderBy('row')
        : all
            .where(({eb, refTuple, tuple}) => eb(refTuple('place', 'row'), '>', tuple(place, after)))
            .orderBy('place')
            .orderBy('row');
    const rows = await next.execute();
    const last = rows.at(-1);
    if (!last) return;
    const receipts = await receiptsOf(
      db,
      rows.map(({receipt}) => receipt),
      vault,
    );
    yield rows.map((row) => ({comment: storedComment(row, vault), receipt: receipts.get(row.receipt)!}));
    [place, after] = [last.place, last.row];
  }
}
