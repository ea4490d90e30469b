/** Meetings: found by what they are about, where they are, and what their record says. */
import {chinaDate} from '@zwgk/rules';
import {MEETING_KINDS} from '@zwgk/rules/meeting';
import type {Kysely} from 'kysely';
import {API_BASE} from '../../config.ts';
import type {KeptInput, MeetingAfter} from '../meetings/records.ts';
import type {Schema} from '../schema.ts';
import type {SearchEntry, SearchSource} from './source.ts';

/** Entries of all, or of these rows. */
export async function meetingEntries(db: Kysely<Schema>, rows?: readonly number[]): Promise<SearchEntry[]> {
  const found = await db
    .selectFrom('meetings')
    .$if(rows !== undefined, (query) => query.where('meetings.row', 'in', rows!))
    .innerJoin('agencies', 'agencies.id', 'meetings.agency')
    .select(['meetings.row', 'meetings.data', 'after', 'starts_at', 'agencies.row as agency', 'agencies.name'])
    .orderBy('meetings.row')
    .execute();
  return found.map(({row, data, after, starts_at, agency, name}) => {
    const {title, kind, place, intro = '', agenda = []} = JSON.parse(data) as KeptInput;
    const {record} = JSON.parse(after) as MeetingAfter;
    return {
      owner: row,
      agency,
      title,
      text: [name, MEETING_KINDS[kind], place?.name, ...agenda.map((item) => item.title)].filter(Boolean).join('\n'),
      date: chinaDate(Date.parse(starts_at)),
      citedNumbers: [],
      sections: [
        ...(intro ? [{id: 'intro', heading: '会议说明', text: intro}] : []),
        ...(record?.text ? [{id: 'record', heading: '会议记录', text: record.text}] : []),
      ],
    };
  });
}

export const meetingSource: SearchSource = {
  type: 'meeting',
  label: '听证和会议',
  async *entries(db) {
    yield await meetingEntries(db);
  },
  async hits(db, owners) {
    const rows = await db.selectFrom('meetings').select(['row', 'id', 'demo', 'data', 'starts_at']).where('row', 'in', owners).execute();
    return new Map(
      rows.map(({row, id, demo, data, starts_at}) => {
        const {title} = JSON.parse(data) as KeptInput;
        const date = chinaDate(Date.parse(starts_at));
        return [row, {id, link: `${API_BASE}/meetings/${id}`, title, date, ...(demo ? {demo: true} : {})}];
      }),
    );
  },
};
