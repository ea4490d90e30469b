/** A consultation, its comments and its report as visitors see them. */
import type {
  Anchor,
  Consultation,
  ConsultationReport,
  ConsultationStanding,
  DocumentLink,
  DraftRef,
  EarlierDraft,
  MyComment,
  PrivacyNotice,
  PublicComment,
  ReportedCluster,
  Agency,
} from '@zwgk/contract';
import {
  consultationStanding,
  moderate,
  outcomeOf,
  publicView,
  publishedName,
  reportTally,
  takesComments,
  wholeDays,
} from '@zwgk/rules/consultation';
import {POLICY_PROFILE} from '../../config.ts';
import type {StoredReceipt} from '../../store/consultations/comments.ts';
import type {PublishedReport, StoredComment, StoredConsultation} from '../../store/consultations/records.ts';
import type {Store} from '../../store/store.ts';
import {MOST_UPLOAD_BYTES} from '../../uploads/files.ts';
import {linkTo} from '../applications/status.ts';

const DAYS_OF_YEAR = 365;

export const standingOf = ({policy}: Store['consultations'], {schedule}: StoredConsultation, now: number): ConsultationStanding =>
  consultationStanding(schedule, now, policy);

export const takesWebComments = ({input, schedule}: StoredConsultation, now: number): boolean =>
  takesComments({...input, ...schedule}, now) && (input.channels ?? []).includes('web');

const privacyOf = ({name, office}: Agency, {survey}: StoredConsultation['input']): PrivacyNotice => ({
  handler: name,
  contact: `${office.name}，电话 ${office.phone}`,
  purpose: '听取对决策草案的意见，研究、采纳并反馈采纳情况。',
  kinds: `意见内容${survey ? '和问卷答案' : ''}；自愿填写的署名和联系方式。`,
  retentionDays: POLICY_PROFILE.periods['commentRetention']!.value * DAYS_OF_YEAR,
  rights: '凭回执编号和查询码可以随时查询、撤回意见，改变是否同意公开；撤回以后内容即被删除。',
});

export async function consultationView(store: Store, stored: StoredConsultation, now: number): Promise<Consultation> {
  const {consultations} = store;
  const {input, schedule, sponsor} = stored;
  const {draft: _draft, earlierDrafts, secrecyExempt: _secret, ...said} = input;
  const draft = stored.draft && (await consultations.drafts.get(stored.draft));
  const agency = (await store.findAgency(sponsor))!;
  const report = schedule.reportedAt === undefined ? undefined : await consultations.reports.published(stored.row);
  return {
    ...said,
    id: stored.id,
    version: stored.version,
    sponsorName: agency.name,
    region: agency.region,
    level: agency.level,
    methods: input.methods ?? [],
    opensAt: schedule.opensAt,
    closesAt: schedule.closesAt,
    explanation: input.explanation ?? '',
    basis: input.basis ?? [],
    channels: input.channels ?? [],
    standing: standingOf(consultations, stored, now),
    periodDays: wholeDays(schedule.opensAt, schedule.closesAt),
    draft: {
      ...stored.draft!,
      title: draft?.title ?? input.title,
      currentVersion: draft?.currentVersion ?? stored.draft!.version,
    },
    ...(earlierDrafts?.length ? {earlierDrafts: await earlierOf(store, earlierDrafts)} : {}),
    ...(input.maxAttachments ? {maxUploadBytes: MOST_UPLOAD_BYTES} : {}),
    counts: {
      published: (await consultations.comments.publicCounts(stored.row, await store.dataVersion())).published,
      ...(report ? {received: report.received} : {}),
    },
    open: consultations.ready && takesWebComments(stored, now),
    privacy: privacyOf(agency, input),
    ...(stored.demo ? {demo: true} : {}),
  };
}

/** Those that may still be read, each with its number among all. */
async function earlierOf({consultations}: Store, refs: readonly DraftRef[]): Promise<EarlierDraft[]> {
  const found = await Promise.all(refs.map((ref) => consultations.drafts.text(ref)));
  return found.flatMap((text, i) => (text ? [{number: i + 1, ...refs[i]!, title: text.title, publishedOn: text.publishedOn!}] : []));
}

type Locate = (anchor: Anchor) => NonNullable<Anchor['found']>;

