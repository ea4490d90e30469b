/** `npm run bench:kills`: the browser is killed fifty times while the form is filled in; see test/e2e/application-kills.test.ts. */
import {spawnSync} from 'node:child_process';

const env = {...process.env, ZWGK_KILLS: process.env.ZWGK_KILLS ?? '50'};
process.exitCode = spawnSync(process.execPath, ['--test', 'test/e2e/application-kills.test.ts'], {env, stdio: 'inherit'}).status ?? 1;
