/** Meetings of the sample: invented hearings, open days and broadcasts, and invented people who sign up, in every state. */
import {readFile} from 'node:fs/promises';
import type {MeetingInput, MeetingRole, SignUpOffer} from '@zwgk/contract';
import {addDays, chinaDate} from '@zwgk/rules';
import type {Secrets} from '../store/applications/submissions.ts';
import type {MeetingAfter, StoredMeeting} from '../store/meetings/records.ts';
import type {Store} from '../store/store.ts';

/** Days are days before (negative) or after the load; times are of that day in China. */
interface Story extends Pick<
  MeetingInput,
  'title' | 'agency' | 'kind' | 'consultation' | 'place' | 'intro' | 'materials' | 'agenda' | 'live' | 'replay'
> {
  readonly no: number;
  readonly id: string;
  readonly notice: number;
  readonly day: number;
  readonly from: string;
  readonly to: string;
  readonly signUp?: Omit<SignUpOffer, 'closesAt'> & {readonly closes: number};
  readonly materialsOn?: number;
  readonly participants?: number;
  /** Who signed up: role, how many, what they say. */
  readonly people?: readonly (readonly [MeetingRole, number, string?])[];
  /** When the first ones of each role were chosen. */
  readonly chosen?: number;
  /** Where it was to be before. */
  readonly change?: {readonly day: number; readonly from: string; readonly to: string; readonly at: number; readonly reason: string};
  readonly cancelled?: {readonly day: number; readonly reason: string};
  readonly record?: {readonly day: number; readonly kind: 'minutes' | 'summary'; readonly text: string};
}

interface Sample {
  readonly surnames: string;
  readonly meetings: readonly Story[];
}

/** What opens the sample's sign-ups of this number; the same in every database, so that pages can print it. */
export const sampleSignUpSecrets = (no: number): Secrets => ({
  number: `H20260106-${String(no).padStart(6, '0')}`,
  queryCode: `DEM0-DEM0-${String(no).padStart(4, '0')}`,
  linkToken: `demo-sign-up-token-${String(no).padStart(6, '0')}`,
});

/** Again changes nothing. @returns how many meetings the sample has. */
export async function loadMeetings({meetings}: Pick<Store, 'meetings'>, file: string, now: string): Promise<number> {
  const sample = JSON.parse(await readFile(file, 'utf8')) as Sample;
  const today = chinaDate(Date.parse(now));
  const at = (day: number, time = '09:00'): string => new Date(`${addDays(today, day)}T${time}:00+08:00`).toISOString();
  let no = 0;
  for (const story of sample.meetings) {
    const people = (story.people ?? []).flatMap(([role, count, statement]) => [...Array(count).keys()].map(() => ({role, statement})));
    if (!(await meetings.find(story.id))) {
      await meetings.save({id: story.id, input: inputOf(story, at), after: afterOf(story, at), demo: true}, at(story.notice));
      const stored = (await meetings.find(story.id))!;
      for (const [i, person] of people.entries())
        await send(meetings, stored, person, {i, no: no + i + 1, at: at(story.notice + 1, '10:00'), surnames: sample.surnames});
      if (story.chosen !== undefined) await meetings.select(stored, await firstOf(meetings, stored), story.agency, at(story.chosen));
    }
    no += people.length;
  }
  return sample.meetings.length;
}

type At = (day: number, time?: string) => string;

function inputOf(
  {
    no: _no,
    id: _id,
    notice,
    day,
    from,
    to,
    signUp,
    materialsOn,
    participants,
    people: _people,
    chosen: _chosen,
    change: _change,
    cancelled: _cancelled,
    record: _record,
    ...said
  }: Story,
  at: At,
): MeetingInput & {noticeAt: string} {
  const {closes = 0, ...offer} = signUp ?? {};
  return {
    ...said,
    noticeAt: at(notice),
    startsAt: at(day, from),
    endsAt: at(day, to),
    ...(signUp ? {signUp: {...(offer as Omit<SignUpOffer, 'closesAt'>), closesAt: at(closes, '00:00')}} : {}),
    ...(materialsOn === undefined ? {} : {materialsOn: chinaDate(Date.parse(at(materialsOn)))}),
    ...(participants === undefined ? {} : {participantsAt: at(participants)}),
  };
}

const afterOf = ({place, change, cancelled, record}: Story, at: At): MeetingAfter => ({
  ...(change
    ? {
        changes: [
          {
            at: at(change.at),
            reason: change.reason,
            startsAt: at(change.day, change.from),
            endsAt: at(change.day, change.to),
            ...(place ? {place} : {}),
          },
        ],
      }
    : {}),
  ...(cancelled ? {cancelled: {at: at(cancelled.day), reason: cancelled.reason}} : {}),
  ...(record ? {record: {kind: record.kind, text: record.text, publishedAt: at(record.day)}} : {}),
});

async function send(
  meetings: Store['meetings'],
  meeting: StoredMeeting,
  {role, statement}: {role: MeetingRole; statement: string | undefined},
  {i, no, at, surnames}: {i: number; no: number; at: string; surnames: string},
): Promise<void> {
  const {title} = meeting.input;
  const {startsAt, endsAt} = meeting.schedule;
  const words = {
    name: `${surnames[i % surnames.length]}示例`,
    mobile: `1380000${String(no).padStart(4, '0')}`,
    ...(statement ? {statement} : {}),
  };
  await meetings.submit(
    {
      meeting,
      role,
      words,
      now: at,
      today: chinaDate(Date.parse(at)),
      address: 'sample',
      demo: sampleSignUpSecrets(no),
      receipt: (secrets, state) => ({...secrets, submittedAt: at, meeting: meeting.id, title, startsAt, endsAt, role, state}),
    },
    {key: `sample-sign-up-${String(no).padStart(8, '0')}`, body: {no}},
  );
}

/** As many of each role as there are seats. */
async function firstOf(meetings: Store['meetings'], {row, input}: StoredMeeting): Promise<string[]> {
  const chosen: string[] = [];
  for await (const batch of meetings.eachSignUp(row))
    for (const {role, seats} of input.signUp!.roles)
      chosen.push(
        ...batch
          .filter((each) => each.role === role)
          .slice(0, seats)
          .map(({number}) => number),
      );
  return chosen;
}
