/** Meetings for the staff of the agency: cancellation, record, who signed up and who is selected (R11.2; 国务院令第713号 第十六、十七条). */
import {Readable} from 'node:stream';
import type {FieldError, SelectionInput, StaffSignUp} from '@zwgk/contract';
import {maskName} from '@zwgk/rules/meeting';
import type {Api, Dependencies} from '../../http/api.ts';
import {contentDisposition} from '../../http/headers.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import type {StoredMeeting} from '../../store/meetings/records.ts';
import type {RepeatedSignUp} from '../../store/meetings/staff-reads.ts';
import type {Store} from '../../store/store.ts';
import {refuse} from '../applications/check.ts';
import {foundMeeting, savedMeeting} from '../meetings/meetings.ts';
import {signUpsCsv, signUpsXlsx} from './export.ts';

const EXPORT_TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const owned = async (store: Store, id: string, staff: string): Promise<StoredMeeting> => {
  const found = await foundMeeting(store, id);
  mustOwn(staff, found.agency);
  return found;
};

export function staffMeetingRoutes(api: Api, deps: Dependencies): void {
  courseRoutes(api, deps);
  peopleRoutes(api, deps);
}

function courseRoutes(api: Api, {store}: Dependencies): void {
  api.on('cancelMeeting', async ({path: {id}, body, staff, now}) => {
    const found = await owned(store, id, staff);
    if (found.after.cancelled || now >= found.schedule.startsAt) throw new ProblemError('illegal-move');
    const reason = body.reason.trim();
    if (!reason) refuse([{path: '/reason', code: 'required', message: '要写明取消的原因'}]);
    return savedMeeting(store, {...found, after: {...found.after, cancelled: {at: now, reason}}}, now);
  });

  api.on('publishMeetingRecord', async ({path: {id}, body: {text, ...body}, staff, now}) => {
    const found = await owned(store, id, staff);
    if (found.after.cancelled || now < found.schedule.endsAt) throw new ProblemError('illegal-move');
    const kept = text?.trim();
    if (!kept && body.url === undefined) refuse([{path: '/text', code: 'required', message: '要有记录的内容或者网址'}]);
    // A corrected record was published when the first one was.
    const publishedAt = found.after.record?.publishedAt ?? now;
    const record = {...body, ...(kept ? {text: kept} : {}), publishedAt};
    return savedMeeting(store, {...found, after: {...found.after, record}}, now);
  });
}

function peopleRoutes(api: Api, {store}: Dependencies): void {
  const {meetings} = store;

  api.on('listSignUps', async ({path: {id}, query: {reveal = false, ...filter}, staff, now}) => {
    const {row} = await owned(store, id, staff);
    if (reveal) await meetings.logRead(row, staff, `sign-ups ${filter.cursor ?? ''}`.trim(), now);
    const {signUps, ...page} = await meetings.signUps(row, filter);
    return {body: {items: signUps.map((each) => staffSignUp(each, reveal)), ...page, states: await meetings.states(row)}};
  });

  api.on('exportSignUps', async ({path: {id}, query: {format = 'csv'}, staff, now, today}) => {
    const {row} = await owned(store, id, staff);
    await meetings.logRead(row, staff, `export ${format}`, now);
    const rows = meetings.eachSignUp(row);
    const stream = format === 'xlsx' ? signUpsXlsx(rows) : signUpsCsv(rows);
    const headers = {'Content-Disposition': contentDisposition(`报名名单-${today}.${format}`)};
    return {body: Readable.toWeb(stream), type: EXPORT_TYPES[format], headers};
  });

  api.on('selectSignUps', async ({path: {id}, body, staff, now}) => {
    const found = await owned(store, id, staff);
    if (found.after.cancelled || now >= found.schedule.startsAt) throw new ProblemError('illegal-move');
    const chosen = await selected(store, found, body);
    if (body.type === 'decline') {
      const reason = body.reason?.trim() ?? '';
      if (!reason) refuse([{path: '/reason', code: 'required', message: '要写明理由，告知报名的人'}]);
      await meetings.move(found, chosen, {to: 'declined', staff, reason}, now);
      return {body: {states: await meetings.states(found.row)}};
    }
    const {method, closesAt} = found.input.signUp ?? {};
    const fits = method === (body.type === 'draw' ? 'lot' : 'review');
    if (!fits || now < new Date(closesAt!).toISOString()) throw new ProblemError('illegal-move');
    const done = await meetings.select(found, body.type === 'draw' ? undefined : chosen, staff, now);
    if (!done) throw new ProblemError('illegal-move');
    return {body: {...done, states: await meetings.states(found.row)}};
  });
}

/** The numbers that a selection names, each of this meeting; no more of a role than it has seats. @throws ProblemError */
async function selected({meetings}: Store, {row, input}: StoredMeeting, {type, signUps = []}: SelectionInput): Promise<string[]> {
  if (type === 'draw') return [];
  if (signUps.length === 0) refuse([{path: '/signUps', code: 'required', message: '要写明报名编号'}]);
  const roles = new Map<string, string>();
  for await (const batch of meetings.eachSignUp(row))
    for (const {number, role, state} of batch) if (type === 'decline' || state === 'received') roles.set(number, role);
  const errors: FieldError[] = signUps.flatMap((number, i) =>
    roles.has(number) ? [] : [{path: `/signUps/${i}`, code: 'unknown-sign-up', message: '没有这个报名，或者已经退出'}],
  );
  refuse(errors);
  const over = (input.signUp?.roles ?? []).filter(({role, seats}) => signUps.filter((number) => roles.get(number) === role).length > seats);
  if (type === 'choose' && over.length > 0)
    throw new ProblemError('rule-violated', {
      errors: over.map(({role}) => ({path: '/signUps', code: 'too-many', message: `${role} 超过名额`})),
    });
  return [...signUps];
}

function staffSignUp({number, submittedAt, role, state, repeats, reason, words}: RepeatedSignUp, reveal: boolean): StaffSignUp {
  return {
    number,
    submittedAt,
    role,
    state,
    repeats,
    ...(reason === null ? {} : {reason}),
    ...(words ? (reveal ? words : {name: maskName(words.name), ...(words.statement ? {statement: words.statement} : {})}) : {}),
  };
}
