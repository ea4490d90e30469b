import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import {test, type TestContext} from 'node:test';
import type {CommentReceipt, Consultation, MyComments, Survey, SurveyAnswers, SurveyResults} from '@zwgk/contract';
import {tallySurvey} from '@zwgk/rules/consultation';
import excel from 'exceljs';
import {json, problem, testApp, type TestApp} from '../../testing/app.ts';
import {newIntent, staffGet} from '../../testing/applications.ts';
import {allComments, type Commenter, crowd, putUp} from '../../testing/consultations.ts';
import {consultationInput, surveyInput} from '../../testing/inputs.ts';
import {NOW} from '../../testing/temp-store.ts';

const CLOSES = Date.parse('2026-12-20T00:00:00+08:00');
const RESULTS = '/consultations/c-1/survey/results';
const STAFF_RESULTS = `/staff${RESULTS}`;
const ANSWERS: SurveyAnswers = {often: 'daily', where: ['home', 'work'], happy: 2, more: '车位太少，晚上没有地方停。'};

interface World {
  app: TestApp;
  clock: {now: number};
  next: () => Commenter;
}
async function world(t: TestContext, survey: Partial<Survey> = {}): Promise<World> {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  await putUp(app.store, {survey: surveyInput(survey)});
  return {app, clock, next: crowd(app)};
}
/** Answers without a comment. */
const answer = (who: Commenter, answers: SurveyAnswers = ANSWERS, more: object = {}): Promise<CommentReceipt> =>
  who.sent('c-1', {comments: [], answers, ...more});
const counted = async (app: TestApp): Promise<SurveyResults> => json<SurveyResults>(await staffGet(app, STAFF_RESULTS));
const change = (who: Commenter, {linkToken: token}: CommentReceipt, more: object): Promise<Response> =>
  who.post('/comments/changes', {credential: {token}, type: 'withdraw', ...more});

test('R6.3 a survey is part of a consultation; whoever takes part answers it, comments, or both', async (t) => {
  const {app, clock, next} = await world(t);
  const {survey} = await json<Consultation>(await app.get('/consultations/c-1'));
  assert.deepEqual(survey, surveyInput());
  const alone = await answer(next());
  assert.deepEqual([alone.comments, alone.answered], [[], 4]);
  const both = await next().sent('c-1', {answers: {often: 'never'}});
  assert.deepEqual([both.comments.length, both.answered], [2, 1]);
  assert.equal((await next().sent('c-1')).answered, undefined);
  assert.equal((await allComments(app, 'c-1')).length, 4);
  clock.now = CLOSES;
  const {participants, setAside, questions} = await json<SurveyResults>(await app.get(RESULTS));
  assert.deepEqual([participants, setAside], [2, 0]);
  assert.deepEqual(questions, tallySurvey(survey!.questions, [ANSWERS, {often: 'never'}]));
  assert.ok(!JSON.stringify(questions).includes('车位太少'), 'texts are for the staff');
});

test('counts are shown after closing, so that they steer nobody; sooner only where the consultation says so', async (t) => {
  const {app, clock, next} = await world(t);
  await answer(next());
  assert.equal((await app.get(RESULTS)).status, 404);
  assert.equal((await counted(app)).participants, 1, 'the staff see them');
  const before = (await app.get('/consultations/c-1')).headers.get('etag')!;
  clock.now = CLOSES;
  assert.equal((await app.get(RESULTS, {headers: {'If-None-Match': before}})).status, 200);
  assert.equal((await app.get('/staff/consultations/c-1/survey/results')).status, 401);
  const live = await world(t, {showResults: 'always'});
  await answer(live.next());
  const first = await live.app.get(RESULTS);
  const tag = {headers: {'If-None-Match': first.headers.get('etag')!}};
  assert.equal((await live.app.get(RESULTS, tag)).status, 304);
  await answer(live.next());
  const then = await live.app.get(RESULTS, tag);
  assert.deepEqual([then.status, (await json<SurveyResults>(then)).participants], [200, 2]);
  await putUp(live.app.store, {}, 'c-2');
  for (const path of [
    '/consultations/c-2/survey/results',
    '/staff/consultations/c-2/survey/results',
    '/staff/consultations/c-2/survey/export',
  ])
    assert.equal((await staffGet(live.app, path)).status, 404, path);
});

test('each answer that is wrong is named at its question', async (t) => {
  const {app, next} = await world(t);
  const errors = async (more: object): Promise<string[]> =>
    (await problem(await next().send('c-1', {comments: [], ...more}))).errors!.map(({path, code}) => `${path} ${code}`);
  assert.deepEqual(await errors({answers: {where: ['home', 'work', 'street'], happy: 9, more: '字'.repeat(201), 'no-such': 'x'}}), [
    '/answers/often required',
    '/answers/where too-many',
    '/answers/happy out-of-range',
    '/answers/more too-long',
    '/answers/no-such unknown-question',
  ]);
  assert.deepEqual(await errors({answers: {often: ' ', where: []}}), ['/comments required']);
  assert.deepEqual(await errors({answers: {often: 'daily'}, consent: {}}), ['/consent/processing consent-required']);
  assert.equal((await problem(await next().send('c-1', {answers: {'../x': 'a'}}))).code, 'invalid-body');
  await putUp(app.store, {}, 'c-2');
  const none = await problem(await next().send('c-2', {answers: {often: 'daily'}}));
  assert.deepEqual(
    none.errors!.map(({path, code}) => `${path} ${code}`),
    ['/answers/often unknown-question'],
  );
});

