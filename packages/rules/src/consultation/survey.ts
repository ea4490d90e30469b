/** 问卷调查 (R6.3; 国务院令第713号 第十四条). */
import type {ConsultationState, QuestionTally, Survey, SurveyAnswer, SurveyAnswers, SurveyOption, SurveyQuestion} from '@zwgk/contract';
import {commentText} from './text.ts';

export type {QuestionTally, Survey, SurveyAnswer, SurveyAnswers, SurveyOption, SurveyQuestion} from '@zwgk/contract';

export const SURVEY_LIMITS = {questions: 50, options: 30, scale: 10, text: 1000} as const;

export type QuestionCode =
  | 'required'
  | 'too-many'
  | 'id-twice'
  /** A choice needs at least two options. */
  | 'too-few-options'
  /** Bounds that nobody can keep. */
  | 'bounds-invalid'
  | 'unknown-kind';
export interface QuestionProblem {
  readonly path: string;
  readonly code: QuestionCode;
}

const twice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;
const isWhole = (value: number, from: number, to: number): boolean => Number.isInteger(value) && value >= from && value <= to;

function reviewOptions(options: readonly SurveyOption[], path: string): QuestionProblem[] {
  const report = (code: QuestionCode): QuestionProblem[] => [{path: `${path}/options`, code}];
  if (options.length < 2) return report('too-few-options');
  if (options.length > SURVEY_LIMITS.options) return report('too-many');
  if (options.some(({id, label}) => !id || !commentText(label))) return report('required');
  return twice(options.map(({id}) => id)) ? report('id-twice') : [];
}

function reviewQuestion(question: SurveyQuestion, path: string): QuestionProblem[] {
  const invalid = (wrong: boolean, field: string): QuestionProblem[] =>
    wrong ? [{path: `${path}/${field}`, code: 'bounds-invalid' as const}] : [];
  switch (question.kind) {
    case 'single':
      return reviewOptions(question.options, path);
    case 'several': {
      const {options, least = 0, most = options.length} = question;
      return [
        ...reviewOptions(options, path),
        ...invalid(!isWhole(least, 0, options.length) || !isWhole(most, Math.max(1, least), options.length), 'most'),
      ];
    }
    case 'scale': {
      const {from, to} = question;
      const unsaid = (['fromLabel', 'toLabel'] as const).filter((end) => !commentText(question[end]));
      return [
        ...invalid(!Number.isInteger(from) || !isWhole(to, from + 1, from + SURVEY_LIMITS.scale), 'to'),
        ...unsaid.map((end) => ({path: `${path}/${end}`, code: 'required' as const})),
      ];
    }
    case 'text':
      return invalid(!isWhole(question.maxLength ?? SURVEY_LIMITS.text, 1, SURVEY_LIMITS.text), 'maxLength');
    default:
      return [{path: `${path}/kind`, code: 'unknown-kind'}];
  }
}

/** What is wrong in a survey as an agency submits it. */
export function reviewSurvey(questions: readonly SurveyQuestion[]): QuestionProblem[] {
  if (!questions.length) return [{path: '/questions', code: 'required'}];
  if (questions.length > SURVEY_LIMITS.questions) return [{path: '/questions', code: 'too-many'}];
  return questions.flatMap((question, i) => {
    const path = `/questions/${i}`;
    const before = questions.slice(0, i).some(({id}) => id === question.id);
    return [
      ...(question.id && commentText(question.title) ? [] : [{path: `${path}/title`, code: 'required' as const}]),
      ...(before ? [{path: `${path}/id`, code: 'id-twice' as const}] : []),
      ...reviewQuestion(question, path),
    ];
  });
}

export type AnswerProblemCode = 'required' | 'unknown-option' | 'too-few' | 'too-many' | 'out-of-range' | 'too-long' | 'unknown-question';
export interface AnswerProblem {
  readonly question: string;
  readonly code: AnswerProblemCode;
}

const answerOf = (answers: SurveyAnswers, id: string): SurveyAnswer | undefined => (Object.hasOwn(answers, id) ? answers[id] : undefined);

/** Nothing chosen and nothing written is no answer. */
function isSkipped(answer: SurveyAnswer | undefined): boolean {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return !commentText(answer);
  return typeof answer !== 'number' && answer.length === 0;
}

