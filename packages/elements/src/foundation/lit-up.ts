import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {LitUpBoxes} from './lit-up.boxes.ts';
import {litUpStyles} from './lit-up.styles.ts';

/** A passage that was pointed at, all that a search found, and the one that the reader is at. */
export type LitName = 'passage' | 'find' | 'current';
const PRIORITY: Readonly<Record<LitName, number>> = {passage: 0, find: 1, current: 2};

/** The page's highlight of this name: it is one for all widgets, each of which adds and takes away its own ranges. */
function highlightOf(name: LitName): Highlight {
  const key = `zwgk-${name}`;
  let highlight = CSS.highlights.get(key);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = PRIORITY[name];
    CSS.highlights.set(key, highlight);
  }
  return highlight;
}

/** A highlight is styled where its text stands: in that tree. */
function style(root: Node): void {
  const sheet = litUpStyles.styleSheet!;
  const tree = root as Document | ShadowRoot;
  if (tree.adoptedStyleSheets && !tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
}

/**
 * Lights up passages without touching the text: by the CSS Custom Highlight API, or where a browser has none, by boxes
 * in a layer of the host's own.
 */
export class LitUp implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #shown = new Map<LitName, readonly Range[]>();
  #boxes: Promise<LitUpBoxes> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** Lights up these ranges in place of the ones that had this name. */
  show(name: LitName, ranges: readonly Range[]): void {
    const before = this.#shown.get(name) ?? [];
    this.#shown.set(name, ranges);
    if (!('highlights' in CSS)) return this.#showBoxes();
    const highlight = highlightOf(name);
    for (const range of before) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    if (ranges[0]) style(ranges[0].startContainer.getRootNode());
  }

  /** Puts out everything, or what has this name. */
  clear(name?: LitName): void {
    for (const one of name ? [name] : [...this.#shown.keys()]) this.show(one, []);
  }

  #showBoxes(): void {
    const draw = (boxes: LitUpBoxes): void => boxes.draw(this.#shown);
    const load = async (): Promise<LitUpBoxes> => new (await import('./lit-up.boxes.ts')).LitUpBoxes(this.#host);
    this.#boxes ??= load();
    // Without them the text is as readable as before; the next call tries again.
    void this.#boxes.then(draw, () => (this.#boxes = undefined));
  }
}
