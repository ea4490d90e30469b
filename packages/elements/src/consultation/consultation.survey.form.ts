/** The questions as a form, the answers once more before they are sent, and those of a receipt. */
import {html, nothing, type TemplateResult} from 'lit';
import type {MyAnswers, SurveyAnswers, SurveyQuestion} from '@zwgk/contract';
import {SURVEY_LIMITS} from '@zwgk/rules/consultation';
import {icon} from '../foundation/icons.ts';
import {ANSWERS, lengthOf} from './consultation.logic.ts';
import type {Mine} from './consultation.mine.ts';
import type {ConsultationSurvey} from './consultation.survey.ts';

type Of<Kind extends SurveyQuestion['kind']> = Extract<SurveyQuestion, {kind: Kind}>;

/** Where links to a question lead: its first control. */
const fieldOf = (id: string): string => `answers.${id}`;
const faultOf = ({problems}: ConsultationSurvey, id: string): string | undefined => problems.find(({question}) => question === id)?.code;

function renderFault(survey: ConsultationSurvey, id: string): unknown {
  const code = faultOf(survey, id);
  return code ? html`<p class="error" id="fault-${id}">${icon('alert')}${survey.t.fault(code)}</p>` : nothing;
}

/** The ids of what describes a question. */
const describedBy = (survey: ConsultationSurvey, id: string, ...more: string[]): string | typeof nothing =>
  [...more, ...(faultOf(survey, id) ? [`fault-${id}`] : [])].join(' ') || nothing;

function renderTitle({t}: ConsultationSurvey, {title, required}: SurveyQuestion, i: number): TemplateResult {
  return html`${i + 1}. <span lang="zh-Hans">${title}</span>${required ? html`<span class="soft">${t.required}</span>` : nothing}`;
}

function renderRadio(
  survey: ConsultationSurvey,
  {id, kind}: SurveyQuestion,
  value: string | number,
  words: unknown,
  k: number,
): TemplateResult {
  return html`<label class="check ${kind}">
    <input
      type="radio"
      name=${id}
      data-field=${k === 0 ? fieldOf(id) : nothing}
      .checked=${survey.answers[id] === value}
      @change=${() => survey.answer(id, value)}
    />
    <span>${words}</span>
  </label>`;
}

/** A scale says at its ends what they mean. */
function renderChoices(survey: ConsultationSurvey, question: Of<'single'> | Of<'scale'>): unknown {
  if (question.kind === 'single')
    return question.options.map(({id, label}, k) => renderRadio(survey, question, id, html`<span lang="zh-Hans">${label}</span>`, k));
  const {from, to, fromLabel, toLabel} = question;
  const values = [...new Array<number>(to - from + 1).keys()].map((k) => from + k);
  return html`<div class="scale-row">
    ${values.map((value, k) => {
      const end = value === from ? fromLabel : value === to ? toLabel : '';
      const words = html`${value}${end ? html`<span class="end" lang="zh-Hans">${end}</span>` : nothing}`;
      return renderRadio(survey, question, value, words, k);
    })}
  </div>`;
}

/** One is chosen; it can be taken back unless the question must be answered. */
function renderRadios(survey: ConsultationSurvey, question: Of<'single'> | Of<'scale'>, i: number): TemplateResult {
  const {t, answers} = survey;
  const {id, required = false} = question;
  return html`<fieldset
    class="question"
    role="radiogroup"
    aria-required=${required ? 'true' : nothing}
    aria-invalid=${faultOf(survey, id) ? 'true' : nothing}
    aria-describedby=${describedBy(survey, id)}
  >
    <legend class="label">${renderTitle(survey, question, i)}</legend>
    ${renderFault(survey, id)} ${renderChoices(survey, question)}
    ${
      answers[id] === undefined || required
        ? nothing
        : html`<p>
            <button class="btn quiet" type="button" @click=${() => survey.answer(id, undefined)}>
              ${t.clear}<span class="sr">${t.colon}${i + 1}</span>
            </button>
          </p>`
    }
  </fieldset>`;
}