/** What is wrong with an answer that was given. */
function wrongWith(question: SurveyQuestion, answer: SurveyAnswer): AnswerProblemCode | undefined {
  switch (question.kind) {
    case 'single':
      return question.options.some(({id}) => id === answer) ? undefined : 'unknown-option';
    case 'several': {
      const {options, least = 0, most = options.length} = question;
      if (typeof answer === 'string' || typeof answer === 'number' || twice(answer)) return 'unknown-option';
      if (!answer.every((each) => options.some(({id}) => id === each))) return 'unknown-option';
      return answer.length < least ? 'too-few' : answer.length > most ? 'too-many' : undefined;
    }
    case 'scale':
      return typeof answer === 'number' && isWhole(answer, question.from, question.to) ? undefined : 'out-of-range';
    case 'text':
      if (typeof answer !== 'string') return 'required';
      return [...commentText(answer)].length > (question.maxLength ?? SURVEY_LIMITS.text) ? 'too-long' : undefined;
  }
}

/** What is missing or wrong in a visitor's answers, in the order of the questions. */
export function validateAnswers(questions: readonly SurveyQuestion[], answers: SurveyAnswers): AnswerProblem[] {
  const ids = new Set(questions.map(({id}) => id));
  const strange = Object.keys(answers).filter((id) => !ids.has(id));
  const wrong = questions.flatMap((question): AnswerProblem[] => {
    const answer = answerOf(answers, question.id);
    const code = isSkipped(answer) ? (question.required ? 'required' : undefined) : wrongWith(question, answer!);
    return code ? [{question: question.id, code}] : [];
  });
  return [...wrong, ...strange.map((question) => ({question, code: 'unknown-question' as const}))];
}

/** Answers as they are kept: nothing that was skipped, texts as comments' are. */
export const keptAnswers = (answers: SurveyAnswers): SurveyAnswers =>
  Object.fromEntries(
    Object.entries(answers)
      .filter(([, answer]) => !isSkipped(answer))
      .map(([id, answer]) => [id, typeof answer === 'string' ? commentText(answer) : answer]),
  );

const choicesOf = (question: SurveyQuestion): string[] => {
  if (question.kind === 'text') return [];
  if (question.kind !== 'scale') return question.options.map(({id}) => id);
  return [...Array(question.to - question.from + 1).keys()].map((i) => String(question.from + i));
};

/** What one sheet adds to the counts: of each question that it answers the choices, and an empty one for the answer itself. */
export type SurveyMark = readonly [question: string, choice: string];

/** An answer that does not fit counts as skipped. */
export function surveyMarks(questions: readonly SurveyQuestion[], answers: SurveyAnswers): SurveyMark[] {
  return questions.flatMap((question): SurveyMark[] => {
    const {id, kind} = question;
    const answer = answerOf(answers, id);
    if (isSkipped(answer) || wrongWith(question, answer!)) return [];
    const choices = kind === 'text' ? [] : [answer!].flat().map(String);
    return ['', ...choices].map((choice) => [id, choice]);
  });
}

/**
 * Counts as they are shown. Per question answered + skipped are all who took part; of single choices and scales the counts
 * add up to answered, of several choices to the choices made.
 * @param countOf How often a mark was made.
 */
export const surveyTally = (
  questions: readonly SurveyQuestion[],
  participants: number,
  countOf: (...mark: SurveyMark) => number,
): QuestionTally[] =>
  questions.map((question) => {
    const {id, kind} = question;
    const answered = countOf(id, '');
    const counts = choicesOf(question).map((choice) => [choice, countOf(id, choice)] as const);
    const sum = counts.reduce((total, [choice, count]) => total + Number(choice) * count, 0);
    const mean = kind === 'scale' && answered > 0 ? {mean: sum / answered} : {};
    return {question: id, answered, skipped: participants - answered, counts: Object.fromEntries(counts), ...mean};
  });

/** Counts all answers of a survey. */
export function tallySurvey(questions: readonly SurveyQuestion[], all: readonly SurveyAnswers[]): QuestionTally[] {
  const counts = new Map<string, number>();
  for (const mark of all.flatMap((answers) => surveyMarks(questions, answers)))
    counts.set(mark.join(' '), (counts.get(mark.join(' ')) ?? 0) + 1);
  return surveyTally(questions, all.length, (...mark) => counts.get(mark.join(' ')) ?? 0);
}

/** Whether everybody sees the counts: those who answer later are not to be steered by them. */
export const showsResults = ({showResults}: Survey, state: ConsultationState): boolean =>
  state === 'closed' || state === 'reported' || (state === 'open' && showResults === 'always');
