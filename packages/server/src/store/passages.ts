/** Interpretations with their passages found in the text as it stands now, worked out once for each version of both. */
import {setImmediate} from 'node:timers/promises';
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
  readonly #known = new LastUsed<Map<string, Promise<Interpretation>>>(KEPT);

  async place(all: readonly Interpretation[], document: PlacedIn): Promise<Interpretation[]> {
    const known = this.#known.get(`${document.id} ${document.version}`, () => new Map<string, Promise<Interpretation>>());
    return Promise.all(
      all.map((one) => {
        const key = `${one.id} ${one.version}`;
        const placing = known.get(key) ?? placed(one, document);
        known.set(key, placing);
        placing.catch(() => known.delete(key));
        return placing;
      }),
    );
  }
}

const anchorsIn = ({facets}: Interpretation): Anchor[] => facets.flatMap(({explanations}) => explanations.flatMap((one) => one.anchors));

async function placed(one: Interpretation, document: PlacedIn): Promise<Interpretation> {
  const anchors = anchorsIn(one);
  if (anchors.length === 0) return one;
  const locators = await locatorsFor(anchors, document);
  const found = new Map<Anchor, Anchor>();
  for (const anchor of anchors) {
    const locate = locators.get(anchor.documentVersion) ?? locators.get(undefined)!;
    found.set(anchor, shown({...anchor, found: locate(anchor)}, document.disclosure));
    // A passage that is gone is looked for everywhere: others are answered meanwhile.
    await setImmediate();
  }
  return withAnchors(one, (anchor) => found.get(anchor)!);
}

/** How to find what was anchored in each version: more surely where that version's text is still at hand. */
async function locatorsFor(anchors: readonly Anchor[], document: PlacedIn): Promise<Map<number | undefined, Locate>> {
  const now = (await document.body(document.version)) ?? [];
  const locators = new Map<number | undefined, Locate>([[undefined, locator(now)]]);
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
