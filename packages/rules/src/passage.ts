/**
 * Anchors: passages of a document that are found again after it was amended, or honestly not at all. Their shape follows
 * the W3C Web Annotation Data Model (§4.2); why the thresholds are what they are: docs/decisions/0008.
 */
import type {Anchor, PassageState, Section} from '@zwgk/contract';
import search from 'approx-string-match';
import {judge, occurrences, quoteOf, rough, textsOf, type Judged, type Place, type Quote, type Text} from './places.ts';
import {sectionText} from './section-text.ts';

export {sectionText} from './section-text.ts';

/** Where a passage stands now; assignable to the contract's `Passage`. */
export type Located =
  {state: Exclude<PassageState, 'lost'>; section: string; start: number; end: number} | {state: Extract<PassageState, 'lost'>};

/** What it takes to claim a place by the two texts' likeness alone; all but `run` and `known` are shares of 1. */
export const THRESHOLDS = {
  /** Length of a stretch that stands only once and is recognised whatever is around it. */
  run: 64,
  /** How alike the surroundings of a verbatim quote must be: where it stands once and in its own section, and otherwise. */
  context: 0.9,
  contextAway: 0.95,
  /** How alike a reworded quote and its surroundings must be, in its own section and elsewhere. */
  reworded: 0.8,
  rewordedAway: 0.98,
  /** How alike its surroundings must be by themselves, and at least either side. */
  around: 0.95,
  side: 0.5,
  /** How much of a reworded quote may differ, and where less than `known` characters stood around it. */
  errors: 0.35,
  errorsBare: 0.05,
  known: 12,
  /** How much worse the runner-up must be, and how much worse still if it stands in the passage's own section. */
  margin: 0.1,
  home: 0.2,
};
export type Thresholds = typeof THRESHOLDS;

/** Where the text that the anchor was made against is at hand, a place must lead back to it; less likeness will do then. */
const WITH_BEFORE: Thresholds = {
  ...THRESHOLDS,
  run: 24,
  context: 0.5,
  contextAway: 0.7,
  reworded: 0.8,
  rewordedAway: 0.8,
  around: 0.5,
  errors: 0.4,
  errorsBare: 0.35,
};
/** Characters of a quote that is sure to be the passage where both texts hold it just once. */
const UNIQUE = 8;
/** How the way back is looked for: share of errors, and how much worse every other place must be. */
const BACK = {errors: 0.6, margin: 0.1};

/** The lines of a section's text that a passage touches: the SHA-256 of them is the anchor's `paragraphHash`. */
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
  return {
    section: section.id,
    quote: quoteOf(sectionText(section), start, end),
    position: {start, end},
    ...(version === undefined ? {} : {documentVersion: version}),
  };
}

export interface LocateOptions {
  /** The body that the anchor was made against, where it is at hand: with it more is found, and with certainty. */
  before?: readonly Section[];
  thresholds?: Thresholds;
}

/** Where an anchor's passage stands in a body, or `lost` rather than a place that might be another one. */
export const locate = (anchor: Anchor, body: readonly Section[], options?: LocateOptions): Located => locator(body, options)(anchor);

/** What is looked for, and where it stood if that is known. */
interface Wanted {
  section: string;
  quote: Quote;
  origin?: Range | undefined;
}
type Range = Pick<Place, 'section' | 'start' | 'end'>;

/** `locate` for many anchors, all made against the same body. */
export function locator(body: readonly Section[], {before, thresholds}: LocateOptions = {}): (anchor: Anchor) => Located {
  const texts = textsOf(body);
  const olds = before && textsOf(before);
  const needed = thresholds ?? (before ? WITH_BEFORE : THRESHOLDS);
  return (anchor) => {
    const {section} = anchor;
    const [home, old] = [texts, olds].map((all) => all?.find((one) => one.section === section));
    const quote = anchor.quote ?? (old?.text ? quoteOf(old.text, 0, old.text.length) : undefined);
    if (!quote) return home ? {state: 'exact', section, start: 0, end: home.text.length} : {state: 'lost'};
    const origin = old && originOf(old, quote, anchor.position);
    if (origin && old.text === home?.text) return {state: 'exact', ...origin};
    const place = find(texts, olds, {section, quote, origin}, needed);
    if (!place) return {state: 'lost'};
    const {start, end} = place;
    return {state: place.errors ? 'reworded' : place.home ? 'exact' : 'moved', section: place.section, start, end};
  };
}

