/** What an application must be before it is stored: the agency's form is open, the guide is the one that was read, every field is right. */
import type {Agency, ApplicationGuide, ApplicationInput, Delivery, ExtraField, FieldError, Medium} from '@zwgk/contract';
import {fold} from '@zwgk/rules';
import {validateApplication, type AnnualEntry, type FieldCode} from '@zwgk/rules/application';
import {ProblemError} from '../../http/problem.ts';
import type {Claim} from '../../store/applications/claims.ts';
import type {Store} from '../../store/store.ts';
import {agencyById, guideOf} from '../application-guides/guide.ts';

export const FIELD_MESSAGES: Readonly<Record<FieldCode, string>> = {
  required: '缺少必填项',
  'one-of-three': '名称、文号、特征描述至少填写一项',
  'no-channel': '请至少填写一种联系方式',
  'medium-does-not-fit': '这种获取方式不能提供这种载体',
  'too-long': '太长',
  'too-short': '位数不够',
  'wrong-check-digit': '校验码不对，请核对号码',
  'impossible-date': '日期不存在',
  'wrong-characters': '有不该出现的字符',
  'unknown-region': '号码开头的地区代码不对',
  'unknown-kind': '不是这一类证件的号码',
  obsolete: '第一代身份证号码已经停用，请填写18位号码',
  'no-area-code': '请写上区号',
  'no-at-sign': '电子邮箱应当有 @',
  'no-domain': '电子邮箱 @ 后面不完整',
};

export const pointer = (field: string): string => `/${field.replaceAll('.', '/')}`;
const wrong = (path: string, code: string, message = '格式不对'): FieldError => ({path, code, message});

/** @throws ProblemError `unknown-agency`, `form-closed`, `guide-outdated`, `invalid-body` */
export async function checkApplication(store: Store, input: ApplicationInput, today: string): Promise<Agency> {
  const agency = await agencyById(store, input.agency);
  if (!agency) throw new ProblemError('unknown-agency', {errors: [{path: '/agency', message: '没有这个机关'}]});
  const guide = await guideOf(store, agency, today);
  if (!guide.open) throw new ProblemError('form-closed');
  if (input.guideVersion !== guide.version) throw new ProblemError('guide-outdated');
  refuse([...checkFields(input, today), ...checkGuide(input, guide)]);
  return agency;
}

/** @throws ProblemError `invalid-body` */
export function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new ProblemError('invalid-body', {errors});
}

export const checkFields = (input: ApplicationInput, today: string): FieldError[] =>
  validateApplication(input, today).map(({field, code}) => wrong(pointer(field), code, FIELD_MESSAGES[code]));

interface Offered {
  readonly deliveries: readonly (Delivery | undefined)[];
  readonly media: readonly (Medium | undefined)[];
}

/** Ways of delivery and media that are not offered. */
export function notOffered({kind, request}: ApplicationInput, {deliveries, media}: Offered): FieldError[] {
  if (kind !== 'information') return [];
  const {delivery, medium} = request;
  return [
    ...(delivery && !deliveries.includes(delivery) ? [wrong('/request/delivery', 'not-offered', '本机关不提供这种方式')] : []),
    ...(medium && !media.includes(medium) ? [wrong('/request/medium', 'not-offered', '本机关不提供这种载体')] : []),
  ];
}

/** What this agency offers, and asks for besides. */
function checkGuide(input: ApplicationInput, guide: ApplicationGuide): FieldError[] {
  const {extra = {}} = input;
  const {extraFields} = guide;
  const found = notOffered(input, guide);
  for (const key of Object.keys(extra)) {
    if (!extraFields.some((field) => field.key === key)) found.push(wrong(`/extra/${key}`, 'unknown', '没有这个字段'));
  }
  for (const field of extraFields) {
    const code = extraFault(field, Object.hasOwn(extra, field.key) ? extra[field.key]! : '');
    if (code) found.push(wrong(`/extra/${field.key}`, code, FIELD_MESSAGES[code as FieldCode]));
  }
  return found;
}

function extraFault({type, required, options = [], maxLength}: ExtraField, text: string): string | undefined {
  if (text.trim() === '') return required ? 'required' : undefined;
  if (maxLength !== undefined && [...text].length > maxLength) return 'too-long';
  if (type === 'select' && !options.includes(text)) return 'not-offered';
  return type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text) ? 'impossible-date' : undefined;
}

/** Column of the annual table. */
export const columnOf = ({applicant, org}: ApplicationInput): AnnualEntry['applicant'] =>
  applicant.type === 'organization' ? org!.category : 'natural_person';

/** What is asked for, so that the same is known again (R3.8): its number, else its title. */
export function topicOf({kind, agency, request}: ApplicationInput): string | undefined {
  const text = fold(request.docNumber?.trim() || (request.title ?? '')).trim();
  return kind === 'information' && text !== '' ? `${agency}:${text}` : undefined;
}

/** Every file that an application names, and where it does. */
export function claimsOf({applicant, agent, correction, attachments = []}: ApplicationInput): (Claim & {path: string})[] {
  const use = (ids: readonly string[] | undefined, kind: Claim['use'], path: string) =>
    (ids ?? []).map((id, i) => ({id, use: kind, path: `${path}/${i}`}));
  return [
    ...use(applicant.idProofs, 'id_proof', '/applicant/idProofs'),
    ...use(agent?.proofs, 'agent_proof', '/agent/proofs'),
    ...use(correction?.evidence, 'evidence', '/correction/evidence'),
    ...use(attachments, 'attachment', '/attachments'),
  ];
}
