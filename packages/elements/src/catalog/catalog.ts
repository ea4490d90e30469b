import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ApiError} from '@zwgk/client';
import type {CatalogFacets, CatalogItemList} from '@zwgk/contract';
import {UrlState} from '../controllers/url-state.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import type {Locale} from '../foundation/host-context.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {CatalogController, type CatalogView} from './catalog.controller.ts';
import type {CatalogErrorDetail, CatalogFilterDetail, CatalogSelectDetail} from './catalog.events.ts';
import type {CatalogHost} from './catalog.host.ts';
import {renderMissing, renderPager, renderSearch, renderSkeleton, renderStatus, renderTable} from './catalog.list.ts';
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
    details: {state: true},
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
  /** Address of the page where information can be requested; linked where nothing is found. */
  requestHref = '';

  filters: CatalogFilters = noFilters(PAGE_SIZES[0]);
  private route: CatalogRoute = {};
  details: CatalogDetails | undefined;
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
  /** Whether a list has been in view: from then on the search box stays, and what is typed in it. */
  #shown = false;
  #detailsGone = false;

  get t(): CatalogStrings {
    return this.#strings.t;
  }
  get locale(): Locale {
    return this.#strings.locale;
  }
  override get client(): CatalogHost['client'] {
    return super.client;
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
    this.filters = filters;
    this.route = {};
    this.#url.write(filtersToUrl(filters, this.#size, this.route), replace);
  }

  go(route: CatalogRoute): void {
    this.#focusOn = route.item || route.document ? '.view-title' : `[data-link="${CSS.escape(this.route.item ?? '')}"]`;
    if (this.route.document && route.item && !route.document) this.#focusOn = `[data-link="${CSS.escape(this.route.document)}"]`;
    this.route = route;
    this.#url.write(filtersToUrl(this.filters, this.#size, route));
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
    void this.#loadDetails();
    this.requestUpdate();
  }

  readonly say = (text: string): void => this.announcer.say(text);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('item') && this.item && changed.get('item') !== undefined) this.route = {item: this.item};
    // A wide list stands beside its facets, conditions in force have chips: what they need loads along with the data.
    const wanted = this.route.item !== undefined || this.#count > 0 || (this.clientWidth >= WIDE && this.context.density !== 'elder');
    if (wanted) void this.#loadDetails();
    this.#ahead = wanted && !this.#shown && !this.details && !this.#detailsGone;
    this.#catalog.want(this.client, this.route.item, toQuery(this.filters, this.scope));
  }

  protected override updated(): void {
    if (this.#focusOn && this.#catalog.state.kind !== 'loading') {
      const target = this.renderRoot.querySelector<HTMLElement>(this.#focusOn);
      if (target) this.#focusOn = undefined;
      target?.focus();
    }
  }

  get #size(): number {
    return (PAGE_SIZES as readonly number[]).includes(this.pageSize) ? this.pageSize : PAGE_SIZES[0];
  }

  #readUrl(): void {
    const own = this.#url.read();
    this.filters = filtersFromUrl(own, this.#size);
    const [item, document] = [own.get('item'), own.get('document')];
    this.route = {...(item && {item}), ...(document && {document})};
  }

  /** What opens on demand comes in a file of its own when it is first wanted. */
  async #loadDetails(): Promise<void> {
    if (this.details || this.#detailsGone) return;
    try {
      const {CatalogDetails} = await import('./catalog.details.ts');
      this.details ??= new CatalogDetails(this, this, this.renderRoot as ShadowRoot);
    } catch {
      // The list still works without it.
      this.#detailsGone = true;
      this.requestUpdate();
    }
  }

  readonly #handleInput = (event: Event): void => {
    clearTimeout(this.#typing);
    // While a Chinese input method composes, the text is not the reader's yet; `compositionend` says when it is.
    if ((event as InputEvent).isComposing) return;
    const q = (event.target as HTMLInputElement).value;
    this.#typing = window.setTimeout(() => this.apply(withFilters(this.filters, {q}), true), TYPING);
  };

  #handleSettled(settled: ViewState<CatalogView>): void {
    const value = valueOf(settled);
    if (settled.kind === 'failed') {
      this.sayFailed(settled.error);
      this.#emit<CatalogErrorDetail>('zwgk-catalog-error', {error: settled.error});
    } else if (value?.view === 'list') {
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
    const list = value?.view === 'list' && !this.route.item && !this.#ahead ? value.list : undefined;
    const waiting = !list && view.kind !== 'failed' && view.kind !== 'unconfigured';
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
        if (!list) return this.#renderFailure(view.error);
        break;
      case 'idle':
      case 'loading':
      case 'ready':
      case 'empty':
        if (this.route.item && this.#detailsGone) return this.#renderFailure(new ApiError('script-missing', ''));
        if (!list) return renderSkeleton(8);
        break;
    }
    this.#shown = true;
    return this.#renderList(list, view);
  }

  #renderFailure(error: ApiError): TemplateResult {
    return this.renderFailed(error, () => this.#catalog.retry());
  }

  #renderList(list: CatalogItemList, view: ViewState<CatalogView>): TemplateResult {
    return html`<div class="cols">
        <div class="no-print">${this.#renderTree()}${this.#renderFilters(list)}</div>
        <section class="results" id="results" tabindex="-1" aria-label=${this.t.results}>
          ${this.details?.renderChips()} ${renderStatus(this, list, view.kind === 'loading')}
          ${view.kind === 'failed' ? this.#renderFailure(view.error) : nothing}
          ${list.total === 0 ? this.#renderEmpty() : html`${renderTable(this, list.items)}${renderPager(this, list)}${this.#renderTake()}`}
        </section>
      </div>
      ${renderMissing(this)}`;
  }

  #renderTree(): TemplateResult {
    const open = this.isOpen('tree');
    return html`<button class="fold" type="button" aria-expanded=${open} @click=${() => this.setOpen('tree', !open)}>
        ${this.t.browse}<span class="end">${icon('chevron')}</span>
      </button>
      ${open ? this.details?.renderTree() : nothing}`;
  }

  /** Facets: beside the results where there is room, behind one button where there is not. */
  #renderFilters(list: CatalogItemList): TemplateResult {
    const open = this.isOpen('filters');
    return html`<div class="filters" part="filters">
      <button
        id="filters-button"
        class="fold"
        type="button"
        aria-expanded=${open}
        aria-controls="facets"
        @click=${() => this.setOpen('filters', !open)}
      >
        ${icon('filter')}${this.t.filter(this.#count)}<span class="end">${icon('chevron')}</span>
      </button>
      <div id="facets" class="facets ${open ? 'open' : ''}">${this.details?.renderFacets(list.facets, list.total)}</div>
    </div>`;
  }

  #renderTake(): TemplateResult {
    const open = this.isOpen('take');
    return html`<details
      class="disclose no-print"
      .open=${open}
      @toggle=${(event: Event) => this.setOpen('take', (event.target as HTMLDetailsElement).open)}
    >
      <summary>${icon('chevron')}<span class="t">${this.t.take}</span></summary>
      ${open ? this.details?.renderTake() : nothing}
    </details>`;
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
