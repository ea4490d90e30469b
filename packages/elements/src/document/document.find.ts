/** Finds words in the text of a document, in either script, whatever their width or case. */
import {foldWithMap} from '@zwgk/rules';
import {bringIntoView} from '../foundation/bring-into-view.ts';
import type {LitUp} from '../foundation/lit-up.ts';
import {TextIndex} from '../foundation/passages.ts';
import type {DetailsStrings} from './document.details.strings.ts';
import type {DocumentHost} from './document.host.ts';
import type {DocumentText} from './document.text.ts';

/** Labels and headings are found too; buttons, and what was opened between the lines, are not. */
const NOT_FOUND = '.gutter, .note, [aria-hidden="true"]';

/** A text, the form in which words are compared, and the way from the one to the other. */
interface Folded {
  readonly text: TextIndex;
  readonly folded: string;
  readonly map: readonly number[];
}

export class DocumentFind {
  readonly #host: DocumentHost;
  readonly #litUp: LitUp;
  readonly #t: () => DetailsStrings;
  #text: DocumentText | undefined;
  #index: Folded | undefined;
  #words = '';
  #hits: readonly Range[] = [];
  #at = 0;

  constructor(host: DocumentHost, litUp: LitUp, t: () => DetailsStrings) {
    this.#host = host;
    this.#litUp = litUp;
    this.#t = t;
  }

  /** Which hit the reader is at, of how many; empty while nothing is looked for. */
  get status(): string {
    if (!this.#words || this.#text !== this.#host.text) return '';
    return this.#hits.length > 0 ? this.#t().hit(this.#at + 1, this.#hits.length) : this.#t().noHit(this.#words);
  }

  /** Whether something is being looked for. */
  get isOn(): boolean {
    return this.status !== '';
  }

  get count(): number {
    return this.#text === this.#host.text ? this.#hits.length : 0;
  }

  /** Looks for these words and goes to the first hit; nothing to look for puts everything out. */
  search(words: string): void {
    if (words === this.#words && this.#text === this.#host.text) return;
    this.#words = words;
    this.#hits = words.trim() ? this.#find(words) : [];
    this.#litUp.show('find', this.#hits);
    this.#goTo(0);
  }

  /** The next hit, or with -1 the one before; after the last comes the first. */
  step(by: number): void {
    if (this.count > 0) this.#goTo((this.#at + by + this.#hits.length) % this.#hits.length);
  }

  #goTo(at: number): void {
    this.#at = at;
    const hit = this.#hits[at];
    this.#litUp.show('current', hit ? [hit] : []);
    // The field stays above the text while something is looked for.
    if (hit) bringIntoView(this.#text!.element, hit, this.#bar()?.offsetHeight);
    if (this.status) this.#host.say(this.status);
  }

  #bar(): HTMLElement | null {
    return (this.#text!.element.getRootNode() as ShadowRoot).querySelector<HTMLElement>('.tools');
  }

  /** Read once a document: a letter more then costs one look through a string. */
  #read(): Folded {
    if (!this.#index || this.#text !== this.#host.text) {
      this.#text = this.#host.text;
      const text = new TextIndex(this.#text!.element, NOT_FOUND);
      this.#index = {text, ...foldWithMap(text.text)};
    }
    return this.#index;
  }

  #find(words: string): Range[] {
    const {text, folded, map} = this.#read();
    const wanted = foldWithMap(words).folded;
    const hits: Range[] = [];
    for (let at = wanted ? folded.indexOf(wanted) : -1; at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const last = map[at + wanted.length - 1]!;
      const [start, end] = [map[at]!, last + (text.text.codePointAt(last)! > 0xffff ? 2 : 1)];
      // Folding takes away what stands between paragraphs and cells; words do not go across.
      const range = /[\n\t]/.test(text.text.slice(start, end)) ? undefined : text.range(start, end);
      if (range) hits.push(range);
    }
    return hits;
  }
}
