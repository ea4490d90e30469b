/** What was found: loaded with the first query, or at once where the address carries one. */
import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {SearchFacets, SearchResults} from '@zwgk/contract';
import {focusFirst} from '../foundation/focus-first.ts';
import {formatNumber} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {renderChips, renderFilters, renderTabs, type FilterPanel} from './search.filters.ts';
import {renderHit, renderOpened} from './search.hit.ts';
import type {SearchHost} from './search.host.ts';
import {renderGo} from './search.link.ts';
import {LISTS, withFilters, type ListFilter, type SearchFilters} from './search.logic.ts';
import {isKnown, opened, otherWords, pageCount, positions} from './search.results.logic.ts';
import {resultStrings, type ResultStrings} from './search.results.strings.ts';
import {resultStyles} from './search.results.styles.ts';
import {renderMissing, renderNothing, renderWider} from './search.ways.ts';

export class SearchResultsView implements FilterPanel {
  readonly host: SearchHost;
  readonly #element: LitElement;
  readonly #strings: Strings<ResultStrings>;
  readonly #open = new Set<string>();
  readonly #labels = new Map<string, string>();
  /** What takes the focus once the view that the reader asked for is there. */
  #focusOn: string | undefined;

  constructor(element: LitElement, host: SearchHost) {
    this.#element = element;
    this.host = host;
    this.#strings = new Strings(element, resultStrings, () => host.locale);
    const root = element.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, resultStyles.styleSheet!];
  }

  get t(): ResultStrings {
    return this.#strings.t;
  }

  go(filters: SearchFilters, focus?: string): void {
    this.#focusOn = focus;
    this.host.apply(filters);
    this.#element.requestUpdate();
  }

  labelOf(name: ListFilter, value: string): string {
    return (name === 'validity' && this.t.validityShort[value]) || this.#labels.get(name + value) || value;
  }

  isOpen(panel: string): boolean {
    return this.#open.has(panel);
  }

  setOpen(panel: string, open: boolean): void {
    if (open) this.#open.add(panel);
    else this.#open.delete(panel);
    this.#element.requestUpdate();
  }

  /** A new answer: keeps the names of values, so that a chip keeps its name when its facet is empty; says the count. */
  settled(results: SearchResults): void {
    this.#remember(results.facets);
    this.host.say(this.#summary(results));
  }

  /** Gives the focus to what the reader asked for, when it is there. */
  updated(): void {
    if (!this.#focusOn || this.host.view.kind === 'loading') return;
    focusFirst(this.#element.renderRoot, this.#focusOn, '.state', '#results');
    this.#focusOn = undefined;
  }

  #remember(facets: SearchFacets | undefined): void {
    for (const name of LISTS) for (const {value, label} of facets?.[name] ?? []) this.#labels.set(name + value, label);
  }

  /** How many there are, and how far they are what was asked for: one sentence for eyes and ears. */
  #summary({total, items, partial, didYouMean}: SearchResults): string {
    const {t, host} = this;
    const {q, literal} = host.filters;
    if (items.length === 0 || (didYouMean && literal)) return t.none(q);
    const count = formatNumber(total);
    const found = pageCount(total) > 1 ? t.foundPage(count, ...positions(host.filters, items.length)) : t.found(count);
    if (didYouMean) return `${t.corrected(q, didYouMean.text)} · ${found}`;
    return partial ? `${t.partial} · ${found}` : found;
  }

  /** What stands below the box. `trouble` is what the element says about a failure. */
  render(view: ViewState<SearchResults>, trouble: unknown): unknown {
    const place = opened(this.host.filters.open);
    if (place && this.host.api) return renderOpened(this, this.t, place);
    const results = valueOf(view);
    if (!results) return trouble;
    const missed = results.items.length === 0 || (results.didYouMean && this.host.filters.literal);
    return html`<div class="found-all stack">
      ${renderTabs(this, results.facets)}
      <div class="cols ${missed && !this.host.filters.type ? 'one' : ''}">
        ${missed ? nothing : renderFilters(this, results.facets, results.total)}
        <section
          class="results"
          id="results"
          tabindex="-1"
          part="results"
          aria-label=${this.t.results}
          aria-busy=${view.kind === 'loading'}
        >
          ${renderChips(this)} ${trouble}
          ${missed ? renderNothing(this, this.t, results) : this.#renderList(results, view.kind === 'loading')}
        </section>
      </div>
    </div>`;
  }

  #renderList(results: SearchResults, loading: boolean): TemplateResult {
    const {t, host} = this;
    return html`${this.#renderNote(results)} ${this.#renderStatus(results, loading)}
      <ol class="hits" start=${positions(host.filters, 0)[0]}>
        ${results.items.filter(isKnown).map((hit) => renderHit(this, t, hit))}
      </ol>
      ${this.#renderPager(results)} ${renderMissing(this, t)}`;
  }

  #renderStatus(results: SearchResults, loading: boolean): TemplateResult {
    const {t, host} = this;
    const {filters} = host;
    const tried = otherWords(results, true);
    const order = (sort: string, name: string): TemplateResult =>
      renderGo(this, withFilters(filters, {sort}), name, {
        name: 'step',
        current: filters.sort === sort,
        id: `sort/${sort}`,
        focus: `[data-link="sort/${sort}"]`,
      });
    const wait = host.slow ? host.t.slow : host.t.searching;
    const count = formatNumber(results.total);
    const shown = pageCount(results.total) > 1 ? t.foundPage(count, ...positions(filters, results.items.length)) : t.found(count);
    return html`<div class="status">
        <p class="found">
          ${loading ? wait : shown}${results.items.some(({demo}) => demo) ? html` <span class="demo">${host.demoMark}</span>` : nothing}
        </p>
        <p class="sort no-print"><span class="soft">${t.sort}</span> ${order('', t.byRelevance)} ${order('-date', t.byDate)}</p>
      </div>
      ${tried.length > 0 ? html`<p class="tried soft">${t.tried(tried)}</p>` : nothing}
      <p class="no-print">${renderWider(this, t, results)}</p>`;
  }

  /** Where the results are not quite what was asked for, the reader is told before they read them. */
  #renderNote({partial, didYouMean}: SearchResults): unknown {
    const {t, host} = this;
    const {q} = host.filters;
    if (didYouMean)
      return html`<div class="callout note">
        <p class="h4" lang="zh">${t.corrected(q, didYouMean.text)}</p>
        <p>
          ${t.correctedHelp[didYouMean.reason]}
          ${renderGo(this, withFilters(host.filters, {literal: '1'}), t.literal(q), {name: 'literal', focus: '#results'})}
        </p>
      </div>`;
    if (!partial) return nothing;
    return html`<div class="callout note">
      <p class="h4">${t.partial}</p>
      <p>${t.partialHelp}</p>
    </div>`;
  }

  #renderPager({total, nextCursor, prevCursor}: SearchResults): unknown {
    const {t, host} = this;
    const {filters} = host;
    const {page} = filters;
    const pages = pageCount(total);
    if (pages < 2) return nothing;
    const to = (cursor: string | null, number: number, content: unknown): unknown =>
      cursor === null ? nothing : renderGo(this, {...filters, cursor, page: number}, content, {name: 'step', focus: '#results'});
    // The page before the second is the first: it needs no cursor.
    const before = page > 2 ? prevCursor : page === 2 ? '' : null;
    return html`<nav class="pager no-print" aria-label=${t.pager}>
      ${page > 2 ? to('', 1, t.firstPage) : nothing} ${to(before, page - 1, html`${icon('left')}${t.prev}`)}
      <span class="of">${t.pageOf(page, formatNumber(pages))}</span>
      ${to(nextCursor, page + 1, html`${t.next}${icon('chevron')}`)}
    </nav>`;
  }
}
