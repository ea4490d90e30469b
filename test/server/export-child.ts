/**
 * Exports the comments of a consultation over the whole app and says how many bytes that were and how much more memory it took
 * than those of `c-small`: `node export-child.ts FILE CONSULTATION FORMAT`. A process of its own, since memory is counted for processes. With
 * `--expose-gc` it counts what is held, garbage aside, which is the same on every machine.
 */
import {createApp} from '../../packages/server/src/app.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {NOW, TEST_KEY} from '../../packages/server/src/testing/temp-store.ts';
import {Vault} from '../../packages/server/src/vault/vault.ts';

const [, , file, id, format] = process.argv;
const store = new SqliteStore(file!, undefined, undefined, {vault: new Vault(TEST_KEY)});
const app = createApp({store, now: () => Date.parse(NOW)});

/** Bytes of output after which it is looked what is held. */
const LOOK = 2 ** 20;
function held(): number {
  globalThis.gc!();
  const {heapUsed, external} = process.memoryUsage();
  return heapUsed + external;
}

/** @param looked Told of each look. */
async function exported(consultation: string, looked: () => void = () => undefined): Promise<number> {
  const headers = {Host: 'zwgk.test', Authorization: `Bearer ${STAFF.operator}`};
  const path = `/api/v1/staff/consultations/${consultation}/export?format=${format}`;
  const response = await app.request(`http://zwgk.test${path}`, {headers});
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const part of response.body!) {
    if (Math.floor((bytes + part.length) / LOOK) > Math.floor(bytes / LOOK)) looked();
    bytes += part.length;
  }
  return bytes;
}

let peak = 0;
const look = (): void => void (peak = Math.max(peak, held()));
/** The most memory there was up to now; of the process, as the operating system counts it, in kilobytes. */
const most = (): number => (globalThis.gc ? peak : process.resourceUsage().maxRSS * 1024);

// With a little text everything is loaded and every buffer is as full as it gets.
await exported('c-small', globalThis.gc && look);
const before = most();
const start = performance.now();
const bytes = await exported(id!, globalThis.gc && look);
process.stdout.write(JSON.stringify({bytes, growth: most() - before, seconds: (performance.now() - start) / 1000}));
await store.close();
