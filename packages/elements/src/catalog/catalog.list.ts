/* eslint-disable lit-a11y/no-redundant-role -- a table laid out as cards loses its roles unless they are written out */
/** Search box, status line, table and pager: what the first page view needs. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CatalogItem, CatalogItemList} from '@zwgk/contract';
import {formatDate, formatNumber} from '../foundation/format.ts';
import {icon, type IconName} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {renderFilterLink, renderRouteLink, type CatalogHost} from './catalog.host.ts';
import {pageCount, positions, withFilters} from './catalog.logic.ts';

export function renderSearch(host: CatalogHost, onInput: (event: Event) => void): TemplateResult {
  const {t, filters} = host;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const q = new FormData(event.target as HTMLFormElement).get('q');
    host.apply(withFilters(filters, {q: String(q ?? '')}));
  };
  return html`<form role="search" class="no-print" @submit=${submit}>
    <label class="label" for="q">${t.find}</label>
    <p class="help" id="q-help">${t.findHelp}</p>
    <div class="searchrow">
      <input
        class="input"
        id="q"
        name="q"
        type="search"
        maxlength="64"
        autocomplete="off"
        enterkeyhint="search"
        aria-describedby="q-help"
        .value=${filters.q}
        @input=${onInput}
        @compositionend=${onInput}
      />
      <button class="btn">${icon('search')}${t.findButton}</button>
    </div>
  </form>`;
}

/** The four attributes differ by shape and word, never by colour alone (R3.3). */
export function renderDisclosure(host: CatalogHost, value: string): TemplateResult {
  return html`<span class="badge ${value === 'withheld' ? 'quiet' : ''}" part="disclosure"
    >${icon(value as IconName)}${host.labelOf('disclosure', value)}</span
  >`;
}

/** How the item stands against its own time limit (R6.1), as icon and words. */
export function renderFreshness(
  {t, labelOf}: CatalogHost,
  {status, daysLeft, lateBy, provisional}: CatalogItem['freshness'],
): TemplateResult {
  const looks: Partial<Record<typeof status, [IconName, string]>> = {
    on_time: ['done', 'quiet'],
    due_soon: ['clock', ''],
    late: ['alert', 'attention'],
  };
  const [glyph, tone] = looks[status] ?? ['clock', 'quiet'];
  const text =
    status === 'late' ? t.freshness.late(lateBy!) : status === 'due_soon' ? t.freshness.due_soon(daysLeft!) : labelOf('freshness', status);
  return status === 'not_applicable'
    ? html`<span class="soft">${text}</span>`
    : html`<span class="badge ${tone}">${icon(glyph)}${text}${provisional ? t.provisional : nothing}</span>`;
}

/** When the item was last published, in the reader's words. */
export function renderUpdated({t, locale}: CatalogHost, item: CatalogItem): TemplateResult {
  return html`<span class="soft"
    >${item.lastPublishedOn ? html`${t.updated}<span class="nowrap">${formatDate(item.lastPublishedOn, locale)}</span>` : t.neverUpdated}</span
  >`;
}

export const renderChange = ({t}: CatalogHost, change: CatalogItem['change']): unknown =>
  change ? html`<span class="tag">${t.change[change]}</span>` : nothing;

/** The rest of a row, loaded and rendered when the reader opens it. */
function renderMore(host: CatalogHost, item: CatalogItem): TemplateResult {
  const open = host.isOpen(item.id);
  return html`<details
    class="disclose"
    .open=${open}
    @toggle=${(event: Event) => host.setOpen(item.id, (event.target as HTMLDetailsElement).open)}
  >
    <summary>${icon('chevron')}<span class="t">${host.t.details}</span><span class="sr">：${item.level2}</span></summary>
    ${open ? host.details?.renderMore(item) : nothing}
  </details>`;
}

