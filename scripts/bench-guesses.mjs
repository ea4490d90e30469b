/**
 * `npm run bench:guesses`: 10,000 guesses at query codes, half of them at numbers that exist. None may hit, and whether a
 * number exists may not be told by the time that "no" takes: the area under the curve of a classifier that knows only the
 * time lies between .45 and .55 (.5 is chance).
 */
import {rmSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createApp} from '../packages/server/src/app.ts';
import {SqliteStore} from '../packages/server/src/store/sqlite-store.ts';
import {generateDirectory} from '../packages/server/src/testing/generate.ts';
import {applicationInput} from '../packages/server/src/testing/inputs.ts';
import {newCode} from '../packages/server/src/vault/secrets.ts';
import {newKey, Vault} from '../packages/server/src/vault/vault.ts';

const GUESSES = 10_000;
/** Fewer than shut a number out: what is locked answers without looking. */
const PER_NUMBER = 8;
const NUMBERS = GUESSES / 2 / PER_NUMBER;
const GOAL = {low: 0.45, high: 0.55};

const folder = mkdtempSync(join(tmpdir(), 'zwgk-guesses-'));
process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
const store = new SqliteStore(join(folder, 'guesses.sqlite'), undefined, undefined, {vault: new Vault(newKey())});
await store.migrate();
const {regions, agencies} = generateDirectory(1);
await store.saveRegions(regions);
await store.saveAgencies(agencies);

const now = new Date().toISOString();
const today = now.slice(0, 10);
const known = [];
for (let i = 0; i < NUMBERS; i++) {
  const input = applicationInput('x'.repeat(22));
  const event = {type: 'submit', kind: 'information', basis: 'internet', on: today, at: now, actor: 'applicant'};
  const made = {input, applicant: 'natural_person', event, claims: [], topic: undefined, now, today, address: `10.1.${i >> 8}.${i & 255}`};
  const receipt = (secrets) => ({...secrets, next: []});
  known.push((await store.applications.submit({...made, receipt}, {key: `guessed-application-${i}`, body: input})).number);
}
/** As close to the known ones as numbers get, and never given out. */
const unknown = known.map((number) => number.replace(/-0/, '-5'));

const app = createApp({store, config: {proxies: 1}});
let hits = 0;
async function guess(number, address) {
  const body = JSON.stringify({number, code: newCode()});
  const headers = {'Content-Type': 'application/json', 'X-Forwarded-For': address};
  const start = performance.now();
  const {status} = await app.request('http://localhost/api/v1/applications/status', {method: 'POST', body, headers});
  const ms = performance.now() - start;
  if (status === 200) hits++;
  if (status !== 404) console.log(`unexpected ${status}`);
  return ms;
}

const times = {known: [], unknown: []};
for (let round = 0; round < PER_NUMBER; round++) {
  for (let i = 0; i < NUMBERS; i++) {
    // In turns, so that both meet the same machine; every guess from an address of its own.
    const order = (i + round) % 2 ? ['known', 'unknown'] : ['unknown', 'known'];
    for (const [k, which] of order.entries())
      times[which].push(await guess((which === 'known' ? known : unknown)[i], `10.${2 + round * 2 + k}.${i >> 8}.${i & 255}`));
  }
}
await store.close();

/** Chance that a random known number took longer than a random unknown one (Mann–Whitney). */
function area(longer, shorter) {
  const all = [...longer.map((ms) => ({ms, longer: 1})), ...shorter.map((ms) => ({ms, longer: 0}))].sort((a, b) => a.ms - b.ms);
  const ranks = all.reduce((sum, each, i) => sum + (each.longer ? i + 1 : 0), 0);
  return (ranks - (longer.length * (longer.length + 1)) / 2) / (longer.length * shorter.length);
}
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const auc = area(times.known, times.unknown);
console.log(`${times.known.length + times.unknown.length} guesses, ${hits} hits`);
console.log(
  `median ${median(times.known).toFixed(3)} ms of a number that exists, ${median(times.unknown).toFixed(3)} ms of one that does not`,
);
console.log(`AUC ${auc.toFixed(3)} (goal ${GOAL.low} to ${GOAL.high})`);
process.exit(hits === 0 && auc >= GOAL.low && auc <= GOAL.high ? 0 : 1);
