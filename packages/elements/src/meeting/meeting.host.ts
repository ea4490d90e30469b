import type {ReactiveControllerHost} from 'lit';
import type {ZwgkClient} from '@zwgk/client';
import type {Locale} from '../foundation/host-context.ts';

/** What the parts need of the element: its state to read, and the few things they can ask for. */
export interface MeetingHost extends ReactiveControllerHost, HTMLElement {
  readonly client: ZwgkClient | undefined;
  /** Language that is shown, and the one that the page asks for. */
  readonly locale: Locale;
  readonly localeWanted: Locale;
  readonly headingLevel: number;
  readonly demoMark: string;
  readonly retryWords: string;
  readonly kiosk: boolean;
  readonly quiet: boolean;
  readonly meetingId: string;
  readonly meetingHref: string;
  readonly consultationHref: string;
  readonly documentHref: string;
  /** Shows a meeting in this place; an empty id goes back to the list. */
  open(id: string): void;
  /** Address of that; `undefined` when the page's address is not to be touched. */
  hrefOf(id: string): string | undefined;
  /** Asks the server again. */
  reload(): void;
  say(text: string): void;
  emit(type: string, detail: unknown): void;
}
