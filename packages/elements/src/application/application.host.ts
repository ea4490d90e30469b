import type {ZwgkClient} from '@zwgk/client';
import type {ApplicationGuide, ApplicationKind} from '@zwgk/contract';
import type {Locale} from '../foundation/host-context.ts';
import type {Step} from './application.steps.ts';

/** What the form needs of the element: its surroundings to read, and the few things it can ask for. */
export interface ApplicationHost {
  readonly client: ZwgkClient | undefined;
  readonly guide: ApplicationGuide;
  readonly locale: Locale;
  readonly headingLevel: number;
  readonly step: Step;
  /** What is asked for: information, or that a record be put right. */
  readonly kind: ApplicationKind;
  /** Others use this device too: nothing is kept on it. */
  readonly kiosk: boolean;
  /** Milliseconds without a touch after which what is personal is wiped. */
  readonly idle: number;
  /** Page that shows a document, with `{id}` in it; empty where there is none. */
  readonly documentHref: string;
  /** Page that shows where a request stands; empty where there is none. */
  readonly statusHref: string;
  /** What the page has filled in already, by field. */
  readonly prefilled: Readonly<Record<string, string>>;
  /** Fields that the page does not let be changed. */
  readonly locked: readonly string[];
  /** Shows a step; `replace` leaves none of the steps before in the history. */
  go(step: Step, replace?: boolean): void;
  /** Loads the guide again: the agency has changed it. */
  reloadGuide(): void;
  say(text: string): void;
  emit(type: string, detail: unknown): void;
}
