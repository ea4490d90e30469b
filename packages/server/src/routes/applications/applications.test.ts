import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import type {DocumentDetail, Problem, Receipt, StaffApplication, Upload} from '@zwgk/contract';
import {createApp} from '../../app.ts';
import {SqliteStore} from '../../store/sqlite-store.ts';
import {json, problem, STAFF, testApp, type TestApp} from '../../testing/app.ts';
import {Applicant, moved, newIntent, openForm, staffGet} from '../../testing/applications.ts';
import {documentInput} from '../../testing/inputs.ts';
import {NOW, TEST_KEY} from '../../testing/temp-store.ts';
import {Vault} from '../../vault/vault.ts';

const MINUTE = 60_000;

interface World {
  app: TestApp;
  clock: {now: number};
  someone: Applicant;
}

async function world(t: TestContext): Promise<World> {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  await openForm(app);
  return {app, clock, someone: new Applicant(app)};
}

test('the same intent gets the same receipt, whatever the order of its fields, and is stored once', async (t) => {
  const {app, someone} = await world(t);
  const input = await someone.input();
  const key = {'Idempotency-Key': newIntent()};
  const [first, ...others] = await Promise.all(Array.from({length: 20}, () => someone.post('/applications', input, key)));
  assert.equal(first!.status, 201);
  for (const other of others) {
    if (other.status === 201) continue;
    assert.deepEqual([other.status, other.headers.get('retry-after'), (await problem(other)).code], [409, '1', 'idempotency-in-progress']);
  }
  assert.ok(
    others.some(({status}) => status === 409),
    'who comes while it is at work is told to wait',
  );
  const receipt = await json<Receipt>(first!);
  const turned = Object.fromEntries(Object.entries(input).reverse());
  assert.deepEqual(await json<Receipt>(await someone.post('/applications', turned, key)), receipt);
  const edited = {...input, request: {...input.request, title: '改了一个字'}};
  assert.equal((await problem(await someone.post('/applications', edited, key))).code, 'idempotency-mismatch');
  assert.equal((await app.store.applications.heads({})).length, 1);
});

test('R15 two servers get the same intent at once: one row, and both give its receipt', async (t) => {
  const {app, clock, someone} = await world(t);
  const again = new SqliteStore(app.file, undefined, undefined, {vault: new Vault(TEST_KEY)});
  t.after(() => again.close());
  await again.migrate();
  // Both have seen that the intent is new before either stores it.
  for (const store of [app.store, again]) {
    const find = store.findAgency.bind(store);
    store.findAgency = async (code) => {
      await wait(20);
      return find(code);
    };
  }
  const second = createApp({store: again, now: () => clock.now});
  for (let i = 0; i < 10; i++) {
    const body = JSON.stringify(await someone.input());
    const headers = {'Content-Type': 'application/json', 'Idempotency-Key': newIntent()};
    const [one, other] = await Promise.all([
      app.get('/applications', {method: 'POST', body, headers}),
      second.request('http://zwgk.test/api/v1/applications', {method: 'POST', body, headers}),
    ]);
    assert.deepEqual([one.status, other.status], [201, 201]);
    assert.deepEqual(await json<Receipt>(one), await json<Receipt>(other));
  }
  assert.equal((await app.store.applications.heads({})).length, 10);
});

test('what was refused is not remembered: the same key may try again', async (t) => {
  const {someone} = await world(t);
  const input = await someone.input();
  const key = {'Idempotency-Key': newIntent()};
  assert.equal((await someone.post('/applications', {...input, guideVersion: 1}, key)).status, 409);
  assert.equal((await someone.post('/applications', input, key)).status, 201);
});

test('a receipt of before stands, even when the form has been closed or its guide has changed since', async (t) => {
  const {app, someone} = await world(t);
  const input = await someone.input();
  const key = {'Idempotency-Key': newIntent()};
  const receipt = await json<Receipt>(await someone.post('/applications', input, key));
  await app.store.applications.saveGuide(
    STAFF.agency,
    {sections: [], extraFields: [], deliveries: ['post'], media: ['paper']},
    9,
    '2026-11-24',
  );
  assert.deepEqual(await json<Receipt>(await someone.post('/applications', input, key)), receipt);
  assert.equal((await problem(await someone.post('/applications', input, {'Idempotency-Key': newIntent()}))).code, 'form-closed');
});

