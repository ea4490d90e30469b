/**
 * `kill -9` in the middle of writes: what was acknowledged over HTTP is there afterwards, and the file is whole.
 * It tests the death of the process, not the loss of power. ZWGK_KILLS says how often; `npm run bench:kills` does it sixty times.
 */
import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import type {CommentReceipt} from '@zwgk/contract';
import {tokenHash} from '../../packages/server/src/http/staff.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {putUp} from '../../packages/server/src/testing/consultations.ts';
import {commentInput, itemInput} from '../../packages/server/src/testing/inputs.ts';
import {NOW, seededStore, tempFolder, TEST_KEY} from '../../packages/server/src/testing/temp-store.ts';
import {Vault} from '../../packages/server/src/vault/vault.ts';

const WRITER = fileURLToPath(new URL('./crash-writer.ts', import.meta.url));
/** Compiled code is shared by the servers, so that each starts fast. */
const CACHE = join(tempFolder(), 'compiled');
const KILLS = Number(process.env['ZWGK_KILLS'] ?? 10);
/** Connections that write at the same time. */
const HANDS = 4;
const COMMENTING = 2;
const TOPICS = 4;
const MOST_COMMENTS = 480;
const DAY_MS = 86_400_000;

const load = (file: string): ChildProcess =>
  spawn(process.execPath, [WRITER, file, TEST_KEY], {stdio: ['pipe', 'pipe', 'inherit'], env: {...process.env, NODE_COMPILE_CACHE: CACHE}});

async function start(server: ChildProcess): Promise<string> {
  server.stdin!.write('go\n');
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  return line.toString().trim();
}

/** Writes until the server is gone. */
async function writeOn(port: string, round: string, acknowledged: Set<string>): Promise<void> {
  for (let n = 0; ; n++) {
    const level2 = `${round}-${n}`;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/catalog/items`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', Authorization: `Bearer ${STAFF.token}`},
        body: JSON.stringify(itemInput({level2})),
      });
      if (response.status === 201) acknowledged.add(level2);
      await response.arrayBuffer();
    } catch {
      return;
    }
  }
}

/** A submission of comments, and its receipt once there is one. */
interface Sending {
  readonly key: string;
  readonly text: string;
  receipt?: CommentReceipt;
}

/** One comment, with a key of its own. */
async function sendComment(port: string, sending: Sending): Promise<void> {
  const n = Number(sending.key.slice(-4));
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/consultations/c-${n % TOPICS}/comments`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': sending.key, 'X-Forwarded-For': `10.1.${n >> 8}.${n & 255}`},
    body: JSON.stringify(commentInput({comments: [{text: sending.text}]})),
  });
  const body: unknown = await response.json();
  if (response.status === 201) sending.receipt = body as CommentReceipt;
  else assert.equal(response.status, 409, JSON.stringify(body));
}

/** Sends again what was not acknowledged, as the form does, then more, until the server is gone. */
async function commentOn(port: string, all: Sending[], hand: number): Promise<void> {
  try {
    for (const sending of all.filter(({receipt}, i) => !receipt && i % COMMENTING === hand)) await sendComment(port, sending);
    // Fewer than would make the service ask for proofs of work.
    while (all.length < MOST_COMMENTS) {
      const n = all.push({key: `a-comment-that-is-sent-${String(all.length).padStart(4, '0')}`, text: `第${all.length}条意见`});
      await sendComment(port, all[n - 1]!);
    }
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
  }
}

/** Every comment, by its text: how many there are of it, and under which receipt. */
async function storedComments({consultations}: SqliteStore): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let i = 0; i < TOPICS; i++)
    for await (const batch of consultations.comments.eachComment((await consultations.find(`c-${i}`))!.row))
      for (const {comment, receipt} of batch) found.set(comment.words!.text, [...(found.get(comment.words!.text) ?? []), receipt.number]);
  return found;
}

test(`after ${KILLS} kills no acknowledged row is lost and the database is whole`, {timeout: 60_000 + KILLS * 8_000}, async (t) => {
  const {store, file} = await seededStore(t, 5);
  await store.saveToken(tokenHash(STAFF.token), STAFF.agency, NOW);
  const daysFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  for (let i = 0; i < TOPICS; i++) await putUp(store, {opensAt: daysFromNow(-1), closesAt: daysFromNow(40)}, `c-${i}`);
  const comments: Sending[] = [];
  const acknowledged = new Set<string>();
  const loading = [load(file), load(file)];
  for (let kill = 0; kill < KILLS; kill++) {
    const server = loading.shift()!;
    const gone = once(server, 'exit');
    const port = await start(server);
    if (kill + 2 < KILLS) loading.push(load(file));
    const goal = acknowledged.size + 2 + ((kill * 7) % 20);
    const writers = Array.from({length: HANDS}, (_, hand) => writeOn(port, `${kill}-${hand}`, acknowledged));
    const commenting = Array.from({length: COMMENTING}, (_, hand) => commentOn(port, comments, hand));
    while (acknowledged.size < goal || comments.filter(({receipt}) => receipt).length < (kill + 1) * 2) await wait(1);
    await wait(kill % 5);
    server.kill('SIGKILL');
    await gone;
    await Promise.all([...writers, ...commenting]);
  }
  const after = new SqliteStore(file, undefined, undefined, {vault: new Vault(TEST_KEY)});
  t.after(() => after.close());
  await after.migrate();
  const stored = new Set<string>();
  for await (const batch of after.eachCatalogItem({}, '2026-11-24')) for (const {level2} of batch) stored.add(level2);
  const lost = [...acknowledged].filter((level2) => !stored.has(level2));
  t.diagnostic(`${KILLS} kills, ${acknowledged.size} acknowledged rows, ${lost.length} lost`);
  assert.ok(acknowledged.size >= KILLS * 2, `only ${acknowledged.size} writes were acknowledged`);
  assert.deepEqual(lost, []);
  const received = comments.filter(({receipt}) => receipt);
  const kept = await storedComments(after);
  t.diagnostic(`${comments.length} comments sent, ${received.length} with a receipt, ${kept.size} stored`);
  assert.ok(received.length >= KILLS * 2, `only ${received.length} comments were acknowledged`);
  for (const {text, receipt} of received) assert.deepEqual(kept.get(text), [receipt!.number], text);
  for (const [text, numbers] of kept) assert.equal(numbers.length, 1, `${text} is stored ${numbers.length} times`);
  const database = new DatabaseSync(file);
  assert.deepEqual(
    database
      .prepare('pragma integrity_check')
      .all()
      .map((row) => ({...row})),
    [{integrity_check: 'ok'}],
  );
  assert.deepEqual(database.prepare('pragma foreign_key_check').all(), []);
  database.exec("insert into catalog_search(catalog_search) values ('integrity-check')");
  const unlogged = database
    .prepare(
      'select count(*) as n from catalog_items i where not exists (select 1 from catalog_versions v where v.item = i.row and v.version = i.version)',
    )
    .get();
  assert.equal(unlogged!['n'], 0, 'an item without its line in the change log');
  database.close();
});
