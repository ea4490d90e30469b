import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import {test, type TestContext} from 'node:test';
import type {Meeting, SelectionResult, SignUpReceipt, StaffSignUpList} from '@zwgk/contract';
import {json, problem, testApp, type TestApp} from '../../testing/app.ts';
import {staffGet} from '../../testing/applications.ts';
import {announce, offer, visitors, type Visitor} from '../../testing/meetings.ts';
import {NOW} from '../../testing/temp-store.ts';

const CLOSES = Date.parse('2026-12-05T00:00:00+08:00');
const STARTS = Date.parse('2026-12-08T09:00:00+08:00');
const ENDS = Date.parse('2026-12-08T11:30:00+08:00');
const LOT = offer({
  method: 'lot',
  selection: '公开抽签',
  roles: [
    {role: 'public', seats: 3},
    {role: 'expert', seats: 2},
  ],
});

interface World {
  readonly app: TestApp;
  readonly clock: {now: number};
  readonly anyone: () => Visitor;
  readonly post: (path: string, body: object) => Promise<Response>;
  readonly signUps: (query?: string) => Promise<StaffSignUpList>;
}

async function world(t: TestContext): Promise<World> {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  return {
    app,
    clock,
    anyone: visitors(app),
    post: (path, body) => app.write('POST', `/staff/meetings/m-1/${path}`, body),
    signUps: async (query = '') => json<StaffSignUpList>(await staffGet(app, `/staff/meetings/m-1/sign-ups${query}`)),
  };
}

const many = async (anyone: () => Visitor, count: number, role: 'public' | 'expert' = 'public'): Promise<SignUpReceipt[]> => {
  const receipts: SignUpReceipt[] = [];
  for (let i = 0; i < count; i++) receipts.push(await anyone().signedUp('m-1', {role}));
  return receipts;
};

test('a draw among more than one statement of the database can name', async (t) => {
  const {app, clock, anyone, post} = await world(t);
  await announce(app.store, {kind: 'hearing', signUp: LOT});
  await many(anyone, 1);
  const database = new DatabaseSync(app.file);
  database.exec(`with recursive n(i) as (select 2 union all select i + 1 from n where i < 9000)
    insert into sign_ups (number, meeting, role, state, submitted_at, turn, key)
    select 'H20261124-' || printf('%06d', i), meeting, role, state, submitted_at, i, key from n, (select * from sign_ups limit 1)`);
  database.close();
  clock.now = CLOSES;
  const {states} = await json<SelectionResult>(await post('selection', {type: 'draw'}));
  assert.deepEqual(states, {confirmed: 3, waiting: 8997});
});

test('国务院令第713号 第十六条 a draw is made once, after sign-up; who is not drawn waits, and the list is public with masked names', async (t) => {
  const {app, clock, anyone, post} = await world(t);
  await announce(app.store, {kind: 'hearing', signUp: LOT});
  const receipts = [...(await many(anyone, 8)), ...(await many(anyone, 1, 'expert'))];
  assert.ok(receipts.every(({state}) => state === 'received'));
  assert.equal((await problem(await post('selection', {type: 'draw'}))).code, 'illegal-move', 'too early');
  clock.now = CLOSES;
  assert.equal(
    (await problem(await post('selection', {type: 'choose', signUps: [receipts[0]!.number]}))).code,
    'illegal-move',
    'not the method',
  );
  const drawn = await json<SelectionResult>(await post('selection', {type: 'draw'}));
  assert.deepEqual(drawn.states, {confirmed: 4, waiting: 5});
  assert.match(drawn.seed!, /^[0-9a-f]{32}$/);
  assert.equal((await problem(await post('selection', {type: 'draw'}))).code, 'illegal-move', 'a second time');
  const {participants} = await json<Meeting>(await app.get('/meetings/m-1'));
  assert.deepEqual(
    participants!.items.map(({name}) => name),
    ['朱**', '朱**', '朱**', '朱**'],
  );
  const who = anyone();
  const states = await Promise.all(receipts.map((receipt) => who.mine(receipt)));
  const first = states.findIndex(({state, ahead}) => state === 'waiting' && ahead === 0);
  const out = states.findIndex(({state, role}) => state === 'confirmed' && role === 'public');
  await who.withdraw(receipts[out]!);
  assert.equal((await who.mine(receipts[first]!)).state, 'confirmed', 'the next lot comes in');
});