test('E1 unknown numbers and wrong codes answer alike; the tenth shuts the address out for a quarter of an hour', async (t) => {
  const {app, clock, someone} = await world(t);
  const {number} = await someone.submit();
  const said = async (who: Applicant, credential: object): Promise<[number, Partial<Problem>]> => {
    const response = await who.look(credential);
    const {requestId: _id, ...rest} = await json<Problem>(response);
    return [response.status, rest];
  };
  const stranger = new Applicant(app, '198.51.100.9');
  const wrong = await said(stranger, {number, code: '0000-0000-0000'});
  assert.equal(wrong[0], 404);
  for (const credential of [{number: '20261124-999999', code: '0000-0000-0000'}, {number: 'x'}, {code: 'y'}, {}, {token: 'A'.repeat(32)}])
    assert.deepEqual(await said(stranger, credential), wrong);
  for (let i = 0; i < 5; i++) assert.deepEqual(await said(stranger, {number, code: `0000-0000-000${i}`}), wrong);
  const locked = await stranger.look({number, code: '0000-0000-0000'});
  assert.deepEqual([locked.status, locked.headers.get('retry-after')], [429, '900']);
  assert.equal((await problem(locked)).code, 'locked-out');
  clock.now += 15 * MINUTE;
  assert.deepEqual(await said(stranger, {number, code: '0000-0000-0000'}), wrong);
});

test('nobody can keep an applicant out: the link works, the own address works, and the door opens by itself', async (t) => {
  const {app, clock, someone} = await world(t);
  const {number, queryCode: code, linkToken: token} = await someone.submit();
  for (let i = 0; i < 10; i++) await new Applicant(app, `198.51.100.${i}`).look({number, code: 'wrong'});
  const elsewhere = new Applicant(app, '203.0.113.5');
  assert.equal((await elsewhere.look({number, code})).status, 429, 'of this number every new address is shut out');
  assert.equal((await elsewhere.look({token})).status, 200);
  assert.equal((await someone.look({number, code})).status, 200, 'it was sent from here');
  clock.now += 5 * MINUTE;
  for (let i = 0; i < 50; i++) await new Applicant(app, `198.51.100.${100 + i}`).look({number, code: 'wrong'});
  clock.now += 10 * MINUTE;
  assert.equal((await elsewhere.look({number, code})).status, 200, 'looks while it was shut did not keep it shut');
});

test('who is shut out stays so when the service starts again', async (t) => {
  const {app, clock, someone} = await world(t);
  const receipt = await someone.submit();
  const stranger = {'X-Forwarded-For': '198.51.100.9', 'Content-Type': 'application/json'};
  for (let i = 0; i < 10; i++) await new Applicant(app, '198.51.100.9').look({number: receipt.number, code: 'wrong'});
  const again = new SqliteStore(app.file, undefined, undefined, {vault: new Vault(TEST_KEY)});
  t.after(() => again.close());
  const restarted = createApp({store: again, now: () => clock.now, config: {proxies: 1}});
  const body = JSON.stringify({number: receipt.number, code: receipt.queryCode});
  const response = await restarted.request('http://zwgk.test/api/v1/applications/status', {method: 'POST', body, headers: stranger});
  assert.equal(response.status, 429);
});

test('the status masks who applied, and tells the applicant nothing of third parties', async (t) => {
  const {app, someone} = await world(t);
  const receipt = await someone.submit();
  await moved(
    app,
    receipt.number,
    {type: 'request_confirmation'},
    {type: 'confirm'},
    {type: 'route', agency: STAFF.agency, note: '内部意见'},
    {type: 'start'},
    {type: 'consult_third_party', note: '示例第三方公司'},
  );
  const text = JSON.stringify(await someone.status(receipt));
  for (const secret of ['示例申请人甲', '32010019900101000X', '13800000001', 'jia@mail', '示例第三方公司', '内部意见'])
    assert.equal(text.includes(secret), false, secret);
  const status = await someone.status(receipt);
  assert.deepEqual([status.clock.status, status.clock.startedOn], ['paused', '2026-11-24']);
});

