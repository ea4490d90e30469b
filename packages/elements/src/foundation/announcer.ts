import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';

/** Milliseconds that a sentence waits, so that a burst of changes is read once. */
const SETTLE = 350;

/**
 * The widget's one polite live region. It has two buffers that take turns, so that the same sentence twice is read twice.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #buffers = ['', ''];
  #turn = 0;
  #timer = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }
  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Has a screen reader say `text` when things have settled; a later text replaces one still waiting. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#buffers[this.#turn] = '';
      this.#turn = 1 - this.#turn;
      this.#buffers[this.#turn] = text;
      this.#host.requestUpdate();
    }, SETTLE);
  }

  render(): TemplateResult {
    return html`<div class="sr" role="status">${this.#buffers[0]}</div>
      <div class="sr" role="status">${this.#buffers[1]}</div>`;
  }
}
