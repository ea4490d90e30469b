/** Second step of a search: the texts of the candidates are read, and each record gets its score and its reason. */
import type {SearchWhy} from '@zwgk/contract';
import {pieces} from '@zwgk/rules';
import {sql, type Kysely} from 'kysely';
import type {Schema} from '../schema.ts';
import type {Words} from './match.ts';
import type {Units} from './units.ts';

export interface Ranked {
  readonly head: number;
  readonly score: number;
  readonly why: SearchWhy;
  /** Sections that match by themselves, best first. */
  readonly sections: readonly number[];
  /** Part of the words that the best unit holds, by weight; 1 is all. */
  readonly share: number;
  /** One of several words is written out in the title. */
  readonly named: boolean;
  /** All words stand as they are written. */
  readonly whole: boolean;
  /** Folded; empty where it was not read. */
  readonly title: string;
  /** What to mark: words, or pieces of words. */
  readonly marks: readonly string[];
}

const KEPT = 20_000;

export interface Text {
  readonly title: string;
  readonly text: string;
}

/** The folded texts of units. A row never changes, so that a text once read stays right; the latest are kept. */
export class Texts {
  readonly #db: Kysely<Schema>;
  readonly #units: Units;
  readonly #known = new Map<number, Text>();

  constructor(db: Kysely<Schema>, units: Units) {
    this.#db = db;
    this.#units = units;
  }

  async read(rows: Iterable<number>): Promise<ReadonlyMap<number, Text>> {
    const wanted = new Map<number, Text>();
    const missing: number[] = [];
    for (const row of new Set(rows)) {
      const text = this.#known.get(row);
      if (text) wanted.set(row, text);
      else missing.push(row);
    }
    if (missing.length === 0) return wanted;
    const found = await sql<{row: number; folded: string}>`
      select row, folded from search_units where row in (select value from json_each(${JSON.stringify(missing)}))`.execute(this.#db);
    for (const {row, folded} of found.rows) {
      const length = this.#units.arrays.title[row]!;
      const text = {title: folded.slice(0, length), text: folded.slice(length)};
      wanted.set(row, text);
      this.#known.set(row, text);
    }
    for (const row of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(row);
    }
    return wanted;
  }
}

/** How one field holds the words. */
interface Hold {
  readonly share: number;
  /** Pieces beyond one a word. */
  readonly breaks: number;
  readonly held: readonly (readonly [start: number, length: number][])[];
}

/** Parts of a number, of a word in letters, or of one character said again and again are no parts of its meaning. */
const ONE_PIECE = /^(?:[a-z0-9]+|(.)\1+)$/u;
const whole = (word: string, text: string): [number, number][] => (text.includes(word) ? [[0, word.length]] : []);

const NOTHING: Hold = {share: 0, breaks: 0, held: []};

function hold({words, shares}: Words, text: string): Hold {
  if (text === '') return NOTHING;
  let share = 0;
  let breaks = 0;
  const held = words.map((word, w) => {
    const found = ONE_PIECE.test(word) ? whole(word, text) : pieces(word, text);
    for (const [start, length] of found) for (let i = start; i < start + length; i++) share += shares[w]![i]!;
    breaks += Math.max(0, found.length - 1);
    return found;
  });
  return {share, breaks, held};
}

/** Both fields together: what either holds. */
function together({words, shares}: Words, a: Hold, b: Hold): number {
  if (a.share === 0 || b.share === 0) return a.share + b.share;
  let share = 0;
  for (const w of words.keys()) {
    const has = new Uint8Array(words[w]!.length);
    for (const field of [a, b]) for (const [start, length] of field.held[w] ?? []) has.fill(1, start, start + length);
    has.forEach((held, i) => (share += held * shares[w]![i]!));
  }
  return share;
}

/** The letters and digits of a title, the republic's name left out, as both sides of an exact comparison. */
export const titleKey = (folded: string): string => folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '').replace(/^中华人民共和国/u, '');

