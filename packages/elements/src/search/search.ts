import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ApiError} from '@zwgk/client';
import {SEARCH_TEXT_MAX, type SearchResults} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {UrlState} from '../controllers/url-state.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import type {Locale} from '../foundation/host-context.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {Answers} from './search.answers.ts';
import {renderBox, renderSkeleton} from './search.box.ts';
import {SearchController, type SourceRef} from './search.controller.ts';
import type {SearchErrorDetail, SearchResultsDetail} from './search.events.ts';
import type {SearchHost} from './search.host.ts';
import {
  filtersFromUrl,
  filtersToUrl,
  NO_FILTERS,
  roomIn,
  splitList,
  toQuery,
  withFilters,
  type SearchFilters,
  type SearchScope,
} from './search.logic.ts';
import {boxIn, placesOf, resultsHref, warnLost} from './search.places.ts';
import type {SearchResultsView} from './search.results.ts';
import {SlashKey} from './search.shortcut.ts';
import {searchStrings, type SearchStrings} from './search.strings.ts';
import {searchStyles} from './search.styles.ts';
import type {SearchSuggestions} from './search.suggestions.ts';

/**
 * One box in which anyone finds anything: documents and their articles, the catalogue, agencies; by words, by document
 * number in any form, in either script.
 *
 * Box and results in two places: `<zwgk-search id="find">` and `<zwgk-search for="find">`. A box whose results are on
 * another page: `<zwgk-search action="search.html">`, with a `<zwgk-search>` there.
 *
 * @slot - Fallback content, shown until the box is ready and whenever it cannot start: a real form, `<form action="search.html"><input name="search.q">…`.
 * @fires zwgk-search-results - An answer has come.
 * @fires zwgk-search-select - The reader opens a result.
 * @fires zwgk-search-error - Nothing can be shown; the detail says why.
 * @csspart root - Everything inside the reset.
 * @csspart box - The form.
 * @csspart results - What was found.
 * @csspart hit - One result.
 * @csspart filters - The conditions beside or above the results.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 */
export class ZwgkSearch extends ZwgkElement implements SearchHost {
  static override styles = [...ZwgkElement.styles, searchStyles];
  static override properties: PropertyDeclarations = {
    agency: {},
    region: {},
    source: {},
    for: {},
    action: {},
    urlKey: {attribute: 'url-key'},
    documentHref: {attribute: 'document-href'},
    interpretationHref: {attribute: 'interpretation-href'},
    consultationHref: {attribute: 'consultation-href'},
    meetingHref: {attribute: 'meeting-href'},
    itemHref: {attribute: 'item-href'},
    agencyHref: {attribute: 'agency-href'},
    requestHref: {attribute: 'request-href'},
    recent: {type: Boolean},
    sharedComputer: {type: Boolean, attribute: 'shared-computer'},
    noShortcut: {type: Boolean, attribute: 'no-shortcut'},
    asked: {state: true},
    draft: {state: true},
    suggestions: {state: true},
  };

  /** Searches what these agencies publish, until the reader widens it; ids, separated by commas. The nearest `<zwgk-config agency>` counts. */
  agency = '';
  /** Searches these regions and all below them, until the reader widens it; GB/T 2260 codes, separated by commas. */
  region = '';
  /** Address of a static index made by `zwgk index`; with it no backend is asked. */
  source = '';
  /** Id of a `<zwgk-search>` elsewhere on the page: this one shows the results of that one's box. */
  for = '';
  /** Address of the page that shows results; without it they come below the box. */
  action = '';
  /** Prefix of the search's parameters in the page's address; empty leaves the address alone. */
  urlKey = 'search';
  /** Page that shows a document, such as `document.html?id={id}#{article}`; without it documents open in place. */
  documentHref = '';
  /** Page that shows an interpretation, with `{id}`, its part `{article}` and its `{document}`; without it interpretations open in place. */
  interpretationHref = '';
  /** Page that shows a consultation, with `{id}`; without it consultations open in place. */
  consultationHref = '';
  /** Page that shows a meeting, with `{id}`; without it meetings open in place. */
  meetingHref = '';
  /** Page that shows a catalogue item, with `{id}`; without it items open in place. */
  itemHref = '';
  /** Page of an agency, with `{id}`; without it the agency's catalogue opens in place. */
  agencyHref = '';
  /** Address of the page where information can be requested; the reader's words come along as `q`. */
  requestHref = '';
  /** Keeps the last eight searches on the reader's own device and offers them again. */
  recent = false;
  /** Others use this device too: nothing is kept, and what was kept is removed. */
  sharedComputer = false;
  /** Leaves the `/` key to the page. */
  noShortcut = false;

