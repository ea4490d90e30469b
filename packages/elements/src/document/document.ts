import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import type {Block, DocumentDetail, Section} from '@zwgk/contract';
import {ZwgkElement} from '../foundation/base-element.ts';
import {formatDate} from '../foundation/format.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {icon, type IconName} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {DocumentController, type DocumentView} from './document.controller.ts';
import type {DocumentErrorDetail, DocumentReadyDetail} from './document.events.ts';
import {articles, citation, formatBytes, hashOf, outline, sectionName, sectionOfHash} from './document.logic.ts';
import {documentStrings, type DocumentStrings} from './document.strings.ts';
import {documentStyles} from './document.styles.ts';

/**
 * One official document: its header, its text by chapters and articles with links that last, its attachments, and the
 * reason wherever something is kept back.
 *
 * @slot - Fallback content, real links: shown until the document is ready and whenever it cannot start.
 * @fires zwgk-document-ready - The document is shown.
 * @fires zwgk-document-error - Nothing can be shown; the detail says why.
 * @csspart root - Everything inside the reset.
 * @csspart body - The text of the document.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 */
export class ZwgkDocument extends ZwgkElement {
  static override styles = [...ZwgkElement.styles, documentStyles];
  static override properties: PropertyDeclarations = {
    documentId: {attribute: 'document-id'},
    section: {},
  };

  /** Id of the document to show. */
  documentId = '';
  /** Section at which it opens, by id or as printed (`art-12`, 第十二条); the fragment of the page's address goes before it. */
  section = '';

