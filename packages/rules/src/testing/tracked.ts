/** Texts whose characters remember where they came from, so that an edit's truth is known without searching. */
import type {Section} from '@zwgk/contract';
import {sectionText} from '../section-text.ts';

/** `from` names for each code unit its place in the first text: `key` of section and offset, or -1 for what is new. */
export interface Tracked {
  text: string;
  from: number[];
}

/** A section being edited, line by line. */
export interface Draft extends Omit<Section, 'blocks'> {
  lines: Tracked[];
}

/** Characters of a clause that may be put in at a passage's end. */
const REACH = 16;
const SECTION_SIZE = 1_000_000;
export const key = (section: number, offset: number): number => section * SECTION_SIZE + offset;

export const fresh = (text: string): Tracked => ({
  text,
  from: [...text].flatMap((char) => [...char].length && Array<number>(char.length).fill(-1)),
});
export const cut = ({text, from}: Tracked, start: number, end?: number): Tracked => ({
  text: text.slice(start, end),
  from: from.slice(start, end),
});
export const join = (...parts: Tracked[]): Tracked => ({text: parts.map(({text}) => text).join(''), from: parts.flatMap(({from}) => from)});

/** Puts `text` in place of a range. */
export const splice = (line: Tracked, start: number, end: number, text: string | Tracked): Tracked =>
  join(cut(line, 0, start), typeof text === 'string' ? fresh(text) : text, cut(line, end));

export function draftOf(body: readonly Section[]): Draft[] {
  return body.map(({blocks, ...section}, i) => {
    let offset = 0;
    const text = sectionText({blocks});
    const lines = (text ? text.split('\n') : []).map((line) => {
      const from = [...Array(line.length).keys()].map((at) => key(i, offset + at));
      offset += line.length + 1;
      return {text: line, from};
    });
    return {...section, lines};
  });
}

/** Without white space at the ends, as a section's text has none there. */
function trimmed(line: Tracked): Tracked {
  const start = line.text.length - line.text.trimStart().length;
  return cut(line, start, Math.max(start, line.text.trimEnd().length));
}

const written = ({lines}: Draft): Tracked[] => lines.map(trimmed).filter(({text}) => text);

export const bodyOf = (drafts: readonly Draft[]): Section[] =>
  drafts.map((draft) => {
    const {lines: _, ...section} = draft;
    return {...section, blocks: written(draft).map(({text}) => ({text}))};
  });

export interface Truth {
  section: string;
  start: number;
  end: number;
  /** The same with new characters right beside it, which may or may not be said to belong to it. */
  reach: [start: number, end: number];
  /** Share of the passage's characters that stand there. */
  share: number;
}

/** Where most characters of a first passage stand now; `undefined` when none is left. */
export function truthOf(drafts: readonly Draft[], section: number, start: number, end: number): Truth | undefined {
  const [low, high] = [key(section, start), key(section, end)];
  let best: Truth | undefined;
  for (const draft of drafts) {
    const from = written(draft).flatMap((line, i) => (i ? [-1, ...line.from] : line.from));
    const places = from.flatMap((one, at) => (one >= low && one < high ? [at] : []));
    const share = places.length / (end - start);
    if (!places.length || share <= (best?.share ?? 0)) continue;
    const [first, last] = [places[0]!, places.at(-1)! + 1];
    let [left, right] = [first, last];
    while (left > 0 && first - left < REACH && from[left - 1] === -1) left--;
    while (right < from.length && right - last < REACH && from[right] === -1) right++;
    best = {section: draft.id, start: first, end: last, reach: [left, right], share};
  }
  return best;
}
