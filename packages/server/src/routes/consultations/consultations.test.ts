import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type {
  CommentReceipt,
  Consultation,
  ConsultationList,
  ConsultationReport,
  MyComments,
  PublicCommentList,
  ReportDraft,
  SearchResults,
} from '@zwgk/contract';
import {createApp} from '../../app.ts';
import {SqliteStore} from '../../store/sqlite-store.ts';
import {json, problem, STAFF, testApp, type TestApp} from '../../testing/app.ts';
import {newIntent, staffGet} from '../../testing/applications.ts';
import {allComments, Commenter, crowd, putUp, reportInput} from '../../testing/consultations.ts';
import {commentInput, consultationInput} from '../../testing/inputs.ts';
import {NOW, TEST_KEY} from '../../testing/temp-store.ts';
import {Vault} from '../../vault/vault.ts';

const MINUTE = 60_000;
const CLOSES = Date.parse('2026-12-20T00:00:00+08:00');

interface World {
  app: TestApp;
  clock: {now: number};
  someone: Commenter;
}

async function world(t: TestContext): Promise<World> {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  await putUp(app.store);
  return {app, clock, someone: new Commenter(app)};
}

const moderate = async (app: TestApp, body: object, id = 'c-1'): Promise<void> => {
  const response = await app.write('POST', `/staff/consultations/${id}/moderation`, body);
  assert.equal(response.status, 200, await response.clone().text());
};
const publicComments = async (app: TestApp, query = ''): Promise<PublicCommentList> =>
  json<PublicCommentList>(await app.get(`/consultations/c-1/comments${query}`));
const mine = async (who: Commenter, {number, queryCode: code}: CommentReceipt): Promise<MyComments> =>
  json<MyComments>(await who.post('/comments/status', {number, code}));

test('R3.9 a draft without basis, explanation, or reason for a short period is sent back, naming each', async (t) => {
  const {app} = await world(t);
  const put = (more: object): Promise<Response> => app.write('POST', '/consultations', {...consultationInput('draft-c-1'), ...more});
  const short = {opensAt: '2026-11-24T00:00:00+08:00', closesAt: '2026-12-09T00:00:00+08:00'};
  const {code, errors} = await problem(await put({basis: [], explanation: ' ', ...short}));
  assert.deepEqual(
    [code, errors!.map((each) => each.code)],
    ['rule-violated', ['explanation-missing', 'basis-missing', 'period-too-short']],
  );
  const reasoned = await put({...short, shortReason: '须在十二月缴费期前公布'});
  assert.equal(reasoned.status, 201);
  assert.equal((await json<Consultation>(reasoned)).periodDays, 15);
  assert.equal((await problem(await put({sponsor: 'org-320000-2'}))).code, 'forbidden');
  assert.equal((await problem(await put({draft: {document: 'draft-c-1', version: 2}}))).code, 'unknown-document');
});

test('R3.11 what the law keeps secret is in no list, and has no page', async (t) => {
  const {app} = await world(t);
  const secret = {title: '机密事项', sponsor: STAFF.agency, secrecyExempt: {basis: '中华人民共和国保守国家秘密法第九条'}};
  assert.equal((await app.write('POST', '/consultations', secret)).status, 204);
  const list = await json<ConsultationList>(await app.get('/consultations'));
  assert.deepEqual(
    list.items.map(({id}) => id),
    ['c-1'],
  );
  assert.ok(!JSON.stringify(await json(await app.get('/search?q=机密事项'))).includes('"title":"机密'));
});

test('T32 the server decides by its own clock: six clients with clocks of their own change nothing', async (t) => {
  const {clock, someone} = await world(t);
  for (const skew of [-86_400_000, -3_600_000, -1000, 1000, 3_600_000, 86_400_000]) {
    const date = {Date: new Date(CLOSES + skew).toUTCString(), 'X-Client-Time': String(CLOSES + skew)};
    const send = (): Promise<Response> =>
      someone.post('/consultations/c-1/comments', commentInput(), {'Idempotency-Key': newIntent(), ...date});
    clock.now = CLOSES - 1;
    assert.equal((await send()).status, 201);
    clock.now = CLOSES;
    assert.deepEqual([(await problem(await send())).code], ['consultation-closed']);
    clock.now = Date.parse('2026-11-09T15:59:59.999Z');
    assert.equal((await problem(await send())).code, 'consultation-not-open');
  }
});

