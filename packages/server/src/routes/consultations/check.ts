/** What a consultation must be before it is put up (R3.9, R3.11, R10.1, R11), and what comments must be before they are taken. */
import type {Anchor, CommentField, CommentSubmission, ConsultationInput, FieldError, Section} from '@zwgk/contract';
import {commentText, reviewConsultation, validateSubmission, type CommentCode} from '@zwgk/rules/consultation';
import {ProblemError} from '../../http/problem.ts';
import {completeAnchor} from '../../store/anchors.ts';
import type {Draft} from '../../store/consultations/drafts.ts';
import type {StoredConsultation} from '../../store/consultations/records.ts';
import type {NewComment} from '../../store/consultations/submissions.ts';
import type {Store} from '../../store/store.ts';
import {agencyById} from '../application-guides/guide.ts';
import {FIELD_MESSAGES, pointer, refuse} from '../applications/check.ts';
import {ANSWER_MESSAGES, surveyFaults} from './survey.ts';

/** @throws ProblemError `unknown-agency`, `rule-violated` with every broken rule, `unknown-document` */
export async function checkConsultation(store: Store, input: ConsultationInput, now: string): Promise<void> {
  const agency = await agencyById(store, input.sponsor);
  if (!agency) throw new ProblemError('unknown-agency', {errors: [{path: '/sponsor', code: 'unknown-agency', message: '没有这个机关'}]});
  const {policy, drafts} = store.consultations;
  const found = reviewConsultation({...input, level: agency.level}, Date.parse(now), policy).filter(({warning}) => !warning);
  const errors: FieldError[] = found.map(({code, path, message, rule}) => ({path, code, message: `${message}（${rule}）`}));
  errors.push(...surveyFaults(input));
  if (
    !input.secrecyExempt &&
    !(Date.parse(input.opensAt ?? '') < Date.parse(input.closesAt ?? '')) &&
    errors.every(({code}) => code !== 'period-invalid')
  )
    errors.push({path: '/closesAt', code: 'period-invalid', message: '要写明起止时间，截止要晚于开始'});
  if (errors.length > 0) throw new ProblemError('rule-violated', {errors});
  const named = [
    ...(input.draft ? [['/draft', input.draft] as const] : []),
    ...(input.earlierDrafts ?? []).map((ref, i) => [`/earlierDrafts/${i}`, ref] as const),
  ];
  const missing: FieldError[] = [];
  for (const [path, ref] of named) {
    const draft = await drafts.get(ref);
    if (!(await draft?.body())) missing.push({path, code: 'unknown-document', message: '没有这份文件的这一版，或者不公开'});
  }
  if (missing.length > 0) throw new ProblemError('unknown-document', {errors: missing});
}

/**
 * What stands against a change: what opinions were asked on stays as it was, the time for them is not cut short, and what
 * became of them is not asked again.
 * @throws ProblemError `conflict`
 */
export function checkChange({input: old, schedule}: StoredConsultation, input: ConsultationInput, now: string): void {
  const errors: FieldError[] = [];
  const wrong = (path: string, message: string): unknown => errors.push({path, code: 'conflict', message});
  const begun = schedule.opensAt !== '' && schedule.opensAt <= now;
  const same = (a: string | undefined, b: string | undefined): boolean => Date.parse(a ?? '') === Date.parse(b ?? '');
  if (begun && JSON.stringify([input.draft?.document, input.draft?.version]) !== JSON.stringify([old.draft?.document, old.draft?.version]))
    wrong('/draft', '已经开始征求意见，草案不能再换');
  if (begun && !same(input.opensAt, old.opensAt)) wrong('/opensAt', '已经开始征求意见');
  if (begun && input.secrecyExempt) wrong('/secrecyExempt', '已经公开');
  if (begun && Date.parse(input.closesAt ?? '') < Date.parse(old.closesAt ?? '')) wrong('/closesAt', '已经开始征求意见，只能延长');
  if (schedule.reportedAt !== undefined && !same(input.closesAt, old.closesAt)) wrong('/closesAt', '已经反馈意见采纳情况');
  if (errors.length > 0) throw new ProblemError('conflict', {errors});
}

const MESSAGES: Readonly<Partial<Record<CommentCode, string>>> = {
  ...ANSWER_MESSAGES,
  ...FIELD_MESSAGES,
  'too-many': '太多',
  'unknown-section': '草案里没有这一条',
  'identity-required': '这次征求意见需要验证身份',
  'consent-required': '需要同意为本次征求意见使用所填内容',
  'nothing-published': '意见公开时才能署名',
};

/** Fields that a form sends, and whether this consultation offers them. */
const FIELDS: Readonly<Record<CommentField, (input: CommentSubmission) => unknown>> = {
  authorType: ({authorType}) => authorType,
  displayName: ({displayName}) => displayName?.trim(),
  mobile: ({contact}) => contact?.mobile?.trim(),
  email: ({contact}) => contact?.email?.trim(),
};
const PATHS: Readonly<Record<CommentField, string>> = {
  authorType: '/authorType',
  displayName: '/displayName',
  mobile: '/contact/mobile',
  email: '/contact/email',
};

/**
 * The comments of a submission as they are kept, their passages found in the draft.
 * @throws ProblemError `invalid-body` naming every field
 */
export async function checkComments(
  {input: {fields = [], identities = ['none'], survey, maxAttachments = 0}}: StoredConsultation,
  draft: Draft | undefined,
  input: CommentSubmission,
): Promise<NewComment[]> {
  const body = (await draft?.body()) ?? [];
  const sections = new Map(body.map(({id}, i) => [id, i + 1]));
  const errors = validateSubmission(input, {sections: new Set(sections.keys()), identities, survey: survey?.questions ?? []}).map(
    ({field, code}) => ({
      path: pointer(field),
      code,
      message: MESSAGES[code] ?? '格式不对',
    }),
  );
  for (const [name, value] of Object.entries(FIELDS) as [CommentField, (input: CommentSubmission) => unknown][])
    if (value(input) && !fields.includes(name))
      errors.push({path: PATHS[name], code: 'not-offered' as CommentCode, message: '没有这个字段'});
  const {attachments = []} = input;
  if (attachments.length > maxAttachments)
    errors.push({
      path: '/attachments',
      code: maxAttachments > 0 ? 'too-many' : ('not-offered' as CommentCode),
      message: maxAttachments > 0 ? `最多 ${maxAttachments} 个文件` : '不收附件',
    });
  if (attachments.length > 0 && !input.comments?.length)
    errors.push({path: '/attachments', code: 'not-offered' as CommentCode, message: '附件随意见一起提交'});
  refuse(errors);
  const faults: FieldError[] = [];
  const comments = (input.comments ?? []).map(({text = '', anchors = []}, i): NewComment => {
    const kept = completed(anchors, draft?.version ?? 1, body, `/comments/${i}/anchors`, faults);
    const section = kept[0]?.section;
    return {text: commentText(text), anchors: kept, section: section ?? 'whole', place: section === undefined ? 0 : sections.get(section)!};
  });
  refuse(faults);
  return comments;
}

/** Passages are of the version that opinions are asked on, whatever the page had. */
function completed(anchors: readonly Anchor[], version: number, body: readonly Section[], path: string, faults: FieldError[]): Anchor[] {
  return anchors.flatMap(({found: _ofServer, ...anchor}, i) => {
    const made = completeAnchor({...anchor, documentVersion: version}, {version, body});
    if (!('message' in made)) return [made];
    faults.push({path: `${path}/${i}/${made.at}`, code: 'unknown-passage', message: made.message});
    return [];
  });
}
