/** One result: what it is, why it is here, whether it still counts, and the way to the very article. */
import {html, nothing, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {SearchArticle, SearchHit} from '@zwgk/contract';
import {fillHref} from '../foundation/fill-href.ts';
import {formatDate} from '../foundation/format.ts';
import {icon, type IconName} from '../foundation/icons.ts';
import {renderMarked} from '../foundation/marked.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {searchIcon} from './search.icons.ts';
import {arrow, renderGo, type Going} from './search.link.ts';
import {withFilters} from './search.logic.ts';
import {openingOf} from './search.results.logic.ts';
import type {SearchHost} from './search.host.ts';
import type {ResultStrings} from './search.results.strings.ts';

const GLYPHS: Readonly<Record<string, () => SVGTemplateResult>> = {
  document: () => icon('file'),
  interpretation: () => searchIcon('explain'),
  consultation: () => searchIcon('talk'),
  meeting: () => searchIcon('talk'),
  catalog_item: () => searchIcon('list'),
  agency: () => searchIcon('building'),
};

/** To the record: the author's page, else in place, else where the record's own address leads. */
function renderTo(going: Going, hit: SearchHit, content: unknown, article = '', name = ''): TemplateResult {
  const {host} = going;
  const {documentHref, interpretationHref, consultationHref, meetingHref, itemHref, agencyHref, api, filters} = host;
  const templates: Partial<Record<SearchHit['type'], string>> = {
    document: documentHref,
    interpretation: interpretationHref,
    consultation: consultationHref,
    meeting: meetingHref,
    catalog_item: itemHref,
    agency: agencyHref,
  };
  const template = templates[hit.type];
  const onClick = (): void => host.emit('zwgk-search-select', {hit, ...(article && {article})});
  if (!template && api) {
    const open = openingOf(hit, article);
    return renderGo(going, {...filters, open}, content, {name, focus: '.opened', id: open, onClick});
  }
  const href = template
    ? fillHref(template, hit.id, article, hit.document)
    : article
      ? `${hit.link.replace(/#.*$/s, '')}#${article}`
      : hit.link;
  return html`<a class=${name} href=${safeHref(href) ? href : nothing} @click=${onClick}>${content}</a>`;
}

/** Whether it still counts, as icon and words. */
function renderStanding(t: ResultStrings, {validity, disclosure}: SearchHit): unknown {
  const kept = disclosure && t.disclosure[disclosure];
  return html`${
    validity
      ? html`<span class="badge ${validity === 'in_force' ? 'quiet' : 'attention'}"
          >${icon(validity === 'in_force' ? 'done' : 'alert')}${t.validity[validity]}</span
        >`
      : nothing
  }${kept ? html`<span class="badge quiet">${icon(disclosure as IconName)}${kept}</span>` : nothing}`;
}

function renderArticles(going: Going, t: ResultStrings, hit: SearchHit): unknown {
  const {article, moreArticles = []} = hit;
  if (!article) return nothing;
  const nameOf = ({label, heading, id}: SearchArticle): string => label ?? heading ?? id;
  return html`<p class="to">
    ${renderTo(going, hit, arrow(t.article(nameOf(article))), article.id, 'step')}
    ${
      moreArticles.length > 0
        ? html`<span class="soft more"
            >${t.moreArticles}
            ${moreArticles.map((one) => renderTo(going, hit, html`<span class="t">${nameOf(one)}</span>`, one.id, 'step'))}</span
          >`
        : nothing
    }
  </p>`;
}

export function renderHit(going: Going, t: ResultStrings, hit: SearchHit): TemplateResult {
  const {host} = going;
  const {highlights, docNumber, agencyName, date, excerpt} = hit;
  return html`<li class="hit" part="hit">
    <p class="kind"><span class="badge quiet">${GLYPHS[hit.type]?.()}${t.type[hit.type]}</span><span>${t.why[hit.why]}</span></p>
    <h3 class="h3" aria-level=${host.headingLevel + 1} lang="zh">
      ${renderTo(going, hit, renderMarked(hit.title, highlights.title), '', 'name')}
    </h3>
    <p class="facts">
      ${docNumber ? html`<span class="nowrap" lang="zh">${renderMarked(docNumber, highlights.docNumber)}</span>` : nothing}
      ${agencyName && hit.type !== 'agency' ? html`<span lang="zh">${agencyName}</span>` : nothing}
      ${hit.type === 'agency' && hit.regionName ? html`<span lang="zh">${hit.regionName}</span>` : nothing}
      ${date ? html`<span class="nowrap">${formatDate(date, host.locale)}</span>` : nothing} ${renderStanding(t, hit)}
    </p>
    ${excerpt ? html`<p class="ex" lang="zh">${renderMarked(excerpt, highlights.excerpt)}</p>` : nothing} ${renderArticles(going, t, hit)}
  </li>`;
}

/** A record shown in place, with a way back to the results. */
export function renderOpened(
  going: Going,
  t: ResultStrings,
  {type, id, article}: {type: string; id: string; article: string},
): TemplateResult {
  const {host} = going;
  const {filters} = host;
  const home = renderGo(going, withFilters(filters, {cursor: filters.cursor, page: filters.page}), html`${icon('left')}${t.back}`, {
    name: 'step',
    focus: `[data-link="${CSS.escape(filters.open)}"]`,
  });
  return html`<div class="stack opened" tabindex="-1">
    <p class="no-print">${home}</p>
    ${renderRecord(host, type, id, article)}
  </div>`;
}

/** The element that shows a record of this kind; the loader brings it. */
function renderRecord({api, headingLevel, requestHref}: SearchHost, type: string, id: string, article: string): TemplateResult {
  if (type === 'document') {
    return html`<zwgk-document
      document-id=${id}
      section=${article || nothing}
      heading-level=${headingLevel}
      endpoint=${api}
    ></zwgk-document>`;
  }
  // It opens beside its document, whose id comes first (`openingOf`).
  if (type === 'interpretation') {
    return html`<zwgk-interpretation
      document-id=${id}
      interpretation=${article}
      heading-level=${headingLevel}
      endpoint=${api}
    ></zwgk-interpretation>`;
  }
  if (type === 'consultation')
    return html`<zwgk-consultation consultation-id=${id} url-key="" heading-level=${headingLevel} endpoint=${api}></zwgk-consultation>`;
  if (type === 'meeting')
    return html`<zwgk-meeting meeting-id=${id} url-key="" heading-level=${headingLevel} endpoint=${api}></zwgk-meeting>`;
  return html`<zwgk-catalog
    item=${type === 'catalog_item' ? id : nothing}
    agency=${type === 'agency' ? id : nothing}
    url-key=""
    request-href=${requestHref}
    heading-level=${headingLevel}
    endpoint=${api}
  ></zwgk-catalog>`;
}