test('T32 the moment it closes, also in the middle of a day, copies of its page are no longer current', async (t) => {
  const {app, clock} = await world(t);
  const noon = CLOSES + 43_200_000;
  await putUp(app.store, {closesAt: new Date(noon).toISOString()});
  clock.now = noon - 1;
  const first = await app.get('/consultations/c-1');
  const tag = {headers: {'If-None-Match': first.headers.get('etag')!}};
  assert.equal((await app.get('/consultations/c-1', tag)).status, 304);
  clock.now = noon;
  const then = await app.get('/consultations/c-1', tag);
  assert.equal(then.status, 200);
  const {standing, open} = await json<Consultation>(then);
  assert.deepEqual([standing.state, standing.report!.status, open], ['closed', 'pending', false]);
  clock.now = CLOSES + 40 * 86_400_000;
  assert.equal((await json<Consultation>(await app.get('/consultations/c-1'))).standing.report!.status, 'overdue');
});

test('what is open stands first, and every page is one of the list', async (t) => {
  const {app} = await world(t);
  await putUp(app.store, {closesAt: '2026-11-20T00:00:00+08:00', opensAt: '2026-10-01T00:00:00+08:00'}, 'c-over');
  await putUp(app.store, {opensAt: '2026-12-01T00:00:00+08:00', closesAt: '2027-01-10T00:00:00+08:00'}, 'c-later');
  await putUp(app.store, {closesAt: '2026-12-12T00:00:00+08:00'}, 'c-soon');
  const ids: string[] = [];
  let last: ConsultationList | undefined;
  for (let cursor: string | null = ''; cursor !== null; cursor = last.nextCursor) {
    last = await json<ConsultationList>(await app.get(`/consultations?limit=1${cursor && `&cursor=${cursor}`}`));
    ids.push(...last.items.map(({id}) => id));
  }
  assert.deepEqual(ids, ['c-soon', 'c-1', 'c-later', 'c-over']);
  const back = await json<ConsultationList>(await app.get(`/consultations?limit=2&cursor=${last!.prevCursor}`));
  assert.deepEqual(
    back.items.map(({id}) => id),
    ['c-1', 'c-later'],
  );
  const closed = await json<ConsultationList>(await app.get('/consultations?state=closed'));
  assert.deepEqual([closed.total, closed.items[0]!.id], [1, 'c-over']);
  assert.equal((await json<ConsultationList>(await app.get('/consultations?q=養犬'))).total, 0);
});

test('the same intent gets the same receipt; the key of one consultation is none of another', async (t) => {
  const {app, someone} = await world(t);
  await putUp(app.store, {}, 'c-2');
  const key = newIntent();
  const receipt = await json<CommentReceipt>(await someone.send('c-1', {}, key));
  assert.deepEqual(await json<CommentReceipt>(await someone.send('c-1', {}, key)), receipt);
  assert.equal((await problem(await someone.send('c-2', {}, key))).code, 'idempotency-mismatch');
  assert.equal((await allComments(app, 'c-1')).length, 2);
});

test('each field that is wrong is named where it stands', async (t) => {
  const {app, someone} = await world(t);
  await putUp(app.store, {fields: []}, 'c-2');
  const errors = async (id: string, more: object): Promise<string[]> =>
    (await problem(await someone.send(id, more))).errors!.map(({path, code}) => `${path} ${code}`);
  assert.deepEqual(await errors('c-1', {comments: [{text: '\u200b '}], consent: {}}), [
    '/comments/0/text required',
    '/consent/processing consent-required',
  ]);
  assert.deepEqual(await errors('c-1', {comments: [{text: '好', anchors: [{section: 'art-9'}]}]}), ['/comments/0/anchors unknown-section']);
  assert.deepEqual(await errors('c-1', {comments: [{text: '好', anchors: [{section: 'art-1', quote: {exact: '没有这句'}}]}]}), [
    '/comments/0/anchors/0/quote/exact unknown-passage',
  ]);
  assert.deepEqual(await errors('c-2', {}), ['/authorType not-offered', '/displayName not-offered', '/contact/mobile not-offered']);
});

