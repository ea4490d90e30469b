/** What the catalogue shows on demand, in one file of its own: conditions, tree, item view, the rest of a row, downloads. */
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {catalogExportUrl, catalogFeedUrl} from '@zwgk/client';
import {
  AUDIENCES,
  CHANNELS,
  DISCLOSURES,
  DOMAINS,
  FIVE_STAGES,
  FRESHNESS,
  LEVELS,
  type CatalogFacets,
  type CatalogItem,
  type CatalogItemDetail,
} from '@zwgk/contract';
import {fieldStyles} from '../foundation/field.styles.ts';
import {renderMarked} from '../foundation/marked.ts';
import {moreIcon} from '../foundation/more-icons.ts';
import {Strings} from '../foundation/strings.ts';
import {detailsStrings, type DetailsStrings} from './catalog.details.strings.ts';
import {detailsStyles} from './catalog.details.styles.ts';
import {renderChips, renderFacets} from './catalog.filters.ts';
import type {CatalogHost} from './catalog.host.ts';
import {CatalogItemView} from './catalog.item.ts';
import {basisText} from './catalog.details.logic.ts';
import {PAGE_SIZES, SORTS, toQuery, withFilters, type CatalogRoute, type Sort} from './catalog.logic.ts';
import {CatalogTree} from './catalog.tree.ts';

/** Official terms; facets bring most of them, but an item opened by its address has no facets. */
const OFFICIAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  level: LEVELS,
  disclosure: DISCLOSURES,
  stage: FIVE_STAGES,
  domain: DOMAINS,
  freshness: FRESHNESS,
  channel: CHANNELS,
  audience: AUDIENCES,
};

export class CatalogDetails {
  readonly #host: CatalogHost;
  readonly #strings: Strings<DetailsStrings>;
  readonly #tree: CatalogTree;
  readonly #item: CatalogItemView;

  constructor(element: ReactiveControllerHost, host: CatalogHost, root: ShadowRoot) {
    this.#host = host;
    this.#strings = new Strings(element, detailsStrings, () => host.locale);
    this.#tree = new CatalogTree(element, host, () => this.#t);
    this.#item = new CatalogItemView(host, () => this.#t);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, fieldStyles.styleSheet!, detailsStyles.styleSheet!];
  }

  get #t(): DetailsStrings {
    return this.#strings.t;
  }

  /** The official Chinese term of a value, if its vocabulary is closed. */
  official(name: string, value: string): string | undefined {
    return OFFICIAL[name]?.[value];
  }

  renderFacets(facets: CatalogFacets | undefined, total: number): TemplateResult {
    return html`${this.renderSort()}${renderFacets(this.#host, this.#t, facets, total)}`;
  }

  renderChips(): unknown {
    return renderChips(this.#host, this.#t);
  }

  /** Order of the list: above it where there is room, among the conditions where there is not. */
  renderSort(): TemplateResult {
    const {filters} = this.#host;
    const sort = (event: Event): void => this.#host.apply(withFilters(filters, {sort: (event.target as HTMLSelectElement).value as Sort}));
    return html`<label class="row sort no-print"
      >${this.#t.sort}
      <select class="input" @change=${sort}>
        ${SORTS.map((name) => html`<option value=${name} .selected=${name === filters.sort}>${this.#t.sorts[name]}</option>`)}
      </select></label
    >`;
  }

  /** Text with what the search found marked; ranges as in the contract. */
  renderMarked(text: string, ranges?: number[][]): unknown {
    return renderMarked(text, ranges);
  }

  renderTree(): TemplateResult {
    return this.#tree.render();
  }

  renderItem(detail: CatalogItemDetail, route: CatalogRoute): TemplateResult {
    return this.#item.render(detail, route);
  }

  /** Columns of the standard catalogue that the row itself has no room for. */
  renderMore(item: CatalogItem): TemplateResult {
    const host = this.#host;
    const t = this.#t;
    const join = (texts: string[]): string => texts.join(host.locale === 'en' ? ', ' : '、');
    return html`<dl class="dl small">
      <dt>${t.basis}</dt>
      <dd>
        ${item.legalBasis.length > 0 ? item.legalBasis.map((basis) => html`<div>${basisText(t.basisKind[basis.kind]!, basis)}</div>`) : t.none}
      </dd>
      <dt>${t.channels}</dt>
      <dd>${join(item.channels.map((channel) => host.labelOf('channel', channel)))}</dd>
      <dt>${t.audience}</dt>
      <dd>${[host.labelOf('audience', item.audience), item.audienceNote].filter(Boolean).join('：')}</dd>
      <dt>${t.levels}</dt>
      <dd>${join(item.levels.map((level) => host.labelOf('level', level)))}</dd>
    </dl>`;
  }

  /** Everything the reader can take along: tables, feed, paper, link (art. 24: find, read, download). */
  renderTake(): unknown {
    const {client, filters, scope, say} = this.#host;
    if (!client) return nothing;
    const t = this.#t;
    const query = toQuery(filters, scope);
    const href = this.#host.hrefOf(filters);
    const copy = async (): Promise<void> => {
      await navigator.clipboard.writeText(href!);
      say(t.copied);
    };
    const size = (event: Event): void => this.#host.apply(withFilters(filters, {size: Number((event.target as HTMLSelectElement).value)}));
    return html`<div>
      <p class="help small">${t.takeHelp}</p>
      <p class="actions">
        <a class="btn secondary" href=${catalogExportUrl(client, query, 'xlsx')} download>${moreIcon('download')}${t.xlsx}</a>
        <a class="btn secondary" href=${catalogExportUrl(client, query, 'csv')} download>${moreIcon('download')}${t.csv}</a>
        <a class="btn quiet" href=${catalogFeedUrl(client, query)} target="_blank" rel="noopener noreferrer">${t.feed}</a>
        <button class="btn quiet" type="button" @click=${() => window.print()}>${t.print}</button>
        ${href && navigator.clipboard ? html`<button class="btn quiet" type="button" @click=${() => void copy().catch(() => undefined)}>${t.copyLink}</button>` : nothing}
      </p>
      <label class="row"
        >${t.size}
        <select class="input" @change=${size}>
          ${PAGE_SIZES.map((count) => html`<option value=${count} .selected=${count === filters.size}>${t.sizeOf(count)}</option>`)}
        </select></label
      >
    </div>`;
  }
}
