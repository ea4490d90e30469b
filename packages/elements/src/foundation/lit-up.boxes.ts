/** Lit-up passages where the CSS Custom Highlight API is missing: boxes in a layer over the host, which change no text. */
import type {LitName} from './lit-up.ts';
import {litUpStyles} from './lit-up.styles.ts';

export class LitUpBoxes {
  readonly #layer = document.createElement('div');
  readonly #resized: ResizeObserver;
  #shown: ReadonlyMap<LitName, readonly Range[]> = new Map();

  constructor(host: HTMLElement) {
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, litUpStyles.styleSheet!];
    this.#layer.className = 'lit-up-layer';
    this.#layer.setAttribute('aria-hidden', 'true');
    root.append(this.#layer);
    this.#resized = new ResizeObserver(() => this.#place());
    this.#resized.observe(host);
  }

  draw(shown: ReadonlyMap<LitName, readonly Range[]>): void {
    this.#shown = shown;
    // A scroller inside the host moves the text and not the layer.
    const isOn = [...shown.values()].some(({length}) => length > 0);
    document[isOn ? 'addEventListener' : 'removeEventListener']('scroll', this.#place, {capture: true, passive: true});
    this.#place();
  }

  readonly #place = (): void => {
    const {left, top} = this.#layer.getBoundingClientRect();
    const boxes = [...this.#shown].flatMap(([name, ranges]) =>
      ranges.flatMap((range) => [...range.getClientRects()].map((rect) => ({name, rect}))),
    );
    this.#layer.replaceChildren(
      ...boxes.map(({name, rect}) => {
        const box = document.createElement('div');
        box.className = name;
        const place = {left: rect.left - left, top: rect.top - top, width: rect.width, height: rect.height};
        for (const [side, length] of Object.entries(place)) box.style.setProperty(side, `${length}px`);
        return box;
      }),
    );
  };
}
