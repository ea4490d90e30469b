import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test, type TestContext} from 'node:test';
import type {Meeting, MeetingList, SearchResults, SignUpReceipt} from '@zwgk/contract';
import {pino} from 'pino';
import {createApp} from '../../app.ts';
import {SqliteStore} from '../../store/sqlite-store.ts';
import {json, problem, testApp, type TestApp} from '../../testing/app.ts';
import {newIntent} from '../../testing/applications.ts';
import {announce, meetingInput, offer, signUpInput, Visitor, visitors} from '../../testing/meetings.ts';
import {putUp} from '../../testing/consultations.ts';
import {NOW, TEST_KEY} from '../../testing/temp-store.ts';
import {Vault} from '../../vault/vault.ts';

const CLOSES = Date.parse('2026-12-05T00:00:00+08:00');
const STARTS = Date.parse('2026-12-08T09:00:00+08:00');

interface World {
  readonly app: TestApp;
  readonly clock: {now: number};
  readonly anyone: () => Visitor;
}

async function world(t: TestContext): Promise<World> {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  return {app, clock, anyone: visitors(app)};
}
const meeting = async (app: TestApp, id = 'm-1'): Promise<Meeting> => json<Meeting>(await app.get(`/meetings/${id}`));

test('R3.12 seats go by order: confirmed, then waiting, then none; one that is given back goes to the first who waits', async (t) => {
  const {app, anyone} = await world(t);
  await announce(app.store, {signUp: offer({waiting: 2})});
  const receipts: SignUpReceipt[] = [];
  for (let i = 0; i < 4; i++) receipts.push(await anyone().signedUp('m-1'));
  assert.deepEqual(
    receipts.map(({state}) => state),
    ['confirmed', 'confirmed', 'waiting', 'waiting'],
  );
  assert.equal((await problem(await anyone().signUp('m-1'))).code, 'meeting-full');
  const {standing, open} = await meeting(app);
  assert.deepEqual(
    [standing.signUp!.state, standing.signUp!.seats, open],
    ['full', [{role: 'public', seats: 2, left: 0, waitingLeft: 0}], false],
  );
  const me = anyone();
  assert.equal((await me.mine(receipts[3]!)).ahead, 1);
  assert.equal((await me.withdraw(receipts[0]!)).status, 200);
  assert.equal((await me.mine(receipts[2]!)).state, 'confirmed');
  assert.deepEqual([(await me.mine(receipts[3]!)).state, (await me.mine(receipts[3]!)).ahead], ['waiting', 0]);
  const gone = await me.mine(receipts[0]!);
  assert.deepEqual([gone.state, gone.name, gone.canWithdraw], ['withdrawn', undefined, false]);
  assert.equal((await me.withdraw(receipts[0]!)).status, 200, 'again changes nothing');
});

test('R3.12 no seat is given twice: forty people at once, to two servers on one database', async (t) => {
  const {app, clock, anyone} = await world(t);
  await announce(app.store, {signUp: offer({roles: [{role: 'public', seats: 7}], waiting: 5})});
  const other = new SqliteStore(app.file, undefined, undefined, {vault: new Vault(TEST_KEY)});
  t.after(() => other.close());
  await other.migrate();
  const second = createApp({store: other, now: () => clock.now, config: {proxies: 1}});
  const elsewhere = {
    ...app,
    get: async (path: string, init?: RequestInit) =>
      second.request(`http://zwgk.test/api/v1${path}`, {...init, headers: {Host: 'zwgk.test', ...(init?.headers as object)}}),
  };
  const answers = await Promise.all(
    [...Array(40).keys()].map((i) => (i % 2 ? anyone() : new Visitor(elsewhere, `203.0.113.${i}`)).signUp('m-1')),
  );
  const states = await Promise.all(
    answers.map(async (answer) => (answer.status === 201 ? (await json<SignUpReceipt>(answer)).state : (await problem(answer)).code)),
  );
  const count = (state: string): number => states.filter((each) => each === state).length;
  assert.deepEqual([count('confirmed'), count('waiting'), count('meeting-full')], [7, 5, 28]);
});

