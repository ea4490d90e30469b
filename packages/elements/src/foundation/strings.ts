import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Locale} from './host-context.ts';

/** The sentences of one slice: Simplified Chinese at hand, the other languages when they are needed. */
export interface StringTable<T> {
  readonly 'zh-Hans': T;
  readonly 'zh-Hant': () => Promise<T>;
  readonly en: () => Promise<T>;
}

/** Keeps a slice's sentences in the language of its surroundings; the last ones stay until the new ones are there. */
export class Strings<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #table: StringTable<T>;
  readonly #locale: () => Locale;
  #wanted: Locale = 'zh-Hans';
  /** Sentences now shown. */
  t: T;
  /** Language of `t`; what is shown is marked with it. */
  locale: Locale = 'zh-Hans';

  constructor(host: ReactiveControllerHost, table: StringTable<T>, locale: () => Locale) {
    this.#host = host;
    this.#table = table;
    this.#locale = locale;
    this.t = table['zh-Hans'];
    host.addController(this);
  }

  hostUpdate(): void {
    const locale = this.#locale();
    if (locale === this.#wanted) return;
    this.#wanted = locale;
    if (locale === 'zh-Hans') this.#show(locale, this.#table[locale]);
    // A language that cannot be loaded leaves the last one: readable beats right.
    else
      void this.#table[locale]().then(
        (t) => this.#wanted === locale && this.#show(locale, t),
        () => undefined,
      );
  }

  #show(locale: Locale, t: T): void {
    this.locale = locale;
    this.t = t;
    this.#host.requestUpdate();
  }
}
