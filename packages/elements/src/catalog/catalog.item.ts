/** One item with every field, its documents and its history; or a document opened from it. */
import {html, nothing, type TemplateResult} from 'lit';
import {CHANNELS, type CatalogItem, type CatalogItemDetail, type CatalogItemVersion, type DocumentSummary} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {moreIcon} from '../foundation/more-icons.ts';
import type {DetailsStrings} from './catalog.details.strings.ts';
import {renderRouteLink, type CatalogHost} from './catalog.host.ts';
import {renderChange, renderDisclosure, renderFreshness, renderUpdated} from './catalog.list.ts';
import {basisText, outstanding} from './catalog.details.logic.ts';
import type {CatalogRoute} from './catalog.logic.ts';

type Row = readonly [label: string, value: unknown];

export class CatalogItemView {
  readonly #host: CatalogHost;
  readonly #t: () => DetailsStrings;
  /** Id of the item in view: links from it come back to it. */
  #current = '';

  constructor(host: CatalogHost, t: () => DetailsStrings) {
    this.#host = host;
    this.#t = t;
  }

  /** One item with every field, its documents and its history; or the document opened from it. */
  render(detail: CatalogItemDetail, route: CatalogRoute): TemplateResult {
    if (route.document) return this.#renderDocument(detail.item, route.document);
    const {item} = detail;
    this.#current = item.id;
    const t = this.#t();
    return html`<article class="stack">
      <p class="no-print">${renderRouteLink(this.#host, {}, html`${icon('left')}${t.back}`, 'step')}</p>
      <header class="heading">
        <p class="path">${this.#host.labelOf('domain', item.domain)} / <span lang="zh-Hans">${item.level1}</span></p>
        <h2 class="title view-title" tabindex="-1" lang="zh-Hans" aria-level=${this.#host.headingLevel}>${item.level2}</h2>
        <p>${t.where(item.regionName, item.publisherName)}</p>
        <p class="actions">${renderDisclosure(this.#host, item.disclosure)} ${renderChange(this.#host, item.change)}</p>
      </header>
      ${this.#renderReason(item)} ${this.#renderDocuments(detail.documents)} ${this.#renderFields(item)} ${this.#renderContact(detail)}
      ${this.#renderHistory(detail.history)}
    </article>`;
  }

