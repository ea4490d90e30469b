/** The two connections of a store: readers keep their snapshot while a writer works (WAL). */
import {DatabaseSync} from 'node:sqlite';
import {Kysely, sql} from 'kysely';
import {NodeSqliteDialect} from './dialect.ts';
import type {Schema} from './schema.ts';

const PRAGMAS = [
  'pragma busy_timeout = 5000',
  'pragma journal_mode = wal',
  // A commit is acknowledged only once it is on disk; NORMAL could lose it when the power fails.
  'pragma synchronous = full',
  'pragma foreign_keys = on',
  'pragma trusted_schema = off',
  'pragma cache_size = -65536',
];

function open(file: string): Kysely<Schema> {
  const database = new DatabaseSync(file);
  for (const pragma of PRAGMAS) database.exec(pragma);
  return new Kysely<Schema>({dialect: new NodeSqliteDialect(database)});
}

export interface Connections {
  readonly reader: Kysely<Schema>;
  readonly writer: Kysely<Schema>;
  close(): Promise<void>;
}

/** @throws when the file cannot be opened or is no SQLite database. */
export function openConnections(file: string): Connections {
  const writer = open(file);
  const reader = open(file);
  return {
    reader,
    writer,
    async close() {
      // Kysely closes only what it has used; the last close folds the log into the file.
      await sql`select 1`.execute(reader);
      await reader.destroy();
      await sql`pragma optimize`.execute(writer);
      await writer.destroy();
    },
  };
}

/** Raises a counter inside the transaction that makes the change. */
export async function bump(db: Kysely<Schema>, name: 'data' | 'directory'): Promise<void> {
  await db
    .updateTable('counters')
    .set((eb) => ({value: eb('value', '+', 1)}))
    .where('name', '=', name)
    .execute();
}
