/** A document that the host page has rendered by itself: found by the page's labels, explained without changing it. */
import {css, html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {getDocument, listDocuments, type ZwgkClient} from '@zwgk/client';
import type {DocumentDetail, DocumentSummary} from '@zwgk/contract';
import {findDocNumbers} from '@zwgk/rules';
import {adopt} from '../foundation/adopt.ts';
import {draw} from '../foundation/icons.ts';
import {LitUp} from '../foundation/lit-up.ts';
import {readPageMeta} from '../foundation/page-meta.ts';
import {uncover} from '../foundation/uncover.ts';
import {raise} from './interpretation.back.ts';
import {ArticleText, squeeze} from './interpretation.article-text.ts';
import type {Found} from './interpretation.controller.ts';
import type {Source, SourceMark} from './interpretation.host.ts';

const COMMENT = 'M3 4h14v10H9.5L6 17v-3H3Zm3.5 4h7m-7 2.8h4.5';
/** Width in pixels that a mark needs beside the article. */
const ROOM = 48;
/** Numbers at the head of an article that may be its own. */
const NUMBERS = 3;

const articleStyles = css`
  .gutter {
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: 0;
    block-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    overflow: visible;
    color: inherit;
  }
  .gutter[hidden] {
    display: none;
  }
  .gutter-mark {
    position: absolute;
    inset: 0 auto auto 0;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 2px;
    inline-size: 48px;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--zwgk-radius);
    font: inherit;
    font-size: var(--zwgk-font-size-s);
    color: var(--zwgk-color-accent-text);
    background: var(--zwgk-color-surface);
    cursor: pointer;
  }
  .root[data-density='elder'] .gutter-mark {
    min-block-size: 44px;
  }
  @media (pointer: coarse) {
    .gutter-mark {
      min-block-size: 44px;
    }
  }
  .gutter-mark:hover {
    background: var(--zwgk-color-accent-wash);
  }
`;

const ready = (): Promise<unknown> =>
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, {once: true}))
    : Promise.resolve();

