/** Hearings, meetings, open days: read (R3.12, R11.2, R12.3), put up and changed by the staff of the agency under the rules. */
import {randomUUID} from 'node:crypto';
import type {MeetingInput} from '@zwgk/contract';
import {calendarEntry, isMoved} from '@zwgk/rules/meeting';
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies, Reply} from '../../http/api.ts';
import {contentDisposition, linkHeader} from '../../http/headers.ts';
import {pageLinks} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import type {MeetingRecord} from '../../store/meetings/meetings.ts';
import type {StoredMeeting} from '../../store/meetings/records.ts';
import type {Store} from '../../store/store.ts';
import {checkChange, checkMeeting} from './check.ts';
import {signUpRoutes} from './sign-ups.ts';
import {meetingView} from './view.ts';

const LIST = `${API_BASE}/meetings`;

export function meetingRoutes(api: Api, deps: Dependencies): void {
  readRoutes(api, deps);
  writeRoutes(api, deps);
  signUpRoutes(api, deps);
}

/** @throws ProblemError `not-found` */
export async function foundMeeting({meetings}: Store, id: string): Promise<StoredMeeting> {
  const found = await meetings.find(id);
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** Stores a meeting and answers with it. */
export async function savedMeeting(store: Store, record: MeetingRecord, now: string): Promise<Reply> {
  await store.meetings.save(record, now);
  const body = await meetingView(store, await foundMeeting(store, record.id), Date.parse(now));
  return {body, version: body.version};
}

function readRoutes(api: Api, {store}: Dependencies): void {
  api.on('listMeetings', async ({query, url, now}) => {
    const body = await store.meetings.list(query, await store.dataVersion(), Date.parse(now));
    return {body, headers: {Link: pageLinks(url, body)}};
  });

  api.on('getMeeting', async ({path: {id}, now}) => {
    const body = await meetingView(store, await foundMeeting(store, id), Date.parse(now));
    const related = body.consultation && `${API_BASE}/consultations/${body.consultation}`;
    return {body, version: body.version, headers: {Link: linkHeader({self: `${LIST}/${id}`, collection: LIST, related})}};
  });

  api.on('getMeetingCalendar', async ({path: {id}, now}) => {
    const meeting = await meetingView(store, await foundMeeting(store, id), Date.parse(now));
    return {
      body: calendarEntry(meeting),
      type: 'text/calendar; charset=utf-8',
      version: meeting.version,
      headers: {'Content-Disposition': contentDisposition(`${meeting.title}.ics`)},
    };
  });
}

function writeRoutes(api: Api, {store}: Dependencies): void {
  api.on('createMeeting', async ({body, staff, now}) => {
    mustOwn(staff, body.agency);
    await checkMeeting(store, body, now);
    const id = randomUUID();
    const {changeReason: _none, ...input} = body;
    const reply = await savedMeeting(store, {id, input: {...input, noticeAt: input.noticeAt ?? now}}, now);
    return {...reply, status: 201, headers: {Location: `${LIST}/${id}`}};
  });

  api.on('replaceMeeting', async ({path: {id}, body, staff, version, now}) => {
    const old = await foundMeeting(store, id);
    mustOwn(staff, old.agency);
    mustOwn(staff, body.agency);
    if (version !== 'any' && version !== old.version) throw new ProblemError('precondition-failed');
    await checkMeeting(store, body, now, old);
    checkChange(old, body, now);
    return savedMeeting(store, changed(old, body, now), now);
  });
}

/** The meeting as it is after a change; where it was to be before, and why, stays to be read. */
function changed({id, input: old, after, demo}: StoredMeeting, body: MeetingInput, now: string): MeetingRecord {
  const {changeReason = '', ...input} = body;
  const {startsAt, endsAt, place} = old;
  const change = {at: now, reason: changeReason.trim(), startsAt, endsAt, ...(place ? {place} : {})};
  const changes = isMoved(old, body) ? [change, ...(after.changes ?? [])] : after.changes;
  return {id, input: {...input, noticeAt: old.noticeAt}, after: {...after, ...(changes ? {changes} : {})}, demo};
}
