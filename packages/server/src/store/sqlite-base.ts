/** What the embedded store is whatever it holds: its connections and transactions, and who may call. */
import {sql, type Kysely} from 'kysely';
import type {Applications} from './applications/applications.ts';
import {bump, openConnections, type Connections} from './connection.ts';
import type {Schema} from './schema.ts';
import type {Store} from './store.ts';

type Own = 'close' | 'backup' | 'listSites' | 'saveSite' | 'removeSite' | 'agencyOfToken' | 'saveToken' | 'removeTokens';

export abstract class SqliteBase implements Pick<Store, Own> {
  protected readonly connections: Connections;
  abstract readonly applications: Applications;

  constructor(file: string) {
    this.connections = openConnections(file);
  }

  close(): Promise<void> {
    return this.connections.close();
  }

  backup(file: string): Promise<number> {
    return this.applications.uploads.backUp(file, (part) => sql`vacuum into ${part}`.execute(this.connections.reader));
  }

  /** Runs `work` in one transaction and raises the data version when it says that something changed. */
  protected write<T>(work: (tx: Kysely<Schema>) => Promise<T>, changed: (result: T) => boolean): Promise<T> {
    return this.connections.writer.transaction().execute(async (tx) => {
      const result = await work(tx);
      if (changed(result)) await bump(tx, 'data');
      return result;
    });
  }

  /** Runs `work` in one transaction if `stands` says so there; answers whether it did. */
  protected writeIf(stands: (tx: Kysely<Schema>) => Promise<boolean>, work: (tx: Kysely<Schema>) => Promise<unknown>): Promise<boolean> {
    return this.write(async (tx) => {
      if (!(await stands(tx))) return false;
      await work(tx);
      return true;
    }, Boolean);
  }

  async listSites(): Promise<string[]> {
    const sites = await this.connections.reader.selectFrom('sites').select('origin').orderBy('origin').execute();
    return sites.map(({origin}) => origin);
  }

  async saveSite(origin: string): Promise<void> {
    await this.write(
      (tx) =>
        tx
          .insertInto('sites')
          .values({origin})
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      () => true,
    );
  }

  removeSite(origin: string): Promise<boolean> {
    return this.write(async (tx) => {
      const {numDeletedRows} = await tx.deleteFrom('sites').where('origin', '=', origin).executeTakeFirst();
      return numDeletedRows > 0n;
    }, Boolean);
  }

  async agencyOfToken(tokenHash: string): Promise<string | undefined> {
    const found = await this.connections.reader.selectFrom('tokens').select('agency').where('hash', '=', tokenHash).executeTakeFirst();
    return found?.agency;
  }

  async saveToken(tokenHash: string, agency: string, now: string): Promise<void> {
    const token = {hash: tokenHash, agency, created_at: now};
    await this.write(
      (tx) => tx.insertInto('tokens').values(token).execute(),
      () => true,
    );
  }

  removeTokens(which: {readonly hash: string} | {readonly agency: string}): Promise<number> {
    const [column, value] = 'hash' in which ? (['hash', which.hash] as const) : (['agency', which.agency] as const);
    return this.write(async (tx) => {
      const {numDeletedRows} = await tx.deleteFrom('tokens').where(column, '=', value).executeTakeFirst();
      return Number(numDeletedRows);
    }, Boolean);
  }
}
