import type {ApplicantType, ApplicationKind, Delivery, IdType, Medium, OrgCategory} from './vocabulary.ts';

/** A file that was uploaded before, by its id. */
export interface UploadRef {
  readonly id: string;
  readonly name?: string;
}

/** 申请人 (条例第二十九条第二款第一项): of a natural person all but `type` and `idProofs` too. */
export interface ApplicantInput {
  readonly type?: ApplicantType;
  readonly name?: string;
  readonly employer?: string;
  readonly idType?: IdType;
  readonly idNumber?: string;
  readonly idProofs?: readonly UploadRef[];
}

/** 法人或者其他组织. */
export interface OrgInput {
  readonly name?: string;
  readonly uscc?: string;
  readonly category?: OrgCategory;
  readonly legalRep?: string;
  readonly contactName?: string;
}

export interface ContactInput {
  readonly phone?: string;
  readonly mobile?: string;
  readonly email?: string;
  readonly fax?: string;
  readonly address?: string;
  readonly postcode?: string;
}

/** 代理人. */
export interface AgentInput {
  readonly name?: string;
  readonly proofs?: readonly UploadRef[];
}

/** 所需政府信息 and the form in which it is wanted (条例第二十九条第二款第二、三项). */
export interface RequestInput {
  readonly title?: string;
  readonly docNumber?: string;
  readonly description?: string;
  readonly delivery?: Delivery;
  readonly medium?: Medium;
  readonly acceptOtherForm?: boolean;
  /** No content of the law: only when the agency asks for reasons (第三十五条). */
  readonly purpose?: string;
}

/** What is wrong in a record about oneself, and the evidence (条例第四十一条). */
export interface CorrectionInput {
  readonly statement?: string;
  readonly evidence?: readonly UploadRef[];
}

/** An application as it is filled in; every field may still be missing. */
export interface ApplicationInput {
  readonly kind?: ApplicationKind;
  readonly applicant?: ApplicantInput;
  readonly org?: OrgInput;
  readonly contact?: ContactInput;
  readonly agent?: AgentInput;
  readonly request?: RequestInput;
  readonly correction?: CorrectionInput;
  /** Help because of difficulty in reading, seeing or hearing (条例第四十三条). */
  readonly accessibilityNeeds?: string;
  /** 建议纳入主动公开 (条例第四十四条第二款). */
  readonly suggestProactive?: boolean;
}

/** Every field that can be wrong, in the order of the form. */
export const FORM_FIELDS = [
  'kind',
  'applicant.type',
  'applicant.name',
  'applicant.employer',
  'applicant.idType',
  'applicant.idNumber',
  'org.name',
  'org.uscc',
  'org.category',
  'org.legalRep',
  'org.contactName',
  'applicant.idProofs',
  'contact',
  'contact.mobile',
  'contact.phone',
  'contact.email',
  'contact.fax',
  'contact.address',
  'contact.postcode',
  'agent.name',
  'agent.proofs',
  'accessibilityNeeds',
  'request.title',
  'request.docNumber',
  'request.description',
  'correction.statement',
  'correction.evidence',
  'request.purpose',
  'request.delivery',
  'request.medium',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** Most characters of a text; product limits, not the law's. */
export const TEXT_LIMITS = {
  'applicant.name': 50,
  'applicant.employer': 100,
  'org.name': 100,
  'org.legalRep': 50,
  'org.contactName': 50,
  'contact.address': 200,
  'agent.name': 50,
  accessibilityNeeds: 200,
  'request.title': 200,
  'request.docNumber': 100,
  'request.description': 1000,
  'request.purpose': 500,
  'correction.statement': 1000,
} as const satisfies Partial<Record<FormField, number>>;
