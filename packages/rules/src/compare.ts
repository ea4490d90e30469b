/** Two texts article by article, then by words (R4.7 新旧政策差异). */
import type {ComparisonRow, Section} from '@zwgk/contract';
import {sectionText} from './section-text.ts';
import {compareWords} from './words.ts';

/** How alike two sections are, of 1, that are taken for one and the same; less will do where their numbers agree. */
const LIKE = 0.5;
const LIKE_SAME_ID = 0.3;
/** What the same number adds: of two equally like sections it decides. */
const SAME_ID = 0.1;

interface Side {
  section: Section;
  text: string;
  /** Heading and text: by this sections are paired. */
  whole: string;
}

const sideOf = (section: Section): Side => {
  const text = sectionText(section);
  return {section, text, whole: `${section.heading ?? ''}\n${text}`};
};

/**
 * The rows of a comparison, in the new text's order; what was removed stands behind what it followed. Sections are
 * paired by their words first and by their numbers only among likes, because one article put in renumbers all that follow.
 */
export function compareDocuments(before: readonly Section[], after: readonly Section[]): ComparisonRow[] {
  const [olds, news] = [before.map(sideOf), after.map(sideOf)];
  const partners = pair(olds, news);
  const paired = new Set(partners.values());
  const rows: ComparisonRow[] = [];
  const removedFrom = (at: number): void => {
    for (let i = at; i < olds.length && !paired.has(i); i++) rows.push(row(olds[i], undefined));
  };
  removedFrom(0);
  news.forEach((side, i) => {
    const partner = partners.get(i);
    rows.push(row(partner === undefined ? undefined : olds[partner], side));
    if (partner !== undefined) removedFrom(partner + 1);
  });
  return rows;
}

function row(before: Side | undefined, after: Side | undefined): ComparisonRow {
  return {
    change: changeOf(before, after),
    ...(before ? {before: named(before)} : {}),
    ...(after ? {after: named(after)} : {}),
    words: compareWords(before?.text ?? '', after?.text ?? ''),
  };
}

function changeOf(before: Side | undefined, after: Side | undefined): ComparisonRow['change'] {
  if (!before) return 'added';
  if (!after) return 'removed';
  if (before.whole !== after.whole) return 'changed';
  return before.section.id === after.section.id ? 'same' : 'moved';
}

const named = ({section: {id, label, heading}}: Side): NonNullable<ComparisonRow['before']> => ({
  id,
  ...(label === undefined ? {} : {label}),
  ...(heading === undefined ? {} : {heading}),
});

/** For indices of new sections those of the old ones: word for word first, then the likest. */
function pair(olds: readonly Side[], news: readonly Side[]): Map<number, number> {
  const partners = new Map<number, number>();
  const free = new Set(olds.keys());
  const join = (now: number, then: number): void => {
    partners.set(now, then);
    free.delete(then);
  };
  news.forEach((side, i) => {
    const same = [...free].filter((at) => olds[at]!.whole === side.whole && olds[at]!.section.kind === side.section.kind);
    const partner = same.find((at) => olds[at]!.section.id === side.section.id) ?? same[0];
    if (partner !== undefined) join(i, partner);
  });
  const left = [...news.keys()].filter((i) => !partners.has(i));
  for (const {now, then} of likes(olds, [...free], news, left)) {
    if (!partners.has(now) && free.has(then)) join(now, then);
  }
  return partners;
}

/** Pairs that are like enough, the likest first. */
function likes(olds: readonly Side[], free: number[], news: readonly Side[], left: number[]): {now: number; then: number; like: number}[] {
  const oldPairs = new Map(free.map((at) => [at, pairsOf(olds[at]!.whole)]));
  return left
    .flatMap((now) => {
      const pairs = pairsOf(news[now]!.whole);
      return free.flatMap((then) => {
        const [one, other] = [olds[then]!.section, news[now]!.section];
        if (one.kind !== other.kind) return [];
        const sameId = one.id === other.id;
        const like = likeness(oldPairs.get(then)!, pairs);
        return like >= (sameId ? LIKE_SAME_ID : LIKE) ? [{now, then, like: like + (sameId ? SAME_ID : 0)}] : [];
      });
    })
    .sort((a, b) => b.like - a.like);
}

interface Pairs {
  count: number;
  of: Map<string, number>;
}

/** How often each pair of neighbouring characters stands in a text. */
function pairsOf(text: string): Pairs {
  const of = new Map<string, number>();
  for (let i = 0; i + 2 <= text.length; i++) of.set(text.slice(i, i + 2), (of.get(text.slice(i, i + 2)) ?? 0) + 1);
  return {count: Math.max(0, text.length - 1), of};
}

/** Dice's coefficient. */
function likeness(a: Pairs, b: Pairs): number {
  if (2 * Math.min(a.count, b.count) < LIKE_SAME_ID * (a.count + b.count)) return 0;
  let common = 0;
  for (const [pair, count] of a.of) common += Math.min(count, b.of.get(pair) ?? 0);
  return (2 * common) / Math.max(1, a.count + b.count);
}
