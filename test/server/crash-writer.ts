/**
 * A server to be killed. It loads its code, waits for a line on its input, and only then opens the database named on
 * the command line, with the key of personal data if one is named, too, serves it and says on which port: the code of the next can load while this one is at work.
 */
import {once} from 'node:events';
import {flushCompileCache} from 'node:module';
import {serve} from '../../packages/server/src/serve.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {Vault} from '../../packages/server/src/vault/vault.ts';

// Node writes it at the exit, to which this process never comes.
flushCompileCache();
await once(process.stdin, 'data');
process.stdin.unref();
const [, , file, key] = process.argv;
const store = new SqliteStore(file!, undefined, undefined, key === undefined ? {} : {vault: new Vault(key)});
await store.migrate();
const {port} = await serve({store, port: 0, host: '127.0.0.1', config: {proxies: 1}});
process.stdout.write(`${port}\n`);
