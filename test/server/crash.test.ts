/**
 * `kill -9` in the middle of writes: what was acknowledged over HTTP is there afterwards, and the file is whole.
 * It tests the death of the process, not the loss of power.
 */
import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {tokenHash} from '../../packages/server/src/http/staff.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {itemInput} from '../../packages/server/src/testing/inputs.ts';
import {NOW, seededStore, tempFolder} from '../../packages/server/src/testing/temp-store.ts';

const WRITER = fileURLToPath(new URL('./crash-writer.ts', import.meta.url));
/** Compiled code is shared by the servers, so that each starts fast. */
const CACHE = join(tempFolder(), 'compiled');
const KILLS = 30;
/** Connections that write at the same time. */
const HANDS = 4;

const load = (file: string): ChildProcess =>
  spawn(process.execPath, [WRITER, file], {stdio: ['pipe', 'pipe', 'inherit'], env: {...process.env, NODE_COMPILE_CACHE: CACHE}});

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

test(`after ${KILLS} kills no acknowledged row is lost and the database is whole`, {timeout: 300_000}, async (t) => {
  const {store, file} = await seededStore(t, 5);
  await store.saveToken(tokenHash(STAFF.token), STAFF.agency, NOW);
  const acknowledged = new Set<string>();
  const loading = [load(file), load(file)];
  for (let kill = 0; kill < KILLS; kill++) {
    const server = loading.shift()!;
    const gone = once(server, 'exit');
    const port = await start(server);
    if (kill + 2 < KILLS) loading.push(load(file));
    const goal = acknowledged.size + 2 + ((kill * 7) % 20);
    const writers = Array.from({length: HANDS}, (_, hand) => writeOn(port, `${kill}-${hand}`, acknowledged));
    while (acknowledged.size < goal) await wait(1);
    await wait(kill % 5);
    server.kill('SIGKILL');
    await gone;
    await Promise.all(writers);
  }
  const after = new SqliteStore(file);
  t.after(() => after.close());
  await after.migrate();
  const stored = new Set<string>();
  for await (const batch of after.eachCatalogItem({}, '2026-11-24')) for (const {level2} of batch) stored.add(level2);
  const lost = [...acknowledged].filter((level2) => !stored.has(level2));
  t.diagnostic(`${KILLS} kills, ${acknowledged.size} acknowledged rows, ${lost.length} lost`);
  assert.ok(acknowledged.size >= KILLS * 2, `only ${acknowledged.size} writes were acknowledged`);
  assert.deepEqual(lost, []);
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
