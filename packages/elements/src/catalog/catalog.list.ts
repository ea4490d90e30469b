/* eslint-disable lit-a11y/no-redundant-role -- a table laid out as cards loses its roles unless they are written out */
/** Status line, table, pager and actions of the list. */
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {CatalogItem, CatalogItemList} from '@zwgk/contract';
import {formatDate, formatNumber} from '../foundation/format.ts';
import {icon, type IconName} from '../foundation/icons.ts';
import {renderDisclosure} from './catalog.filters.ts';
import {renderFilterLink, renderRouteLink, type CatalogHost} from './catalog.host.ts';
import {basisText, markedParts, PAGE_SIZES, pageCount, positions, SORTS, toQuery, withFilters, type Sort} from './catalog.logic.ts';

const marked = (text: string, ranges?: number[][]): unknown =>
  markedParts(text, ranges).map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text));

/** How the item stands against its own time limit (R6.1), as icon and words. */
export function renderFreshness({t}: CatalogHost, {status, daysLeft, lateBy, provisional}: CatalogItem['freshness']): TemplateResult {
  const looks: Record<typeof status, [IconName, string]> = {
    on_time: ['done', 'quiet'],
    due_soon: ['clock', ''],
    late: ['alert', 'attention'],
    exempt: ['clock', 'quiet'],
    not_applicable: ['clock', 'quiet'],
  };
  const text = t.freshness[status](lateBy ?? daysLeft ?? 0) + (provisional ? t.provisional : '');
  return status === 'not_applicable'
    ? html`<span class="soft">${text}</span>`
    : html`<span class="badge ${looks[status][1]}">${icon(looks[status][0])}${text}</span>`;
}

/** When the item was last published, in the reader's words. */
export function renderUpdated({t, locale}: CatalogHost, item: CatalogItem): TemplateResult {
  return html`<span class="soft"
    >${item.lastPublishedOn ? html`${t.updated}<span class="nowrap">${formatDate(item.lastPublishedOn, locale)}</span>` : t.neverUpdated}</span
  >`;
}

export const renderChange = ({t}: CatalogHost, change: CatalogItem['change']): unknown =>
  change ? html`<span class="tag">${t.change[change]}</span>` : nothing;

function renderMore(host: CatalogHost, item: CatalogItem): TemplateResult {
  const {t} = host;
  const audience = [t.terms.audience[item.audience], item.audienceNote].filter(Boolean).join('：');
  return html`<details class="disclose">
    <summary>${icon('chevron')}<span class="t">${t.details}</span><span class="sr">：${item.level2}</span></summary>
    <dl class="dl small">
      <dt>${t.basis}</dt>
      <dd>
        ${item.legalBasis.length > 0 ? item.legalBasis.map((basis) => html`<div>${basisText(t.basisKind[basis.kind]!, basis)}</div>`) : t.none}
      </dd>
      <dt>${t.channels}</dt>
      <dd>${item.channels.map((channel) => t.terms.channel[channel]).join(host.locale === 'en' ? ', ' : '、')}</dd>
      <dt>${t.audience}</dt>
      <dd>${audience}</dd>
      <dt>${t.levels}</dt>
      <dd>${item.levels.map((level) => t.terms.level[level]).join(host.locale === 'en' ? ', ' : '、')}</dd>
    </dl>
  </details>`;
}

function renderRow(host: CatalogHost, item: CatalogItem): TemplateResult {
  const {t} = host;
  const withheld = item.disclosure === 'withheld' && item.disclosureReason;
  return html`<tr role="row" class="has-more">
      <th scope="row" role="rowheader">
        <p class="path">
          ${t.terms.domain[item.domain]} / ${marked(item.level1, item.highlights?.level1)} ${renderChange(host, item.change)}
        </p>
        ${renderRouteLink(host, {item: item.id}, marked(item.level2, item.highlights?.level2), 'name')}
      </th>
      <td role="cell" data-label=${t.column.content}>
        <span class="clip">${withheld ? t.withheldShort(withheld.text) : item.contentElements.join('、')}</span>
      </td>
      <td role="cell" data-label=${t.column.who}><span lang="zh-Hans">${item.publisherName}</span></td>
      <td role="cell" data-label=${t.column.disclosure}><span>${renderDisclosure(host, item.disclosure)}</span></td>
      <td role="cell" data-label=${t.column.whenShort}>
        <span class="when"
          ><span lang="zh-Hans">${item.timeLimit.text}</span>${renderUpdated(host, item)}${renderFreshness(host, item.freshness)}</span
        >
      </td>
    </tr>
    <tr role="row" class="more">
      <td role="cell" colspan="5">${renderMore(host, item)}</td>
    </tr>`;
}

