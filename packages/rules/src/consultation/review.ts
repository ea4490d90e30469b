import {addDays, chinaDate} from '../calendar.ts';
import type {Violation} from '../disclosure.ts';
import type {AgendaItem, ConsultationInput, HearingInput} from './consultation.ts';
import type {ConsultationPolicy} from './policy.ts';
import {wholeDays} from './standing.ts';
import {LOCAL_MATTERS, mattersOf, PARTICIPATION_METHODS, PROVINCE_MATTERS} from './vocabulary.ts';

/** Wire codes of broken rules of participation. */
export type ConsultationCode =
  | 'secrecy-basis-required'
  | 'secret-draft'
  | 'draft-missing'
  | 'explanation-missing'
  | 'basis-missing'
  | 'channel-missing'
  | 'period-invalid'
  | 'period-too-short'
  | 'unknown-matter'
  | 'matter-of-another-level'
  | 'method-missing'
  | 'hearing-missing'
  | 'hearing-incomplete'
  | 'notice-after-hearing'
  | 'selection-missing'
  | 'participants-late'
  | 'materials-late'
  | 'record-before-hearing'
  | 'consultation-unstated'
  | 'invitation-unstated';

/** One broken rule, as `Violation`; with `warning`, one that is said but does not stop. */
export interface ParticipationViolation<Code extends string = ConsultationCode> extends Omit<Violation, 'code'> {
  readonly code: Code;
  readonly warning?: true;
}

export const blank = (text: string | undefined): boolean => !text?.trim();

const found = (code: ConsultationCode, path: string, rule: string, message: string): ParticipationViolation => ({
  code,
  path,
  rule,
  message,
});

/** What the law keeps secret is not put up, and says by which law (R3.11). */
function reviewSecrecy({secrecyExempt, draft}: ConsultationInput): ParticipationViolation[] {
  return [
    ...(blank(secrecyExempt?.basis)
      ? [found('secrecy-basis-required', '/secrecyExempt/basis', 'R3.11', '依法应当保密的，要写明依据的法律条款。')]
      : []),
    ...(draft ? [found('secret-draft', '/draft', 'R3.11', '依法应当保密的，不能附决策草案。')] : []),
  ];
}

/** Draft with explanation, basis, and the ways of giving an opinion (R3.9; 国务院令第713号 第十五条). */
function reviewMaterials({draft, explanation, basis, channels, methods = []}: ConsultationInput): ParticipationViolation[] {
  return [
    ...(draft ? [] : [found('draft-missing', '/draft', 'R3.9', '决策前要公布决策草案，请附上。')]),
    ...(blank(explanation) ? [found('explanation-missing', '/explanation', '国务院令第713号 第十五条', '决策草案要附说明，请补写。')] : []),
    ...(basis?.some(({title}) => !blank(title)) ? [] : [found('basis-missing', '/basis', 'R3.9', '决策前要公布决策依据，请补充。')]),
    ...(methods.includes('opinions') && !channels?.length
      ? [found('channel-missing', '/channels', '国务院令第713号 第十五条', '要写明提出意见的方式。')]
      : []),
  ];
}

/** 30 days, or the reason why not (国务院令第713号 第十五条); only where opinions are asked of everyone. */
function reviewPeriod(
  {opensAt = '', closesAt = '', shortReason, methods = []}: ConsultationInput,
  {minimumDays}: ConsultationPolicy,
): ParticipationViolation[] {
  if (!methods.includes('opinions')) return [];
  if (!(Date.parse(opensAt) < Date.parse(closesAt))) {
    return [found('period-invalid', '/closesAt', '国务院令第713号 第十五条', '要写明征集的起止时间，截止要晚于开始。')];
  }
  const days = wholeDays(opensAt, closesAt);
  if (days >= minimumDays || !blank(shortReason)) return [];
  const message = `公开征求意见的期限一般不少于 ${minimumDays} 日，现在只有 ${days} 个整日。缩短期限的，要说明原因。`;
  return [found('period-too-short', '/shortReason', '国务院令第713号 第十五条', message)];
}

/** A matter that the level's list does not name is unusual, not forbidden (R10.1). */
function reviewMatter({level, matterType = ''}: ConsultationInput): ParticipationViolation[] {
  if (!Object.hasOwn(PROVINCE_MATTERS, matterType) && !Object.hasOwn(LOCAL_MATTERS, matterType)) {
    return [found('unknown-matter', '/matterType', 'R10.1', '请选择公众参与事项的类别。')];
  }
  if (!level || Object.hasOwn(mattersOf(level), matterType)) return [];
  const list = level === 'province' ? '市县级' : '省级';
  return [{...found('matter-of-another-level', '/matterType', 'R10.1', `这一类别属于${list}的参与事项范围，请核对。`), warning: true}];
}