test('a survey that cannot be answered is sent back, naming each place', async (t) => {
  const {app} = await world(t);
  const errors = async (more: object): Promise<string[]> =>
    (await problem(await app.write('POST', '/consultations', consultationInput('draft-c-1', more)))).errors!.map(
      ({path, code}) => `${path} ${code}`,
    );
  const [single, several, scale] = surveyInput().questions;
  const questions = [
    {...single!, title: ' '},
    {...several!, id: 'often', most: 9},
    {...scale!, toLabel: ''},
  ];
  assert.deepEqual(await errors({survey: {questions}}), [
    '/survey/questions/0/title required',
    '/survey/questions/1/id id-twice',
    '/survey/questions/1/most bounds-invalid',
    '/survey/questions/2/toLabel required',
  ]);
  assert.deepEqual(await errors({survey: {questions: []}}), ['/survey/questions required']);
  assert.deepEqual(await errors({survey: surveyInput(), channels: ['letter']}), ['/channels channel-missing']);
});

test('from the first answer on the survey stays as it is, also when that was withdrawn', async (t) => {
  const {app, next} = await world(t);
  const put = (survey?: Survey, more: object = {}): Promise<Response> =>
    app.write('PUT', '/consultations/c-1', consultationInput('draft-c-1', {...(survey ? {survey} : {}), ...more}), {'If-Match': '*'});
  const other = surveyInput();
  other.questions[0]!.title = '您常停车吗？';
  assert.equal((await put(other)).status, 200, 'a slip of the pen is put right in time');
  const who = next();
  const receipt = await answer(who);
  await change(who, receipt, {});
  for (const survey of [surveyInput(), {...other, showResults: 'always' as const}, undefined]) {
    const {status, code, errors} = await problem(await put(survey));
    assert.deepEqual([status, code, errors!.map((each) => `${each.path} ${each.code}`)], [409, 'conflict', ['/survey survey-answered']]);
  }
  assert.equal((await put(other, {title: '新的标题'})).status, 200, 'the rest of the consultation may change');
});

test('answers to questions that were changed meanwhile are not stored under the new ones', async (t) => {
  const {app, next} = await world(t);
  const {consultations} = app.store;
  const {questions} = surveyInput();
  const found = (await consultations.find('c-1'))!;
  const submit = consultations.submit.bind(consultations);
  // Between the check and the transaction an editor is quicker.
  consultations.submit = async (made, intent) => {
    await consultations.save({id: 'c-1', input: {...found.input, survey: {questions: questions.slice(1)}}}, NOW);
    return submit(made, intent);
  };
  const {status, errors} = await problem(await next().send('c-1', {answers: ANSWERS}));
  assert.deepEqual([status, errors!.map(({path, code}) => `${path} ${code}`)], [409, ['/answers survey-changed']]);
  assert.equal((await counted(app)).participants, 0);
  assert.equal((await allComments(app, 'c-1')).length, 0, 'nothing of it is stored');
});

test('the same intent counts once, and what is withdrawn leaves the counts, once', async (t) => {
  const {app, clock, next} = await world(t);
  const who = next();
  const key = newIntent();
  const send = async (): Promise<CommentReceipt> => json<CommentReceipt>(await who.send('c-1', {answers: ANSWERS}, key));
  const receipt = await send();
  for (let i = 0; i < 5; i++) assert.deepEqual(await send(), receipt);
  const stays = {often: 'never', happy: 5};
  await answer(next(), stays);
  assert.equal((await counted(app)).participants, 2);
  const look = async (): Promise<MyComments> => json<MyComments>(await who.post('/comments/status', {token: receipt.linkToken}));
  assert.deepEqual((await look()).answers, {values: ANSWERS, counted: true, moves: ['withdraw']});
  const [first] = receipt.comments;
  assert.equal((await change(who, receipt, {comments: [first]})).status, 200);
  assert.equal((await counted(app)).participants, 2, 'who takes back one comment keeps the answers');
  assert.equal((await change(who, receipt, {answers: true})).status, 200);
  assert.deepEqual(
    (await look()).comments.map(({state}) => state),
    ['withdrawn', 'pending'],
    'and the other way round',
  );
  for (let i = 0; i < 2; i++) await change(who, receipt, {});
  assert.deepEqual(
    (await look()).comments.map(({state}) => state),
    ['withdrawn', 'withdrawn'],
  );
  const {participants, questions} = await counted(app);
  assert.deepEqual([participants, questions], [1, tallySurvey(surveyInput().questions, [stays])]);
  const {answers} = await look();
  assert.deepEqual([answers!.values, answers!.counted, Boolean(answers!.withdrawnAt), answers!.moves], [undefined, false, true, []]);
  clock.now = CLOSES;
  assert.equal((await json<SurveyResults>(await app.get(RESULTS))).participants, 1);
});

