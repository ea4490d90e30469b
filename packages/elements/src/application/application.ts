import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ApiError, getApplicationGuide, type ZwgkClient} from '@zwgk/client';
import type {ApplicationGuide, ApplicationKind} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {UrlState} from '../controllers/url-state.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import type {Locale} from '../foundation/host-context.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import type {ApplicationErrorDetail} from './application.events.ts';
import {renderGuide} from './application.guide.ts';
import type {ApplicationHost} from './application.host.ts';
import {pendingKey} from './application.pending.ts';
import type {ApplicationSession} from './application.session.ts';
import {stepOf, STEPS, type Step} from './application.steps.ts';
import {applicationStrings, type ApplicationStrings} from './application.strings.ts';
import {applicationStyles} from './application.styles.ts';

/**
 * Asking an agency for information (R6.4, R6.5; 条例第二十七至三十条): first how to ask, then who, what and how, one step at
 * a time, with what is published already beside it; then the receipt. What is personal is never kept on the device.
 *
 * @slot - Fallback content, real links: shown until the guide is there and whenever it cannot start.
 * @fires zwgk-application-submitted - A request was stored; the detail has the receipt's number.
 * @fires zwgk-application-resolved - A published document was enough.
 * @fires zwgk-application-error - Nothing can be shown, or the request could not be sent; the detail says why.
 * @csspart root - Everything inside the reset.
 * @csspart form - What is filled in.
 * @csspart receipt - The receipt.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 */
export class ZwgkApplication extends ZwgkElement implements ApplicationHost {
  static override styles = [...ZwgkElement.styles, applicationStyles];
  static override properties: PropertyDeclarations = {
    agency: {},
    urlKey: {attribute: 'url-key'},
    documentHref: {attribute: 'document-href'},
    statusHref: {attribute: 'status-href'},
    prefillTitle: {attribute: 'prefill-title'},
    prefillDocNumber: {attribute: 'prefill-doc-number'},
    prefillDescription: {attribute: 'prefill-description'},
    lock: {},
    kiosk: {type: Boolean},
    idleMinutes: {type: Number, attribute: 'idle-minutes'},
    step: {state: true},
    kind: {state: true},
  };

  /** Id of the agency that is asked; the nearest `<zwgk-config agency>` counts. */
  agency = '';
  /** Prefix of the step in the page's address; empty leaves the address alone. */
  urlKey = 'apply';
  /** Page that shows a published document, such as `document.html?id={id}`. */
  documentHref = '';
  /** Page with `<zwgk-application-status>`, to which the receipt links. */
  statusHref = '';
  /** Name of the information, filled in beforehand; the words that a search brings along as `q` where it is absent. */
  prefillTitle = '';
  /** Document number, filled in beforehand. */
  prefillDocNumber = '';
  /** Description, filled in beforehand. */
  prefillDescription = '';
  /** Fields that were filled in beforehand and cannot be changed: `title`, `doc-number`, `description`, separated by commas. */
  lock = '';
  /** Others use this device too: no draft is offered, and everything is wiped when nobody touches it. */
  kiosk = false;
  /** Minutes without a touch after which what is personal is wiped. */
  idleMinutes = 10;

  step: Step = 'guide';
  kind: ApplicationKind = 'information';

