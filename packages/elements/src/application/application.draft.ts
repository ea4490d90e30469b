/** A draft on this device: what is not personal, when the person wants it, for seven days. */
import type {Values} from './application.logic.ts';
import {fromDraft, toDraft} from './application.logic.ts';

/** Milliseconds of quiet before what is typed is kept. */
const SETTLE = 300;

export class Draft {
  readonly #name: string;
  #timer = 0;
  /** Whether the person wants one kept. */
  wanted = false;
  /** Whether the device refused to keep it. */
  refused = false;

  constructor(endpoint: string, agency: string) {
    this.#name = `zwgk-application-draft:${endpoint}:${agency}`;
  }

  /** What was kept before, if it still counts; what no longer does is removed. */
  read(): Values | undefined {
    try {
      const text = localStorage.getItem(this.#name);
      const values = text ? fromDraft(text, Date.now()) : undefined;
      if (text && !values) localStorage.removeItem(this.#name);
      this.wanted = values !== undefined;
      return values;
    } catch {
      return undefined;
    }
  }

  /** Keeps the values in a moment. */
  keep(values: Values): void {
    if (!this.wanted) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.write(values), SETTLE);
  }

  /** Keeps them now. */
  write(values: Values): void {
    clearTimeout(this.#timer);
    if (!this.wanted) return;
    try {
      localStorage.setItem(this.#name, toDraft(values, Date.now()));
    } catch {
      this.refused = true;
      this.wanted = false;
    }
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.wanted = false;
    try {
      localStorage.removeItem(this.#name);
    } catch {
      // What could not be written need not be removed.
    }
  }
}