test('what only machines fill in is set aside and said, not lost in the counts', async (t) => {
  const {app, next} = await world(t);
  const who = next();
  const receipt = await answer(who, ANSWERS, {website: 'https://spam.example.com'});
  await answer(next());
  const {participants, setAside, questions} = await counted(app);
  assert.deepEqual([participants, setAside, questions[0]!.answered], [1, 1, 1]);
  const {answers} = await json<MyComments>(await who.post('/comments/status', {token: receipt.linkToken}));
  assert.equal(answers!.counted, false, 'whoever sent it can see that');
  await change(who, receipt, {});
  assert.equal((await counted(app)).setAside, 0);
});

test('个人信息保护法第四十七条: who wrote is forgotten with the last of what they wrote and answered, not before', async (t) => {
  const {app, next} = await world(t);
  const database = new DatabaseSync(app.file, {readOnly: true});
  t.after(() => database.close());
  const known = (): number => Number(database.prepare('select count(*) as n from comment_receipts where sealed is not null').get()!['n']);
  const withdrawn = async (...steps: object[]): Promise<number[]> => {
    const who = next();
    const receipt = await json<CommentReceipt>(await who.send('c-1', {answers: ANSWERS}, newIntent()));
    const before = known();
    const left = [];
    for (const step of steps) {
      assert.equal((await change(who, receipt, 'first' in step ? {comments: [receipt.comments[0]]} : step)).status, 200);
      left.push(known() - before);
    }
    return left;
  };
  assert.deepEqual(await withdrawn({first: true}, {answers: true}, {}), [0, 0, -1]);
  assert.deepEqual(await withdrawn({first: true}, {}), [0, -1]);
});

test('the counts are those of all sheets, whatever was sent and withdrawn', async (t) => {
  const {app, next} = await world(t);
  const {questions} = surveyInput();
  const standing: SurveyAnswers[] = [];
  for (let i = 0; i < 40; i++) {
    const sheet: SurveyAnswers = {
      often: ['daily', 'weekly', 'never'][i % 3]!,
      ...(i % 2 ? {where: ['home', 'work', 'street'].slice(i % 3, (i % 3) + 2)} : {}),
      ...(i % 4 ? {happy: (i % 5) + 1} : {}),
      ...(i % 7 ? {} : {more: `第${i}份`}),
    };
    const who = next();
    const receipt = await answer(who, sheet);
    if (i % 5 === 2) await change(who, receipt, {});
    else standing.push(sheet);
  }
  const {participants, questions: tally} = await counted(app);
  assert.deepEqual([participants, tally], [standing.length, tallySurvey(questions, standing)]);
});

test('T24 the office has every sheet with its texts, never a formula, and no way of contact; what was withdrawn is gone', async (t) => {
  const {app, next} = await world(t);
  const texts = ['=HYPERLINK("https://evil.example.com","x")', '+1+1', '-2+3', '@SUM(A1)', '<img src=x onerror=alert(1)>', 'a,"b"\nc'];
  for (const more of texts) await answer(next(), {...ANSWERS, more});
  await answer(next(), {often: 'daily', more: '已经撤回的话'}).then((receipt) => change(next(), receipt, {}));
  const path = '/staff/consultations/c-1/survey/export';
  const csv = await staffGet(app, path);
  assert.match(csv.headers.get('content-disposition')!, /^attachment/);
  const text = await csv.text();
  for (const part of ['您多久停一次车？', '每天', '家里；单位', '计入结果', '已撤回']) assert.ok(text.includes(part), part);
  for (const part of ['13800000001', '朱示例', '已经撤回的话']) assert.ok(!text.includes(part), part);
  assert.ok(!/(?:^|,)"?[=+@-]/m.test(text), text);
  const book = new excel.Workbook();
  await book.xlsx.load((await (await staffGet(app, `${path}?format=xlsx`)).arrayBuffer()) as never);
  const sheet = book.worksheets[0]!;
  assert.equal(sheet.rowCount, texts.length + 2);
  sheet.eachRow((row) => row.eachCell((cell) => assert.equal(typeof cell.value, 'string')));
  assert.equal((await app.get(path)).status, 401);
  await putUp(app.store, {survey: surveyInput(), sponsor: 'org-320000-2'}, 'c-2');
  for (const part of ['results', 'export'])
    assert.equal((await staffGet(app, `/staff/consultations/c-2/survey/${part}`)).status, 403, part);
  const bytes = Buffer.concat([app.file, `${app.file}-wal`].map((file) => readFileSync(file)));
  assert.ok(bytes.includes('您多久停一次车？'), 'the questions are in the file');
  for (const secret of ['SUM(A1)', '已经撤回的话', '"often":"daily"']) assert.ok(!bytes.includes(secret), `${secret} is in the file`);
});
