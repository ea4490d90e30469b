/** What stands above the text: whether it still counts, the head of an official document, why something is kept back. */
import {html, nothing, type TemplateResult} from 'lit';
import type {DocumentDetail, DocumentLink} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import {icon, type IconName} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import type {DocumentHost} from './document.host.ts';
import {documentIcon} from './document.icons.ts';

/** Another document: a link where the page shows it elsewhere, a button where it opens in this place. */
export function renderDocumentLink(host: DocumentHost, link: DocumentLink): TemplateResult {
  const name = `${link.title}${link.docNumber ? `（${link.docNumber}）` : ''}`;
  const href = host.hrefOfDocument(link);
  if (href) return html`<a href=${href}>${name}</a>`;
  if (!host.canOpen) return html`${name}`;
  return html`<button class="btn quiet" type="button" @click=${() => host.open(link)}>${name}</button>`;
}

/** A text that no longer counts says so before anything else, with the one that does. */
function renderNotice(host: DocumentHost, doc: DocumentDetail): unknown {
  const {t} = host;
  const notice = t.notice[doc.validity];
  if (!notice && !doc.supersededBy) return nothing;
  return html`<div class="callout notice">
    <p>${icon('alert')} <strong>${notice ?? t.replaced}</strong></p>
    ${doc.supersededBy ? html`<p>${t.replacedBy}${renderDocumentLink(host, doc.supersededBy)}</p>` : nothing}
  </div>`;
}

/** The head block of official documents (R6.8). */
function renderMeta(host: DocumentHost, doc: DocumentDetail): TemplateResult {
  const {t, locale} = host;
  const date = (day: string | undefined): unknown => day && html`<span class="nowrap">${formatDate(day, locale)}</span>`;
  const rows: [string, unknown][] = [
    [t.indexNo, doc.indexNo],
    [t.subject, doc.subject.join('；')],
    [t.issuer, doc.issuerName],
    [t.coIssuers, doc.coIssuers?.join('、')],
    [t.docNumber, (doc.docNumbers?.length ?? 0) > 1 ? doc.docNumbers!.join('、') : doc.docNumber],
    [t.genre, doc.genre],
    [t.writtenOn, date(doc.writtenOn)],
    [t.publishedOn, date(doc.publishedOn)],
    [t.effectiveOn, date(doc.effectiveOn)],
    [t.repealedOn, date(doc.repealedOn)],
    [t.validity, html`${t.validities[doc.draft ? 'draft' : doc.validity]}`],
    [t.disclosure, html`<span class="badge">${icon(doc.disclosure as IconName)}${t.disclosures[doc.disclosure]}</span>`],
    [t.keywords, doc.keywords?.join('、')],
  ];
  const list = html`<dl class="dl pair small" aria-label=${t.meta}>
    ${rows.map(([name, value]) =>
      value
        ? html`<dt>${name}</dt>
            <dd lang=${typeof value === 'string' ? 'zh-Hans' : nothing}>${value}</dd>`
        : nothing,
    )}
  </dl>`;
  const all = html`${list} ${doc.abstract ? html`<p class="callout" lang="zh-Hans">${doc.abstract}</p>` : nothing}`;
  return host.compact ? renderFold(t.meta, all) : all;
}

/** Something that a reader opens. */
export const renderFold = (name: string, content: unknown, onToggle?: (event: Event) => void): TemplateResult =>
  html`<details class="disclose no-print" @toggle=${onToggle ?? nothing}>
    <summary>${icon('chevron')}<span class="t">${name}</span></summary>
    ${content}
  </details>`;

function renderReason(host: DocumentHost, {disclosure, disclosureReason, body}: DocumentDetail): unknown {
  if (!disclosureReason) return nothing;
  const {t} = host;
  return html`<div class="callout">
    <p class="h3">${t.reason[disclosure]}</p>
    <p>${t.reasonText}${disclosureReason.text}</p>
    <p class="soft">${t.reasonBasis}${disclosureReason.legalBasis}</p>
    ${body ? nothing : html`<p>${t.requestHow}</p>`}
  </div>`;
}

/** R4.5: a document names everything that explains it. */
function renderInterpretations(host: DocumentHost, {interpretations}: DocumentDetail): unknown {
  if (!interpretations?.length || host.compact) return nothing;
  const {t, locale} = host;
  return html`<nav class="interpretations no-print" aria-label=${t.interpretations}>
    <p class="h4">${documentIcon('comment')} ${t.interpretations}</p>
    <ul>
      ${interpretations.map(({id, title, url, publishedOn}) => {
        const href = url && safeHref(url, host.client?.endpoint);
        const choose = (): void => host.emit('zwgk-document-interpretation', {id});
        return html`<li>
          ${href ? html`<a href=${href}>${title}</a>` : html`<button class="btn quiet" type="button" @click=${choose}>${title}</button>`}
          <span class="soft small nowrap">${formatDate(publishedOn, locale)}</span>
        </li>`;
      })}
    </ul>
  </nav>`;
}

export function renderHead(host: DocumentHost, doc: DocumentDetail, demo: string): TemplateResult {
  const isRed = doc.docNumber && !host.compact;
  return html`${renderNotice(host, doc)}
    <header>
      ${
        isRed
          ? html`<div class="red" aria-hidden="true">
              <p class="h2">${[doc.issuerName, ...(doc.coIssuers ?? [])].map((name) => html`<span class="org">${name}</span> `)}</p>
              <p>${doc.docNumber}</p>
            </div>`
          : nothing
      }
      <h2 class="title doc-title" tabindex="-1" aria-level=${host.headingLevel} lang="zh-Hans">
        ${doc.title}${doc.demo ? html` <span class="demo">${demo}</span>` : nothing}
      </h2>
      ${doc.promulgation?.map((line) => html`<p class="promulgation soft small" lang="zh-Hans">${line}</p>`)}
    </header>
    ${renderMeta(host, doc)} ${renderInterpretations(host, doc)} ${renderReason(host, doc)}`;
}
