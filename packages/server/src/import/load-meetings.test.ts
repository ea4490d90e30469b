import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import type {Meeting, MeetingList, MySignUp} from '@zwgk/contract';
import {reviewMeeting} from '@zwgk/rules/meeting';
import {createApp} from '../app.ts';
import {tempStore} from '../testing/temp-store.ts';
import {contractErrors} from './contract-check.ts';
import {sampleSignUpSecrets} from './load-meetings.ts';
import {loadSample, SAMPLE_DIR} from './load-sample.ts';

const NOW = '2026-11-24T04:00:00Z';

test('K1–K6 hearings, attendance, open days, a record, a broadcast: each as the contract has it, in every state', async (t) => {
  const {store} = await tempStore(t);
  await loadSample(store, NOW);
  const before = await store.dataVersion();
  assert.equal((await loadSample(store, '2026-11-24T05:00:00Z')).meetings, 8);
  assert.equal(await store.dataVersion(), before, 'again changes nothing');
  const app = createApp({store, now: () => Date.parse(NOW)});
  const read = async <T>(schema: string, path: string, init?: RequestInit): Promise<T> => {
    const response = await app.request(`http://zwgk.test/api/v1${path}`, init);
    const body: unknown = await response.json();
    assert.deepEqual([response.status, contractErrors(schema, body)], [200, []], `${path} ${JSON.stringify(body)}`);
    return body as T;
  };
  const {items} = await read<MeetingList>('MeetingList', '/meetings?limit=100');
  assert.deepEqual([...new Set(items.map(({standing}) => standing.state))].sort(), [
    'announced',
    'cancelled',
    'recorded',
    'sign_up',
    'sign_up_closed',
  ]);
  assert.deepEqual([...new Set(items.map(({kind}) => kind))].sort(), ['attendance', 'forum', 'hearing', 'interview', 'open_day']);
  const of = async (id: string): Promise<Meeting> => read<Meeting>('Meeting', `/meetings/${id}`);
  for (const {id, demo, version} of items) {
    assert.ok(demo && version === 1, id);
    await of(id);
    const stored = (await store.meetings.find(id))!;
    const said = {...stored.input, ...(stored.selectedAt === undefined ? {} : {participantsAt: stored.selectedAt})};
    assert.deepEqual(reviewMeeting(said, Date.parse(NOW), store.meetings.policy), [], `${id} keeps the rules itself`);
  }
  assert.deepEqual((await of('meet-executive')).standing.signUp!.seats[0], {role: 'stakeholder', seats: 3, left: 0, waitingLeft: 2});
  assert.equal((await of('meet-wetland-road')).participants!.items.length, 7);
  assert.equal((await of('meet-market-forum')).consultationTitle, '关于《示例市农贸市场提升三年行动方案（征求意见稿）》公开征求意见的公告');
  assert.equal((await of('meet-taxi-fare')).standing.record!.status, 'on_time');
  const look = (no: number): Promise<MySignUp> => {
    const {number, queryCode: code} = sampleSignUpSecrets(no);
    const init = {method: 'POST', body: JSON.stringify({number, code}), headers: {'Content-Type': 'application/json'}};
    return read<MySignUp>('MySignUp', '/sign-ups/status', init);
  };
  assert.equal((await look(1)).name, '赵**');
  const states: string[] = [];
  for (const no of [1, 30, 33, 61, 64]) states.push((await look(no)).state);
  assert.deepEqual(states, ['received', 'confirmed', 'waiting', 'confirmed', 'not_selected'], 'as the README of the sample says');
});

test('the sample names no host but example.com', () => {
  const text = readFileSync(join(SAMPLE_DIR, 'meetings.json'), 'utf8');
  for (const [, host] of text.matchAll(/(?:https?:\/\/|@)([a-z0-9.-]+)/gi)) assert.match(host!, /\.example\.com$/);
});
