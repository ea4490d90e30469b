import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import type {DocumentDetail} from '@zwgk/contract';
import {UrlState} from '../controllers/url-state.ts';
import {adopt} from '../foundation/adopt.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import type {Locale} from '../foundation/host-context.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import type {WayBack} from './interpretation.back.ts';
import {InterpretationController, type InterpretationView} from './interpretation.controller.ts';
import type {InterpretationErrorDetail, InterpretationReadyDetail, InterpretationSelectDetail} from './interpretation.events.ts';
import {renderHead, renderMeta} from './interpretation.head.ts';
import type {InterpretationHost, Source, SourceMark} from './interpretation.host.ts';
import {forAudience, mainOf, marksOf, type Mark, type Note, type Part, type Place, type Reading} from './interpretation.logic.ts';
import type {InterpretationMedia} from './interpretation.media.ts';
import {renderContents, renderParts, renderSection} from './interpretation.parts.ts';
import {interpretationStrings, type InterpretationStrings} from './interpretation.strings.ts';
import {interpretationStyles} from './interpretation.styles.ts';

/** Width in pixels from which the document stands beside its interpretation, and from which it can be made to. */
const WIDE = 800;
const WIDE_ENOUGH = 560;

/**
 * What a policy means: every interpretation of one document, in plain words beside the passages that they explain.
 * It shows the document itself, or explains the article in which the page already shows it (`for`).
 *
 * @slot - Fallback content, real links: shown until the interpretation is ready and whenever it cannot start.
 * @fires zwgk-interpretation-ready - Document, duty and interpretations are there.
 * @fires zwgk-interpretation-select - The reader opened an interpretation, a part of it, or the passage behind it.
 * @fires zwgk-interpretation-error - Nothing can be shown; the detail says why.
 * @csspart root - Everything inside the reset.
 * @csspart panel - The interpretation.
 * @csspart source - The document beside or below it.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 * @cssprop --zwgk-pane-height - Height of the two panes, each of which scrolls by itself.
 */
export class ZwgkInterpretation extends ZwgkElement implements InterpretationHost {
  static override styles = [...ZwgkElement.styles, interpretationStyles];
  static override properties: PropertyDeclarations = {
    documentId: {attribute: 'document-id'},
    interpretation: {},
    for: {},
    layout: {},
    urlKey: {attribute: 'url-key'},
    audience: {state: true},
    note: {state: true},
    width: {state: true},
    fresh: {state: true},
  };

  /** Id of the document that is explained. */
  documentId = '';
  /** Id of the interpretation to open at first; without it, the one given with the publication. */
  interpretation = '';
  /** CSS selector of the article in which the page itself shows the document; it is explained there, and not changed. */
  for = '';
  /** `panes`: side by side; `column`: one below the other; `auto`: by the width there is. */
  layout: 'auto' | 'panes' | 'column' = 'auto';
  /** Prefix of the widget's parameters in the page's address; empty leaves the address alone. */
  urlKey = 'interpretation';

