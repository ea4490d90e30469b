import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {CatalogFacets, CatalogItemList} from '@zwgk/contract';
import {UrlState} from '../controllers/url-state.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import type {Locale} from '../foundation/host-context.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {CatalogController, type CatalogView} from './catalog.controller.ts';
import type {CatalogErrorDetail, CatalogFilterDetail, CatalogSelectDetail} from './catalog.events.ts';
import {renderChips, renderFilters, renderSearch} from './catalog.filters.ts';
import type {CatalogHost} from './catalog.host.ts';
import {renderMissing, renderPager, renderSkeleton, renderStatus, renderTable, renderTake} from './catalog.list.ts';
import {
  facetLabel,
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
  type ListFilter,
} from './catalog.logic.ts';
import {catalogStrings, type CatalogStrings} from './catalog.strings.ts';
import {catalogStyles, detailsStyles} from './catalog.styles.ts';
import type {CatalogDetails} from './catalog.details.ts';

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
  static override styles = [...ZwgkElement.styles, catalogStyles, detailsStyles];

  /** Shows only these regions and all below them; GB/T 2260 codes, separated by commas. */
  @property() region = '';
  /** Shows only what these agencies publish; ids, separated by commas. The nearest `<zwgk-config agency>` counts. */
  @property() agency = '';
  /** Shows only these levels: province, city, county, township. */
  @property() level = '';
  /** Shows only these of the 26 domains. */
  @property() domain = '';
  /** Shows only these disclosure attributes: proactive, partial, on_request, withheld. */
  @property() disclosure = '';
  /** Opens this item at first. */
  @property() item = '';
  /** Items a page: 20 or 50. */
  @property({type: Number, attribute: 'page-size'}) pageSize: number = PAGE_SIZES[0];
  /** Prefix of the catalogue's parameters in the page's address; empty leaves the address alone. */
  @property({attribute: 'url-key'}) urlKey = 'catalog';
  /** Address of the page where information can be requested; linked where nothing is found. */
  @property({attribute: 'request-href'}) requestHref = '';

  @state() filters: CatalogFilters = noFilters(PAGE_SIZES[0]);
  @state() private route: CatalogRoute = {};
  @state() private details: CatalogDetails | undefined;
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

  readonly labelOf = (name: ListFilter, value: string): string => {
    const terms: Partial<Record<ListFilter, Record<string, string>>> = this.t.terms;
    return terms[name]?.[value] ?? this.#labels.get(name + value) ?? value;
  };

  isOpen(panel: string): boolean {
    return this.#open.has(panel);
  }

  toggleOpen(panel: string): void {
    if (!this.#open.delete(panel)) this.#open.add(panel);
    if (panel === 'tree') void this.#loadDetails();
    this.requestUpdate();
  }

  say(text: string): void {
    this.announcer.say(text);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('item') && this.item && changed.get('item') !== undefined) this.route = {item: this.item};
    if (this.route.item) void this.#loadDetails();
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

  /** The item view and the tree come in a file of their own when they are first wanted. */
  async #loadDetails(): Promise<void> {
    if (this.details) return;
    const {CatalogDetails} = await import('./catalog.details.ts');
    this.details ??= new CatalogDetails(this, this);
  }

  readonly #handleInput = (event: InputEvent): void => {
    clearTimeout(this.#typing);
    // While a Chinese input method composes, the text is not the reader's yet.
    if (event.isComposing) return;
    const q = (event.target as HTMLInputElement).value;
    this.#typing = window.setTimeout(() => this.apply(withFilters(this.filters, {q}), true), TYPING);
  };

  #handleSettled(settled: ViewState<CatalogView>): void {
    const value = valueOf(settled);
    if (settled.kind === 'failed') {
      this.say(this.common.t.failed[settled.error.code]);
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
    for (const name of LIST_FILTERS)
      for (const {value} of facets?.[name] ?? []) this.#labels.set(name + value, facetLabel(facets, name, value));
  }

  #emit<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, {detail, bubbles: true, composed: true}));
  }

  protected override renderContent(): TemplateResult {
    const view = this.#catalog.state;
    const value = valueOf(view);
    switch (view.kind) {
      case 'unconfigured':
        return html`<div class="stack">${this.#renderHeading(false)}${this.renderUnconfigured()}</div>`;
      case 'idle':
      case 'loading':
        if (!value)
          return html`<div class="stack">
            ${this.renderFallback()}${this.#renderHeading(false)}${renderSearch(this, this.#handleInput)}${renderSkeleton(8)}
          </div>`;
        break;
      case 'failed':
        if (!value || (this.route.item && value.view !== 'item'))
          return html`<div class="stack">${this.#renderHeading(false)}${this.renderFailed(view.error, () => this.#catalog.retry())}</div>`;
        break;
      case 'ready':
      case 'empty':
        break;
    }
    if (this.route.item && value?.view === 'item' && this.details) return this.details.renderItem(value.detail, this.route);
    return value?.view === 'list' ? this.#renderList(value.list, view) : renderSkeleton(8);
  }

  #renderHeading(demo: boolean): TemplateResult {
    return html`<header class="heading">
      <h2 class="title" aria-level=${this.headingLevel}>
        ${this.t.title}${demo ? html` <span class="demo">${this.common.t.demo}</span>` : nothing}
      </h2>
      <p>${this.t.lead}</p>
    </header>`;
  }

  #renderList(list: CatalogItemList, view: ViewState<CatalogView>): TemplateResult {
    const loading = view.kind === 'loading';
    return html`<div class="stack">
      ${this.#renderHeading(list.items.some((item) => item.demo))} ${renderSearch(this, this.#handleInput)}
      <div class="cols">
        <div>${this.#renderTree()}${renderFilters(this, list.facets, list.total)}</div>
        <section class="results" id="results" tabindex="-1" aria-label=${this.t.results}>
          ${renderChips(this)} ${renderStatus(this, list, loading)}
          ${view.kind === 'failed' ? this.renderFailed(view.error, () => this.#catalog.retry()) : nothing}
          ${list.total === 0 ? this.#renderEmpty() : html`${renderTable(this, list.items)}${renderPager(this, list)}`} ${renderTake(this)}
        </section>
      </div>
      ${renderMissing(this)}
    </div>`;
  }

  #renderTree(): TemplateResult {
    const open = this.isOpen('tree');
    return html`<div class="no-print">
      <button class="fold" type="button" aria-expanded=${open} @click=${() => this.toggleOpen('tree')}>
        ${this.t.browse}<span class="end">${icon('chevron')}</span>
      </button>
      ${open ? (this.details?.renderTree() ?? html`<p class="soft">${this.common.t.loading}</p>`) : nothing}
    </div>`;
  }

  #renderEmpty(): TemplateResult {
    const filtered = filtersToUrl({...this.filters, sort: 'seq'}, this.filters.size).size > 0;
    return html`<div class="state">
      <div></div>
      <div>
        <p class="h3">${filtered ? this.t.emptyTitle : this.t.nothingYet}</p>
        ${filtered ? html`<p>${this.t.emptyHelp}</p>` : this.renderFallback()}
      </div>
    </div>`;
  }
}
