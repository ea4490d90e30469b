/** What a document needs on demand, in one file of its own: lit-up passages. */
import type {ReactiveControllerHost} from 'lit';
import {LitUp} from '../foundation/lit-up.ts';
import {TextIndex} from '../foundation/passages.ts';
import type {DocumentHost} from './document.host.ts';

export class DocumentDetails {
  readonly #litUp: LitUp;

  constructor(element: ReactiveControllerHost & HTMLElement, _host: DocumentHost) {
    this.#litUp = new LitUp(element);
  }

  /** Lights up characters `start` to `end` of a section's text in place of the last ones; answers where they stand. */
  light(section: Element | null | undefined, start?: number, end?: number): Range | undefined {
    const range = section && start !== undefined && end !== undefined ? new TextIndex(section).range(start, end) : undefined;
    this.#litUp.show('passage', range ? [range] : []);
    return range;
  }
}