function renderSeveral(survey: ConsultationSurvey, question: Of<'several'>, i: number): TemplateResult {
  const {t, answers} = survey;
  const {id, options, least = 0, most = options.length} = question;
  const chosen = [answers[id] ?? []].flat().map(String);
  const choose = (value: string, on: boolean): void => {
    const next = options.map((option) => option.id).filter((each) => (each === value ? on : chosen.includes(each)));
    survey.answer(id, next.length > 0 ? next : undefined);
  };
  return html`<fieldset class="question" aria-describedby=${describedBy(survey, id, `help-${id}`)}>
    <legend class="label">${renderTitle(survey, question, i)}</legend>
    <p class="help" id="help-${id}">${t.several(least, most, options.length)}</p>
    ${renderFault(survey, id)}
    ${options.map(
      ({id: value, label}, k) =>
        html`<label class="check">
          <input
            type="checkbox"
            data-field=${k === 0 ? fieldOf(id) : nothing}
            .checked=${chosen.includes(value)}
            @change=${({target}: Event) => choose(value, (target as HTMLInputElement).checked)}
          />
          <span lang="zh-Hans">${label}</span>
        </label>`,
    )}
  </fieldset>`;
}

function renderText(survey: ConsultationSurvey, question: Of<'text'>, i: number): TemplateResult {
  const {t, answers} = survey;
  const {id, maxLength = SURVEY_LIMITS.text, required = false} = question;
  const text = String(answers[id] ?? '');
  const over = lengthOf(text) > maxLength;
  return html`<div class="question">
    <label class="label" for="text-${id}">${renderTitle(survey, question, i)}</label>
    <p class="help" id="help-${id}">${t.texts}</p>
    ${renderFault(survey, id)}
    <textarea
      class="input"
      id="text-${id}"
      rows="3"
      autocomplete="off"
      data-field=${fieldOf(id)}
      aria-required=${required ? 'true' : nothing}
      aria-invalid=${faultOf(survey, id) || over ? 'true' : nothing}
      aria-describedby=${describedBy(survey, id, `help-${id}`, `count-${id}`)}
      .value=${text}
      @input=${({target}: Event) => survey.answer(id, (target as HTMLTextAreaElement).value || undefined)}
    ></textarea>
    <p class="small ${over ? 'over' : 'soft'}" id="count-${id}">${t.count(lengthOf(text), maxLength)}</p>
  </div>`;
}

function renderQuestion(survey: ConsultationSurvey, question: SurveyQuestion, i: number): TemplateResult {
  switch (question.kind) {
    case 'single':
    case 'scale':
      return renderRadios(survey, question, i);
    case 'several':
      return renderSeveral(survey, question, i);
    case 'text':
      return renderText(survey, question, i);
  }
}

function renderProblems(survey: ConsultationSurvey): unknown {
  const {t, problems, questions, host} = survey;
  if (problems.length === 0) return nothing;
  const go = (id: string) => (event: Event) => {
    event.preventDefault();
    host.shadowRoot!.querySelector<HTMLElement>(`[data-field="${CSS.escape(fieldOf(id))}"]`)?.focus();
  };
  return html`<div class="problems survey-problems" role="group" tabindex="-1" aria-label=${t.problems}>
    <p class="h3 badge attention">${icon('alert')}<span>${t.problems}</span></p>
    <ul>
      ${problems.map(({question, code}) => {
        const i = questions.findIndex(({id}) => id === question);
        const title = questions[i]?.title;
        return html`<li>
          ${
            title === undefined
              ? nothing
              : html`<a href="#" @click=${go(question)}>${i + 1}. <span lang="zh-Hans">${title}</span></a
                  >${t.colon}`
          }${t.fault(code)}
        </li>`;
      })}
    </ul>
  </div>`;
}

