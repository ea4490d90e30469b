import type {ReactiveController, ReactiveControllerHost} from 'lit';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'];

/** Milliseconds without a sign of the reader until they are warned, and from then until nothing is kept. */
const PATIENCE = {warn: 9 * 60_000, wipe: 60_000};

/** Tells when the reader seems to have left a computer that others use; whatever they do shows that they have not. */
export class IdleWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onWarn: () => void;
  readonly #onLeft: () => void;
  readonly #patience: typeof PATIENCE;
  #timer = 0;
  #on = false;
  /** Whether the reader has been warned and has given no sign since. */
  isWarning = false;

  constructor(host: ReactiveControllerHost, onWarn: () => void, onLeft: () => void, patience = PATIENCE) {
    this.#host = host;
    this.#onWarn = onWarn;
    this.#onLeft = onLeft;
    this.#patience = patience;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.want(false);
  }

  /** Whether to look out. */
  want(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    for (const sign of SIGNS) {
      if (on) window.addEventListener(sign, this.#again, {capture: true, passive: true});
      else window.removeEventListener(sign, this.#again, {capture: true});
    }
    if (on) this.#again();
    else this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (!this.isWarning) return;
    this.isWarning = false;
    this.#host.requestUpdate();
  }

  readonly #again = (): void => {
    this.#stop();
    this.#timer = window.setTimeout(this.#warn, this.#patience.warn);
  };

  readonly #warn = (): void => {
    this.isWarning = true;
    this.#timer = window.setTimeout(this.#left, this.#patience.wipe);
    this.#host.requestUpdate();
    this.#onWarn();
  };

  readonly #left = (): void => {
    this.#again();
    this.#onLeft();
  };
}
