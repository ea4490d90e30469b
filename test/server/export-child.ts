/**
 * Exports the comments of a consultation over the whole app and says how many bytes that were and how much memory it took:
 * `node export-child.ts FILE CONSULTATION FORMAT`. A process of its own, since memory is counted for processes.
 */
import {createApp} from '../../packages/server/src/app.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {NOW, TEST_KEY} from '../../packages/server/src/testing/temp-store.ts';
import {Vault} from '../../packages/server/src/vault/vault.ts';

const [, , file, id, format] = process.argv;
const store = new SqliteStore(file!, undefined, undefined, {vault: new Vault(TEST_KEY)});
const app = createApp({store, now: () => Date.parse(NOW)});

async function exported(consultation: string): Promise<number> {
  const headers = {Host: 'zwgk.test', Authorization: `Bearer ${STAFF.operator}`};
  const path = `/api/v1/staff/consultations/${consultation}/export?format=${format}`;
  const response = await app.request(`http://zwgk.test${path}`, {headers});
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const part of response.body!) bytes += part.length;
  return bytes;
}

// The code is loaded before anything is measured.
await exported('c-small');
const before = process.memoryUsage.rss();
const start = performance.now();
const bytes = await exported(id!);
const seconds = (performance.now() - start) / 1000;
// In kilobytes, by the operating system.
const growth = process.resourceUsage().maxRSS * 1024 - before;
process.stdout.write(JSON.stringify({bytes, growth, seconds}));
await store.close();
