/** What the reader has selected in the text, told to whoever lets them act on it. */
import type {ReactiveController} from 'lit';
import {TextIndex} from '../foundation/passages.ts';
import {selectedIn} from './document.copy.ts';
import type {DocumentPassageDetail} from './document.events.ts';
import type {DocumentHost} from './document.host.ts';

/** Milliseconds without a change after which somebody has selected what they want. */
const SETTLE = 200;

export class DocumentSelection implements ReactiveController {
  readonly #element: HTMLElement;
  readonly #host: DocumentHost;
  #timer = 0;
  #had = false;

  constructor(element: HTMLElement, host: DocumentHost) {
    this.#element = element;
    this.#host = host;
  }
  hostConnected(): void {
    document.addEventListener('selectionchange', this.#change);
  }
  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.#change);
    clearTimeout(this.#timer);
  }

  readonly #change = (): void => {
    if (!this.#host.marks.some(({action}) => action)) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#tell(), SETTLE);
  };

  #tell(): void {
    const passage = this.#passage();
    if (passage || this.#had) this.#host.emit<DocumentPassageDetail>('zwgk-document-passage', {passage});
    this.#had = passage !== undefined;
  }

  /** Of a selection that goes on into the next section, what is in the first one that it has text of. */
  #passage(): DocumentPassageDetail['passage'] {
    const range = selectedIn(this.#element.shadowRoot!);
    if (!range || range.collapsed) return undefined;
    for (const {section} of this.#host.marks) {
      const element = this.#host.text?.section(section);
      if (!element || !range.intersectsNode(element)) continue;
      const index = new TextIndex(element);
      const found = index.within(range);
      if (found) return {section, ...found, text: index.text.slice(found.start, found.end)};
    }
    return undefined;
  }
}
