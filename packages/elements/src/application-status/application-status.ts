import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import type {ApiError} from '@zwgk/client';
import type {ApplicationStatus} from '@zwgk/contract';
import type {IdleWatch} from '../controllers/idle-watch.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import {fillHref} from '../foundation/fill-href.ts';
import {focusFirst} from '../foundation/focus-first.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {Strings} from '../foundation/strings.ts';
import type {ViewState} from '../foundation/view-state.ts';
import {ApplicationStatusController} from './application-status.controller.ts';
import type {StatusDetails} from './application-status.details.ts';
import type {ApplicationStatusErrorDetail} from './application-status.events.ts';
import type {StatusHost} from './application-status.host.ts';
import {readCredential, tokenOf, type Slip} from './application-status.logic.ts';
import {applicationStatusStrings, type ApplicationStatusStrings} from './application-status.strings.ts';
import {applicationStatusStyles} from './application-status.styles.ts';

/**
 * How far a request for information has come: looked up by receipt number and query code, or by the link of the receipt
 * (`#t=…`, read once and taken out of the address). The days that count and those that do not, what happened, what may
 * be done now, and the answer. Nothing is stored; leaving the page forgets all of it.
 *
 * @slot - Fallback content, real links: shown whenever the widget cannot start.
 * @fires zwgk-application-status-error - Nothing can be shown; the detail says why.
 * @csspart root - Everything inside the reset.
 * @csspart form - The receipt number and the query code.
 * @csspart status - Where the request stands.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 */
export class ZwgkApplicationStatus extends ZwgkElement {
  static override styles = [...ZwgkElement.styles, applicationStatusStyles];
  static override properties: PropertyDeclarations = {
    documentHref: {attribute: 'document-href'},
    kiosk: {type: Boolean},
  };

  /** Page that shows a document of an answer, such as `document.html?id={id}`; without it documents are named only. */
  documentHref = '';
  /** For a computer that many people use: what is shown is cleared after ten minutes without a sign of the reader. */
  kiosk = false;