  #renderDocument(item: CatalogItem, id: string): TemplateResult {
    const t = this.#t();
    return html`<div class="stack">
      <p class="no-print">${renderRouteLink(this.#host, {item: item.id}, html`${icon('left')}${t.backToItem}：${item.level2}`, 'step')}</p>
      <zwgk-document
        class="view-title"
        tabindex="-1"
        document-id=${id}
        heading-level=${this.#host.headingLevel}
        endpoint=${this.#host.client?.endpoint ?? nothing}
        ><p>${t.documentFails}</p></zwgk-document
      >
    </div>`;
  }

  /** What is kept back is never shown, its reason always (R3.4). */
  #renderReason({disclosure, disclosureReason}: CatalogItem): unknown {
    const t = this.#t();
    if (!disclosureReason) return nothing;
    const href = safeHref(this.#host.requestHref);
    const title = disclosure === 'withheld' ? t.reason : disclosure === 'partial' ? t.reasonPart : t.reasonRequest;
    return html`<div class="callout">
      <h3 class="h3" aria-level=${this.#host.headingLevel + 1}>${title}</h3>
      <p lang="zh-Hans">${disclosureReason.text}</p>
      <p class="soft">${t.reasonBasis}${disclosureReason.legalBasis}</p>
      ${disclosure === 'on_request' ? html`<p>${href ? html`<a href=${href}>${t.requestThis}</a>` : t.requestHow}</p>` : nothing}
    </div>`;
  }

  #renderDocuments(documents: readonly DocumentSummary[]): TemplateResult {
    const t = this.#t();
    return html`<section>
      <h3 class="h2" aria-level=${this.#host.headingLevel + 1}>${t.documents}</h3>
      ${
        documents.length === 0
          ? html`<p class="soft">${t.documentsNone}</p>`
          : html`<ul class="rows">
              ${documents.map((doc) => this.#renderDocumentRow(doc))}
            </ul>`
      }
    </section>`;
  }

  #renderDocumentRow(doc: DocumentSummary): TemplateResult {
    const host = this.#host;
    const open = {item: this.#current, document: doc.id};
    return html`<li>
      ${renderRouteLink(host, open, html`<span lang="zh-Hans">${doc.title}</span>`, 'name')}
      <p class="soft small">${[doc.docNumber, formatDate(doc.publishedOn, host.locale)].filter(Boolean).join(' · ')}</p>
      <p class="actions small">
        ${renderDisclosure(host, doc.disclosure)}${doc.disclosure === 'withheld' || doc.disclosure === 'on_request' ? html`<span class="soft">${this.#t().notPublic}</span>` : nothing}
      </p>
    </li>`;
  }

  #rows(item: CatalogItem): Row[] {
    const t = this.#t();
    const host = this.#host;
    const post = item.responsible;
    return [
      [
        t.content,
        item.contentElements.length > 1
          ? html`<ul class="dots">
              ${item.contentElements.map((text) => html`<li>${text}</li>`)}
            </ul>`
          : item.contentElements[0],
      ],
      [t.basis, item.legalBasis.length > 0 ? item.legalBasis.map((basis) => html`<div>${this.#renderBasis(basis)}</div>`) : t.none],
      [
        t.limit,
        html`<div>${item.timeLimit.text}</div>
          ${this.#renderFreshness(item)}`,
      ],
      [t.publisher, item.publisherName],
      [t.channelTicks, this.#renderChannels(item)],
      [t.audience, [host.labelOf('audience', item.audience), item.audienceNote].filter(Boolean).join('：')],
      [t.mode, t.modes[item.mode]],
      [t.levels, item.levels.map((level) => host.labelOf('level', level)).join('、')],
      [t.stage, item.fiveStage && host.labelOf('stage', item.fiveStage)],
      [t.format, item.format],
      [t.responsible, post?.post],
      [t.authority, post?.authority],
      [t.procedure, post?.procedure],
      [t.postLimit, post?.limit],
      [t.topics, item.topics?.join('、')],
      [t.version, [t.versionOf(item.version), item.supersedes ? t.supersedes(item.supersedes) : ''].filter(Boolean).join('，')],
    ];
  }

  #renderFields(item: CatalogItem): TemplateResult {
    return html`<dl class="dl fields" lang="zh-Hans">
      ${this.#rows(item).map(([label, value]) =>
        value
          ? html`<dt lang=${this.#host.locale}>${label}</dt>
              <dd>${value}</dd>`
          : nothing,
      )}
    </dl>`;
  }

  #renderBasis(basis: CatalogItem['legalBasis'][number]): unknown {
    const text = basisText(this.#t().basisKind[basis.kind]!, basis);
    return basis.documentId ? renderRouteLink(this.#host, {item: this.#current, document: basis.documentId}, text) : text;
  }

  #renderFreshness(item: CatalogItem): TemplateResult {
    const t = this.#t();
    const {locale} = this.#host;
    const {dueOn, reason} = item.freshness;
    const what = outstanding(item);
    return html`${item.informationOn ? html`<div class="soft">${t.informed(formatDate(item.informationOn, locale))}</div>` : nothing}
      <div>${renderUpdated(this.#host, item)}</div>
      <div>${renderFreshness(this.#host, item.freshness)}${reason ? html`<span class="soft">：${reason}</span>` : nothing}</div>
      ${what ? html`<div class="soft">${t.outstanding[what](dueOn ? formatDate(dueOn, locale) : '')}</div>` : nothing}`;
  }

  /** The tick list of the standard catalogue: a reader hears 已选 or 未选 before each channel. */
  #renderChannels(item: CatalogItem): TemplateResult {
    const t = this.#t();
    return html`<ul class="ticks">
        ${(Object.keys(CHANNELS) as (keyof typeof CHANNELS)[]).map((channel) => {
          const on = item.channels.includes(channel);
          return html`<li class=${on ? '' : 'soft'}>
            ${moreIcon(on ? 'ticked' : 'unticked')}<span class="sr">${on ? t.ticked : t.unticked}：</span
            >${this.#host.labelOf('channel', channel)}
          </li>`;
        })}
      </ul>
      ${item.channelNote ? html`<p class="soft">${item.channelNote}</p>` : nothing}`;
  }

  #renderContact({agency}: CatalogItemDetail): unknown {
    if (!agency) return nothing;
    const t = this.#t();
    const {name, phone, address, hours} = agency.office;
    return html`<section>
      <h3 class="h2" aria-level=${this.#host.headingLevel + 1}>${t.contact}</h3>
      <p lang="zh-Hans">${agency.name} ${name}</p>
      <dl class="dl">
        <dt>${t.phone}</dt>
        <dd><a href="tel:${phone}">${phone}</a></dd>
        ${
          address
            ? html`<dt>${t.address}</dt>
                <dd>${address}</dd>`
            : nothing
        }
        ${
          hours
            ? html`<dt>${t.hours}</dt>
                <dd>${hours}</dd>`
            : nothing
        }
      </dl>
    </section>`;
  }

  #renderHistory(history: readonly CatalogItemVersion[]): unknown {
    if (history.length === 0) return nothing;
    const t = this.#t();
    return html`<details class="disclose">
      <summary>${icon('chevron')}<span class="t">${t.history}</span></summary>
      <ol>
        ${history.map(
          (entry) =>
            html`<li>
              ${formatDate(entry.at, this.#host.locale)} · ${t.versionOf(entry.version)} ·
              ${t.historyOf[entry.change]}${
                entry.changedFields.length > 0
                  ? html`，${t.changedFields(entry.changedFields.map((field) => t.field[field] ?? field).join('、'))}`
                  : nothing
              }
            </li>`,
        )}
      </ol>
    </details>`;
  }
}