test('the day of receipt is the day both sides confirm, and every due day comes from there', async (t) => {
  const {app, clock, someone} = await world(t);
  const receipt = await someone.submit();
  assert.deepEqual(receipt.next, [
    {what: 'correction_notice', on: '2026-12-03', estimated: true},
    {what: 'answer', on: '2026-12-22', estimated: true},
  ]);
  assert.equal((await someone.status(receipt)).clock.status, 'not_started');
  clock.now += 2 * 24 * 60 * MINUTE;
  await moved(app, receipt.number, {type: 'request_confirmation'}, {type: 'confirm'});
  const {clock: answer, milestones} = await someone.status(receipt);
  assert.deepEqual([answer.status, answer.startedOn, answer.due], ['running', '2026-11-26', '2026-12-24']);
  assert.deepEqual(milestones.at(-1), {what: 'answer', on: '2026-12-24', estimated: false});
});

test('T18 one address may send thirty at once and then one a minute; a restart refills nothing, and others are not held up', async (t) => {
  const {app, clock, someone} = await world(t);
  const input = await someone.input();
  const refused = async (who = someone): Promise<[number, string | null]> => {
    const response = await who.post('/applications', {...input, request: {}}, {'Idempotency-Key': newIntent()});
    return [response.status, response.headers.get('retry-after')];
  };
  const key = {'Idempotency-Key': newIntent()};
  for (let i = 0; i < 29; i++) await someone.submit();
  assert.deepEqual(await refused(), [400, null], 'what was not stored has cost nothing');
  const last = await someone.input();
  assert.equal((await someone.post('/applications', last, key)).status, 201);
  const [status, wait] = await refused();
  assert.deepEqual([status, Number(wait) > 0 && Number(wait) <= 60], [429, true], 'soon enough for the form to wait for it');
  assert.equal((await someone.post('/applications', last, key)).status, 201, 'what it has its receipt for costs nothing either');
  assert.equal((await new Applicant(app, '203.0.113.1').post('/applications', {}, {'Idempotency-Key': newIntent()})).status, 400);
  const again = new SqliteStore(app.file, undefined, undefined, {vault: new Vault(TEST_KEY)});
  t.after(() => again.close());
  const restarted = createApp({store: again, now: () => clock.now, config: {proxies: 1}});
  const headers = {'Content-Type': 'application/json', 'Idempotency-Key': newIntent(), 'X-Forwarded-For': '192.0.2.7'};
  const body = JSON.stringify(input);
  assert.equal((await restarted.request('http://zwgk.test/api/v1/applications', {method: 'POST', body, headers})).status, 429);
  clock.now += MINUTE;
  assert.equal((await someone.post('/applications', input, {'Idempotency-Key': newIntent()})).status, 201);
  assert.equal((await refused())[0], 429);
});

test('whoever asks by key while it is at work is told to wait, never that nothing was stored', async (t) => {
  const {app, someone} = await world(t);
  const [input, key] = [await someone.input(), {'Idempotency-Key': newIntent()}];
  const ask = (): Promise<Response> => app.get('/applications/receipt', {headers: key});
  const {applications} = app.store;
  const {submit} = applications;
  let asked: Response | undefined;
  applications.submit = async function (...args: Parameters<typeof submit>) {
    asked = await ask();
    return submit.apply(applications, args);
  } as typeof submit;
  const sent = await someone.post('/applications', input, key);
  assert.deepEqual([asked?.status, asked?.headers.get('retry-after')], [409, '1']);
  assert.equal((await problem(asked!)).code, 'idempotency-in-progress');
  assert.deepEqual(await json<Receipt>(await ask()), await json<Receipt>(sent));
});

