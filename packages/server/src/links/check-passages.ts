/** Whether the passages that an interpretation explains stand in the version of the document that they were taken from. */
import {FACET_KINDS, type Anchor, type Interpretation} from '@zwgk/contract';
import type {Store} from '../store/store.ts';
import type {LinkFault, LinkReport} from './report.ts';

const AT = /^\/facets\/(\d+)\/explanations\/(\d+)\/anchors\/(\d+)\/(.+)$/;

/**
 * A passage that was never there is a broken link; one that a later version of the document dropped is told, as readers are
 * told (原文已更新). @param isWhole Whether nothing of the document is kept back: only then its anchors are read out as they are (R3.4).
 */
export async function passageFaults(
  store: Pick<Store, 'getInterpretation' | 'anchorFaults'>,
  id: string,
  isWhole: boolean,
): Promise<Pick<LinkReport, 'broken' | 'notices'>> {
  const interpretation = await store.getInterpretation(id);
  if (!interpretation) return {broken: [], notices: []};
  const broken: LinkFault[] = [];
  const notices: LinkFault[] = [];
  const faulty = new Set<Anchor>();
  for (const {path, message} of isWhole ? await store.anchorFaults(interpretation) : []) {
    const {anchor, where, field} = placeOf(interpretation, path);
    faulty.add(anchor);
    // A version that may not be read any more is no fault of the interpretation.
    (field === 'documentVersion' ? notices : broken).push({
      from: id,
      to: `${interpretation.document}#${anchor.section}`,
      problem: `${where}指的原文不对：${message}`,
    });
  }
  const all = interpretation.facets.flatMap(({explanations}) => explanations.flatMap(({anchors}) => anchors));
  const lost = all.filter((anchor) => anchor.found?.state === 'lost' && !faulty.has(anchor)).length;
  if (lost > 0) notices.push({from: id, to: interpretation.document, problem: `有 ${lost} 处说的原文后来改了，现在的文件里找不到`});
  return {broken, notices};
}

/** An anchor by its path, and where it stands in the words of who wrote it: “主要内容”第 2 段. */
function placeOf({facets}: Interpretation, path: string): {anchor: Anchor; where: string; field: string} {
  const [, facet, explanation, anchor, field = ''] = AT.exec(path)!;
  const {kind, heading, explanations} = facets[Number(facet)]!;
  return {
    anchor: explanations[Number(explanation)]!.anchors[Number(anchor)]!,
    where: `“${heading ?? FACET_KINDS[kind]}”第 ${Number(explanation) + 1} 段`,
    field,
  };
}
