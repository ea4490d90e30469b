/** Order, passages and defaults of interpretations. Pure: no lit, no DOM. */
import type {Anchor, Interpretation, InterpretationFacet, PassageState, PolicyChange, ProseBlock} from '@zwgk/contract';

/** Contents in the order of R4.7; what a client does not know stands with `other`. */
const KINDS = ['background', 'objectives', 'content', 'scope', 'standards', 'cautions', 'terms', 'benefits', 'comparison', 'other'];

/** A passage of the document that stands there now; without `start`, the whole section. */
export interface Place {
  readonly id: string;
  readonly section: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** What it said when it was explained. */
  readonly quote?: string | undefined;
  readonly state: PassageState;
}
/** One explanation with the passages that it explains. */
export interface Note {
  readonly id: string;
  readonly blocks: readonly ProseBlock[];
  readonly places: readonly Place[];
}
/** One content of an interpretation. */
export interface Part {
  /** Its name in the page's address: `scope`; the second of a kind is `scope-2`. */
  readonly key: string;
  readonly kind: string;
  readonly heading?: string | undefined;
  readonly notes: readonly Note[];
  readonly changes: readonly PolicyChange[];
}
/** What explains a passage that is no longer there; without blocks, the explanation still stands at other passages. */
export interface Lost {
  readonly quotes: readonly string[];
  readonly blocks: readonly ProseBlock[];
  readonly part: Part;
}
/** An interpretation as it is read against the text of today. */
export interface Reading {
  readonly item: Interpretation;
  readonly parts: readonly Part[];
  readonly lost: readonly Lost[];
}

const knownKind = (kind: string): string => (KINDS.includes(kind) ? kind : 'other');

function placeOf({found, quote}: Anchor, id: string): Place | undefined {
  if (!found?.section || found.state === 'lost') return undefined;
  const {section, start, end, state} = found;
  return {id, section, start, end, quote: quote?.exact, state};
}

/** One explanation split into what has a place in the text of today and what has none. */
function splitNote({blocks, anchors}: InterpretationFacet['explanations'][number], id: string): {note?: Note; lost?: Omit<Lost, 'part'>} {
  const places = anchors.map((anchor, i) => placeOf(anchor, `${id}.${i}`));
  const quotes = anchors.filter((_, i) => !places[i]).map(({quote}) => quote?.exact ?? '');
  if (quotes.length === 0) return {note: {id, blocks, places: places as Place[]}};
  // Explaining what is no longer said would mislead: such words leave their facet with the passage.
  if (quotes.length === anchors.length) return {lost: {quotes, blocks}};
  return {note: {id, blocks, places: places.filter((place) => place !== undefined)}, lost: {quotes, blocks: []}};
}

/** Facets in the fixed order (R4.7), each passage at its place or among the lost ones, never at a wrong one. */
export function readingOf(item: Interpretation): Reading {
  const counts = new Map<string, number>();
  const lost: Lost[] = [];
  const ordered = item.facets
    .map((facet) => ({facet, kind: knownKind(facet.kind)}))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const parts = ordered.map(({facet, kind}): Part => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const key = count > 1 ? `${kind}-${count}` : kind;
    const split = facet.explanations.map((one, i) => splitNote(one, `${item.id}.${key}.${i}`));
    const notes = split.flatMap(({note}) => note ?? []);
    const part: Part = {key, kind, heading: facet.heading, notes, changes: facet.changes ?? []};
    lost.push(...split.flatMap((one) => (one.lost ? {...one.lost, part} : [])));
    return part;
  });
  return {item, parts: parts.filter(({notes, changes}) => notes.length + changes.length > 0), lost};
}

/** A mark in the document's margin, and what it leads to. */
export interface Mark {
  readonly place: Place;
  readonly note: Note;
  readonly part: Part;
  readonly reading: Reading;
}

/** One mark for every section that an explanation speaks of, by the id of its first place there. */
export function marksOf(readings: readonly Reading[]): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const reading of readings)
    for (const part of reading.parts)
      for (const note of part.notes) {
        const seen = new Set<string>();
        for (const place of note.places) {
          if (!seen.has(place.section)) marks.set(place.id, {place, note, part, reading});
          seen.add(place.section);
        }
      }
  return marks;
}

/** The one to open first: what was given with the publication, else the latest. */
export const mainOf = (readings: readonly Reading[]): Reading | undefined =>
  readings.find(({item}) => item.phase === 'publication') ?? readings.at(-1);

/** Everyone that an interpretation was written for by name (R4.9). */
export const audiencesOf = (items: readonly Interpretation[]): string[] => [...new Set(items.flatMap(({audience}) => audience ?? []))];

/** Those for this audience, and those for everyone. */
export const forAudience = (readings: readonly Reading[], audience: string): readonly Reading[] =>
  audience ? readings.filter(({item}) => !item.audience?.length || item.audience.includes(audience)) : readings;

/** Whether showing these needs the sanitiser. */
export const holdsHtml = (items: readonly Interpretation[]): boolean =>
  items.some(({facets, questions}) =>
    [...facets.flatMap((facet) => facet.explanations.flatMap(({blocks}) => blocks)), ...questions.flatMap(({answer}) => answer)].some(
      (block) => 'html' in block,
    ),
  );