export function renderForm(survey: ConsultationSurvey): TemplateResult {
  const {t, questions, answered, level, isOpen, cleared, session, survey: of} = survey;
  return html`<section class="panel survey no-print" part="survey" aria-labelledby="survey-title">
    <h3 class="h3 survey-title" id="survey-title" tabindex="-1" aria-level=${level}>${t.survey}</h3>
    <p>${t.intro(questions.length)}${of.showResults === 'always' ? t.now : t.later}</p>
    <p class="actions">
      <button class="btn secondary" type="button" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => survey.toggle()}>
        ${isOpen ? t.fold : t.fill}
      </button>
      ${answered > 0 ? html`<span class="soft">${t.progress(answered, questions.length)}</span>` : nothing}
    </p>
    <div class="questions" ?hidden=${!isOpen}>
      ${renderProblems(survey)} ${questions.map((question, i) => renderQuestion(survey, question, i))}
      ${
        cleared
          ? html`<p class="undone">
              ${t.cleared} <button class="btn quiet survey-undo" type="button" @click=${() => survey.restore()}>${t.undo}</button>
            </p>`
          : nothing
      }
      ${
        answered > 0
          ? html`<p class="actions">
              <button class="btn" type="button" @click=${() => session?.review(true)}>${t.done}</button>
              <button class="btn quiet" type="button" @click=${() => survey.clear()}>${t.clearAll}</button>
            </p>`
          : nothing
      }
    </div>
  </section>`;
}

function renderSheet(survey: ConsultationSurvey, answers: SurveyAnswers): TemplateResult {
  return html`<dl class="sheet">
    ${survey.questions.map(
      (question, i) =>
        html`<dt>${i + 1}. <span lang="zh-Hans">${question.title}</span></dt>
          <dd class=${answers[question.id] === undefined ? 'soft' : 'prose'}>${survey.wordsOf(question, answers[question.id])}</dd>`,
    )}
  </dl>`;
}

/** What was answered, before it is sent. */
export function renderAnswers(survey: ConsultationSurvey): unknown {
  const {t, kept, answered, questions, session} = survey;
  if (answered === 0) return nothing;
  return html`<section class="survey-answers" aria-label=${t.survey}>
    <p class="h3">${t.survey}<span class="soft small"> ${t.progress(answered, questions.length)}</span></p>
    ${renderSheet(survey, kept)}
    <p>
      <button class="btn quiet" type="button" ?disabled=${session?.outbox.sending.busy} @click=${() => survey.show()}>${t.change}</button>
    </p>
  </section>`;
}

interface Asking {
  readonly mine: Mine;
  readonly asking: boolean;
}

function renderWithdraw({t}: ConsultationSurvey, {mine, asking}: Asking): TemplateResult {
  if (!asking) return html`<p><button class="btn quiet" type="button" @click=${() => mine.ask(true, ANSWERS)}>${t.withdraw}</button></p>`;
  const withdraw = (): void => mine.change({type: 'withdraw', publish: false, answers: true}, t.withdrawn);
  return html`<div class="callout asking" tabindex="-1">
    <p>${t.withdrawSure}</p>
    <p class="actions">
      <button class="btn secondary" type="button" @click=${withdraw}>${t.withdrawYes}</button>
      <button class="btn quiet" type="button" @click=${() => mine.ask(false)}>${t.withdrawNo}</button>
    </p>
  </div>`;
}

/** What a receipt answered, whether it counts, and a way to take it back. */
export function renderMine(survey: ConsultationSurvey, {values, counted, withdrawnAt, moves}: MyAnswers, asking: Asking): TemplateResult {
  const {t} = survey;
  return html`<section class="survey-answers" aria-label=${t.mine}>
    <p class="place">${t.mine}</p>
    ${values ? renderSheet(survey, values) : nothing}
    <p class="fate">${withdrawnAt === undefined ? (counted ? t.counted : t.aside) : t.withdrawn}</p>
    ${moves.includes('withdraw') ? renderWithdraw(survey, asking) : nothing}
  </section>`;
}
