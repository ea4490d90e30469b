/** `npm run storybook`: a story per state, live, on PORT (6006); `npm run storybook -- --build` writes storybook-static/. */
import {spawnSync} from 'node:child_process';
import {resolve} from 'node:path';

process.chdir(resolve(import.meta.dirname, '..'));
const [first, ...rest] = process.argv.slice(2);
const args =
  first === '--build'
    ? ['build', '--quiet', ...rest]
    : ['dev', '--port', process.env.PORT ?? '6006', '--no-open', ...process.argv.slice(2)];
const {status} = spawnSync(process.execPath, ['node_modules/storybook/dist/bin/dispatcher.js', ...args, '--disable-telemetry'], {
  stdio: 'inherit',
  env: {...process.env, STORYBOOK_DISABLE_TELEMETRY: '1'},
});
if (status === 0 && first === '--build') console.log('Built: storybook-static/');
process.exit(status ?? 1);
