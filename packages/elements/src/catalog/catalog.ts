import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ApiError} from '@zwgk/client';
import type {CatalogFacets, CatalogItemList} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {UrlState} from '../controllers/url-state.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import {focusFirst} from '../foundation/focus-first.ts';
import type {Locale} from '../foundation/host-context.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {CatalogController, type CatalogView} from './catalog.controller.ts';
import type {CatalogErrorDetail, CatalogFilterDetail, CatalogSelectDetail} from './catalog.events.ts';
import {renderRouteLink, type CatalogHost} from './catalog.host.ts';
import {
  renderMissing,
  renderFilters,
  renderPager,
  renderSearch,
  renderSkeleton,
  renderStatus,
  renderTable,
  renderTake,
  renderTree,
} from './catalog.list.ts';
import {
  filtersFromUrl,
  filtersToUrl,
  LIST_FILTERS,
  noFilters,
  PAGE_SIZES,
  positions,
  splitList,
  toQuery,
  withFilters,
  type CatalogFilters,
  type CatalogRoute,
  type CatalogScope,
} from './catalog.logic.ts';
import {catalogStrings, type CatalogStrings} from './catalog.strings.ts';
import {catalogStyles} from './catalog.styles.ts';
import type {CatalogDetails} from './catalog.details.ts';

/** Width in pixels from which the facets stand beside the list (`catalog.styles.ts`). */
const WIDE = 800;
/** Milliseconds that typing rests before the list follows. */
const TYPING = 200;

/**
 * The catalogue of what agencies disclose: find a matter by words or conditions, see who discloses what and when,
 * whether the promise is kept, and read the documents published under it.
 *
 * @slot - Fallback content, real links: shown until the catalogue is ready and whenever it cannot start.
 * @fires zwgk-catalog-select - An item was opened.
 * @fires zwgk-catalog-filter - The conditions changed and the list followed.
 * @fires zwgk-catalog-error - Nothing can be shown; the detail says why.
 * @csspart root - Everything inside the reset.
 * @csspart filters - The conditions beside or above the results.
 * @csspart table - The table of items.
 * @csspart disclosure - The badge of a disclosure attribute.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 */
export class ZwgkCatalog extends ZwgkElement implements CatalogHost {
  static override styles = [...ZwgkElement.styles, catalogStyles];
  static override properties: PropertyDeclarations = {
    region: {},
    agency: {},
    level: {},
    domain: {},
    disclosure: {},
    item: {},
    pageSize: {type: Number, attribute: 'page-size'},
    urlKey: {attribute: 'url-key'},
    requestHref: {attribute: 'request-href'},
    filters: {state: true},
    route: {state: true},
  };

  /** Shows only these regions and all below them; GB/T 2260 codes, separated by commas. */
  region = '';
  /** Shows only what these agencies publish; ids, separated by commas. The nearest `<zwgk-config agency>` counts. */
  agency = '';
  /** Shows only these levels: province, city, county, township. */
  level = '';
  /** Shows only these of the 26 domains. */
  domain = '';
  /** Shows only these disclosure attributes: proactive, partial, on_request, withheld. */
  disclosure = '';
  /** Opens this item at first. */
  item = '';
  /** Items a page: 20 or 50. */
  pageSize: number = PAGE_SIZES[0];
  /** Prefix of the catalogue's parameters in the page's address; empty leaves the address alone. */
  urlKey = 'catalog';
  /** Address of the page where information can be requested; linked below the list and where something is not public. */
  requestHref = '';