test('R3.10 nothing is shown before it was read, nor without its author agreeing; a tombstone says that something was', async (t) => {
  const {app, someone} = await world(t);
  const receipt = await someone.sent('c-1');
  const silent = await new Commenter(app, '192.0.2.8').sent('c-1', {
    consent: {processing: true},
    comments: [{text: '只给起草的人看。'}, {text: '这条也是。'}],
  });
  assert.equal((await publicComments(app)).total, 0);
  const all = [...receipt.comments, ...silent.comments];
  await moderate(app, {type: 'approve', comments: all});
  const response = await app.write('POST', '/staff/consultations/c-1/moderation', {type: 'publish', comments: all});
  const {done, refused} = await json<{done: string[]; refused: {guard: string}[]}>(response);
  assert.deepEqual([done, refused.map(({guard}) => guard)], [receipt.comments, ['publication_agreed', 'publication_agreed']]);
  const shown = await publicComments(app, '?sort=section');
  assert.deepEqual(
    shown.items.map(({name, text, anchors}) => [name, text, anchors?.[0]?.found?.state]),
    [
      ['朱**', '总的来说写得很清楚，希望早日施行。', undefined],
      ['朱**', '建议写明最晚在哪一天公布。', 'exact'],
    ],
  );
  assert.deepEqual(shown.sections, [
    {section: 'whole', count: 1},
    {section: 'art-1', count: 1},
  ]);
  const credential = {number: receipt.number, code: receipt.queryCode};
  await someone.post('/comments/changes', {credential, type: 'withdraw', comments: [receipt.comments[0]]});
  const [gone] = (await publicComments(app, '?section=art-1')).items;
  assert.deepEqual(Object.keys(gone!).sort(), ['at', 'id', 'shown']);
  assert.equal(gone!.shown, 'withdrawn');
  assert.ok(!JSON.stringify(await allComments(app, 'c-1')).includes('哪一天'));
  await someone.post('/comments/changes', {credential, type: 'consent', publish: false});
  const [taken] = (await publicComments(app, '?section=whole')).items;
  assert.deepEqual([Object.keys(taken!).sort(), taken!.shown], [['at', 'id', 'shown'], 'removed']);
  const nameless = await new Commenter(app, '192.0.2.10').sent('c-1', {consent: {processing: true, publish: true}});
  await moderate(app, {type: 'approve', comments: nameless.comments});
  await moderate(app, {type: 'publish', comments: nameless.comments});
  const whole = (await publicComments(app)).items.filter(({shown}) => shown === 'whole');
  assert.deepEqual(
    whole.map(({name}) => name),
    [undefined, undefined],
  );
});

test('its author is told why a comment is not let through, and may appeal once', async (t) => {
  const {app, someone} = await world(t);
  const receipt = await someone.sent('c-1');
  const [id] = receipt.comments;
  const credential = {token: receipt.linkToken};
  const refused = await app.write('POST', '/staff/consultations/c-1/moderation', {type: 'reject', comments: [id]});
  assert.equal((await problem(refused)).code, 'invalid-body');
  await moderate(app, {type: 'reject', reason: 'personal_data', note: '写有他人的电话', comments: [id]});
  const [comment] = (await mine(someone, receipt)).comments;
  assert.deepEqual(
    [comment!.state, comment!.rejection, comment!.moves],
    ['rejected', {reason: 'personal_data', note: '写有他人的电话'}, ['withdraw', 'consent', 'appeal']],
  );
  const appeal = {credential, type: 'appeal', comments: [id]};
  const both = {...appeal, comments: receipt.comments};
  assert.equal((await problem(await someone.post('/comments/changes', both))).code, 'illegal-move');
  assert.equal((await mine(someone, receipt)).comments[0]!.state, 'rejected', 'where one cannot be moved, none is');
  assert.equal((await someone.post('/comments/changes', appeal)).status, 200);
  assert.equal((await someone.post('/comments/changes', appeal)).status, 200, 'whoever lost the answer asks again');
  await moderate(app, {type: 'reject', reason: 'personal_data', comments: [id]});
  assert.equal((await problem(await someone.post('/comments/changes', appeal))).code, 'illegal-move');
  assert.equal((await problem(await someone.post('/comments/changes', {credential, type: 'appeal'}))).code, 'invalid-body');
  assert.equal((await problem(await someone.post('/comments/status', {...credential, token: 'A'.repeat(32)}))).code, 'wrong-credential');
});

