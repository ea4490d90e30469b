import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * What only a person does. Moving a pointer is no such sign: a mouse trembles with its table and would keep a stranger's
 * data in view for ever. Neither is focus: widgets move it themselves. They count anywhere on the page, since who reads
 * with the page's own keys or writes in another widget is still there; nobody can tell from signs that a second person
 * came within minutes, which is what the buttons that clear are for.
 */
const SIGNS = ['pointerdown', 'keydown', 'input', 'wheel'];

/** Milliseconds that a person may be still where a page says nothing else. */
export const PATIENCE = 10 * 60_000;

/** The warning comes a tenth of the time before the end, and leaves 20 seconds to answer it (WCAG 2.2.1). */
const warnAt = (patience: number): number => patience - Math.max(patience / 10, Math.min(20_000, patience / 2));

export interface Watched {
  /** Milliseconds without a sign of anybody after which they are taken for gone; 0 while there is nothing to protect. */
  readonly patience: () => number;
  /** The warning is to be shown, or was answered. */
  readonly onWarn?: (isWarning: boolean) => void;
  /** Nobody was there for that long, or the page was left: the way back to it must show nothing. */
  readonly onGone: (why: 'idle' | 'left') => void;
}

/** Notices that nobody is at the computer any more: what is personal has to go before somebody else comes. */
export class IdleWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #watched: Watched;
  #patience = 0;
  #timers: number[] = [];
  #seen = 0;
  isWarning = false;

  constructor(host: ReactiveControllerHost, watched: Watched) {
    this.#host = host;
    this.#watched = watched;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#look);
    this.hostUpdate();
  }
  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#look);
    this.#watch(0);
  }
  hostUpdate(): void {
    const patience = this.#watched.patience();
    if (patience !== this.#patience) this.#watch(patience);
  }

  #watch(patience: number): void {
    this.#patience = patience;
    for (const sign of SIGNS) {
      // Before any script of the page, which might keep it to itself.
      if (patience) window.addEventListener(sign, this.#sign, {capture: true, passive: sign === 'wheel'});
      else window.removeEventListener(sign, this.#sign, {capture: true});
    }
    this.#restart();
    if (!patience) this.#stop();
  }

  #restart(): void {
    this.#stop();
    this.#seen = Date.now();
    const warn = (): void => this.#warn(true);
    this.#timers = [window.setTimeout(warn, warnAt(this.#patience)), window.setTimeout(this.#end, this.#patience)];
  }

  #stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    if (this.isWarning) this.#warn(false);
  }

  #warn(on: boolean): void {
    this.isWarning = on;
    this.#watched.onWarn?.(on);
    this.#host.requestUpdate();
  }

  readonly #sign = (event: Event): void => {
    if (!this.#isOver()) return this.#restart();
    // Timers stand still while a device sleeps. Who woke it is somebody else, and adds nothing to what is being wiped.
    event.stopImmediatePropagation();
    if (event.type !== 'wheel') event.preventDefault();
    this.#end();
  };
  readonly #look = (): void => {
    if (!document.hidden && this.#patience && this.#isOver()) this.#end();
  };
  readonly #leave = (): void => this.#watched.onGone('left');

  #isOver(): boolean {
    return Date.now() - this.#seen >= this.#patience;
  }

  /** What comes next is a sign of the next one. */
  readonly #end = (): void => {
    this.#stop();
    this.#seen = Date.now();
    this.#watched.onGone('idle');
    this.#host.requestUpdate();
  };
}
