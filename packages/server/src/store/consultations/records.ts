/** Consultations and comments as they are kept, and back. */
import type {Anchor, CommentConsents, CommentSubmission, ConsultationInput, ReportInput} from '@zwgk/contract';
import type {CommentProgress, Scheduled} from '@zwgk/rules/consultation';
import type {Selectable} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import type {CommentTable, ConsultationTable} from './tables.ts';

/** A published report: as it was published, with what was received by then. */
export interface PublishedReport {
  readonly report: ReportInput;
  readonly received: number;
  /** Clusters in which opinion is concentrated. */
  readonly concentrated: readonly string[];
  /** Sections of the draft that each cluster is about. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  /** When this text of it was published. */
  readonly at: string;
}

export interface StoredConsultation {
  readonly row: number;
  readonly id: string;
  readonly sponsor: string;
  readonly version: number;
  readonly demo: boolean;
  readonly input: ConsultationInput;
  /** Absent exactly where the law keeps the matter secret (R3.11). */
  readonly draft: {readonly document: string; readonly version: number} | undefined;
  readonly schedule: Scheduled;
  readonly reportVersion: number;
}

export const storedConsultation = (stored: Omit<Selectable<ConsultationTable>, 'report' | 'reported'>): StoredConsultation => ({
  row: stored.row,
  id: stored.id,
  sponsor: stored.sponsor,
  version: stored.version,
  demo: stored.demo === 1,
  input: JSON.parse(stored.data) as ConsultationInput,
  draft: stored.document === null ? undefined : {document: stored.document, version: stored.draft_version!},
  schedule: {
    opensAt: stored.opens_at ?? '',
    closesAt: stored.closes_at ?? '',
    ...(stored.reported_at === null ? {} : {reportedAt: stored.reported_at}),
  },
  reportVersion: stored.report_version,
});

/** What an author wrote. */
export interface CommentWords {
  readonly text: string;
  readonly anchors: readonly Anchor[];
}

/** What an author said of themselves. */
export interface AuthorWords {
  readonly displayName?: string;
  readonly contact?: CommentSubmission['contact'];
  readonly consent: CommentConsents;
}

export const commentPlace = (id: string): string => `comment/${id}`;
export const authorPlace = (number: string): string => `${number}/author`;
export const commentReceiptPlace = (hash: string): string => `comment-receipt/${hash}`;

export interface StoredComment {
  readonly row: number;
  readonly id: string;
  readonly receipt: number;
  readonly receivedAt: string;
  readonly section: string;
  readonly progress: CommentProgress;
  readonly shownAt: string | null;
  readonly honeypot: boolean;
  readonly family: number | null;
  /** `undefined` once it is gone. */
  readonly words: CommentWords | undefined;
}

export const storedComment = (stored: Selectable<CommentTable>, vault: Vault): StoredComment => ({
  row: stored.row,
  id: stored.id,
  receipt: stored.receipt,
  receivedAt: stored.received_at,
  section: stored.section,
  progress: JSON.parse(stored.progress) as CommentProgress,
  shownAt: stored.shown_at,
  honeypot: stored.honeypot === 1,
  family: stored.family,
  words: stored.sealed === null ? undefined : (JSON.parse(vault.open(stored.sealed, commentPlace(stored.id))) as CommentWords),
});

export const authorWords = (number: string, sealed: string | null, vault: Vault): AuthorWords | undefined =>
  sealed === null ? undefined : (JSON.parse(vault.open(sealed, authorPlace(number))) as AuthorWords);
