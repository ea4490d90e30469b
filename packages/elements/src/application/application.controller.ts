import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ApiError, getReceiptByKey, newIdempotencyKey, submitApplication, type Retry, type ZwgkClient} from '@zwgk/client';
import type {ApplicationInput, Receipt} from '@zwgk/contract';
import {keepPending, pendingKey} from './application.pending.ts';

/** What has become of the request. */
export type Sending =
  | {readonly kind: 'idle'}
  /** Asks whether an earlier request landed. */
  | {readonly kind: 'resolving'}
  | {readonly kind: 'sending'; readonly retry?: Retry}
  /** Nothing shows that it was stored; everything that was typed is still there. */
  | {readonly kind: 'unsent'; readonly error: ApiError}
  /** `earlier`: the receipt of what was sent before, not of what is in the form now. */
  | {readonly kind: 'done'; readonly receipt: Receipt; readonly earlier: boolean};

interface Pending {
  readonly key: string;
  /** What was sent with it; `undefined` after a crash. */
  readonly body: string | undefined;
}

/**
 * Sends one request, once: the same content goes with the same key however often it is sent, and other content only when
 * it is known that the one before did not land.
 */
export class ApplicationController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onSettled: (state: Sending) => void;
  readonly #kiosk: () => boolean;
  #pending: Pending | undefined;
  #abort = new AbortController();
  state: Sending = {kind: 'idle'};

  constructor(host: ReactiveControllerHost, kiosk: () => boolean, onSettled: (state: Sending) => void) {
    this.#host = host;
    this.#kiosk = kiosk;
    this.#onSettled = onSettled;
    host.addController(this);
  }
  hostDisconnected(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  get busy(): boolean {
    return this.state.kind === 'sending' || this.state.kind === 'resolving';
  }

  /** After a crash: whether the request that was under way landed. */
  async recover(client: ZwgkClient): Promise<void> {
    const key = this.#kiosk() ? undefined : pendingKey(client.endpoint);
    if (!key || this.#pending || this.busy) return;
    this.#pending = {key, body: undefined};
    await this.#settle(client, async () => ((await this.#resolve(client)) ? this.state : {kind: 'idle'}));
  }

  /** Sends; resolves when there is a receipt or a reason why there is none. A second call meanwhile does nothing. */
  async send(client: ZwgkClient, input: ApplicationInput): Promise<void> {
    if (this.busy) return;
    await this.#settle(client, async () => {
      const body = JSON.stringify(input);
      if (this.#pending && this.#pending.body !== body && (await this.#resolve(client))) return this.state;
      this.#keep(client, this.#pending ?? {key: newIdempotencyKey(), body});
      this.#show({kind: 'sending'});
      const receipt = await submitApplication(client, input, {
        key: this.#pending!.key,
        signal: this.#abort.signal,
        onRetry: (retry) => this.#show({kind: 'sending', retry}),
      });
      return {kind: 'done', receipt, earlier: false};
    });
  }

  /** Forgets the receipt: the person has done with it. */
  reset(): void {
    this.#show({kind: 'idle'});
  }

  /** Runs a try, and says how it ended. */
  async #settle(client: ZwgkClient, run: () => Promise<Sending>): Promise<void> {
    try {
      this.#show(await run());
    } catch (caught) {
      const error = caught instanceof ApiError ? caught : new ApiError('server-error', client.endpoint);
      // The key belongs to something else that was stored: that is asked for before anything is sent again.
      if (error.problem?.code === 'idempotency-mismatch') this.#pending = {...this.#pending!, body: undefined};
      this.#show(error.code === 'aborted' ? {kind: 'idle'} : {kind: 'unsent', error});
    }
    if (this.state.kind === 'done') this.#keep(client, undefined);
    this.#onSettled(this.state);
  }

  /** Whether the pending request landed: then its receipt is shown; else its key is forgotten. */
  async #resolve(client: ZwgkClient): Promise<boolean> {
    this.#show({kind: 'resolving'});
    try {
      const receipt = await getReceiptByKey(client, this.#pending!.key, this.#abort.signal);
      this.#show({kind: 'done', receipt, earlier: true});
      return true;
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'not-found') throw error;
      this.#keep(client, undefined);
      return false;
    }
  }

  #keep(client: ZwgkClient, pending: Pending | undefined): void {
    this.#pending = pending;
    if (!this.#kiosk()) keepPending(client.endpoint, pending?.key);
  }

  #show(state: Sending): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
