/** A server to be killed: serves the database named on the command line and says on which port. */
import {serve} from '../../packages/server/src/serve.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';

const store = new SqliteStore(process.argv[2]!);
await store.migrate();
const {port} = await serve({store, port: 0, host: '127.0.0.1'});
process.stdout.write(`${port}\n`);
