/**
 * Anchors: passages of a document that are found again after it was amended, or honestly not at all. Their shape follows
 * the W3C Web Annotation Data Model (§4.2); why the thresholds are what they are: docs/decisions/0007.
 */
import type {Anchor, PassageState, Section} from '@zwgk/contract';
import search from 'approx-string-match';
import {sectionText} from './section-text.ts';

export {sectionText} from './section-text.ts';

type Found = Exclude<PassageState, 'lost'>;
/** Where a passage stands now; assignable to the contract's `Passage`. */
export type Located = {state: Found; section: string; start: number; end: number} | {state: 'lost'};

type Quote = NonNullable<Anchor['quote']>;
interface Text {
  section: string;
  text: string;
}
/** A place that may be the passage; `errors` counts the characters by which the quote differs there. */
interface Place extends Text {
  start: number;
  end: number;
  errors: number;
}
interface Judged extends Place {
  /** Whether it stands in the section that the anchor names. */
  home: boolean;
  /** How alike the surroundings are, of 1: both sides together, and the side that is less so. */
  context: number;
  weaker: number;
  /** Characters that stand there as they did without a break, the quote among them. */
  run: number;
  /** How alike quote and surroundings are together, of 1. */
  score: number;
}

/** Characters (UTF-16 code units, as everywhere here) of the surroundings that an anchor keeps on each side. */
const CONTEXT = 64;
/** What an edge of the section counts as, in characters of surroundings. */
const EDGE = 8;
const LOST: Located = {state: 'lost'};

/** What it takes to claim a place; all but `run` and `known` are shares of 1. */
export const THRESHOLDS = {
  /** Length of a stretch that stands only once and is recognised whatever is around it. */
  run: 48,
  /** How alike the surroundings of a verbatim quote must be: where it stands once and in its own section, and otherwise. */
  context: 0.7,
  contextAway: 0.95,
  /** The same for a reworded quote, and for either side alone. */
  contextReworded: 0.7,
  contextRewordedAway: 0.9,
  side: 0.5,
  /** How much of a reworded quote may differ: in its own section, elsewhere, and where less than `known` characters stood around it. */
  errors: 0.35,
  errorsAway: 0.2,
  errorsBare: 0.15,
  known: 16,
  /** How much worse the runner-up must be, and how much worse still if it stands in the passage's own section. */
  margin: 0.1,
  home: 0.2,
};

/**
 * The lines of a section's text that a passage touches: their SHA-256 is the anchor's `paragraphHash`. Hashing is left
 * to the caller, because browsers do it only asynchronously and only on https.
 */
export function touchedLines(text: string, start: number, end: number): string {
  const from = start > 0 ? text.lastIndexOf('\n', start - 1) + 1 : 0;
  const to = text.indexOf('\n', Math.max(start, end - 1));
  return text.slice(from, to < 0 ? undefined : to);
}

/**
 * The anchor of the passage from `start` to `end` of a section's text. An empty `prefix` or `suffix` says that the
 * passage touches the section's edge; a missing one that nothing is known.
 */
export function makeAnchor(section: Section, start: number, end: number, version?: number): Anchor {
  const text = sectionText(section);
  return {
    section: section.id,
    quote: {exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT)},
    position: {start, end},
    ...(version === undefined ? {} : {documentVersion: version}),
  };
}

/**
 * Where an anchor's passage stands in a body, or `lost` rather than a place that might be another one. Where `version`,
 * the body's, is the one that the anchor was made against, its position is simply true.
 */
export const locate = (anchor: Anchor, body: readonly Section[], version?: number): Located => locator(body, version)(anchor);

/** `locate` for many anchors of one body. */
export function locator(body: readonly Section[], version?: number, thresholds = THRESHOLDS): (anchor: Anchor) => Located {
  const texts = body.map((section): Text => ({section: section.id, text: sectionText(section)}));
  return ({section, quote, position, documentVersion}) => {
    const home = texts.find((one) => one.section === section);
    if (!quote) return home ? placed({...home, start: 0, end: home.text.length}, 'exact') : LOST;
    if (home && position && version !== undefined && version === documentVersion) {
      if (home.text.slice(position.start, position.end) === quote.exact) return placed({...home, ...position}, 'exact');
    }
    const judged = (places: Place[]): Judged[] => places.map((place) => judge(place, quote, section)).sort((a, b) => b.score - a.score);
    const same = judged(texts.flatMap((text) => occurrences(text, quote.exact)));
    // Words that stand only once, in surroundings as they were, need no comparison with what is merely like them.
    const plain = same.length === 1 && same[0]!.weaker >= thresholds.contextAway;
    const rough = plain ? [] : judged(roughly(texts, quote, thresholds.errors));
    const best = pick(
      [...same, ...rough].sort((a, b) => b.score - a.score),
      quote,
      same.length === 1,
      thresholds,
    );
    if (!best) return LOST;
    return placed(best, best.errors ? 'reworded' : best.home ? 'exact' : 'moved');
  };
}

const placed = ({section, start, end}: Omit<Place, 'errors'>, state: Found): Located => ({state, section, start, end});

/** Every place of a text where the quote stands word for word. */
function occurrences({section, text}: Text, exact: string): Place[] {
  const places: Place[] = [];
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    places.push({section, text, start, end: start + exact.length, errors: 0});
  }
  return places;
}

