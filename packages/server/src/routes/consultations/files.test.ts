/** Files that go with comments: by the consultation's leave, for the sponsor alone, gone with what they came with. */
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test, type TestContext} from 'node:test';
import type {CommentReceipt, Consultation, MyComments, Upload} from '@zwgk/contract';
import {json, problem, testApp, type TestApp} from '../../testing/app.ts';
import {Applicant, staffGet} from '../../testing/applications.ts';
import {allComments, Commenter, putUp} from '../../testing/consultations.ts';
import {NOW} from '../../testing/temp-store.ts';
import {pdf, png} from '../../testing/files.ts';

const HOUR = 3_600_000;

interface World {
  readonly app: TestApp;
  readonly clock: {now: number};
  readonly someone: Commenter;
  stage(content?: Buffer, name?: string): Promise<Upload>;
  onDisk(): string[];
}

async function world(t: TestContext): Promise<World> {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  await putUp(app.store, {maxAttachments: 2});
  const applicant = new Applicant(app);
  return {
    ...{app, clock, someone: new Commenter(app)},
    stage: async (content = pdf(), name = '修改建议.pdf') => json<Upload>(await applicant.upload(content, name)),
    onDisk: () => readdirSync(`${app.file}.uploads`),
  };
}
const credentialOf = ({number, queryCode: code}: CommentReceipt): {number: string; code: string} => ({number, code});
const mine = async (who: Commenter, receipt: CommentReceipt): Promise<MyComments> =>
  json<MyComments>(await who.post('/comments/status', credentialOf(receipt)));

test('files go with comments, to the sponsor and to their author; to nobody else, moderated or not', async (t) => {
  const {app, someone, stage} = await world(t);
  const consultation = await json<Consultation>(await app.get('/consultations/c-1'));
  assert.deepEqual([consultation.maxAttachments, consultation.maxUploadBytes], [2, 10 * 1024 * 1024]);
  const content = pdf();
  const {id} = await stage(content);
  const receipt = await someone.sent('c-1', {attachments: [id]});
  assert.deepEqual(
    (await mine(someone, receipt)).files!.map(({name, mediaType, bytes}) => [name, mediaType, bytes]),
    [['修改建议.pdf', 'application/pdf', content.length]],
  );
  for (const type of ['approve', 'publish'])
    await app.write('POST', '/staff/consultations/c-1/moderation', {type, comments: receipt.comments});
  const publicly = await (await app.get('/consultations/c-1/comments')).text();
  assert.ok(publicly.includes('建议写明') && !publicly.includes(id) && !publicly.includes('修改建议'), publicly);
  assert.equal((await allComments(app, 'c-1'))[0]!.files, undefined);
  const [comment] = await allComments(app, 'c-1', '&reveal=true');
  assert.equal(comment!.files![0]!.name, '修改建议.pdf');
  const path = `/staff/consultations/c-1/files/${id}`;
  const file = await staffGet(app, path);
  assert.ok(Buffer.from(await file.arrayBuffer()).equals(content));
  assert.match(file.headers.get('content-disposition')!, /^attachment;/);
  assert.deepEqual([file.headers.get('content-type'), file.headers.get('cache-control')], ['application/octet-stream', 'no-store']);
  assert.equal((await app.get(path)).status, 401);
  await putUp(app.store, {}, 'c-2');
  assert.equal((await staffGet(app, `/staff/consultations/c-2/files/${id}`)).status, 404, 'of another consultation');
});

test('what a file is, its content says; how many, the consultation', async (t) => {
  const {app, someone, stage} = await world(t);
  const refused = await new Applicant(app).upload(png(), '修改建议.pdf');
  assert.equal((await problem(refused)).code, 'file-refused');
  const ids = [await stage(), await stage(), await stage()].map(({id}) => id);
  const errors = async (id: string, attachments: string[]): Promise<string[]> =>
    (await problem(await someone.send(id, {attachments}))).errors!.map(({path, code}) => `${path} ${code}`);
  assert.deepEqual(await errors('c-1', ids), ['/attachments too-many']);
  await putUp(app.store, {}, 'c-2');
  assert.deepEqual(await errors('c-2', ids.slice(0, 1)), ['/attachments not-offered']);
  await someone.sent('c-1', {attachments: ids.slice(0, 1)});
  assert.deepEqual(await errors('c-1', ids.slice(0, 1)), ['/attachments/0 upload-expired'], 'a file is of one receipt only');
  assert.equal((await app.get(`/uploads/${ids[0]!}`, {method: 'DELETE'})).status, 404, 'a stranger cannot throw it away');
});

test('T34 a file that comments have taken stays, one that nobody took is collected', async (t) => {
  const {app, clock, someone, stage, onDisk} = await world(t);
  const [kept] = [await stage(), await stage()];
  await someone.sent('c-1', {attachments: [kept!.id]});
  clock.now += 25 * HOUR;
  await app.store.applications.uploads.collect(clock.now);
  assert.deepEqual(onDisk(), [kept!.id]);
});

test('files are gone from the disk once the last comment that they came with is withdrawn', async (t) => {
  const {someone, stage, onDisk} = await world(t);
  const {id} = await stage();
  const receipt = await someone.sent('c-1', {attachments: [id]});
  const withdraw = (comment: string): Promise<Response> =>
    someone.post('/comments/changes', {credential: credentialOf(receipt), type: 'withdraw', comments: [comment]});
  await withdraw(receipt.comments[0]!);
  assert.deepEqual(onDisk(), [id], 'another comment is left');
  await withdraw(receipt.comments[1]!);
  assert.deepEqual(onDisk(), []);
  assert.equal((await mine(someone, receipt)).files, undefined);
});

test('PIPL 19 files are kept no longer than the names of those who sent them', async (t) => {
  const {app, clock, someone, stage, onDisk} = await world(t);
  const receipt = await someone.sent('c-1', {attachments: [(await stage()).id]});
  const limits = {keysBefore: new Date(0).toISOString(), now: clock.now};
  const {files} = await app.store.consultations.purge({...limits, reportedBefore: '2027-12-30T00:00:00Z'}, false);
  assert.equal(files.length, 1);
  assert.deepEqual(onDisk(), []);
  assert.equal((await mine(someone, receipt)).files, undefined);
});
