/** Which fields each step has, the request they make, what is wrong with it, and what a draft may hold. Pure. */
import type {ApplicationGuide, ApplicationInput, ApplicationKind, Delivery, FieldError, Medium} from '@zwgk/contract';
import {MEDIA_OF_DELIVERY, validateApplication, type FieldCode} from '@zwgk/rules/application';
import type {Staged} from '../foundation/staged-files.ts';
import {STEPS, type Step} from './application.steps.ts';

/** What is typed and chosen, by field: `applicant.name`, `extra.<key>`; a tick is `yes`. */
export type Values = Readonly<Record<string, string>>;

/** What the form holds. */
export interface Filled {
  readonly kind: ApplicationKind;
  readonly values: Values;
  readonly files: Readonly<Record<string, Staged>>;
  /** Published documents that were offered. */
  readonly shown: readonly string[];
}

/** Fields for files, and how many each takes. */
export const FILE_FIELDS: Readonly<Record<string, number>> = {
  'applicant.idProofs': 4,
  'agent.proofs': 4,
  'correction.evidence': 4,
  attachments: 5,
};
/** Fields that are ticked. */
export const TICKS: readonly string[] = ['agent', 'request.acceptOtherForm', 'suggestProactive'];

/** The media in which this agency gives information that way; none where there is nothing to choose. */
export function mediaFor(delivery: string | undefined, {media}: ApplicationGuide): readonly Medium[] {
  const carried = MEDIA_OF_DELIVERY[delivery as Delivery] ?? [];
  const offered = carried.filter((medium) => media.includes(medium));
  // A way that the agency offers but has no fitting medium for: what the way can carry.
  return offered.length > 0 ? offered : carried;
}

const PERSON = ['applicant.name', 'applicant.employer', 'applicant.idType', 'applicant.idNumber', 'applicant.idProofs'];
const ORGANISATION = ['org.name', 'org.uscc', 'org.category', 'org.legalRep', 'org.contactName', 'applicant.idProofs'];

function whoFields({values}: Filled): string[] {
  const identity = {natural_person: PERSON, organization: ORGANISATION}[values['applicant.type'] ?? ''] ?? [];
  const agent = values['agent'] ? ['agent.name', 'agent.proofs'] : [];
  return ['applicant.type', ...identity, 'agent', ...agent, 'accessibilityNeeds'];
}

function whatFields({kind}: Filled, guide: ApplicationGuide): string[] {
  const record = kind === 'correction' ? ['correction.statement', 'correction.evidence'] : [];
  const own = guide.extraFields.map(({key}) => `extra.${key}`);
  const proactive = kind === 'information' ? ['suggestProactive'] : [];
  return ['request.title', 'request.docNumber', 'request.description', ...record, 'attachments', ...own, ...proactive];
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  email: ['contact.email'],
  fax: ['contact.fax'],
  post: ['contact.address', 'contact.postcode'],
};

function howFields({kind, values}: Filled, guide: ApplicationGuide): string[] {
  const delivery = values['request.delivery'];
  const needed = kind === 'information' ? (NEEDED[delivery ?? ''] ?? []) : [];
  const contact = [...needed, 'contact.mobile', 'contact.phone', 'contact.email'].filter((name, i, all) => all.indexOf(name) === i);
  if (kind === 'correction') return contact;
  const medium = mediaFor(delivery, guide).length > 1 ? ['request.medium'] : [];
  return ['request.delivery', ...medium, ...needed, 'request.acceptOtherForm', ...contact.filter((name) => !needed.includes(name))];
}

/** The fields that a step shows, from the top. A form that is printed takes no files. */
export function fieldsOf(step: Step, filled: Filled, guide: ApplicationGuide): string[] {
  const all = {guide: () => [], check: () => [], who: whoFields, what: whatFields, how: howFields}[step](filled, guide);
  return guide.open ? all : all.filter((name) => !(name in FILE_FIELDS));
}

/** The step that has the field now. */
export const stepOfField = (name: string, filled: Filled, guide: ApplicationGuide): Step | undefined =>
  STEPS.find((step) => fieldsOf(step, filled, guide).includes(name));

function put(node: Record<string, unknown>, path: string, value: unknown): void {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) node[head] = value;
  else put((node[head] ??= {}) as Record<string, unknown>, rest.join('.'), value);
}

function valueOf(name: string, {values, files}: Filled): unknown {
  if (name in FILE_FIELDS) return files[name]?.ids.length ? files[name].ids : undefined;
  if (TICKS.includes(name)) return values[name] ? (name === 'agent' ? {} : true) : undefined;
  return values[name]?.trim().normalize('NFC') || undefined;
}