  private asked: SearchFilters = NO_FILTERS;
  private draft = '';
  private suggestions: SearchSuggestions | undefined;
  readonly #strings = new Strings<SearchStrings>(this, searchStrings, () => this.context.locale);
  readonly #url = new UrlState(
    this,
    () => (this.#isElsewhere ? '' : this.urlKey),
    () => !this.for && this.#readUrl(),
  );
  readonly #search = new SearchController(this, (settled) => this.#handleSettled(settled));
  readonly #answers = new Answers();
  #composing = false;
  /** What the first query wants comes in a file of its own. */
  readonly #results = new Resource<[], SearchResultsView>(this, {
    load: () => this.#loadResults(),
    onSettled: () => {
      const value = valueOf(this.view);
      if (value) valueOf(this.#results.state)?.settled(value);
    },
  });

  constructor() {
    super();
    new SlashKey(this, () => !this.noShortcut && this.#focusBox());
  }

  get t(): SearchStrings {
    return this.#strings.t;
  }
  get locale(): Locale {
    return this.#strings.locale;
  }
  get api(): string {
    return this.#box?.client?.endpoint ?? '';
  }
  get view(): ViewState<SearchResults> {
    return this.#search.state;
  }
  get slow(): boolean {
    return this.#search.slow;
  }
  get demoMark(): string {
    return this.common.t.demo;
  }
  get keepsRecent(): boolean {
    return this.recent && !this.sharedComputer;
  }
  get filters(): SearchFilters {
    return this.#box?.asked ?? NO_FILTERS;
  }
  get scope(): SearchScope {
    const {agency, region, context} = this.#box ?? this;
    return {agency: splitList(agency || context.agency), region: splitList(region)};
  }
  get answers(): SourceRef | undefined {
    const box = this.#box;
    return box === this ? this.#answers.of(this.source, this.client) : box?.answers;
  }

  /** The element whose box is asked: itself, or the one it is `for`. */
  get #box(): ZwgkSearch | undefined {
    if (!this.for) return this;
    const found = boxIn(this, this.for);
    return found instanceof ZwgkSearch && !found.for ? found : undefined;
  }
  /** Elements that show what this box finds. */
  get #places(): ZwgkSearch[] {
    return placesOf(this).filter((place) => place instanceof ZwgkSearch);
  }
  /** Whether results come on another page. */
  get #isElsewhere(): boolean {
    return this.action !== '' && this.#places.length === 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A box whose results had no place yet did not read the address.
    const box = this.#box;
    if (!box) return;
    box.#readUrl();
    box.requestUpdate();
  }

  apply(filters: SearchFilters): void {
    const box = this.#box;
    if (box !== this) return box?.apply(filters);
    this.asked = filters;
    this.#url.write(filtersToUrl(filters));
  }

  hrefOf(filters: SearchFilters): string | undefined {
    const box = this.#box;
    return box === this ? this.#url.href(filtersToUrl(filters)) : box?.hrefOf(filters);
  }

  submit(text: string): void {
    const q = text.trim();
    this.draft = text;
    const room = roomIn(q);
    if (room < 0) this.say(this.t.tooLong(SEARCH_TEXT_MAX, -room));
    if (room < 0 || (!q && !this.asked.q)) return void this.#focusBox();
    this.suggestions?.close();
    if (q) this.suggestions?.remember(q);
    // The keyboard of a telephone would cover what has been found.
    if (matchMedia('(pointer: coarse)').matches) this.#input?.blur();
    const href = this.#isElsewhere && resultsHref(this.action, location.href, this.urlKey, q);
    if (href) location.assign(href);
    else if (q === this.asked.q && !this.asked.open) this.#retry();
    else this.apply(withFilters(this.asked, {q}));
  }

  readonly say = (text: string): void => this.announcer.say(text);

  emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true}));
  }

  protected override firstUpdated(): void {
    const written = this.querySelector<HTMLInputElement>('input[type=search], input[type=text], input:not([type])');
    const input = this.#input;
    if (!input || !written) return;
    // What was written into the fallback form before the box was there is not lost, nor is the place in it.
    if (written.value && !input.value) input.value = this.draft = written.value;
    if (written.matches(':focus')) input.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before = changed.get('asked') as SearchFilters | undefined;
    if (before && before.q !== this.asked.q) this.draft = this.asked.q;
    const {filters} = this;
    const query = this.#showsResults ? toQuery(filters, this.scope) : undefined;
    if (query || (this.#showsResults && filters.open)) this.#results.want([]);
    this.#search.want(this.answers, query);
  }

  protected override updated(): void {
    valueOf(this.#results.state)?.updated();
    for (const place of this.#places) place.requestUpdate();
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#q');
  }
  get #showsResults(): boolean {
    return this.for !== '' || (this.action === '' && this.#places.length === 0);
  }

  #focusBox(): boolean {
    this.#input?.focus();
    return this.#input !== null;
  }

  #readUrl(): void {
    this.asked = filtersFromUrl(this.#url.read());
    this.draft = this.asked.q;
  }

  #retry(): void {
    for (const element of [this, ...this.#places]) if (element.view.kind === 'failed') element.#search.retry();
  }

  async #loadResults(): Promise<SearchResultsView> {
    const loaded = await import('./search.results.ts').catch(() => undefined);
    if (!loaded) throw new ApiError('script-missing', '');
    return new loaded.SearchResultsView(this, this);
  }

  /** Suggestions come when the reader does; without them the box still searches. */
  readonly #handleNear = async (event: Event): Promise<void> => {
    const first = !this.suggestions;
    const loaded = await import('./search.suggestions.ts').catch(() => undefined);
    if (!loaded) return;
    this.suggestions ??= new loaded.SearchSuggestions(this, this, this.renderRoot as ShadowRoot);
    if (event.type === 'pointerdown') this.suggestions.press();
    else if (first && this.draft !== this.asked.q && !this.#composing) this.suggestions.type(this.draft);
  };

  readonly #handleCompose = (): void => {
    this.#composing = true;
    this.suggestions?.close();
  };

  readonly #handleInput = (event: Event): void => {
    if (event.type === 'compositionend') this.#composing = false;
    // While an input method composes, the text is not the reader's yet.
    if (this.#composing || (event as InputEvent).isComposing) return;
    this.draft = (event.target as HTMLInputElement).value;
    this.suggestions?.type(this.draft);
  };

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.#composing) this.submit(this.#input!.value);
  };

  #handleSettled(settled: ViewState<SearchResults>): void {
    const value = valueOf(settled);
    if (settled.kind === 'failed') {
      this.sayFailed(settled.error);
      this.emit('zwgk-search-error', {error: settled.error} satisfies SearchErrorDetail);
    } else if (value) {
      valueOf(this.#results.state)?.settled(value);
      this.emit('zwgk-search-results', {filters: this.filters, total: value.total} satisfies SearchResultsDetail);
    }
  }

  protected override renderContent(): unknown {
    if (this.for) return this.#box ? this.#renderPlace() : (warnLost(this.for), this.renderFallback());
    if (!this.#showsResults) return this.#renderBox(true);
    return html`<div class="stack">
      <header class="heading"><h2 class="title" aria-level=${this.headingLevel}>${this.t.title}</h2></header>
      ${this.#renderBox(false)}${this.#renderResults()}
    </div>`;
  }

  /** Results away from their box: what they are is said to those who hear the page. */
  #renderPlace(): unknown {
    if (this.view.kind === 'idle' && !this.filters.open) return this.renderFallback();
    return html`<h2 class="sr" aria-level=${this.headingLevel}>${this.t.title}</h2>
      ${this.#renderResults()}`;
  }

  #renderBox(compact: boolean): TemplateResult {
    return renderBox({
      t: this.t,
      q: this.asked.q,
      draft: this.draft,
      compact,
      suggestions: this.suggestions,
      onSubmit: this.#handleSubmit,
      onInput: this.#handleInput,
      onCompose: this.#handleCompose,
      onNear: this.#handleNear,
    });
  }

  /** What stands below the box. */
  #renderResults(): unknown {
    const {view} = this;
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'failed':
        return this.#renderFound(
          view,
          this.renderFailed(view.error, () => this.#search.retry()),
        );
      case 'loading':
        return this.#renderFound(view, 'previous' in view ? nothing : this.#renderWaiting());
      case 'idle':
        return this.filters.open ? this.#renderFound(view, nothing) : nothing;
      case 'ready':
      case 'empty':
        return this.#renderFound(view, nothing);
    }
  }

  #renderFound(view: ViewState<SearchResults>, trouble: unknown): unknown {
    const {state} = this.#results;
    if (state.kind === 'failed') return this.renderFailed(state.error, () => this.#results.retry());
    return valueOf(state)?.render(view, trouble) ?? this.#renderWaiting();
  }

  #renderWaiting(): TemplateResult {
    return renderSkeleton(this.slow ? this.t.slow : this.t.searching);
  }
}
