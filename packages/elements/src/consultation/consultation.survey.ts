/** 问卷 (R6.3; 国务院令第713号 第十四条): what is answered before it is sent with the comments, and what all answered together. */
import type {TemplateResult} from 'lit';
import type {MyAnswers, Survey, SurveyAnswer, SurveyAnswers, SurveyQuestion} from '@zwgk/contract';
import {keptAnswers, showsResults, validateAnswers, type AnswerProblem, type CommentProblem} from '@zwgk/rules/consultation';
import {adopt} from '../foundation/adopt.ts';
import {fieldStyles} from '../foundation/field.styles.ts';
import {Strings} from '../foundation/strings.ts';
import type {Draft} from './consultation.draft.ts';
import type {ConsultationHost} from './consultation.host.ts';
import type {Mine} from './consultation.mine.ts';
import type {ConsultationPage} from './consultation.page.ts';
import {renderAnswers, renderForm, renderMine} from './consultation.survey.form.ts';
import {SurveyOutcome} from './consultation.survey.results.ts';
import {surveyStrings, type SurveyStrings} from './consultation.survey.strings.ts';
import {surveyStyles} from './consultation.survey.styles.ts';
import type {ConsultationWriting} from './consultation.writing.ts';

/** A problem with an answer; `survey-changed` is the server's, about all of them. */
export interface SurveyProblem {
  readonly question: string;
  readonly code: AnswerProblem['code'] | 'survey-changed';
}

export class ConsultationSurvey {
  readonly page: ConsultationPage;
  /** Where the answers go, once there is a form. */
  session: ConsultationWriting | undefined;
  answers: SurveyAnswers = {};
  isOpen = false;
  problems: readonly SurveyProblem[] = [];
  /** What was there before everything was cleared. */
  cleared: SurveyAnswers | undefined;
  readonly #strings: Strings<SurveyStrings>;
  readonly #outcome: SurveyOutcome;

  constructor(page: ConsultationPage) {
    const {host} = page;
    this.page = page;
    adopt(host.shadowRoot!, fieldStyles);
    adopt(host.shadowRoot!, surveyStyles);
    this.#strings = new Strings(host, surveyStrings, () => host.localeWanted);
    this.#outcome = new SurveyOutcome(this);
  }

  get t(): SurveyStrings {
    return this.#strings.t;
  }
  get host(): ConsultationHost {
    return this.page.host;
  }
  get level(): number {
    return Math.min(this.host.headingLevel + 1, 6);
  }
  get survey(): Survey {
    return this.page.consultation.survey ?? {questions: []};
  }
  get questions(): readonly SurveyQuestion[] {
    return this.survey.questions;
  }
  /** Answers as they would be sent. */
  get kept(): SurveyAnswers {
    return keptAnswers(this.answers);
  }
  get answered(): number {
    return Object.keys(this.kept).length;
  }
  get showsResults(): boolean {
    return showsResults(this.survey, this.page.consultation.standing.state);
  }

  /** The server has been asked again: what it does not ask any more is not answered. */
  follow(): void {
    this.take(this.answers);
    this.#outcome.follow();
  }

  /** Answers that were kept on the device, as far as they are to questions of this survey. */
  take(answers: SurveyAnswers): void {
    const known = new Set(this.questions.map(({id}) => id));
    this.answers = Object.fromEntries(Object.entries(answers).filter(([id]) => known.has(id)));
  }

  /** The form's session comes, with what is kept on the device. */
  join(session: ConsultationWriting, draft: Draft): void {
    if (this.session) return;
    this.session = session;
    this.take(draft.read()?.answers ?? {});
  }

  /** `undefined` takes the answer back. */
  answer(id: string, answer: SurveyAnswer | undefined): void {
    const {[id]: _before, ...others} = this.answers;
    this.#set(answer === undefined ? others : {...others, [id]: answer});
  }

  clear(): void {
    const before = this.answers;
    this.#set({});
    this.cleared = before;
    this.host.say(this.t.cleared);
    this.session?.focus('.survey-undo');
  }
  restore(): void {
    this.#set(this.cleared ?? {});
    this.session?.focus('.survey-title');
  }
  /** They were sent. */
  reset(): void {
    this.answers = {};
    [this.isOpen, this.problems, this.cleared] = [false, [], undefined];
  }

  #set(answers: SurveyAnswers): void {
    this.answers = answers;
    this.cleared = undefined;
    const still = this.#check();
    this.problems = this.problems.filter(({question, code}) => still.some((each) => each.question === question && each.code === code));
    this.session?.keep();
  }

  #check(): readonly AnswerProblem[] {
    return this.answered > 0 ? validateAnswers(this.questions, this.answers) : [];
  }

  /** Whether it can be sent; where it cannot, that is told at each question. */
  isFine(): boolean {
    return this.tell(this.#check());
  }

  /** Shows what is wrong, with the focus on it. @returns whether nothing is. */
  tell(problems: readonly SurveyProblem[]): boolean {
    this.problems = problems;
    if (problems.length === 0) return true;
    this.isOpen = true;
    this.session?.focus('.survey-problems');
    return false;
  }

  /**
   * What the server did not take lands on its question; where the survey was changed meanwhile, it is asked for again.
   * @returns what is about something else.
   */
  refused(problems: readonly CommentProblem[]): readonly CommentProblem[] {
    const own = problems.filter(({field}) => /^answers\b/.test(field));
    if (own.length > 0)
      this.tell(own.map(({field, code}) => ({question: field.slice('answers.'.length), code: code as SurveyProblem['code']})));
    if (own.some(({code}) => /^(?:survey-changed|unknown-)/.test(code))) this.host.reload();
    return problems.filter((problem) => !own.includes(problem));
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    this.host.requestUpdate();
  }
  /** Back to the questions. */
  show(): void {
    this.isOpen = true;
    this.session?.review(false);
    this.session?.focus('.survey-title');
  }

  /** An answer as people read it. */
  wordsOf(question: SurveyQuestion, answer: SurveyAnswer | undefined): string {
    if (answer === undefined) return this.t.none;
    if (question.kind === 'text') return String(answer);
    if (question.kind === 'scale') return this.numberOf(question, Number(answer));
    const labels = new Map(question.options.map(({id, label}) => [id, label]));
    return [answer]
      .flat()
      .flatMap((id) => labels.get(String(id)) ?? [])
      .join('；');
  }
  /** A number of a scale, at its ends with what it means. */
  numberOf({from, to, fromLabel, toLabel}: SurveyQuestion & {kind: 'scale'}, value: number): string {
    return value === from ? this.t.end(value, fromLabel) : value === to ? this.t.end(value, toLabel) : String(value);
  }
  /** What was answered, as text to be copied. */
  get asText(): string {
    const {kept} = this;
    return this.questions
      .filter(({id}) => kept[id] !== undefined)
      .map((question) => `【${question.title}】\n${this.wordsOf(question, kept[question.id])}`)
      .join('\n\n');
  }

  renderForm(): TemplateResult {
    return renderForm(this);
  }
  renderReview(): unknown {
    return renderAnswers(this);
  }
  /** @param asking Whether it is asked once more before they are taken back. */
  renderMine(answers: MyAnswers, mine: Mine, asking: boolean): TemplateResult {
    return renderMine(this, answers, {mine, asking});
  }
  renderResults(): unknown {
    return this.#outcome.render();
  }
}