test('two draws at the same time are one', async (t) => {
  const {app, clock, anyone, post} = await world(t);
  await announce(app.store, {signUp: LOT});
  await many(anyone, 6);
  clock.now = CLOSES;
  const answers = await Promise.all([post('selection', {type: 'draw'}), post('selection', {type: 'draw'})]);
  assert.deepEqual(answers.map(({status}) => status).sort(), [200, 409]);
  assert.equal((await app.store.meetings.states(1)).confirmed, 3);
});

test('by a published method the staff name who takes part, no more than there are seats, and each of this meeting', async (t) => {
  const {app, clock, anyone, post} = await world(t);
  await announce(app.store, {signUp: {...LOT, method: 'review'}});
  const receipts = await many(anyone, 5);
  await announce(app.store, {signUp: LOT}, 'm-2');
  const foreign = await anyone().signedUp('m-2');
  clock.now = CLOSES;
  const numbers = receipts.map(({number}) => number);
  assert.equal((await problem(await post('selection', {type: 'choose', signUps: numbers}))).code, 'rule-violated');
  assert.equal((await problem(await post('selection', {type: 'choose', signUps: [foreign.number]}))).code, 'invalid-body');
  assert.equal((await problem(await post('selection', {type: 'choose'}))).code, 'invalid-body');
  const {states} = await json<SelectionResult>(await post('selection', {type: 'choose', signUps: numbers.slice(0, 3)}));
  assert.deepEqual(states, {confirmed: 3, not_selected: 2});
});

test('a sign-up is declined with a reason that the person reads; the seat goes to who waits', async (t) => {
  const {app, anyone, post, signUps} = await world(t);
  await announce(app.store, {signUp: offer({roles: [{role: 'public', seats: 1}], waiting: 1})});
  const who = anyone();
  const first = await who.signedUp('m-1', {mobile: '13800001234'});
  const again = await who.signedUp('m-1', {mobile: '13800001234'});
  assert.deepEqual(
    (await signUps()).items.map(({repeats}) => repeats),
    [false, true],
  );
  assert.equal((await problem(await post('selection', {type: 'decline', signUps: [first.number]}))).code, 'invalid-body');
  assert.equal((await post('selection', {type: 'decline', signUps: [first.number], reason: '重复报名'})).status, 200);
  const declined = await who.mine(first);
  assert.deepEqual([declined.state, declined.reason], ['declined', '重复报名']);
  assert.equal((await who.mine(again)).state, 'confirmed');
});

test('a meeting is called off with its reason, and nothing goes on; once begun it cannot be', async (t) => {
  const {app, clock, anyone, post} = await world(t);
  await announce(app.store);
  const mine = await anyone().signedUp('m-1');
  assert.equal((await problem(await post('cancellation', {reason: ' '}))).code, 'invalid-body');
  const cancelled = await json<Meeting>(await post('cancellation', {reason: '台风预警'}));
  assert.deepEqual([cancelled.standing.state, cancelled.cancelled!.reason, cancelled.open], ['cancelled', '台风预警', false]);
  assert.equal((await problem(await anyone().signUp('m-1'))).code, 'sign-up-closed');
  assert.equal((await anyone().mine(mine)).cancelled!.reason, '台风预警');
  assert.match(await (await app.get('/meetings/m-1/calendar')).text(), /STATUS:CANCELLED/);
  assert.equal((await post('cancellation', {reason: '又一次'})).status, 409);
  await announce(app.store, {}, 'm-2');
  clock.now = STARTS;
  assert.equal((await app.write('POST', '/staff/meetings/m-2/cancellation', {reason: '迟了'})).status, 409);
});

test('R11.2 the record is published after the hearing; until then it is due, then overdue', async (t) => {
  const {app, clock, post} = await world(t);
  await announce(app.store, {kind: 'hearing', signUp: LOT});
  clock.now = ENDS - 1;
  assert.equal((await post('record', {kind: 'minutes', text: '笔录'})).status, 409);
  clock.now = ENDS;
  const standing = async () => (await json<Meeting>(await app.get('/meetings/m-1'))).standing;
  assert.deepEqual([(await standing()).state, (await standing()).record!.status], ['ended', 'pending']);
  clock.now = ENDS + 60 * 86_400_000;
  assert.equal((await standing()).record!.status, 'overdue');
  assert.equal((await problem(await post('record', {kind: 'minutes', text: ' '}))).code, 'invalid-body');
  const done = await json<Meeting>(await post('record', {kind: 'minutes', text: '一、承办单位介绍'}));
  assert.deepEqual([done.standing.state, done.standing.record!.status, done.record!.text], ['recorded', 'late', '一、承办单位介绍']);
  const first = done.record!.publishedAt;
  clock.now += 86_400_000;
  assert.equal((await json<Meeting>(await post('record', {kind: 'minutes', text: '更正'}))).record!.publishedAt, first);
});

