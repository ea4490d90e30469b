import assert from 'node:assert/strict';
import {readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import type {ApplicationFile, StaffApplication, Upload} from '@zwgk/contract';
import {json, problem, testApp, type TestApp} from '../../testing/app.ts';
import {Applicant, newIntent, openForm, staffGet} from '../../testing/applications.ts';
import {jpeg, pdf, png} from '../../testing/files.ts';
import {applicationInput} from '../../testing/inputs.ts';
import {NOW} from '../../testing/temp-store.ts';

const HOUR = 3_600_000;

interface World {
  app: TestApp;
  clock: {now: number};
  someone: Applicant;
  folder: string;
}

async function world(t: TestContext, scanner?: string): Promise<World> {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}, scanner});
  await openForm(app);
  return {app, clock, someone: new Applicant(app), folder: `${app.file}.uploads`};
}
const files = (folder: string): string[] => readdirSync(folder);

test('a file is kept sealed under a name that says nothing, and comes back to the staff as it was', async (t) => {
  const {app, someone, folder} = await world(t);
  const content = jpeg({filler: Buffer.from('32010019900101000X')});
  const upload = await json<Upload>(await someone.upload(content, '张三身份证.jpg'));
  assert.deepEqual([upload.name, upload.mediaType, upload.bytes], ['张三身份证.jpg', 'image/jpeg', content.length]);
  const [stored] = files(folder);
  assert.equal(stored, upload.id);
  assert.equal(readFileSync(join(folder, stored!)).includes('3201001990'), false);
  const response = await someone.post('/applications', applicationInput(upload.id), {'Idempotency-Key': newIntent()});
  const {number} = await json<{number: string}>(response);
  const revealed = await json<StaffApplication>(await staffGet(app, `/staff/applications/${number}?reveal=true`));
  assert.deepEqual(
    revealed.files!.map(({name, use, sha256}: ApplicationFile) => [name, use, sha256]),
    [['张三身份证.jpg', 'id_proof', upload.sha256]],
  );
  const file = await staffGet(app, `/staff/applications/${number}/files/${upload.id}`);
  assert.ok(Buffer.from(await file.arrayBuffer()).equals(content));
  assert.match(file.headers.get('content-disposition')!, /^attachment; filename="[\w.-]+"; filename\*=UTF-8''%E5%BC%A0/);
  assert.match(file.headers.get('content-security-policy')!, /sandbox/);
  assert.deepEqual([file.headers.get('content-type'), file.headers.get('cache-control')], ['application/octet-stream', 'no-store']);
});

test('of what is refused nothing stays', async (t) => {
  const {someone, folder} = await world(t);
  for (const [content, name, status] of [
    [Buffer.from('<svg onload=alert(1)>'), 'a.png', 422],
    [pdf(), 'a.png', 422],
    [Buffer.concat([jpeg(), Buffer.alloc(10 * 1024 * 1024)]), 'a.jpg', 413],
  ] as const) {
    assert.equal((await someone.upload(content, name)).status, status);
    assert.deepEqual(files(folder), [], name);
  }
});

test('T34 what no application took is gone after a day, and so are bytes that no row knows', async (t) => {
  const {app, clock, someone, folder} = await world(t);
  const {uploads} = app.store.applications;
  await someone.submit();
  const left = await json<Upload>(await someone.upload());
  writeFileSync(join(folder, 'lost'), 'x');
  const old = (clock.now - 25 * HOUR) / 1000;
  utimesSync(join(folder, 'lost'), old, old);
  for (const name of files(folder).filter((each) => each !== 'lost')) utimesSync(join(folder, name), clock.now / 1000, clock.now / 1000);
  await uploads.collect(clock.now);
  assert.equal(files(folder).length, 2, 'only the lost one');
  clock.now += 25 * HOUR;
  const late = await someone.post('/applications', applicationInput(left.id), {'Idempotency-Key': newIntent()});
  const {code, errors} = await problem(late);
  assert.deepEqual([code, errors![0]!.path], ['upload-expired', '/applicant/idProofs/0']);
  await uploads.collect(clock.now);
  assert.equal(files(folder).length, 1, 'what an application has taken stays');
});

test('one address cannot fill the disk, and does not stop another', async (t) => {
  const {app, someone} = await world(t);
  for (let i = 0; i < 60; i++) assert.equal((await someone.upload()).status, 201);
  const refused = await someone.upload();
  assert.deepEqual([refused.status, (await problem(refused)).code], [429, 'too-many-requests']);
  assert.equal((await new Applicant(app, '203.0.113.1').upload()).status, 201);
});

test('slow files of one address hold up nobody else, and are let go when they break off', async (t) => {
  const {app, someone, folder} = await world(t);
  const broken: ((reason: Error) => void)[] = [];
  const slow = Array.from({length: 24}, () => {
    const body = new ReadableStream({start: (controller) => void broken.push((reason) => controller.error(reason))});
    const headers = {'Content-Type': 'application/octet-stream', 'Upload-Name': 'a.png', 'X-Forwarded-For': '192.0.2.7'};
    return app.get('/uploads', {method: 'POST', body, headers, duplex: 'half'} as RequestInit);
  });
  assert.equal((await someone.upload()).status, 429);
  assert.equal((await new Applicant(app, '203.0.113.1').upload()).status, 201);
  for (const breakOff of broken) breakOff(new Error('the line broke'));
  await Promise.all(slow);
  assert.equal(files(folder).length, 1);
  assert.equal((await someone.upload()).status, 201);
});

test('a file is one application’s only, and a stranger cannot throw away what was handed in', async (t) => {
  const {app, someone} = await world(t);
  const {id} = await json<Upload>(await someone.upload());
  const twice = applicationInput(id, {attachments: [id]});
  assert.equal(
    (await problem(await someone.post('/applications', twice, {'Idempotency-Key': newIntent()}))).errors![0]!.path,
    '/attachments/0',
  );
  assert.equal((await someone.post('/applications', applicationInput(id), {'Idempotency-Key': newIntent()})).status, 201);
  assert.equal((await app.get(`/uploads/${id}`, {method: 'DELETE'})).status, 404);
});

for (const [command, status, code] of [
  ['cat > /dev/null', 201, undefined],
  ['exit 0', 201, undefined],
  ['grep -q EICAR && exit 1 || exit 0', 422, 'file-refused'],
  ['exit 2', 503, 'unavailable'],
  ['no-such-scanner', 503, 'unavailable'],
] as const) {
  test(`the operator’s scanner is asked, and obeyed: ${command}`, async (t) => {
    const {someone, folder} = await world(t, command);
    const response = await someone.upload(png({text: 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}));
    assert.equal(response.status, status);
    if (code) assert.equal((await problem(response)).code, code);
    assert.equal(files(folder).length, code ? 0 : 1);
  });
}