test('R3.10 a concentrated opinion that is not adopted needs a reason; then everybody sees the report, and its author the outcome', async (t) => {
  const {app, clock} = await world(t);
  const next = crowd(app);
  const receipts: CommentReceipt[] = [];
  for (let i = 0; i < 6; i++) receipts.push(await next().sent('c-1', {comments: [{text: `第${i}个人：日期要写明，便于准备。`}]}));
  const ids = receipts.flatMap(({comments}) => comments);
  const path = '/staff/consultations/c-1/report';
  const save = async (report: object): Promise<ReportDraft> => json<ReportDraft>(await app.write('PUT', path, report, {'If-Match': '*'}));
  const publish = (): Promise<Response> => app.write('POST', `${path}/publication`, undefined, {'If-Match': '*'});
  assert.equal((await save(reportInput(ids.slice(1)))).unassigned, 1);
  clock.now = CLOSES;
  assert.deepEqual(
    (await problem(await publish())).errors!.map(({code}) => code),
    ['counts-do-not-add-up', 'comment-unassigned'],
  );
  await save(reportInput(ids, {outcome: 'not_adopted'}));
  const refusal = await problem(await publish());
  assert.deepEqual([refusal.status, refusal.code, refusal.errors![0]!.path], [422, 'reason-required', '/clusters/0/reason']);
  assert.equal((await app.get('/consultations/c-1/report')).status, 404);
  const answered = {...reportInput(ids, {outcome: 'not_adopted', reason: '日期每年不同。', count: 8}), otherComments: 2};
  await save({...answered, final: 'none'});
  assert.equal((await problem(await publish())).code, 'unknown-document');
  await save(answered);
  assert.equal((await publish()).status, 201);
  const report = await json<ConsultationReport>(await app.get('/consultations/c-1/report'));
  assert.deepEqual([report.received, report.clusters[0]!.concentrated, report.clusters[0]!.reason], [8, true, '日期每年不同。']);
  assert.ok(!JSON.stringify(report).includes(ids[0]!));
  const [outcome] = (await mine(next(), receipts[0]!)).comments;
  assert.deepEqual([outcome!.outcome!.kind, outcome!.outcome!.cluster!.outcome], ['cluster', 'not_adopted']);
  assert.equal((await json<Consultation>(await app.get('/consultations/c-1'))).standing.state, 'reported');
});

test('only the staff of the sponsor read and answer; each look at ways of contact is written down', async (t) => {
  const {app, someone} = await world(t);
  await putUp(app.store, {sponsor: 'org-320000-2'}, 'c-2');
  for (const path of ['comments', 'report']) assert.equal((await staffGet(app, `/staff/consultations/c-2/${path}`)).status, 403);
  assert.equal((await app.get('/staff/consultations/c-1/comments')).status, 401);
  await someone.sent('c-1');
  assert.ok(!JSON.stringify(await allComments(app, 'c-1')).includes('13800000001'));
  assert.equal((await allComments(app, 'c-1', '&reveal=true'))[0]!.contact!.mobile, '13800000001');
});

test('T18 ten at once from an address, then one a minute, also after a restart; another address is not held up', async (t) => {
  const {app, clock, someone} = await world(t);
  for (let i = 0; i < 10; i++) assert.equal((await someone.send('c-1')).status, 201);
  const refused = await someone.send('c-1');
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '60']);
  const again = new SqliteStore(app.file, undefined, undefined, {vault: new Vault(TEST_KEY)});
  t.after(() => again.close());
  const restarted = createApp({store: again, now: () => clock.now, config: {proxies: 1}});
  const late = {...app, get: async (path: string, init?: RequestInit) => restarted.request(`http://zwgk.test/api/v1${path}`, init)};
  assert.equal((await new Commenter(late).send('c-1')).status, 429);
  assert.equal((await new Commenter(app, '192.0.2.9').send('c-1')).status, 201);
  clock.now += MINUTE;
  assert.equal((await someone.send('c-1')).status, 201);
  assert.equal((await someone.send('c-1')).status, 429);
});

