import type {Anchor, SurveyAnswers, SurveyQuestion} from '@zwgk/contract';
import {validateEmail, validateMobile} from '../application/contact.ts';
import {maskName} from '../application/masks.ts';
import type {IdentifierCode} from '../application/checked.ts';
import {keptAnswers, validateAnswers, type AnswerProblemCode} from './survey.ts';
import {commentText} from './text.ts';
import {AUTHOR_TYPES, IDENTITIES, type AuthorType, type Identity} from './vocabulary.ts';

/** One opinion: about passages of the draft, or, without any, about the whole. */
export interface CommentInput {
  readonly text?: string;
  readonly anchors?: readonly Anchor[];
}

export interface Consents {
  /** That the sponsor uses what is sent for this consultation (个人信息保护法第十三条第一款第一项); unticked at first. */
  readonly processing?: boolean;
  /** That the opinion may be shown: separate, and free (同法第二十五条). */
  readonly publish?: boolean;
  /** That the masked name stands with it. */
  readonly name?: boolean;
}

/** 意见单: what a visitor sends at once. Names and ways of contact are never asked for. */
export interface SubmissionInput {
  readonly comments?: readonly CommentInput[];
  /** To the survey; with them there need be no comment. */
  readonly answers?: SurveyAnswers;
  readonly authorType?: AuthorType;
  readonly displayName?: string;
  readonly contact?: {readonly mobile?: string; readonly email?: string};
  readonly identity?: Identity;
  readonly consent?: Consents;
}

export type CommentCode =
  | IdentifierCode
  | AnswerProblemCode
  | 'required'
  | 'too-many'
  /** The passage is in no section of this draft. */
  | 'unknown-section'
  /** This consultation wants its authors verified. */
  | 'identity-required'
  | 'consent-required'
  /** A name is shown only where the opinion is. */
  | 'nothing-published';

/** One thing to put right; `field` is `comments.0.text` or the like. */
export interface CommentProblem {
  readonly field: string;
  readonly code: CommentCode;
}

/** Product limits, not the law's. Characters are code points, counted after trimming. */
export const COMMENT_LIMITS = {text: 2000, anchors: 20, comments: 50, displayName: 50} as const;

export interface SubmissionOptions {
  /** Sections of the draft, by id; without them anchors are taken as they are. */
  readonly sections?: ReadonlySet<string>;
  /** Identities that the consultation takes; without them all. */
  readonly identities?: readonly Identity[];
  /** Questions of the survey; without them there is none. */
  readonly survey?: readonly SurveyQuestion[];
}

/** Signs that cannot be seen, or turn the writing round, are no part of a name. */
const nameText = (text: string): string => commentText(text.replace(/[\p{Cf}\p{Cc}]/gu, ''));

/** Whether an opinion can be taken: 1 to 2000 characters, about places of this draft. */
export function validateComment({text = '', anchors = []}: CommentInput, {sections}: SubmissionOptions = {}): CommentProblem[] {
  const kept = commentText(text);
  const length = [...kept].length;
  const found: CommentProblem[] = [];
  if (anchors.length > COMMENT_LIMITS.anchors) found.push({field: 'anchors', code: 'too-many'});
  else if (sections && !anchors.every(({section}) => sections.has(section))) found.push({field: 'anchors', code: 'unknown-section'});
  if (length === 0) found.push({field: 'text', code: 'required'});
  if (length > COMMENT_LIMITS.text) found.push({field: 'text', code: 'too-long'});
  return found;
}

function checkComments({comments = [], answers = {}}: SubmissionInput, options: SubmissionOptions): CommentProblem[] {
  if (!comments.length) return Object.keys(keptAnswers(answers)).length ? [] : [{field: 'comments', code: 'required'}];
  if (comments.length > COMMENT_LIMITS.comments) return [{field: 'comments', code: 'too-many'}];
  return comments.flatMap((comment, i) =>
    validateComment(comment, options).map(({field, code}) => ({field: `comments.${i}.${field}`, code})),
  );
}

/** Nobody has to answer a survey; who does answers what it requires. */
const checkAnswers = ({answers = {}}: SubmissionInput, {survey = []}: SubmissionOptions): CommentProblem[] =>
  Object.keys(keptAnswers(answers)).length
    ? validateAnswers(survey, answers).map(({question, code}) => ({field: `answers.${question}`, code}))
    : [];

/** Nobody has to say who they are; what is said must be right. */
function checkAuthor({authorType, displayName = '', consent = {}}: SubmissionInput): CommentProblem[] {
  const name = nameText(displayName);
  const found: CommentProblem[] = [];
  if (authorType !== undefined && !Object.hasOwn(AUTHOR_TYPES, authorType)) found.push({field: 'authorType', code: 'required'});
  if (!name && consent.name) found.push({field: 'displayName', code: 'required'});
  if ([...name].length > COMMENT_LIMITS.displayName) found.push({field: 'displayName', code: 'too-long'});
  return found;
}

function checkContact({contact: {mobile = '', email = ''} = {}, identity}: SubmissionInput): CommentProblem[] {
  const checks = [
    ['contact.mobile', mobile, validateMobile, identity === 'sms'],
    ['contact.email', email, validateEmail, false],
  ] as const;
  return checks.flatMap(([field, text, validate, needed]): CommentProblem[] => {
    if (!text.trim()) return needed ? [{field, code: 'required'}] : [];
    const checked = validate(text);
    return checked.ok ? [] : [{field, code: checked.code}];
  });
}

/** What is missing or wrong in 意见单, in the order of the form; the form and the server use the same (R3.9, 个人信息保护法第六、十四、二十五条). */
export function validateSubmission(input: SubmissionInput, options: SubmissionOptions = {}): CommentProblem[] {
  const {identity = 'none', consent = {}} = input;
  const taken = Object.hasOwn(IDENTITIES, identity) && (options.identities?.includes(identity) ?? true);
  const found = [...checkComments(input, options), ...checkAnswers(input, options), ...checkAuthor(input), ...checkContact(input)];
  if (!taken) found.push({field: 'identity', code: 'identity-required'});
  if (!consent.processing) found.push({field: 'consent.processing', code: 'consent-required'});
  if (consent.name && !consent.publish) found.push({field: 'consent.name', code: 'nothing-published'});
  return found;
}

/** Names so short may be a person's, whatever kind of author is claimed. */
const PERSONAL = 4;

/**
 * The name that stands with a published opinion: 朱** of a person, an organisation's in full; none without consent to
 * both (个人信息保护法第二十五条). Who does not say what they are is taken for a person.
 */
export function publishedName({authorType, displayName = '', consent = {}}: SubmissionInput): string | undefined {
  const name = nameText(displayName);
  if (!name || !consent.publish || !consent.name) return undefined;
  return authorType === 'organization' && [...name].length > PERSONAL ? name : maskName(name);
}