const times = (text: string, word: string): number => {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < 8; at = text.indexOf(word, at + word.length)) count++;
  return count;
};

interface Judged {
  readonly row: number;
  readonly score: number;
  readonly share: number;
  readonly inTitle: Hold;
  readonly inText: Hold;
}

export class Ranker {
  readonly #words: Words;
  readonly #units: Units;
  readonly #key: string;
  readonly #length: number;

  constructor(words: Words, units: Units) {
    this.#words = words;
    this.#units = units;
    this.#key = titleKey(words.words.join(''));
    this.#length = words.words.reduce((sum, word) => sum + word.length, 0);
  }

  /** @param rows Units of the record that may match. */
  rank(head: number, rows: readonly number[], texts: ReadonlyMap<number, Text>): Ranked | undefined {
    const title = texts.get(head)?.title ?? '';
    const inTitle = hold(this.#words, title);
    const judged = rows.flatMap((row) => {
      const text = texts.get(row);
      return text ? [this.#judge(row, head, title, text.text, inTitle)] : [];
    });
    const best = judged.reduce<Judged | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
    if (!best) return undefined;
    const exact = this.#key !== '' && titleKey(title) === this.#key;
    const sections = judged
      .filter(({row, inText}) => row !== head && inText.share >= 0.5)
      .sort((a, b) => b.score - a.score)
      .slice(0, 5);
    const isWhole = (field: Hold): boolean => field.share > 0.999 && field.breaks === 0;
    const whole = exact || isWhole(inTitle) || judged.some(({inText}) => isWhole(inText));
    return {
      head,
      score: best.score + (exact ? 6 : 0) + this.#units.arrays.prior[head]!,
      why: exact ? 'exact-title' : this.#why(inTitle, best, isWhole),
      sections: sections.map(({row}) => row),
      share: best.share,
      named: this.#words.words.length > 1 && this.#words.words.some((word) => word.length > 2 && title.includes(word)),
      whole,
      title,
      marks: this.#marks([inTitle, best.inText, ...sections.map(({inText}) => inText)]),
    };
  }

  #why(inTitle: Hold, best: Judged, isWhole: (field: Hold) => boolean): SearchWhy {
    if (isWhole(inTitle)) return 'title-phrase';
    if (isWhole(best.inText)) return 'phrase';
    return best.share > 0.999 ? 'all-terms' : 'most-terms';
  }

  #judge(row: number, head: number, title: string, text: string, inTitle: Hold): Judged {
    const inText = hold(this.#words, text);
    const share = together(this.#words, inTitle, inText);
    const words = this.#words.words.length;
    const own = row === head ? 1 : 0.6;
    const fills = Math.min(1, this.#length / Math.max(1, title.length));
    const titleScore = inTitle.share * inTitle.share * (3 + 3 * fills) - 0.3 * (inTitle.breaks / words);
    const titleWhole = inTitle.share > 0.999 && inTitle.breaks === 0 ? (words > 1 ? 3 : 1.5) : 0;
    const textScore = inText.share * inText.share * 2 - 0.3 * (inText.breaks / words);
    const textWhole = inText.share > 0.999 && inText.breaks === 0 ? 1.2 : 0;
    return {
      row,
      share,
      inTitle,
      inText,
      score: 6 * share + own * (titleScore + titleWhole) + textScore + textWhole + this.#density(text, inText),
    };
  }

  /** A short text that says the word often is about it; a long one that says it once is not. */
  #density(text: string, inText: Hold): number {
    if (inText.share === 0) return 0;
    const often = Math.max(...this.#words.words.map((word) => times(text, word)));
    return 0.35 * Math.log2(1 + often) - 0.25 * Math.log2(1 + text.length / 150);
  }

  #marks(fields: readonly Hold[]): string[] {
    const marks = new Set<string>();
    for (const {held} of fields)
      for (const [w, found] of held.entries())
        for (const [start, length] of found) marks.add(this.#words.words[w]!.slice(start, start + length));
    return [...marks];
  }
}
