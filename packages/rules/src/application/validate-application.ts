import type {Checked, IdentifierCode} from './checked.ts';
import {validateEmail, validateMobile, validatePhone, validatePostcode} from './contact.ts';
import {FORM_FIELDS, TEXT_LIMITS, type ApplicationInput, type FormField, type RequestInput} from './form.ts';
import {validateIdNumber, validateUscc} from './identity.ts';
import {APPLICANT_TYPES, APPLICATION_KINDS, DELIVERIES, ID_TYPES, MEDIA, ORG_CATEGORIES, type Medium} from './vocabulary.ts';

export type FieldCode =
  | IdentifierCode
  | 'required'
  /** None of name, number and description is given; one is enough. */
  | 'one-of-three'
  /** Nothing by which the applicant can be reached. */
  | 'no-channel'
  /** This way of delivery cannot carry that medium. */
  | 'medium-does-not-fit';

/** One thing to put right before the application can be submitted. */
export interface FieldProblem {
  readonly field: FormField;
  readonly code: FieldCode;
}

export interface FormOptions {
  /** Whether a copy of the identity document must be attached: yes, unless the agency knows the person by other means. */
  readonly idProofRequired?: boolean;
}

type Report = (field: FormField, code: FieldCode) => void;

const blank = (text: string | undefined): boolean => !text?.trim();
/** The media that each way of delivery can carry. */
export const MEDIA_OF_DELIVERY: Readonly<Record<NonNullable<RequestInput['delivery']>, readonly Medium[]>> = {
  post: ['paper', 'electronic'],
  email: ['electronic'],
  fax: ['paper'],
  pickup: ['paper', 'electronic'],
  online: ['electronic'],
  inspect: [],
};

const requireText = (text: string | undefined, field: FormField, report: Report): void => {
  if (blank(text)) report(field, 'required');
};

/** A choice that must be made from a vocabulary. */
const requireChoice = (value: string | undefined, terms: object, field: FormField, report: Report): void => {
  if (!value || !Object.hasOwn(terms, value)) report(field, 'required');
};

/** What is filled in must be right, even where nothing need be. */
function checkFormat(text: string | undefined, validate: (text: string) => Checked, field: FormField, report: Report): void {
  if (blank(text)) return;
  const checked = validate(text!);
  if (!checked.ok) report(field, checked.code);
}

/** 姓名或者名称、身份证明 (条例第二十九条第二款第一项). */
function checkApplicant({applicant = {}, org = {}}: ApplicationInput, today: string, options: FormOptions, report: Report): void {
  requireChoice(applicant.type, APPLICANT_TYPES, 'applicant.type', report);
  if (applicant.type === 'natural_person') {
    requireText(applicant.name, 'applicant.name', report);
    requireChoice(applicant.idType, ID_TYPES, 'applicant.idType', report);
    requireText(applicant.idNumber, 'applicant.idNumber', report);
    const {idType} = applicant;
    if (idType) checkFormat(applicant.idNumber, (text) => validateIdNumber(idType, text, today), 'applicant.idNumber', report);
  }
  if (applicant.type === 'organization') {
    requireText(org.name, 'org.name', report);
    requireText(org.uscc, 'org.uscc', report);
    checkFormat(org.uscc, validateUscc, 'org.uscc', report);
    requireChoice(org.category, ORG_CATEGORIES, 'org.category', report);
    requireText(org.legalRep, 'org.legalRep', report);
    requireText(org.contactName, 'org.contactName', report);
  }
  if ((options.idProofRequired ?? true) && applicant.type && !applicant.idProofs?.length) report('applicant.idProofs', 'required');
}

/** 联系方式 (same item): one that works, and the one by which the information is to come. */
function checkContact({contact = {}, request = {}}: ApplicationInput, report: Report): void {
  const {phone, mobile, email, fax, address, postcode} = contact;
  checkFormat(mobile, validateMobile, 'contact.mobile', report);
  checkFormat(phone, validatePhone, 'contact.phone', report);
  checkFormat(email, validateEmail, 'contact.email', report);
  checkFormat(fax, validatePhone, 'contact.fax', report);
  checkFormat(postcode, validatePostcode, 'contact.postcode', report);
  const {delivery} = request;
  if (delivery === 'email') requireText(email, 'contact.email', report);
  if (delivery === 'fax') requireText(fax, 'contact.fax', report);
  if (delivery === 'post') {
    requireText(address, 'contact.address', report);
    requireText(postcode, 'contact.postcode', report);
  }
  const needed = delivery === 'email' || delivery === 'fax' || delivery === 'post';
  if (!needed && [phone, mobile, email, fax, address].every(blank)) report('contact', 'no-channel');
}

/** 代理: who acts for the applicant shows the power to do so. */
function checkAgent({agent}: ApplicationInput, report: Report): void {
  if (!agent) return;
  requireText(agent.name, 'agent.name', report);
  if (!agent.proofs?.length) report('agent.proofs', 'required');
}

/** 名称、文号或者特征性描述, 形式要求 (条例第二十九条第二款第二、三项); what is wrong in a record, with evidence (第四十一条). */
function checkRequest({kind, request = {}, correction = {}}: ApplicationInput, report: Report): void {
  const {title, docNumber, description, delivery, medium} = request;
  if ([title, docNumber, description].every(blank)) report('request.title', 'one-of-three');
  if (kind === 'correction') {
    requireText(correction.statement, 'correction.statement', report);
    if (!correction.evidence?.length) report('correction.evidence', 'required');
    return;
  }
  requireChoice(delivery, DELIVERIES, 'request.delivery', report);
  const carried = delivery && Object.hasOwn(MEDIA_OF_DELIVERY, delivery) ? MEDIA_OF_DELIVERY[delivery] : undefined;
  if (carried?.length === 0) return;
  requireChoice(medium, MEDIA, 'request.medium', report);
  if (medium && carried && Object.hasOwn(MEDIA, medium) && !carried.includes(medium)) report('request.medium', 'medium-does-not-fit');
}

/** Texts that are longer than the form takes. */
function checkLengths(input: ApplicationInput, report: Report): void {
  for (const [field, most] of Object.entries(TEXT_LIMITS)) {
    const text = field.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], input);
    if (typeof text === 'string' && [...text].length > most) report(field as FormField, 'too-long');
  }
}

/**
 * What is missing or wrong in an application, in the order of the form (条例第二十九、四十一条); the form and the server use
 * the same. Nothing is asked for that the law does not ask for: no purpose, and one way to be reached is enough.
 * @param today Date in China.
 */
export function validateApplication(input: ApplicationInput, today: string, options: FormOptions = {}): FieldProblem[] {
  const found = new Map<FormField, FieldCode>();
  const report: Report = (field, code) => {
    if (!found.has(field)) found.set(field, code);
  };
  requireChoice(input.kind, APPLICATION_KINDS, 'kind', report);
  checkApplicant(input, today, options, report);
  checkContact(input, report);
  checkAgent(input, report);
  checkRequest(input, report);
  checkLengths(input, report);
  return FORM_FIELDS.flatMap((field) => {
    const code = found.get(field);
    return code ? [{field, code}] : [];
  });
}
