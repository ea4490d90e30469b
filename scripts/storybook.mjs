/** `npm run storybook`: a story per state, live, on PORT (6006); `npm run storybook -- --build` writes storybook-static/. */
import {spawn} from 'node:child_process';
import {resolve} from 'node:path';

process.chdir(resolve(import.meta.dirname, '..'));
const [first, ...rest] = process.argv.slice(2);
const building = first === '--build';
const args = building
  ? ['build', '--quiet', ...rest]
  : ['dev', '--port', process.env.PORT ?? '6006', '--no-open', ...process.argv.slice(2)];
const child = spawn(process.execPath, ['node_modules/storybook/dist/bin/dispatcher.js', ...args, '--disable-telemetry'], {
  stdio: 'inherit',
  env: {...process.env, STORYBOOK_DISABLE_TELEMETRY: '1'},
});
// Whoever stops this script stops the server.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  if (code === 0 && building) console.log('Built: storybook-static/');
  process.exit(code ?? 1);
});
