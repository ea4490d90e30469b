import type {MeetingInput, MeetingMatter, SignUpOffer} from '@zwgk/contract';
import {chinaDate} from '../calendar.ts';
import {reviewAgenda, reviewHearing, type ConsultationCode, type ParticipationViolation} from '../consultation/review.ts';
import {startOfDay, wholeDays} from '../consultation/standing.ts';
import type {MeetingPolicy} from './policy.ts';

/** Wire codes of broken rules of meetings. */
export type MeetingCode =
  | ConsultationCode
  | 'times-invalid'
  | 'notice-in-future'
  | 'place-missing'
  | 'draft-missing'
  | 'notice-too-short'
  | 'sign-up-invalid'
  | 'role-twice'
  | 'media-alternative-missing'
  | 'change-unexplained';

export type MeetingViolation = ParticipationViolation<MeetingCode>;

const blank = (text: string | undefined): boolean => !text?.trim();
const found = (code: MeetingCode, path: string, rule: string, message: string): MeetingViolation => ({code, path, rule, message});

/** How `reviewHearing` names a field, and where it stands in a meeting. */
const PATHS: Readonly<Record<string, string>> = {
  '/hearing/at': '/startsAt',
  '/hearing/place': '/place',
  '/hearing/quota': '/signUp/roles',
  '/hearing/noticeAt': '/noticeAt',
  '/hearing/selection': '/signUp/selection',
  '/hearing/participantsAt': '/participantsAt',
  '/hearing/materialsOn': '/materialsOn',
};

const quotaOf = ({roles}: SignUpOffer): number => roles.reduce((sum, {seats}) => sum + seats, 0);

/** 听证会 (国务院令第713号 第十六条): draft, time, place, way of selection, participants, materials; and word in time. */
function reviewHearingNotice(
  {noticeAt, startsAt, place, signUp, participantsAt, materialsOn, consultation, materials = [], shortNoticeReason}: MeetingInput,
  now: number,
  {materialsDays, noticeDays}: MeetingPolicy,
): MeetingViolation[] {
  const notice = noticeAt ?? new Date(now).toISOString();
  const hearing = {
    noticeAt: notice,
    at: startsAt,
    ...(place ? {place: place.name} : {}),
    ...(signUp ? {quota: quotaOf(signUp), ...(signUp.selection === undefined ? {} : {selection: signUp.selection})} : {}),
    ...(participantsAt === undefined ? {} : {participantsAt}),
    ...(materialsOn === undefined ? {} : {materialsOn}),
  };
  const broken = reviewHearing(hearing, now, {minimumDays: 0, reportDays: 0, concentratedComments: 0, concentratedShare: 0, materialsDays});
  const days = wholeDays(notice, new Date(startOfDay(chinaDate(Date.parse(startsAt)))).toISOString());
  return [
    ...broken.map((each) => ({...each, path: PATHS[each.path] ?? each.path})),
    ...(consultation === undefined && materials.length === 0
      ? [found('draft-missing', '/materials', '国务院令第713号 第十六条', '听证会要公布决策草案：附上材料，或者写明所属的意见征集。')]
      : []),
    ...(days < noticeDays && blank(shortNoticeReason) && Date.parse(notice) < Date.parse(startsAt)
      ? [
          found(
            'notice-too-short',
            '/shortNoticeReason',
            'R11.2',
            `听证会公告到开会不足 ${noticeDays} 个整日，只有 ${days} 日，请说明原因。`,
          ),
        ]
      : []),
  ];
}

function reviewTimes({noticeAt, startsAt, endsAt}: MeetingInput, now: number): MeetingViolation[] {
  return [
    ...(Date.parse(startsAt) < Date.parse(endsAt) ? [] : [found('times-invalid', '/endsAt', 'R11.2', '结束时间要晚于开始时间。')]),
    ...(noticeAt === undefined || Date.parse(noticeAt) <= now
      ? []
      : [found('notice-in-future', '/noticeAt', 'R11.2', '公告发布时间不能晚于现在。')]),
  ];
}

function reviewSignUp({noticeAt, startsAt, signUp}: MeetingInput, now: number): MeetingViolation[] {
  if (!signUp) return [];
  const opens = Date.parse(signUp.opensAt ?? noticeAt ?? '') || now;
  const closes = Date.parse(signUp.closesAt);
  const roles = signUp.roles.map(({role}) => role);
  return [
    ...(opens < closes && closes <= Date.parse(startsAt)
      ? []
      : [found('sign-up-invalid', '/signUp/closesAt', 'R3.12', '报名截止要晚于报名开始，不晚于会议开始。')]),
    ...(new Set(roles).size === roles.length ? [] : [found('role-twice', '/signUp/roles', 'R3.12', '同一类人员只能写一次名额。')]),
    ...(signUp.method !== 'order' && blank(signUp.selection)
      ? [found('selection-missing', '/signUp/selection', '国务院令第713号 第十六条', '需要遴选的，要提前公布遴选办法。')]
      : []),
  ];
}

/** Who cannot hear follows by captions, or in a way that is told beforehand (R3.14). */
const reviewVideos = (input: MeetingInput): MeetingViolation[] =>
  (['live', 'replay'] as const).flatMap((name) => {
    const video = input[name];
    return !video || video.captions || !blank(video.note)
      ? []
      : [found('media-alternative-missing', `/${name}/note`, 'R3.14', '没有字幕的，要写明听障人士怎样了解内容。')];
  });

function reviewMatters(agenda: readonly MeetingMatter[]): MeetingViolation[] {
  const items = agenda.map(({consultation, ...item}) => ({
    ...item,
    ...(consultation === undefined ? {} : {consultationRef: consultation}),
  }));
  return reviewAgenda(items).map(({path, ...each}) => ({
    ...each,
    path: path.replace('/items/', '/agenda/').replace('consultationRef', 'consultation'),
  }));
}

/**
 * Every rule of R3.12–R3.14, R11.2 and 国务院令第713号 第十六条 that a notice breaks, in the order of the form.
 * @param now Instant in milliseconds by the server's clock.
 * @param before The same meeting as it stands: what was said is only changed with a reason.
 */
export function reviewMeeting(input: MeetingInput, now: number, policy: MeetingPolicy, before?: MeetingInput): MeetingViolation[] {
  const {kind, place, agenda = [], changeReason} = input;
  const violations = [
    ...reviewTimes(input, now),
    ...(place || kind === 'interview' || kind === 'hearing' ? [] : [found('place-missing', '/place', 'R11.2', '要写明地点。')]),
    ...(kind === 'hearing' ? reviewHearingNotice(input, now, policy) : []),
    ...reviewSignUp(input, now),
    ...reviewMatters(agenda),
    ...reviewVideos(input),
    ...(before && isMoved(before, input) && blank(changeReason)
      ? [found('change-unexplained', '/changeReason', 'R11.2', '时间、地点有变化的，要说明原因，告知公众和已报名的人。')]
      : []),
  ];
  return violations.filter(({code, path}, i) => violations.findIndex((each) => each.code === code && each.path === path) === i);
}

/** Whether somebody who knows the old notice would come at a wrong time, or to a wrong place. */
export const isMoved = (before: MeetingInput, after: MeetingInput): boolean =>
  Date.parse(before.startsAt) !== Date.parse(after.startsAt) ||
  Date.parse(before.endsAt) !== Date.parse(after.endsAt) ||
  before.place?.name !== after.place?.name ||
  before.place?.address !== after.place?.address;
