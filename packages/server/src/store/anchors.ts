/** Anchors as they are written: checked against the text that they name, and completed. */
import {createHash} from 'node:crypto';
import type {Anchor, FieldError, InterpretationFacet, Section} from '@zwgk/contract';
import {makeAnchor, sectionText, touchedLines} from '@zwgk/rules/passage';

/** A text that anchors may be made against. */
export interface AnchoredText {
  readonly version: number;
  readonly body: readonly Section[];
}

/** The contract's bound for a quote. */
const MOST_QUOTED = 2000;

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Why an anchor cannot be completed. */
export interface Fault {
  readonly at: string;
  readonly message: string;
}

/**
 * Facets with their anchors completed: what stands around the quote, position, hash and version. One that cannot be
 * stays as it was sent and is named in `faults`.
 * @param textOf The text of a version, the present one without a number; `undefined` where it may not be read.
 */
export function completeAnchors(
  facets: readonly InterpretationFacet[],
  textOf: (version: number | undefined) => AnchoredText | undefined,
): {facets: InterpretationFacet[]; faults: FieldError[]} {
  const faults: FieldError[] = [];
  const complete = ({found: _ofServer, ...anchor}: Anchor, path: string): Anchor => {
    const made = completeAnchor(anchor, textOf(anchor.documentVersion));
    if (!('message' in made)) return made;
    faults.push({path: `${path}/${made.at}`, message: made.message});
    return anchor;
  };
  const done = facets.map((facet, i) => ({
    ...facet,
    explanations: facet.explanations.map((explanation, j) => ({
      ...explanation,
      anchors: explanation.anchors.map((anchor, k) => complete(anchor, `/facets/${i}/explanations/${j}/anchors/${k}`)),
    })),
  }));
  return {facets: done, faults};
}

/** An anchor with what stands around its quote, position, hash and version, or why that cannot be told. */
export function completeAnchor(anchor: Anchor, text: AnchoredText | undefined): Anchor | Fault {
  if (!text) return {at: 'documentVersion', message: '文件没有这一版，或者这一版不公开'};
  const section = text.body.find(({id}) => id === anchor.section);
  if (!section) return {at: 'section', message: '文件里没有这一条'};
  if (!anchor.quote && !anchor.position) return {section: section.id, documentVersion: text.version};
  const whole = sectionText(section);
  const place = placeOf(anchor, whole);
  if ('message' in place) return place;
  const {start, end} = place;
  const paragraphHash = createHash('sha256')
    .update(touchedLines(whole, start, end))
    .digest('hex');
  return {...makeAnchor(section, start, end, text.version), paragraphHash};
}

/** Where a passage stands in the text of its section: at its position if the quote stands there, else where the quote does. */
function placeOf({quote, position}: Anchor, whole: string): Place | Fault {
  if (position) {
    const {start, end} = position;
    const inside = start < end && end <= whole.length && end - start <= MOST_QUOTED;
    if (inside && (!quote || whole.slice(start, end) === quote.exact)) return position;
    if (!quote) return {at: 'position', message: '位置不在这一条的文字之内，或者太长'};
  }
  const {exact, prefix = '', suffix = ''} = quote!;
  const places: Place[] = [];
  for (let start = whole.indexOf(exact); start >= 0; start = whole.indexOf(exact, start + 1))
    places.push({start, end: start + exact.length});
  if (places.length === 0) return {at: 'quote/exact', message: '这一条里没有这段原文'};
  const there = places.filter(({start, end}) => whole.slice(0, start).endsWith(prefix) && whole.startsWith(suffix, end));
  const [only, second] = places.length === 1 ? places : there;
  return only && !second ? only : {at: 'quote/exact', message: '这段原文在这一条里不止一处，请多引几个字，或者写明前后文'};
}
