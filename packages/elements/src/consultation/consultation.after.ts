/** What became of the opinions: the report, one's own comments by receipt and code, and those that are public. */
import {html, nothing, type TemplateResult} from 'lit';
import {getConsultationReport, type ZwgkClient} from '@zwgk/client';
import type {ConsultationReport} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {adopt} from '../foundation/adopt.ts';
import {fieldStyles} from '../foundation/field.styles.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf} from '../foundation/view-state.ts';
import {afterStrings, type AfterStrings} from './consultation.after.strings.ts';
import {afterStyles} from './consultation.after.styles.ts';
import {Changed} from './consultation.changed.ts';
import type {ConsultationHost} from './consultation.host.ts';
import {Mine} from './consultation.mine.ts';
import type {ConsultationPage} from './consultation.page.ts';
import {PublicComments} from './consultation.public.ts';
import {renderReport} from './consultation.report.ts';

export class ConsultationAfter {
  readonly page: ConsultationPage;
  readonly mine: Mine;
  readonly changed = new Changed(this);
  readonly #public: PublicComments;
  readonly #strings: Strings<AfterStrings>;
  readonly #report: Resource<[ZwgkClient, string, string], ConsultationReport>;
  #focusOn = '';

  constructor(page: ConsultationPage) {
    const {host} = page;
    this.page = page;
    adopt(host.shadowRoot!, fieldStyles);
    adopt(host.shadowRoot!, afterStyles);
    this.#strings = new Strings(host, afterStrings, () => host.localeWanted);
    this.#report = new Resource<[ZwgkClient, string, string], ConsultationReport>(host, {
      load: ([client, id], signal) => getConsultationReport(client, id, signal),
      onSettled: () => host.requestUpdate(),
    });
    this.mine = new Mine(this);
    this.#public = new PublicComments(this);
  }

  get t(): AfterStrings {
    return this.#strings.t;
  }
  get host(): ConsultationHost {
    return this.page.host;
  }
  get level(): number {
    return Math.min(this.host.headingLevel + 1, 6);
  }
  get report(): ConsultationReport | undefined {
    return valueOf(this.#report.state);
  }

  /** The server has been asked again. */
  follow(): void {
    const {client} = this.host;
    const {id, standing, version} = this.page.consultation;
    this.#report.want(
      client && standing.state === 'reported' ? [client, id, `${standing.report?.publishedOn ?? ''}-${version}`] : undefined,
    );
    this.#public.follow();
  }

  focus(selector: string): void {
    this.#focusOn = selector;
    this.host.requestUpdate();
  }

  updated(): void {
    const target = this.#focusOn && this.host.shadowRoot!.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    this.#focusOn = '';
    target.focus();
    target.scrollIntoView({block: 'nearest'});
  }

  /** What somebody looks for first once it is over: in the report one's own stands before the long table. */
  render(): unknown {
    const {report} = this;
    if (report) return renderReport(this, report);
    const isReported = this.page.consultation.standing.state === 'reported';
    return html`${isReported ? this.#renderWaiting() : nothing} ${this.mine.render()}`;
  }
  renderPublic(): unknown {
    return this.#public.render();
  }

  #renderWaiting(): TemplateResult {
    const {t, host} = this;
    if (this.#report.state.kind !== 'failed') return html`<p class="soft">${t.loading}</p>`;
    return html`<p class="badge attention">${icon('alert')}<span>${t.reportFailed}</span></p>
      <p><button class="btn secondary" type="button" @click=${() => this.#report.retry()}>${host.common.t.retry}</button></p>`;
  }
}
