/** What a notice must be before it is put up (R3.12–R3.14, R11.2), and what a sign-up must be before it is taken. */
import type {FieldError, MeetingInput, SignUpInput} from '@zwgk/contract';
import {commentText} from '@zwgk/rules/consultation';
import {nameOf, reviewMeeting, signUpOpensAt, validateSignUp, type SignUpCode} from '@zwgk/rules/meeting';
import {ProblemError} from '../../http/problem.ts';
import type {PersonWords, StoredMeeting} from '../../store/meetings/records.ts';
import type {Store} from '../../store/store.ts';
import {agencyById} from '../application-guides/guide.ts';
import {FIELD_MESSAGES, refuse} from '../applications/check.ts';

/** @throws ProblemError `unknown-agency`, `rule-violated` with every broken rule, `not-found` for a consultation that is not there */
export async function checkMeeting(store: Store, input: MeetingInput, now: string, before?: StoredMeeting): Promise<void> {
  if (!(await agencyById(store, input.agency)))
    throw new ProblemError('unknown-agency', {errors: [{path: '/agency', code: 'unknown-agency', message: '没有这个机关'}]});
  const said = {
    ...input,
    noticeAt: input.noticeAt ?? before?.input.noticeAt ?? now,
    ...(before?.selectedAt === undefined ? {} : {participantsAt: before.selectedAt}),
  };
  const errors: FieldError[] = reviewMeeting(said, Date.parse(now), store.meetings.policy, before?.input).map(
    ({code, path, message, rule}) => ({path, code, message: `${message}（${rule}）`}),
  );
  const asked = [
    [input.consultation, '/consultation'] as const,
    ...(input.agenda ?? []).map(({consultation}, i) => [consultation, `/agenda/${i}/consultation`] as const),
  ];
  for (const [id, path] of asked) {
    if (id !== undefined && !(await store.consultations.find(id)))
      errors.push({path, code: 'unknown-consultation', message: '没有这次意见征集'});
  }
  if (errors.length > 0) throw new ProblemError('rule-violated', {errors});
}

/** What stands against a change: what people signed up under stays. @throws ProblemError `conflict` */
export function checkChange({input: old, schedule, after}: StoredMeeting, input: MeetingInput, now: string): void {
  const errors: FieldError[] = [];
  const wrong = (path: string, message: string): unknown => errors.push({path, code: 'conflict', message});
  const same = (a: string, b: string): boolean => Date.parse(a) === Date.parse(b);
  if (after.cancelled) wrong('', '已经取消');
  if (input.noticeAt !== undefined && !same(input.noticeAt, old.noticeAt)) wrong('/noticeAt', '公告已经发布');
  if (Date.parse(schedule.startsAt) <= Date.parse(now) && !same(input.startsAt, old.startsAt)) wrong('/startsAt', '已经开始');
  if (old.signUp && Date.parse(signUpOpensAt(schedule)) <= Date.parse(now)) {
    const {signUp} = input;
    if (signUp?.method !== old.signUp.method) wrong('/signUp/method', '已经开始报名，产生办法不能再改');
    for (const {role, seats} of old.signUp.roles) {
      const left = signUp?.roles.find((each) => each.role === role)?.seats ?? 0;
      if (left < seats) wrong('/signUp/roles', '已经开始报名，名额只能增加');
    }
  }
  if (errors.length > 0) throw new ProblemError('conflict', {errors});
}

const MESSAGES: Readonly<Partial<Record<SignUpCode, string>>> = {
  ...FIELD_MESSAGES,
  'unknown-role': '不邀请这一类人员',
  'not-offered': '没有这个字段',
  'consent-required': '需要同意为本次会议使用所填内容',
};

/** What is kept of who signs up. @throws ProblemError `invalid-body` naming every field */
export function checkSignUp({input: {signUp}}: StoredMeeting, input: SignUpInput): PersonWords {
  refuse(validateSignUp(input, signUp!).map(({field, code}) => ({path: `/${field}`, code, message: MESSAGES[code] ?? '格式不对'})));
  const {name = '', ...others} = input;
  const kept = (['mobile', 'email', 'employer', 'statement', 'needs'] as const).flatMap((field) => {
    const text = commentText(others[field] ?? '');
    return text ? [[field, text]] : [];
  });
  return {name: nameOf(name), ...(Object.fromEntries(kept) as Partial<PersonWords>)};
}
