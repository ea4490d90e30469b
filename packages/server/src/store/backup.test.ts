import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test, type TestContext} from 'node:test';
import type {Receipt, Upload} from '@zwgk/contract';
import {json, testApp, type TestApp} from '../testing/app.ts';
import {Applicant, openForm} from '../testing/applications.ts';
import {png} from '../testing/files.ts';
import {tempFolder, TEST_KEY} from '../testing/temp-store.ts';
import {Vault} from '../vault/vault.ts';
import {IncompleteBackupError, uploadsBeside} from './backup.ts';
import {SqliteStore} from './sqlite-store.ts';

async function world(t: TestContext): Promise<{app: TestApp; someone: Applicant; target: string}> {
  const app = await testApp(t, 1, {config: {proxies: 1}});
  await openForm(app);
  return {app, someone: new Applicant(app), target: join(tempFolder(), 'copy.sqlite')};
}

/** Hashes of the files of each application, decrypted by a store that was opened on the copy. */
async function filesIn(t: TestContext, file: string): Promise<Map<string, string[]>> {
  const store = new SqliteStore(file, undefined, undefined, {vault: new Vault(TEST_KEY)});
  t.after(() => store.close());
  await store.migrate();
  const {applications} = store;
  const found = new Map<string, string[]>();
  for (const {number} of await applications.heads({})) {
    const hashes: string[] = [];
    for (const {id, sha256} of await applications.uploads.ofApplication(number, applications.vault)) {
      const {content} = (await applications.uploads.read(number, id, applications.vault))!;
      assert.equal(createHash('sha256').update(content).digest('hex'), sha256);
      hashes.push(sha256);
    }
    found.set(number, hashes);
  }
  return found;
}

test('R18 a backup under load: whatever has its receipt before it begins is in it, with its files, byte for byte', async (t) => {
  const {app, target} = await world(t);
  const acknowledged = new Map<string, string>();
  let busy = true;
  const hand = async (who: number): Promise<void> => {
    for (let n = 0; busy; n++) {
      const someone = new Applicant(app, `10.${who}.${n >> 8}.${n & 255}`);
      const upload = await json<Upload>(await someone.upload(png({text: `${who} ${n}`})));
      if (n % 3 === 0) await app.get(`/uploads/${upload.id}`, {method: 'DELETE'});
      const more = await json<Upload>(await someone.upload(png({text: `${who} ${n} more`})));
      const receipt: Receipt = await someone.submit({attachments: [more.id]});
      acknowledged.set(receipt.number, more.sha256);
    }
  };
  const hands = Promise.all([1, 2].map(hand));
  const backups: {file: string; before: Map<string, string>}[] = [];
  for (let i = 0; i < 4; i++) {
    const seen = acknowledged.size;
    // A hand that fails ends the waiting.
    while (acknowledged.size < seen + 4) await Promise.race([hands, new Promise((resolve) => setImmediate(resolve))]);
    const before = new Map(acknowledged);
    const file = `${target}.${i}`;
    await app.store.backup(file);
    backups.push({file, before});
  }
  busy = false;
  await hands;
  for (const {file, before} of backups) {
    const found = await filesIn(t, file);
    for (const [number, sha256] of before) assert.ok(found.get(number)?.includes(sha256), `${number} is not in the backup`);
    for (const hashes of found.values()) assert.equal(hashes.length, 2, 'an application has both its files');
    assert.equal(existsSync(`${file}.part`), false);
  }
});

test('of a file that was let go while it was copied, no row is left without it; of what nobody names no copy is kept', async (t) => {
  const {app, someone, target} = await world(t);
  const {uploads} = app.store.applications;
  const kept = await someone.submit();
  const [proof] = await uploads.ofApplication(kept.number, app.store.applications.vault);
  const gone = await json<Upload>(await someone.upload(png({text: 'gone'})));
  const late: string[] = [];
  await uploads.backUp(target, async (part) => {
    // After the first copies, before the database: one comes in. After the database: two go.
    late.push((await json<Upload>(await someone.upload(png({text: 'late'})))).id);
    assert.equal(await uploads.discard(gone.id), true);
    new DatabaseSync(app.file).prepare('vacuum into ?').run(part);
    assert.equal(await uploads.discard(late[0]!), true);
    // What has been kept long enough goes meanwhile, too: its copy was made before.
    rmSync(join(uploadsBeside(app.file), proof!.id));
  });
  const store = new SqliteStore(target, undefined, undefined, {vault: new Vault(TEST_KEY)});
  t.after(() => store.close());
  assert.equal(readdirSync(uploadsBeside(target)).length, 1);
  assert.equal((await filesIn(t, target)).get(kept.number)?.length, 1);
  assert.equal(await store.applications.uploads.discard(late[0]!), false, 'its row is not there either');
});

test('a file that an application needs and that is lost is no backup, and leaves none', async (t) => {
  const {app, someone, target} = await world(t);
  await someone.submit();
  const folder = uploadsBeside(app.file);
  rmSync(join(folder, readdirSync(folder)[0]!));
  await assert.rejects(app.store.backup(target), IncompleteBackupError);
  for (const path of [target, `${target}.part`, uploadsBeside(target)]) assert.equal(existsSync(path), false, path);
});

test('what stands where the copies would go is left as it is', async (t) => {
  const {app, target} = await world(t);
  mkdirSync(uploadsBeside(target));
  await assert.rejects(app.store.backup(target), {code: 'EEXIST'});
  assert.equal(existsSync(uploadsBeside(target)), true);
});
