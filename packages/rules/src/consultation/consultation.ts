import type {Level} from '@zwgk/contract';
import type {CommentChannel, ParticipationMethod} from './vocabulary.ts';

/** A document that is put up for opinions, in the version that they are about. */
export interface DraftRef {
  readonly document: string;
  readonly version: number;
}

/** 决策依据 (R3.9): a law or document, with a link where there is one. */
export interface DecisionBasis {
  readonly title: string;
  readonly docNumber?: string;
  readonly url?: string;
}

/** 听证会 (R11.2; 国务院令第713号 第十六、十七条). Instants are ISO 8601. */
export interface HearingInput {
  /** When the notice was, or will be, published. */
  readonly noticeAt?: string;
  readonly at?: string;
  readonly place?: string;
  /** Participants who are selected among those who sign up. */
  readonly quota?: number;
  /** 听证参加人遴选办法, where participants are selected. */
  readonly selection?: string;
  /** When signing up ends; else with the hearing. */
  readonly signUpUntil?: string;
  /** When the list of participants was published. */
  readonly participantsAt?: string;
  /** Day in China on which the last participant had the materials. */
  readonly materialsOn?: string;
  readonly liveUrl?: string;
  /** 笔录: when it was published. */
  readonly record?: {readonly publishedAt: string; readonly url?: string};
}

/** A consultation as an agency submits it; every field may still be missing. */
export interface ConsultationInput {
  readonly title?: string;
  readonly sponsor?: string;
  readonly level?: Level;
  readonly matterType?: string;
  readonly methods?: readonly ParticipationMethod[];
  readonly draft?: DraftRef;
  /** 起草说明. */
  readonly explanation?: string;
  readonly basis?: readonly DecisionBasis[];
  /** First instant at which comments are taken. */
  readonly opensAt?: string;
  /** First instant at which they are not taken any more. */
  readonly closesAt?: string;
  /** Why the period is shorter than the law's. */
  readonly shortReason?: string;
  readonly channels?: readonly CommentChannel[];
  readonly hearing?: HearingInput;
  /** 依法应当保密 (R3.11), and the law that says so. */
  readonly secrecyExempt?: {readonly basis: string};
}

/** An item of a meeting's agenda (R3.13). */
export interface AgendaItem {
  readonly title: string;
  /** 重大民生事项. */
  readonly livelihood: boolean;
  /** Id of the consultation that was held. */
  readonly consultationRef?: string;
  readonly notConsultedReason?: string;
  /** 是否邀请有关方面人员列席. */
  readonly invites?: boolean;
}