  readonly #strings = new Strings<ApplicationStrings>(this, applicationStrings, () => this.context.locale);
  readonly #url = new UrlState(
    this,
    () => this.urlKey,
    () => this.#readUrl(),
  );
  readonly #guide = new Resource<[ZwgkClient, string], ApplicationGuide>(this, {
    load: ([client, agency], signal) => getApplicationGuide(client, agency, signal),
    onSettled: (settled) => settled.kind === 'failed' && this.#handleFailed(settled.error),
  });
  /** What is filled in comes in a file of its own, whole: no step may be missing when the network goes. */
  readonly #session = new Resource<[], ApplicationSession>(this, {load: () => this.#loadSession()});
  #shown: Step | undefined;

  get guide(): ApplicationGuide {
    return valueOf(this.#guide.state)!;
  }
  get locale(): Locale {
    return this.#strings.locale;
  }
  get idle(): number {
    return (this.idleMinutes > 0 ? this.idleMinutes : 10) * 60_000;
  }
  get locked(): readonly string[] {
    return this.lock.split(',').map((name) => `request.${name.trim().replace('doc-n', 'docN')}`);
  }
  get prefilled(): Readonly<Record<string, string>> {
    return {
      // Words that a search brought along.
      'request.title': this.prefillTitle || (this.urlKey && new URLSearchParams(location.search).get('q')) || '',
      'request.docNumber': this.prefillDocNumber,
      'request.description': this.prefillDescription,
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readUrl();
  }

  go(step: Step, replace = false): void {
    this.step = step;
    const kind = this.kind === 'correction' ? {kind: this.kind} : {};
    this.#url.write(new URLSearchParams(step === 'guide' ? {} : {step, ...kind}), replace);
  }

  reloadGuide(): void {
    this.#guide.retry();
  }

  readonly say = (text: string): void => this.announcer.say(text);

  emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true}));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const agency = this.agency || this.context.agency;
    const {client} = this;
    this.#guide.want(client && agency ? [client, agency] : undefined);
    // A request that was sent before a crash and never answered comes first.
    if (client && valueOf(this.#guide.state) && (this.step !== 'guide' || (!this.kiosk && pendingKey(client.endpoint))))
      this.#session.want([]);
  }

  protected override updated(): void {
    const session = valueOf(this.#session.state);
    const placed = session?.updated();
    if (this.#shown === this.step || !valueOf(this.#guide.state) || (this.step !== 'guide' && !session)) return;
    const first = this.#shown === undefined;
    this.#shown = this.step;
    const heading = this.renderRoot.querySelector<HTMLElement>('.step-title');
    if (first || placed || !heading) return;
    heading.focus();
  }

  #readUrl(): void {
    const own = this.#url.read();
    this.step = stepOf(own.get('step'));
    if (this.step !== 'guide') this.kind = own.get('kind') === 'correction' ? 'correction' : 'information';
  }

  async #loadSession(): Promise<ApplicationSession> {
    const loaded = await import('./application.session.ts').catch(() => undefined);
    if (!loaded) throw new ApiError('script-missing', '');
    return new loaded.ApplicationSession(this, this);
  }

  #handleFailed(error: ApiError): void {
    this.sayFailed(error);
    this.emit('zwgk-application-error', {error} satisfies ApplicationErrorDetail);
  }

  #start(kind: ApplicationKind): void {
    this.kind = kind;
    this.go('who');
  }

  protected override renderContent(): TemplateResult {
    const {state} = this.#guide;
    const guide = valueOf(state);
    switch (state.kind) {
      case 'failed':
        return guide ? this.#renderForm(guide) : this.renderFailed(state.error, () => this.#guide.retry());
      case 'idle':
        return this.client ? this.#renderNoAgency() : this.renderUnconfigured();
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'loading':
        return guide ? this.#renderForm(guide) : this.#renderSkeleton();
      case 'empty':
      case 'ready':
        return this.#renderForm(state.value);
    }
  }

  #renderNoAgency(): TemplateResult {
    return html`${this.#renderHeading(nothing)}
      <p>${this.#strings.t.noAgency}</p>
      ${this.renderFallback()}`;
  }

  #renderHeading(below: unknown): TemplateResult {
    const {t} = this.#strings;
    return html`<header class="heading no-print">
      <h2 class="title" aria-level=${this.headingLevel}>${t.title}</h2>
      ${below}
    </header>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`${this.#renderHeading(nothing)} ${this.renderFallback()}
      <div aria-hidden="true">${['w30', 'w90', 'w60', 'w30', 'w90', 'w90'].map((width) => html`<span class="sk ${width}"></span>`)}</div>`;
  }

  #renderForm(guide: ApplicationGuide): TemplateResult {
    const {t} = this.#strings;
    const session: ViewState<ApplicationSession> = this.#session.state;
    const outcome = valueOf(session)?.renderOutcome();
    return html`<div class="stack">
      ${this.#renderHeading(html`<p>${t.to(guide.agencyName)}</p>`)}
      ${outcome ?? html`${this.#renderSteps()} ${this.#renderStep(guide, session)}`}
    </div>`;
  }

  /** Where the person is. The steps are no links: what is behind is reached by going back. */
  #renderSteps(): TemplateResult {
    const {t} = this.#strings;
    const at = STEPS.indexOf(this.step);
    return html`<ol class="steps no-print" aria-label=${t.stepsLabel}>
        ${STEPS.map((step) => html`<li aria-current=${step === this.step ? 'step' : nothing}>${t.steps[step]}</li>`)}
      </ol>
      <h3 class="h2 step-title" tabindex="-1" aria-level=${this.headingLevel + 1}>
        ${t.stepOf(at + 1, STEPS.length, t.steps[this.step])}
      </h3>`;
  }

  #renderStep(guide: ApplicationGuide, session: ViewState<ApplicationSession>): unknown {
    const {t, locale} = this.#strings;
    if (session.kind === 'failed') return this.renderFailed(session.error, () => this.#session.retry());
    const loaded = valueOf(session);
    if (this.step === 'guide') {
      const level = this.headingLevel + 1;
      return renderGuide(guide, {t, locale, level, begun: loaded?.begun ?? false, start: (kind) => this.#start(kind)});
    }
    return loaded?.render() ?? html`<p>${t.loading}</p>`;
  }
}
