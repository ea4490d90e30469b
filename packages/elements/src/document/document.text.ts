/** The text of one document as it stands on the page: chapters, articles, and the marks in its margin. */
import {html, nothing, render, type TemplateResult} from 'lit';
import type {Block, Section} from '@zwgk/contract';
import {icon} from '../foundation/icons.ts';
import type {DocumentView} from './document.controller.ts';
import type {DocumentHost} from './document.host.ts';
import {sectionName} from './document.logic.ts';

/** A block of HTML, fit to be shown. */
interface SafeHtml {
  readonly fragment: DocumentFragment;
  readonly isWide: boolean;
}
/** Four columns and more do not fit a phone. */
const WIDE = 'tr > :nth-child(4)';
/** Between an article's number and its words, as printed. */
const SPACE = '\u3000';

/** Every block of HTML, made safe once: what was drawn stays, and with it what refers to it. */
function makeSafe({doc, sanitise}: DocumentView, origin: string): Map<Block, SafeHtml> {
  const blocks = doc.body?.flatMap((section) => section.blocks.filter((block) => 'html' in block)) ?? [];
  const fragments = sanitise?.(
    blocks.map(({html}) => html),
    origin,
  );
  return new Map(fragments?.map((fragment, i) => [blocks[i]!, {fragment, isWide: fragment.querySelector(WIDE) !== null}]));
}

/**
 * It is drawn into an element of its own, which the widget keeps: a long text costs nothing when something around it
 * changes, and what was found or lit up in it stays where it is.
 */
export class DocumentText {
  readonly element = document.createElement('div');
  readonly #host: DocumentHost;
  readonly #view: DocumentView;
  readonly #safe: ReadonlyMap<Block, SafeHtml>;
  #drawnFor: readonly unknown[] = [];
  #here: Element | null = null;

  constructor(host: DocumentHost, view: DocumentView) {
    this.#host = host;
    this.#view = view;
    this.#safe = makeSafe(view, host.client?.endpoint ?? location.href);
    this.element.className = 'body';
    this.element.part.add('body');
    this.element.lang = 'zh-Hans';
  }

  /** Draws what has changed and answers the element. */
  draw(): HTMLElement {
    const {t, headingLevel, marks, details} = this.#host;
    this.element.classList.toggle('marked', marks.length > 0);
    // Marks are drawn by the details: without them other marks change nothing.
    const seen = [t, headingLevel, details && marks, details?.t, this.#host.hrefOf('')];
    if (seen.some((value, i) => value !== this.#drawnFor[i])) {
      this.#drawnFor = seen;
      const body = this.#view.doc.body ?? [];
      render(
        body.map((section) => this.#renderSection(section)),
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

  #renderSection(section: Section): TemplateResult {
    const {id, kind, label, heading, blocks} = section;
    const name = sectionName(section);
    const isHeading = kind !== 'article' && name && (heading || blocks.length === 0 || kind !== 'item');
    const level = this.#host.headingLevel + 1 + Math.min(section.depth, 1);
    const lead =
      label && !isHeading ? html`<a class="label" data-zwgk-skip data-section=${id} href=${this.#host.hrefOf(id)}>${label}</a>` : nothing;
    const first = blocks[0];
    const isApart = lead !== nothing && !(first && 'text' in first && first.text.trim());
    return html`<section id=${id} role="group" tabindex="-1" aria-label=${name || nothing}>
      ${isHeading ? html`<h3 class="h3" data-zwgk-skip aria-level=${level}>${name}</h3>` : nothing}
      ${isApart ? html`<p class="text">${lead}</p>` : nothing}
      ${blocks.map((block, i) => this.#renderBlock(block, i === 0 && !isApart ? lead : nothing))} ${this.#host.details?.renderMarks(id)}
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

  /** A wide table scrolls in a box of its own, which the keyboard reaches. */
  #renderHtml(block: Block): TemplateResult {
    const {fragment, isWide} = this.#safe.get(block) ?? {};
    return isWide
      ? html`<div class="html scroll" tabindex="0" role="region" aria-label=${this.#host.t.table}>${fragment}</div>`
      : html`<div class="html scroll">${fragment}</div>`;
  }
}