/** Where the quote stood: at its position, or where its section held it once. */
function originOf(old: Text, quote: Quote, position: Anchor['position']): Range | undefined {
  const places = occurrences([old], quote.exact).map(({section, start, end}) => ({section, start, end}));
  return places.find(({start}) => start === position?.start) ?? (places.length === 1 ? places[0] : undefined);
}

function find(texts: readonly Text[], olds: readonly Text[] | undefined, wanted: Wanted, needed: Thresholds): Judged | undefined {
  const {quote, section, origin} = wanted;
  const judged = (places: Place[]): Judged[] => places.map((place) => judge(place, quote, section));
  const same = judged(occurrences(texts, quote.exact));
  const once = same.length === 1;
  if (once && olds && quote.exact.length >= UNIQUE && occurrences(olds, quote.exact).length === 1) return same[0];
  // Words that stand only once, in surroundings as they were, need no comparison with what is merely like them.
  const plain = once && same[0]!.weaker >= needed.contextAway;
  const best = pick(plain ? same : [...same, ...judged(rough(texts, quote, section, needed.errors))], quote, once, needed);
  // What is only like the quote is not it while the quote itself stands there, or stands where the other does not belong.
  if (!best || (best.errors && same.some(({home}) => home || !best.home))) return undefined;
  return !olds || !origin || leadsBack(best, texts, olds, origin) ? best : undefined;
}

/** The one place that is good enough and clearly better than every other. */
function pick(places: readonly Judged[], quote: Quote, once: boolean, needed: Thresholds): Judged | undefined {
  const [best, ...others] = places.toSorted((a, b) => b.score - a.score);
  if (!best || !(best.errors ? alike(best, quote, needed) : certain(best, quote, once, needed))) return undefined;
  const rivals = others.filter((other) => !overlap(other, best));
  // The words twice in one section, each with one side as it was: one of them was put in, and nothing says which.
  if (rivals.some(({section, errors, stronger}) => section === best.section && !errors && stronger === 1)) return undefined;
  const rival = rivals.reduce((most, {score, home}) => Math.max(most, score + (home && !best.home ? needed.home : 0)), 0);
  return best.score - rival < needed.margin ? undefined : best;
}

const overlap = (a: Range, b: Range): boolean => a.section === b.section && a.start < b.end && b.start < a.end;

/** Whether a quote found word for word is the passage and not the same words elsewhere. */
function certain({home, context, run}: Judged, {prefix, suffix}: Quote, once: boolean, needed: Thresholds): boolean {
  if ((prefix ?? suffix) === undefined) return once;
  return (once && run >= needed.run) || context >= (once && home ? needed.context : needed.contextAway);
}

/** Whether a rough place is the passage reworded and not its neighbour or its like. */
function alike({home, score, context, weaker, errors}: Judged, {exact, prefix = '', suffix = ''}: Quote, needed: Thresholds): boolean {
  const bare = prefix.length + suffix.length < needed.known;
  if (errors / exact.length > (bare ? needed.errorsBare : needed.errors)) return false;
  if (context < needed.around || weaker < needed.side || score < (home ? needed.reworded : needed.rewordedAway)) return false;
  // What stood beside the quote and is as like it may be all that is left.
  const most = Math.min(exact.length, errors + 2);
  return ![prefix, suffix].some((around) => search(around, exact, most).length);
}

/** Whether a place, looked for in the older text, is found where the passage stood and better than anywhere else. */
function leadsBack(place: Judged, texts: readonly Text[], olds: readonly Text[], origin: Range): boolean {
  const quote = quoteOf(place.text, place.start, place.end);
  const places = [...occurrences(olds, quote.exact), ...rough(olds, quote, origin.section, BACK.errors)].map((one) =>
    judge(one, quote, origin.section),
  );
  const [own, others] = [places.filter((one) => overlap(one, origin)), places.filter((one) => !overlap(one, origin))];
  const best = (all: readonly Judged[]): number => all.reduce((most, {score}) => Math.max(most, score), 0);
  if (best(own) <= best(others) + BACK.margin) return false;
  return own.some(({weaker}) => weaker === 1) || !others.some((twin) => isHomeless(twin, place, texts));
}

/**
 * Whether a place may be where a twin of the passage came to: the same words stood elsewhere in the older text, one side of
 * them stands here too, and they stand nowhere else as they did there.
 */
function isHomeless({section, text, start, end, errors}: Judged, place: Judged, texts: readonly Text[]): boolean {
  const quote = quoteOf(text, start, end);
  if (errors || judge(place, quote, section).stronger < 1) return false;
  return !occurrences(texts, quote.exact).some((one) => !overlap(one, place) && judge(one, quote, section).weaker === 1);
}
