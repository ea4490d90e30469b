/** Whether stored documents and interpretations name each other (R4.5), and every passage that is explained stands in its document. */
import type {InterpretationSummary} from '@zwgk/contract';
import type {Store} from '../store/store.ts';
import {passageFaults} from './check-passages.ts';
import type {LinkFault, LinkReport} from './report.ts';

type Links = Pick<Store, 'listInterpretations' | 'getDocument' | 'getInterpretation' | 'anchorFaults'>;

/** What is kept of a document while its interpretations are walked through. */
interface Named {
  readonly interpretations: ReadonlySet<string>;
  readonly isWhole: boolean;
}

const BATCH = 100;

/** Walks every interpretation to its document and back, and from there to every one that the document names. */
export async function checkStored(store: Links): Promise<LinkReport> {
  const broken: LinkFault[] = [];
  const notices: LinkFault[] = [];
  const seen = new Map<string, Named>();
  let checked = 0;
  for await (const {id, document, url} of everyInterpretation(store)) {
    checked++;
    const named = seen.get(document) ?? (await namedBy(store, document));
    if (!named) broken.push({from: id, to: document, problem: '解读的文件不存在'});
    else {
      seen.set(document, named);
      if (!named.interpretations.has(id)) broken.push({from: document, to: id, problem: '文件没有列出这份解读'});
      const passages = await passageFaults(store, id, named.isWhole);
      broken.push(...passages.broken);
      notices.push(...passages.notices);
    }
    if (url === undefined) notices.push({from: id, problem: '没有写解读页面的网址 url'});
  }
  for (const [document, {interpretations}] of seen)
    for (const id of interpretations)
      if ((await store.getInterpretation(id))?.document !== document)
        broken.push({from: id, to: document, problem: '解读没有指回这份文件'});
  return {checked, broken, notices};
}

async function namedBy(store: Links, id: string): Promise<Named | undefined> {
  const document = await store.getDocument(id);
  if (!document) return undefined;
  return {interpretations: new Set(document.interpretations?.map((one) => one.id)), isWhole: document.disclosure === 'proactive'};
}

async function* everyInterpretation(store: Links): AsyncGenerator<InterpretationSummary> {
  let cursor: string | null | undefined;
  do {
    const page = await store.listInterpretations({limit: BATCH, ...(cursor ? {cursor} : {})});
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor);
}
