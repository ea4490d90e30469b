import type {TemplateResult} from 'lit';
import type {ApiError, ZwgkClient} from '@zwgk/client';
import type {DocumentLink} from '@zwgk/contract';
import type {CommonStrings} from '../foundation/common.strings.ts';
import type {HostContext} from '../foundation/host-context.ts';
import type {Correction, CorrectOptions} from './application-status.controller.ts';

/** What the templates of a request's status need of the element: its surroundings, and the few things they can ask for. */
export interface StatusHost {
  readonly context: Pick<HostContext, 'locale' | 'endpoint'>;
  readonly common: {readonly t: CommonStrings};
  readonly client: () => ZwgkClient | undefined;
  /** Level of the widget's title. */
  headingLevel(): number;
  /** Where a document is shown, where the page says so. */
  hrefOfDocument(link: DocumentLink): string | undefined;
  correct(correction: Correction, options: CorrectOptions): Promise<void>;
  withdraw(note: string): Promise<void>;
  /** Asks again where the request stands. */
  lookAgain(): void;
  /** Forgets the person and goes back to the form. */
  leave(): void;
  renderFailed(error: ApiError, retry: () => void): TemplateResult;
  say(text: string): void;
  /** Gives the focus to the first of these once the next drawing stands. */
  focusNext(...selectors: string[]): void;
}
