import assert from 'node:assert/strict';
import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import type {ApplicationGuide} from '@zwgk/contract';
import {createApp} from '../app.ts';
import {STAFF} from '../testing/app.ts';
import {zwgk} from '../testing/cli.ts';
import {applicationInput, guideInput} from '../testing/inputs.ts';
import {seededStore, tempFolder, TEST_KEY} from '../testing/temp-store.ts';
import {newKey} from '../vault/vault.ts';
import {dataVault, demoKey} from './data-key.ts';
import {openStore} from './open-store.ts';
import {CommandError} from './usage.ts';

/** Sets the environment's key for one test. */
function useKey(t: TestContext, key: string | undefined): void {
  const before = process.env['ZWGK_DATA_KEY'];
  if (key === undefined) delete process.env['ZWGK_DATA_KEY'];
  else process.env['ZWGK_DATA_KEY'] = key;
  t.after(() => {
    if (before === undefined) delete process.env['ZWGK_DATA_KEY'];
    else process.env['ZWGK_DATA_KEY'] = before;
  });
}

/** A database with one application under the key of the tests. */
async function withApplication(t: TestContext): Promise<string> {
  const {store, file} = await seededStore(t, 1);
  await store.applications.saveGuide(STAFF.agency, guideInput(), 2, '2026-11-24');
  const input = applicationInput('x'.repeat(22));
  const event = {type: 'submit', kind: 'information', basis: 'internet', on: '2026-11-24', actor: 'applicant'} as const;
  const named = {agency: STAFF.agency, agencyName: 'x', handledBy: STAFF.agency, handledByName: 'x', guideVersion: 2, next: []};
  const now = '2026-11-24T04:00:00.000Z';
  await store.applications.submit(
    {
      input,
      applicant: 'natural_person',
      event,
      claims: [],
      topic: undefined,
      now,
      today: '2026-11-24',
      address: '',
      receipt: (secrets) => ({...secrets, submittedAt: now, ...named}),
    },
    {key: 'an-intent-before-the-key-changed', body: input},
  );
  return file;
}

const guideOf = async (file: string): Promise<ApplicationGuide> => {
  const store = await openStore(file);
  const response = await createApp({store}).request(`http://x.test/api/v1/agencies/${STAFF.agency}/application-guide`);
  const guide = (await response.json()) as ApplicationGuide;
  await store.close();
  return guide;
};

test('without a key the form is closed, and opens with one', async (t) => {
  const {file, store} = await seededStore(t, 1);
  await store.applications.saveGuide(STAFF.agency, guideInput(), 2, '2026-11-24');
  useKey(t, undefined);
  assert.equal((await guideOf(file)).open, false);
  process.env['ZWGK_DATA_KEY'] = newKey();
  assert.equal((await guideOf(file)).open, true);
});

test('a wrong key is told at the start, with the fix: nothing would open', async (t) => {
  const file = await withApplication(t);
  useKey(t, newKey());
  await assert.rejects(openStore(file), (error) => error instanceof CommandError && /新密钥,旧密钥/.test(error.message));
  process.env['ZWGK_DATA_KEY'] = `${newKey()},${TEST_KEY}`;
  await (await openStore(file)).close();
  process.env['ZWGK_DATA_KEY'] = 'secret';
  const {code, err} = await zwgk('migrate', '--db', file);
  assert.equal(code, 1);
  assert.match(err, /32 字节的 base64/);
  assert.doesNotMatch(err, /secret/);
});

test('zwgk key makes one that fits; the demo keeps its own beside the database, for its owner alone', async () => {
  const {out} = await zwgk('key');
  assert.ok(dataVault(out.trim()));
  const database = join(tempFolder(), 'data', 'zwgk.sqlite');
  const {key, file} = demoKey(database);
  assert.ok(dataVault(key));
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(demoKey(database).key, key, 'the same at the next start');
  assert.equal(readFileSync(file, 'utf8'), `${key}\n`);
});

test('zwgk purge says what it would take, and takes it', async (t) => {
  const file = await withApplication(t);
  useKey(t, undefined);
  const dry = await zwgk('purge', '--dry-run', '--db', file);
  assert.deepEqual([dry.code, dry.err], [0, '']);
  assert.match(dry.out, /将要删除：.* 0 件/);
  assert.match((await zwgk('purge', '--db', file)).out, /已删除：.* 0 件/);
});
