import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ZwgkElement} from '../foundation/base-element.ts';
import {Strings} from '../foundation/strings.ts';
import type {ViewState} from '../foundation/view-state.ts';
import {ConsultationController} from './consultation.controller.ts';
import type {ConsultationErrorDetail} from './consultation.events.ts';
import {lines, type ConsultationItem} from './consultation.logic.ts';
import {consultationStrings, type ConsultationStrings} from './consultation.strings.ts';
import {consultationStyles} from './consultation.styles.ts';

/**
 * The agencies of a region: who they are.
 *
 * @slot - Fallback content, real links: shown until the widget is ready and whenever it cannot start.
 * @fires zwgk-consultation-error - Nothing can be shown; the detail says why.
 * @csspart root - Everything inside the reset.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 */
export class ZwgkConsultation extends ZwgkElement {
  static override styles = [...ZwgkElement.styles, consultationStyles];
  static override properties: PropertyDeclarations = {region: {}};

  /** Shows only this region and all below it; a GB/T 2260 code. Without it, all regions. */
  region = '';

  readonly #strings = new Strings<ConsultationStrings>(this, consultationStrings, () => this.context.locale);
  readonly #consultation = new ConsultationController(this, (settled) => this.#handleSettled(settled));

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#consultation.want(this.client, this.region);
  }

  #handleSettled(settled: ViewState<readonly ConsultationItem[]>): void {
    if (settled.kind === 'ready') this.announcer.say(this.#strings.t.found(settled.value.length));
    if (settled.kind === 'empty') this.announcer.say(this.#strings.t.empty);
    if (settled.kind !== 'failed') return;
    this.sayFailed(settled.error);
    const detail: ConsultationErrorDetail = {error: settled.error};
    this.dispatchEvent(new CustomEvent('zwgk-consultation-error', {detail, bubbles: true, composed: true}));
  }

  protected override renderContent(): TemplateResult {
    const view = this.#consultation.state;
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'failed':
        return view.previous ? this.#renderList(view.previous) : this.renderFailed(view.error, () => this.#consultation.retry());
      case 'idle':
      case 'loading':
        return view.kind === 'loading' && view.previous ? this.#renderList(view.previous) : this.#renderSkeleton();
      case 'empty':
        return html`<p>${this.#strings.t.empty}</p>`;
      case 'ready':
        return this.#renderList(view.value);
    }
  }

  #renderSkeleton(): TemplateResult {
    return html`${this.renderFallback()}
      <div aria-hidden="true">${[30, 60, 90].map((width) => html`<span class="sk w${width}"></span>`)}</div>`;
  }

  #renderList(items: readonly ConsultationItem[]): TemplateResult {
    const {t} = this.#strings;
    return html`<section class="stack">
      <h2 class="title" aria-level=${this.headingLevel}>${t.title}</h2>
      <ul>
        ${lines(items).map(({text, demo}) => html`<li>${text} ${demo ? html`<span class="demo">${this.common.t.demo}</span>` : nothing}</li>`)}
      </ul>
    </section>`;
  }
}
