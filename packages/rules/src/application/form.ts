import type {
  Agent,
  Applicant,
  ApplicationInput as SentApplication,
  Contact,
  InformationRequest,
  Organization,
  RecordCorrection,
} from '@zwgk/contract';

/** What is being filled in: every field may still be missing. */
type Unfinished<T> = T extends readonly unknown[] ? Readonly<T> : T extends object ? {readonly [Key in keyof T]?: Unfinished<T[Key]>} : T;

export type ApplicantInput = Unfinished<Applicant>;
export type OrgInput = Unfinished<Organization>;
export type ContactInput = Unfinished<Contact>;
export type AgentInput = Unfinished<Agent>;
export type RequestInput = Unfinished<InformationRequest>;
export type RecordCorrectionInput = Unfinished<RecordCorrection>;
/** An application as the form has it (条例第二十九、四十一条). */
export type ApplicationInput = Unfinished<SentApplication>;

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
  'correction.statement': 1000,
} as const satisfies Partial<Record<FormField, number>>;
