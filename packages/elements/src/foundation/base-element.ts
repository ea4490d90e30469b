import {html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {clientFor, type ApiError, type ZwgkClient} from '@zwgk/client';
import {adopt} from './adopt.ts';
import {Announcer} from './announcer.ts';
import {baseStyles} from './base.styles.ts';
import {commonStrings, type CommonStrings} from './common.strings.ts';
import {HostContext} from './host-context.ts';
import {icon} from './icons.ts';
import {Strings} from './strings.ts';
import {tokens} from './tokens.ts';
import type {Trouble} from './trouble.ts';

/**
 * What every widget is built on: a reset root that host pages cannot restyle, the surroundings (endpoint, language,
 * density), one live region, the failed and unconfigured views, and the fallback content kept until it is ready.
 *
 * @slot - Fallback content, real links: shown until the widget is ready and whenever it cannot start.
 */
export abstract class ZwgkElement extends LitElement {
  static override styles = [tokens, baseStyles];
  static override properties: PropertyDeclarations = {
    endpoint: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
    trouble: {state: true},
  };

  /** Absolute address of the API; the nearest `<zwgk-config>`, then the SDK's script tag, speak when it is absent. */
  endpoint = '';
  /** Heading level of the widget's title, 1 to 6, so that it fits the page's outline. */
  headingLevel = 2;

  private trouble: Trouble | undefined;

  // Without a sentence of their own these are no part of the element's interface: its parts read them.
  readonly context = new HostContext(this);
  protected readonly announcer = new Announcer(this);
  readonly common = new Strings<CommonStrings>(this, commonStrings, () => this.context.locale);

  // The page's client of this widget's endpoint; `undefined` while no endpoint is known.
  get client(): ZwgkClient | undefined {
    return this.context.endpoint ? clientFor(this.context.endpoint) : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.context.theme === 'dark') void this.#loadDark();
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
  protected renderFallback(): unknown {
    return this.childElementCount > 0 ? html`<slot></slot>` : nothing;
  }

  /** Why nothing can be shown, what to do now, and a way that always works. */
  protected renderFailed(error: ApiError, retry: () => void): TemplateResult {
    return this.#renderTrouble(error, error.retryable ? retry : undefined);
  }

  /**
   * The page's author has not said where the data is: citizens get the fallback, the console the fix.
   * @param fix What to mend when it is not the address of the API.
   */
  protected renderUnconfigured(fix?: string): TemplateResult {
    return this.#renderTrouble(undefined, undefined, fix);
  }

  protected sayFailed(error: ApiError): void {
    this.announcer.say(error.code === 'offline' ? this.common.t.offline : this.common.t.failed);
  }

  #renderTrouble(error?: ApiError, retry?: () => void, fix?: string): TemplateResult {
    void this.#loadTrouble();
    const {t} = this.common;
    const {why, links} = this.trouble?.render(error, fix) ?? {};
    return html`<div class="state attention" tabindex="-1">
      ${icon('alert')}
      <div>
        <p class="h4">${error?.code === 'offline' ? t.offline : (why ?? t.failed)}</p>
        ${retry ? html`<p class="actions"><button class="btn secondary" type="button" @click=${retry}>${t.retry}</button></p>` : nothing}
        ${links} ${this.renderFallback()}
        <p>${t.hotline}</p>
      </div>
    </div>`;
  }

  async #loadDark(): Promise<void> {
    const {darkTokens} = await import('./tokens.dark.ts');
    adopt(this.renderRoot as ShadowRoot, darkTokens);
  }

  /** The sentences for each cause come when one is needed; where even they cannot load, the plain one stays. */
  async #loadTrouble(): Promise<void> {
    if (this.trouble) return;
    const loaded = await import('./trouble.ts').catch(() => undefined);
    if (loaded) this.trouble ??= new loaded.Trouble(this, () => this.context.locale);
  }
}
