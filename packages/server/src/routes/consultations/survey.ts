/** 问卷调查 (R6.3; 国务院令第713号 第十四条): what a survey must be, its results, and what the office takes home. */
import type {ConsultationInput, FieldError, MyAnswers, SurveyResults} from '@zwgk/contract';
import {keptAnswers, reviewSurvey, showsResults, type AnswerProblemCode, type QuestionCode} from '@zwgk/rules/consultation';
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {ProblemError} from '../../http/problem.ts';
import type {StoredConsultation} from '../../store/consultations/records.ts';
import type {NewAnswers, StoredAnswers} from '../../store/consultations/surveys.ts';
import type {Store} from '../../store/store.ts';
import {foundConsultation} from './consultations.ts';
import {standingOf} from './view.ts';

const QUESTION_MESSAGES: Readonly<Record<QuestionCode, string>> = {
  required: '缺少必填项',
  'too-many': '太多',
  'id-twice': '编号用了两次',
  'too-few-options': '至少要有两个选项',
  'bounds-invalid': '范围不对',
  'unknown-kind': '没有这种题型',
};
export const ANSWER_MESSAGES: Readonly<Record<AnswerProblemCode, string>> = {
  required: '这一题要回答',
  'unknown-option': '没有这个选项',
  'too-few': '选得太少',
  'too-many': '选得太多',
  'out-of-range': '不在范围内',
  'too-long': '太长',
  'unknown-question': '没有这一题',
};

/** What is wrong in the survey of a consultation. */
export function surveyFaults({survey, channels}: ConsultationInput): FieldError[] {
  if (!survey) return [];
  const found = reviewSurvey(survey.questions).map(({path, code}) => ({path: `/survey${path}`, code, message: QUESTION_MESSAGES[code]}));
  // Nobody can answer it by letter.
  return channels?.includes('web')
    ? found
    : [...found, {path: '/channels', code: 'channel-missing', message: '问卷只能在网上回答，提出意见的方式要有网上提交'}];
}

/** Checked answers as they are stored; `undefined` where none was given. */
export function answersOf({input}: StoredConsultation, answers: NewAnswers['values'] = {}): NewAnswers | undefined {
  const values = keptAnswers(answers);
  return Object.keys(values).length > 0 ? {questions: input.survey!.questions, values} : undefined;
}

export const myAnswers = ({counted, values, withdrawnAt}: StoredAnswers): MyAnswers => ({
  ...(values ? {values} : {}),
  counted,
  ...(withdrawnAt === null ? {} : {withdrawnAt}),
  moves: values ? ['withdraw'] : [],
});

export async function surveyResults({consultations}: Pick<Store, 'consultations'>, found: StoredConsultation): Promise<SurveyResults> {
  if (!found.input.survey) throw new ProblemError('not-found');
  return {consultation: found.id, ...(await consultations.surveys.counted(found))};
}

export function surveyRoutes(api: Api, {store}: Dependencies): void {
  api.on('getSurveyResults', async ({path: {id}, now}) => {
    const found = await foundConsultation(store, id);
    const {survey} = found.input;
    if (!survey || !showsResults(survey, standingOf(store.consultations, found, Date.parse(now)).state))
      throw new ProblemError('not-found');
    const path = `${API_BASE}/consultations/${id}`;
    return {body: await surveyResults(store, found), headers: {Link: linkHeader({self: `${path}/survey/results`, collection: path})}};
  });
}
