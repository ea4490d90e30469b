/** Comments that are not sent yet, on this device: their texts and places, nothing about who wrote them. */
import type {SurveyAnswers} from '@zwgk/contract';
import {fromDraft, toDraft, type Entry, type Kept, type Writing} from './consultation.logic.ts';

/** Milliseconds of quiet before what is typed is kept. */
const SETTLE = 300;

export class Draft {
  readonly #name: string;
  #timer = 0;
  /** What to write, so that leaving the page loses nothing. */
  #next: string | undefined;

  /** @param name Empty: nothing is kept. */
  constructor(name: string) {
    this.#name = name;
  }

  /** What was kept before, if it still counts; what no longer does is removed. */
  read(): Kept | undefined {
    if (!this.#name) return undefined;
    try {
      const text = localStorage.getItem(this.#name);
      const draft = text ? fromDraft(text, Date.now()) : undefined;
      if (text && !draft) localStorage.removeItem(this.#name);
      return draft;
    } catch {
      return undefined;
    }
  }

  /** Keeps it in a moment; nothing left means that nothing is kept. */
  keep(entries: readonly Entry[], writing: Writing | undefined, answers: SurveyAnswers = {}): void {
    if (!this.#name) return;
    const isEmpty = entries.length === 0 && !writing?.text.trim() && Object.keys(answers).length === 0;
    this.#next = isEmpty ? '' : toDraft(entries, writing, Date.now(), answers);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), SETTLE);
  }

  /** Keeps it now. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#next === undefined) return;
    try {
      if (this.#next) localStorage.setItem(this.#name, this.#next);
      else localStorage.removeItem(this.#name);
    } catch {
      // Refused or full: it lives as long as the page.
    }
    this.#next = undefined;
  }
}
