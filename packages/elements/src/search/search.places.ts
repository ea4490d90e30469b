/** Box and results in two places of a page, or on two pages. */
import {safeHref} from '../foundation/safe-href.ts';

type Tree = Document | ShadowRoot;

/** The element with this id in the same tree. */
export const boxIn = (element: Element, id: string): Element | null => (element.getRootNode() as Tree).getElementById?.(id) ?? null;

/** Elements in the same tree that show what the box with this id finds. */
export const placesOf = (element: Element): Element[] =>
  element.id && element.isConnected
    ? [...(element.getRootNode() as Tree).querySelectorAll(`zwgk-search[for="${CSS.escape(element.id)}"]`)]
    : [];

/** Address of the page that shows results, with the words; `undefined` where the author's address leads to no page. */
export function resultsHref(action: string, here: string, key: string, q: string): string | undefined {
  const page = safeHref(action, here);
  if (!page) return undefined;
  const url = new URL(page);
  url.searchParams.set(`${key || 'search'}.q`, q);
  return url.href;
}

const told = new Set<string>();

/** The page's author names a box that is not there: the console says, once, what to mend. */
export function warnLost(id: string): void {
  if (!told.has(id))
    console.error(`[zwgk] unconfigured: <zwgk-search for="${id}"> finds no box. Give a <zwgk-search> on this page id="${id}".`);
  told.add(id);
}
