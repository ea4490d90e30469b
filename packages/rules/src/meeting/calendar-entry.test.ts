import assert from 'node:assert/strict';
import {it} from 'node:test';
import {calendarEntry} from './calendar-entry.ts';

const MEETING = {
  id: 'm-1',
  version: 3,
  title: '居民用气价格听证会；第二次, 公告',
  kind: 'hearing' as const,
  agencyName: '示例市发展和改革委员会',
  noticeAt: '2026-11-10T01:00:00Z',
  startsAt: '2026-12-08T09:00:00+08:00',
  endsAt: '2026-12-08T11:30:00+08:00',
  place: {name: '示例市市民中心三楼听证厅', address: '示例市示范区青禾路1号', access: '北门有坡道，\n电梯到三楼'},
};
const unfolded = (text: string): string[] => text.replace(/\r\n /g, '').split('\r\n');

it('is an entry that calendars read: CRLF, lines of at most 75 octets, no character cut (RFC 5545)', () => {
  const text = calendarEntry(MEETING, 'https://www.example.com/meetings.html?meeting.id=m-1');
  assert.ok(text.endsWith('END:VCALENDAR\r\n') && !/[^\r]\n/.test(text));
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const lines = unfolded(text);
  assert.ok(lines.includes('DTSTART:20261208T010000Z') && lines.includes('DTEND:20261208T033000Z'));
  assert.ok(lines.includes('SUMMARY:居民用气价格听证会；第二次\\, 公告'));
  assert.ok(lines.includes('LOCATION:示例市市民中心三楼听证厅，示例市示范区青禾路1号'));
  assert.ok(lines.includes('DESCRIPTION:示例市发展和改革委员会 听证会\\n北门有坡道，\\n电梯到三楼'));
  assert.deepEqual(
    lines.filter((line) => /^(?:SEQUENCE|STATUS|DTSTAMP)/.test(line)),
    ['SEQUENCE:2', 'DTSTAMP:20261110T010000Z', 'STATUS:CONFIRMED'],
  );
});

it('of a cancelled meeting says so, so that calendars take it out', () => {
  const lines = unfolded(calendarEntry({...MEETING, cancelled: {at: '2026-12-01T01:00:00Z', reason: '场地维修'}}));
  assert.ok(lines.includes('STATUS:CANCELLED') && lines.includes('DTSTAMP:20261201T010000Z'));
  assert.ok(lines.some((line) => line.startsWith('SUMMARY:（已取消）')) && lines.some((line) => line.includes('已取消：场地维修')));
});

it('lets no line of its own be put into it', () => {
  const text = calendarEntry({...MEETING, title: '甲\r\nATTENDEE:mailto:x@mail.example.com'});
  assert.ok(unfolded(text).includes('SUMMARY:甲\\nATTENDEE:mailto:x@mail.example.com'));
});