export function renderTable(host: CatalogHost, items: readonly CatalogItem[]): TemplateResult {
  const {column, caption} = host.t;
  return html`<table class="table" role="table" part="table">
    <caption class="sr">
      ${caption}
    </caption>
    <colgroup>
      <col class="c1" />
      <col class="c2" />
      <col class="c3" />
      <col class="c4" />
    </colgroup>
    <thead role="rowgroup">
      <tr role="row">
        ${[column.matter, column.content, column.who, column.disclosure, column.when].map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        items,
        (item) => item.id,
        (item) => renderRow(host, item),
      )}
    </tbody>
  </table>`;
}

export function renderStatus(host: CatalogHost, list: CatalogItemList | undefined, loading: boolean): TemplateResult {
  const {t, filters, locale} = host;
  const [first, last] = positions(filters, list?.items.length ?? 0);
  const text = !list ? t.filtering : list.total === 0 ? t.foundNone : t.found(formatNumber(list.total, locale), first, last);
  const pick = (event: Event): string => (event.target as HTMLSelectElement).value;
  return html`<div class="status" aria-busy=${loading}>
    <p class="found">${loading ? t.filtering : text}</p>
    <div class="end no-print">
      <label
        >${t.sort}
        <select class="input" @change=${(event: Event) => host.apply(withFilters(filters, {sort: pick(event) as Sort}))}>
          ${SORTS.map((sort) => html`<option value=${sort} ?selected=${sort === filters.sort}>${t.sorts[sort]}</option>`)}
        </select></label
      >
      <label
        >${t.size}
        <select class="input" @change=${(event: Event) => host.apply(withFilters(filters, {size: Number(pick(event))}))}>
          ${PAGE_SIZES.map((size) => html`<option value=${size} ?selected=${size === filters.size}>${t.sizeOf(size)}</option>`)}
        </select></label
      >
    </div>
  </div>`;
}

export function renderPager(host: CatalogHost, list: CatalogItemList): unknown {
  const {t, filters, locale} = host;
  const pages = pageCount(list.total, filters.size);
  if (pages < 2) return nothing;
  const {page} = filters;
  const to = (cursor: string | null | undefined, number: number, content: unknown): unknown =>
    cursor === null || cursor === undefined ? nothing : renderFilterLink(host, {...filters, cursor, page: number}, content, 'step');
  // The page before the second is the first: it needs no cursor.
  const back = page > 2 ? list.prevCursor : page === 2 ? '' : null;
  return html`<nav class="pager no-print" aria-label=${t.pager}>
    ${page > 2 ? to('', 1, t.firstPage) : nothing} ${to(back, page - 1, html`${icon('left')}${t.prev}`)}
    <span class="of">${t.pageOf(page, formatNumber(pages, locale))}</span>
    ${to(list.nextCursor, page + 1, html`${t.next}${icon('chevron')}`)}
  </nav>`;
}

/** Everything the reader can take along: tables, feed, paper, link (art. 24: find, read, download). */
export function renderTake(host: CatalogHost): unknown {
  const {t, client, filters, scope} = host;
  if (!client) return nothing;
  const query = toQuery(filters, scope);
  const href = host.hrefOf(filters);
  const copy = (): void =>
    void navigator.clipboard?.writeText(href!).then(
      () => host.say(t.copied),
      () => undefined,
    );
  return html`<details class="disclose no-print">
    <summary>${icon('chevron')}<span class="t">${t.take}</span></summary>
    <p class="help small">${t.takeHelp}</p>
    <p class="actions">
      <a class="btn secondary" href=${client.exportUrl(query, 'xlsx')} download>${icon('download')}${t.xlsx}</a>
      <a class="btn secondary" href=${client.exportUrl(query, 'csv')} download>${icon('download')}${t.csv}</a>
      <a class="btn quiet" href=${client.feedUrl(query)} target="_blank" rel="noopener noreferrer">${t.feed}</a>
      <button class="btn quiet" type="button" @click=${() => window.print()}>${t.print}</button>
      ${href && navigator.clipboard ? html`<button class="btn quiet" type="button" @click=${copy}>${t.copyLink}</button>` : nothing}
    </p>
  </details>`;
}

/** No list is a dead end: what is not there can be asked for (R6.2, R12.2). */
export function renderMissing({t, requestHref}: CatalogHost): TemplateResult {
  return html`<p class="callout">
    ${t.missing}${requestHref ? html`<a href=${requestHref}>${t.apply}</a>${t.missingRest}` : t.missingPlain}
  </p>`;
}

/** Rows of the height that rows will have. */
export function renderSkeleton(rows: number): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    ${[...new Array<number>(rows).keys()].map(() => html`<div><span class="sk w30"></span><span class="sk w60"></span><span class="sk w90"></span></div>`)}
  </div>`;
}
