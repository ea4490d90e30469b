/** The only file of the SDK that imports Fuse.js: how near each of a few titles comes to a word. */
import Fuse from 'fuse.js/basic';

/** Looser than this, two characters match anything; tighter, one wrong character of four no longer does. */
const THRESHOLD = 0.4;

/** Ranks at most a few hundred folded titles; more would take as long as a page can wait. */
export class Fuzzy {
  readonly #fuse: Fuse<string>;
  readonly #size: number;

  constructor(titles: readonly string[]) {
    this.#size = titles.length;
    this.#fuse = new Fuse(titles, {
      includeScore: true,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      shouldSort: false,
      threshold: THRESHOLD,
    });
  }

  /** By title, from 0 (nothing like any word) to 1 (holds them all). */
  nearness(words: readonly string[]): Float32Array {
    const near = new Float32Array(this.#size);
    for (const word of words) {
      for (const {refIndex, score = 1} of this.#fuse.search(word)) near[refIndex]! += (1 - score) / words.length;
    }
    return near;
  }
}
