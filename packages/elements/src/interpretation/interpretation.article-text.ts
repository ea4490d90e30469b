/** Sections and passages of a document in the text of a page that renders it in its own way. */
import type {Section} from '@zwgk/contract';
import {sectionText} from '@zwgk/rules/passage';
import {TextIndex} from '../foundation/passages.ts';

/** What follows the number of an article that was inserted later: the one of another article. */
const INSERTED = /^\u4e4b/;

/** A text without white space, which every page sets differently, and where each character stood. */
export function squeeze(text: string): {readonly text: string; readonly at: readonly number[]} {
  const at = [...text.matchAll(/\S/g)].map(({index}) => index);
  return {text: text.replace(/\s+/g, ''), at};
}

/** The only place of a word in a text; -1 for none and for two. */
function onlyIndex(text: string, word: string): number {
  const first = text.indexOf(word);
  return word && first >= 0 && text.indexOf(word, first + 1) < 0 ? first : -1;
}

/**
 * Finds by printed label and by exact words, white space aside. What is not printed, or could stand in two places, has
 * no place: an explanation beside the wrong passage is worse than one in a list.
 */
export class ArticleText {
  readonly #index: TextIndex;
  readonly #squeezed: ReturnType<typeof squeeze>;
  readonly #sections: ReadonlyMap<string, {readonly section: Section; readonly from: number; readonly to: number}>;

  constructor(article: Element, body: readonly Section[]) {
    this.#index = new TextIndex(article);
    this.#squeezed = squeeze(this.#index.text);
    this.#sections = this.#locate(body);
  }

  /** A passage by its place in the section's text, or the whole section; `undefined` where there is any doubt. */
  range(id: string, start?: number, end?: number): Range | undefined {
    const found = this.#sections.get(id);
    if (!found) return undefined;
    const {section, from, to} = found;
    if (start === undefined && section.label) return this.#rangeOf(from, to);
    const words = squeeze(sectionText(section).slice(start, end)).text;
    const at = onlyIndex(this.#squeezed.text.slice(from, to), words);
    return at < 0 ? undefined : this.#rangeOf(from + at, from + at + words.length);
  }

  /** `from` and `to` in the text without white space. */
  #rangeOf(from: number, to: number): Range | undefined {
    const {at} = this.#squeezed;
    return from < to ? this.#index.range(at[from]!, at[to - 1]! + 1) : undefined;
  }

  /** Sections in order; one without a label has the whole text to be found in, one whose label is not printed has none. */
  #locate(body: readonly Section[]): Map<string, {section: Section; from: number; to: number}> {
    const found = new Map<string, {section: Section; from: number; to: number}>();
    const {length} = this.#squeezed.text;
    let last: {from: number; to: number} | undefined;
    for (const section of body) {
      const from = section.label ? this.#lineOf(section.label) : 0;
      if (from < 0 || (section.label && last && from <= last.from)) continue;
      const place = {section, from, to: length};
      found.set(section.id, place);
      if (!section.label) continue;
      if (last) last.to = from;
      last = place;
    }
    return found;
  }

  /** Where the only line begins that begins with a label: 第三条, but not 第三条之一. */
  #lineOf(label: string): number {
    const {text} = this.#index;
    const printed = squeeze(label).text;
    let place = -1;
    let passed = 0;
    for (const line of text.split('\n')) {
      const bare = line.replace(/\s+/g, '');
      if (bare.startsWith(printed) && !INSERTED.test(bare.slice(printed.length))) {
        if (place >= 0) return -1;
        place = passed;
      }
      passed += bare.length;
    }
    return place;
  }
}
