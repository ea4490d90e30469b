/**
 * A receipt is shown only for what is stored, once, whatever becomes of the network, the process and the disk; and nothing
 * personal is anywhere it could be read (security model: R1–R3, R19, P2, E1, U1).
 */
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test, type TestContext} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {pino} from 'pino';
import type {ApplicationInput, Receipt} from '@zwgk/contract';
import {serve} from '../../packages/server/src/serve.ts';
import {canonicalJson} from '../../packages/server/src/store/json.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {jpeg, png} from '../../packages/server/src/testing/files.ts';
import {applicationInput, itemInput} from '../../packages/server/src/testing/inputs.ts';
import {NOW, tempFolder, TEST_KEY} from '../../packages/server/src/testing/temp-store.ts';
import {JSON_TYPE, openStore, prepared, send, stage, submit} from './application-client.ts';
import {FATES, flakyProxy} from './flaky-proxy.ts';
import {oneRequest} from './one-request.ts';

const WRITER = fileURLToPath(new URL('./crash-writer.ts', import.meta.url));
const CACHE = join(tempFolder(), 'compiled');

test(
  'R1 a thousand applications over a network that fails in five ways, to two servers: a thousand rows, each with the receipt that was shown',
  {timeout: 120_000},
  async (t) => {
    const file = await prepared();
    const stores = [await openStore(file), await openStore(file)];
    const servers = await Promise.all(stores.map((store) => serve({store, port: 0, host: '127.0.0.1', config: {proxies: 1}})));
    const proxy = await flakyProxy(
      servers.map(({port}) => port),
      9,
    );
    t.after(async () => {
      await proxy.close();
      for (const server of servers) await server.stop();
    });
    const COUNT = 1000;
    const shown = new Map<string, ApplicationInput>();
    let next = 0;
    const hand = async (): Promise<void> => {
      for (let n = next++; n < COUNT; n = next++) {
        const {id} = await stage(servers[0]!.port);
        const input = applicationInput(id, {request: {title: `第${n}件`, delivery: 'online', medium: 'electronic'}, shownDocuments: []});
        const receipt = await submit(proxy.port, `intent-of-the-flaky-run-${n}`, input);
        shown.set(`${receipt.number} ${receipt.queryCode} ${receipt.linkToken}`, input);
      }
    };
    const start = performance.now();
    await Promise.all(Array.from({length: 24}, hand));
    t.diagnostic(`${JSON.stringify(proxy.counts)} in ${Math.round(performance.now() - start)} ms`);
    for (const fate of FATES) assert.ok(proxy.counts[fate] > 50, `${fate} happened only ${proxy.counts[fate]} times`);
    assert.equal(shown.size, COUNT, 'a receipt for each, and each its own');
    const {applications} = stores[0]!;
    assert.equal((await applications.heads({})).length, COUNT, 'and not one more');
    for (const [receipt, input] of shown) {
      const [number, code, token] = receipt.split(' ') as [string, string, string];
      assert.deepEqual(await applications.look({number, code}, number, Date.now()), {number});
      assert.deepEqual(await applications.look({token}, '', Date.now()), {number});
      assert.equal(canonicalJson((await applications.find(number))!.input), canonicalJson(input));
    }
  },
);

