/** `npm run bench`: every benchmark (scripts/bench-*.mjs) in turn, each printing its own table; `npm run bench -- server` picks by name. */
import {spawnSync} from 'node:child_process';
import {globSync} from 'node:fs';
import {resolve} from 'node:path';

process.chdir(resolve(import.meta.dirname, '..'));
const words = process.argv.slice(2);
const benches = globSync('scripts/bench-*.mjs')
  .sort()
  .filter((file) => !words.length || words.some((word) => file.includes(word)));
const failed = benches.filter((file) => {
  console.log(`\n${file}`);
  return spawnSync(process.execPath, [file], {stdio: 'inherit'}).status !== 0;
});
if (!benches.length) console.log('No benchmark has that name.');
if (failed.length) console.log(`\nMissed their goals, or failed: ${failed.join(', ')}`);
process.exit(failed.length || !benches.length ? 1 : 0);