/** The nearest other wordings in each text: the best place, then the best on either side of it. */
function roughly(texts: readonly Text[], quote: Quote, share: number): Place[] {
  const most = Math.floor(quote.exact.length * share);
  const within = (one: Text, from: number, to: number): Place[] => {
    if (to - from < quote.exact.length - most) return [];
    const matches = search(one.text.slice(from, to), quote.exact, most);
    const [first, last] = [matches[0], matches.at(-1)];
    if (!first || !last) return [];
    const here = matches
      .filter(({errors}) => errors)
      .map((match) => snap({...one, ...match, start: from + match.start, end: from + match.end}, quote));
    return [...here, ...within(one, from, from + first.start), ...within(one, from + last.end, to)];
  };
  return most > 0 ? texts.flatMap((one) => within(one, 0, one.text.length)) : [];
}

/**
 * Where a rough place does not begin or end as the quote does, something was put in or changed there: the place then
 * reaches to what stood beside the quote, if that stands close by.
 */
function snap(place: Place, {exact, prefix, suffix}: Quote): Place {
  const {text} = place;
  const reach = exact.length + EDGE;
  let {start, end} = place;
  if (!text.startsWith(exact.slice(0, 2), start)) {
    if (prefix)
      start =
        nearest(
          start,
          all(text, prefix.slice(-EDGE)).map((at) => at + Math.min(EDGE, prefix.length)),
          -reach,
        ) ?? start;
    else if (prefix === '' && start <= reach) start = 0;
  }
  if (!text.slice(0, end).endsWith(exact.slice(-2))) {
    if (suffix) end = nearest(end, all(text, suffix.slice(0, EDGE)), reach) ?? end;
    else if (suffix === '' && text.length - end <= reach) end = text.length;
  }
  return end - start > exact.length / 2 ? {...place, start, end} : place;
}

const all = (text: string, part: string): number[] => occurrences({section: '', text}, part).map(({start}) => start);

/** The one of `places` that is closest to `at`, at most `reach` away in its direction or a little in the other. */
function nearest(at: number, places: readonly number[], reach: number): number | undefined {
  const [low, high] = reach < 0 ? [at + reach, at + EDGE] : [at - EDGE, at + reach];
  const near = places.filter((place) => place >= low && place <= high);
  return near.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++;
  return n;
}

/** How much of what stood beside a quote stands there, in characters, of how many; of none where nothing is known. */
function beside(expected: string | undefined, actual: string): [found: number, of: number] {
  if (expected === undefined) return [0, 0];
  if (!expected) return [actual ? 0 : EDGE, EDGE];
  const errors = actual ? search(actual, expected, expected.length)[0]!.errors : expected.length;
  return [expected.length - errors, expected.length];
}

function judge(place: Place, {exact, prefix, suffix}: Quote, section: string): Judged {
  const {text, start, end, errors} = place;
  const left = text.slice(Math.max(0, start - CONTEXT - EDGE), start);
  const right = text.slice(end, end + CONTEXT + EDGE);
  const [before, after] = [beside(prefix, left), beside(suffix, right)];
  const of = before[1] + after[1];
  const context = of ? (before[0] + after[0]) / of : 0;
  const weaker = of ? Math.min(...[before, after].map(([found, of]) => (of ? found / of : 1))) : 0;
  const run = errors ? 0 : exact.length + commonEnd(prefix ?? '', left) + commonStart(suffix ?? '', right);
  const same = 1 - errors / exact.length;
  return {...place, home: place.section === section, context, weaker, run, score: of ? (same + context) / 2 : same};
}

/** The one place that is good enough and clearly better than every other. */
function pick(places: readonly Judged[], quote: Quote, once: boolean, thresholds: typeof THRESHOLDS): Judged | undefined {
  const [best, ...others] = places;
  if (!best || !(best.errors ? alike(best, quote, thresholds) : certain(best, quote, once, thresholds))) return undefined;
  const rival = others
    .filter(({section, start, end}) => section !== best.section || end <= best.start || start >= best.end)
    .reduce((most, {home, score}) => Math.max(most, score + (home && !best.home ? thresholds.home : 0)), 0);
  return best.score - rival < thresholds.margin ? undefined : best;
}

/** Whether a quote found word for word is the passage and not the same words elsewhere. */
function certain({home, context, run}: Judged, {exact, prefix, suffix}: Quote, once: boolean, thresholds: typeof THRESHOLDS): boolean {
  if ((prefix ?? suffix) === undefined) return once;
  const alone = once && !prefix?.includes(exact) && !suffix?.includes(exact);
  return (alone && run >= thresholds.run) || context >= (alone && home ? thresholds.context : thresholds.contextAway);
}

/** Whether a rough place is the passage reworded and not its neighbour or its like. */
function alike({home, context, weaker, errors}: Judged, {exact, prefix = '', suffix = ''}: Quote, thresholds: typeof THRESHOLDS): boolean {
  const bare = prefix.length + suffix.length < thresholds.known;
  if (errors / exact.length > (bare ? thresholds.errorsBare : home ? thresholds.errors : thresholds.errorsAway)) return false;
  if (weaker < thresholds.side || context < (home ? thresholds.contextReworded : thresholds.contextRewordedAway)) return false;
  // What stood beside the quote and is as like it may be all that is left.
  const most = Math.min(exact.length, errors + 2);
  return ![prefix, suffix].some((around) => search(around, exact, most).length);
}
