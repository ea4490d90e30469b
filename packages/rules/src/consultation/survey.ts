/** 问卷调查 (R6.3; 国务院令第713号 第十四条). */
import {commentText} from './comment.ts';

interface Asked {
  readonly id: string;
  readonly title: string;
  readonly required?: boolean;
}
export interface SurveyOption {
  readonly id: string;
  readonly label: string;
}
export type SurveyQuestion =
  | (Asked & {readonly kind: 'single'; readonly options: readonly SurveyOption[]})
  /** `least` and `most` bound the choices of whoever answers. */
  | (Asked & {readonly kind: 'several'; readonly options: readonly SurveyOption[]; readonly least?: number; readonly most?: number})
  /** Whole numbers from `from` up to `to`. */
  | (Asked & {readonly kind: 'scale'; readonly from: number; readonly to: number})
  | (Asked & {readonly kind: 'text'; readonly maxLength?: number});

/** Answers by question: an option's id, several of them, a number, or a text. */
export type SurveyAnswer = string | readonly string[] | number;
export type SurveyAnswers = Readonly<Record<string, SurveyAnswer>>;

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
      return invalid(!Number.isInteger(from) || !isWhole(to, from + 1, from + SURVEY_LIMITS.scale), 'to');
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

/** How often each option or number was chosen; `answered` and `skipped` add up to all who took part. */
export interface QuestionTally {
  readonly question: string;
  readonly answered: number;
  readonly skipped: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Of a scale that somebody answered. */
  readonly mean?: number;
}

const choicesOf = (question: SurveyQuestion): string[] => {
  if (question.kind === 'text') return [];
  if (question.kind !== 'scale') return question.options.map(({id}) => id);
  return [...Array(question.to - question.from + 1).keys()].map((i) => String(question.from + i));
};

/**
 * Counts all answers of a survey. Per question answered + skipped are all who took part; of single choices and scales the
 * counts add up to answered, of several choices to the choices made. An answer that does not fit counts as skipped.
 */
export function tallySurvey(questions: readonly SurveyQuestion[], all: readonly SurveyAnswers[]): QuestionTally[] {
  return questions.map((question) => {
    const given = all.flatMap((answers) => {
      const answer = answerOf(answers, question.id);
      return isSkipped(answer) || wrongWith(question, answer!) ? [] : [answer!];
    });
    const counts = new Map(choicesOf(question).map((choice) => [choice, 0]));
    const chosen = question.kind === 'text' ? [] : given.flat().map(String);
    for (const choice of chosen) counts.set(choice, counts.get(choice)! + 1);
    const sum = given.reduce<number>((total, answer) => total + Number(answer), 0);
    const mean = question.kind === 'scale' && given.length ? {mean: sum / given.length} : {};
    const answered = given.length;
    return {question: question.id, answered, skipped: all.length - answered, counts: Object.fromEntries(counts), ...mean};
  });
}
