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
const LONGEST = 12;
const HAN = /^\p{Script=Han}{2,}$/u;

interface Known {
  readonly at: number;
  readonly word: string;
  readonly others: readonly string[];
}

export class SearchWords {
  /** Words of the site for which many look. */
  readonly hot: readonly string[];
  /** Official terms, folded. */
  readonly terms: readonly string[];
  readonly #official = new Map<string, string[]>();
  /** What the mainland says for a word of Taiwan. */
  readonly #mainland = new Map<string, string[]>();
  /** What Taiwan says for a word of the mainland. */
  readonly #taiwan = new Map<string, string[]>();
  readonly #fillers: readonly string[];

  constructor(lists: WordLists = WORD_LISTS) {
    this.hot = words(lists.hot);
    this.#fillers = words(lists.fillers)
      .map(fold)
      .sort((a, b) => b.length - a.length);
    for (const list of [lists.plain, lists.taiwanAmbiguous, lists.taiwan]) read(list, (from, to) => add(this.#official, from, to));
    for (const list of [lists.taiwanAmbiguous, lists.taiwan]) read(list, (from, to) => add(this.#mainland, from, to));
    read(lists.taiwan, (from, to) => to.forEach((word) => add(this.#taiwan, [word], from)));
    this.terms = [...new Set([...this.#official.values()].flat())];
  }

  /** Official terms for a plain word, none when the lists do not know it. */
  termsFor(word: string): readonly string[] {
    return this.#official.get(fold(word)) ?? [];
  }

  /** Words to look for: those of the query without a question's fillers, or all where nothing else is left. */
  words(query: string): string[] {
    let text = fold(query);
    for (const filler of this.#fillers) text = text.replaceAll(filler, ' ');
    const left = queryWords(text);
    return left.length > 0 ? left : queryWords(query);
  }

  /**
   * The query in at most three other wordings, each word replaced where the lists know another for it; first Taiwan's
   * words alone, since what they leave may be official already: 網際網路上網服務 holds no everyday 上网.
   */
  otherWordings(query: string): string[] {
    const text = this.words(query).join(' ');
    const wordings = new Set<string>();
    for (const found of [known(text, this.#mainland), known(text, this.#official), known(text, this.#taiwan)])
      for (const choice of choices(found)) wordings.add(replaced(text, found, choice));
    wordings.delete(text);
    return [...wordings].slice(0, MOST_WORDINGS);
  }

  /**
   * Nothing but the official terms for what the query names, for a question that no text answers in its words.
   * `share` is the part of the query that the lists know.
   */
  termsIn(query: string): {wordings: string[]; share: number} {
    const text = this.words(query).join(' ');
    const found = known(text, this.#official);
    const share = found.reduce((sum, {word}) => sum + word.length, 0) / Math.max(1, text.length);
    const wordings = new Set(choices(found).map((choice) => [...new Set(choice)].join(' ')));
    if (found.length === 0) for (const term of this.terms) if (HAN.test(term) && text.includes(term)) wordings.add(term);
    wordings.delete(text);
    return {wordings: [...wordings].slice(0, MOST_WORDINGS), share};
  }
}

function read(list: string, each: (from: readonly string[], to: readonly string[]) => void): void {
  for (const line of list.split('\n')) {
    const [from = [], to = []] = line.split('=').map(words);
    each(from.map(fold), to.map(fold));
  }
}

function add(map: Map<string, string[]>, from: readonly string[], to: readonly string[]): void {
  for (const word of from) {
    const others = to.filter((other) => other !== word && !map.get(word)?.includes(other));
    if (others.length > 0) map.set(word, [...(map.get(word) ?? []), ...others]);
  }
}

/** Known words in a folded text, the longest first at each place, none whose official term stands there already. */
function known(text: string, map: ReadonlyMap<string, readonly string[]>): Known[] {
  const found: Known[] = [];
  for (let at = 0; at < text.length; at++) {
    for (let length = Math.min(LONGEST, text.length - at); length > 0; length--) {
      const word = text.slice(at, at + length);
      const others = map.get(word)?.filter((other) => !text.includes(other));
      if (!others?.length) continue;
      found.push({at, word, others});
      at += length - 1;
      break;
    }
  }
  return found;
}

/** For each turn one term a known word: the first of each, then the second where there is one. */
function choices(found: readonly Known[]): string[][] {
  const turns = Math.min(MOST_WORDINGS, Math.max(0, ...found.map(({others}) => others.length)));
  return Array.from({length: turns}, (_, turn) => found.map(({others}) => others[turn] ?? others[0]!));
}

function replaced(text: string, found: readonly Known[], choice: readonly string[]): string {
  let made = '';
  let done = 0;
  for (const [i, {at, word}] of found.entries()) {
    made += text.slice(done, at) + choice[i]!;
    done = at + word.length;
  }
  return made + text.slice(done);
}
