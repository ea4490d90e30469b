import {css, html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {adopt} from '../foundation/adopt.ts';
import {icon} from '../foundation/icons.ts';
import {uncover} from '../foundation/uncover.ts';

const wayBackStyles = css`
  .way-back {
    position: fixed;
    inset: auto 0 0 0;
    inline-size: auto;
    block-size: auto;
    max-inline-size: none;
    margin: 0;
    padding: var(--zwgk-space-2) var(--zwgk-space-4);
    border: 0;
    border-block-start: 1px solid var(--zwgk-color-line-control);
    background: var(--zwgk-color-surface);
    color: inherit;
    text-align: center;
  }
`;

/** Pixels: what is taller is read from its top, not seen as a whole. */
const TALL = 200;

/** Puts an element above the page, where no ancestor clips or covers it; a browser without popovers leaves it in its place. */
export function raise(element: HTMLElement): void {
  if (!('popover' in element)) return;
  element.popover = 'manual';
  if (!element.matches(':popover-open')) element.showPopover();
}

/** Scrolls a place to the top of its pane, else of the page. */
export function bringToTop(place: Element, hasPanes: boolean): void {
  const pane = hasPanes && place.closest('.pane');
  if (pane) {
    pane.scrollTop += place.getBoundingClientRect().top - pane.getBoundingClientRect().top - 8;
    pane.scrollIntoView({block: 'nearest'});
  } else place.scrollIntoView();
  uncover(place);
}

/**
 * The way back from a passage to its explanation, at the foot of the window while the explanation is out of sight.
 */
export class WayBack implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #go: (note: string) => void;
  #takesFocus = false;
  #observer: IntersectionObserver | undefined;
  /** The explanation to go back to; empty when the reader is at none. */
  note = '';

  constructor(host: ReactiveControllerHost & HTMLElement, go: (note: string) => void) {
    this.#host = host;
    this.#go = go;
    host.addController(this);
    adopt(host.shadowRoot!, wayBackStyles);
  }
  hostDisconnected(): void {
    this.drop();
  }

  /** The reader left this explanation for its passage; `takesFocus` where the passage itself cannot. */
  leave(note: string, takesFocus: boolean): void {
    this.drop();
    this.note = note;
    this.#takesFocus = takesFocus;
    document.addEventListener('keyup', this.#handleKey);
    this.#host.requestUpdate();
  }

  back(): void {
    const {note} = this;
    this.drop();
    if (note) this.#go(note);
  }

  drop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    document.removeEventListener('keyup', this.#handleKey);
    if (!this.note) return;
    this.note = '';
    this.#host.requestUpdate();
  }

  /** What takes the focus behind the bar comes out above it. A focus that moves inside a shadow root tells nobody outside; its key does. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    const bar = this.#host.shadowRoot!.querySelector('.way-back');
    const [target] = event.composedPath();
    if (!bar || !(target instanceof Element) || bar.contains(target)) return;
    const {height, bottom} = target.getBoundingClientRect();
    const behind = bottom - bar.getBoundingClientRect().top;
    if (behind > 0 && height < TALL) scrollBy({top: behind + 8, behavior: 'instant'});
  };

  hostUpdated(): void {
    const root = this.#host.shadowRoot!;
    const bar = root.querySelector<HTMLElement>('.way-back');
    if (bar?.isConnected) raise(bar);
    if (bar && this.#takesFocus) bar.querySelector('button')!.focus({preventScroll: true});
    this.#takesFocus = false;
    const note = this.note && !this.#observer && root.getElementById(this.note);
    if (note) this.#watch(note);
  }

  /** A reader who has scrolled back needs no way back. */
  #watch(note: Element): void {
    let hasLeft = false;
    this.#observer = new IntersectionObserver((entries) => {
      const isSeen = entries.at(-1)!.isIntersecting;
      if (isSeen && hasLeft) this.drop();
      hasLeft ||= !isSeen;
    });
    this.#observer.observe(note);
  }

  render(text: string): unknown {
    if (!this.note) return nothing;
    return html`<div class="way-back no-print">
      <button class="btn" type="button" @click=${() => this.back()}>${icon('left')}<span>${text}</span></button>
    </div>`;
  }
}
