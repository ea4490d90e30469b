/** What stands around the text: finding one's way in it, and what the reader takes along. */
import {html, nothing, type TemplateResult} from 'lit';
import type {DocumentDetail, Section} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import {formatBytes} from '../foundation/format-bytes.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {documentIcon} from './document.icons.ts';
import {renderFold} from './document.head.ts';
import type {DocumentHost} from './document.host.ts';
import {articles, citation, outline} from './document.logic.ts';

/** A link to a section of this document; the widget follows it by script, since `#…` would follow the page's `<base>`. */
export const renderSectionLink = (host: DocumentHost, id: string, text: string): TemplateResult =>
  html`<a data-section=${id} href=${host.hrefOf(id)}>${text}</a>`;

function renderJump(host: DocumentHost, body: readonly Section[]): unknown {
  const {t} = host;
  const numbered = articles(body);
  if (numbered.length < 6) return nothing;
  const jump = (event: Event): void => {
    event.preventDefault();
    const chosen = new FormData(event.target as HTMLFormElement).get('section');
    if (chosen) host.go(chosen as string);
  };
  return html`<form class="jump" @submit=${jump}>
    <label for="jump">${t.jump}</label>
    <select class="input" id="jump" name="section">
      <option value="">${t.jumpChoose}</option>
      ${host.isSettled ? numbered.map(({id, text}) => html`<option value=${id}>${text}</option>`) : nothing}
    </select>
    <button class="btn secondary">${t.jumpGo}</button>
  </form>`;
}

/** Words to look for in the text; Enter goes on, Shift+Enter goes back, Escape ends it. The matching comes with `details`. */
function renderFind(host: DocumentHost): TemplateResult {
  const {t, details} = host;
  const find = details?.find;
  const look = (event: Event): void => {
    // While a Chinese input method composes, the text is not the reader's yet; `compositionend` says when it is.
    if (!(event as InputEvent).isComposing) host.find((event.target as HTMLInputElement).value);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    const input = event.target as HTMLInputElement;
    if (event.key === 'Escape') input.value = '';
    if (event.key === 'Escape') host.find('');
    else host.step(event.shiftKey ? -1 : 1);
  };
  const step = (by: number, name: string, glyph: 'up' | 'down'): TemplateResult =>
    html`<button class="btn secondary icon" type="button" aria-label=${name} ?disabled=${!find?.count} @click=${() => host.step(by)}>
      ${documentIcon(glyph)}
    </button>`;
  return html`<div class="find" role="search" aria-label=${t.find}>
    <label for="find">${t.find}</label>
    <input
      class="input"
      type="search"
      id="find"
      autocomplete="off"
      enterkeyhint="search"
      @focus=${() => host.wantDetails()}
      @input=${look}
      @compositionend=${look}
      @keydown=${press}
    />
    ${step(-1, t.previous, 'up')}${step(1, t.next, 'down')}<span class="soft" aria-hidden="true">${find?.status}</span>
  </div>`;
}

/** Chapters, terms that the document defines itself, and the way to one article. */
export function renderWays(host: DocumentHost, doc: DocumentDetail): TemplateResult {
  const {t} = host;
  const body = doc.body!;
  const entries = outline(body);
  const contents = html`<ul lang="zh-Hans">
    ${entries.map(({id, text, depth}) => html`<li class=${depth > 0 ? 'deep' : ''}>${renderSectionLink(host, id, text)}</li>`)}
  </ul>`;
  const tools = html`<div class="row">${renderFind(host)} ${renderJump(host, body)}</div>`;
  return html`${
      entries.length > 1 || doc.terms?.length
        ? html`<nav class="toc no-print" aria-label=${t.toc}>
            ${entries.length > 1 ? renderFold(t.toc, contents) : nothing}
            ${doc.terms?.length ? renderFold(t.terms(doc.terms.length), host.details?.renderTerms(doc)) : nothing}
          </nav>`
        : nothing
    }
    <div class="tools no-print ${host.details?.find?.isOn ? 'on' : ''}">${host.compact ? renderFold(t.find, tools) : tools}</div>`;
}

function renderAttachments(host: DocumentHost, {attachments}: DocumentDetail): unknown {
  if (!attachments?.length) return nothing;
  return html`<section>
    <h3 class="h3" aria-level=${host.headingLevel + 1}>${host.t.attachments}</h3>
    <ul>
      ${attachments.map(({name, url, mediaType, bytes}) => {
        const href = safeHref(url, host.client?.endpoint);
        // Many names have no ending, and the type of an office file is longer than the name.
        const type = /\.(\w{1,5})$/m.exec(`${name}\n${url}\n${mediaType.replace('/', '.')}`)?.[1]?.toUpperCase();
        return html`<li>
          ${icon('file')} ${href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${name}</a>` : name}
          <span class="soft nowrap">${type}，${formatBytes(bytes)}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

function renderActions(host: DocumentHost, doc: DocumentDetail): TemplateResult {
  const {t, locale} = host;
  const button = (text: string, act: () => void): TemplateResult =>
    html`<button class="btn secondary" type="button" @click=${act}>${text}</button>`;
  return html`<p class="actions no-print">
    ${button(t.print, () => window.print())}
    ${
      navigator.clipboard
        ? html`${button(t.cite, () => host.copy(citation(doc, formatDate(doc.publishedOn, locale))))}${button(t.link, () => host.copy(location.href))}`
        : nothing
    }
    <span class="soft" aria-hidden="true">${host.copied}</span>
  </p>`;
}

/** What came before, and what changed: it loads when the reader opens it. */
function renderHistory(host: DocumentHost, doc: DocumentDetail): unknown {
  if (!doc.supersedes && doc.version < 2) return nothing;
  const open = (event: Event): void => host.setHistory((event.target as HTMLDetailsElement).open);
  return renderFold(host.t.history, host.showsHistory ? host.details?.renderHistory(doc) : nothing, open);
}

export function renderFoot(host: DocumentHost, doc: DocumentDetail): TemplateResult {
  const {t} = host;
  return html`${doc.publicMark ? html`<p class="mark" lang="zh-Hans">（${doc.publicMark}）</p>` : nothing} ${renderAttachments(host, doc)}
    ${host.compact ? nothing : renderHistory(host, doc)}
    <footer>
      ${host.compact ? nothing : renderActions(host, doc)}
      ${doc.textHash ? html`<p class="soft small ${host.compact ? 'only-print' : ''}">${t.hash}：<span class="hash">${doc.textHash}</span></p>` : nothing}
      <p class="soft small only-print">${t.address}：<span class="hash">${location.href}</span></p>
    </footer>`;
}
