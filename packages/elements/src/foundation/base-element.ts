import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {clientFor, type ApiError, type ZwgkClient} from '@zwgk/client';
import {Announcer} from './announcer.ts';
import {baseStyles} from './base.styles.ts';
import {commonStrings, type CommonStrings} from './common.strings.ts';
import {explainOnce} from './explain.ts';
import {HostContext} from './host-context.ts';
import {icon} from './icons.ts';
import {Strings} from './strings.ts';
import {tokens} from './tokens.ts';

/**
 * What every widget is built on: a reset root that host pages cannot restyle, the surroundings (endpoint, language,
 * density), one live region, the failed and unconfigured views, and the fallback content kept until it is ready.
 *
 * @slot - Fallback content, real links: shown until the widget is ready and whenever it cannot start.
 */
export abstract class ZwgkElement extends LitElement {
  static override styles = [tokens, baseStyles];

  /** Absolute address of the API; the nearest `<zwgk-config>`, then the SDK's script tag, speak when it is absent. */
  @property() endpoint = '';
  /** Heading level of the widget's title, 1 to 6, so that it fits the page's outline. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  protected readonly context = new HostContext(this);
  protected readonly announcer = new Announcer(this);
  protected readonly common = new Strings<CommonStrings>(this, commonStrings, () => this.context.locale);

  /** The page's client of this widget's endpoint; `undefined` while no endpoint is known. */
  protected get client(): ZwgkClient | undefined {
    return this.context.endpoint ? clientFor(this.context.endpoint) : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // A property set from script has no attribute to observe.
    if (changed.has('endpoint') && this.endpoint && this.getAttribute('endpoint') !== this.endpoint)
      this.setAttribute('endpoint', this.endpoint);
  }

  protected override render(): TemplateResult {
    const {density, theme} = this.context;
    return html`<div class="root" part="root" lang=${this.common.locale} data-density=${density} data-theme=${theme}>
      ${this.renderContent()}${this.announcer.render()}
    </div>`;
  }

  /** The widget itself, inside the reset root. */
  protected abstract renderContent(): unknown;

  /** Light-DOM links that work without the widget, when the page has any. */
  protected renderFallback(lead: unknown = nothing): unknown {
    return this.childElementCount > 0 ? html`${lead}<slot></slot>` : nothing;
  }

  /** Why nothing can be shown, what to do now, and a way that always works. */
  protected renderFailed(error: ApiError, retry: () => void): TemplateResult {
    const {t} = this.common;
    explainOnce(error, this);
    return html`<div class="state attention" role="group">
      ${icon('alert')}
      <div>
        <p class="h4">${t.failed[error.code]}</p>
        ${error.retryable ? html`<p class="actions"><button class="btn secondary" type="button" @click=${retry}>${t.retry}</button></p>` : nothing}
        ${this.renderFallback(html`<p>${t.fallback}</p>`)}
        ${this.childElementCount === 0 && error.code !== 'not-found' ? html`<p><a href=${error.url} target="_blank" rel="noopener noreferrer">${t.open}</a></p>` : nothing}
        <p>${t.hotline}</p>
      </div>
    </div>`;
  }

  /** The page's author has not said where the data is: citizens get the fallback, the console the fix. */
  protected renderUnconfigured(): TemplateResult {
    const {t} = this.common;
    explainOnce('unconfigured', this);
    return html`<div class="state">
      ${icon('alert')}
      <div>
        <p class="h4">${t.unconfigured}</p>
        ${this.renderFallback(html`<p>${t.fallback}</p>`)}
        <p>${t.hotline}</p>
      </div>
    </div>`;
  }
}
