/** One consultation: what it is and how far, the draft and what is said about it, and what became of that. */
import {html, nothing, type TemplateResult} from 'lit';
import {ApiError, getConsultation, type ZwgkClient} from '@zwgk/client';
import type {Consultation} from '@zwgk/contract';
import {adopt} from '../foundation/adopt.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import type {ConsultationAfter} from './consultation.after.ts';
import type {ConsultationView, Listed} from './consultation.controller.ts';
import type {ConsultationReadyDetail} from './consultation.events.ts';
import {renderHead, renderWhy} from './consultation.head.ts';
import type {ConsultationHost} from './consultation.host.ts';
import {Leaving} from './consultation.leaving.ts';
import {pageStyles} from './consultation.page.styles.ts';
import type {ConsultationSurvey} from './consultation.survey.ts';
import {consultationStrings, type ConsultationStrings} from './consultation.strings.ts';
import type {ConsultationWriting} from './consultation.writing.ts';

/** A consultation with what shows it; asked for again, what is being written stays. */
export async function load(
  host: ConsultationHost,
  client: ZwgkClient,
  {id}: Listed,
  before: ConsultationView | undefined,
  signal: AbortSignal,
): Promise<ConsultationView> {
  const consultation = await getConsultation(client, id, signal);
  const part = before?.id === id && before.part instanceof ConsultationPage ? before.part : new ConsultationPage(host);
  await part.take(consultation);
  return {id, part};
}

export class ConsultationPage {
  readonly host: ConsultationHost;
  /** Where the consultation has one. */
  survey: ConsultationSurvey | undefined;
  readonly #strings: Strings<ConsultationStrings>;
  #consultation!: Consultation;
  #writing: ConsultationWriting | undefined;
  #after: ConsultationAfter | undefined;
  readonly #leaving: Leaving;
  /** State that was told last. */
  #told = '';

  constructor(host: ConsultationHost) {
    this.host = host;
    this.#strings = new Strings(host, consultationStrings, () => host.localeWanted);
    adopt(host.shadowRoot!, pageStyles);
    this.#leaving = new Leaving(this);
  }

  get t(): ConsultationStrings {
    return this.#strings.t;
  }
  get consultation(): Consultation {
    return this.#consultation;
  }

  /** What the server says now, and the files that it takes: the form while it is open, the rest from then on. */
  async take(consultation: Consultation): Promise<void> {
    const missing = (): never => {
      throw new ApiError('script-missing', '');
    };
    this.#consultation = consultation;
    const isOver = consultation.standing.report !== undefined;
    const after = this.#loadAfter();
    const [writing] = await Promise.all([
      import('./consultation.writing.ts').catch(missing),
      consultation.survey && this.#loadSurvey().catch(missing),
      isOver ? after.catch(missing) : undefined,
    ]);
    this.#writing ??= new writing.ConsultationWriting(this);
    this.#writing.follow();
    void after.then(
      () => this.host.requestUpdate(),
      () => undefined,
    );
  }

  async #loadSurvey(): Promise<void> {
    const {ConsultationSurvey} = await import('./consultation.survey.ts');
    this.survey ??= new ConsultationSurvey(this);
    this.survey.follow();
  }

  async #loadAfter(): Promise<void> {
    const {ConsultationAfter} = await import('./consultation.after.ts');
    this.#after ??= new ConsultationAfter(this);
    this.#after.follow();
  }

  /** Whether something of somebody is here: written, sent or looked up. */
  get holdsSome(): boolean {
    return Boolean(this.#writing?.holdsSome || this.#after?.mine.holdsSome);
  }
  /** Nothing personal stays; `all`: nothing of what was written either. */
  wipe(all: boolean): void {
    this.#after?.mine.wipe();
    this.#writing?.wipe(all);
  }

  /** Shows a section of the draft, with the focus on it. */
  see(section: string): void {
    this.#writing?.see(section);
  }
  nameOf(section: string): string {
    return this.#writing?.nameOf(section) ?? '';
  }

  updated(): void {
    const {consultation} = this;
    if (this.#told !== consultation.standing.state)
      this.host.emit('zwgk-consultation-ready', {consultation} satisfies ConsultationReadyDetail);
    this.#told = consultation.standing.state;
    this.#writing?.updated();
    this.#after?.updated();
  }

  render(): TemplateResult {
    const {host, consultation, t, survey} = this;
    const outcome = this.#writing?.renderOutcome();
    if (outcome) return html`<div class="stack">${this.#leaving.render()} ${renderHead(this)} ${outcome}</div>`;
    const isOver = consultation.standing.report !== undefined;
    const after = this.#writing?.isReviewing ? undefined : this.#after;
    return html`<div class="stack">
      ${
        host.consultationId
          ? nothing
          : html`<p class="no-print">
              <button class="btn quiet" type="button" @click=${() => host.open('')}>${icon('left')}${t.back}</button>
            </p>`
      }
      ${this.#leaving.render()} ${renderHead(this)} ${this.#writing?.renderLost()}
      ${isOver ? html`${after?.render()} ${survey?.renderResults()}` : nothing} ${renderWhy(this)} ${after?.changed.renderTexts()}
      ${this.#writing?.render()} ${isOver ? nothing : html`${after && survey?.renderResults()} ${after?.render()}`} ${after?.renderPublic()}
    </div>`;
  }
}
