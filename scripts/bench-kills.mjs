/**
 * `npm run bench:kills`: the browser is killed fifty times while the form is filled in, the server sixty times while it
 * writes; see test/e2e/application-kills.test.ts and test/server/crash.test.ts.
 */
import {spawnSync} from 'node:child_process';

const RUNS = {'test/e2e/application-kills.test.ts': '50', 'test/server/crash.test.ts': '60'};
for (const [file, kills] of Object.entries(RUNS)) {
  const env = {...process.env, ZWGK_KILLS: process.env.ZWGK_KILLS ?? kills};
  if (spawnSync(process.execPath, ['--test', file], {env, stdio: 'inherit'}).status !== 0) process.exitCode = 1;
}
