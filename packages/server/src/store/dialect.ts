/** Kysely on `node:sqlite`: no native module to build, one connection per Kysely instance. */
import type {DatabaseSync, SQLInputValue, StatementSync} from 'node:sqlite';
import {setTimeout} from 'node:timers/promises';
import {CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDatabase, type SqliteStatement} from 'kysely';

const CACHED_STATEMENTS = 200;

/** A `node:sqlite` statement in the shape that Kysely's SQLite driver expects. */
class Statement implements SqliteStatement {
  readonly reader: boolean;
  readonly #statement: StatementSync;

  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.reader = statement.columns().length > 0;
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...(parameters as SQLInputValue[]));
  }

  run(parameters: readonly unknown[]): {changes: number | bigint; lastInsertRowid: number | bigint} {
    return this.#statement.run(...(parameters as SQLInputValue[]));
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#statement.iterate(...(parameters as SQLInputValue[]));
  }
}

/** Prepares each distinct SQL text once and keeps the most recently used. */
class CachingDatabase implements SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Statement>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    const statement = new Statement(this.#database.prepare(sql));
    this.#statements.set(sql, statement);
    if (this.#statements.size > CACHED_STATEMENTS) this.#statements.delete(this.#statements.keys().next().value!);
    return statement;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}

const SQLITE_BUSY = 5;
/** How long a write waits for one of another process, and between two looks, in milliseconds. */
const LOCK_WAIT = 5000;
const LOCK_PAUSE = 50;

const isBusy = (error: unknown): boolean => ((error as {errcode?: number}).errcode ?? 0) % 256 === SQLITE_BUSY;

/**
 * Takes the write lock when a transaction begins, instead of failing in the middle. It is waited for here, not in
 * `busy_timeout`, which would hold up every reader of this process too.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({database: new CachingDatabase(database)});
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const giveUp = performance.now() + LOCK_WAIT;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUp) throw error;
      }
      await setTimeout(LOCK_PAUSE);
    }
  }

  /** On a full disk SQLite has rolled back by itself; to do it again would hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({database: new CachingDatabase(database)});
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database);
  }
}
