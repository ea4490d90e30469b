/** Due days as a calendar file (RFC 5545), for the reader's own calendar. It holds nothing that opens the request. */

/** One day to remember. */
export interface DueDay {
  /** What it is, unique within the request. */
  readonly id: string;
  readonly on: string;
  readonly summary: string;
  readonly description: string;
  /** Whether the reader has to do something by then: they are reminded the day before. */
  readonly remind: boolean;
}

const CRLF = '\r\n';
/** Octets of a line before it is folded; a fold's own space counts. */
const MOST = 73;

const escape = (text: string): string => text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n/g, '\\n');
const compact = (text: string): string => text.replace(/[-:]|\.\d+/g, '');

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

/** Lines longer than the standard's limit go on in the next one; no character is cut. */
function fold(line: string): string {
  let [out, used] = ['', 0];
  for (const char of line) {
    const size = new TextEncoder().encode(char).length;
    if (used + size > MOST) [out, used] = [`${out}${CRLF} `, 0];
    out += char;
    used += size;
  }
  return out;
}

/** @param origin Number of the request and host of its backend: the same day saved twice is one. @param now Instant. */
export function calendarFile(days: readonly DueDay[], origin: {readonly number: string; readonly host: string}, now: string): string {
  const lines = days.flatMap(({id, on, summary, description, remind}) => [
    'BEGIN:VEVENT',
    `UID:${origin.number}-${id}@${origin.host}`,
    `DTSTAMP:${compact(now)}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(nextDay(on))}`,
    `SUMMARY:${escape(summary)}`,
    `DESCRIPTION:${escape(description)}`,
    'TRANSP:TRANSPARENT',
    ...(remind ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escape(summary)}`, 'TRIGGER:-P1D', 'END:VALARM'] : []),
    'END:VEVENT',
  ]);
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//zwgk//application-status//ZH', 'METHOD:PUBLISH', ...lines, 'END:VCALENDAR'];
  return all.map((line) => fold(line) + CRLF).join('');
}
