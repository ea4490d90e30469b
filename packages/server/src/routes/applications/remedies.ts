/** What an answer rests on, and what may be done against it (条例第五十一条; 行政复议法第十一、二十、二十三条). */
import type {ApplicationAnswer, Remedy} from '@zwgk/contract';
import {addDays} from '@zwgk/rules';
import {ANSWER_LAWS, type AnswerCode} from '@zwgk/rules/application';
import {POLICY_PROFILE} from '../../config.ts';

const REGULATION = '《中华人民共和国政府信息公开条例》';
const RECORD_LAW = '第四十一条';

export function lawOf(code: ApplicationAnswer['code']): string {
  const law = Object.hasOwn(ANSWER_LAWS, code) ? ANSWER_LAWS[code as AnswerCode] : RECORD_LAW;
  return law.startsWith('第') ? REGULATION + law : law;
}

/** Last day of the 60 for an application for reconsideration. */
export const reconsiderUntil = (answeredOn: string): string => addDays(answeredOn, POLICY_PROFILE.periods['reconsideration']!.value);

export const remediesOf = (answeredOn: string, agencyName: string): Remedy[] => [
  {kind: 'complaint', text: `可以向${agencyName}的上一级行政机关或者政府信息公开工作主管部门投诉、举报。`},
  {
    kind: 'reconsideration',
    text: '可以自收到答复之日起六十日内依法申请行政复议；对不予公开不服的，应当先申请行政复议。',
    until: reconsiderUntil(answeredOn),
  },
  {kind: 'litigation', text: '对行政复议决定不服的，可以依法提起行政诉讼。'},
];
