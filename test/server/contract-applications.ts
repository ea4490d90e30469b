/** The contract run of 依申请公开: one application through its whole life, and each way of being refused. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ApplicationStatus, Receipt, StaffApplication, StaffEventInput, Upload} from '@zwgk/contract';
import type {OperationId} from '../../packages/server/src/http/contract.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {docx, pdf, png} from '../../packages/server/src/testing/files.ts';
import {applicationInput, guideInput} from '../../packages/server/src/testing/inputs.ts';

type Exercise = (
  id: OperationId,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<{response: Response; body: unknown}>;

const GUIDE = `/agencies/${STAFF.agency}/application-guide`;
let intents = 0;
export const intent = (): Record<string, string> => ({'Idempotency-Key': `intent-of-a-test-run-${String(++intents).padStart(6, '0')}`});

export function applicationStories(exercise: Exercise): void {
  const stage = async (content: Buffer = png(), name = '证件.png'): Promise<Upload> => {
    const {response, body} = await exercise('stageUpload', '/uploads', content, {'Upload-Name': encodeURIComponent(name)});
    assert.equal(response.status, 201);
    return body as Upload;
  };
  const submit = async (more = {}): Promise<Receipt> => {
    const input = applicationInput((await stage()).id, more);
    const {response, body} = await exercise('submitApplication', '/applications', input, intent());
    assert.equal(response.status, 201, JSON.stringify(body));
    assert.equal(response.headers.get('cache-control'), 'no-store');
    return body as Receipt;
  };
  const read = async (number: string, query = ''): Promise<{application: StaffApplication; tag: string}> => {
    const {response, body} = await exercise('getApplication', `/staff/applications/${number}${query}`);
    assert.equal(response.status, 200);
    return {application: body as StaffApplication, tag: response.headers.get('etag')!};
  };
  const move = async (number: string, event: StaffEventInput, expected = 201): Promise<StaffApplication> => {
    const {tag} = await read(number);
    const {response, body} = await exercise('addApplicationEvent', `/staff/applications/${number}/events`, event, {'If-Match': tag});
    assert.equal(response.status, expected, JSON.stringify(body));
    return body as StaffApplication;
  };

  guideStories(exercise);

  test('uploads: staged, forgotten, refused', async () => {
    const {id} = await stage(docx(), '材料.docx');
    assert.equal((await exercise('discardUpload', `/uploads/${id}`)).response.status, 204);
    assert.equal((await exercise('discardUpload', `/uploads/${id}`)).response.status, 404);
    for (const [content, name, status] of [
      [Buffer.from('<html>'), 'a.pdf', 422],
      [pdf(), 'a.png', 422],
      [Buffer.alloc(11 * 1024 * 1024), 'a.png', 413],
    ] as const) {
      assert.equal((await exercise('stageUpload', '/uploads', content, {'Upload-Name': name})).response.status, status);
    }
    assert.equal((await exercise('stageUpload', '/uploads', png())).response.status, 400);
    const wrongType = {'Upload-Name': 'a.png', 'Content-Type': 'image/png'};
    assert.equal((await exercise('stageUpload', '/uploads', png(), wrongType)).response.status, 415);
  });

  test('an application: submitted once, looked at, corrected, answered', async () => {
    const input = applicationInput((await stage()).id, {attachments: [(await stage(pdf(), '说明.pdf')).id]});
    const key = intent();
    const first = await exercise('submitApplication', '/applications', input, key);
    assert.equal(first.response.status, 201, JSON.stringify(first.body));
    assert.deepEqual((await exercise('submitApplication', '/applications', input, key)).body, first.body);
    assert.deepEqual((await exercise('getReceiptByKey', '/applications/receipt', undefined, key)).body, first.body);
    const other = {...input, request: {...input.request, title: '另一件'}};
    assert.equal((await exercise('submitApplication', '/applications', other, key)).response.status, 422);
    assert.equal((await exercise('submitApplication', '/applications', input)).response.status, 400);
    assert.equal((await exercise('submitApplication', '/applications', input, intent())).response.status, 422, 'its files are taken');
    assert.equal((await exercise('getReceiptByKey', '/applications/receipt', undefined, intent())).response.status, 404);
    const {number, queryCode: code, linkToken: token} = first.body as Receipt;
    for (const credential of [{number, code}, {token}]) {
      const {response, body} = await exercise('getApplicationStatus', '/applications/status', credential);
      assert.equal(response.status, 200);
      assert.equal((body as ApplicationStatus).applicant, '示**');
    }
    assert.equal((await exercise('getApplicationStatus', '/applications/status', {number, code: '0000'})).response.status, 404);
    await move(number, {type: 'register'}, 409);
    for (const type of ['request_confirmation', 'confirm'] as const) await move(number, {type});
    await move(number, {type: 'require_correction', until: '2026-12-04', note: '请写明年份'});
    await move(number, {type: 'require_correction'}, 400);
    const correction = {credential: {token}, request: {...input.request, title: '2025年批复'}};
    const asked = intent();
    for (let i = 0; i < 2; i++) {
      const {response, body} = await exercise('correctApplication', '/applications/corrections', correction, asked);
      assert.equal(response.status, 200);
      assert.equal((body as ApplicationStatus).state, 'registered');
    }
    await move(number, {type: 'route', agency: STAFF.agency, note: '由本机关办理'});
    await move(number, {type: 'start'});
    await move(number, {type: 'consult_third_party', note: '示例企业'});
    await move(number, {type: 'deliver', consultation: 'c1'});
    await move(number, {type: 'opinion', consultation: 'c1', opinion: 'agrees'});
    await move(number, {type: 'consult_agency', agency: 'org-320000-2', coMaker: true});
    await move(number, {type: 'opinion', consultation: 'c2', opinion: 'objects'});
    await move(number, {type: 'extend', workdays: 10, note: '材料多'});
    const answer: StaffEventInput['answer'] = {code: 'granted', detail: 'provided', text: '现予公开。', documents: ['d-1']};
    const answered = await move(number, {type: 'answer', answer});
    assert.equal(answered.status.answer?.documents?.[0]?.id, 'd-1');
    const {body: seen} = await exercise('getApplicationStatus', '/applications/status', {token});
    assert.deepEqual((seen as ApplicationStatus).actions, ['complain', 'reconsider']);
    assert.equal(JSON.stringify(seen).includes('示例企业'), false, 'whom the agency asked is not the applicant’s to know');
    const {application} = await read(number, '?reveal=true');
    assert.equal(application.personal?.applicant.idNumber, '32010019900101000X');
    const file = `/staff/applications/${number}/files/${application.files![0]!.id}`;
    assert.equal((await exercise('getApplicationFile', file)).response.status, 200);
    assert.equal((await exercise('getApplicationFile', file.replace(/.$/, '_'))).response.status, 404);
  });

  test('an application is taken back, and an older version of it is not moved', async () => {
    const {number, queryCode: code} = await submit();
    const body = {credential: {number: number.replace('-', ' '), code: code.toLowerCase().replaceAll('-', ' ')}, note: '不需要了'};
    for (let i = 0; i < 2; i++)
      assert.equal((await exercise('withdrawApplication', '/applications/withdrawals', body)).response.status, 200);
    assert.equal((await exercise('withdrawApplication', '/applications/withdrawals', {credential: {}})).response.status, 404);
    const events = `/staff/applications/${number}/events`;
    assert.equal((await exercise('addApplicationEvent', events, {type: 'archive'}, {'If-Match': '"v1.x"'})).response.status, 412);
    assert.equal((await exercise('addApplicationEvent', events, {type: 'archive'})).response.status, 428);
    const needless = intent();
    const correction = {credential: body.credential, request: {title: '另一件', delivery: 'online', medium: 'electronic'}};
    assert.equal((await exercise('correctApplication', '/applications/corrections', correction, needless)).response.status, 409);
  });

  test('what the form got wrong is said field by field', async () => {
    const proof = (await stage()).id;
    const wrong = applicationInput(proof, {
      applicant: {type: 'natural_person', name: '示例申请人甲', idType: 'resident_id', idNumber: '320100199001010001'},
    });
    const {response, body} = await exercise('submitApplication', '/applications', wrong, intent());
    assert.equal(response.status, 400);
    assert.deepEqual(
      (body as {errors: {path: string; code: string}[]}).errors.map(({path, code}) => `${path} ${code}`),
      ['/applicant/idNumber wrong-check-digit', '/applicant/idProofs required'],
    );
    for (const [more, status] of [
      [{agency: 'none'}, 422],
      [{agency: 'org-320000-2'}, 409],
      [{guideVersion: 1}, 409],
      [{extra: {secret: 'x'}}, 400],
      [{applicant: {}}, 400],
    ] as const) {
      assert.equal(
        (await exercise('submitApplication', '/applications', applicationInput(proof, more as object), intent())).response.status,
        status,
      );
    }
    const elsewhere = {...intent(), Origin: 'https://evil.example'};
    assert.equal((await exercise('submitApplication', '/applications', applicationInput(proof), elsewhere)).response.status, 403);
  });

  staffStories(exercise, submit);
}

function guideStories(exercise: Exercise): void {
  test('guides: of every agency, replaced by its own staff', async () => {
    const {response, body} = await exercise('getApplicationGuide', GUIDE);
    assert.equal(response.status, 200);
    assert.equal((body as {open: boolean}).open, false, 'nothing is said yet about personal data');
    const tag = response.headers.get('etag')!;
    assert.equal((await exercise('getApplicationGuide', GUIDE, undefined, {'If-None-Match': tag})).response.status, 304);
    const replaced = await exercise('replaceApplicationGuide', GUIDE, guideInput(), {'If-Match': tag});
    assert.equal(replaced.response.status, 200);
    assert.equal((replaced.body as {open: boolean}).open, true);
    assert.equal((await exercise('replaceApplicationGuide', GUIDE, guideInput(), {'If-Match': tag})).response.status, 412);
    assert.equal((await exercise('replaceApplicationGuide', GUIDE, guideInput())).response.status, 428);
    const other = GUIDE.replace(STAFF.agency, 'org-320000-2');
    assert.equal((await exercise('replaceApplicationGuide', other, guideInput(), {'If-Match': '*'})).response.status, 403);
    assert.equal((await exercise('getApplicationGuide', '/agencies/none/application-guide')).response.status, 404);
  });
}

function staffStories(exercise: Exercise, submit: (more?: object) => Promise<Receipt>): void {
  test('staff: what is due first, page by page, and nothing without a token', async () => {
    for (let i = 0; i < 3; i++) await submit({request: {title: '年度培训计划', delivery: 'online', medium: 'electronic'}});
    const numbers: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const {response, body} = await exercise('listApplications', `/staff/applications?limit=2${cursor && `&cursor=${cursor}`}`);
      assert.equal(response.status, 200);
      const page = body as {items: StaffApplication[]; nextCursor: string | null};
      numbers.push(...page.items.map(({status}) => status.number));
      cursor = page.nextCursor;
    }
    assert.equal(new Set(numbers).size, numbers.length);
    assert.ok(numbers.length >= 5);
    const waiting = await exercise('listApplications', '/staff/applications?state=submitted,withdrawn&limit=100');
    assert.ok((waiting.body as {total: number}).total < numbers.length);
    assert.equal((await exercise('listApplications', '/staff/applications?state=lost')).response.status, 400);
    const nobody = {Authorization: ''};
    assert.equal((await exercise('listApplications', '/staff/applications', undefined, nobody)).response.status, 401);
    assert.equal((await exercise('getApplication', '/staff/applications/20200101-000001')).response.status, 404);
  });

  test('staff: a request on paper is entered, once, and its receipt printed', async () => {
    const body = {
      basis: 'post_signed',
      on: '2026-11-20',
      kind: 'information',
      applicant: {type: 'natural_person', name: '示例申请人乙', idType: 'resident_id', idNumber: '32010019900101000X'},
      contact: {mobile: '13800000001'},
      request: {title: '年度决算', delivery: 'pickup', medium: 'paper'},
    };
    const key = intent();
    const first = await exercise('takeInApplication', '/staff/applications', body, key);
    assert.equal(first.response.status, 201, JSON.stringify(first.body));
    assert.deepEqual((await exercise('takeInApplication', '/staff/applications', body, key)).body, first.body);
    for (const lang of ['zh-Hans', 'zh-Hant', 'en'])
      assert.equal((await exercise('takeInApplication', `/staff/applications?format=html&lang=${lang}`, body, key)).response.status, 201);
    assert.equal((await exercise('takeInApplication', '/staff/applications', {...body, on: '2026-11-19'}, key)).response.status, 422);
    assert.equal((await exercise('takeInApplication', '/staff/applications', {...body, basis: 'internet'}, intent())).response.status, 400);
    const incomplete = {
      ...body,
      request: {description: '去年的决算'},
      basis: 'in_person',
      oral: true,
      incomplete: true,
      contact: {},
      applicant: {type: 'natural_person'},
    };
    assert.equal((await exercise('takeInApplication', '/staff/applications', incomplete, intent())).response.status, 201);
    assert.equal((await exercise('takeInApplication', '/staff/applications', body, {...intent(), Authorization: ''})).response.status, 401);
  });

  test('staff: the year in numbers, in three forms, and what is asked for often', async () => {
    for (const format of ['json', 'csv', 'html']) {
      const {response} = await exercise('getAnnualReport', `/staff/annual-report/2026?format=${format}`);
      assert.equal(response.status, 200);
    }
    assert.equal((await exercise('getAnnualReport', '/staff/annual-report/1999')).response.status, 400);
    assert.equal((await exercise('getAnnualReport', '/staff/annual-report/2026?agency=org-320000-2')).response.status, 403);
    const {response, body} = await exercise('getSelfCheck', '/staff/self-check/2026');
    assert.equal(response.status, 200);
    assert.deepEqual(
      (body as {topics: {topic: string; count: number}[]}).topics.map(({topic, count}) => [topic, count]),
      [['年度培训计划', 3]],
    );
  });

  test('who found it among the published documents is counted, and no more', async () => {
    const found = {agency: STAFF.agency, document: 'd-1'};
    assert.equal((await exercise('countResolved', '/applications/resolved', found)).response.status, 204);
    assert.equal((await exercise('countResolved', '/applications/resolved', {...found, document: 'none'})).response.status, 422);
    const {body} = await exercise('getAnnualReport', '/staff/annual-report/2026');
    assert.equal((body as {resolvedByPublished: number}).resolvedByPublished, 1);
  });
}
