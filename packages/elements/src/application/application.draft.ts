/**
 * A draft on this device: what is not personal, when the person wants it, for seven days. Tabs that have the same draft
 * never write over each other's: what the other one made of it is shown, and the person chooses (R12).
 */
import {readDurable, writeDurable} from '../foundation/durable.ts';
import type {Values} from './application.logic.ts';
import {fromDraft, isSameDraft, keptOf, toDraft, writtenAt} from './application.logic.ts';

/** Milliseconds after which what is typed is kept, however long somebody goes on typing. */
const SETTLE = 300;

/** The other text of a draft that two tabs have. */
export interface Other {
  /** Whether something was written here too; else theirs has taken its place, and `values` is what was here. */
  readonly isRival: boolean;
  readonly values: Values;
}

export class Draft {
  readonly agency: string;
  readonly #name: string;
  /** Where this tab keeps its own as long as nobody has chosen. */
  readonly #own: string;
  #timer = 0;
  #next: Values = {};
  /** The shared draft as this tab knows it, and what it holds. */
  #seen: string | null = null;
  #base: Values | undefined;
  /** Left by a tab that was closed before anybody chose. */
  #left = '';
  other: Other | undefined;
  /** Whether the person wants one kept. */
  wanted = false;
  /** Whether the device refused to keep it. */
  refused = false;

  constructor(endpoint: string, agency: string) {
    this.agency = agency;
    this.#name = `zwgk-application-draft:${endpoint}:${agency}`;
    this.#own = `${this.#name}:${Math.random().toString(36).slice(2)}`;
  }

  /** Brings back what a killed browser has not written: call it before `read`. */
  async recover(): Promise<void> {
    const saved = await readDurable(this.#name);
    try {
      for (const [name, text] of saved)
        if (this.#isOne(name) && writtenAt(text) > writtenAt(localStorage.getItem(name) ?? '')) localStorage.setItem(name, text);
    } catch {
      // Refused: then there is no draft.
    }
  }

  /** What was kept before, if it still counts; what no longer does is removed. */
  read(): Values | undefined {
    try {
      this.#seen = localStorage.getItem(this.#name);
      let kept = this.#valid(this.#name);
      for (const name of Object.keys(localStorage).filter((key) => key !== this.#name && this.#isOne(key))) {
        const left = this.#valid(name);
        if (!left || (kept && isSameDraft(left, kept))) this.#put(name, '');
        else if (!kept) kept = left;
        else [this.#left, this.other] = [name, {isRival: true, values: left}];
      }
      this.#base = kept;
      this.wanted = kept !== undefined;
      return kept;
    } catch {
      return undefined;
    }
  }

  /** Keeps the values in a moment. */
  keep(values: Values): void {
    if (!this.wanted) return;
    this.#next = values;
    this.#timer ||= window.setTimeout(() => this.write(this.#next), SETTLE);
  }

  /** Keeps them now; beside the draft of another tab, not over it. */
  write(values: Values): void {
    this.#stop();
    if (!this.wanted) return;
    if (this.#base && isSameDraft(values, this.#base)) return;
    try {
      const stored = localStorage.getItem(this.#name);
      if (stored !== this.#seen) this.#meet(stored, values);
      const text = toDraft(values, Date.now());
      if (this.other?.isRival && !this.#left) return this.#put(this.#own, text);
      this.#put(this.#name, text);
      [this.#seen, this.#base] = [text, keptOf(values)];
      if (!this.#left) this.other = undefined;
    } catch {
      this.refused = true;
      this.wanted = false;
    }
  }

  /**
   * Another tab has changed the storage: the values that take the place of those here where nothing was written
   * meanwhile; `gone` when it sent or removed the draft.
   */
  hear({key}: StorageEvent, values: Values): Values | 'gone' | undefined {
    // What is there now counts: an event may be late.
    const stored = this.wanted && key === this.#name ? localStorage.getItem(key) : this.#seen;
    if (stored === this.#seen) return undefined;
    if (stored === null) {
      [this.#seen, this.wanted] = [null, false];
      this.#clear();
      return 'gone';
    }
    const theirs = this.#meet(stored, values);
    if (this.other?.isRival) this.write(values);
    return theirs;
  }

  /** The person has chosen: these are the draft. */
  settle(values: Values): void {
    this.#clear();
    this.#base = undefined;
    this.#seen = localStorage.getItem(this.#name);
    this.write(values);
  }

  forget(): void {
    this.#stop();
    this.wanted = false;
    this.#base = undefined;
    try {
      this.#put(this.#name, '');
      this.#clear();
    } catch {
      // What could not be written need not be removed.
    }
    this.#seen = null;
  }

  /** Takes notice of what another tab has written. */
  #meet(stored: string | null, values: Values): Values | undefined {
    this.#seen = stored;
    const theirs = stored === null ? undefined : fromDraft(stored, Date.now());
    if (!theirs || isSameDraft(theirs, values)) {
      if (theirs) this.#clear();
      this.#base = theirs;
      return undefined;
    }
    if (!this.#base || !isSameDraft(values, this.#base)) {
      this.other = {isRival: true, values: theirs};
      return undefined;
    }
    this.other = {isRival: false, values: this.other?.values ?? keptOf(values)};
    return (this.#base = theirs);
  }

  /** The draft, or what a tab has kept beside it. */
  #isOne(name: string): boolean {
    return name === this.#name || name.startsWith(`${this.#name}:`);
  }

  #valid(name: string): Values | undefined {
    const text = localStorage.getItem(name);
    const values = text ? fromDraft(text, Date.now()) : undefined;
    if (text && !values) this.#put(name, '');
    return values;
  }

  #put(name: string, text: string): void {
    if (text) localStorage.setItem(name, text);
    else localStorage.removeItem(name);
    void writeDurable(name, text);
  }

  #clear(): void {
    for (const name of [this.#own, this.#left]) if (name && localStorage.getItem(name) !== null) this.#put(name, '');
    [this.#left, this.other] = ['', undefined];
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }
}
