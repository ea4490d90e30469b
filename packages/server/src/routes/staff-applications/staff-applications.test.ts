import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import {test, type TestContext} from 'node:test';
import {parse} from 'csv-parse/sync';
import type {AnnualReport, ApplicationGuide, StaffApplication, StaffEventInput} from '@zwgk/contract';
import {retentionLimits} from '../../cli/purge.ts';
import {tokenHash} from '../../http/staff.ts';
import {json, problem, STAFF, testApp, type TestApp} from '../../testing/app.ts';
import {Applicant, moved, openForm, staffGet} from '../../testing/applications.ts';
import {NOW} from '../../testing/temp-store.ts';

const DAY = 86_400_000;
const OTHER = {agency: 'org-320000-2', token: 'zwgk_staff-of-the-second-agency'};
const RECEIVED: readonly StaffEventInput[] = [{type: 'request_confirmation'}, {type: 'confirm'}];

interface World {
  app: TestApp;
  clock: {now: number};
  someone: Applicant;
}

async function world(t: TestContext): Promise<World> {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now});
  await app.store.saveToken(tokenHash(OTHER.token), OTHER.agency, NOW);
  await openForm(app);
  return {app, clock, someone: new Applicant(app)};
}
const list = async (app: TestApp, token?: string): Promise<string[]> =>
  (await json<{items: StaffApplication[]}>(await staffGet(app, '/staff/applications', token))).items.map(({status}) => status.number);

test('an application belongs to the agency that handles it: dispatch hands it over, with a log', async (t) => {
  const {app, someone} = await world(t);
  const {number} = await someone.submit();
  assert.deepEqual([await list(app), await list(app, OTHER.token)], [[number], []]);
  assert.equal((await staffGet(app, `/staff/applications/${number}`, OTHER.token)).status, 403);
  const {dispatches} = await moved(app, number, ...RECEIVED, {type: 'route', agency: OTHER.agency, note: '由财政部门办理'});
  assert.deepEqual(
    dispatches!.map(({from, to, note}) => [from, to, note]),
    [[STAFF.agency, OTHER.agency, '由财政部门办理']],
  );
  assert.deepEqual([await list(app), await list(app, OTHER.token)], [[], [number]]);
  assert.equal((await staffGet(app, `/staff/applications/${number}`)).status, 403);
  const read = await staffGet(app, `/staff/applications/${number}`, OTHER.token);
  assert.equal((await json<StaffApplication>(read)).status.handledByName, '示例省民政局');
  const start = {type: 'start'};
  const headers = {'If-Match': '*'};
  assert.equal((await app.write('POST', `/staff/applications/${number}/events`, start, headers)).status, 403);
  assert.deepEqual(await list(app, STAFF.operator), [number], 'an operator sees all');
});

test('personal data is shown on a wish that is written down, and otherwise not at all', async (t) => {
  const {app, someone} = await world(t);
  const {number} = await someone.submit();
  const path = `/staff/applications/${number}`;
  const masked = await (await staffGet(app, path)).text();
  for (const secret of ['示例申请人甲', '32010019900101000X', '13800000001', 'jia@mail'])
    assert.equal(masked.includes(secret), false, secret);
  const reads = (): unknown[] =>
    new DatabaseSync(app.file)
      .prepare('select staff, what from application_reads')
      .all()
      .map((row) => ({...row}));
  assert.deepEqual(reads(), []);
  const revealed = await staffGet(app, `${path}?reveal=true`);
  assert.equal((await json<StaffApplication>(revealed)).personal!.applicant.name, '示例申请人甲');
  assert.equal(revealed.headers.get('cache-control'), 'no-store');
  assert.deepEqual(reads(), [{staff: STAFF.agency, what: 'personal'}]);
});

test('no move that the law does not know, none without what it needs, none of tomorrow, none over a newer version', async (t) => {
  const {app, someone} = await world(t);
  const {number} = await someone.submit();
  const path = `/staff/applications/${number}/events`;
  const tried = async (event: object, tag = '*'): Promise<[number, string, string | undefined]> => {
    const response = await app.write('POST', path, event, {'If-Match': tag});
    const {code, detail, errors} = await problem(response);
    return [response.status, code, detail ?? errors?.[0]?.path];
  };
  assert.deepEqual(await tried({type: 'register'}), [409, 'illegal-move', 'confirmation_not_needed']);
  assert.deepEqual(await tried({type: 'answer', answer: {code: 'granted', text: 'x'}}), [409, 'illegal-move', undefined]);
  assert.deepEqual(await tried({type: 'withdraw'}), [400, 'invalid-body', '/type'], 'that is the applicant’s');
  assert.deepEqual(await tried({type: 'extend', note: 'x'}), [400, 'invalid-body', '/workdays']);
  assert.deepEqual(await tried({type: 'route', agency: 'nowhere'}), [400, 'invalid-body', '/agency']);
  assert.deepEqual(await tried({type: 'request_confirmation', on: '2026-11-25'}), [400, 'invalid-body', '/on']);
  const tag = (await staffGet(app, `/staff/applications/${number}`)).headers.get('etag')!;
  await moved(app, number, {type: 'request_confirmation'});
  assert.deepEqual(await tried({type: 'confirm'}, tag), [412, 'precondition-failed', undefined]);
  await moved(app, number, {type: 'confirm'}, {type: 'route', agency: STAFF.agency}, {type: 'start'});
  const answer = (code: string): object => ({type: 'answer', answer: {code, text: 'x'}});
  assert.deepEqual(await tried(answer('record.kept')), [409, 'illegal-move', 'answer_fits']);
  assert.deepEqual(await tried(answer('unavailable.still_unclear')), [409, 'illegal-move', 'answer_fits']);
  assert.deepEqual(await tried({type: 'answer', answer: {code: 'granted', text: 'x', documents: ['none']}}), [
    400,
    'invalid-body',
    '/answer/documents/0',
  ]);
});