test('what another process is writing is waited for', async (t) => {
  const {app, someone} = await world(t);
  const [input, key] = [await someone.input(), {'Idempotency-Key': newIntent()}];
  const other = new SqliteStore(app.file, undefined, undefined, {vault: new Vault(TEST_KEY)});
  t.after(() => other.close());
  await other.migrate();
  const elsewhere = createApp({store: other, now: () => Date.parse(NOW), config: {proxies: 1}});
  // Its transaction has begun and is not over: held open until the question is asked.
  const {uploads} = app.store.applications;
  const {oldest} = uploads;
  let asked: Promise<Response> | undefined;
  uploads.oldest = (now) => {
    asked ??= Promise.resolve(elsewhere.request('http://zwgk.test/api/v1/applications/receipt', {headers: key}));
    return oldest.call(uploads, now);
  };
  const sent = await someone.post('/applications', input, key);
  assert.equal(sent.status, 201);
  const found = await asked!;
  assert.equal(found.status, 200);
  assert.deepEqual(await json<Receipt>(found), await json<Receipt>(sent));
});

test('条例第三十条: a correction chooses among what the agency offers; what was chosen before stays, though it is offered no more', async (t) => {
  const {app, someone} = await world(t);
  const receipt = await someone.submit();
  await moved(
    app,
    receipt.number,
    {type: 'request_confirmation'},
    {type: 'confirm'},
    {type: 'require_correction', until: '2026-12-10', note: '请写明年份'},
  );
  await app.store.applications.saveGuide(
    STAFF.agency,
    {sections: [], extraFields: [], deliveries: ['post', 'online'], media: ['electronic']},
    9,
    '2026-11-24',
  );
  const correct = (delivery: string): Promise<Response> =>
    someone.post(
      '/applications/corrections',
      {credential: {token: receipt.linkToken}, request: {title: '2025年的批复', delivery, medium: 'electronic'}},
      {'Idempotency-Key': newIntent()},
    );
  const {errors} = await problem(await correct('pickup'));
  assert.deepEqual(
    errors!.map(({path, code}) => [path, code]),
    [['/request/delivery', 'not-offered']],
  );
  assert.equal((await correct('email')).status, 200);
});

test('条例第三十条: a correction brings files; one that has expired is told by its place, and nothing is corrected', async (t) => {
  const {app, someone} = await world(t);
  const receipt = await someone.submit();
  await moved(
    app,
    receipt.number,
    {type: 'request_confirmation'},
    {type: 'confirm'},
    {type: 'require_correction', until: '2026-12-10', note: '请附上批复的照片'},
  );
  const staged = await json<Upload>(await someone.upload());
  const correction = {
    credential: {token: receipt.linkToken},
    request: {title: '2025年的批复', delivery: 'online', medium: 'electronic'},
    attachments: [staged.id, 'x'.repeat(22)],
  };
  const send = (body: object, key = newIntent()): Promise<Response> =>
    someone.post('/applications/corrections', body, {'Idempotency-Key': key});
  const {code, errors} = await problem(await send(correction));
  assert.deepEqual([code, errors![0]!.path], ['upload-expired', '/attachments/1']);
  assert.equal((await someone.status(receipt)).state, 'correction_required');
  const key = newIntent();
  for (let i = 0; i < 2; i++) assert.equal((await send({...correction, attachments: [staged.id]}, key)).status, 200);
  const seen = await json<StaffApplication>(await staffGet(app, `/staff/applications/${receipt.number}?reveal=true`));
  assert.deepEqual(
    seen.files!.filter(({use}) => use === 'correction').map(({sha256}) => sha256),
    [staged.sha256],
  );
});

test('the count of those who found it published is no toy: an address counts thirty at once, then one a minute', async (t) => {
  const {app, clock, someone} = await world(t);
  const {id} = await json<DocumentDetail>(await app.write('POST', '/documents', documentInput()));
  const found = async (): Promise<number> => (await someone.post('/applications/resolved', {agency: STAFF.agency, document: id})).status;
  const statuses = [];
  for (let i = 0; i < 31; i++) statuses.push(await found());
  assert.deepEqual([...new Set(statuses.slice(0, 30)), statuses[30]], [204, 429]);
  clock.now += 60_000;
  assert.equal(await found(), 204);
});