function reviewMethods({methods = [], hearing}: ConsultationInput): ParticipationViolation[] {
  const known = methods.length > 0 && methods.every((method) => Object.hasOwn(PARTICIPATION_METHODS, method));
  return [
    ...(known ? [] : [found('method-missing', '/methods', 'R11.1', '请选择公众参与的方式。')]),
    ...(methods.includes('hearing') && !hearing
      ? [found('hearing-missing', '/hearing', '国务院令第713号 第十六条', '开听证会的，要公布时间、地点等信息。')]
      : []),
  ];
}

/** What must have happened by now: the participants' list before the hearing, their materials 7 days before it. */
function reviewPreparation({at = '', participantsAt = '', materialsOn}: HearingInput, now: number, days: number): ParticipationViolation[] {
  const held = Date.parse(at);
  if (Number.isNaN(held)) return [];
  const dueOn = addDays(chinaDate(held), -days);
  const listed = Date.parse(participantsAt);
  return [
    ...(listed < held || (Number.isNaN(listed) && now < held)
      ? []
      : [found('participants-late', '/hearing/participantsAt', '国务院令第713号 第十六条', '听证参加人名单应当在听证会前公布。')]),
    ...((materialsOn ?? chinaDate(now)) > dueOn
      ? [found('materials-late', '/hearing/materialsOn', 'R11.2', `听证会材料应当在 ${dueOn} 前（含当日）送达听证参加人。`)]
      : []),
  ];
}

/**
 * Every rule of R11.2 and 国务院令第713号 第十六、十七条 that a hearing breaks.
 * @param now Instant in milliseconds: what is due only later is not missed yet.
 */
export function reviewHearing(hearing: HearingInput, now: number, {materialsDays}: ConsultationPolicy): ParticipationViolation[] {
  const {noticeAt = '', at = '', place, quota, selection, record} = hearing;
  const incomplete = (path: string, what: string): ParticipationViolation[] => [
    found('hearing-incomplete', `/hearing/${path}`, '国务院令第713号 第十六条', `听证会要写明${what}。`),
  ];
  const time = Date.parse(at);
  const badQuota = quota !== undefined && !(Number.isInteger(quota) && quota >= 1);
  return [
    ...(Number.isNaN(time) ? incomplete('at', '时间') : []),
    ...(blank(place) ? incomplete('place', '地点') : []),
    ...(badQuota ? incomplete('quota', '听证参加人的名额，至少一人') : []),
    ...(Date.parse(noticeAt) < time || Number.isNaN(time)
      ? []
      : [found('notice-after-hearing', '/hearing/noticeAt', 'R11.2', '听证会公告要在听证会前发布。')]),
    ...(quota !== undefined && blank(selection)
      ? [found('selection-missing', '/hearing/selection', '国务院令第713号 第十六条', '需要遴选听证参加人的，要提前公布遴选办法。')]
      : []),
    ...reviewPreparation(hearing, now, materialsDays),
    ...(record && !(Date.parse(record.publishedAt) > time)
      ? [found('record-before-hearing', '/hearing/record', 'R11.2', '听证笔录要在听证会后公布。')]
      : []),
  ];
}

/**
 * Every rule of R3.9, R3.11, R10.1, R11.1 and R11.2 that a consultation breaks, in the order of the form. What must be
 * kept secret is asked for nothing but the law that says so.
 * @param now Instant in milliseconds by the server's clock.
 */
export function reviewConsultation(input: ConsultationInput, now: number, policy: ConsultationPolicy): ParticipationViolation[] {
  if (input.secrecyExempt) return reviewSecrecy(input);
  return [
    ...reviewMatter(input),
    ...reviewMethods(input),
    ...reviewMaterials(input),
    ...reviewPeriod(input, policy),
    ...(input.hearing ? reviewHearing(input.hearing, now, policy) : []),
  ];
}

/** Whether 重大民生事项 on an agenda say if the public was asked, and if somebody is invited (R3.13). */
export function reviewAgenda(items: readonly AgendaItem[]): ParticipationViolation[] {
  return items.flatMap(({livelihood, consultationRef, notConsultedReason, invites}, i) => {
    if (!livelihood) return [];
    const asked = !blank(consultationRef) || !blank(notConsultedReason);
    return [
      ...(asked
        ? []
        : [found('consultation-unstated', `/items/${i}/consultationRef`, 'R3.13', '要列明是否已向社会公开征求意见；没有的，说明理由。')]),
      ...(invites === undefined
        ? [found('invitation-unstated', `/items/${i}/invites`, 'R3.13', '要提出是否邀请有关方面人员列席会议。')]
        : []),
    ];
  });
}
