/** `npm run build`: the SDK, as pages load it. */
import {spawnSync} from 'node:child_process';
import {resolve} from 'node:path';

process.chdir(resolve(import.meta.dirname, '..'));
const {status} = spawnSync(process.execPath, ['packages/embed/build.mjs', ...process.argv.slice(2)], {stdio: 'inherit'});
if (status === 0) console.log('Serve that folder as it is, or let `npm start` serve it at /sdk/v1/.');
process.exit(status ?? 1);
