/** A meeting as an entry for a calendar (RFC 5545), the same from the server and from the page. */
import type {Meeting} from '@zwgk/contract';
import {MEETING_KINDS} from './vocabulary.ts';

type Entry = Pick<
  Meeting,
  'id' | 'version' | 'title' | 'kind' | 'agencyName' | 'noticeAt' | 'startsAt' | 'endsAt' | 'place' | 'cancelled' | 'changes'
>;

const LINE = 75;
const encoder = new TextEncoder();

/** 20261208T010000Z. */
const utc = (instant: string): string => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** No line is longer than 75 octets, and no character is cut (§3.1). */
function folded(line: string): string {
  let out = '';
  let length = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (length + size > LINE) {
      out += '\r\n ';
      length = 1;
    }
    out += char;
    length += size;
  }
  return out;
}

/** @param url Page of the meeting, where there is one. */
export function calendarEntry(meeting: Entry, url?: string): string {
  const {id, version, title, kind, agencyName, noticeAt, startsAt, endsAt, place, cancelled, changes = []} = meeting;
  const where = [place?.name, place?.address].filter(Boolean).join('，');
  const notes = [`${agencyName} ${MEETING_KINDS[kind]}`, cancelled && `已取消：${cancelled.reason}`, place?.access, place?.transport];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//zwgk//meetings//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@zwgk`,
    `SEQUENCE:${version - 1}`,
    `DTSTAMP:${utc(cancelled?.at ?? changes[0]?.at ?? noticeAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${text(cancelled ? `（已取消）${title}` : title)}`,
    ...(where ? [`LOCATION:${text(where)}`] : []),
    `DESCRIPTION:${text(notes.filter(Boolean).join('\n'))}`,
    ...(url ? [`URL:${url}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
