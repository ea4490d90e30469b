/** The failed and the unconfigured view in full: loaded when something fails. */
import {html, nothing, type ReactiveControllerHost} from 'lit';
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

  /** What happened, in a sentence chosen by the code, and a word before the page's own links. Data is no way out for a reader. */
  render(error: ApiError | undefined, fix?: string): {readonly why: string | undefined; readonly links: unknown} {
    explainOnce(error ?? 'unconfigured', this.#element, fix);
    const {t} = this.#strings;
    const links = this.#element.childElementCount > 0 ? html`<p>${t.fallback}</p>` : nothing;
    return {why: error ? t.failed[error.code] : t.unconfigured, links};
  }
}