  readonly #strings = new Strings<ApplicationStatusStrings>(this, applicationStatusStrings, () => this.context.locale);
  readonly #request = new ApplicationStatusController(this, (settled) => this.#handleSettled(settled));
  /** What the status may ask of this element. */
  readonly #host: StatusHost = {
    context: this.context,
    common: this.common,
    headingLevel: () => this.headingLevel,
    hrefOfDocument: ({id}) => (this.documentHref ? safeHref(fillHref(this.documentHref, id)) : undefined),
    client: () => this.client,
    correct: (correction, options) => this.#request.correct(correction, options),
    withdraw: (note) => this.#request.withdraw(note),
    lookAgain: () => this.#request.retry(),
    leave: () => this.#leave(),
    renderFailed: (error, retry) => this.renderFailed(error, retry),
    say: (text) => this.announcer.say(text),
    focusNext: (...selectors) => this.#focusNext(...selectors),
  };
  #details: StatusDetails | undefined;
  #idle: IdleWatch | undefined;
  /** What is wrong with what was typed. */
  #slips: {readonly number?: Slip | undefined; readonly code?: Slip | undefined} = {};
  #isTyped = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#takeToken);
    window.addEventListener('pagehide', this.#forget);
    this.#takeToken();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#takeToken);
    window.removeEventListener('pagehide', this.#forget);
    this.#forget();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#request.want(this.client);
    const {details} = this.#request;
    if (details)
      this.#idle ??= new details.IdleWatch(this, {
        // On one's own device an answer may stay in view; it is asked for again with a code, not written anew.
        patience: () => (this.kiosk && (this.#isTyped || this.#request.state.kind !== 'idle') ? details.PATIENCE : 0),
        onWarn: (isWarning) => isWarning && this.announcer.say(this.#strings.t.idle),
        onGone: (why) => why === 'idle' && this.#leave(),
      });
  }

  /** The link of a receipt opens its request: what is in the address is seen by others, and goes at once. */
  readonly #takeToken = (): void => {
    const token = tokenOf(location.hash);
    if (!token) return;
    try {
      history.replaceState(history.state, '', location.href.split('#')[0]);
    } catch {
      // A sandboxed page: its address is not to be changed.
    }
    this.#request.look({token});
  };

  readonly #forget = (): void => {
    for (const input of this.renderRoot?.querySelectorAll('input') ?? []) input.value = '';
    this.#slips = {};
    this.#isTyped = false;
    this.#details?.reset();
    this.#request.forget();
  };

  #leave(): void {
    this.#forget();
    this.announcer.say(this.#strings.t.wiped);
    this.#focusNext('.title');
  }

  #focusNext(...selectors: string[]): void {
    this.requestUpdate();
    void this.updateComplete.then(() => focusFirst(this.renderRoot, ...selectors));
  }

  #handleSettled(settled: ViewState<ApplicationStatus>): void {
    const hadFocus = this.matches(':focus-within');
    const {details, byLink} = this.#request;
    if (details) this.#details ??= new details.StatusDetails(this, this.#host);
    if (settled.kind === 'ready') {
      this.announcer.say(this.#details!.sentence(settled.value));
      if (hadFocus) this.#focusNext('.title');
    }
    if (settled.kind !== 'failed') return;
    const {error} = settled;
    if (hadFocus) this.#focusNext('.refusal', '.state');
    const refusal = this.#details?.refusal(error, byLink);
    if (refusal) return this.announcer.say(refusal);
    this.sayFailed(error);
    const detail: ApplicationStatusErrorDetail = {error};
    this.dispatchEvent(new CustomEvent('zwgk-application-status-error', {detail, bubbles: true, composed: true}));
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    if (this.#request.state.kind === 'loading') return;
    const typed = (id: string): string => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!.value;
    const reading = readCredential(typed('number'), typed('code'));
    this.#slips = reading.credential ? {} : reading;
    if (reading.credential) this.#request.look(reading.credential);
    else this.#focusNext('[aria-invalid="true"]');
  }

  protected override renderContent(): TemplateResult {
    const view = this.#request.state;
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'ready':
        return this.#renderStatus(view.value);
      case 'loading':
        if (view.previous) return this.#renderStatus(view.previous);
        return this.#request.byLink ? this.#renderSkeleton() : this.#renderForm(view);
      case 'failed':
        return view.previous ? this.#renderStatus(view.previous, view.error) : this.#renderForm(view);
      case 'idle':
      case 'empty':
        return this.#renderForm(view);
    }
  }

  #renderStatus(status: ApplicationStatus, error?: ApiError): TemplateResult {
    return html`${this.#renderIdle()}${error ? this.#renderFailure(error) : nothing}${this.#details!.render(status)}`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<h2 class="title" tabindex="-1" aria-level=${this.headingLevel}>${this.#strings.t.looking}</h2>
      <div aria-hidden="true">${[30, 60, 90, 90, 60].map((width) => html`<span class="sk w${width}"></span>`)}</div>`;
  }

  /** A word before everything is cleared, with a way to stay: any other sign does as well. */
  #renderIdle(): unknown {
    const {t} = this.#strings;
    if (!this.#idle?.isWarning) return nothing;
    return html`<div class="callout idle no-print">
      <p class="error">${icon('clock')}${t.idle}</p>
      <button class="btn secondary" type="button">${t.stay}</button>
    </div>`;
  }

  #renderForm(view: ViewState<ApplicationStatus>): TemplateResult {
    const {t} = this.#strings;
    const loading = view.kind === 'loading';
    const prepare = (): void => this.#request.prepare();
    const type = (): void => {
      if (!this.#isTyped) this.requestUpdate();
      this.#isTyped = true;
    };
    return html`<section class="stack">
      <h2 class="title" tabindex="-1" aria-level=${this.headingLevel}>${t.title}</h2>
      ${this.#renderIdle()} ${view.kind === 'failed' ? this.#renderFailure(view.error) : nothing}
      <form class="ask" part="form" novalidate @submit=${this.#handleSubmit} @focusin=${prepare} @input=${type}>
        ${this.#renderField('number', t.number, t.numberHelp, 'numeric')} ${this.#renderField('code', t.code, t.codeHelp, 'text')}
        <button class="btn" aria-disabled=${loading}>${loading ? t.looking : t.look}</button>
      </form>
      <p class="soft">${t.lost}</p>
    </section>`;
  }

  /** Never filled in or kept by a browser or a password manager: the next reader may be somebody else. */
  #renderField(id: 'number' | 'code', label: string, help: string, inputmode: 'numeric' | 'text'): TemplateResult {
    const slip = this.#slips[id];
    return html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      <p class="help" id="${id}-help">${help}</p>
      <input
        class="input"
        id=${id}
        inputmode=${inputmode}
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        data-1p-ignore
        data-bwignore
        data-lpignore="true"
        data-form-type="other"
        aria-describedby="${id}-help ${id}-error"
        aria-invalid=${slip ? 'true' : 'false'}
      />
      <p class="error" id="${id}-error">${slip ? html`${icon('alert')}${this.#slipText(id, slip)}` : nothing}</p>
    </div>`;
  }

  #slipText(id: 'number' | 'code', slip: Slip): string {
    const {t} = this.#strings;
    if (slip.kind === 'letter') return t.codeLetter;
    if (slip.kind === 'missing') return id === 'number' ? t.noNumber : t.noCode;
    return id === 'number' ? t.numberLength(slip.count) : t.codeLength(slip.count);
  }

  #renderFailure(error: ApiError): TemplateResult {
    const refusal = this.#details?.refusal(error, this.#request.byLink);
    if (!refusal) return this.renderFailed(error, () => this.#request.retry());
    return html`<p class="callout error refusal" tabindex="-1">${icon('alert')}<span>${refusal}</span></p>`;
  }
}
