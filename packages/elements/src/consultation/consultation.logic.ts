/** What is written, before it is sent. Pure: no lit, no DOM. */
import type {CommentInput, CommentSubmission, DocumentDetail, FieldError, MyComment, Section, SurveyAnswers} from '@zwgk/contract';
import {commentText, COMMENT_LIMITS, type CommentProblem} from '@zwgk/rules/consultation';
import {makeAnchor, sectionText} from '@zwgk/rules/passage';

/** Characters of a section's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
/** What a comment is about: a section or a passage of it; the whole draft where there is no section. */
export interface About {
  readonly section?: string | undefined;
  readonly span?: Span | undefined;
}
/** One comment in the tray. */
export interface Entry extends About {
  readonly id: string;
  readonly text: string;
}
/** What is being written; `id` of the entry that it changes. */
export interface Writing extends About {
  readonly id?: string | undefined;
  readonly text: string;
}
/** What may be said besides; nobody has to. */
export interface Extras {
  readonly authorType?: string;
  readonly displayName?: string;
  readonly mobile?: string;
  readonly email?: string;
  readonly processing?: boolean;
  readonly publish?: boolean;
  readonly name?: boolean;
  readonly website?: string;
}

/** Milliseconds for which a draft is kept on the device. */
export const DRAFT_AGE = 30 * 86_400_000;

/** Characters as a person counts them, of what would be sent. */
export const lengthOf = (text: string): number => [...commentText(text)].length;
export const isTooLong = (text: string): boolean => lengthOf(text) > COMMENT_LIMITS.text;

export const sectionOf = (doc: DocumentDetail | undefined, id: string | undefined): Section | undefined =>
  doc?.body?.find((section) => section.id === id);

/** What a section is called: 第六条, 第一章 总则; of one without a name, how it begins. */
export function nameOf(section: Section | undefined, fallback: string): string {
  if (!section) return fallback;
  const name = [section.label, section.heading].filter(Boolean).join(' ');
  return name || `${[...sectionText(section)].slice(0, 12).join('')}…`;
}

/** The passage's own words; empty for a whole section. */
export function quoteOf(doc: DocumentDetail | undefined, {section, span}: About): string {
  const found = sectionOf(doc, section);
  return found && span ? sectionText(found).slice(span.start, span.end) : '';
}

/** The sentences of a section, for who cannot or does not want to select: none where there is only one. */
export function sentencesOf(section: Section): Span[] {
  const spans = [...sectionText(section).matchAll(/[^\s。；！？][^。；！？\n]*[。；！？]?/g)].map(({0: words, index}) => ({
    start: index,
    end: index + words.length,
  }));
  return spans.length > 1 ? spans : [];
}

/** Sections that can be commented on: those that have a text. */
export const commentable = ({body = []}: DocumentDetail): Section[] => body.filter((section) => sectionText(section) !== '');

/** The same entries with one put in: in its old place when it changes one, else at the end. */
export function withEntry(entries: readonly Entry[], {id, ...entry}: Writing, newId: string): Entry[] {
  const next = {...entry, id: id ?? newId};
  return entries.some((each) => each.id === id) ? entries.map((each) => (each.id === id ? next : each)) : [...entries, next];
}

function inputOf(doc: DocumentDetail | undefined, {section, span, text}: Entry): CommentInput {
  const found = sectionOf(doc, section);
  if (!doc || !found) return {text: commentText(text)};
  const anchor = span ? makeAnchor(found, span.start, span.end, doc.version) : {section: found.id, documentVersion: doc.version};
  return {text: commentText(text), anchors: [anchor]};
}

const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>;

/** 意见单 as it is sent. */
export function toSubmission(
  doc: DocumentDetail | undefined,
  entries: readonly Entry[],
  extras: Extras,
  files: readonly string[] = [],
  answers: SurveyAnswers = {},
): CommentSubmission {
  const {authorType, displayName, mobile, email, website, processing = false, publish = false, name = false} = extras;
  const contact = given({mobile, email});
  return {
    comments: entries.map((entry) => inputOf(doc, entry)),
    ...(Object.keys(answers).length > 0 ? {answers} : {}),
    ...given({authorType, displayName, website}),
    ...(Object.keys(contact).length > 0 ? {contact} : {}),
    ...(entries.length > 0 && files.length > 0 ? {attachments: [...files]} : {}),
    consent: {processing, publish, name: publish && name && Boolean(displayName?.trim())},
  } as CommentSubmission;
}

/** What the server found wrong, by field. */
export const problemsOf = (errors: readonly FieldError[] = []): CommentProblem[] =>
  errors.flatMap(({path, code}) => {
    const field = path.replace(/^\//, '').replaceAll('/', '.');
    return field ? [{field, code: code as CommentProblem['code']}] : [];
  });

/** What is kept on the device: texts and their places, nothing about who wrote them. */
export const toDraft = (entries: readonly Entry[], writing: Writing | undefined, at: number, answers: SurveyAnswers = {}): string =>
  JSON.stringify({at, entries, writing, answers});

/** What was kept on the device. */
export interface Kept {
  readonly entries: Entry[];
  readonly writing: Writing | undefined;
  readonly answers: SurveyAnswers;
}

const isAnswer = (value: unknown): boolean =>
  typeof value === 'string' || Number.isInteger(value) || (Array.isArray(value) && value.every((each) => typeof each === 'string'));

const isSpan = (span: unknown): boolean => span === undefined || (typeof span === 'object' && span !== null && 'start' in span);
const isWriting = (value: Partial<Writing> | undefined): value is Writing =>
  typeof value?.text === 'string' && (value.section === undefined || typeof value.section === 'string') && isSpan(value.span);

/** What was kept, if it still counts. */
export function fromDraft(text: string, now: number): Kept | undefined {
  try {
    const {
      at,
      entries,
      writing,
      answers = {},
    } = JSON.parse(text) as {at: number; entries: Entry[]; writing?: Writing; answers?: SurveyAnswers};
    if (!(Math.abs(now - at) < DRAFT_AGE)) return undefined;
    const kept = entries.filter((entry) => typeof entry.id === 'string' && isWriting(entry));
    return {
      entries: kept,
      writing: isWriting(writing) ? writing : undefined,
      answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => isAnswer(value))),
    };
  } catch {
    return undefined;
  }
}

/** Everything that was written, as text to be copied. */
export const asText = (
  entries: readonly (Entry | Writing)[],
  doc: DocumentDetail | undefined,
  whole: string,
  line: (place: string, quote: string, text: string) => string,
): string =>
  entries
    .filter(({text}) => text.trim())
    .map((entry) => line(nameOf(sectionOf(doc, entry.section), whole), quoteOf(doc, entry), entry.text.trim()))
    .join('\n\n');

/** A number or code as somebody types it: without spaces, in capitals, full width made half. */
export const typed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** Stands for the answers to the survey where the id of a comment does for one. */
export const ANSWERS = 'answers';

/** Where a comment of mine was put in the report. */
export const clusterOf = ({outcome}: MyComment): number | undefined => outcome?.cluster?.number;
