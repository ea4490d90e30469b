import {html, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {UrlState} from '../controllers/url-state.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import type {Locale} from '../foundation/host-context.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {ConsultationController, type ConsultationView} from './consultation.controller.ts';
import type {ConsultationErrorDetail} from './consultation.events.ts';
import type {ConsultationHost} from './consultation.host.ts';
import {consultationStyles} from './consultation.styles.ts';

/**
 * Saying something about a draft, and what became of it (R3.9, R3.10): where it stands, the draft with a way to comment on
 * each article and passage, and after closing the report that answers every opinion. Without an id, the consultations there are.
 *
 * @slot - Fallback content, real links: shown until the widget is ready and whenever it cannot start.
 * @fires zwgk-consultation-ready - The consultation is there.
 * @fires zwgk-consultation-submitted - Comments were stored; the detail has the receipt's number.
 * @fires zwgk-consultation-error - Nothing can be shown, or nothing could be sent; the detail says why.
 * @csspart root - Everything inside the reset.
 * @csspart draft - The draft.
 * @csspart tray - The comments that are not sent yet.
 * @csspart report - What became of the opinions.
 * @csspart survey - The questions of a survey.
 * @csspart results - What all answered together.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 */
export class ZwgkConsultation extends ZwgkElement implements ConsultationHost {
  static override styles = [...ZwgkElement.styles, consultationStyles];
  static override properties: PropertyDeclarations = {
    consultationId: {attribute: 'consultation-id'},
    agency: {},
    state: {},
    consultationHref: {attribute: 'consultation-href'},
    documentHref: {attribute: 'document-href'},
    urlKey: {attribute: 'url-key'},
    kiosk: {type: Boolean},
  };

  /** Id of the consultation to show; without it they are listed. */
  consultationId = '';
  /** Lists only what this agency asks about; its id. */
  agency = '';
  /** Lists only those that stand so: `open`, `closed`, `reported`, `not_started`, separated by commas. */
  state = '';
  /** Page that shows a consultation, such as `consultation.html?consultation.id={id}`; without it they open in this place. */
  consultationHref = '';
  /** Page that shows a document, such as `document.html?id={id}`. */
  documentHref = '';
  /** Prefix of the widget's parameters in the page's address; empty leaves the address alone. */
  urlKey = 'consultation';
  /** Others use this device too: nothing that is written is kept on it, and all of it is cleared when nobody touches it for ten minutes. */
  kiosk = false;

  readonly #url = new UrlState(
    this,
    () => this.urlKey,
    () => undefined,
  );
  readonly #consultation = new ConsultationController(this, (settled) => this.#handleSettled(settled));

  get locale(): Locale {
    return this.common.locale;
  }
  get localeWanted(): Locale {
    return this.context.locale;
  }

  open(id: string): void {
    this.#url.write(new URLSearchParams(id ? {id} : {}));
    this.requestUpdate();
  }

  hrefOf(id: string): string | undefined {
    return this.#url.href(new URLSearchParams({id}));
  }

  reload(): void {
    this.#consultation.retry();
  }

  say(text: string): void {
    this.announcer.say(text);
  }

  emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true}));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#consultation.want(this.client, this.consultationId || (this.#url.read().get('id') ?? ''), this);
  }

  protected override updated(): void {
    valueOf(this.#consultation.state)?.part.updated?.();
  }

  #handleSettled(settled: ViewState<ConsultationView>): void {
    if (settled.kind !== 'failed') return;
    this.sayFailed(settled.error);
    this.emit('zwgk-consultation-error', {error: settled.error} satisfies ConsultationErrorDetail);
  }

  protected override renderContent(): TemplateResult {
    const view = this.#consultation.state;
    const value = valueOf(view);
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'failed':
        return value ? value.part.render() : this.renderFailed(view.error, () => this.reload());
      case 'idle':
      case 'loading':
        return value && this.#consultation.isSame ? value.part.render() : this.#renderSkeleton();
      case 'empty':
      case 'ready':
        return view.value.part.render();
    }
  }

  #renderSkeleton(): TemplateResult {
    return html`${this.renderFallback()}
      <div aria-hidden="true">${[60, 30, 90, 90, 60, 90].map((width) => html`<span class="sk w${width}"></span>`)}</div>`;
  }
}