  filters: CatalogFilters = noFilters(PAGE_SIZES[0]);
  private route: CatalogRoute = {};
  readonly #open = new Set<string>();
  readonly #labels = new Map<string, string>();
  readonly #strings = new Strings<CatalogStrings>(this, catalogStrings, () => this.context.locale);
  readonly #url = new UrlState(
    this,
    () => this.urlKey,
    () => this.#readUrl(),
  );
  readonly #catalog = new CatalogController(this, (settled) => this.#handleSettled(settled));
  /** What takes the focus once the view that the reader asked for is there. */
  #focusOn: string | undefined;
  #typing = 0;
  /** Whether the first view waits for what opens on demand, so that nothing moves when it comes. */
  #ahead = false;
  /** The list last shown: it stays in view while an item loads, and is there at once when the reader comes back. */
  #last: CatalogItemList | undefined;
  /** What opens on demand comes in a file of its own when it is first wanted; the list works without it. */
  readonly #details = new Resource<[], CatalogDetails>(this, {load: () => this.#loadDetails()});

  get details(): CatalogDetails | undefined {
    return valueOf(this.#details.state);
  }
  get t(): CatalogStrings {
    return this.#strings.t;
  }
  get locale(): Locale {
    return this.#strings.locale;
  }
  get scope(): CatalogScope {
    const {region, level, domain, disclosure} = this;
    const lists = {region, agency: this.agency || this.context.agency, level, domain, disclosure};
    return Object.fromEntries(Object.entries(lists).map(([name, text]) => [name, splitList(text)]));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readUrl();
    if (!this.route.item && this.item) this.route = {item: this.item};
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  apply(filters: CatalogFilters, replace = false): void {
    clearTimeout(this.#typing);
    if (!replace && filters.page !== this.filters.page) this.#focusOn = '#results';
    // A chip that goes takes the focus with it.
    if ((this.renderRoot as ShadowRoot).activeElement?.closest('.chips')) this.#focusOn = '.chip';
    this.filters = filters;
    this.route = {};
    this.#url.write(filtersToUrl(filters, this.#size, this.route), replace);
  }

  go(route: CatalogRoute): void {
    this.#show(route);
    this.#url.write(filtersToUrl(this.filters, this.#size, route));
  }

  /** Shows a route, with the focus on its title, or where the reader had left for what is now closed. */
  #show(route: CatalogRoute): void {
    const left = route.document ? '' : route.item ? this.route.document : this.route.item;
    this.#focusOn = left ? `[data-link="${CSS.escape(left)}"]` : '.view-title';
    this.route = route;
  }

  hrefOf(filters: CatalogFilters, route?: CatalogRoute): string | undefined {
    return this.#url.href(filtersToUrl(filters, this.#size, route));
  }

  readonly labelOf = (name: string, value: string): string =>
    this.t.terms[name]?.[value] ?? this.#labels.get(name + value) ?? this.details?.official(name, value) ?? value;

  isOpen(panel: string): boolean {
    return this.#open.has(panel);
  }

  setOpen(panel: string, open: boolean): void {
    if (open === this.#open.has(panel)) return;
    if (open) this.#open.add(panel);
    else this.#open.delete(panel);
    if (this.#details.state.kind === 'failed') this.#details.retry();
    else this.#details.want([]);
    this.requestUpdate();
  }

  readonly say = (text: string): void => this.announcer.say(text);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('item') && this.item && changed.get('item') !== undefined) this.route = {item: this.item};
    // A wide list stands beside its facets, conditions in force have chips: what they need loads along with the data.
    const wanted = this.route.item !== undefined || this.#count > 0 || (this.clientWidth >= WIDE && this.context.density !== 'elder');
    if (wanted) this.#details.want([]);
    this.#ahead = wanted && !this.#last && this.#details.state.kind === 'loading';
    this.#catalog.want(this.client, this.route.item, toQuery(this.filters, this.scope));
  }

  protected override updated(): void {
    if (!this.#focusOn || this.#catalog.state.kind === 'loading' || (this.route.item && this.#details.state.kind === 'loading')) return;
    focusFirst(this.renderRoot, this.#focusOn, '.state', '#results');
    this.#focusOn = undefined;
  }

  get #size(): number {
    return (PAGE_SIZES as readonly number[]).includes(this.pageSize) ? this.pageSize : PAGE_SIZES[0];
  }

  #readUrl(): void {
    const own = this.#url.read();
    this.filters = filtersFromUrl(own, this.#size);
    const [item, document] = [own.get('item'), own.get('document')];
    const route = {...(item && {item}), ...(document && {document})};
    // Not every way back is this widget's: only another view of it takes the focus.
    const isSame = route.item === this.route.item && route.document === this.route.document;
    if (this.hasUpdated && !isSame) this.#show(route);
    else this.route = route;
  }

  async #loadDetails(): Promise<CatalogDetails> {
    const loaded = await import('./catalog.details.ts').catch(() => undefined);
    if (!loaded) throw new ApiError('script-missing', '');
    return new loaded.CatalogDetails(this, this, this.renderRoot as ShadowRoot);
  }

  readonly #handleInput = (event: Event): void => {
    clearTimeout(this.#typing);
    this.#focusOn = undefined;
    // While a Chinese input method composes, the text is not the reader's yet; `compositionend` says when it is.
    if ((event as InputEvent).isComposing) return;
    const q = (event.target as HTMLInputElement).value;
    this.#typing = window.setTimeout(() => this.apply(withFilters(this.filters, {q}), true), TYPING);
  };

  #handleSettled(settled: ViewState<CatalogView>): void {
    const value = valueOf(settled);
    if (settled.kind === 'failed') {
      const {q, size, cursor} = this.filters;
      // An old or mangled link still shows something.
      if (settled.error.code === 'rejected' && !this.route.item && (cursor || this.#count > 0))
        this.apply({...(cursor ? this.filters : {...noFilters(size), q}), cursor: '', page: 1}, true);
      this.sayFailed(settled.error);
      this.#emit<CatalogErrorDetail>('zwgk-catalog-error', {error: settled.error});
    } else if (value?.view === 'list') {
      this.#last = value.list;
      this.#remember(value.list.facets);
      const {total, items} = value.list;
      this.say(total === 0 ? this.t.emptyTitle : this.t.found(String(total), ...positions(this.filters, items.length)));
      this.#emit<CatalogFilterDetail>('zwgk-catalog-filter', {filters: this.filters, total});
    } else if (value?.view === 'item') {
      this.#emit<CatalogSelectDetail>('zwgk-catalog-select', {item: value.detail.item});
    }
  }

  /** Keeps the names of values, so that a chip keeps its name when its facet is empty. */
  #remember(facets: CatalogFacets | undefined): void {
    for (const name of LIST_FILTERS) for (const {value, label} of facets?.[name] ?? []) this.#labels.set(name + value, label);
  }

  #emit<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, {detail, bubbles: true, composed: true}));
  }

  protected override renderContent(): unknown {
    const view = this.#catalog.state;
    const value = valueOf(view);
    if (this.route.item && value?.view === 'item' && this.details && view.kind !== 'failed')
      return this.details.renderItem(value.detail, this.route);
    const list = this.#ahead ? undefined : value?.view === 'list' ? value.list : this.#last;
    const waiting = !list && view.kind !== 'failed' && view.kind !== 'unconfigured' && this.#details.state.kind !== 'failed';
    // The page's own links stay where they are until there is something better: nothing may move under the reader.
    if (waiting && this.childElementCount > 0) return html`${this.renderFallback()}${renderSkeleton(8)}`;
    return html`<div class="stack">
      <header class="heading">
        <h2 class="title" aria-level=${this.headingLevel}>
          ${this.t.title}${list?.items.some((item) => item.demo) ? html` <span class="demo">${this.common.t.demo}</span>` : nothing}
        </h2>
        <p>${this.t.lead}</p>
      </header>
      ${this.client ? renderSearch(this, this.#handleInput) : nothing} ${this.#renderBody(view, list)}
    </div>`;
  }

  /** What stands below the search box, which stays as it is whatever happens to the list. */
  #renderBody(view: ViewState<CatalogView>, list: CatalogItemList | undefined): unknown {
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'failed':
        if (!list || this.route.item) return this.#renderFailure(view.error);
        break;
      case 'idle':
      case 'loading':
      case 'ready':
      case 'empty':
        if (this.route.item && this.#details.state.kind === 'failed') return this.#renderFailure(this.#details.state.error);
        if (!list) return renderSkeleton(8);
        break;
    }
    return this.#renderList(list, view);
  }

  #renderFailure(error: ApiError): unknown {
    const retry = (): void => {
      this.#focusOn = '.view-title';
      for (const one of [this.#details, this.#catalog]) if (one.state.kind === 'failed') one.retry();
    };
    return [
      this.route.item ? renderRouteLink(this, {}, html`${icon('left')}${this.t.title}`, 'step') : nothing,
      this.renderFailed(error, retry),
    ];
  }

  #renderList(list: CatalogItemList, view: ViewState<CatalogView>): TemplateResult {
    return html`<div class="cols">
        <div class="no-print">${renderTree(this)}${renderFilters(this, list, this.#count)}</div>
        <section class="results" id="results" tabindex="-1" aria-label=${this.t.results}>
          ${this.details?.renderChips()} ${view.kind === 'failed' ? this.#renderFailure(view.error) : this.#renderResults(list, view)}
        </section>
      </div>
      ${renderMissing(this)}`;
  }

  #renderResults(list: CatalogItemList, view: ViewState<CatalogView>): TemplateResult {
    return html`${renderStatus(this, list, view.kind === 'loading' || this.route.item !== undefined)}
    ${list.total === 0 ? this.#renderEmpty() : html`${renderTable(this, list.items)}${renderPager(this, list)}${renderTake(this)}`}`;
  }

  /** Conditions that the reader has set. */
  get #count(): number {
    const {q, from, to} = this.filters;
    return LIST_FILTERS.reduce((count, name) => count + this.filters[name].length, (q ? 1 : 0) + (from || to ? 1 : 0));
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="state">
      ${icon('search')}
      <div>
        <p class="h3">${this.#count > 0 ? this.t.emptyTitle : this.t.nothingYet}</p>
        ${this.#count > 0 ? html`<p>${this.t.emptyHelp}</p>` : this.renderFallback()}
      </div>
    </div>`;
  }
}
