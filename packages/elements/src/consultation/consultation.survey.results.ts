/** 问卷结果: how often each choice was made. Numbers and percentages are words; the bars beside them are only to be looked at. */
import {html, nothing, type TemplateResult} from 'lit';
import {getSurveyResults, type ZwgkClient} from '@zwgk/client';
import type {QuestionTally, SurveyQuestion, SurveyResults} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {icon} from '../foundation/icons.ts';
import {valueOf} from '../foundation/view-state.ts';
import type {ConsultationSurvey} from './consultation.survey.ts';

export class SurveyOutcome {
  readonly #survey: ConsultationSurvey;
  readonly #results: Resource<[ZwgkClient, string, number], SurveyResults>;
  #asked = 0;

  constructor(survey: ConsultationSurvey) {
    this.#survey = survey;
    this.#results = new Resource<[ZwgkClient, string, number], SurveyResults>(survey.host, {
      load: ([client, id], signal) => getSurveyResults(client, id, signal),
      onSettled: () => survey.host.requestUpdate(),
    });
  }

  /** The server has been asked again, and may have counted more. */
  follow(): void {
    const {showsResults, host, page} = this.#survey;
    this.#results.want(showsResults && host.client ? [host.client, page.consultation.id, ++this.#asked] : undefined);
  }

  render(): unknown {
    const {t, level, showsResults, host} = this.#survey;
    if (!showsResults) return nothing;
    const results = valueOf(this.#results.state);
    const isFailed = this.#results.state.kind === 'failed';
    return html`<section class="survey-results stack" part="results" aria-labelledby="results-title">
      <h3 class="h2" id="results-title" aria-level=${level}>${t.results}</h3>
      ${
        results
          ? this.#renderResults(results)
          : isFailed
            ? html`<p class="badge attention">${icon('alert')}<span>${t.failed}</span></p>
                <p><button class="btn secondary" type="button" @click=${() => this.#results.retry()}>${host.common.t.retry}</button></p>`
            : html`<p class="soft">${t.loading}</p>`
      }
    </section>`;
  }

  #renderResults({participants, setAside, questions: tallies}: SurveyResults): TemplateResult {
    const {t, questions} = this.#survey;
    const of = new Map(tallies.map((tally) => [tally.question, tally]));
    return html`<div>
        <p class="participants">${participants > 0 ? t.participants(participants) : t.nobody}</p>
        ${participants > 0 ? html`<p class="soft">${t.caution}</p>` : nothing}
        ${setAside > 0 ? html`<p class="soft">${t.setAside(setAside)}</p>` : nothing}
      </div>
      ${participants > 0 ? questions.map((question, i) => this.#renderQuestion(question, of.get(question.id), i)) : nothing}`;
  }

  #renderQuestion(question: SurveyQuestion, tally: QuestionTally | undefined, i: number): unknown {
    const {t, level} = this.#survey;
    if (!tally) return nothing;
    const {answered, skipped, mean} = tally;
    return html`<section class="tallied">
      <h4 class="label" aria-level=${Math.min(level + 1, 6)}>${i + 1}. <span lang="zh-Hans">${question.title}</span></h4>
      <p class="soft">
        ${t.answered(answered, skipped)}${mean === undefined ? nothing : html`<span class="mean">${t.mean(mean.toFixed(1))}</span>`}
      </p>
      ${question.kind === 'text' ? html`<p class="soft">${t.noTexts}</p>` : this.#renderChoices(question, tally)}
      ${question.kind === 'several' ? html`<p class="small soft">${t.over}</p>` : nothing}
    </section>`;
  }

  #renderChoices(question: Exclude<SurveyQuestion, {kind: 'text'}>, {answered, counts}: QuestionTally): TemplateResult {
    const {t} = this.#survey;
    const choices =
      question.kind === 'scale'
        ? Object.keys(counts)
            .map(Number)
            .sort((a, b) => a - b)
            .map((value) => [String(value), this.#survey.numberOf(question, value)] as const)
        : question.options.map(({id, label}) => [id, label] as const);
    return html`<ul class="bars">
      ${choices.map(([choice, label]) => {
        const count = counts[choice] ?? 0;
        const share = answered > 0 ? (count / answered) * 100 : 0;
        const percent = share > 0 && share < 1 ? t.under : `${Math.round(share)}%`;
        return html`<li>
          <span lang="zh-Hans">${label}</span> <span class="number">${t.chosen(count, percent)}</span>
          <svg class="share" aria-hidden="true" focusable="false">
            <rect class="all" width="100%" height="100%"></rect>
            <rect class="part" width="${share}%" height="100%"></rect>
          </svg>
        </li>`;
      })}
    </ul>`;
  }
}
