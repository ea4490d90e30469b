import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Part of the time after which the person is warned. */
const WARN_AT = 0.9;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'focusin'] as const;

/** Notices when nobody is there any more, and when the page is left: then what is personal goes. */
export class IdleWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #after: () => number;
  readonly #onWarn: (warn: boolean) => void;
  readonly #onGone: (left: boolean) => void;
  #timers: number[] = [];
  #touched = 0;
  #warned = false;

  /** @param onGone Told `true` when the page was left, `false` when time was up. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    after: () => number,
    onWarn: (warn: boolean) => void,
    onGone: (left: boolean) => void,
  ) {
    this.#host = host;
    this.#after = after;
    this.#onWarn = onWarn;
    this.#onGone = onGone;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of TOUCHES) this.#host.addEventListener(type, this.#touch);
    window.addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#look);
    this.#touch();
  }
  hostDisconnected(): void {
    for (const type of TOUCHES) this.#host.removeEventListener(type, this.#touch);
    window.removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#look);
    this.#stop();
  }

  readonly #leave = (): void => this.#onGone(true);
  /** Timers stand still while a device sleeps. */
  readonly #look = (): void => {
    if (!document.hidden && Date.now() - this.#touched > this.#after()) this.#end();
  };
  readonly #touch = (): void => {
    this.#stop();
    this.#touched = Date.now();
    if (this.#warned) this.#onWarn((this.#warned = false));
    const after = this.#after();
    const warn = (): void => this.#onWarn((this.#warned = true));
    this.#timers = [window.setTimeout(warn, after * WARN_AT), window.setTimeout(() => this.#end(), after)];
  };

  #end(): void {
    this.#stop();
    this.#warned = false;
    this.#onGone(false);
  }
  #stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