test(
  'R2 R19 killed in the middle, again and again: what has a receipt is stored with its file, what has none is whole or not there',
  {timeout: 120_000},
  async (t) => {
    const file = await prepared();
    const acknowledged = new Map<string, {input: ApplicationInput; sha256: string}>();
    const KILLS = 6;
    for (let kill = 0; kill < KILLS; kill++) {
      const server = spawn(process.execPath, [WRITER, file, TEST_KEY], {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: {...process.env, NODE_COMPILE_CACHE: CACHE},
      });
      const gone = once(server, 'exit');
      server.stdin.write('go\n');
      const [line] = (await once(server.stdout, 'data')) as [Buffer];
      const port = Number(line.toString());
      const goal = acknowledged.size + 3 + (kill % 5);
      const hand = async (name: string): Promise<void> => {
        for (let n = 0; ; n++) {
          try {
            const {id, sha256} = await stage(port, png({text: `${name} ${n}`}));
            const input = applicationInput(id, {shownDocuments: []});
            const {status, body} = await send(port, `intent-of-the-killed-${name}-${n}`, input);
            if (status === 201) acknowledged.set((JSON.parse(body) as Receipt).number, {input, sha256});
          } catch {
            return;
          }
        }
      };
      const hands = ['a', 'b', 'c'].map((name) => hand(`${name}${kill}`));
      while (acknowledged.size < goal) await wait(1);
      await wait(kill % 4);
      server.kill('SIGKILL');
      await gone;
      await Promise.all(hands);
    }
    const store = await openStore(file);
    t.after(() => store.close());
    const {applications} = store;
    for (const [number, {input, sha256}] of acknowledged) {
      assert.equal(canonicalJson((await applications.find(number))?.input), canonicalJson(input), number);
      const [proof] = await applications.uploads.ofApplication(number, applications.vault);
      assert.equal(proof!.sha256, sha256);
    }
    for (const {number} of await applications.heads({})) {
      const found = (await applications.find(number))!;
      assert.deepEqual([found.events.length, found.version], [1, 1]);
      for (const {id} of await applications.uploads.ofApplication(number, applications.vault))
        assert.ok(await applications.uploads.read(number, id, applications.vault), 'a row has its file');
    }
    t.diagnostic(`${KILLS} kills, ${acknowledged.size} receipts, ${(await applications.heads({})).length} rows`);
    const database = new DatabaseSync(file);
    assert.deepEqual({...database.prepare('pragma integrity_check').get()}, {integrity_check: 'ok'});
    assert.deepEqual(database.prepare('pragma foreign_key_check').all(), []);
    database.close();
  },
);

