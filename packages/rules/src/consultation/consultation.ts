import type {ConsultationInput as Submitted, Level} from '@zwgk/contract';

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
export type ConsultationInput = Partial<Omit<Submitted, 'hearing'>> & {
  /** Of its sponsor. */
  readonly level?: Level;
  readonly hearing?: HearingInput;
};

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
