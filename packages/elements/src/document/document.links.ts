/** Makes links of what the text refers to, and explains the terms that the document defines, where they stand. */
import {html, nothing, render, type TemplateResult} from 'lit';
import type {DefinedTerm, DocumentDetail, DocumentReference} from '@zwgk/contract';
import {TextIndex} from '../foundation/passages.ts';
import {renderSectionLink} from './document.around.ts';
import type {DetailsStrings} from './document.details.strings.ts';
import type {DocumentHost} from './document.host.ts';
import {sectionName} from './document.logic.ts';

/** A place in a section's text and what is put around it. */
interface Wrap {
  readonly start: number;
  readonly end: number;
  readonly make: () => HTMLElement;
}

/** Something in a line of text that can be pressed: a button would not break across lines, nor be copied everywhere. */
function pressable(name: string, role: string, press: (element: HTMLElement) => void): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.role = role;
  element.tabIndex = 0;
  element.addEventListener('click', () => press(element));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && (event.key !== ' ' || role === 'link')) return;
    event.preventDefault();
    press(element);
  });
  return element;
}

function anchor(href: string, section = ''): HTMLElement {
  const link = document.createElement('a');
  link.className = 'ref';
  link.href = href;
  if (section) link.dataset.section = section;
  return link;
}

function wrapOf(host: DocumentHost, {start, end, toSection, toDocument}: DocumentReference): Wrap | undefined {
  if (toSection) return {start, end, make: () => anchor(host.hrefOf(toSection), toSection)};
  if (!toDocument || !host.canOpen) return undefined;
  const href = host.hrefOfDocument(toDocument);
  return {start, end, make: () => (href ? anchor(href) : pressable('ref', 'link', () => host.open(toDocument)))};
}

export class DocumentLinks {
  readonly #host: DocumentHost;
  readonly #t: () => DetailsStrings;
  #serial = 0;

  constructor(host: DocumentHost, t: () => DetailsStrings) {
    this.#host = host;
    this.#t = t;
  }

  /** Puts links and explained terms into the text as it is drawn; the words stay what they are. */
  decorate(doc: DocumentDetail): void {
    // The longest term first: what stands inside it is part of it.
    const terms = [...(doc.terms ?? [])].sort((a, b) => b.term.length - a.term.length);
    const references = new Map<string, DocumentReference[]>();
    for (const one of doc.references ?? []) references.set(one.section, [...(references.get(one.section) ?? []), one]);
    for (const {id} of doc.body ?? []) {
      const element = terms.length > 0 || references.has(id) ? this.#host.text?.section(id) : undefined;
      if (element) this.#decorate(element, id, references.get(id) ?? [], terms);
    }
  }

  #decorate(section: Element, id: string, references: readonly DocumentReference[], terms: readonly DefinedTerm[]): void {
    const index = new TextIndex(section);
    const wraps = references.map((reference) => wrapOf(this.#host, reference)).filter((wrap) => wrap !== undefined);
    const taken = references.map(({start, end}) => ({start, end}));
    for (const term of terms) {
      const start = term.section === id ? -1 : index.text.indexOf(term.term);
      const end = start + term.term.length;
      if (start < 0 || taken.some((other) => start < other.end && other.start < end)) continue;
      taken.push({start, end});
      wraps.push({start, end, make: () => this.#term(term)});
    }
    // From the end: what stands before keeps its place.
    for (const {start, end, make} of wraps.sort((a, b) => b.start - a.start)) {
      const range = index.range(start, end);
      if (range?.startContainer !== range?.endContainer || range?.startContainer.parentElement?.closest('a, .ref, .term')) continue;
      range?.surroundContents(make());
    }
  }

  #term(term: DefinedTerm): HTMLElement {
    const element = pressable('term', 'button', () => this.#toggle(element, term));
    element.ariaExpanded = 'false';
    return element;
  }

  /** Opens the definition below the paragraph, where the next press of an arrow or a tab leads, or closes it. */
  #toggle(button: HTMLElement, term: DefinedTerm): void {
    const open = button.getAttribute('aria-controls');
    if (open) {
      (button.getRootNode() as ShadowRoot).getElementById(open)?.remove();
      button.removeAttribute('aria-controls');
      button.ariaExpanded = 'false';
      return;
    }
    const note = document.createElement('div');
    note.id = `term-${++this.#serial}`;
    note.className = 'note no-print';
    note.dataset.zwgkSkip = '';
    render(this.#renderNote(button, term), note);
    const line = button.closest('p, h2, h3, h4, h5, h6');
    if (line) line.after(note);
    else button.parentElement!.append(note);
    button.setAttribute('aria-controls', note.id);
    button.ariaExpanded = 'true';
  }

  renderTerms({terms, body}: DocumentDetail): TemplateResult {
    const t = this.#t();
    return html`<dl class="terms">
      ${terms?.map(({term, definition, section}) => {
        const defining = body?.find(({id}) => id === section);
        return html`<dt lang="zh-Hans">${term}</dt>
          <dd>
            <span lang="zh-Hans">${definition}</span>
            ${defining ? renderSectionLink(this.#host, section, t.definedIn(sectionName(defining))) : nothing}
          </dd>`;
      })}
    </dl>`;
  }

  #renderNote(button: HTMLElement, {term, definition, section}: DefinedTerm): unknown {
    const t = this.#t();
    const defining = this.#host.doc?.body?.find(({id}) => id === section);
    const close = (): void => {
      button.click();
      button.focus();
    };
    return html`<p><strong>${term}</strong>：${definition}</p>
      <p class="actions">
        ${defining ? renderSectionLink(this.#host, section, t.definedIn(sectionName(defining))) : nothing}
        <button class="btn quiet" type="button" @click=${close}>${t.closeTerm}</button>
      </p>`;
  }
}
