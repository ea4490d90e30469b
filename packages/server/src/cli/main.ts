/** The `zwgk` command. */
import {pino} from 'pino';
import {parseArgs} from 'node:util';
import {serve} from '../serve.ts';
import {SqliteStore} from '../store/sqlite-store.ts';

/** @returns the exit code: 0 done, 1 failed, 2 called wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({args: args.slice(1), options: {port: {type: 'string'}, db: {type: 'string'}, host: {type: 'string'}}});
  const store = new SqliteStore(values.db!);
  await store.migrate();
  const server = await serve({store, port: Number(values.port ?? 8080), host: values.host ?? '127.0.0.1', log: pino()});
  console.log(`http://127.0.0.1:${server.port}/api/v1`);
  return new Promise<number>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => done(0)));
  });
}
