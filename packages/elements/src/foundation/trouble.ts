/** The failed and the unconfigured view in full: loaded when something fails. */
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {ApiError} from '@zwgk/client';
import {explainOnce} from './explain.ts';
import type {Locale} from './host-context.ts';
import {Strings} from './strings.ts';
import {troubleStrings, type TroubleStrings} from './trouble.strings.ts';

export class Trouble {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #strings: Strings<TroubleStrings>;

  constructor(element: ReactiveControllerHost & HTMLElement, locale: () => Locale) {
    this.#element = element;
    this.#strings = new Strings(element, troubleStrings, locale);
  }

  /** What happened, in a sentence chosen by the code, and the page's own links or the data's address. */
  render(error: ApiError | undefined, fix?: string): {readonly why: string | undefined; readonly links: unknown} {
    explainOnce(error ?? 'unconfigured', this.#element, fix);
    const {t} = this.#strings;
    return {why: error ? t.failed[error.code] : t.unconfigured, links: this.#renderLinks(error)};
  }

  #renderLinks(error: ApiError | undefined): TemplateResult | typeof nothing {
    const {t} = this.#strings;
    if (this.#element.childElementCount > 0) return html`<p>${t.fallback}</p>`;
    if (!error?.url || error.code === 'not-found') return nothing;
    return html`<p><a href=${error.url} target="_blank" rel="noopener noreferrer">${t.open}</a></p>`;
  }
}