test('T32 the server’s clock opens and closes signing up, and copies of the page are not current a moment longer', async (t) => {
  const {app, clock, anyone} = await world(t);
  await announce(app.store, {signUp: offer({opensAt: '2026-11-25T09:00:00+08:00'})});
  assert.equal((await problem(await anyone().signUp('m-1'))).code, 'sign-up-not-open');
  for (const [turn, before, after] of [
    ['2026-11-25T09:00:00+08:00', 'announced', 'sign_up'],
    ['2026-12-05T00:00:00+08:00', 'sign_up', 'sign_up_closed'],
    ['2026-12-08T09:00:00+08:00', 'sign_up_closed', 'in_progress'],
    ['2026-12-08T11:30:00+08:00', 'in_progress', 'ended'],
  ] as const) {
    clock.now = Date.parse(turn) - 1;
    const answer = await app.get('/meetings/m-1');
    assert.equal((await json<Meeting>(answer.clone())).standing.state, before);
    const tag = {headers: {'If-None-Match': answer.headers.get('etag')!}};
    assert.equal((await app.get('/meetings/m-1', tag)).status, 304);
    clock.now = Date.parse(turn);
    const then = await app.get('/meetings/m-1', tag);
    assert.deepEqual([then.status, (await json<Meeting>(then)).standing.state], [200, after]);
  }
  clock.now = CLOSES;
  assert.equal((await problem(await anyone().signUp('m-1'))).code, 'sign-up-closed');
  clock.now = CLOSES - 1;
  const last = await anyone().signedUp('m-1');
  clock.now = STARTS;
  assert.equal((await problem(await anyone().withdraw(last))).code, 'illegal-move');
});

test('a seat that is taken or given back is seen at once', async (t) => {
  const {app, anyone} = await world(t);
  await announce(app.store);
  const left = async (): Promise<number> =>
    (await json<MeetingList>(await app.get('/meetings'))).items[0]!.standing.signUp!.seats[0]!.left!;
  const {headers} = await app.get('/meetings');
  const who = anyone();
  const receipt = await who.signedUp('m-1');
  assert.equal((await app.get('/meetings', {headers: {'If-None-Match': headers.get('etag')!}})).status, 200);
  assert.equal(await left(), 1);
  await who.withdraw(receipt);
  assert.equal(await left(), 2);
});

test('a receipt is shown for what is stored, once: the same key gives it again, other content is refused', async (t) => {
  const {app, anyone} = await world(t);
  await announce(app.store);
  const who = anyone();
  const [key, same] = [newIntent(), {mobile: '13800000009'}];
  const first = await json<SignUpReceipt>(await who.signUp('m-1', same, key));
  assert.match(first.number, /^H20261124-000001$/);
  assert.deepEqual(await json(await who.signUp('m-1', same, key)), first);
  const byKey = await app.get('/sign-ups/receipt', {headers: {'Idempotency-Key': key}});
  assert.deepEqual([await json(byKey.clone()), byKey.headers.get('cache-control')], [first, 'no-store']);
  assert.equal((await problem(await who.signUp('m-1', {name: '别人'}, key))).code, 'idempotency-mismatch');
  assert.equal((await problem(await who.post('/meetings/m-1/sign-ups', signUpInput()))).code, 'idempotency-key-required');
  assert.equal((await meeting(app)).standing.signUp!.seats[0]!.left, 1, 'one seat is taken');
  const byLink = await who.post('/sign-ups/status', {token: first.linkToken});
  assert.equal(byLink.status, 200);
  assert.equal(byLink.headers.get('cache-control'), 'no-store');
  assert.equal(
    (await problem(await who.post('/sign-ups/status', {number: first.number, code: '0000-0000-0000'}))).code,
    'wrong-credential',
  );
  assert.equal(
    (await problem(await who.post('/sign-ups/status', {number: 'H20261124-000999', code: first.queryCode}))).code,
    'wrong-credential',
  );
});

