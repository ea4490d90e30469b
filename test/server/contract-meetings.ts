/** The contract run of meetings: notice, sign-ups through their life, selection, record, and each way of being refused. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Meeting, MeetingList, MySignUp, SelectionResult, SignUpReceipt, StaffSignUpList} from '@zwgk/contract';
import type {OperationId} from '../../packages/server/src/http/contract.ts';
import {meetingInput, offer, signUpInput} from '../../packages/server/src/testing/meetings.ts';
import {intent} from './contract-applications.ts';

type Exercise = (
  id: OperationId,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<{response: Response; body: unknown}>;

/** @param shift Moves a meeting, its notice and its time to sign up into the past, by milliseconds. */
export function meetingStories(exercise: Exercise, shift: (id: string, by: number) => Promise<void>): void {
  const ok = async <T>(id: OperationId, path: string, body?: unknown, headers: Record<string, string> = {}, status = 200): Promise<T> => {
    const answer = await exercise(id, path, body, headers);
    assert.equal(answer.response.status, status, JSON.stringify(answer.body));
    return answer.body as T;
  };
  const status = async (...call: Parameters<Exercise>): Promise<number> => (await exercise(...call)).response.status;
  const create = (more: object = {}): Promise<Meeting> => ok('createMeeting', '/meetings', {...meetingInput(), ...more}, {}, 201);

  test('R11.2 a meeting: put up, changed, called off, and each way of being refused', async () => {
    const hearing = {
      kind: 'hearing',
      materials: [{title: '草案', url: 'https://www.example.com/draft'}],
      signUp: offer({selection: '按报名先后'}),
    };
    const {id} = await create({...hearing, live: {url: 'https://live.example.com/1', captions: true, signLanguage: true}});
    const path = `/meetings/${id}`;
    const read = await exercise('getMeeting', path);
    const tag = read.response.headers.get('etag')!;
    assert.equal(await status('getMeeting', path, undefined, {'If-None-Match': tag}), 304);
    const moved = {...meetingInput(), ...hearing, startsAt: '2026-12-08T10:00:00+08:00', changeReason: '场地维修'};
    await ok('replaceMeeting', path, moved, {'If-Match': tag});
    assert.equal(await status('replaceMeeting', path, moved, {'If-Match': tag}), 412);
    assert.equal(await status('replaceMeeting', path, moved), 428);
    assert.equal(await status('replaceMeeting', path, {...moved, noticeAt: '2026-11-20T00:00:00Z'}, {'If-Match': '*'}), 409);
    assert.equal(await status('createMeeting', '/meetings', {...meetingInput(), kind: 'hearing'}), 422);
    assert.equal(await status('createMeeting', '/meetings', {}), 400);
    const calendar = await exercise('getMeetingCalendar', `${path}/calendar`);
    assert.match(calendar.body as string, /^BEGIN:VCALENDAR/);
    assert.equal(
      await status('getMeetingCalendar', `${path}/calendar`, undefined, {'If-None-Match': calendar.response.headers.get('etag')!}),
      304,
    );
    assert.equal(await status('getMeetingCalendar', '/meetings/none/calendar'), 404);
    await ok('cancelMeeting', `/staff${path}/cancellation`, {reason: '另行通知'});
    assert.equal(await status('cancelMeeting', `/staff${path}/cancellation`, {reason: '另行通知'}), 409);
    assert.equal(await status('getMeeting', '/meetings/none'), 404);
    const list = await exercise('listMeetings', '/meetings?kind=hearing,open_day&state=cancelled&q=开放&region=320000&year=2026&limit=1');
    assert.equal((list.body as MeetingList).items[0]!.id, id);
    assert.equal(await status('listMeetings', '/meetings?kind=party'), 400);
    const all = await exercise('listMeetings', '/meetings');
    assert.equal(await status('listMeetings', '/meetings', undefined, {'If-None-Match': all.response.headers.get('etag')!}), 304);
  });

  test('R3.12 sign-ups: sent once, looked at, given back, drawn, and the record of what was said', async () => {
    const {id} = await create({signUp: offer({method: 'lot', selection: '公开抽签'})});
    const [path, staff] = [`/meetings/${id}/sign-ups`, `/staff/meetings/${id}`];
    const [key, input] = [intent(), signUpInput({statement: '支持'})];
    const receipt = await ok<SignUpReceipt>('submitSignUp', path, input, key, 201);
    assert.deepEqual(await ok('submitSignUp', path, input, key, 201), receipt);
    assert.deepEqual(await ok('getSignUpReceiptByKey', '/sign-ups/receipt', undefined, key), receipt);
    assert.equal(await status('getSignUpReceiptByKey', '/sign-ups/receipt', undefined, intent()), 404);
    assert.equal(await status('submitSignUp', path, signUpInput(), key), 422);
    assert.equal(await status('submitSignUp', path, signUpInput()), 400);
    assert.equal(await status('submitSignUp', path, {}, intent()), 400);
    const second = await ok<SignUpReceipt>('submitSignUp', path, signUpInput(), intent(), 201);
    const third = await ok<SignUpReceipt>('submitSignUp', path, signUpInput(), intent(), 201);
    const credential = {number: receipt.number, code: receipt.queryCode};
    assert.equal((await ok<MySignUp>('getMySignUp', '/sign-ups/status', credential)).state, 'received');
    assert.equal(await status('getMySignUp', '/sign-ups/status', {...credential, code: '0000-0000-0000'}), 404);
    assert.equal((await ok<MySignUp>('withdrawSignUp', '/sign-ups/withdrawals', credential)).state, 'withdrawn');
    assert.equal(await status('withdrawSignUp', '/sign-ups/withdrawals', {token: 'x'.repeat(32)}), 404);
    const {total} = await ok<StaffSignUpList>('listSignUps', `${staff}/sign-ups?reveal=true&state=received&role=public`);
    assert.equal(total, 2);
    for (const format of ['csv', 'xlsx']) assert.equal(await status('exportSignUps', `${staff}/export?format=${format}`), 200);
    assert.equal(await status('exportSignUps', `${staff}/export?format=pdf`), 400);
    assert.equal(await status('selectSignUps', `${staff}/selection`, {type: 'draw'}), 409);
    await ok('selectSignUps', `${staff}/selection`, {type: 'decline', signUps: [third.number], reason: '重复'});
    const declined = await ok<MySignUp>('getMySignUp', '/sign-ups/status', {number: third.number, code: third.queryCode});
    assert.equal(declined.reason, '重复');
    await shift(id, 12 * 86_400_000);
    assert.equal(await status('submitSignUp', path, signUpInput(), intent()), 409);
    assert.deepEqual((await ok<SelectionResult>('selectSignUps', `${staff}/selection`, {type: 'draw'})).states, {
      confirmed: 1,
      withdrawn: 1,
      declined: 1,
    });
    assert.equal((await ok<Meeting>('getMeeting', `/meetings/${id}`)).participants!.items.length, 1);
    assert.equal(await status('publishMeetingRecord', `${staff}/record`, {kind: 'summary', text: '纪要'}), 409);
    await shift(id, 5 * 86_400_000);
    await ok('publishMeetingRecord', `${staff}/record`, {kind: 'summary', text: '纪要', url: 'https://www.example.com/record'});
    const credentialOfSecond = {number: second.number, code: second.queryCode};
    assert.equal(await status('withdrawSignUp', '/sign-ups/withdrawals', credentialOfSecond), 409);
  });
}