test('names are masked until they are asked for, which is written down; the table is safe to open', async (t) => {
  const {app, anyone, signUps} = await world(t);
  await announce(app.store);
  await anyone().signedUp('m-1', {name: '=HYPERLINK("x")', statement: '第一行\n第二行'});
  assert.deepEqual(
    (await signUps()).items.map(({name, mobile}) => [name, mobile]),
    [['=**', undefined]],
  );
  assert.equal((await signUps('?reveal=true')).items[0]!.name, '=HYPERLINK("x")');
  const csv = Buffer.from(await (await staffGet(app, '/staff/meetings/m-1/export')).arrayBuffer()).toString('utf8');
  assert.ok(csv.startsWith('\ufeff报名编号,') && csv.includes(`"'=HYPERLINK(""x"")"`), csv);
  const {default: excel} = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.load(await (await staffGet(app, '/staff/meetings/m-1/export?format=xlsx')).arrayBuffer());
  assert.equal(book.worksheets[0]!.getCell('E2').value, `'=HYPERLINK("x")`);
  const {DatabaseSync} = await import('node:sqlite');
  const file = new DatabaseSync(app.file, {readOnly: true});
  t.after(() => file.close());
  assert.deepEqual(
    file
      .prepare('select what from meeting_reads order by seq')
      .all()
      .map((row) => row['what']),
    ['sign-ups', 'export csv', 'export xlsx'],
  );
});

test('the staff of another agency see and change nothing', async (t) => {
  const {app} = await world(t);
  await announce(app.store, {agency: 'org-320000-2'});
  for (const path of ['sign-ups', 'export']) assert.equal((await staffGet(app, `/staff/meetings/m-1/${path}`)).status, 403);
  for (const [path, body] of [
    ['cancellation', {reason: 'x'}],
    ['record', {kind: 'summary', text: 'x'}],
    ['selection', {type: 'draw'}],
  ] as const)
    assert.equal((await app.write('POST', `/staff/meetings/m-1/${path}`, body)).status, 403);
  assert.equal((await app.get('/staff/meetings/m-1/sign-ups')).status, 401);
});

test('pages of sign-ups go forwards and back, by role and state', async (t) => {
  const {app, anyone, signUps} = await world(t);
  await announce(app.store, {signUp: LOT});
  const numbers = [...(await many(anyone, 4)), ...(await many(anyone, 1, 'expert'))].map(({number}) => number);
  const first = await signUps('?limit=2');
  const second = await signUps(`?limit=2&cursor=${first.nextCursor}`);
  const third = await signUps(`?limit=2&cursor=${second.nextCursor}`);
  assert.deepEqual(
    [first, second, third].flatMap(({items}) => items.map(({number}) => number)),
    numbers,
  );
  assert.deepEqual([first.prevCursor, third.nextCursor, third.total], [null, null, 5]);
  assert.deepEqual((await signUps(`?limit=2&cursor=${third.prevCursor}`)).items, second.items);
  assert.equal((await signUps('?role=expert&state=received')).total, 1);
});

test('个人信息保护法第十九条 a year after the meeting what people wrote is gone, how many came stays', async (t) => {
  const {app, anyone, signUps} = await world(t);
  await announce(app.store);
  await anyone().signedUp('m-1');
  const purge = (now: number): Promise<unknown> =>
    app.store.meetings.purge(
      {endedBefore: new Date(now - 366 * 86_400_000).toISOString(), keysBefore: new Date(now - 30 * 86_400_000).toISOString()},
      false,
    );
  await purge(ENDS + 365 * 86_400_000);
  assert.equal((await signUps()).items[0]!.name, '朱**');
  await purge(ENDS + 367 * 86_400_000);
  const {items, states} = await signUps();
  assert.deepEqual([items[0]!.name, states], [undefined, {confirmed: 1}]);
});