function renderRow(host: CatalogHost, item: CatalogItem): TemplateResult {
  const {t, details} = host;
  const marked = (name: 'level1' | 'level2'): unknown => details?.renderMarked(item[name], item.highlights?.[name]) ?? item[name];
  const withheld = item.disclosure === 'withheld' && item.disclosureReason;
  return html`<tr role="row" class="has-more">
      <th scope="row" role="rowheader">
        <p class="path">${host.labelOf('domain', item.domain)} / ${marked('level1')} ${renderChange(host, item.change)}</p>
        ${renderRouteLink(host, {item: item.id}, marked('level2'), 'name')}
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
      <col />
      <col />
      <col class="c3" />
      <col class="c4" />
      <col class="c5" />
    </colgroup>
    <thead role="rowgroup">
      <tr role="row">
        ${[column.matter, column.content, column.who, column.disclosure, column.when].map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map((item) => renderRow(host, item))}
    </tbody>
  </table>`;
}

export function renderStatus(host: CatalogHost, list: CatalogItemList, loading: boolean): TemplateResult {
  const {t, filters, details} = host;
  const [first, last] = positions(filters, list.items.length);
  return html`<div class="status" aria-busy=${loading}>
    <p class="found">${loading ? t.filtering : list.total === 0 ? t.foundNone : t.found(formatNumber(list.total), first, last)}</p>
    ${details?.renderSort()}
  </div>`;
}

export function renderPager(host: CatalogHost, list: CatalogItemList): unknown {
  const {t, filters} = host;
  const pages = pageCount(list.total, filters.size);
  if (pages < 2) return nothing;
  const {page} = filters;
  const to = (cursor: string | null | undefined, number: number, content: unknown): unknown =>
    cursor === null || cursor === undefined ? nothing : renderFilterLink(host, {...filters, cursor, page: number}, content, 'step');
  // The page before the second is the first: it needs no cursor.
  const back = page > 2 ? list.prevCursor : page === 2 ? '' : null;
  return html`<nav class="pager no-print" aria-label=${t.pager}>
    ${page > 2 ? to('', 1, t.firstPage) : nothing} ${to(back, page - 1, html`${icon('left')}${t.prev}`)}
    <span class="of">${t.pageOf(page, formatNumber(pages))}</span>
    ${to(list.nextCursor, page + 1, html`${t.next}${icon('chevron')}`)}
  </nav>`;
}

/** No list is a dead end: what is not there can be asked for (R6.2, R12.2). */
export function renderMissing({t, requestHref}: CatalogHost): TemplateResult {
  const href = safeHref(requestHref);
  return html`<p class="callout">${t.missing}${href ? html`<a href=${href}>${t.apply}</a>${t.missingRest}` : t.missingPlain}</p>`;
}

/** Rows of the height that rows will have. */
export function renderSkeleton(rows: number): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    ${[...new Array<number>(rows).keys()].map(() => html`<div><span class="sk w30"></span><span class="sk w60"></span><span class="sk w90"></span></div>`)}
  </div>`;
}

/** Place by place and office by office: loaded when the reader opens it. */
export function renderTree(host: CatalogHost): TemplateResult {
  const open = host.isOpen('tree');
  return html`<button class="fold" type="button" aria-expanded=${open} @click=${() => host.setOpen('tree', !open)}>
      ${host.t.browse}<span class="end">${icon('chevron')}</span>
    </button>
    ${open ? (host.details?.renderTree() ?? renderSkeleton(2)) : nothing}`;
}

/** What the reader can take along, likewise. */
export function renderTake(host: CatalogHost): TemplateResult {
  const open = host.isOpen('take');
  return html`<details
    class="disclose no-print"
    .open=${open}
    @toggle=${(event: Event) => host.setOpen('take', (event.target as HTMLDetailsElement).open)}
  >
    <summary>${icon('chevron')}<span class="t">${host.t.take}</span></summary>
    ${open ? (host.details?.renderTake() ?? renderSkeleton(2)) : nothing}
  </details>`;
}

/** Facets: beside the results where there is room, behind one button where there is not. */
export function renderFilters(host: CatalogHost, list: CatalogItemList, count: number): TemplateResult {
  const open = host.isOpen('filters');
  return html`<div class="filters" part="filters">
    <button
      id="filters-button"
      class="fold"
      type="button"
      aria-expanded=${open}
      aria-controls="facets"
      @click=${() => host.setOpen('filters', !open)}
    >
      ${icon('filter')}${host.t.filter(count)}<span class="end">${icon('chevron')}</span>
    </button>
    <div id="facets" class="facets ${open ? 'open' : ''}">${host.details?.renderFacets(list.facets, list.total) ?? renderSkeleton(2)}</div>
  </div>`;
}
