/** Meetings that keep every rule, for the tests to break one at a time. */
import type {MeetingInput} from '@zwgk/contract';
import {china, PROFILE} from '../../consultation/testing/policy.ts';
import {meetingPolicy} from '../policy.ts';

export {china, PROFILE};
export const POLICY = meetingPolicy(PROFILE);

export const NOW = china('2026-11-24 12:00');

export const hearing = (more: Partial<MeetingInput> = {}): MeetingInput => ({
  title: '居民用气价格听证会公告',
  agency: 'org-1',
  kind: 'hearing',
  noticeAt: '2026-11-10T09:00:00+08:00',
  startsAt: '2026-12-08T09:00:00+08:00',
  endsAt: '2026-12-08T11:30:00+08:00',
  place: {name: '示例市市民中心三楼听证厅'},
  materials: [{title: '居民用气价格调整方案'}],
  signUp: {
    closesAt: '2026-11-28T00:00:00+08:00',
    method: 'lot',
    selection: '报名人数超过名额的，在截止后公开抽签。',
    roles: [
      {role: 'public', seats: 3},
      {role: 'entrepreneur', seats: 2},
    ],
  },
  ...more,
});
