import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ApiError, newIdempotencyKey, type KeyedOptions, type Retry, type ZwgkClient} from '@zwgk/client';
import {readDurable, writeDurable} from '../foundation/durable.ts';

/** What has become of something that was sent. */
export type Sent<R> =
  | {readonly kind: 'idle'}
  /** Asks whether an earlier one landed. */
  | {readonly kind: 'resolving'}
  | {readonly kind: 'sending'; readonly retry?: Retry}
  /** Nothing shows that it was stored; everything that was typed is still there. */
  | {readonly kind: 'unsent'; readonly error: ApiError}
  /** `earlier`: the receipt of what was sent before, not of what would be sent now. */
  | {readonly kind: 'done'; readonly receipt: R; readonly earlier: boolean};

interface Options<I, R> {
  readonly send: (client: ZwgkClient, input: I, options: KeyedOptions) => Promise<R>;
  /** The receipt of what was sent with a key. @throws ApiError `not-found` when nothing was stored. */
  readonly find: (client: ZwgkClient, key: string, signal: AbortSignal) => Promise<R>;
  /** Name under which the key of what was sent and not yet answered is kept on this device; empty: nowhere. */
  readonly storage: (client: ZwgkClient) => string;
  readonly onSettled: (state: Sent<R>) => void;
}

const DAY = 86_400_000;

/**
 * Sends something once: the same content goes with the same key however often it is sent, and other content only when it
 * is known that the one before did not land. The key is on the disk before anything is sent, so that it outlives a crash,
 * where storage lets it; nothing else is kept.
 */
export class KeyedSend<I extends object, R> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options<I, R>;
  #pending: {readonly key: string; readonly body: string | undefined} | undefined;
  #abort = new AbortController();
  state: Sent<R> = {kind: 'idle'};

  constructor(host: ReactiveControllerHost, options: Options<I, R>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }
  hostDisconnected(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  get busy(): boolean {
    return this.state.kind === 'sending' || this.state.kind === 'resolving';
  }

  /** After a crash: whether what was under way landed. */
  async recover(client: ZwgkClient): Promise<void> {
    const key = await this.#kept(client);
    if (!key || this.#pending || this.busy) return;
    this.#pending = {key, body: undefined};
    await this.#settle(client, async () => ((await this.#resolve(client)) ? this.state : {kind: 'idle'}));
  }

  /** Sends; resolves when there is a receipt or a reason why there is none. A second call meanwhile does nothing. */
  async send(client: ZwgkClient, input: I): Promise<void> {
    if (this.busy) return;
    await this.#settle(client, async () => {
      const body = JSON.stringify(input);
      if (this.#pending && this.#pending.body !== body && (await this.#resolve(client))) return this.state;
      const {signal} = this.#abort;
      const kept = this.#keep(client, this.#pending ?? {key: newIdempotencyKey(), body});
      this.#show({kind: 'sending'});
      await kept;
      if (signal.aborted) throw new ApiError('aborted', client.endpoint);
      const receipt = await this.#options.send(client, input, {
        key: this.#pending!.key,
        signal,
        onRetry: (retry) => this.#show({kind: 'sending', retry}),
      });
      return {kind: 'done', receipt, earlier: false};
    });
  }

  /** Forgets the receipt: the person has done with it. */
  reset(): void {
    this.#show({kind: 'idle'});
  }

  async #settle(client: ZwgkClient, run: () => Promise<Sent<R>>): Promise<void> {
    try {
      this.#show(await run());
    } catch (caught) {
      const error = caught instanceof ApiError ? caught : new ApiError('server-error', client.endpoint);
      // The key belongs to something else that was stored: that is asked for before anything is sent again.
      if (error.problem?.code === 'idempotency-mismatch') this.#pending = {...this.#pending!, body: undefined};
      this.#show(error.code === 'aborted' ? {kind: 'idle'} : {kind: 'unsent', error});
    }
    if (this.state.kind === 'done') void this.#keep(client, undefined);
    this.#options.onSettled(this.state);
  }

  /** Whether the pending one landed: then its receipt is shown; else its key is forgotten. */
  async #resolve(client: ZwgkClient): Promise<boolean> {
    this.#show({kind: 'resolving'});
    try {
      const receipt = await this.#options.find(client, this.#pending!.key, this.#abort.signal);
      this.#show({kind: 'done', receipt, earlier: true});
      return true;
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'not-found') throw error;
      void this.#keep(client, undefined);
      return false;
    }
  }

  #show(state: Sent<R>): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  /** The key of today's unanswered one. Every access to storage may be refused: then it lives as long as the page. */
  async #kept(client: ZwgkClient): Promise<string | undefined> {
    const name = this.#options.storage(client);
    if (!name) return undefined;
    let text: string | null | undefined;
    try {
      text = localStorage.getItem(name);
    } catch {
      return undefined;
    }
    const [key, at] = (text || (await readDurable(name)).get(name) || '').split(' ');
    return key && /^[\w-]{22}$/.test(key) && Math.abs(Date.now() - Number(at)) < DAY ? key : undefined;
  }

  async #keep(client: ZwgkClient, pending: {key: string; body: string | undefined} | undefined): Promise<void> {
    this.#pending = pending;
    const name = this.#options.storage(client);
    if (!name) return;
    const text = pending ? `${pending.key} ${Date.now()}` : '';
    try {
      if (text) localStorage.setItem(name, text);
      else localStorage.removeItem(name);
    } catch {
      // Refused or full: the key is in memory.
    }
    await writeDurable(name, text);
  }
}
