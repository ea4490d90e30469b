import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ApiError, getApplicationGuide, type ZwgkClient} from '@zwgk/client';
import type {ApplicationGuide, ApplicationKind} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {UrlState} from '../controllers/url-state.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import type {Locale} from '../foundation/host-context.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import type {AgencyPicker} from './application.agencies.ts';
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
    picked: {state: true},
  };

  /** Id of the agency that is asked; the nearest `<zwgk-config agency>` counts. Without any, the visitor chooses one. */
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
  /** The agency that was chosen, where the page names none. */
  private picked = '';

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
  readonly #picker = new Resource<[ZwgkClient], AgencyPicker>(this, {load: () => this.#loadPicker()});
  #asked = '';
  #shown: Step | 'agencies' | undefined;

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
    const agency = this.picked ? {agency: this.picked} : {};
    this.#url.write(new URLSearchParams(step === 'guide' ? agency : {...agency, step, ...kind}), replace);
  }

  /** Asks this agency; an empty id goes back to the choice. */
  choose(agency: string): void {
    this.picked = agency;
    this.go('guide');
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
    const agency = (this.#asked = this.agency || this.context.agency || this.picked);
    const {client} = this;
    this.#guide.want(client && agency ? [client, agency] : undefined);
    this.#picker.want(client && !agency ? [client] : undefined);
    if (this.#guide.state.kind === 'ready') valueOf(this.#session.state)?.follow();
    // A request that was sent before a crash and never answered comes first.
    if (client && valueOf(this.#guide.state) && (this.step !== 'guide' || (!this.kiosk && pendingKey(client.endpoint))))
      this.#session.want([]);
  }

  protected override updated(): void {
    const session = valueOf(this.#session.state);
    const placed = session?.updated();
    const picker = this.#guide.state.kind === 'idle' ? valueOf(this.#picker.state) : undefined;
    const showing = picker ? 'agencies' : this.step;
    if (this.#shown === showing || (!picker && (!valueOf(this.#guide.state) || (this.step !== 'guide' && !session)))) return;
    const first = this.#shown === undefined;
    this.#shown = showing;
    const heading = this.renderRoot.querySelector<HTMLElement>('.step-title');
    if (first || placed || !heading) return;
    heading.focus();
  }

  #readUrl(): void {
    const own = this.#url.read();
    this.step = stepOf(own.get('step'));
    this.picked = own.get('agency') ?? '';
    if (this.step !== 'guide') this.kind = own.get('kind') === 'correction' ? 'correction' : 'information';
  }

  async #loadSession(): Promise<ApplicationSession> {
    const loaded = await import('./application.session.ts').catch(() => undefined);
    if (!loaded) throw new ApiError('script-missing', '');
    return loaded.openSession(this, this);
  }

  async #loadPicker(): Promise<AgencyPicker> {
    const loaded = await import('./application.agencies.ts').catch(() => undefined);
    if (!loaded) throw new ApiError('script-missing', '');
    return new loaded.AgencyPicker(this, this);
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
    // What is still there while another agency's is asked for is nothing to fill in.
    const last = valueOf(state);
    const guide = state.kind === 'loading' && last?.agency !== this.#asked ? undefined : last;
    switch (state.kind) {
      case 'failed':
        if (guide) return this.#renderForm(guide);
        return html`${this.renderFailed(state.error, () => this.#guide.retry())} ${this.picked ? this.#renderOther() : nothing}`;
      case 'idle':
        return this.client ? this.#renderPicker() : this.renderUnconfigured();
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'loading':
        return guide ? this.#renderForm(guide) : this.#renderSkeleton();
      case 'empty':
      case 'ready':
        return this.#renderForm(state.value);
    }
  }

  #renderPicker(): TemplateResult {
    const {state} = this.#picker;
    if (state.kind === 'failed') return this.renderFailed(state.error, () => this.#picker.retry());
    const picker = valueOf(state);
    return picker ? html`<div class="stack">${this.#renderHeading(nothing)} ${picker.render()}</div>` : this.#renderSkeleton();
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
      ${this.#renderHeading(html`<p>${t.to(guide.agencyName)} ${this.picked && !outcome ? this.#renderOther() : nothing}</p>`)}
      ${outcome ?? html`${this.#renderSteps()} ${this.#renderStep(guide, session)}`}
    </div>`;
  }

  #renderOther(): unknown {
    if (valueOf(this.#session.state)?.sending.busy) return nothing;
    return html`<button class="btn quiet no-print" type="button" @click=${() => this.choose('')}>${this.#strings.t.other}</button>`;
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
