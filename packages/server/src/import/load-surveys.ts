/** Answers of the sample's surveys: invented sheets, the same in every database. */
import type {Survey, SurveyAnswers, SurveyQuestion} from '@zwgk/contract';
import {chinaDate} from '@zwgk/rules';
import type {Secrets} from '../store/applications/submissions.ts';
import type {Store} from '../store/store.ts';

/** A survey and how it was answered. */
export interface SampleSurvey extends Survey {
  /** Sheets that are sent without a comment. */
  readonly sheets: number;
  /** How often each option or number comes up, by question, in its order. */
  readonly shares: Readonly<Record<string, readonly number[]>>;
  /** What some write. */
  readonly texts: readonly string[];
}

/** Spreads sheets over shares without chance: neighbours differ, and all of them together keep the shares. */
const STEP = 7;
/** Every so many skip what need not be answered, and so many write something. */
const SKIPS = 9;
const WRITES = 6;

const secretsOf = (no: number): Secrets => ({
  number: `Y20260106-9${String(no).padStart(5, '0')}`,
  queryCode: `DEM0-DEM1-${String(no).padStart(4, '0')}`,
  linkToken: `demo-survey-token-${String(no).padStart(6, '0')}`,
});

function pick(shares: readonly number[], k: number): number {
  const all = shares.reduce((sum, share) => sum + share, 0);
  let at = (k * STEP) % all;
  return shares.findIndex((share) => (at -= share) < 0);
}

function answerOf(question: SurveyQuestion, {shares, texts}: SampleSurvey, k: number): SurveyAnswers[string] | undefined {
  if (question.kind === 'text') return k % WRITES === 0 ? texts[(k / WRITES) % texts.length] : undefined;
  if (!question.required && k % SKIPS === 4) return undefined;
  const of = shares[question.id]!;
  if (question.kind === 'scale') return question.from + pick(of, k);
  const first = question.options[pick(of, k)]!.id;
  if (question.kind === 'single') return first;
  return [...new Set([first, question.options[pick(of, k * 3 + 1)]!.id])];
}

function sheetOf(survey: SampleSurvey, k: number): SurveyAnswers {
  const answers = survey.questions.map((question, i) => [question.id, answerOf(question, survey, k + i)] as const);
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)) as SurveyAnswers;
}

/** As the consultation carries it. */
export const surveyOf = ({questions, showResults}: SampleSurvey): Survey => ({questions, ...(showResults ? {showResults} : {})});

/** @param between The period, up to now. @returns how many were sent. */
export async function sendSheets(
  {consultations}: Pick<Store, 'consultations'>,
  survey: SampleSurvey,
  {row, id, title, number}: {row: number; id: string; title: string; number: number},
  [from, until]: readonly [number, number],
): Promise<void> {
  const {questions} = survey;
  for (let k = 0; k < survey.sheets; k++) {
    const at = new Date(from + ((until - from) * (k + 1)) / (survey.sheets + 1)).toISOString();
    const values = sheetOf(survey, k);
    await consultations.submit(
      {
        consultation: row,
        comments: [],
        answers: {questions, values},
        author: {consent: {processing: true}},
        authorType: undefined,
        honeypot: k === WRITES * 2 && survey.sheets > 50,
        now: at,
        today: chinaDate(Date.parse(at)),
        address: 'sample',
        demo: secretsOf(number + k + 1),
        receipt: (secrets, comments) => ({
          ...secrets,
          submittedAt: at,
          consultation: id,
          title,
          comments,
          answered: Object.keys(values).length,
        }),
      },
      {key: `sample-sheet-${String(number + k + 1).padStart(8, '0')}`, body: {answers: values}},
    );
  }
}
