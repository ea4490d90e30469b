/** Meetings and people who sign up, as staff and visitors would make them. */
import assert from 'node:assert/strict';
import type {MeetingInput, MySignUp, SignUpInput, SignUpOffer, SignUpReceipt} from '@zwgk/contract';
import type {Store} from '../store/store.ts';
import {json, STAFF, type TestApp} from './app.ts';
import {newIntent} from './applications.ts';
import {Commenter} from './consultations.ts';
import {NOW} from './temp-store.ts';

export const offer = (more: Partial<SignUpOffer> = {}): SignUpOffer => ({
  closesAt: '2026-12-05T00:00:00+08:00',
  method: 'order',
  roles: [{role: 'public', seats: 2}],
  fields: [{field: 'mobile', required: true}, {field: 'statement'}],
  ...more,
});

/** Notice of an open day, given at the tests' time; held in a fortnight. */
export const meetingInput = (more: Partial<MeetingInput> = {}): MeetingInput => ({
  title: '政府开放日：走进水质监测站',
  agency: STAFF.agency,
  kind: 'open_day',
  startsAt: '2026-12-08T09:00:00+08:00',
  endsAt: '2026-12-08T11:30:00+08:00',
  place: {name: '示例水质监测站', address: '示例市示范区青禾路1号', access: '北门有坡道，电梯到二楼'},
  intro: '参观监测车间，现场提问。',
  signUp: offer(),
  ...more,
});

export async function announce(store: Store, more: Partial<MeetingInput> = {}, id = 'm-1'): Promise<string> {
  const {changeReason: _none, ...input} = meetingInput(more);
  await store.meetings.save({id, input: {noticeAt: NOW, ...input}}, NOW);
  return id;
}

let people = 0;
/** Of somebody new each time. */
export const signUpInput = (more: Partial<SignUpInput> = {}): SignUpInput => ({
  role: 'public',
  name: '朱示例',
  mobile: `1380000${String(++people % 10_000).padStart(4, '0')}`,
  consent: true,
  ...more,
});

/** Somebody who signs up; each has an address of their own. */
export class Visitor extends Commenter {
  signUp(id: string, more: Partial<SignUpInput> = {}, key = newIntent()): Promise<Response> {
    return this.post(`/meetings/${id}/sign-ups`, signUpInput(more), {'Idempotency-Key': key});
  }

  async signedUp(id: string, more: Partial<SignUpInput> = {}): Promise<SignUpReceipt> {
    const response = await this.signUp(id, more);
    assert.equal(response.status, 201, await response.clone().text());
    return json<SignUpReceipt>(response);
  }

  async mine({number, queryCode: code}: SignUpReceipt): Promise<MySignUp> {
    return json<MySignUp>(await this.post('/sign-ups/status', {number, code}));
  }

  withdraw({number, queryCode: code}: SignUpReceipt): Promise<Response> {
    return this.post('/sign-ups/withdrawals', {number, code});
  }
}

export const visitors = (app: TestApp): (() => Visitor) => {
  let count = 0;
  return () => new Visitor(app, `198.51.${(++count >> 8) & 255}.${count & 255}`);
};