test('个人信息保护法 what somebody wrote is nowhere in the file, the log, or an address; nor after they withdrew', async (t) => {
  const lines: string[] = [];
  const log = pino({level: 'trace'}, {write: (line: string) => void lines.push(line)});
  const app = await testApp(t, 1, {log, config: {proxies: 1}});
  await announce(app.store, {
    signUp: offer({fields: [{field: 'mobile'}, {field: 'email'}, {field: 'employer'}, {field: 'statement'}, {field: 'needs'}]}),
  });
  const who = new Visitor(app);
  const said = {
    name: '欧阳示例',
    mobile: '13800007777',
    email: 'ouyang@mail.example.com',
    employer: '示例自来水公司',
    statement: '水价应当分档',
    needs: '需要手语翻译',
  };
  const receipt = await who.signedUp('m-1', said);
  const publicly = await (await app.get('/meetings/m-1')).text();
  const kept = (): string => ['', '-wal'].map((end) => readFileSync(app.file + end).toString('utf8')).join('');
  for (const text of [...Object.values(said), receipt.queryCode, receipt.linkToken, '192.0.2.7']) {
    assert.ok(!kept().includes(text), `the file has ${text}`);
    assert.ok(!lines.join('').includes(text), `the log has ${text}`);
    assert.ok(!publicly.includes(text), `the page has ${text}`);
  }
  await who.withdraw(receipt);
  const {signUp} = await app.store.meetings.ofNumber(receipt.number);
  assert.deepEqual([signUp.words, signUp.person], [undefined, null]);
});

test('what is wrong with a sign-up is named, field by field, and nothing more is taken than is asked for', async (t) => {
  const {app, anyone} = await world(t);
  await announce(app.store);
  const {code, errors} = await problem(
    await anyone().signUp('m-1', {role: 'media', name: ' ', mobile: '1380000', email: 'x@mail.example.com', consent: false}),
  );
  assert.equal(code, 'invalid-body');
  assert.deepEqual(
    errors!.map((each) => `${each.path} ${each.code}`),
    ['/role unknown-role', '/name required', '/mobile too-short', '/email not-offered', '/consent consent-required'],
  );
  await announce(app.store, {signUp: undefined as never}, 'm-none');
  assert.equal((await problem(await anyone().signUp('m-none'))).code, 'form-closed');
  assert.equal((await problem(await anyone().signUp('none'))).code, 'not-found');
});

test('R11.2 a hearing without its facts is sent back, naming each; R3.13, R3.14 likewise', async (t) => {
  const {app} = await world(t);
  const put = (more: object): Promise<Response> => app.write('POST', '/meetings', {...meetingInput(), ...more});
  const broken = await problem(
    await put({
      kind: 'hearing',
      place: undefined,
      startsAt: '2026-12-03T09:00:00+08:00',
      endsAt: '2026-12-03T11:00:00+08:00',
      signUp: offer({closesAt: '2026-11-30T00:00:00+08:00'}),
      agenda: [{title: '水价', livelihood: true}],
      live: {url: 'https://live.example.com/1', captions: false},
    }),
  );
  assert.equal(broken.code, 'rule-violated');
  assert.deepEqual(broken.errors!.map((each) => `${each.path} ${each.code}`).sort(), [
    '/agenda/0/consultation consultation-unstated',
    '/agenda/0/invites invitation-unstated',
    '/live/note media-alternative-missing',
    '/materials draft-missing',
    '/place hearing-incomplete',
    '/shortNoticeReason notice-too-short',
    '/signUp/selection selection-missing',
  ]);
  assert.equal((await problem(await put({consultation: 'none'}))).code, 'rule-violated');
  assert.equal((await problem(await put({agency: 'org-320000-2'}))).code, 'forbidden');
  const created = await put({});
  assert.equal(created.status, 201);
  const {id, noticeAt} = await json<Meeting>(created);
  assert.equal(created.headers.get('location'), `/api/v1/meetings/${id}`);
  assert.equal(noticeAt, NOW);
});

