import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ApiError} from '@zwgk/client';
import type {DocumentDetail, DocumentLink} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import {bringIntoView} from '../foundation/bring-into-view.ts';
import type {Locale} from '../foundation/host-context.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {renderFoot, renderWays} from './document.around.ts';
import {DocumentController, type DocumentView} from './document.controller.ts';
import type {DocumentDetails} from './document.details.ts';
import type {DocumentErrorDetail, DocumentOpenDetail, DocumentReadyDetail} from './document.events.ts';
import {renderHead} from './document.head.ts';
import type {DocumentHost} from './document.host.ts';
import {hashes, sectionOfHash, type DocumentMark} from './document.logic.ts';
import {documentStrings, type DocumentStrings} from './document.strings.ts';
import {documentStyles} from './document.styles.ts';
import {DocumentText} from './document.text.ts';

/** A place to go to as soon as it is drawn. */
interface Place {
  readonly section: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly focus: boolean;
}

/**
 * One official document: its header, its text by chapters and articles with links that last, its attachments, and the
 * reason wherever something is kept back.
 *
 * @slot - Fallback content, real links: shown until the document is ready and whenever it cannot start.
 * @fires zwgk-document-ready - The document is shown.
 * @fires zwgk-document-error - Nothing can be shown; the detail says why.
 * @fires zwgk-document-mark - The button of a marked section was pressed.
 * @fires zwgk-document-passage - The reader selected something in the text, where marks let them act on it; or nothing any more.
 * @fires zwgk-document-open - The reader went on to another document in the same place.
 * @fires zwgk-document-interpretation - The reader chose an interpretation that has no address of its own.
 * @csspart root - Everything inside the reset.
 * @csspart body - The text of the document.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 */
export class ZwgkDocument extends ZwgkElement implements DocumentHost {
  static override styles = [...ZwgkElement.styles, documentStyles];
  static override properties: PropertyDeclarations = {
    documentId: {attribute: 'document-id'},
    section: {},
    documentHref: {attribute: 'document-href'},
    compact: {type: Boolean},
    plainCopy: {type: Boolean, attribute: 'plain-copy'},
    marks: {attribute: false},
  };

  /** Id of the document to show. */
  documentId = '';
  /** Section at which it opens, by id or as printed (`art-12`, 第十二条); the fragment of the page's address goes before it. */
  section = '';
  /** Page that shows a document, such as `document.html?id={id}#{article}`; without it other documents open in this place. */
  documentHref = '';
  /** Shows the text without the red head and what the reader takes along: for a pane beside something else. */
  compact = false;
  /** Leaves what is copied from the text without a citation. */
  plainCopy = false;
  /** What is said about passages elsewhere: a button in the margin of each section that has any. */
  marks: readonly DocumentMark[] = [];

  copied = '';
  showsHistory = false;
  isSettled = false;
  /** What the reader looks for in the text. */
  #words = '';
  readonly #internals = this.attachInternals();
  readonly #strings = new Strings<DocumentStrings>(this, documentStrings, () => this.context.locale);
  readonly #document = new DocumentController(this, (settled) => this.#handleSettled(settled));
  /** What is needed on demand comes in a file of its own; the text is whole without it. */
  readonly #details = new Resource<[], DocumentDetails>(this, {load: () => this.#loadDetails(), onSettled: () => this.#handleDetails()});
  #text: DocumentText | undefined;
  #hashes = new Map<string, string>();
  /** Where the reader goes once it is drawn, and where they are. */
  #place: Place | undefined;
  #passage: Place | undefined;
  /** Documents that the reader came from, in this place. */
  readonly #trail: DocumentLink[] = [];
  #isOpening = false;