  audience = '';
  note = '';
  private width = 0;
  /** Until the first paint, parts out of sight are not laid out. */
  private fresh = ' fresh';
  #opened = '';
  /** Id of what takes the focus when it is there. */
  #focusOn = '';
  #document: (HTMLElement & Partial<Source>) | undefined;
  #names: ReadonlyMap<string, string> = new Map();
  #marks: ReadonlyMap<string, Mark> = new Map();
  #sourceMarks: readonly SourceMark[] = [];
  #markedFor: readonly unknown[] = [];
  #media: InterpretationMedia | undefined;
  #back: WayBack | undefined;
  readonly #strings = new Strings<InterpretationStrings>(this, interpretationStrings, () => this.context.locale);
  readonly #url = new UrlState(
    this,
    () => this.urlKey,
    () => this.#readUrl(),
  );
  readonly #interpretation = new InterpretationController(this, (settled) => this.#handleSettled(settled));
  /** In the next frame: what changes in this one would be reported to the page as an error. */
  readonly #resized = new ResizeObserver(() => requestAnimationFrame(() => (this.width = this.clientWidth)));

  get t(): InterpretationStrings {
    return this.#strings.t;
  }
  get locale(): Locale {
    return this.#strings.locale;
  }
  get demoMark(): string {
    return this.common.t.demo;
  }
  get base(): string {
    return this.client?.endpoint ?? location.href;
  }
  get view(): InterpretationView {
    return valueOf(this.#interpretation.state)!;
  }
  get readings(): readonly Reading[] {
    return forAudience(this.view.readings, this.audience);
  }
  get reading(): Reading | undefined {
    return this.readings.find(({item}) => item.id === this.#opened) ?? mainOf(this.readings);
  }
  get hasPanes(): boolean {
    const width = this.layout === 'panes' ? WIDE_ENOUGH : this.context.density === 'elder' ? Infinity : WIDE;
    return this.width >= width && this.layout !== 'column' && !this.for;
  }
  get hasMarks(): boolean {
    return this.#marks.size > 0 && !this.view.article;
  }
  get #source(): Partial<Source> | undefined {
    return valueOf(this.#interpretation.state)?.article ?? this.#document;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    this.width = this.clientWidth;
    this.#readUrl();
    this.#opened ||= this.interpretation;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  nameOf(section: string): string {
    return this.#names.get(section) ?? '';
  }

  titleOf({heading, kind}: Part): string {
    return heading ?? this.t.kinds[kind]!;
  }

  hrefOf({item}: Reading, part = ''): string | undefined {
    return this.#url.href(new URLSearchParams({id: item.id, ...(part && {part})}));
  }

  open(reading: Reading, part = '', note?: Note): void {
    this.#opened = reading.item.id;
    this.#url.write(new URLSearchParams({id: reading.item.id, ...(part && {part})}));
    const shown = reading.parts.find(({key}) => key === part);
    this.note = note?.id ?? '';
    this.#focus(note?.id ?? (part ? `part-${part}` : 'reading'));
    const [place] = (note ? [note] : (shown?.notes ?? [])).flatMap(({places}) => places);
    // Beside the interpretation the document follows; below it, the page would run away from the reader.
    if (this.hasPanes && place) this.#source?.show?.(place.section, place.start, place.end);
    this.#emit<InterpretationSelectDetail>('zwgk-interpretation-select', {interpretation: reading.item, facet: shown?.kind});
  }

  see(note: Note, {section, start, end}: Place): void {
    this.note = note.id;
    if (!this.#source?.show?.(section, start, end, {focus: true})) return this.announcer.say(this.t.elsewhere);
    const {article} = this.view;
    void this.#leave(note, article !== undefined);
    this.announcer.say(article ? `${this.nameOf(section)} ${article.words(section, start, end)}` : this.t.arrived(this.nameOf(section)));
    this.#emit<InterpretationSelectDetail>('zwgk-interpretation-select', {interpretation: this.reading!.item, section});
  }

  /** Offers the way back; without its file the reader can still scroll. */
  async #leave({id}: Note, takesFocus: boolean): Promise<void> {
    const loaded = await import('./interpretation.back.ts').catch(() => undefined);
    if (loaded) this.#back ??= new loaded.WayBack(this, (note) => this.#focus(note));
    this.#back?.leave(id, takesFocus);
  }

  seeDocument(): void {
    if (this.view.article) this.view.article.scrollToTop();
    else this.renderRoot.querySelector<HTMLElement>('#source')?.focus();
  }

  choose(audience: string): void {
    this.audience = audience;
    this.note = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('interpretation') && changed.get('interpretation') !== undefined) this.#opened = this.interpretation;
    this.#interpretation.want(this.client, {document: this.documentId, article: this.for});
  }

  protected override updated(): void {
    const target = this.#focusOn && (this.renderRoot as ShadowRoot).getElementById(this.#focusOn);
    if (!target) return;
    this.#focusOn = '';
    target.focus({preventScroll: true});
    void import('./interpretation.back.ts').then(
      ({bringToTop}) => bringToTop(target, this.hasPanes),
      () => target.scrollIntoView(),
    );
  }

  #readUrl(): void {
    const own = this.#url.read();
    this.#opened = own.get('id') ?? (this.hasUpdated ? '' : this.#opened);
    const part = own.get('part');
    if (part) this.#focus(`part-${part}`);
  }

  #focus(id: string): void {
    this.#focusOn = id;
    this.requestUpdate();
  }

  #emit<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, {detail, bubbles: true, composed: true}));
  }

  #handleSettled(settled: ViewState<InterpretationView>): void {
    const view = valueOf(settled);
    if (settled.kind === 'failed') {
      this.sayFailed(settled.error);
      this.#emit<InterpretationErrorDetail>('zwgk-interpretation-error', {error: settled.error});
    } else if (view) {
      const root = this.renderRoot as ShadowRoot;
      if (view.more) adopt(root, view.more.moreStyles);
      if (view.comparison) adopt(root, view.comparison.comparisonStyles);
      if (view.media)
        this.#media ??= new view.media.InterpretationMedia(
          this,
          () => this.base,
          () => this.locale,
        );
      if (view.article) this.#rename(view.article.doc);
      this.announcer.say(settled.kind === 'empty' ? view.more!.stringsOf(this).none : this.reading!.item.title);
      this.#emit<InterpretationReadyDetail>('zwgk-interpretation-ready', {answer: view.answer});
      requestAnimationFrame(() => setTimeout(() => (this.fresh = '')));
    }
  }

  /** Sections are called what the document calls them. */
  #rename({body}: DocumentDetail): void {
    this.#names = new Map(body?.map(({id, label, heading}) => [id, label ?? heading ?? '']));
    this.requestUpdate();
  }

  /** The explanation of a marked section: one of the interpretation that is open, if there is one. */
  #openMarks(ids: readonly string[]): void {
    const marks = ids.flatMap((id) => this.#marks.get(id) ?? []);
    const mark = marks.find(({reading}) => reading.item.id === this.reading?.item.id) ?? marks[0];
    if (!mark) return;
    this.#back?.drop();
    this.open(mark.reading, mark.part.key, mark.note);
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#back?.note) return;
    event.preventDefault();
    this.#back.back();
  };

  protected override renderContent(): unknown {
    const state = this.#interpretation.state;
    switch (state.kind) {
      case 'unconfigured':
        return this.renderUnconfigured(this.#interpretation.fix);
      case 'failed':
        // What explains another document does not stand in for what is asked for.
        return state.previous && [state.previous.answer.document.id, ''].includes(this.documentId)
          ? this.#renderView()
          : this.renderFailed(state.error, () => this.#interpretation.retry());
      case 'idle':
      case 'loading':
        return valueOf(state) ? this.#renderView() : this.#renderSkeleton();
      case 'empty':
      case 'ready':
        return this.#renderView();
    }
  }

  /** The document starts to load beside the interpretation, out of sight until both have their place. */
  #renderSkeleton(): TemplateResult {
    return html`${this.renderFallback()}
      <div aria-hidden="true">${[30, 90, 60, 90, 90, 60, 90].map((width) => html`<span class="sk w${width}"></span>`)}</div>
      ${this.for ? nothing : html`<div hidden>${this.#nested(this.documentId)}</div>`}`;
  }

  #renderView(): TemplateResult {
    const {article, answer, more} = this.view;
    this.#mark();
    const source = article ?? this.#nested(answer.document.id);
    source.marks = this.#sourceMarks;
    const panes = article ? [this.#renderPanel()] : [this.#renderPanel(), this.#renderSource()];
    // Where the eye goes from left to right, the focus does too.
    if (this.hasPanes) panes.reverse();
    return html`<div class="stack" @keydown=${this.#handleKey}>
      ${renderHead(this)} ${more?.renderTimes(this)}
      <div class=${(this.hasPanes ? 'panes' : 'column') + (this.#focusOn ? '' : this.fresh)}>${panes}</div>
      ${this.hasPanes ? nothing : this.#back?.render(this.t.back(this.#facetOf(this.#back.note)))}
      ${article?.render(
        this.t.marks,
        (section, labels) => this.t.mark(this.nameOf(section), labels.length, labels[0]!),
        (ids) => this.#openMarks(ids),
      )}
    </div>`;
  }

  /** The same marks as long as nothing about them has changed: for others, a document draws itself anew. */
  #mark(): void {
    const shown = [this.view, this.audience, this.t];
    if (shown.every((value, i) => value === this.#markedFor[i])) return;
    this.#markedFor = shown;
    this.#marks = marksOf(this.readings);
    this.#sourceMarks = [...this.#marks].map(([id, {place, part}]) => ({
      id,
      section: place.section,
      start: place.start,
      end: place.end,
      label: this.titleOf(part),
    }));
  }

  /** Title of the facet that an explanation belongs to. */
  #facetOf(id: string): string {
    return this.reading?.parts.filter(({notes}) => notes.some((note) => note.id === id)).map((part) => this.titleOf(part))[0] ?? '';
  }

  #renderSource(): TemplateResult {
    return html`<section class="pane source" id="source" part="source" tabindex=${this.hasPanes ? '0' : '-1'} aria-label=${this.t.source}>
      ${this.#document}
    </section>`;
  }

  /** One element whatever the layout, so that it keeps its text when it moves; the loader defines it. */
  #nested(id: string): HTMLElement & Partial<Source> {
    const element = (this.#document ??= this.#createDocument());
    const attributes = {'document-id': id, endpoint: this.context.endpoint, 'heading-level': String(Math.min(this.headingLevel + 1, 6))};
    for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    return element;
  }

  #createDocument(): HTMLElement & Partial<Source> {
    const element = document.createElement('zwgk-document');
    element.toggleAttribute('compact', true);
    element.addEventListener('zwgk-error', () => (element.textContent = this.common.t.failed));
    element.addEventListener('zwgk-document-ready', ({detail}) => this.#rename(detail.document));
    element.addEventListener('zwgk-document-mark', ({detail}) => this.#openMarks(detail.ids));
    return element;
  }

  #renderPanel(): TemplateResult {
    const {t, reading} = this;
    return html`<section class="pane panel" part="panel" tabindex=${this.hasPanes ? '0' : nothing} aria-label=${t.panel}>
      ${reading ? this.#renderReading(reading) : this.view.more?.renderNone(this, this.common.t.hotline, this.renderFallback())}
    </section>`;
  }

  #renderReading(reading: Reading): TemplateResult {
    const {item, lost} = reading;
    const {more} = this.view;
    const isGone = this.#opened && !this.view.readings.some((one) => one.item.id === this.#opened);
    return html`<div class="reading">
      ${isGone ? html`<p class="h4">${this.t.gone}</p>` : nothing}
      <h3 class="h2" id="reading" tabindex="-1" lang="zh-Hans" aria-level=${Math.min(this.headingLevel + 1, 6)}>${item.title}</h3>
      ${renderMeta(this, reading)} ${renderContents(this, reading)}
      ${item.media.length > 0 ? renderSection(this, {key: 'media', title: this.t.media}, this.#media?.render(item.media)) : nothing}
      ${renderParts(this, reading)} ${more?.renderQuestions(this, item.questions)} ${more?.renderLost(this, lost)}
    </div>`;
  }
}