/** The request that the fields in view make. What was typed into a field that is no longer there is not sent. */
export function toInput(filled: Filled, guide: ApplicationGuide): ApplicationInput {
  const input: Record<string, unknown> = {
    ...{agency: guide.agency, kind: filled.kind, guideVersion: guide.version},
    ...{applicant: {}, contact: {}, request: {}},
  };
  for (const name of STEPS.flatMap((step) => fieldsOf(step, filled, guide))) {
    const value = valueOf(name, filled);
    if (value !== undefined) put(input, name, value);
  }
  const media = filled.kind === 'information' ? mediaFor(filled.values['request.delivery'], guide) : [];
  if (media.length === 1) put(input, 'request.medium', media[0]);
  if (filled.shown.length > 0) input['shownDocuments'] = filled.shown.slice(0, 20);
  return input as ApplicationInput;
}

export type ProblemCode = FieldCode | 'no-file' | 'no-choice' | 'uploading' | 'refused';
export interface Problem {
  /** The field that takes the focus. */
  readonly field: string;
  readonly code: ProblemCode;
}

/** Fields in which one of a few is chosen. */
export const CHOICES: readonly string[] = ['applicant.type', 'applicant.idType', 'org.category', 'request.delivery', 'request.medium'];

const missing = (field: string): ProblemCode => (field in FILE_FIELDS ? 'no-file' : CHOICES.includes(field) ? 'no-choice' : 'required');

/** What is wrong in these steps, in the order of the page. @param today Date in China. */
export function problemsIn(steps: readonly Step[], filled: Filled, guide: ApplicationGuide, today: string): Problem[] {
  const found = new Map<string, ProblemCode>();
  for (const {field, code} of validateApplication(toInput(filled, guide), today, {idProofRequired: guide.open}))
    found.set(field === 'contact' ? 'contact.mobile' : field, code === 'required' ? missing(field) : code);
  for (const {key, required, maxLength} of guide.extraFields) {
    const text = filled.values[`extra.${key}`]?.trim() ?? '';
    if (required && !text) found.set(`extra.${key}`, 'required');
    else if (maxLength && [...text].length > maxLength) found.set(`extra.${key}`, 'too-long');
  }
  for (const [name, {waiting}] of Object.entries(filled.files)) if (waiting > 0) found.set(name, 'uploading');
  return steps
    .flatMap((step) => fieldsOf(step, filled, guide))
    .flatMap((field) => {
      const code = found.get(field);
      return code ? [{field, code}] : [];
    });
}

/** Where the server's complaints land: `/applicant/idProofs/0` is the field `applicant.idProofs`. */
export function problemsFrom(errors: readonly FieldError[], filled: Filled, guide: ApplicationGuide): Problem[] {
  const names = new Set(STEPS.flatMap((step) => fieldsOf(step, filled, guide)));
  const fields = errors.map(({path}) =>
    path
      .replace(/^\/|\/\d+$/g, '')
      .replaceAll('/', '.')
      .replace(/^contact$/, 'contact.mobile'),
  );
  return [...new Set(fields)].filter((field) => names.has(field)).map((field) => ({field, code: 'refused'}));
}

/** Fields that may be kept on the device: nothing by which a person can be told or reached, nothing about their health or their records. */
const KEPT = [
  ...['applicant.type', 'org.category', 'request.title', 'request.docNumber', 'request.description'],
  ...['request.delivery', 'request.medium', 'request.acceptOtherForm', 'suggestProactive'],
];
/** Days that a draft is kept. */
export const DRAFT_DAYS = 7;
const DRAFT_VERSION = 1;

/** What is not personal. */
export const keptOf = (values: Values): Values =>
  Object.fromEntries(KEPT.flatMap((name) => (values[name] ? [[name, values[name]] as const] : [])));

export const toDraft = (values: Values, now: number): string => JSON.stringify({v: DRAFT_VERSION, at: now, values: keptOf(values)});

/** A draft as it was kept; `undefined` for one that is too old, of another version, or no draft. */
export function fromDraft(text: string, now: number): Values | undefined {
  try {
    const {v, at, values} = JSON.parse(text) as {v: unknown; at: number; values: Record<string, unknown>};
    if (v !== DRAFT_VERSION || !(Math.abs(now - at) < DRAFT_DAYS * 86_400_000)) return undefined;
    const texts = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return keptOf(Object.fromEntries(texts));
  } catch {
    return undefined;
  }
}

/** Whether two hold the same of what a draft may hold. */
export const isSameDraft = (a: Values, b: Values): boolean => JSON.stringify(keptOf(a)) === JSON.stringify(keptOf(b));

/** These values with what a draft may hold taken from another. */
export const withDraft = (values: Values, draft: Values): Record<string, string> => ({
  ...values,
  ...Object.fromEntries(KEPT.map((name) => [name, draft[name] ?? ''])),
});

/** When a draft was written; 0 for what is none. */
export function writtenAt(text: string): number {
  try {
    return Number((JSON.parse(text) as {at: number}).at) || 0;
  } catch {
    return 0;
  }
}

/** The calendar date in China. */
export const chinaDate = (now: number): string => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
