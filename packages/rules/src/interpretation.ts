import type {DocumentMeta, InterpretationDuty, InterpretationInput, InterpretationLink, Media, PolicyProfile} from '@zwgk/contract';
import type {WorkCalendar} from './calendar.ts';
import {bodyIsPublic, type Violation} from './disclosure.ts';
import {minutesBetween, reviewPublishedAt, type Published} from './published-at.ts';

type Issued = Pick<DocumentMeta, 'issuerName' | 'coIssuers' | 'drafter'>;

/** Who must explain a document (R4.1 谁起草、谁解读): the department that drafted it for others, the lead of a joint issue, else its issuer. */
export function responsibleFor({issuerName, coIssuers = [], drafter}: Issued): Pick<InterpretationDuty, 'basis'> & {name: string} {
  if (drafter !== undefined && drafter !== issuerName && !coIssuers.includes(drafter)) return {name: drafter, basis: 'drafter'};
  return {name: issuerName, basis: coIssuers.length > 0 ? 'lead' : 'issuer'};
}

/**
 * What did the duty of R4.4: the first interpretation out by `today` that is no notice before the decision. Of several on
 * one day the earliest, if the instant of each is known; else the day alone is.
 */
export function firstInterpretation(all: readonly (Published & Pick<InterpretationLink, 'phase'>)[], today: string): Published | undefined {
  const out = all.filter(({phase, publishedOn}) => phase !== 'before' && publishedOn <= today);
  const [publishedOn] = out.map((one) => one.publishedOn).sort();
  if (publishedOn === undefined) return undefined;
  const instants = out.filter((one) => one.publishedOn === publishedOn).map(({publishedAt}) => publishedAt);
  const known = instants.filter((one) => one !== undefined);
  const [publishedAt] = known.length === instants.length ? known.toSorted((a, b) => Date.parse(a) - Date.parse(b)) : [];
  return publishedAt === undefined ? {publishedOn} : {publishedOn, publishedAt};
}

/**
 * Who must interpret a document (R4.1), by when (R4.4), and whether that was done. Only a major policy whose text is
 * public must be.
 * @param published The first interpretation since the document was published (`firstInterpretation`).
 */
export function interpretationDuty(
  document: Issued & Published & Pick<DocumentMeta, 'major' | 'disclosure'>,
  published: Published | undefined,
  today: string,
  calendar: WorkCalendar,
  profile: Pick<PolicyProfile, 'periods'>,
): InterpretationDuty {
  const {name: responsible, basis} = responsibleFor(document);
  const minutesAfter = published && minutesBetween(document, published);
  const done = published ? {publishedOn: published.publishedOn, ...(minutesAfter === undefined ? {} : {minutesAfter})} : {};
  if (!document.major || !bodyIsPublic(document.disclosure)) return {status: 'not_required', responsible, basis, ...done};
  const dueOn = calendar.addWorkdays(document.publishedOn, profile.periods['interpretation']!.value);
  const late = (published?.publishedOn ?? today) > dueOn;
  const status = published === undefined ? (late ? 'overdue' : 'pending') : late ? 'late' : 'on_time';
  return {status, responsible, basis, dueOn, ...(calendar.covers(dueOn) ? {} : {estimated: true}), ...done};
}

/** Every rule of R4.1, R4.8 and R4.4 that an interpretation breaks, in this order. */
export function reviewInterpretation(input: Published & Pick<InterpretationInput, 'responsible' | 'media'>, document: Issued): Violation[] {
  const {name, basis} = responsibleFor(document);
  const why = {drafter: '由起草部门解读', issuer: '由制发机关解读', lead: '联合发文由牵头部门解读'}[basis];
  const mismatch: Violation = {
    code: 'responsible-mismatch',
    path: '/responsible',
    rule: 'R4.1',
    message: `解读单位应为“${name}”：${why}。`,
  };
  return [
    ...(input.responsible === name ? [] : [mismatch]),
    ...(input.media ?? []).flatMap(withoutAlternative),
    ...reviewPublishedAt(input),
  ];
}

/** Pictures that cannot be seen and sound that cannot be heard must be readable (WCAG 2.2 1.1.1, 1.2). */
function withoutAlternative(media: Media, i: number): Violation[] {
  const missing = (field: string, message: string): Violation => ({
    code: 'media-alternative-missing',
    path: `/media/${i}/${field}`,
    rule: 'R4.8',
    message,
  });
  if (media.kind !== 'image') return media.cues?.length ? [] : [missing('cues', '音频、视频要有字幕。')];
  return [
    ...(media.alt === undefined ? [missing('alt', '图片要说明画的是什么。')] : []),
    ...(media.text === undefined ? [missing('text', '图片上的文字要全部写出来。')] : []),
  ];
}
