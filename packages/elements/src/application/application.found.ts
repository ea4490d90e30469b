/** What may have been published already, while the person describes it. */
import type {ReactiveControllerHost} from 'lit';
import {findPublished, type ZwgkClient} from '@zwgk/client';
import {SEARCH_TEXT_MAX, type SearchHit} from '@zwgk/contract';
import type {Values} from './application.logic.ts';

/** Milliseconds of quiet before the words are looked for. */
const SETTLE = 600;

export class FoundDocuments {
  readonly #host: ReactiveControllerHost;
  #timer = 0;
  #abort = new AbortController();
  #asked = '';
  hits: readonly SearchHit[] = [];
  /** Everything that was offered: it goes with the request. */
  readonly shown = new Set<string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Looks in a moment for what these fields say. */
  look(client: ZwgkClient | undefined, values: Values, onFound: (count: number) => void): void {
    const text = values['request.docNumber'] || values['request.title'] || values['request.description'] || '';
    const q = [...text.trim()].slice(0, SEARCH_TEXT_MAX).join('');
    if (!client || q === this.#asked) return;
    this.stop();
    this.#asked = q;
    if ([...q].length < 2) this.#show([]);
    else this.#timer = window.setTimeout(() => void this.#load(client, q, onFound), SETTLE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  clear(): void {
    this.stop();
    this.#asked = '';
    this.shown.clear();
    this.#show([]);
  }

  async #load(client: ZwgkClient, q: string, onFound: (count: number) => void): Promise<void> {
    // It is an offer: where it fails, the form goes on without it.
    const found = await findPublished(client, q, this.#abort.signal).catch(() => undefined);
    if (!found || q !== this.#asked) return;
    for (const {id} of found) this.shown.add(id);
    this.#show(found);
    if (found.length > 0) onFound(found.length);
  }

  #show(hits: readonly SearchHit[]): void {
    this.hits = hits;
    this.#host.requestUpdate();
  }
}
