/** A query in other words: citizens' for officials', Taiwan's for the mainland's, without the words of a question. */
import {fold, queryWords} from './fold.ts';
import {FILLERS, HOT_WORDS, PLAIN_WORDS, TAIWAN_AMBIGUOUS, TAIWAN_WORDS} from './search-words-data.ts';

/** The word lists as text, in the form of `search-words-data.ts`. */
export interface WordLists {
  readonly plain: string;
  readonly taiwan: string;
  readonly taiwanAmbiguous: string;
  readonly fillers: string;
  readonly hot: string;
}

export const WORD_LISTS: WordLists = {
  plain: PLAIN_WORDS,
  taiwan: TAIWAN_WORDS,
  taiwanAmbiguous: TAIWAN_AMBIGUOUS,
  fillers: FILLERS,
  hot: HOT_WORDS,
};

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const MOST_WORDINGS = 3;

export class SearchWords {
  /** Words of the site for which many look. */
  readonly hot: readonly string[];
  /** Official terms, as printed in the lists. */
  readonly terms: readonly string[];
  readonly #other = new Map<string, string[]>();
  readonly #fillers: readonly string[];
  readonly #longest: number;

  constructor(lists: WordLists = WORD_LISTS) {
    this.hot = words(lists.hot);
    this.#fillers = words(lists.fillers)
      .map(fold)
      .sort((a, b) => b.length - a.length);
    for (const list of [lists.plain, lists.taiwanAmbiguous]) this.#read(list, false);
    this.#read(lists.taiwan, true);
    this.terms = [...new Set([...this.#other.values()].flat())];
    this.#longest = Math.max(0, ...[...this.#other.keys()].map((word) => word.length));
  }

  #read(list: string, bothWays: boolean): void {
    for (const line of list.split('\n')) {
      const [from = [], to = []] = line.split('=').map(words);
      for (const word of from) this.#add(word, to);
      if (bothWays) for (const word of to) this.#add(word, from);
    }
  }

  #add(word: string, others: readonly string[]): void {
    const key = fold(word);
    const known = this.#other.get(key) ?? [];
    this.#other.set(key, [...known, ...others.map(fold).filter((other) => other !== key && !known.includes(other))]);
  }

  /** Official terms for a plain word, none when the lists do not know it. */
  termsFor(word: string): readonly string[] {
    return this.#other.get(fold(word)) ?? [];
  }

  /** Words to look for: those of the query without a question's fillers, or all where nothing else is left. */
  words(query: string): string[] {
    let text = fold(query);
    for (const filler of this.#fillers) text = text.replaceAll(filler, ' ');
    const left = queryWords(text);
    return left.length > 0 ? left : queryWords(query);
  }

  /** The query in at most three other wordings, each word replaced where the lists know another for it. */
  otherWordings(query: string): string[] {
    const text = this.words(query).join(' ');
    const found = this.#known(text);
    if (found.length === 0) return [];
    const most = Math.max(...found.map(({others}) => others.length));
    const wordings = new Set<string>();
    for (let turn = 0; turn < most && wordings.size < MOST_WORDINGS; turn++) {
      let made = '';
      let done = 0;
      for (const {at, word, others} of found) {
        made += text.slice(done, at) + (others[turn] ?? others[0]!);
        done = at + word.length;
      }
      wordings.add(made + text.slice(done));
    }
    wordings.delete(text);
    return [...wordings];
  }

  /** Known words in a folded text, the longest first at each place, none inside its own official term. */
  #known(text: string): {at: number; word: string; others: string[]}[] {
    const found: {at: number; word: string; others: string[]}[] = [];
    for (let at = 0; at < text.length; at++) {
      for (let length = Math.min(this.#longest, text.length - at); length > 0; length--) {
        const word = text.slice(at, at + length);
        const others = this.#other.get(word)?.filter((other) => !text.includes(other));
        if (!others?.length) continue;
        found.push({at, word, others});
        at += length - 1;
        break;
      }
    }
    return found;
  }
}
