/** Databases as earlier releases wrote them. */
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {openConnections} from '../store/connection.ts';
import {migrate} from '../store/migrations.ts';
import {tempFolder} from './temp-store.ts';

const objects = (db: DatabaseSync): Map<string, string> =>
  new Map(
    db
      .prepare("select name, type from sqlite_master where name not like 'sqlite_%' and sql is not null")
      .all()
      .map(({name, type}) => [String(name), String(type)]),
  );
const columns = (db: DatabaseSync, table: string): string[] =>
  db
    .prepare(`select name from pragma_table_info('${table}')`)
    .all()
    .map(({name}) => String(name));

/**
 * Takes a database back to the schema after the migration `last`: the tables, indexes and columns that came later are dropped,
 * so that the next start makes them again. No store may have the file open for writing.
 */
export async function takeBack(file: string, last: string): Promise<void> {
  const model = join(tempFolder(), 'model.sqlite');
  const connections = openConnections(model);
  await migrate(connections.writer, last);
  await connections.close();
  const [then, now] = [new DatabaseSync(model), new DatabaseSync(file)];
  const known = objects(then);
  for (const [name, type] of objects(now)) if (!known.has(name)) now.exec(`drop ${type} if exists ${name}`);
  for (const [name, type] of known) {
    if (type !== 'table') continue;
    const old = columns(then, name);
    for (const column of columns(now, name)) if (!old.includes(column)) now.exec(`alter table ${name} drop column ${column}`);
  }
  now.prepare('delete from kysely_migration where name > ?').run(last);
  then.close();
  now.close();
}