function query(selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The document that the page's labels (页面标签) or the numbers in its article name; never one with another title. */
async function identify(client: ZwgkClient, article: Element, signal: AbortSignal): Promise<string | undefined> {
  const own = document.querySelector<HTMLMetaElement>('meta[name="document-id"]')?.content.trim();
  if (own) return own;
  const {ArticleTitle, PubDate, ContentSource} = readPageMeta();
  const text = article.textContent;
  const page = squeeze(`${ArticleTitle ?? ''}${text}`).text;
  const titled = (doc: DocumentSummary): boolean => page.includes(squeeze(doc.title).text);
  const labelled = (doc: DocumentSummary): number =>
    Number(PubDate?.startsWith(doc.publishedOn) ?? false) + Number(ContentSource === doc.issuerName);
  for (const q of [ArticleTitle, ...findDocNumbers(text.slice(0, 5_000)).slice(0, NUMBERS)]) {
    if (!q) continue;
    const {items} = await listDocuments(client, {q, limit: 20}, signal);
    const isSame = (doc: DocumentSummary): boolean =>
      q === ArticleTitle
        ? squeeze(doc.title).text === squeeze(q).text
        : (doc.docNumber === q || !!doc.docNumbers?.includes(q)) && titled(doc);
    const [best, next] = items.filter(isSame).sort((a, b) => labelled(b) - labelled(a));
    // Two documents of one title that the labels do not tell apart: better none than the wrong one.
    if (best && (!next || labelled(best) > labelled(next))) return best.id;
  }
  return undefined;
}

/** The article and its document; or, as a text, what the page's author has to mend. */
export async function findArticle(client: ZwgkClient, selector: string, id: string, signal: AbortSignal): Promise<Found | string> {
  await ready();
  const article = query(selector);
  if (!article) return `for="${selector}" finds no element on this page. Give the CSS selector of the article that shows the document.`;
  const found = id || (await identify(client, article, signal));
  if (!found)
    return `the document that ${selector} shows is not known to ${client.endpoint}. Set document-id="…", or put <meta name="document-id" content="…"> into the page.`;
  const doc = await getDocument(client, found, signal);
  return {id: found, article: (host) => new HostArticle(host, article, doc)};
}

/** The host page's article as a place to read: lit up in place, marked beside it, nothing put into it. */
export class HostArticle implements Source, ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #article: Element;
  readonly #litUp: LitUp;
  readonly #resized: ResizeObserver;
  readonly #changed: MutationObserver;
  #text: ArticleText;
  readonly doc: DocumentDetail;
  marks: readonly SourceMark[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, article: Element, doc: DocumentDetail) {
    this.#host = host;
    this.#article = article;
    this.doc = doc;
    this.#litUp = new LitUp(host);
    this.#text = new ArticleText(article, doc.body ?? []);
    this.#resized = new ResizeObserver(() => this.#layOut());
    this.#changed = new MutationObserver(() => {
      this.#text = new ArticleText(article, doc.body ?? []);
      host.requestUpdate();
    });
    adopt(host.shadowRoot!, articleStyles);
    host.addController(this);
    if (host.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    for (const element of [this.#article, document.documentElement]) this.#resized.observe(element);
    this.#changed.observe(this.#article, {childList: true, characterData: true, subtree: true});
    document.addEventListener('scroll', this.#handleScroll, {capture: true, passive: true});
  }
  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#changed.disconnect();
    document.removeEventListener('scroll', this.#handleScroll, {capture: true});
  }
  hostUpdated(): void {
    this.#layOut();
  }

  /** Leaves the page as it was. */
  release(): void {
    this.hostDisconnected();
    this.#litUp.clear();
    this.#host.removeController(this);
  }

  /** The page itself scrolls the marks along; another scroller around the article does not. */
  readonly #handleScroll = (event: Event): void => {
    if (event.target !== document && event.target instanceof Node && event.target.contains(this.#article)) this.#layOut();
  };

  /** Whether the passage stands in the article, without doubt. */
  has(section: string, start?: number, end?: number): boolean {
    return this.#text.range(section, start, end) !== undefined;
  }

  show(section: string, start?: number, end?: number, {focus = false} = {}): boolean {
    const range = this.#text.range(section, start, end);
    if (!range) return false;
    this.#litUp.show('passage', [range]);
    // An inner scroller first, then the page: the passage comes to its upper third.
    range.startContainer.parentElement!.scrollIntoView({block: 'nearest'});
    window.scrollBy({top: range.getBoundingClientRect().top - window.innerHeight / 3});
    // A screen reader and the next press of Tab go on from the caret; an article of the page cannot take the focus.
    if (focus) getSelection()?.collapse(range.startContainer, range.startOffset);
    return true;
  }

  /** Words of a passage, for telling a screen reader what is shown. */
  words(section: string, start?: number, end?: number): string {
    return this.#text.range(section, start, end)?.toString().replace(/\s+/g, ' ').trim() ?? '';
  }

  scrollToTop(): void {
    this.#article.scrollIntoView({block: 'start'});
    uncover(this.#article);
  }

  /** Marks beside the article, in a layer of the widget's own. */
  render(name: string, nameOf: (section: string, labels: readonly string[]) => string, open: (ids: readonly string[]) => void): unknown {
    // In the order of the text: marks that do not fit beside their lines move down, and the focus goes from one to the next.
    const sections = (this.doc.body ?? [])
      .map(({id}) => ({id, marks: this.marks.filter(({section}) => section === id)}))
      .filter(({id, marks}) => marks.length > 0 && this.has(id));
    if (sections.length === 0) return nothing;
    return html`<div class="gutter no-print" role="group" aria-label=${name}>
      ${sections.map(
        ({id: section, marks}) =>
          html`<button
            type="button"
            class="gutter-mark"
            data-section=${section}
            aria-label=${nameOf(
              section,
              marks.map(({label}) => label),
            )}
            @click=${() => open(marks.map(({id}) => id))}
          >
            ${draw(COMMENT)}${marks.length}
          </button>`,
      )}
    </div>`;
  }

  /** Puts every mark beside its section: at the end of the line, else at its start, else nowhere rather than over the text. */
  #layOut(): void {
    const gutter = this.#host.shadowRoot?.querySelector<HTMLElement>('.gutter');
    if (!gutter?.isConnected) return;
    raise(gutter);
    const origin = gutter.getBoundingClientRect();
    const article = this.#article.getBoundingClientRect();
    const hasRoom = article.right + ROOM <= document.documentElement.clientWidth;
    gutter.toggleAttribute('hidden', !hasRoom && article.left < ROOM);
    const left = (hasRoom ? article.right : article.left - ROOM) - origin.left;
    let free = -Infinity;
    for (const mark of gutter.querySelectorAll<HTMLElement>('.gutter-mark')) {
      const line = this.#text.range(mark.dataset['section']!)!.getClientRects()[0];
      const top = Math.max((line?.top ?? article.top) - origin.top, free);
      mark.style.setProperty('transform', `translate(${Math.round(left)}px, ${Math.round(top)}px)`);
      free = top + mark.offsetHeight;
    }
  }
}