/** Where the draft may not be read any more, none of its words are repeated. */
const placed = (anchors: readonly Anchor[], locate: Locate | undefined): Anchor[] =>
  anchors.map((anchor) => (locate ? {...anchor, found: locate(anchor)} : {section: anchor.section}));

/** The name that stands with an opinion. @param publish Whether its author still lets it be shown. */
export function authorName({author, authorType}: StoredReceipt, publish: boolean): string | undefined {
  const {displayName, consent} = author ?? {};
  if (displayName === undefined) return undefined;
  return publishedName({displayName, consent: {publish, name: consent?.name ?? false}, ...(authorType ? {authorType} : {})});
}

export function publicComment(
  {id, progress, shownAt, words}: StoredComment,
  receipt: StoredReceipt,
  {locate, cluster}: {locate: Locate | undefined; cluster: string | undefined},
): PublicComment {
  const shown = publicView(progress) ?? 'removed';
  const base = {id, at: shownAt!};
  if (shown !== 'whole' || !words) return {...base, shown: shown === 'whole' ? 'removed' : shown};
  const {authorType} = receipt;
  const name = authorName(receipt, progress.publish);
  return {
    ...base,
    shown,
    text: words.text,
    ...(words.anchors.length ? {anchors: placed(words.anchors, locate)} : {}),
    ...(name === undefined ? {} : {name}),
    ...(authorType ? {authorType} : {}),
    ...(cluster === undefined ? {} : {cluster}),
  };
}

/** A part that stands only where it says something. */
const said = <K extends string>(name: K, text: string | undefined): Readonly<Partial<Record<K, string>>> =>
  (text?.trim() ? {[name]: text} : {}) as Readonly<Partial<Record<K, string>>>;

export function reportedCluster({report, concentrated, sections}: PublishedReport, i: number): ReportedCluster {
  const {id, theme, count, outcome, reason, taken, notTaken, change} = report.clusters[i]!;
  return {
    id,
    number: i + 1,
    theme,
    count,
    outcome,
    concentrated: concentrated.includes(id),
    ...said('reason', reason),
    ...said('taken', taken),
    ...said('notTaken', notTaken),
    ...said('change', change),
    ...(sections[id]?.length ? {sections: [...sections[id]]} : {}),
  };
}

export function reportView(
  {id, input, schedule}: StoredConsultation,
  published: PublishedReport,
  final: DocumentLink | undefined,
): ConsultationReport {
  const {report, received} = published;
  return {
    consultation: id,
    title: input.title,
    publishedAt: schedule.reportedAt!,
    ...said('summary', report.summary),
    received,
    tally: reportTally(report),
    clusters: report.clusters.map((_, i) => reportedCluster(published, i)),
    duplicates: report.duplicates.length,
    unrelated: report.unrelated.count,
    ...(final ? {final: linkTo(final)} : {}),
  };
}

/** What its author may do with a comment at this time. */
const movesOf = ({progress}: StoredComment, at: string): MyComment['moves'] => {
  const base = {at, actor: 'author'} as const;
  const events = [
    {...base, type: 'withdraw'},
    {...base, type: 'consent', publish: true},
    {...base, type: 'appeal'},
  ] as const;
  return events.filter((event) => moderate(progress, event).ok).map(({type}) => type);
};

export function myComment(comment: StoredComment, published: PublishedReport | undefined, at: string): MyComment {
  const {id, words, progress} = comment;
  const {state, publish, rejection, appealedAt, publishedAt, withdrawnAt} = progress;
  const outcome = published && outcomeOf(published.report, id);
  return {
    id,
    ...(words ? {text: words.text, ...(words.anchors.length ? {anchors: [...words.anchors]} : {})} : {}),
    state,
    publish,
    ...(rejection ? {rejection: {...rejection}} : {}),
    ...(appealedAt === undefined ? {} : {appealedAt}),
    ...(publishedAt === undefined ? {} : {publishedAt}),
    ...(withdrawnAt === undefined ? {} : {withdrawnAt}),
    moves: movesOf(comment, at),
    ...(outcome
      ? {
          outcome: {
            kind: outcome.kind,
            ...(outcome.kind === 'cluster' ? {cluster: reportedCluster(published, outcome.number - 1)} : {}),
            ...(outcome.kind === 'cluster' && outcome.duplicateOf !== undefined ? {repeats: true} : {}),
          },
        }
      : {}),
  };
}