  get t(): DocumentStrings {
    return this.#strings.t;
  }
  get locale(): Locale {
    return this.#strings.locale;
  }
  get doc(): DocumentDetail | undefined {
    return valueOf(this.#document.state)?.doc;
  }
  get text(): DocumentText | undefined {
    return this.#text;
  }
  get details(): DocumentDetails | undefined {
    return valueOf(this.#details.state);
  }

  constructor() {
    super();
    this.#internals.role = 'group';
    this.addEventListener('click', this.#handleClick);
    // A selection is not copied at once: what adds the citation is there by then.
    this.addEventListener('selectstart', () => this.wantDetails());
    this.addEventListener('copy', (event) => this.plainCopy || this.details?.copy(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#handleHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#handleHash);
  }

  /** Gives the focus to the title: the element itself has nothing to read out. */
  override focus(options?: FocusOptions): void {
    const title = this.renderRoot?.querySelector<HTMLElement>('.doc-title');
    if (title) title.focus(options);
    else super.focus(options);
  }

  /**
   * Brings a section, or characters `start` to `end` of its text (see `Anchor`), into view in the nearest scroller and
   * lights them up; with `focus` the keyboard and a screen reader follow. Answers whether the document has that section.
   */
  show(section: string, start?: number, end?: number, {focus = false}: {focus?: boolean} = {}): boolean {
    if (!this.#hashes.has(section)) return false;
    this.#place = {section, start, end, focus};
    this.#arrive();
    return true;
  }

  wantDetails(): void {
    if (this.#details.state.kind === 'failed') this.#details.retry();
    else this.#details.want([]);
  }

  find(words: string): void {
    this.#words = words;
    this.wantDetails();
    this.details?.look(words);
  }

  step(by: number): void {
    this.details?.find?.step(by);
    this.requestUpdate();
  }

  setHistory(open: boolean): void {
    this.showsHistory = open;
    if (open) this.wantDetails();
    this.requestUpdate();
  }

  /** The page's own address with a fragment: never resolved against a `<base>`. */
  hrefOf(section: string): string {
    return `${location.href.split('#')[0]!}#${encodeURIComponent(this.#hashes.get(section) ?? section)}`;
  }

  /** Moves inside the page by script: a click on `#…` would follow the page's `<base>`. */
  go(section: string): void {
    const href = this.hrefOf(section);
    try {
      if (href !== location.href) history.pushState(history.state, '', href);
    } catch {
      // A sandboxed page: the jump still works.
    }
    this.show(section, undefined, undefined, {focus: true});
  }

  get canOpen(): boolean {
    return !this.compact || this.documentHref !== '';
  }

  hrefOfDocument({id}: DocumentLink): string | undefined {
    return safeHref(this.documentHref.replaceAll('{id}', encodeURIComponent(id)).replace(/#?\{article\}/, ''));
  }

  open(link: DocumentLink): void {
    const {doc} = this;
    if (doc && this.#trail.at(-1)?.id !== link.id) this.#trail.push(doc);
    else this.#trail.pop();
    this.#isOpening = true;
    this.documentId = link.id;
    this.emit<DocumentOpenDetail>('zwgk-document-open', {document: link});
  }

  emit<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, {detail, bubbles: true, composed: true}));
  }

  copy(text: string): void {
    const {t} = this;
    const tell = (text: string) => (): void => {
      this.copied = text;
      this.say(text);
      this.requestUpdate();
    };
    void navigator.clipboard?.writeText(text).then(tell(t.copied), tell(t.copyFailed));
  }

  say(text: string): void {
    this.announcer.say(text);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('documentId') && !this.#isOpening) this.#trail.length = 0;
    // The text comes first; its margin is kept free for the marks.
    if (this.marks.length > 0 && this.isSettled) this.#details.want([]);
    this.#document.want(this.client, this.documentId);
  }

  protected override updated(): void {
    this.#internals.ariaLabel = this.doc?.title ?? this.t.loading;
    this.details?.follow();
    this.#arrive();
  }

  /** Goes where the reader wants to be, if it is drawn by now. */
  #arrive(): void {
    const place = this.#place;
    const section = place && this.#text?.section(place.section);
    if (!place || !section?.isConnected) return;
    this.#place = undefined;
    this.#text!.point(place.section);
    this.#passage = place;
    if (place.start !== undefined) this.wantDetails();
    bringIntoView(section, this.#light());
    if (place.focus) section.focus({preventScroll: true});
  }

  /** Lights up the passage that was asked for, and puts out the one before. */
  #light(): Range | undefined {
    const {section, start, end} = this.#passage ?? {};
    const element = section ? this.#text?.section(section) : undefined;
    return this.details?.light(element, start, end);
  }

  #handleDetails(): void {
    this.details?.follow();
    if (this.#words) this.find(this.#words);
    const passage = this.#light();
    if (passage) bringIntoView(this, passage);
  }

  readonly #handleHash = (): void => {
    const section = sectionOfHash(this.doc?.body ?? [], location.hash);
    if (section) this.show(section.id, undefined, undefined, {focus: true});
    else this.#text?.point('');
  };

  /** Links in the text and around it lead to sections and documents by name. */
  readonly #handleClick = (event: MouseEvent): void => {
    const [target] = event.composedPath();
    const link = target instanceof Element && target.closest<HTMLElement>('[data-section]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.go(link.dataset.section!);
  };

  #handleSettled(settled: ViewState<DocumentView>): void {
    if (settled.kind === 'failed') {
      this.sayFailed(settled.error);
      this.emit<DocumentErrorDetail>('zwgk-document-error', {error: settled.error});
    } else if (settled.kind === 'ready') {
      void this.#begin(settled.value);
    }
  }

  /** A document has come: the reader begins at its title, or at the section that the address or the page asks for. */
  async #begin(view: DocumentView): Promise<void> {
    const {doc} = view;
    const body = doc.body ?? [];
    const hadFocus = this.#isOpening || this.matches(':focus');
    const section = this.#isOpening ? undefined : (sectionOfHash(body, location.hash) ?? sectionOfHash(body, this.section));
    this.#isOpening = false;
    this.#hashes = hashes(body);
    this.#text = new DocumentText(this, view);
    this.#passage = undefined;
    this.#words = '';
    this.showsHistory = false;
    this.isSettled = false;
    if (doc.references?.length || doc.terms?.length) this.wantDetails();
    this.say(doc.title);
    if (section) this.show(section.id, undefined, undefined, {focus: true});
    this.requestUpdate();
    await this.updateComplete;
    if (hadFocus && !section) this.focus();
    this.emit<DocumentReadyDetail>('zwgk-document-ready', {document: doc});
    requestAnimationFrame(() => setTimeout(() => this.#settle()));
  }

  /** The text has been painted. */
  #settle(): void {
    this.isSettled = true;
    this.requestUpdate();
  }

  async #loadDetails(): Promise<DocumentDetails> {
    const loaded = await import('./document.details.ts').catch(() => undefined);
    if (!loaded) throw new ApiError('script-missing', '');
    return new loaded.DocumentDetails(this, this);
  }

  protected override renderContent(): TemplateResult {
    const view = this.#document.state;
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'failed':
        if (!view.previous || view.previous.doc.id !== this.documentId) return this.renderFailed(view.error, () => this.#document.retry());
        return this.#renderDocument(view.previous.doc);
      case 'idle':
      case 'loading':
        return html`${this.renderFallback()}
          <div aria-hidden="true">${[30, 90, 90, 60, 90, 90, 60].map((width) => html`<span class="sk w${width}"></span>`)}</div>`;
      case 'ready':
      case 'empty':
        return this.#renderDocument(view.value.doc);
    }
  }

  #renderDocument(doc: DocumentDetail): TemplateResult {
    const from = this.#trail.at(-1);
    return html`<article class="stack">
      ${
        from
          ? html`<p class="no-print">
              <button class="btn quiet" type="button" @click=${() => this.open(from)}>${icon('left')}${this.t.back(from.title)}</button>
            </p>`
          : nothing
      }
      ${renderHead(this, doc, this.common.t.demo)} ${doc.body ? html`${renderWays(this, doc)}${this.#text?.draw()}` : nothing}
      ${renderFoot(this, doc)}
    </article>`;
  }
}
