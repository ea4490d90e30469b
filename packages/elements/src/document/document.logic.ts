/** Outline, anchors and citation of a document. Pure: no lit, no DOM. */
import type {DocumentDetail, Section} from '@zwgk/contract';

/** Something said about a passage elsewhere, such as an interpretation: it gets a button in the margin. */
export interface DocumentMark {
  readonly id: string;
  /** Id of the section, and the passage in its text (see `Anchor`). */
  readonly section: string;
  readonly start?: number;
  readonly end?: number;
  /** What it is called, for the button's name. */
  readonly label: string;
  /** What the reader can do there, in words: a button of its own below the section instead, and a slot named like the section after it. */
  readonly action?: string;
}

/** An entry of the table of contents with the articles that stand under it. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

const DIVISIONS: ReadonlySet<Section['kind']> = new Set(['part', 'chapter', 'section', 'annex']);

/** What a section is called in the outline: 第一章 总则, 第十二条. */
export const sectionName = ({label, heading}: Section): string => [label, heading].filter(Boolean).join(' ');

/** Parts, chapters, sections and annexes; where there are none, numbered items with a heading. */
export function outline(body: readonly Section[]): Entry[] {
  const named = body.filter((section) => sectionName(section));
  const divisions = named.filter(({kind}) => DIVISIONS.has(kind));
  const chosen = divisions.length > 0 ? divisions : named.filter(({kind, depth}) => kind !== 'article' && depth <= 1);
  return chosen.map((section) => ({id: section.id, text: sectionName(section), depth: section.depth}));
}

/** Numbered articles, for jumping to one. */
export const articles = (body: readonly Section[]): Entry[] =>
  body
    .filter(({kind, label}) => kind === 'article' && label)
    .map((section) => ({id: section.id, text: section.label!, depth: section.depth}));

/** The section that an address's fragment names, by its id or as printed: `#art-12`, `#第十二条`. */
export function sectionOfHash(body: readonly Section[], hash: string): Section | undefined {
  let name = hash.replace(/^#/, '');
  try {
    name = decodeURIComponent(name);
  } catch {
    // A fragment that is no valid escape is compared as it stands.
  }
  return name ? body.find(({id, label}) => id === name || label === name) : undefined;
}

/** The fragment that leads to each section, by id: its printed label where that is unique, else its id. */
export function hashes(body: readonly Section[]): Map<string, string> {
  const seen = new Map<string | undefined, number>();
  for (const {label} of body) seen.set(label, (seen.get(label) ?? 0) + 1);
  return new Map(body.map(({id, label}) => [id, label && seen.get(label) === 1 ? label : id]));
}

/** A citation that names title, number, issuer and date, as official writing does. */
export function citation(doc: DocumentDetail, date: string): string {
  const number = doc.docNumber ? `（${doc.docNumber}）` : '';
  return `${doc.issuerName}：《${doc.title}》${number}，${date}。`;
}
