import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type {AnnualReport, ApplicationStatus, IntakeInput, IntakeReceipt, SelfCheck, StaffApplication, Upload} from '@zwgk/contract';
import {json, problem, STAFF, testApp, type TestApp} from '../../testing/app.ts';
import {Applicant, moved, newIntent, openForm, staffGet} from '../../testing/applications.ts';
import {NOW} from '../../testing/temp-store.ts';

interface World {
  app: TestApp;
  clock: {now: number};
  applicant: Applicant;
}

/** Nobody has opened the form: a letter comes anyway. */
async function world(t: TestContext, at = NOW): Promise<World> {
  const clock = {now: Date.parse(at)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  return {app, clock, applicant: new Applicant(app)};
}

const intake = (more: Partial<IntakeInput> = {}): IntakeInput => ({
  basis: 'in_person',
  on: NOW.slice(0, 10),
  kind: 'information',
  applicant: {type: 'natural_person', name: '示例申请人甲', idType: 'resident_id', idNumber: '32010019900101000X'},
  contact: {mobile: '13800000001', address: '示例市示范路1号', postcode: '210000'},
  request: {title: '某道路改造工程可行性研究批复', delivery: 'post', medium: 'paper'},
  ...more,
});

const enter = (app: TestApp, body: object, headers: Record<string, string> = {}, query = ''): Promise<Response> =>
  app.write('POST', `/staff/applications${query}`, body, {'Idempotency-Key': newIntent(), ...headers});

async function entered(app: TestApp, more: Partial<IntakeInput> = {}): Promise<IntakeReceipt> {
  const response = await enter(app, intake(more));
  assert.equal(response.status, 201, await response.clone().text());
  return json<IntakeReceipt>(response);
}

const statusOf = async (applicant: Applicant, {number, queryCode: code}: IntakeReceipt): Promise<ApplicationStatus> =>
  json<ApplicationStatus>(await applicant.look({number, code}));

test('条例第三十一条: at the counter the day of submission, by registered post the day of signing, is the day of receipt', async (t) => {
  // Day of receipt, and the 20th working day after it, over every kind of holiday.
  const vectors = [
    ['2026-09-24', '2026-10-29'],
    ['2026-02-12', '2026-03-18'],
    ['2025-01-24', '2025-02-27'],
    ['2025-09-26', '2025-10-30'],
    ['2025-12-31', '2026-01-29'],
  ] as const;
  const {app, applicant} = await world(t);
  for (const basis of ['in_person', 'post_signed'] as const) {
    for (const [on, due] of vectors) {
      const receipt = await entered(app, {basis, on});
      assert.deepEqual([receipt.state, receipt.receivedOn, receipt.handedInOn, receipt.enteredOn], ['registered', on, on, '2026-11-24']);
      const status = await statusOf(applicant, receipt);
      assert.deepEqual([status.clock.startedOn, status.clock.due, status.state], [on, due, 'registered']);
      assert.equal(receipt.next.find(({what}) => what === 'answer')?.on, due);
    }
  }
});

test('a letter signed for on a day off is received that day, and day 1 is the next working day', async (t) => {
  const {app, applicant} = await world(t);
  // 2026-09-19 is a Saturday, and the Sunday after it a working day (调休).
  const {clock} = await statusOf(applicant, await entered(app, {basis: 'post_signed', on: '2026-09-19'}));
  assert.deepEqual([clock.startedOn, clock.segments[0]?.from], ['2026-09-19', '2026-09-20']);
});

test('by ordinary letter and by fax the clock waits until both sides confirm, and starts on that day', async (t) => {
  const {app, clock, applicant} = await world(t);
  for (const basis of ['post_ordinary', 'fax'] as const) {
    const receipt = await entered(app, {basis, on: '2026-11-20'});
    assert.deepEqual([receipt.state, receipt.receivedOn], ['submitted', undefined]);
    assert.equal((await statusOf(applicant, receipt)).clock.status, 'not_started');
    await moved(app, receipt.number, {type: 'request_confirmation', on: '2026-11-20'}, {type: 'confirm', on: '2026-11-23'});
    const {clock: answer} = await statusOf(applicant, receipt);
    assert.deepEqual([answer.startedOn, answer.due], ['2026-11-23', '2026-12-21']);
  }
  clock.now += 86_400_000;
});

test('what was said is written down by the office, and the file says so', async (t) => {
  const {app} = await world(t);
  const {number, oral} = await entered(app, {oral: true});
  const seen = await json<StaffApplication>(await staffGet(app, `/staff/applications/${number}`));
  assert.deepEqual([oral, seen.oral, seen.basis], [true, true, 'in_person']);
  assert.equal((await json<StaffApplication>(await staffGet(app, `/staff/applications/${(await entered(app)).number}`))).oral, undefined);
  const elsewhere = await problem(await enter(app, intake({oral: true, basis: 'fax'})));
  assert.deepEqual([elsewhere.code, elsewhere.errors![0]!.path], ['invalid-body', '/oral']);
});

test('entered once, whatever the line does; the key of the staff is no key of the public', async (t) => {
  const {app, applicant} = await world(t);
  const key = {'Idempotency-Key': newIntent()};
  const [first, ...others] = await Promise.all(Array.from({length: 5}, () => enter(app, intake(), key)));
  assert.equal(first!.status, 201);
  assert.ok(others.every(({status}) => status === 201 || status === 409));
  const receipt = await json<IntakeReceipt>(first!);
  assert.deepEqual(await json<IntakeReceipt>(await enter(app, intake(), key)), receipt);
  assert.equal((await problem(await enter(app, intake({on: '2026-11-23'}), key))).code, 'idempotency-mismatch');
  assert.equal((await app.store.applications.heads({})).length, 1);
  assert.equal((await app.get('/applications/receipt', {headers: key})).status, 404);
  assert.equal((await enter(app, intake(), {'Idempotency-Key': ''})).status, 400);
  assert.ok(applicant);
});

test('an incomplete letter is sent back to whoever types it, unless it is incomplete itself; then it is entered with what it lacks', async (t) => {
  const {app, applicant} = await world(t);
  const {idNumber: _number, ...nameless} = intake().applicant;
  const letter = {applicant: {...nameless}, contact: {}, request: {description: '去年的那份批复'}};
  const paths = ['/applicant/idNumber', '/contact', '/request/delivery', '/request/medium'];
  const refused = await problem(await enter(app, intake(letter)));
  assert.deepEqual([refused.code, refused.errors!.map(({path}) => path)], ['invalid-body', paths]);
  const receipt = await entered(app, {...letter, incomplete: true});
  assert.deepEqual(
    receipt.missing.map(({path}) => path),
    paths,
  );
  await moved(app, receipt.number, {type: 'require_correction', until: '2026-12-10', note: '请补充身份证号码和联系方式'});
  assert.deepEqual((await statusOf(applicant, receipt)).actions, ['correct', 'withdraw']);
  const correct = (request: object, {number, queryCode: code} = receipt): Promise<Response> => {
    const credential = {number, code};
    return applicant.post('/applications/corrections', {credential, request}, {'Idempotency-Key': newIntent()});
  };
  assert.deepEqual(
    (await problem(await correct({delivery: 'pickup', medium: 'paper'}))).errors!.map(({path}) => path),
    ['/request/title'],
  );
  const corrected = await correct({title: '2025年的批复', delivery: 'pickup', medium: 'paper'});
  assert.equal((await json<ApplicationStatus>(corrected)).state, 'registered', 'with the code on the receipt, from anywhere');
  const blank = await entered(app, {request: {}, incomplete: true});
  await moved(app, blank.number, {type: 'require_correction', until: '2026-12-10', note: '请写明需要什么信息'});
  const still = await problem(await correct({delivery: 'pickup', medium: 'paper'}, blank));
  assert.deepEqual(
    still.errors!.map(({path}) => path),
    ['/request/title'],
    'what it is about is what a correction is for',
  );
  const org = {name: '示例研究所', category: 'research'} as const;
  const ofOrg = await entered(app, {applicant: {type: 'organization'}, org, incomplete: true});
  assert.ok(ofOrg.missing.some(({path}) => path === '/org/uscc'));
  const without = await problem(await enter(app, intake({applicant: {type: 'organization'}, incomplete: true})));
  assert.deepEqual(
    without.errors!.map(({path}) => path),
    ['/org'],
    'the annual table has a column for each kind',
  );
  const {rows} = await json<AnnualReport>(await staffGet(app, '/staff/annual-report/2026'));
  assert.deepEqual(rows.find(({row}) => row === 'received')!.values, [2, 0, 1, 0, 0, 0, 3]);
});

test('copies of its papers are its files; nothing of tomorrow, nothing for another agency, nothing without a token', async (t) => {
  const {app, applicant} = await world(t);
  const {id} = await json<Upload>(await applicant.upload());
  const {number} = await entered(app, {attachments: [id]});
  const seen = await json<StaffApplication>(await staffGet(app, `/staff/applications/${number}?reveal=true`));
  assert.deepEqual(
    seen.files!.map(({use}) => use),
    ['attachment'],
  );
  assert.deepEqual((await problem(await enter(app, intake({attachments: [id]})))).errors![0]!.path, '/attachments/0');
  assert.equal((await problem(await enter(app, intake({on: '2026-11-25'})))).errors![0]!.path, '/on');
  assert.equal((await problem(await enter(app, intake({agency: 'org-320000-2'})))).code, 'forbidden');
  assert.equal((await problem(await enter(app, intake(), {Authorization: ''}))).code, 'unauthorized');
  const operator = {Authorization: `Bearer ${STAFF.operator}`};
  assert.equal((await problem(await enter(app, intake(), operator))).errors![0]!.path, '/agency');
  assert.equal((await json<IntakeReceipt>(await enter(app, intake({agency: 'org-320000-2'}), operator))).agency, 'org-320000-2');
  assert.equal((await enter(app, {...intake(), basis: 'internet'})).status, 400);
});

test('the receipt is a page to print, in three languages, that runs nothing and shows markup as it is', async (t) => {
  const {app} = await world(t);
  const body = intake({request: {title: '<script>alert(1)</script>&"', delivery: 'post', medium: 'paper'}});
  const key = {'Idempotency-Key': newIntent()};
  const {number, queryCode} = await json<IntakeReceipt>(await enter(app, body, key));
  for (const [lang, words] of [
    ['zh-Hans', ['政府信息公开申请登记回执', '当面提交', '2026年11月24日', '2026年12月22日']],
    ['zh-Hant', ['政府資訊公開申請登記回執', '當面提交']],
    ['en', ['Day of receipt', '2026-11-24', '2026-12-22']],
  ] as const) {
    const page = await enter(app, body, key, `?format=html&lang=${lang}`);
    const html = await page.text();
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(page.headers.get('content-security-policy')!, /^default-src 'none'; style-src 'sha256-/);
    assert.equal(page.headers.get('cache-control'), 'no-store');
    for (const text of [number, queryCode, ...words]) assert.ok(html.includes(text), `${lang}: ${text}`);
    assert.ok(html.includes(`<html lang="${lang}">`));
    assert.doesNotMatch(html, /<script/);
    assert.doesNotMatch(html, /32010019900101000X|13800000001/);
  }
});

test('R3.8 a letter of last December counts in last year, however late it is typed, and so does one of its last hours', async (t) => {
  const {app, clock} = await world(t, '2026-01-04T02:00:00.000Z');
  for (const on of ['2025-12-31', '2026-01-01', '2026-01-01']) await entered(app, {on});
  clock.now += 1;
  const counted = async (year: number): Promise<number[]> =>
    (await json<SelfCheck>(await staffGet(app, `/staff/self-check/${year}`))).topics.map(({count}) => count);
  assert.deepEqual([await counted(2025), await counted(2026)], [[], [2]]);
});

test('who asked on paper may correct and take back on paper; who asked online does that without anybody’s help', async (t) => {
  const {app, applicant} = await world(t);
  const receipt = await entered(app);
  await moved(app, receipt.number, {type: 'require_correction', on: '2026-11-24', until: '2026-12-10', note: '请写明年份'});
  const path = `/staff/applications/${receipt.number}`;
  const {moves} = await json<StaffApplication>(await staffGet(app, path));
  assert.ok(moves.includes('correct') && moves.includes('withdraw'));
  const event = (body: object, at = path): Promise<Response> => app.write('POST', `${at}/events`, body, {'If-Match': '*'});
  const request = {title: '2025年的批复', delivery: 'post', medium: 'paper'} as const;
  assert.deepEqual(
    (await problem(await event({type: 'correct', request}))).errors!.map((each) => each.path),
    ['/note'],
  );
  assert.deepEqual(
    (await problem(await event({type: 'correct', note: '来信'}))).errors!.map((each) => each.path),
    ['/request'],
  );
  const {id} = await json<Upload>(await applicant.upload());
  const correct = {type: 'correct', note: '11月24日来信补正', request, attachments: [id]};
  assert.equal((await problem(await event({...correct, attachments: ['x'.repeat(22)]}))).errors![0]!.path, '/attachments/0');
  assert.equal((await event(correct)).status, 201);
  const status = await statusOf(applicant, receipt);
  const told = status.events.at(-1)!;
  assert.deepEqual([status.state, status.request, told.actor, told.note], ['registered', request, 'applicant', correct.note]);
  const seen = await json<StaffApplication>(await staffGet(app, `${path}?reveal=true`));
  assert.deepEqual(
    seen.files!.map(({use}) => use),
    ['correction'],
  );
  assert.equal((await event({type: 'withdraw', note: '来电撤回'})).status, 201);
  assert.equal((await statusOf(applicant, receipt)).state, 'withdrawn');
  await openForm(app);
  const online = `/staff/applications/${(await applicant.submit()).number}`;
  assert.equal((await problem(await event({type: 'withdraw', note: '来电'}, online))).errors![0]!.path, '/type');
  assert.deepEqual(
    (await json<StaffApplication>(await staffGet(app, online))).moves.filter((type) => type === 'withdraw'),
    [],
  );
});
