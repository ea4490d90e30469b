/** A meeting, and a sign-up, as visitors see them. */
import type {Agency, Meeting, MySignUp, PrivacyNotice} from '@zwgk/contract';
import {canWithdraw, maskName} from '@zwgk/rules/meeting';
import {POLICY_PROFILE} from '../../config.ts';
import type {StoredMeeting} from '../../store/meetings/records.ts';
import type {Store} from '../../store/store.ts';

const DAYS_OF_YEAR = 365;

const privacyOf = ({name, office}: Agency): PrivacyNotice => ({
  handler: name,
  contact: `${office.name}，电话 ${office.phone}`,
  purpose: '安排参加本次会议：确认名额，通知时间、地点的变化，现场核对。',
  kinds: '姓名；报名表所列的联系方式和其他内容。',
  retentionDays: POLICY_PROFILE.periods['signUpRetention']!.value * DAYS_OF_YEAR,
  rights: '凭报名编号和查询码可以随时查询，会议开始前可以退出；退出以后所填内容即被删除。',
});

export async function meetingView(store: Store, stored: StoredMeeting, now: number): Promise<Meeting> {
  const {meetings, consultations} = store;
  const {id, version, input, after, demo} = stored;
  const {changes, cancelled, record} = after;
  const agency = (await store.findAgency(stored.agency))!;
  const standing = await meetings.standing(stored, now);
  const participants = await meetings.participants(stored);
  const consultation = input.consultation === undefined ? undefined : await consultations.find(input.consultation);
  const open = standing.signUp?.state === 'open' || standing.signUp?.state === 'waiting';
  return {
    ...input,
    id,
    version,
    agencyName: agency.name,
    region: agency.region,
    ...(consultation ? {consultationTitle: consultation.input.title} : {}),
    standing,
    ...(changes?.length ? {changes: [...changes]} : {}),
    ...(cancelled ? {cancelled} : {}),
    ...(record ? {record} : {}),
    ...(participants ? {participants} : {}),
    open: meetings.ready && open,
    privacy: privacyOf(agency),
    ...(demo ? {demo: true} : {}),
  };
}

/** For whoever has the receipt. */
export async function mySignUp({meetings}: Store, number: string, now: number): Promise<MySignUp> {
  const {meeting, signUp, ahead} = await meetings.ofNumber(number);
  const {id, input, after, schedule} = meeting;
  const {role, state, submittedAt, words, reason} = signUp;
  return {
    number,
    submittedAt,
    meeting: id,
    title: input.title,
    kind: input.kind,
    startsAt: schedule.startsAt,
    endsAt: schedule.endsAt,
    ...(input.place ? {place: input.place} : {}),
    standing: await meetings.standing(meeting, now),
    ...(after.cancelled ? {cancelled: after.cancelled} : {}),
    role,
    state,
    ...(words ? {name: maskName(words.name)} : {}),
    ...(state === 'waiting' ? {ahead} : {}),
    ...(reason === null ? {} : {reason}),
    canWithdraw: canWithdraw(state, schedule.startsAt, now),
  };
}