test('a meeting that moves says where it was to be, and why; what people signed up under stays', async (t) => {
  const {app} = await world(t);
  await announce(app.store);
  const put = (more: object, match = '*'): Promise<Response> =>
    app.write('PUT', '/meetings/m-1', {...meetingInput(), ...more}, {'If-Match': match});
  const later = {startsAt: '2026-12-09T09:00:00+08:00', endsAt: '2026-12-09T11:00:00+08:00'};
  assert.deepEqual(
    (await problem(await put(later))).errors!.map(({code}) => code),
    ['change-unexplained'],
  );
  const moved = await json<Meeting>(await put({...later, changeReason: '场地维修'}));
  assert.deepEqual(
    moved.changes!.map(({reason, startsAt, place}) => [reason, startsAt, place!.name]),
    [['场地维修', '2026-12-08T01:00:00.000Z', '示例水质监测站']],
  );
  assert.equal((await json<MeetingList>(await app.get('/meetings'))).items[0]!.moved, true);
  assert.equal((await put({...later, changeReason: '场地维修'}, '"v1.x"')).status, 412);
  const conflicts = async (more: object): Promise<string[]> =>
    (await problem(await put({...later, ...more}))).errors!.map(({path}) => path);
  assert.deepEqual(await conflicts({signUp: offer({roles: [{role: 'public', seats: 1}]})}), ['/signUp/roles']);
  assert.deepEqual(await conflicts({signUp: offer({method: 'lot', selection: '抽签'})}), ['/signUp/method']);
  assert.deepEqual(await conflicts({noticeAt: '2026-11-20T00:00:00Z'}), ['/noticeAt']);
});

test('more seats go to those who wait', async (t) => {
  const {app, anyone} = await world(t);
  await announce(app.store, {signUp: offer({roles: [{role: 'public', seats: 1}], waiting: 3})});
  await anyone().signedUp('m-1');
  const waiting = await anyone().signedUp('m-1');
  const more = {...meetingInput(), signUp: offer({waiting: 3})};
  assert.equal((await app.write('PUT', '/meetings/m-1', more, {'If-Match': '*'})).status, 200);
  assert.equal((await anyone().mine(waiting)).state, 'confirmed');
});

test('what is to come stands first, the nearest before the others; facets count what the other filters leave', async (t) => {
  const {app} = await world(t);
  await announce(app.store);
  await announce(
    app.store,
    {kind: 'interview', startsAt: '2026-11-26T09:00:00+08:00', endsAt: '2026-11-26T10:00:00+08:00', signUp: undefined as never},
    'm-soon',
  );
  await announce(
    app.store,
    {startsAt: '2026-03-01T09:00:00+08:00', endsAt: '2026-03-01T10:00:00+08:00', signUp: undefined as never},
    'm-spring',
  );
  await announce(
    app.store,
    {startsAt: '2025-06-01T09:00:00+08:00', endsAt: '2025-06-01T10:00:00+08:00', signUp: undefined as never},
    'm-old',
  );
  await putUp(app.store);
  await announce(
    app.store,
    {kind: 'hearing', consultation: 'c-1', startsAt: '2026-12-20T09:00:00+08:00', endsAt: '2026-12-20T10:00:00+08:00'},
    'm-hearing',
  );
  const list = async (query = ''): Promise<MeetingList> => json<MeetingList>(await app.get(`/meetings${query}`));
  const ids = async (query = ''): Promise<string[]> => (await list(query)).items.map(({id}) => id);
  assert.deepEqual(await ids(), ['m-soon', 'm-1', 'm-hearing', 'm-spring', 'm-old']);
  assert.deepEqual(await ids('?kind=open_day&year=2026'), ['m-1', 'm-spring'], 'R12.3');
  assert.deepEqual(await ids('?consultation=c-1'), ['m-hearing']);
  assert.deepEqual(await ids('?state=ended'), ['m-spring', 'm-old']);
  assert.deepEqual(await ids('?q=水质'), ['m-soon', 'm-1', 'm-hearing', 'm-spring', 'm-old']);
  assert.deepEqual(await ids('?q=访谈'), ['m-soon']);
  const {facets} = await list('?kind=open_day&state=ended');
  assert.deepEqual(
    facets.kind.map(({value, count}) => [value, count]),
    [['open_day', 2]],
  );
  assert.deepEqual(
    facets.state.map(({value, count}) => [value, count]),
    [
      ['sign_up', 1],
      ['ended', 2],
    ],
  );
  const seen: string[] = [];
  let back: string | null = null;
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: MeetingList = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({id}) => id));
    [cursor, back] = [page.nextCursor, page.prevCursor];
  }
  assert.deepEqual(seen, await ids());
  assert.deepEqual(await ids(`?limit=2&cursor=${back}`), ['m-hearing', 'm-spring']);
  const {meetings} = await json<{meetings: number}>(await app.get('/consultations/c-1'));
  assert.equal(meetings, 1);
  assert.equal((await meeting(app, 'm-hearing')).consultationTitle, '招生工作办法（征求意见稿）公开征求意见');
});

