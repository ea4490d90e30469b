/** What the first question brings, in one file: the requests, and all that shows where a request stands. */
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {retrySeconds, type ApiError} from '@zwgk/client';
import type {ApplicationStatus, Remedy} from '@zwgk/contract';
import {fieldStyles} from '../foundation/field.styles.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {actsStrings, type ActsStrings} from './application-status.acts.strings.ts';
import {renderAnswer, renderOutcome, renderRemedies} from './application-status.answer.ts';
import {answerStrings, type AnswerStrings} from './application-status.answer.strings.ts';
import {calendarFile, saveFile} from './application-status.calendar.ts';
import {headline, renderClock, renderHeadline} from './application-status.clock.ts';
import {CorrectionForm} from './application-status.correct.ts';
import {correctionAsked, nameOf} from './application-status.details.logic.ts';
import {detailsStrings, type DetailsStrings} from './application-status.details.strings.ts';
import {detailsStyles} from './application-status.details.styles.ts';
import type {StatusHost} from './application-status.host.ts';
import {dated, section} from './application-status.parts.ts';
import {dueDays, statusText} from './application-status.take.ts';
import {renderTimeline} from './application-status.timeline.ts';
import {Withdrawal} from './application-status.withdraw.ts';

export {correctApplication, getApplicationStatus, withdrawApplication} from '@zwgk/client';
export {IdleWatch, PATIENCE} from '../controllers/idle-watch.ts';

export class StatusDetails {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #host: StatusHost;
  readonly #strings: Strings<DetailsStrings>;
  readonly #answers: Strings<AnswerStrings>;
  readonly #correction: CorrectionForm;
  readonly #withdrawal: Withdrawal;
  #open: 'correction' | 'withdrawal' | undefined;
  /** What became of the last copy, for eyes as well as ears. */
  #copied = '';