  readonly #strings = new Strings<DocumentStrings>(this, documentStrings, () => this.context.locale);
  readonly #document = new DocumentController(this, (settled) => this.#handleSettled(settled));
  /** Section that the reader jumped to. */
  #here = '';
  #jump = false;
  /** What became of the last copy, for eyes as well as ears. */
  #copied = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#handleHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#handleHash);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#document.want(this.client, this.documentId);
  }

  protected override updated(): void {
    if (!this.#jump || !this.#here) return;
    const section = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#here)}`);
    if (!section) return;
    this.#jump = false;
    section.focus({preventScroll: true});
    section.scrollIntoView({block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
  }

  get #body(): readonly Section[] {
    return valueOf(this.#document.state)?.doc.body ?? [];
  }

  readonly #handleHash = (): void => {
    const section = sectionOfHash(this.#body, location.hash);
    if (section) return this.#goTo(section);
    this.#here = '';
    this.requestUpdate();
  };

  #goTo(section: Section): void {
    this.#here = section.id;
    this.#jump = true;
    this.requestUpdate();
  }

  #handleSettled(settled: ViewState<DocumentView>): void {
    if (settled.kind === 'failed') {
      this.sayFailed(settled.error);
      this.#emit<DocumentErrorDetail>('zwgk-document-error', {error: settled.error});
    } else if (settled.kind === 'ready') {
      this.announcer.say(settled.value.doc.title);
      this.#emit<DocumentReadyDetail>('zwgk-document-ready', {document: settled.value.doc});
      const section = sectionOfHash(this.#body, location.hash) ?? sectionOfHash(this.#body, this.section);
      if (section) this.#goTo(section);
    }
  }

  #emit<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, {detail, bubbles: true, composed: true}));
  }

  #copy(text: string): void {
    const {t} = this.#strings;
    const tell = (text: string) => (): void => {
      this.#copied = text;
      this.announcer.say(text);
      this.requestUpdate();
    };
    void navigator.clipboard?.writeText(text).then(tell(t.copied), tell(t.copyFailed));
  }

  /** The page's own address with a fragment: never resolved against a `<base>`. */
  #address(fragment: string): string {
    const url = new URL(location.href);
    url.hash = fragment;
    return url.href;
  }

  /** Moves inside the page by script: a click on `#…` would follow the page's `<base>`. */
  #follow(event: Event, section: Section): void {
    event.preventDefault();
    const href = this.#address(hashOf(this.#body, section));
    try {
      if (href !== location.href) history.pushState(history.state, '', href);
    } catch {
      // A sandboxed page: the jump still works.
    }
    this.#goTo(section);
  }

  protected override renderContent(): TemplateResult {
    const view = this.#document.state;
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'failed':
        if (!view.previous || view.previous.doc.id !== this.documentId) return this.renderFailed(view.error, () => this.#document.retry());
        return this.#renderDocument(view.previous);
      case 'idle':
      case 'loading':
        return html`${this.renderFallback()}
          <div aria-hidden="true">${[30, 90, 90, 60, 90, 90, 60].map((width) => html`<span class="sk w${width}"></span>`)}</div>`;
      case 'ready':
      case 'empty':
        return this.#renderDocument(view.value);
    }
  }

  #renderDocument({doc, sanitise}: DocumentView): TemplateResult {
    const {t} = this.#strings;
    const notice = t.notice[doc.validity];
    return html`<article class="stack">
      ${notice ? html`<p class="callout">${icon('alert')} ${notice}</p>` : nothing}
      <header>
        ${
          doc.docNumber
            ? html`<div class="red" aria-hidden="true">
                <p class="h2">${[doc.issuerName, ...(doc.coIssuers ?? [])].join(' ')}</p>
                <p>${doc.docNumber}</p>
              </div>`
            : nothing
        }
        <h2 class="title doc-title" aria-level=${this.headingLevel}>
          ${doc.title}${doc.demo ? html` <span class="demo">${this.common.t.demo}</span>` : nothing}
        </h2>
        ${doc.promulgation?.map((line) => html`<p class="promulgation soft small">${line}</p>`)}
      </header>
      ${this.#renderMeta(doc)} ${this.#renderReason(doc)} ${doc.body ? this.#renderBody(doc.body, sanitise) : nothing}
      ${doc.publicMark ? html`<p class="mark">（${doc.publicMark}）</p>` : nothing} ${this.#renderAttachments(doc)}
      ${this.#renderActions(doc)}
    </article>`;
  }

  /** The head block of official documents (R6.8). */
  #renderMeta(doc: DocumentDetail): TemplateResult {
    const {t, locale} = this.#strings;
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
      [t.validity, t.validities[doc.validity]],
      [t.disclosure, html`<span class="badge">${icon(doc.disclosure as IconName)}${t.disclosures[doc.disclosure]}</span>`],
      [t.keywords, doc.keywords?.join('、')],
    ];
    return html`<dl class="dl pair small" aria-label=${t.meta}>
        ${rows.map(([name, value]) =>
          value
            ? html`<dt>${name}</dt>
                <dd>${value}</dd>`
            : nothing,
        )}
      </dl>
      ${doc.abstract ? html`<p class="callout">${doc.abstract}</p>` : nothing}`;
  }

  #renderReason({disclosure, disclosureReason, body}: DocumentDetail): unknown {
    if (!disclosureReason) return nothing;
    const {t} = this.#strings;
    return html`<div class="callout">
      <p class="h3">${t.reason[disclosure]}</p>
      <p>${t.reasonText}${disclosureReason.text}</p>
      <p class="soft">${t.reasonBasis}${disclosureReason.legalBasis}</p>
      ${body ? nothing : html`<p>${t.requestHow}</p>`}
    </div>`;
  }

  #renderBody(body: readonly Section[], sanitise: DocumentView['sanitise']): TemplateResult {
    return html`${this.#renderToc(body)}
      <div class="body" part="body" lang="zh-Hans">${body.map((section) => this.#renderSection(body, section, sanitise))}</div>`;
  }

  #renderToc(body: readonly Section[]): unknown {
    const {t} = this.#strings;
    const entries = outline(body);
    const numbered = articles(body);
    const jump = (event: Event): void => {
      event.preventDefault();
      const chosen = new FormData(event.target as HTMLFormElement).get('section');
      const section = body.find(({id}) => id === chosen);
      if (section) this.#follow(event, section);
    };
    const link = (id: string, text: string): TemplateResult => {
      const section = body.find((other) => other.id === id)!;
      return html`<a href=${this.#address(hashOf(body, section))} @click=${(event: Event) => this.#follow(event, section)}>${text}</a>`;
    };
    return html`<nav class="toc no-print" aria-label=${t.toc}>
      ${
        entries.length > 1
          ? html`<details class="disclose">
              <summary>${icon('chevron')}<span class="t">${t.toc}</span></summary>
              <ul>
                ${entries.map(({id, text, depth}) => html`<li class=${depth > 0 ? 'deep' : ''}>${link(id, text)}</li>`)}
              </ul>
            </details>`
          : nothing
      }
      ${
        numbered.length > 5
          ? html`<form class="jump" @submit=${jump}>
              <label for="jump">${t.jump}</label>
              <select class="input" id="jump" name="section">
                <option value="">${t.jumpChoose}</option>
                ${numbered.map(({id, text}) => html`<option value=${id}>${text}</option>`)}
              </select>
              <button class="btn secondary">${t.jumpGo}</button>
            </form>`
          : nothing
      }
    </nav>`;
  }

  #renderSection(body: readonly Section[], section: Section, sanitise: DocumentView['sanitise']): TemplateResult {
    const {id, kind, label, heading, blocks} = section;
    const name = sectionName(section);
    const isHeading = kind !== 'article' && name && (heading || blocks.length === 0 || kind !== 'item');
    const level = this.headingLevel + 1 + Math.min(section.depth, 1);
    const anchor =
      label && !isHeading
        ? html`<a
            class="label"
            href=${this.#address(hashOf(body, section))}
            title=${this.#strings.t.linkTo(label)}
            @click=${(event: Event) => this.#follow(event, section)}
            >${label}</a
          >`
        : nothing;
    return html`<section id=${id} role="group" tabindex="-1" class=${id === this.#here ? 'here' : ''} aria-label=${name || nothing}>
      ${isHeading ? html`<h3 class="h3" aria-level=${level}>${name}</h3>` : nothing}
      ${anchor !== nothing && !('text' in (blocks[0] ?? {})) ? html`<p class="text">${anchor}</p>` : nothing}
      ${blocks.map((block, i) => this.#renderBlock(block, i === 0 ? anchor : nothing, sanitise))}
    </section>`;
  }

  #renderBlock(block: Block, lead: unknown, sanitise: DocumentView['sanitise']): unknown {
    if ('text' in block) return html`<p class="text">${lead}${block.text}</p>`;
    if ('html' in block) return html`<div class="html scroll">${sanitise?.(block.html, this.client?.endpoint ?? location.href)}</div>`;
    return html`<p class="withheld">${icon('withheld')} ${this.#strings.t.withheldPart}：${block.withheld}</p>`;
  }

  #renderAttachments({attachments}: DocumentDetail): unknown {
    if (!attachments?.length) return nothing;
    return html`<section>
      <h3 class="h3" aria-level=${this.headingLevel + 1}>${this.#strings.t.attachments}</h3>
      <ul>
        ${attachments.map(({name, url, mediaType, bytes}) => {
          const href = safeHref(url, this.client?.endpoint);
          const type = (/\.(\w{1,5})$/.exec(name)?.[1] ?? mediaType.split('/').at(-1)!).toUpperCase();
          return html`<li>
            ${icon('file')} ${href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${name}</a>` : name}
            <span class="soft nowrap">${type}，${formatBytes(bytes)}</span>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #renderActions(doc: DocumentDetail): TemplateResult {
    const {t, locale} = this.#strings;
    const button = (text: string, act: () => void): TemplateResult =>
      html`<button class="btn secondary" type="button" @click=${act}>${text}</button>`;
    return html`<footer class="no-print">
      <p class="actions">
        ${button(t.print, () => window.print())}
        ${
          navigator.clipboard
            ? html`${button(t.cite, () => this.#copy(citation(doc, formatDate(doc.publishedOn, locale))))}${button(t.link, () => this.#copy(location.href))}`
            : nothing
        }
        <span class="soft" aria-hidden="true">${this.#copied}</span>
      </p>
      ${doc.textHash ? html`<p class="soft small">${t.hash}：<span class="hash">${doc.textHash}</span></p>` : nothing}
    </footer>`;
  }
}