/** A file system of so many MB of its own, or why there is none. */
function smallDisk(t: TestContext, megabytes: number): string | undefined {
  const folder = join(tempFolder(), 'disk');
  mkdirSync(folder);
  const {status} = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  t.after(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

test(
  'R3 a full disk is said so within a second, nothing acknowledged is lost, and it heals without a restart',
  {timeout: 120_000},
  async (t) => {
    const folder = smallDisk(t, 12);
    if (!folder) return t.skip('mounting a small disk needs root');
    const file = await prepared(folder);
    const store = await openStore(file);
    const server = await serve({store, port: 0, host: '127.0.0.1', config: {proxies: 1}});
    t.after(() => server.stop());
    const staged = await Promise.all(Array.from({length: 50}, () => stage(server.port)));
    // Until hardly anything is left.
    const filler = join(folder, 'filler');
    const {stdout} = spawnSync('df', ['--output=avail', '-B1', folder], {encoding: 'utf8'});
    writeFileSync(filler, Buffer.alloc(Math.max(0, Number(stdout.split('\n')[1]) - 200_000)));
    const acknowledged: string[] = [];
    let full = 0;
    for (let n = 0; n < 40 && full < 5; n++) {
      const start = performance.now();
      const {status, headers, body} = await send(server.port, `intent-on-a-full-disk-${n}`, applicationInput(staged[n]!.id));
      if (status === 201) acknowledged.push((JSON.parse(body) as Receipt).number);
      else {
        full++;
        assert.deepEqual([status, (JSON.parse(body) as {code: string}).code], [507, 'storage-full']);
        assert.equal(headers['content-type'], 'application/problem+json; charset=utf-8');
        assert.ok(performance.now() - start < 1000);
      }
    }
    const picture = await oneRequest(
      server.port,
      'POST',
      '/uploads',
      {'Content-Type': 'application/octet-stream', 'Upload-Name': 'a.jpg'},
      jpeg({filler: Buffer.alloc(400_000, 7)}),
    );
    assert.equal(picture.status, 507, picture.body);
    assert.ok(full >= 5, 'the disk was never full');
    assert.equal((await oneRequest(server.port, 'GET', `/agencies/${STAFF.agency}/application-guide`, {})).status, 200, 'reads go on');
    const numbers = (await store.applications.heads({})).map(({number}) => number);
    assert.deepEqual(numbers.toSorted(), acknowledged.toSorted(), 'acknowledged is stored, and nothing else');
    rmSync(filler);
    const left = staged.slice(acknowledged.length + full);
    for (const [n, {id}] of left.entries())
      assert.equal((await send(server.port, `intent-on-a-healed-disk-${n}`, applicationInput(id))).status, 201);
    const files = readdirSync(`${file}.uploads`).length;
    assert.equal(files, staged.length, 'of what did not fit nothing lies around');
  },
);

test('P2 what is personal is in no log line, no address and no byte on the disk', async (t) => {
  const file = await prepared();
  const store = await openStore(file);
  const lines: string[] = [];
  const log = pino({level: 'debug', base: null}, {write: (line: string) => void lines.push(line)});
  const server = await serve({store, port: 0, host: '127.0.0.1', log});
  t.after(() => server.stop());
  const staff = {Authorization: `Bearer ${STAFF.token}`};
  const MARKERS = ['示例申请人甲', '32010019900101000X', '13800000001', 'jia@mail.example.com', '秘密的标题标记'];
  const secrets: string[] = [];
  const {id} = await stage(server.port, jpeg({filler: Buffer.from(MARKERS.join())}), `${MARKERS[0]!}.jpg`);
  const input = applicationInput(id, {request: {title: MARKERS[4]!, delivery: 'email', medium: 'electronic'}});
  const receipt = await submit(server.port, 'intent-of-the-marked-run', input);
  secrets.push(receipt.queryCode, receipt.linkToken, 'intent-of-the-marked-run');
  const {number} = receipt;
  for (const [path, body] of [
    ['/applications/status', {number, code: receipt.queryCode}],
    ['/applications/status', {number, code: 'wrong'}],
    ['/applications/withdrawals', {credential: {token: receipt.linkToken}, note: MARKERS[1]}],
    ['/applications', {...input, applicant: {...input.applicant, idType: 'unknown'}}],
    ['/applications', {...input, contact: {mobile: `${MARKERS[2]!}9`}}],
  ] as const)
    await oneRequest(
      server.port,
      'POST',
      path,
      {...JSON_TYPE, 'Idempotency-Key': 'intent-of-another-run-1'},
      Buffer.from(JSON.stringify(body)),
    );
  const revealed = await oneRequest(server.port, 'GET', `/staff/applications/${number}?reveal=true`, staff);
  for (const marker of MARKERS) assert.ok(revealed.body.includes(marker), `${marker} was sent, and is found where it may be`);
  // A positive control: what is public is found on the disk by the same search.
  await store.saveCatalogItems([{id: 'control', input: itemInput({level2: '公开的标记'})}], NOW);
  const bytes = (): Buffer =>
    Buffer.concat(
      [file, `${file}-wal`, ...readdirSync(`${file}.uploads`).map((name) => join(`${file}.uploads`, name))].map((path) =>
        readFileSync(path),
      ),
    );
  const onDisk = bytes();
  assert.ok(onDisk.includes('公开的标记'));
  for (const marker of [...MARKERS, ...secrets]) {
    assert.equal(onDisk.includes(marker), false, `${marker} is on the disk`);
    assert.equal(onDisk.includes(Buffer.from(marker).toString('base64url')), false, `${marker} is on the disk in base64`);
    assert.equal(
      lines.some((line) => line.includes(marker)),
      false,
      `${marker} is in the log`,
    );
  }
  assert.ok(lines.length >= 8 && lines.every((line) => JSON.parse(line) !== null));
  assert.equal(
    lines.some((line) => line.includes(number)),
    false,
    'not even which application it was',
  );
});

test('U1 twenty files of 10 MB at once: the server does not grow with them', {timeout: 120_000}, async (t) => {
  if (process.platform !== 'linux') return t.skip('reads the memory of a process from /proc');
  const file = await prepared();
  const server = spawn(process.execPath, [WRITER, file, TEST_KEY], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {...process.env, NODE_COMPILE_CACHE: CACHE},
  });
  t.after(() => server.kill('SIGKILL'));
  server.stdin.write('go\n');
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const port = Number(line.toString());
  const memory = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid!}/status`, 'utf8'))![1]) / 1024;
  const content = jpeg({filler: Buffer.alloc(10 * 1024 * 1024 - 100, 7)});
  // Everything is loaded and warm.
  for (let i = 0; i < 3; i++) await stage(port, content, 'a.jpg');
  const before = memory();
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, memory())), 5);
  await Promise.all(Array.from({length: 20}, () => stage(port, content, 'a.jpg')));
  clearInterval(watching);
  t.diagnostic(`${before.toFixed(0)} MB before, at most ${most.toFixed(0)} MB`);
  assert.ok(most - before <= 64, `grew by ${(most - before).toFixed(0)} MB`);
});
