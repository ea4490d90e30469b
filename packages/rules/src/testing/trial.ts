/** Trials of anchors: an amendment somewhere, passages around it, and what is claimed against what is true. */
import type {Anchor, Section} from '@zwgk/contract';
import {makeAnchor, type Located} from '../passage.ts';
import {EDITS, sentences, type Edit, type Random, type Setting, type Spot} from './amend.ts';
import {bodyOf, draftOf, truthOf, type Draft, type Truth} from './tracked.ts';

/** A passage, where it lies to what was edited, and where it stands after that. */
export interface Case {
  near: 'touched' | 'beside' | 'far';
  anchor: Anchor;
  truth: Truth | undefined;
}

export interface Trial {
  edit: string;
  body: Section[];
  cases: Case[];
}

export type Verdict = 'right' | 'wrong' | 'lost, gone' | 'lost, there';

/** Below this share of its characters a passage is gone. */
const GONE = 0.4;
/** How much of the claimed and the true range must be common. */
const OVERLAP = 0.7;

export function verdict(found: Located, truth: Truth | undefined): Verdict {
  const gone = !truth || truth.share < GONE;
  if (found.state === 'lost') return gone ? 'lost, gone' : 'lost, there';
  if (!truth || found.section !== truth.section) return 'wrong';
  // Word for word within the true range: where a clause was put in at its end, either comma is the first one.
  if (found.state !== 'reworded' && found.start >= truth.reach[0] && found.end <= truth.reach[1]) return 'right';
  const start = Math.max(truth.reach[0], Math.min(found.start, truth.start));
  const end = Math.min(truth.reach[1], Math.max(found.end, truth.end));
  const common = Math.min(found.end, end) - Math.max(found.start, start);
  const all = Math.max(found.end, end) - Math.min(found.start, start);
  return common / all >= OVERLAP ? 'right' : 'wrong';
}

/** Every sentence of a draft. */
const spots = (drafts: readonly Draft[]): Spot[] =>
  drafts.flatMap(({lines}, section) =>
    lines.flatMap(({text}, line) => sentences(text).map(([start, end]): Spot => ({section, line, start, end}))),
  );

interface Range {
  section: number;
  start: number;
  end: number;
}

/** A spot's range in its section's text. */
function rangeOf(drafts: readonly Draft[], {section, line, start, end}: Spot): Range {
  const offset = drafts[section]!.lines.slice(0, line).reduce((sum, {text}) => sum + text.length + 1, 0);
  return {section, start: offset + start, end: offset + end};
}

/** The sentence, a phrase of it, or it and the next one. */
function passage(drafts: readonly Draft[], spot: Spot, random: Random): Range {
  const range = rangeOf(drafts, spot);
  const length = range.end - range.start;
  const way = random(4);
  if (way === 0 && length > 10) {
    const size = 6 + random(Math.min(34, length - 8));
    const start = range.start + random(length - size);
    return {...range, start, end: start + size};
  }
  const line = drafts[spot.section]!.lines[spot.line]!.text;
  if (way === 1) return {...range, end: range.end + (sentences(line).find(([start]) => start === spot.end)?.[1] ?? spot.end) - spot.end};
  return way === 2 ? {...range, start: range.start - spot.start, end: range.start - spot.start + line.length} : range;
}

/** One edit of a body and some passages that it touches, that stand beside it, and that are far from it. */
export function trial(body: readonly Section[], edits: readonly string[], setting: Setting): Trial | undefined {
  const {random} = setting;
  const drafts = draftOf(body);
  const all = spots(drafts).filter(({section, start, end}) => end - start > 5 && /^art-\d+$|^item/.test(drafts[section]!.id));
  if (all.length < 10) return undefined;
  const at = random(all.length);
  const chosen: [Case['near'], Spot][] = [
    ...[0, 1, 2].map((): [Case['near'], Spot] => ['touched', all[at]!]),
    ['beside', all[at - 1] ?? all[at + 1]!],
    ['beside', all[at + 1] ?? all[at - 1]!],
    ['far', all[random(all.length)]!],
    ['far', all[random(all.length)]!],
  ];
  const ranges = chosen.map(([near, spot]) => ({near, ...passage(drafts, spot, random)}));
  let spot = all[at];
  for (const name of edits) {
    if (spot) (EDITS[name] as Edit)(drafts, spot, setting);
    const left = spots(drafts).filter(({section}) => /^art-\d+$|^item/.test(drafts[section]!.id));
    spot = left[random(left.length)];
  }
  const cases = ranges.map(({near, section, start, end}) => ({
    near,
    anchor: makeAnchor(body[section]!, start, end),
    truth: truthOf(drafts, section, start, end),
  }));
  return {edit: edits.length > 1 ? 'several edits' : edits[0]!, body: bodyOf(drafts), cases};
}
