/** Moves of the staff as events of the log. The rules judge them; here it is only asked for what a move cannot do without. */
import type {FieldError, StaffEventInput} from '@zwgk/contract';
import type {ApplicationEvent, ApplicationProgress} from '@zwgk/rules/application';
import type {EventMore} from '../../store/applications/log.ts';
import type {StoredApplication} from '../../store/applications/records.ts';
import type {Store} from '../../store/store.ts';
import {agencyById} from '../application-guides/guide.ts';
import {refuse} from '../applications/check.ts';

type Type = StaffEventInput['type'];

/** Parts that a move needs. What the applicant has to know is not left unsaid. */
const NEEDED: Readonly<Partial<Record<Type, readonly (keyof StaffEventInput)[]>>> = {
  route: ['agency'],
  require_correction: ['until', 'note'],
  consult_agency: ['agency'],
  deliver: ['consultation'],
  opinion: ['consultation', 'opinion'],
  lapse: ['consultation'],
  extend: ['workdays', 'note'],
  ask_reasons: ['note'],
  defer: ['until', 'note'],
  notify_fee: ['amount'],
  answer: ['answer'],
  correct: ['note', 'request'],
  withdraw: ['note'],
};

/** What is the applicant's to do; the staff enter it for whoever has no other way than paper. */
export const isApplicants = (type: string): boolean => type === 'correct' || type === 'withdraw';

/** @throws ProblemError `invalid-body` */
export async function checkEvent(
  store: Store,
  input: StaffEventInput,
  {progress}: Pick<StoredApplication, 'progress'>,
  today: string,
): Promise<void> {
  if (progress.basis === 'internet' && isApplicants(input.type))
    refuse([{path: '/type', code: 'applicant-alone', message: '网上提交的申请由申请人自己补正或者撤回'}]);
  const found: FieldError[] = (NEEDED[input.type] ?? [])
    .filter((name) => input[name] === undefined)
    .map((name) => ({path: `/${name}`, code: 'required', message: '缺少必填项'}));
  if (input.on !== undefined && input.on > today) found.push({path: '/on', code: 'in-future', message: '不能晚于今天'});
  if (input.agency !== undefined && !(await agencyById(store, input.agency)))
    found.push({path: '/agency', code: 'unknown-agency', message: '没有这个机关'});
  for (const [i, id] of (input.answer?.documents ?? []).entries()) {
    if (!(await store.getDocument(id))) found.push({path: `/answer/documents/${i}`, code: 'unknown-document', message: '没有这份文件'});
  }
  refuse(found);
}

/** The event that the rules know, from a move that has all it needs. */
export function toEvent(input: StaffEventInput, {consultations}: ApplicationProgress, now: string, today: string): ApplicationEvent {
  const base = {on: input.on ?? today, at: now, actor: 'agency'} as const;
  const consultation = input.consultation ?? '';
  const nextLetter = `c${consultations.length + 1}`;
  switch (input.type) {
    case 'require_correction':
      return {...base, type: input.type, dueOn: input.until!};
    case 'consult_third_party':
      return {...base, type: input.type, consultation: nextLetter};
    case 'consult_agency':
      return {...base, type: input.type, consultation: nextLetter, coMaker: input.coMaker ?? false};
    case 'deliver':
    case 'lapse':
      return {...base, type: input.type, consultation};
    case 'opinion':
      return {...base, actor: 'consulted', type: input.type, consultation, opinion: input.opinion!};
    case 'correct':
    case 'withdraw':
      return {...base, actor: 'applicant', type: input.type};
    case 'extend':
      return {...base, type: input.type, workdays: input.workdays!};
    case 'defer':
      return {...base, type: input.type, until: input.until!};
    case 'answer':
      return {...base, type: input.type, code: input.answer!.code, ...(input.answer!.detail ? {detail: input.answer!.detail} : {})};
    default:
      return {...base, type: input.type};
  }
}

/** What comes with the event: words about the case, and the agency that it names. */
export const moreOf = ({type, agency, note, amount, answer}: StaffEventInput): EventMore => ({
  agency: type === 'route' || type === 'consult_agency' ? agency : undefined,
  words: {
    ...(note === undefined ? {} : {note}),
    ...(type === 'notify_fee' && amount !== undefined ? {amount} : {}),
    ...(type === 'answer' && answer ? {answer} : {}),
  },
});
