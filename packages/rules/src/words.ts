/** What changed between two Chinese texts, in pieces that read as phrases. */
import type {ComparisonRow} from '@zwgk/contract';
import {diffArrays} from 'diff';

type Words = ComparisonRow['words'];
type Word = Words[number];
/** What stayed, what went in its place and what came; any may be empty. */
interface Stretch {
  keep: string;
  gone: string;
  come: string;
}

const HAN_NUMERAL = '〇零一二三四五六七八九十百千万亿两';
const NUMBER = [
  `第[\\d${HAN_NUMERAL}]+[编章节条款项](?:之[${HAN_NUMERAL}]+)?`,
  `百分之[${HAN_NUMERAL}]+`,
  '\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?',
  '\\d+(?:[.,:/-]\\d+)*[%％‰]?',
  `[${HAN_NUMERAL}]+`,
].join('|');
/**
 * Numbers, article numbers, shares, dates and Latin words change as a whole, everything else by character: where words
 * of Chinese begin is left to the phrases below, so that Node and every browser give the same answer.
 */
const TOKEN = new RegExp(`${NUMBER}|[A-Za-z]+|[^]`, 'gu');
const ONLY_NUMBER = new RegExp(`^(?:${NUMBER})$`, 'u');
const EDGE = /[，。；：、！？（）()《》“”\n]/;

/** Read with `keep` and `delete` the old text, with `keep` and `insert` the new one. */
export function compareWords(before: string, after: string): Words {
  if (before === after) return written([{keep: before, gone: '', come: ''}]);
  const changes = diffArrays(before.match(TOKEN) ?? [], after.match(TOKEN) ?? []);
  const stretches: Stretch[] = [{keep: '', gone: '', come: ''}];
  for (const {added, removed, value} of changes) {
    const text = value.join('');
    if (added) stretches.at(-1)!.come += text;
    else if (removed) stretches.at(-1)!.gone += text;
    else stretches.push({keep: text, gone: '', come: ''});
  }
  return written(slid(calmed(stretches)));
}

/** What stayed between two changes, and is no longer than either, is taken into one change with them; not between numbers. */
function calmed(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    let next = stretch;
    for (let last = out.at(-1); last && next.keep.length <= Math.min(weight(last), weight(next)); last = out.at(-1)) {
      out.pop();
      next = {keep: last.keep, gone: last.gone + next.keep + next.gone, come: last.come + next.keep + next.come};
    }
    out.push(next);
  }
  return out;
}

/** How much a change takes in; one number in another's place stands for itself. */
function weight({gone, come}: Stretch): number {
  return ONLY_NUMBER.test(gone) && ONLY_NUMBER.test(come) ? -1 : Math.max(gone.length, come.length) || -1;
}

/** What was only put in or only left out is moved, where the same characters allow it, to begin and end at punctuation. */
function slid(stretches: readonly Stretch[]): Stretch[] {
  const out = stretches.map((stretch) => ({...stretch}));
  out.forEach((stretch, i) => {
    const next = out[i + 1];
    const side = stretch.gone && stretch.come ? undefined : stretch.gone ? 'gone' : 'come';
    if (!next || !side || !stretch[side]) return;
    let best = {left: stretch.keep, text: stretch[side], right: next.keep};
    for (let one: typeof best | undefined = leftmost(best); one; one = stepRight(one)) if (rank(one) > rank(best)) best = one;
    stretch.keep = best.left;
    stretch[side] = best.text;
    next.keep = best.right;
  });
  return out;
}

interface Slide {
  left: string;
  text: string;
  right: string;
}

function leftmost({left, text, right}: Slide): Slide {
  while (left && left.at(-1) === text.at(-1)) {
    const last = text.at(-1)!;
    [left, text, right] = [left.slice(0, -1), last + text.slice(0, -1), last + right];
  }
  return {left, text, right};
}

function stepRight({left, text, right}: Slide): Slide | undefined {
  const first = text[0]!;
  return right[0] === first ? {left: left + first, text: text.slice(1) + first, right: right.slice(1)} : undefined;
}

/** A phrase follows punctuation and ends with it, or at least one of both. */
const rank = ({left, text}: Slide): number => Number(!left || EDGE.test(left.at(-1)!)) + Number(EDGE.test(text.at(-1)!));

function written(stretches: readonly Stretch[]): Words {
  const words: Words = [];
  const add = (op: Word['op'], text: string): void => {
    const last = words.at(-1);
    if (!text) return;
    if (last?.op === op) last.text += text;
    else words.push({op, text});
  };
  for (const {keep, gone, come} of stretches) {
    add('keep', keep);
    add('delete', gone);
    add('insert', come);
  }
  return words;
}
