import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ZwgkElement} from '../foundation/base-element.ts';
import {Strings} from '../foundation/strings.ts';
import type {ViewState} from '../foundation/view-state.ts';
import {InterpretationController} from './interpretation.controller.ts';
import type {InterpretationErrorDetail} from './interpretation.events.ts';
import {lines, type InterpretationItem} from './interpretation.logic.ts';
import {interpretationStrings, type InterpretationStrings} from './interpretation.strings.ts';
import {interpretationStyles} from './interpretation.styles.ts';

/**
 * The agencies of a region: who they are.
 *
 * @slot - Fallback content, real links: shown until the widget is ready and whenever it cannot start.
 * @fires zwgk-interpretation-error - Nothing can be shown; the detail says why.
 * @csspart root - Everything inside the reset.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 */
export class ZwgkInterpretation extends ZwgkElement {
  static override styles = [...ZwgkElement.styles, interpretationStyles];
  static override properties: PropertyDeclarations = {region: {}};

  /** Shows only this region and all below it; a GB/T 2260 code. Without it, all regions. */
  region = '';

  readonly #strings = new Strings<InterpretationStrings>(this, interpretationStrings, () => this.context.locale);
  readonly #interpretation = new InterpretationController(this, (settled) => this.#handleSettled(settled));

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#interpretation.want(this.client, this.region);
  }

  #handleSettled(settled: ViewState<readonly InterpretationItem[]>): void {
    if (settled.kind === 'ready') this.announcer.say(this.#strings.t.found(settled.value.length));
    if (settled.kind === 'empty') this.announcer.say(this.#strings.t.empty);
    if (settled.kind !== 'failed') return;
    this.sayFailed(settled.error);
    const detail: InterpretationErrorDetail = {error: settled.error};
    this.dispatchEvent(new CustomEvent('zwgk-interpretation-error', {detail, bubbles: true, composed: true}));
  }

  protected override renderContent(): TemplateResult {
    const view = this.#interpretation.state;
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'failed':
        return view.previous ? this.#renderList(view.previous) : this.renderFailed(view.error, () => this.#interpretation.retry());
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

  #renderList(items: readonly InterpretationItem[]): TemplateResult {
    const {t} = this.#strings;
    return html`<section class="stack">
      <h2 class="title" aria-level=${this.headingLevel}>${t.title}</h2>
      <ul>
        ${lines(items).map(({text, demo}) => html`<li>${text} ${demo ? html`<span class="demo">${this.common.t.demo}</span>` : nothing}</li>`)}
      </ul>
    </section>`;
  }
}
