/** Interpretations with their passages found in the text as it stands now, worked out once for each version of both. */
import type {Anchor, DocumentMeta, Interpretation, Section} from '@zwgk/contract';
import {locator} from '@zwgk/rules/passage';
import {LastUsed} from './last-used.ts';

/** Documents whose passages are kept. */
const KEPT = 64;

export interface PlacedIn {
  readonly id: string;
  readonly version: number;
  readonly disclosure: DocumentMeta['disclosure'];
  /** Read only where something was not worked out yet. */
  body(): Promise<Section[]>;
}

export class Passages {
  /** By document and version, then by interpretation and version. */
  readonly #known = new LastUsed<Map<string, Interpretation>>(KEPT);

  async place(all: readonly Interpretation[], document: PlacedIn): Promise<Interpretation[]> {
    const known = this.#known.get(`${document.id} ${document.version}`, () => new Map<string, Interpretation>());
    const key = ({id, version}: Interpretation): string => `${id} ${version}`;
    if (!all.every((one) => known.has(key(one)))) {
      const locate = locator(await document.body());
      const show = (anchor: Anchor): Anchor => shown({...anchor, found: locate(anchor)}, document.disclosure);
      for (const one of all) if (!known.has(key(one))) known.set(key(one), withAnchors(one, show));
    }
    return all.map((one) => known.get(key(one))!);
  }
}

const withAnchors = (one: Interpretation, change: (anchor: Anchor) => Anchor): Interpretation => ({
  ...one,
  facets: one.facets.map((facet) => ({
    ...facet,
    explanations: facet.explanations.map((explanation) => ({...explanation, anchors: explanation.anchors.map(change)})),
  })),
});

/**
 * What is told of an anchor. Where passages of the document are kept back, only words that stand in what is public are
 * repeated: the quote and its surroundings may come from a version that had more to read (R3.4).
 */
function shown(anchor: Anchor, disclosure: DocumentMeta['disclosure']): Anchor {
  if (disclosure === 'proactive') return anchor;
  const {section, quote, found} = anchor;
  const stands = quote && (found?.state === 'exact' || found?.state === 'moved');
  return {section, ...(stands ? {quote: {exact: quote.exact}} : {}), ...(found ? {found} : {})};
}
