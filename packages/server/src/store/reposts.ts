/** Policies of the State Council and the province, passed on (R6.6). Of their text only the hash is kept. */
import {createHash} from 'node:crypto';
import type {Repost, RepostInput, RepostList, RepostQuery} from '@zwgk/contract';
import type {Kysely} from 'kysely';
import {canonicalJson} from './json.ts';
import {newestPage} from './newest.ts';
import type {Schema} from './schema.ts';
import type {RepostRecord, SaveResult} from './store.ts';

const COLUMNS = ['row', 'id', 'reposted_at', 'sha256', 'source_sha256', 'demo', 'data'] as const;

/** A policy that was passed on before, from the same address. */
export class RepostedError extends Error {
  override readonly name = 'RepostedError';
  constructor(url: string) {
    super(`${url} was passed on before`);
  }
}

interface Stored {
  readonly id: string;
  readonly reposted_at: string;
  readonly sha256: string;
  readonly source_sha256: string;
  readonly demo: 0 | 1;
  readonly data: string;
}

const repost = ({id, reposted_at, sha256, source_sha256, demo, data}: Stored): Repost => ({
  id,
  ...(JSON.parse(data) as Omit<RepostInput, 'text' | 'sourceSha256'>),
  repostedAt: reposted_at,
  sha256,
  identical: sha256 === source_sha256,
  ...(demo ? {demo: true} : {}),
});

export async function listReposts(db: Kysely<Schema>, query: RepostQuery): Promise<RepostList> {
  const matching = db.selectFrom('reposts');
  const {rows, ...page} = await newestPage(matching, 'reposted_at', query, (some) => some.select(COLUMNS).execute());
  return {items: rows.map(repost), ...page};
}

/** A repost, and the agency whose staff passed it on (`*`: an operator). */
export async function getRepost(db: Kysely<Schema>, id: string): Promise<{repost: Repost; agency: string} | undefined> {
  const stored = await db
    .selectFrom('reposts')
    .select([...COLUMNS, 'agency'])
    .where('id', '=', id)
    .executeTakeFirst();
  return stored && {repost: repost(stored), agency: stored.agency};
}

/** Stores reposts in the caller's transaction. @throws RepostedError when another one has the same source. */
export async function saveReposts(tx: Kysely<Schema>, records: readonly RepostRecord[]): Promise<SaveResult> {
  const result = {added: 0, changed: 0, unchanged: 0};
  for (const {id, input, agency, repostedAt, demo} of records) {
    const {text, sourceSha256, ...data} = input;
    const sha256 = createHash('sha256').update(text).digest('hex');
    const columns = {
      source_url: data.sourceUrl,
      agency,
      reposted_at: new Date(repostedAt).toISOString(),
      sha256,
      source_sha256: sourceSha256 ?? sha256,
      demo: demo ? (1 as const) : (0 as const),
      data: canonicalJson(data),
    };
    const same = await tx.selectFrom('reposts').selectAll().where('source_url', '=', data.sourceUrl).executeTakeFirst();
    if (same && same.id !== id) throw new RepostedError(data.sourceUrl);
    const old = same ?? (await tx.selectFrom('reposts').selectAll().where('id', '=', id).executeTakeFirst());
    if (old && (Object.keys(columns) as (keyof typeof columns)[]).every((name) => old[name] === columns[name])) {
      result.unchanged++;
      continue;
    }
    result[old ? 'changed' : 'added']++;
    await tx
      .insertInto('reposts')
      .values({id, ...columns})
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  }
  return result;
}

/** Whether it was there. */
export async function removeRepost(tx: Kysely<Schema>, id: string): Promise<boolean> {
  const {numDeletedRows} = await tx.deleteFrom('reposts').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
