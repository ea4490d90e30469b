/** An application as it is kept, and back. */
import type {ApplicationAnswerInput, ApplicationInput, InformationRequest} from '@zwgk/contract';
import type {AnnualEntry, ApplicationEvent, ApplicationProgress} from '@zwgk/rules/application';
import type {Selectable} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import type {ApplicationEventTable, ApplicationTable} from './tables.ts';

/** What an event says in words; sealed. */
export interface EventWords {
  readonly note?: string;
  readonly amount?: number;
  readonly answer?: ApplicationAnswerInput;
  /** What was asked for before it was corrected. */
  readonly replaced?: InformationRequest;
}

export interface StoredEvent extends EventWords {
  readonly event: ApplicationEvent;
  readonly agency?: string;
}

/** An application without what it says. */
export interface ApplicationHead {
  readonly number: string;
  readonly agency: string;
  readonly handledBy: string;
  readonly kind: ApplicationTable['kind'];
  readonly applicant: AnnualEntry['applicant'];
  readonly submittedAt: string;
  readonly version: number;
  readonly demo: boolean;
  readonly suggestProactive: boolean;
  readonly shownDocuments: readonly string[];
  readonly topic: string | null;
  readonly progress: ApplicationProgress;
}

export interface StoredApplication extends ApplicationHead {
  /** `undefined` once its time was over. */
  readonly input: ApplicationInput | undefined;
  readonly events: readonly StoredEvent[];
}

export const inputPlace = (number: string): string => `${number}/application`;
export const eventPlace = (number: string, seq: number): string => `${number}/event/${seq}`;
export const receiptPlace = (hash: string): string => `receipt/${hash}`;

export const headOf = (row: Selectable<ApplicationTable>): ApplicationHead => ({
  number: row.number,
  agency: row.agency,
  handledBy: row.handled_by,
  kind: row.kind,
  applicant: row.applicant,
  submittedAt: row.submitted_at,
  version: row.version,
  demo: row.demo === 1,
  suggestProactive: row.suggests === 1,
  shownDocuments: JSON.parse(row.shown) as string[],
  topic: row.topic,
  progress: JSON.parse(row.progress) as ApplicationProgress,
});

export function opened(
  row: Selectable<ApplicationTable>,
  events: readonly Selectable<ApplicationEventTable>[],
  vault: Vault,
): StoredApplication {
  return {
    ...headOf(row),
    input: row.sealed === null ? undefined : (JSON.parse(vault.open(row.sealed, inputPlace(row.number))) as ApplicationInput),
    events: events.map(({seq, event, agency, sealed}) => ({
      event: JSON.parse(event) as ApplicationEvent,
      ...(agency === null ? {} : {agency}),
      ...(sealed === null ? {} : (JSON.parse(vault.open(sealed, eventPlace(row.number, seq))) as EventWords)),
    })),
  };
}
