/** What a document needs on demand, in one file of its own: finding words, lit-up passages, links in the text, what changed. */
import type {ReactiveControllerHost} from 'lit';
import type {DocumentDetail} from '@zwgk/contract';
import {comparisonStyles} from '../foundation/comparison.styles.ts';
import {fieldStyles} from '../foundation/field.styles.ts';
import {LitUp} from '../foundation/lit-up.ts';
import {TextIndex} from '../foundation/passages.ts';
import {Strings} from '../foundation/strings.ts';
import {uncover} from '../foundation/uncover.ts';
import {copyWithCitation} from './document.copy.ts';
import {detailsStrings, type DetailsStrings} from './document.details.strings.ts';
import {detailsStyles} from './document.details.styles.ts';
import type {DocumentFind} from './document.find.ts';
import {DocumentHistory} from './document.history.ts';
import type {DocumentHost} from './document.host.ts';
import {DocumentLinks} from './document.links.ts';
import {DocumentMarks} from './document.marks.ts';
import {DocumentSelection} from './document.selection.ts';
import type {DocumentText} from './document.text.ts';

export class DocumentDetails {
  /** What looks for words: it brings the table that makes scripts alike, and comes with the first word. */
  find: DocumentFind | undefined;
  #words = '';
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #t: () => DetailsStrings;
  readonly #host: DocumentHost;
  readonly #root: ShadowRoot;
  readonly #litUp: LitUp;
  readonly #links: DocumentLinks;
  readonly #history: DocumentHistory;
  readonly #marks: DocumentMarks;
  #seen: DocumentText | undefined;

  constructor(element: ReactiveControllerHost & HTMLElement, host: DocumentHost) {
    const strings = new Strings<DetailsStrings>(element, detailsStrings, () => host.locale);
    const t = (): DetailsStrings => strings.t;
    this.#element = element;
    this.#host = host;
    this.#t = t;
    this.#litUp = new LitUp(element);
    this.#links = new DocumentLinks(host, t);
    this.#history = new DocumentHistory(element, host, t);
    this.#marks = new DocumentMarks(host, t);
    element.addController(new DocumentSelection(element, host));
    const root = (this.#root = element.shadowRoot!);
    root.adoptedStyleSheets = [
      ...root.adoptedStyleSheets,
      fieldStyles.styleSheet!,
      comparisonStyles.styleSheet!,
      detailsStyles.styleSheet!,
    ];
  }

  /** Sentences now shown. */
  get t(): DetailsStrings {
    return this.#t();
  }

  /** Follows the document in view: what was found in the last one is put out, the new one gets its links. */
  follow(): void {
    const {text, doc} = this.#host;
    if (!text?.element.isConnected || !doc || text === this.#seen) return;
    this.#seen = text;
    this.#litUp.clear();
    this.#history.reset();
    this.#links.decorate(doc);
  }

  /** Lights up characters `start` to `end` of a section's text in place of the last ones; answers where they stand. */
  light(section: Element | null | undefined, start?: number, end?: number): Range | undefined {
    const range = section && start !== undefined && end !== undefined ? new TextIndex(section).range(start, end) : undefined;
    this.#litUp.show('passage', range ? [range] : []);
    const place = range ?? section;
    // Once it has been scrolled to: a head that the page keeps at its top covers nothing.
    if (place) queueMicrotask(() => uncover(place));
    return range;
  }

  /** Looks for words in the text; an empty text ends it. */
  look(words: string): void {
    this.#words = words;
    void this.#look().catch(() => undefined);
  }

  async #look(): Promise<void> {
    const {DocumentFind} = await import('./document.find.ts');
    this.find ??= new DocumentFind(this.#host, this.#litUp, this.#t);
    this.find.search(this.#words);
    this.#element.requestUpdate();
  }

  /** Has what is copied from the text say where it is from. */
  copy(event: ClipboardEvent): void {
    copyWithCitation(this.#host, this.#root, event);
  }

  /** The button in the margin of a section, if anything is said about it. */
  renderMarks(section: string): unknown {
    return this.#marks.render(section);
  }

  /** Terms that the document defines itself, with the way to where it does. */
  renderTerms(doc: DocumentDetail): unknown {
    return this.#links.renderTerms(doc);
  }

  renderHistory(doc: DocumentDetail): unknown {
    return this.#history.render(doc);
  }
}
