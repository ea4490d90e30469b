/** The contract's terms, by the names that people write. */
import {FACET_KINDS, type InterpretationFacet} from '@zwgk/contract';

/** A term by its code or by its Chinese name. */
export function codeOf(terms: Readonly<Record<string, string>>, value: unknown): unknown {
  return Object.entries(terms).find(([, name]) => name === value)?.[0] ?? value;
}

/** Kind of a facet by its heading, with or without a number in front. */
export function facetOf(heading: string): Pick<InterpretationFacet, 'kind' | 'heading'> {
  const name = heading.replace(/^[一二三四五六七八九十]+、\s*/, '');
  const kind = codeOf(FACET_KINDS, name) as InterpretationFacet['kind'];
  return Object.hasOwn(FACET_KINDS, kind) ? {kind} : {kind: 'other', heading: name};
}
