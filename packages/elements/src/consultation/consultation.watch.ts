/** Asks the server again while somebody writes and the end is near: its clock decides, never the visitor's (T32). */
import type {ReactiveController} from 'lit';
import type {ConsultationStanding} from '@zwgk/contract';
import type {ConsultationHost} from './consultation.host.ts';

/** Milliseconds between two looks on the last days, and in the last minutes. */
export const LOOK = 60_000;
export const LOOK_SOON = 15_000;

export class ClosingWatch implements ReactiveController {
  readonly #host: ConsultationHost;
  readonly #standing: () => ConsultationStanding;
  readonly #hasSome: () => boolean;
  #timer = 0;

  /** @param hasSome Whether something would be lost: else nobody has to be told. */
  constructor(host: ConsultationHost, standing: () => ConsultationStanding, hasSome: () => boolean) {
    this.#host = host;
    this.#standing = standing;
    this.#hasSome = hasSome;
    host.addController(this);
  }

  hostConnected(): void {
    this.#wait();
  }
  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    this.#timer = window.setTimeout(() => this.#look(), this.#standing().closingSoon ? LOOK_SOON : LOOK);
  }

  #look(): void {
    // A page that was left open over night says one day still.
    const isNear = (this.#standing().remainingDays ?? Infinity) <= 1;
    if (isNear && this.#hasSome()) this.#host.reload();
    this.#wait();
  }
}
