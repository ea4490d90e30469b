import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {listReposts, type ZwgkClient} from '@zwgk/client';
import type {RepostList} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {joined} from './feed.logic.ts';

/** Milliseconds after which an open page asks again: what was passed on just now has to be seen at once (R6.6). */
const REFRESH = 5 * 60_000;

/** Loads the newest reposts, more of them on demand, and looks again while the page stays open. */
export class FeedController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #resource: Resource<[ZwgkClient, number, string], RepostList>;
  readonly #refresh: number;
  #client: ZwgkClient | undefined;
  #limit = 0;
  #cursor = '';
  #timer = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, onSettled: (state: ViewState<RepostList>) => void, refresh = REFRESH) {
    this.#host = host;
    this.#refresh = refresh;
    this.#resource = new Resource<[ZwgkClient, number, string], RepostList>(host, {
      load: async ([client, limit, cursor], signal) => {
        const before = cursor ? valueOf(this.#resource.state) : undefined;
        return joined(before, await listReposts(client, {limit, cursor}, signal));
      },
      isEmpty: ({items}) => items.length === 0,
      onSettled,
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = window.setInterval(() => this.#lookAgain(), this.#refresh);
  }
  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
  #lookAgain(): void {
    // A list that the reader is in, or has made longer, does not change under their eyes.
    const left = document.hidden || this.#cursor || this.#host.matches(':focus-within');
    if (!left && this.#resource.state.kind !== 'loading') this.retry();
  }

  /** What should be in view; loads from the top when it differs from the last call. */
  want(client: ZwgkClient | undefined, limit: number): void {
    if (client !== this.#client || limit !== this.#limit) this.#cursor = '';
    [this.#client, this.#limit] = [client, limit];
    this.#resource.want(client && [client, limit, this.#cursor]);
  }

  /** Puts the next page under what is listed. */
  more(): void {
    this.#cursor = valueOf(this.#resource.state)?.nextCursor ?? this.#cursor;
    this.want(this.#client, this.#limit);
  }

  retry(): void {
    this.#resource.retry();
  }

  /** Whether the reader waits for the next page. */
  get isAdding(): boolean {
    return Boolean(this.#cursor) && this.#resource.state.kind === 'loading';
  }

  get state(): ViewState<RepostList> {
    return this.#client ? this.#resource.state : {kind: 'unconfigured'};
  }
}
