/** A query in other words: what people say in what documents say, by the index's own list. */

/** Other wordings tried for one query. */
const MOST = 3;

export class Wordings {
  readonly #others: ReadonlyMap<string, readonly string[]>;
  readonly #longest: number;

  constructor(words: readonly (readonly [string, ...string[]])[]) {
    this.#others = new Map(words.map(([plain, ...terms]) => [plain, terms]));
    this.#longest = words.reduce((longest, [plain]) => Math.max(longest, plain.length), 0);
  }

  /** Official terms for a plain word, none where the list does not know it. */
  termsFor(word: string): readonly string[] {
    return this.#others.get(word) ?? [];
  }

  /** The folded text with every known word replaced, in at most three ways. */
  of(text: string): string[] {
    const found = this.#known(text);
    const wordings = new Set<string>();
    const most = Math.max(0, ...found.map(({terms}) => terms.length));
    for (let turn = 0; turn < most && wordings.size < MOST; turn++) {
      let [made, done] = ['', 0];
      for (const {at, length, terms} of found) {
        made += text.slice(done, at) + (terms[turn] ?? terms[0]!);
        done = at + length;
      }
      wordings.add(made + text.slice(done));
    }
    wordings.delete(text);
    return [...wordings];
  }

  /** Known words, the longest at each place, without those whose term stands there already. */
  #known(text: string): {at: number; length: number; terms: readonly string[]}[] {
    const found: {at: number; length: number; terms: readonly string[]}[] = [];
    for (let at = 0; at < text.length; at++) {
      for (let length = Math.min(this.#longest, text.length - at); length > 0; length--) {
        const terms = this.termsFor(text.slice(at, at + length)).filter((term) => !text.includes(term));
        if (terms.length === 0) continue;
        found.push({at, length, terms});
        at += length - 1;
        break;
      }
    }
    return found;
  }
}