test('R6.2 a meeting is found by what it is about, and by what its record says', async (t) => {
  const {app, clock} = await world(t);
  await announce(app.store, {signUp: undefined as never});
  const found = async (q: string): Promise<string[]> =>
    (await json<SearchResults>(await app.get(`/search?type=meeting&q=${encodeURIComponent(q)}`))).items.map(({id}) => id);
  assert.deepEqual(await found('水质监测站'), ['m-1']);
  assert.deepEqual(await found('梯度水价'), []);
  clock.now = STARTS + 10_000_000;
  const {status} = await app.write('POST', '/staff/meetings/m-1/record', {kind: 'summary', text: '代表们讨论了梯度水价。'});
  assert.equal(status, 200);
  assert.deepEqual(await found('梯度水价'), ['m-1']);
});

test('R11.2 the calendar entry is one that calendars read', async (t) => {
  const {app} = await world(t);
  await announce(app.store);
  const answer = await app.get('/meetings/m-1/calendar');
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.match(answer.headers.get('content-disposition')!, /^attachment; .*\.ics$/);
  assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\n[^]*DTSTART:20261208T010000Z\r\n[^]*END:VCALENDAR\r\n$/);
  assert.equal((await app.get('/meetings/m-1/calendar', {headers: {'If-None-Match': answer.headers.get('etag')!}})).status, 304);
});

test('T18 a flood of sign-ups from one address is turned away with a time to come back', async (t) => {
  const {app} = await world(t);
  await announce(app.store, {signUp: offer({method: 'lot', selection: '抽签'})});
  const flooder = new Visitor(app);
  let answer = await flooder.signUp('m-1');
  for (let i = 0; i < 60 && answer.status === 201; i++) answer = await flooder.signUp('m-1');
  assert.equal(answer.status, 429);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.equal((await visitors(app)().signUp('m-1')).status, 201, 'others are not shut out');
});

test('whoever lost the answer while the sign-up is at work is told to ask again, not that there is none', async (t) => {
  const {app, anyone} = await world(t);
  const key = newIntent();
  const ask = (): Promise<Response> => app.get('/sign-ups/receipt', {headers: {'Idempotency-Key': key}});
  await app.store.applications.once(`sign-up ${key}`, async () => {
    assert.equal((await problem(await ask())).code, 'idempotency-in-progress');
  });
  assert.equal((await ask()).status, 404);
  await announce(app.store, {signUp: offer()});
  assert.equal((await anyone().signUp('m-1', {}, key)).status, 201);
  assert.equal((await ask()).status, 200);
});

test('without a data key nobody can sign up, and everything else works', async (t) => {
  const {app} = await world(t);
  await announce(app.store);
  const bare = new SqliteStore(app.file);
  t.after(() => bare.close());
  await bare.migrate();
  const keyless = createApp({store: bare, now: () => Date.parse(NOW)});
  const got = await json<Meeting>(await keyless.request('http://zwgk.test/api/v1/meetings/m-1'));
  assert.deepEqual([got.open, got.standing.signUp!.state], [false, 'open']);
  const sent = await keyless.request('http://zwgk.test/api/v1/meetings/m-1/sign-ups', {
    method: 'POST',
    headers: {Host: 'zwgk.test', 'Content-Type': 'application/json', 'Idempotency-Key': newIntent()},
    body: JSON.stringify(signUpInput()),
  });
  assert.equal(sent.status, 503);
});
