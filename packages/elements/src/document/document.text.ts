/** The text of one document as it stands on the page: chapters, articles, and the marks in its margin. */
import {html, nothing, render, type TemplateResult} from 'lit';
import type {Block, Section} from '@zwgk/contract';
import {icon} from '../foundation/icons.ts';
import type {DocumentView} from './document.controller.ts';
import type {DocumentHost} from './document.host.ts';
import {documentIcon} from './document.icons.ts';
import {bySection, sectionName, type DocumentMark} from './document.logic.ts';

/** A block of HTML, fit to be shown. */
interface SafeHtml {
  readonly fragment: DocumentFragment | undefined;
  readonly isWide: boolean;
}
/** Four columns and more do not fit a phone. */
const WIDE = 'tr > :nth-child(4)';
/** Between an article's number and its words, as printed. */
const SPACE = '\u3000';

/**
 * It is drawn into an element of its own, which the widget keeps: a long text costs nothing when something around it
 * changes, and what was found or lit up in it stays where it is.
 */
export class DocumentText {
  readonly element = document.createElement('div');
  readonly #host: DocumentHost;
  readonly #view: DocumentView;
  readonly #safe = new Map<Block, SafeHtml>();
  #drawnFor: readonly unknown[] = [];
  #here: Element | null = null;

  constructor(host: DocumentHost, view: DocumentView) {
    this.#host = host;
    this.#view = view;
    this.element.className = 'body';
    this.element.part.add('body');
    this.element.lang = 'zh-Hans';
  }

  /** Draws what has changed and answers the element. */
  draw(): HTMLElement {
    const {t, headingLevel, marks} = this.#host;
    const seen = [t, headingLevel, marks, this.#host.hrefOf('')];
    if (seen.some((value, i) => value !== this.#drawnFor[i])) {
      this.#drawnFor = seen;
      const marked = bySection(marks);
      const body = this.#view.doc.body ?? [];
      render(
        body.map((section) => this.#renderSection(section, marked.get(section.id))),
        this.element,
      );
    }
    return this.element;
  }

  /** The element of a section. */
  section(id: string): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  }

  /** Shows where the reader went: this section, or none. */
  point(id: string): void {
    this.#here?.classList.remove('here');
    this.#here = id ? this.section(id) : null;
    this.#here?.classList.add('here');
  }

  #renderSection(section: Section, marks?: readonly DocumentMark[]): TemplateResult {
    const {id, kind, label, heading, blocks} = section;
    const name = sectionName(section);
    const isHeading = kind !== 'article' && name && (heading || blocks.length === 0 || kind !== 'item');
    const level = this.#host.headingLevel + 1 + Math.min(section.depth, 1);
    const lead =
      label && !isHeading ? html`<a class="label" data-zwgk-skip data-section=${id} href=${this.#host.hrefOf(id)}>${label}</a>` : nothing;
    const first = blocks[0];
    const isApart = lead !== nothing && !(first && 'text' in first && first.text.trim());
    return html`<section id=${id} role="group" tabindex="-1" aria-label=${name || nothing} ?data-marked=${marks !== undefined}>
      ${isHeading ? html`<h3 class="h3" data-zwgk-skip aria-level=${level}>${name}</h3>` : nothing}
      ${isApart ? html`<p class="text">${lead}</p>` : nothing}
      ${blocks.map((block, i) => this.#renderBlock(block, i === 0 && !isApart ? lead : nothing))}
      ${marks ? this.#renderMarks(id, marks) : nothing}
    </section>`;
  }

  /** A line of a text is a paragraph. */
  #renderBlock(block: Block, lead: unknown): unknown {
    if ('text' in block) {
      const lines = block.text.split('\n').filter((line) => line.trim());
      return lines.map(
        (line, i) => html`<p class="text">${i === 0 ? lead : nothing}${i === 0 && lead !== nothing ? SPACE : nothing}${line.trim()}</p>`,
      );
    }
    if ('html' in block) return this.#renderHtml(block);
    return html`<p class="withheld" data-zwgk-skip>${icon('withheld')} ${this.#host.t.withheldPart}：${block.withheld}</p>`;
  }

  /** Made safe once: what was drawn stays, and with it what refers to it. */
  #safeHtml(block: Block & {html: string}): SafeHtml {
    let safe = this.#safe.get(block);
    if (!safe) {
      const fragment = this.#view.sanitise?.(block.html, this.#host.client?.endpoint ?? location.href);
      safe = {fragment, isWide: !!fragment?.querySelector(WIDE)};
      this.#safe.set(block, safe);
    }
    return safe;
  }

  /** A wide table scrolls in a box of its own, which the keyboard reaches. */
  #renderHtml(block: Block & {html: string}): TemplateResult {
    const {fragment, isWide} = this.#safeHtml(block);
    return isWide
      ? html`<div class="html scroll" tabindex="0" role="region" aria-label=${this.#host.t.table}>${fragment}</div>`
      : html`<div class="html scroll">${fragment}</div>`;
  }

  #renderMarks(section: string, marks: readonly DocumentMark[]): TemplateResult {
    const {t} = this.#host;
    const press = (): void => this.#host.emit('zwgk-document-mark', {ids: marks.map(({id}) => id), section});
    return html`<button
      class="gutter no-print"
      type="button"
      data-zwgk-skip
      aria-label=${t.marks(marks.map(({label}) => label))}
      @click=${press}
    >
      ${documentIcon('comment')}<span>${marks.length}</span><span class="w">${t.marked}</span>
    </button>`;
  }
}
