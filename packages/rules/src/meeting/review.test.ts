import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {MeetingInput} from '@zwgk/contract';
import {isMoved, reviewMeeting} from './review.ts';
import {hearing, NOW, POLICY} from './testing/meetings.ts';

const problems = (more: object = {}, before?: MeetingInput, now = NOW): string[] =>
  reviewMeeting(hearing(more), now, POLICY, before).map(({code, path}) => `${code} ${path}`);

describe('notice of a hearing (R11.2; 国务院令第713号 第十六条)', () => {
  it('passes as it stands', () => {
    assert.deepEqual(problems(), []);
  });
  it('has draft, time, place, and the way in which participants are selected', () => {
    assert.deepEqual(problems({materials: []}), ['draft-missing /materials']);
    assert.deepEqual(problems({materials: [], consultation: 'c-1'}), []);
    assert.deepEqual(problems({place: undefined}), ['hearing-incomplete /place']);
    assert.deepEqual(problems({endsAt: '2026-12-08T09:00:00+08:00'}), ['times-invalid /endsAt']);
    const {selection: _, ...signUp} = hearing().signUp!;
    assert.deepEqual(problems({signUp}), ['selection-missing /signUp/selection']);
    assert.deepEqual(
      problems({signUp: {...signUp, method: 'order'}}),
      ['selection-missing /signUp/selection'],
      'also by order: it is a hearing',
    );
  });
  it('is given ten days before, or says why not; never for a time to come', () => {
    const noticeAt = '2026-11-24T09:00:00+08:00';
    const soon = {noticeAt, startsAt: '2026-12-04T09:00:00+08:00', endsAt: '2026-12-04T11:00:00+08:00'};
    assert.deepEqual(problems(soon), ['notice-too-short /shortNoticeReason'], 'nine whole days lie between');
    assert.deepEqual(problems({...soon, shortNoticeReason: '须在供暖季前决定'}), []);
    assert.deepEqual(problems({...soon, startsAt: '2026-12-05T09:00:00+08:00', endsAt: '2026-12-05T11:00:00+08:00'}), []);
    assert.deepEqual(problems({noticeAt: '2026-11-24T12:00:01+08:00'}), ['notice-in-future /noticeAt']);
  });
  it('has the materials sent and the participants named before it', () => {
    const after = Date.parse('2026-12-02T09:00:00+08:00');
    assert.deepEqual(problems({}, undefined, after), ['materials-late /materialsOn']);
    assert.deepEqual(problems({materialsOn: '2026-12-01'}, undefined, after), []);
    assert.deepEqual(problems({materialsOn: '2026-12-01', participantsAt: hearing().startsAt}, undefined, after), [
      'participants-late /participantsAt',
    ]);
  });
});

describe('notice of any meeting', () => {
  const openDay = {kind: 'open_day', materials: undefined};
  it('has a place where one must come to', () => {
    assert.deepEqual(problems({...openDay, place: undefined}), ['place-missing /place']);
    assert.deepEqual(problems({kind: 'interview', place: undefined}), []);
  });
  it('ends signing up after it began, and before the meeting; each role has its seats once', () => {
    const signUp = hearing().signUp!;
    assert.deepEqual(problems({...openDay, signUp: {...signUp, closesAt: '2026-11-10T09:00:00+08:00'}}), [
      'sign-up-invalid /signUp/closesAt',
    ]);
    assert.deepEqual(problems({...openDay, signUp: {...signUp, closesAt: '2026-12-08T09:00:01+08:00'}}), [
      'sign-up-invalid /signUp/closesAt',
    ]);
    assert.deepEqual(problems({...openDay, signUp: {...signUp, closesAt: '2026-12-08T09:00:00+08:00'}}), []);
    const twice = [...signUp.roles, {role: 'public', seats: 1}];
    assert.deepEqual(problems({...openDay, signUp: {...signUp, roles: twice}}), ['role-twice /signUp/roles']);
  });
  it('states of matters of livelihood whether the public was asked, and whether somebody is invited (R3.13)', () => {
    const agenda = [
      {title: '供水', livelihood: true},
      {title: '其他', livelihood: false},
    ];
    assert.deepEqual(problems({kind: 'attendance', agenda}), [
      'consultation-unstated /agenda/0/consultation',
      'invitation-unstated /agenda/0/invites',
    ]);
    assert.deepEqual(problems({agenda: [{...agenda[0], consultation: 'c-1', invites: true}]}), []);
    assert.deepEqual(problems({agenda: [{...agenda[0], notConsultedReason: '已经听证', invites: false}]}), []);
  });
  it('with a video without captions says how who cannot hear may follow (R3.14)', () => {
    const video = {url: 'https://live.example.com/1', captions: false};
    assert.deepEqual(problems({live: video, replay: {...video, note: ' '}}), [
      'media-alternative-missing /live/note',
      'media-alternative-missing /replay/note',
    ]);
    assert.deepEqual(problems({live: {...video, captions: true}, replay: {...video, note: '会后三日内公布文字实录'}}), []);
  });
  it('is moved only with a reason', () => {
    const before = hearing();
    const later = {startsAt: '2026-12-08T09:30:00+08:00'};
    assert.deepEqual(problems(later, before), ['change-unexplained /changeReason']);
    assert.deepEqual(problems({place: {name: '别处'}, changeReason: ' '}, before), ['change-unexplained /changeReason']);
    assert.deepEqual(problems({...later, changeReason: '场地维修'}, before), []);
    assert.deepEqual(problems({title: '改名', startsAt: '2026-12-08T01:00:00Z'}, before), [], 'the same instant in other words');
    assert.ok(!isMoved(before, hearing({place: {...before.place!, access: '有坡道'}})));
  });
});
