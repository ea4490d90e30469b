import {expect} from '@open-wc/testing';
import {calendarFile, type DueDay} from './application-status.calendar.ts';

const DAY: DueDay = {id: 'answer', on: '2026-12-31', summary: '答复您，预计; 最晚', description: '第一行\n第二行', remind: false};
const file = (...days: DueDay[]): string =>
  calendarFile(days, {number: '20261019-000427', host: 'api.example.com'}, '2026-11-24T02:03:04.567Z');

describe('a calendar file', () => {
  it('holds each day as a whole day, to the next one', () => {
    const lines = file(DAY).split('\r\n');
    for (const line of [
      'BEGIN:VCALENDAR',
      'UID:20261019-000427-answer@api.example.com',
      'DTSTAMP:20261124T020304Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:答复您，预计\\; 最晚',
      'DESCRIPTION:第一行\\n第二行',
    ])
      expect(lines, line).to.include(line);
    expect(lines.at(-1), 'the last line ends too').to.equal('');
  });
  it('reminds of what the reader has to do, the day before', () => {
    expect(file(DAY)).to.not.contain('VALARM');
    expect(file({...DAY, id: 'fee', remind: true})).to.contain('TRIGGER:-P1D');
  });
  it('has no line over 75 octets, and cuts no character', () => {
    const long = '示例省住房和城乡建设厅政府信息公开工作办公室'.repeat(4);
    const text = file({...DAY, description: long});
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    expect(text.replaceAll('\r\n ', '')).to.contain(`DESCRIPTION:${long}`);
  });
});
