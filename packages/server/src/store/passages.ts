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
  /** The text of a version, where it was kept. Asked for only where something was not worked out yet. */
  body(version: number): Promise<Section[] | undefined>;
}

type Locate = ReturnType<typeof locator>;

export class Passages {
  /** By document and version, then by interpretation and version. */
  readonly #known = new LastUsed<Map<string, Interpretation>>(KEPT);

  async place(all: readonly Interpretation[], document: PlacedIn): Promise<Interpretation[]> {
    const known = this.#known.get(`${document.id} ${document.version}`, () => new Map<string, Interpretation>());
    const key = ({id, version}: Interpretation): string => `${id} ${version}`;
    const unknown = all.filter((one) => !known.has(key(one)));
    if (unknown.length > 0) {
      const locators = await locatorsFor(unknown, document);
      const show = (anchor: Anchor): Anchor => {
        const locate = locators.get(anchor.documentVersion) ?? locators.get(undefined)!;
        return shown({...anchor, found: locate(anchor)}, document.disclosure);
      };
      for (const one of unknown) known.set(key(one), withAnchors(one, show));
    }
    return all.map((one) => known.get(key(one))!);
  }
}

/** How to find what was anchored in each version: more surely where that version's text is still at hand. */
async function locatorsFor(all: readonly Interpretation[], document: PlacedIn): Promise<Map<number | undefined, Locate>> {
  const now = (await document.body(document.version)) ?? [];
  const locators = new Map<number | undefined, Locate>([[undefined, locator(now)]]);
  const anchors = all.flatMap(({facets}) => facets.flatMap(({explanations}) => explanations.flatMap((one) => one.anchors)));
  for (const version of new Set(anchors.map(({documentVersion}) => documentVersion))) {
    const before = version === undefined ? undefined : version === document.version ? now : await document.body(version);
    if (before) locators.set(version, locator(now, {before}));
  }
  return locators;
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