test('T18 10,000 comments from one address within a minute: ten are taken, the others turned away', async (t) => {
  const {app, clock, someone} = await world(t);
  const start = clock.now;
  const seen = new Map<number, number>();
  for (let i = 0; i < 10_000; i += 100) {
    clock.now = start + i * 5.9;
    const answers = await Promise.all(Array.from({length: 100}, () => someone.send('c-1')));
    for (const {status} of answers) seen.set(status, (seen.get(status) ?? 0) + 1);
  }
  assert.deepEqual(Object.fromEntries(seen), {201: 10, 429: 9990});
  assert.equal((await allComments(app, 'c-1')).length, 20);
});

test('T18 near copies are shown together, and what only machines fill in is marked, not refused', async (t) => {
  const {app} = await world(t);
  const next = crowd(app);
  const text = '建议把公布招生计划的日期提前到每年六月一日以前，方便家长早作安排。';
  const first = await next().sent('c-1', {comments: [{text}]});
  await next().sent('c-1', {comments: [{text: `${text.replace('，', ' ')}！！`}]});
  await next().sent('c-1', {comments: [{text: '完全不同的看法：学区的划分应当公开听证。'}], website: 'https://spam.example.com'});
  const [one, copy, other] = await allComments(app, 'c-1');
  assert.deepEqual([one!.marks, copy!.marks, other!.marks], [[], ['near_copy'], ['honeypot']]);
  assert.equal(copy!.family, first.comments[0]);
  assert.equal((await allComments(app, 'c-1', `&family=${first.comments[0]}`)).length, 2);
});

test('names and ways of contact go when their time is over; what was said and what became of it stay', async (t) => {
  const {app, someone} = await world(t);
  const receipt = await someone.sent('c-1');
  const {consultations} = app.store;
  const limits = {keysBefore: '2026-12-20T00:00:00Z', now: CLOSES};
  const [early, due] = [new Date(CLOSES).toISOString(), new Date(CLOSES + 1).toISOString()];
  assert.deepEqual(await consultations.purge({...limits, reportedBefore: early}, true), {authors: 0, keys: 1, files: []});
  assert.deepEqual(await consultations.purge({...limits, reportedBefore: due}, false), {authors: 1, keys: 1, files: []});
  const [comment] = await allComments(app, 'c-1', '&reveal=true');
  assert.deepEqual([comment!.text, comment!.contact, comment!.displayName], ['建议写明最晚在哪一天公布。', undefined, undefined]);
  assert.equal((await mine(someone, receipt)).name, undefined);
});

test('what opinions were asked on stays, and the time for them is not cut short', async (t) => {
  const {app} = await world(t);
  const put = async (more: object): Promise<string[]> => {
    const response = await app.write('PUT', '/consultations/c-1', {...consultationInput('draft-c-1'), ...more}, {'If-Match': '*'});
    return response.status === 200 ? [] : (await problem(response)).errors!.map(({path}) => path);
  };
  await putUp(app.store, {}, 'c-2');
  assert.deepEqual(await put({draft: {document: 'draft-c-2', version: 1}}), ['/draft']);
  assert.deepEqual(await put({closesAt: '2026-12-15T00:00:00+08:00'}), ['/closesAt']);
  assert.deepEqual(await put({closesAt: '2026-12-31T00:00:00+08:00'}), []);
});

test('R6.2 a consultation is found by its title, its explanation, and whose it is', async (t) => {
  const {app} = await world(t);
  for (const q of ['公开征求意见', '起草了本办法', '義務教育法']) {
    const {items} = await json<SearchResults>(await app.get(`/search?q=${q}&type=consultation`));
    assert.deepEqual([items[0]?.type, items[0]?.id, items[0]?.date], ['consultation', 'c-1', '2026-11-10'], q);
  }
});
