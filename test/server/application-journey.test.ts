/** The client of the widgets and the server, through the whole life of an application. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  ApiError,
  correctApplication,
  countResolved,
  getReceiptByKey,
  getApplicationStatus,
  submitApplication,
  withdrawApplication,
  ZwgkClient,
} from '@zwgk/client';
import {serve} from '../../packages/server/src/serve.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {applicationInput} from '../../packages/server/src/testing/inputs.ts';
import {JSON_TYPE, openStore, prepared, stage} from './application-client.ts';
import {oneRequest} from './one-request.ts';

test('sent, found again by its key, corrected and taken back; and what is wrong lands on its field', async (t) => {
  const store = await openStore(await prepared());
  const server = await serve({store, port: 0, host: '127.0.0.1'});
  t.after(() => server.stop());
  const client = new ZwgkClient(`http://127.0.0.1:${server.port}/api/v1`);
  const refused = async (work: Promise<unknown>): Promise<ApiError> => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof ApiError);
    return error;
  };
  const move = async (number: string, event: object): Promise<void> => {
    const headers = {...JSON_TYPE, Authorization: `Bearer ${STAFF.token}`, 'If-Match': '*'};
    const {status, body} = await oneRequest(
      server.port,
      'POST',
      `/staff/applications/${number}/events`,
      headers,
      Buffer.from(JSON.stringify(event)),
    );
    assert.equal(status, 201, body);
  };
  const input = applicationInput((await stage(server.port)).id);
  const wrong = {...input, contact: {}};
  const error = await refused(submitApplication(client, wrong, {key: 'intent-of-the-journey-0001'}));
  assert.deepEqual([error.problem?.code, error.problem?.errors?.map(({path}) => path)], ['invalid-body', ['/contact/email']]);
  const receipt = await submitApplication(client, input, {key: 'intent-of-the-journey-0002'});
  assert.deepEqual(await getReceiptByKey(client, 'intent-of-the-journey-0002'), receipt);
  const {number, queryCode: code, linkToken: token} = receipt;
  for (const event of [
    {type: 'request_confirmation'},
    {type: 'confirm'},
    {type: 'require_correction', until: '2099-01-04', note: '请写明年份'},
  ])
    await move(number, event);
  assert.deepEqual((await getApplicationStatus(client, {number, code})).actions, ['correct', 'withdraw']);
  const correction = {credential: {token}, request: {...input.request, title: '2025年的批复'}};
  const corrected = await correctApplication(client, correction, {key: 'intent-of-the-journey-0003'});
  assert.deepEqual([corrected.state, corrected.request.title, corrected.clock.status], ['registered', '2025年的批复', 'running']);
  assert.equal((await withdrawApplication(client, {credential: {token}})).state, 'withdrawn');
  assert.equal((await refused(getApplicationStatus(client, {number, code: 'wrong'}))).problem?.code, 'wrong-credential');
  assert.equal((await refused(countResolved(client, STAFF.agency, 'none'))).problem?.code, 'unknown-document');
});