test('what is due first stands first, what is done last', async (t) => {
  const {app, clock, someone} = await world(t);
  const [late, soon, done, waiting] = [await someone.submit(), await someone.submit(), await someone.submit(), await someone.submit()];
  await moved(app, done.number, ...RECEIVED, {type: 'answer', answer: {code: 'granted', text: 'x'}});
  await moved(app, soon.number, ...RECEIVED);
  clock.now += DAY;
  await moved(app, late.number, ...RECEIVED);
  assert.deepEqual(
    await list(app),
    [soon, late, waiting, done].map(({number}) => number),
  );
});

test('the year in numbers: as data, as a table, as a page that runs nothing', async (t) => {
  const {app, someone} = await world(t);
  const org = {name: '示例公司', uscc: '913201009999999043', category: 'commercial', legalRep: '示例', contactName: '示例'} as const;
  const {idProofs} = (await someone.input()).applicant;
  const company = await someone.submit({applicant: {type: 'organization', idProofs: idProofs!}, org});
  const person = await someone.submit();
  await moved(app, company.number, ...RECEIVED);
  await moved(app, person.number, ...RECEIVED, {type: 'answer', answer: {code: 'denied.process_info', text: 'x'}});
  const report = await json<AnnualReport>(await staffGet(app, '/staff/annual-report/2026'));
  const row = (name: string): number[] => report.rows.find((each) => each.row === name)!.values;
  assert.deepEqual(row('received'), [1, 1, 0, 0, 0, 0, 2]);
  assert.deepEqual(row('denied.process_info'), [1, 0, 0, 0, 0, 0, 1]);
  assert.deepEqual(row('carried_over'), [0, 1, 0, 0, 0, 0, 1]);
  const table = await (await staffGet(app, '/staff/annual-report/2026?format=csv')).text();
  const cells = parse(table, {bom: true}) as unknown as string[][];
  assert.equal(cells.length, report.rows.length + 1);
  assert.deepEqual(cells[1], ['一、本年新收政府信息公开申请数量', '1', '1', '0', '0', '0', '0', '2']);
  const page = await staffGet(app, '/staff/annual-report/2026?format=html');
  const html = await page.text();
  assert.match(html, /<h1>示例省教育局2026年/);
  assert.doesNotMatch(html, /<script|\son\w+=|javascript:/i);
  assert.match(page.headers.get('content-security-policy')!, /^default-src 'none'; style-src 'sha256-/);
  const all = await json<AnnualReport>(await staffGet(app, '/staff/annual-report/2026', STAFF.operator));
  assert.equal(all.agency, undefined);
});

test('how long answers take is said when five of them tell', async (t) => {
  const {app, clock, someone} = await world(t);
  for (let i = 0; i < 5; i++) {
    const {number} = await someone.submit();
    await moved(app, number, ...RECEIVED);
    clock.now += 7 * DAY;
    await moved(app, number, {type: 'answer', answer: {code: 'granted', text: 'x'}});
    const guide = await json<ApplicationGuide>(await app.get(`/agencies/${STAFF.agency}/application-guide`));
    assert.equal(guide.averageWorkdays, undefined);
  }
  clock.now += DAY;
  const {averageWorkdays} = await json<ApplicationGuide>(await app.get(`/agencies/${STAFF.agency}/application-guide`));
  assert.ok(averageWorkdays! >= 4 && averageWorkdays! <= 5, String(averageWorkdays));
});

test('three years after its end an application is a number in a table; before that nothing is taken away', async (t) => {
  const {app, clock, someone} = await world(t);
  const {applications} = app.store;
  const [ended, open] = [await someone.submit(), await someone.submit()];
  await moved(app, ended.number, ...RECEIVED, {type: 'answer', answer: {code: 'granted', text: 'x'}});
  const before = await json<AnnualReport>(await staffGet(app, '/staff/annual-report/2026'));
  const purge = (days: number, dryRun = false) => applications.purge(retentionLimits(clock.now + days * DAY), dryRun);
  assert.equal((await purge(3 * 365 - 1)).applications, 0);
  assert.deepEqual([(await purge(1200, true)).applications, (await applications.find(ended.number))!.input?.kind], [1, 'information']);
  const {applications: count, files} = await purge(1200);
  assert.deepEqual([count, files.length], [1, 1]);
  const {number, queryCode: code, linkToken: token} = ended;
  for (const credential of [{number, code}, {token}]) assert.equal((await someone.look(credential)).status, 404);
  assert.equal((await applications.find(number))!.input, undefined);
  assert.equal((await staffGet(app, `/staff/applications/${number}`)).status, 200);
  assert.deepEqual(await json<AnnualReport>(await staffGet(app, '/staff/annual-report/2026')), before);
  assert.equal((await someone.look({token: open.linkToken})).status, 200, 'what is open stays');
});