  constructor(element: ReactiveControllerHost & HTMLElement, host: StatusHost) {
    const locale = (): StatusHost['context']['locale'] => host.context.locale;
    const acts = new Strings<ActsStrings>(element, actsStrings, locale);
    this.#element = element;
    this.#host = host;
    this.#strings = new Strings(element, detailsStrings, locale);
    this.#answers = new Strings(element, answerStrings, locale);
    this.#correction = new CorrectionForm(element, host, () => acts.t);
    this.#withdrawal = new Withdrawal(element, host, () => acts.t);
    const root = element.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, fieldStyles.styleSheet!, detailsStyles.styleSheet!];
  }

  /** Where the request stands, for ears. */
  sentence(status: ApplicationStatus): string {
    return headline(status, this.#strings.t, this.#strings.locale);
  }

  /** Why the question was heard and refused: a wrong code and an unknown number are told alike. `undefined`: it was not. */
  refusal(error: ApiError, byLink: boolean): string | undefined {
    const {t} = this.#strings;
    if (error.problem?.code === 'wrong-credential') return byLink ? t.wrongLink : t.wrong;
    if (error.status !== 429) return undefined;
    const seconds = retrySeconds(error);
    return seconds === undefined ? t.lockedUnknown : t.locked(Math.max(1, Math.ceil(seconds / 60)));
  }

  /** Keeps nothing of what was typed or done. */
  reset(): void {
    this.#open = undefined;
    this.#copied = '';
    this.#correction.reset();
    this.#withdrawal.reset();
  }

  #show(open: 'correction' | 'withdrawal' | undefined): void {
    this.#withdrawal.reset();
    const closed = this.#open;
    this.#open = open;
    this.#host.focusNext(open ? `#${open}` : `.to-${closed}`);
  }

  render(status: ApplicationStatus): TemplateResult {
    const {t, locale} = this.#strings;
    const {answer, clock} = status;
    // Who waits in vain looks for what to do before they look back.
    const late = clock.status === 'overdue';
    return html`<article class="stack" part="status">
      ${this.#renderHead(status)}
      <div>${answer ? renderOutcome(answer, this.#answers.t) : nothing}${renderHeadline(status, t, locale)}</div>
      ${status.actions.includes('correct') ? this.#renderCorrection(status) : nothing}
      ${answer ? renderAnswer(answer, this.#host, this.#answers.t, t) : nothing} ${renderClock(status, t, locale)}
      ${late ? this.#renderActions(status) : nothing}
      <div class="two">
        ${section(this.#host.headingLevel(), t.past, renderTimeline(status, t, locale))}
        <div class="beside">${this.#renderOffice(status)} ${this.#renderAsked(status)}</div>
      </div>
      ${late ? nothing : this.#renderActions(status)} ${this.#renderTools(status)}
    </article>`;
  }

  #renderHead({number, request, demo}: ApplicationStatus): TemplateResult {
    const {t} = this.#strings;
    return html`<header class="heading">
      <h2 class="title" tabindex="-1" aria-level=${this.#host.headingLevel()}>
        ${t.title} ${demo ? html`<span class="demo">${this.#host.common.t.demo}</span>` : nothing}
      </h2>
      <p>${t.receipt} <span class="nowrap">${number}</span></p>
      <p lang="zh-Hans">${nameOf(request)}</p>
    </header>`;
  }

  #renderCorrection(status: ApplicationStatus): TemplateResult {
    const {t, locale} = this.#strings;
    const asked = correctionAsked(status);
    const isOpen = this.#open === 'correction';
    return html`<div class="callout attention" ?hidden=${isOpen}>
        <h3 class="h3" aria-level=${this.#host.headingLevel() + 1}>
          ${asked?.until ? dated(t.correctBy, asked.until, locale) : t.correctNow}
        </h3>
        ${asked?.note ? html`<p class="said" lang="zh-Hans">${asked.note}</p>` : nothing}
        <p class="soft">${t.restart}</p>
        <p class="actions no-print">
          <button class="btn to-correction" type="button" @click=${() => this.#show('correction')}>${t.correct}</button>
        </p>
      </div>
      ${this.#correction.render(status, isOpen, t, () => this.#show(undefined))}`;
  }

  /** What may be done now besides correcting; what may be done against an answer stands with it. */
  #renderActions({actions, answer}: ApplicationStatus): unknown {
    const {t} = this.#strings;
    const told = answer?.remedies?.map(({kind}) => kind) ?? [];
    const remedies: Remedy[] = [
      ...(actions.includes('complain') ? [{kind: 'complaint' as const, text: t.complainHow}] : []),
      ...(actions.includes('reconsider') ? [{kind: 'reconsideration' as const, text: t.reconsiderHow}] : []),
    ].filter(({kind}) => !told.includes(kind));
    const withdraw = actions.includes('withdraw');
    if (!withdraw && remedies.length === 0) return nothing;
    const button = html`<p class="actions no-print">
      <button class="btn secondary to-withdrawal" type="button" @click=${() => this.#show('withdrawal')}>${t.withdraw}</button>
    </p>`;
    const question = this.#open === 'withdrawal' ? this.#withdrawal.render(() => this.#show(undefined)) : button;
    const content = html`${renderRemedies(remedies, t, this.#host)}${withdraw ? question : nothing}`;
    return section(this.#host.headingLevel(), t.may, content);
  }

  #renderOffice({handledByName, office}: ApplicationStatus): TemplateResult {
    const {t} = this.#strings;
    const line = (name: string, value: unknown): unknown =>
      value
        ? html`<dt>${name}</dt>
            <dd>${value}</dd>`
        : nothing;
    const phone = office && html`<a class="nowrap" href="tel:${office.phone.replace(/[^\d+]/g, '')}">${office.phone}</a>`;
    const content = html`<p lang="zh-Hans">
        ${handledByName}${office && office.name !== handledByName ? html`<br />${office.name}` : nothing}
      </p>
      <dl class="dl" lang="zh-Hans">
        ${line(t.phone, phone)} ${line(t.address, office?.address)} ${line(t.hours, office?.hours)} ${line(t.email, office?.email)}
      </dl>`;
    return section(this.#host.headingLevel(), t.office, content);
  }

  #renderAsked({request}: ApplicationStatus): TemplateResult {
    const {t} = this.#strings;
    const {title, docNumber, description, delivery, medium} = request;
    const line = (name: string, value: string | undefined): unknown =>
      value
        ? html`<dt>${name}</dt>
            <dd class="said" lang="zh-Hans">${value}</dd>`
        : nothing;
    const how = delivery && (medium ? t.with(t.deliveries[delivery], t.media[medium]) : t.deliveries[delivery]);
    const content = html`<dl class="dl">
      ${line(t.name, title)} ${line(t.docNumber, docNumber)} ${line(t.description, description)}
      ${
        how
          ? html`<dt>${t.delivery}</dt>
              <dd>${how}</dd>`
          : nothing
      }
    </dl>`;
    return section(this.#host.headingLevel(), t.asked, content);
  }

  #renderTools(status: ApplicationStatus): TemplateResult {
    const {t} = this.#strings;
    const button = (text: string, act: () => void): TemplateResult =>
      html`<button class="btn secondary" type="button" @click=${act}>${text}</button>`;
    return html`<div class="tools no-print">
      <p class="actions">
        ${button(t.print, () => window.print())} ${navigator.clipboard ? button(t.copy, () => this.#copy(status)) : nothing}
        ${dueDays(status, t).length > 0 ? button(t.calendar, () => this.#saveDays(status)) : nothing}
        <span class="soft" aria-hidden="true">${this.#copied}</span>
      </p>
      <p class="actions">
        <button class="btn secondary" type="button" @click=${() => this.#host.leave()}>${icon('withheld')}${t.leave}</button>
        <span class="soft">${t.leaveWhy}</span>
      </p>
    </div>`;
  }

  #copy(status: ApplicationStatus): void {
    const {t, locale} = this.#strings;
    const tell = (text: string) => (): void => {
      this.#copied = text;
      this.#host.say(text);
      this.#element.requestUpdate();
    };
    void navigator.clipboard.writeText(statusText(status, t, locale)).then(tell(t.copied), tell(t.copyFailed));
  }

  #saveDays(status: ApplicationStatus): void {
    const {t} = this.#strings;
    const {number} = status;
    const {hostname} = new URL(this.#host.context.endpoint);
    const text = calendarFile(dueDays(status, t), {number, host: hostname}, new Date().toISOString());
    saveFile(`${number}.ics`, 'text/calendar;charset=utf-8', text);
  }
}
