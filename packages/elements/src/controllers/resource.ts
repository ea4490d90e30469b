import {Task, TaskStatus} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ApiError} from '@zwgk/client';
import type {ViewState} from '../foundation/view-state.ts';

interface Options<A extends readonly unknown[], T> {
  /** Loads the value for these arguments. */
  readonly load: (args: A, signal: AbortSignal) => Promise<T>;
  readonly isEmpty?: (value: T) => boolean;
  /** Told of every new value and every failure, outside of any swallowed callback. */
  readonly onSettled?: (state: ViewState<T>) => void;
}

/**
 * One resource as a `ViewState`, over @lit/task. What the task does not do: abort when the host leaves the page,
 * keep the last good value while loading and after a failure, take an abort for no error, try again when back online.
 */
export class Resource<A extends readonly unknown[], T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Partial<Node>;
  readonly #options: Options<A, T>;
  readonly #task: Task<A, T>;
  #args: A | undefined;
  #last: T | undefined;
  #isStopped = false;

  constructor(host: ReactiveControllerHost & Partial<Node>, options: Options<A, T>) {
    this.#host = host;
    this.#options = options;
    this.#task = new Task<A, T>(host, {autoRun: false, task: (args, {signal}) => options.load(args as unknown as A, signal)});
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#whenOnline);
    if (this.#isStopped || this.#task.status === TaskStatus.ERROR) this.retry();
  }
  hostDisconnected(): void {
    window.removeEventListener('online', this.#whenOnline);
    // A host that is only moved is back by then, and goes on loading.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#isStopped = this.#task.status === TaskStatus.PENDING;
      this.#task.abort();
    });
  }
  readonly #whenOnline = (): void => {
    if (this.#task.status === TaskStatus.ERROR) this.retry();
  };

  /** Loads when the arguments differ from the last ones; call it in the host's `willUpdate`. `undefined` stops. */
  want(args: A | undefined): void {
    if (args?.length === this.#args?.length && args?.every((arg, i) => arg === this.#args![i])) return;
    this.#args = args;
    if (args) void this.#run();
    else this.#task.abort();
  }

  /** Loads again with the same arguments. */
  retry(): void {
    if (this.#args) void this.#run();
  }

  async #run(): Promise<void> {
    const args = this.#args!;
    this.#isStopped = false;
    await this.#task.run(args).catch(() => undefined);
    if (args !== this.#args) return;
    if (this.#task.status === TaskStatus.COMPLETE) this.#last = this.#task.value;
    this.#options.onSettled?.(this.state);
    this.#host.requestUpdate();
  }

  get state(): ViewState<T> {
    if (!this.#args) return {kind: 'idle'};
    const previous = this.#last === undefined ? {} : {previous: this.#last};
    switch (this.#task.status) {
      case TaskStatus.COMPLETE: {
        const value = this.#task.value as T;
        return {kind: this.#options.isEmpty?.(value) ? 'empty' : 'ready', value};
      }
      case TaskStatus.ERROR: {
        const error = this.#task.error instanceof ApiError ? this.#task.error : new ApiError('server-error', '');
        return error.code === 'aborted' ? {kind: 'idle'} : {kind: 'failed', error, ...previous};
      }
      default:
        return {kind: 'loading', ...previous};
    }
  }
}
