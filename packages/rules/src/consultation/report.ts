/** 意见采纳情况 (R3.10; 国务院令第713号 第十八条). */
import type {ReportCluster, ReportInput as Submitted} from '@zwgk/contract';
import {blank, type ParticipationViolation} from './review.ts';
import type {ConsultationPolicy} from './policy.ts';
import {ADOPTION_OUTCOMES, type AdoptionOutcome} from './vocabulary.ts';

/** What the rules look at of a report. */
export type ReportInput = Pick<Submitted, 'clusters' | 'duplicates' | 'unrelated'>;

/** What was received and not withdrawn: by every channel, and the ids of those that came over the network. */
export interface ReceivedTotals {
  readonly received: number;
  readonly comments: readonly string[];
}

export type ReportCode =
  | 'cluster-twice'
  | 'theme-required'
  | 'outcome-unknown'
  | 'reason-required'
  | 'partly-needs-both'
  | 'count-invalid'
  | 'counts-do-not-add-up'
  | 'comment-unassigned'
  | 'comment-twice'
  | 'unknown-comment'
  | 'duplicate-of-nothing';
export type ReportViolation = ParticipationViolation<ReportCode>;

const found = (code: ReportCode, path: string, message: string): ReportViolation => ({code, path, rule: 'R3.10', message});

/** How many comments stand behind each cluster: its own, and those that repeat them. */
function weights({clusters, duplicates}: ReportInput): Map<string, number> {
  const clusterOf = new Map(clusters.flatMap(({id, comments}) => comments.map((comment) => [comment, id] as const)));
  const weight = new Map(clusters.map(({id, count}) => [id, count]));
  for (const {of} of duplicates) {
    const id = clusterOf.get(of);
    if (id !== undefined) weight.set(id, weight.get(id)! + 1);
  }
  return weight;
}

/**
 * Clusters in which opinion is concentrated (相对集中, R3.10): a number of comments and a share of those that concern the
 * draft, both by the policy profile. Who sends the same text as others counts too.
 */
export function concentrated(report: ReportInput, {received}: ReceivedTotals, policy: ConsultationPolicy): Set<string> {
  const related = received - report.unrelated.count;
  const many = [...weights(report)].filter(
    ([, weight]) => weight >= policy.concentratedComments && weight / related >= policy.concentratedShare,
  );
  return new Set(many.map(([id]) => id));
}

function reviewCluster(cluster: ReportCluster, path: string, isConcentrated: boolean): ReportViolation[] {
  const {theme, outcome, reason, taken, notTaken} = cluster;
  const refused = outcome !== 'adopted';
  return [
    ...(blank(theme) ? [found('theme-required', `${path}/theme`, '要写明这一类意见说的是什么。')] : []),
    ...(Object.hasOwn(ADOPTION_OUTCOMES, outcome) ? [] : [found('outcome-unknown', `${path}/outcome`, '要写明是否采纳。')]),
    ...(refused && isConcentrated && blank(reason)
      ? [found('reason-required', `${path}/reason`, '相对集中的意见不予采纳的，要说明理由。')]
      : []),
    ...(outcome === 'partly' && (blank(taken) || blank(notTaken))
      ? [found('partly-needs-both', `${path}/${blank(taken) ? 'taken' : 'notTaken'}`, '部分采纳的，要写明采纳了什么、没有采纳什么。')]
      : []),
  ];
}

const isCount = (count: number, atLeast: number): boolean => Number.isInteger(count) && count >= atLeast;

/** Every comment received is in one cluster, or repeats one, or does not concern the draft. */
function reviewCounts({clusters, duplicates, unrelated}: ReportInput, {received}: ReceivedTotals): ReportViolation[] {
  const parts = [...clusters.map((cluster, i) => ({...cluster, path: `/clusters/${i}`})), {...unrelated, path: '/unrelated'}];
  const wrong = parts.filter(({count, comments}) => !isCount(count, comments.length));
  const sum = parts.reduce((total, {count}) => total + count, duplicates.length);
  return [
    ...wrong.map(({path}) => found('count-invalid', `${path}/count`, '条数不能少于列出的意见。')),
    ...(sum === received ? [] : [found('counts-do-not-add-up', '/clusters', `收到 ${received} 条意见，报告里合计 ${sum} 条，要一致。`)]),
  ];
}

function reviewAssignment({clusters, duplicates, unrelated}: ReportInput, {comments: known}: ReceivedTotals): ReportViolation[] {
  const places = [
    ...clusters.flatMap(({comments}, i) => comments.map((comment, j) => ({comment, path: `/clusters/${i}/comments/${j}`}))),
    ...duplicates.map(({comment}, i) => ({comment, path: `/duplicates/${i}/comment`})),
    ...unrelated.comments.map((comment, i) => ({comment, path: `/unrelated/comments/${i}`})),
  ];
  const ids = new Set(known);
  const clustered = new Set(clusters.flatMap(({comments}) => comments));
  const seen = new Set<string>();
  const wrong = places.flatMap(({comment, path}) => {
    const twice = seen.has(comment);
    seen.add(comment);
    if (!ids.has(comment)) return [found('unknown-comment', path, `没有收到编号为 ${comment} 的意见。`)];
    return twice ? [found('comment-twice', path, `意见 ${comment} 只能归在一处。`)] : [];
  });
  const loose = duplicates.flatMap(({of}, i) =>
    clustered.has(of) ? [] : [found('duplicate-of-nothing', `/duplicates/${i}/of`, `意见 ${of} 没有归类，不能算作重复。`)],
  );
  const missing = known.filter((comment) => !seen.has(comment));
  const message = `还有 ${missing.length} 条意见没有归类。`;
  return [...wrong, ...loose, ...(missing.length ? [found('comment-unassigned', '/clusters', message)] : [])];
}

/**
 * Every rule of R3.10 that a report breaks: counts add up to what was received, every comment is in one place, and a
 * concentrated opinion that is not, or only partly, adopted is given a reason.
 */
export function reviewReport(report: ReportInput, totals: ReceivedTotals, policy: ConsultationPolicy): ReportViolation[] {
  const big = concentrated(report, totals, policy);
  const twice = report.clusters.flatMap(({id}, i) => {
    const before = report.clusters.slice(0, i).some((each) => each.id === id);
    return before ? [found('cluster-twice', `/clusters/${i}/id`, `类别编号 ${id} 用了两次。`)] : [];
  });
  return [
    ...twice,
    ...report.clusters.flatMap((cluster, i) => reviewCluster(cluster, `/clusters/${i}`, big.has(cluster.id))),
    ...reviewCounts(report, totals),
    ...reviewAssignment(report, totals),
  ];
}

/** What became of one comment. */
export type CommentOutcome =
  | ({readonly kind: 'cluster'; readonly cluster: ReportCluster; readonly number: number} & {readonly duplicateOf?: string})
  | {readonly kind: 'unrelated'};

/** 我的意见怎么样了: the cluster of a comment, by the id that its receipt names; `number` counts from 1 (R3.10). */
export function outcomeOf({clusters, duplicates, unrelated}: ReportInput, comment: string): CommentOutcome | undefined {
  const duplicateOf = duplicates.find((each) => each.comment === comment)?.of;
  const wanted = duplicateOf ?? comment;
  const at = clusters.findIndex(({comments}) => comments.includes(wanted));
  const cluster = clusters[at];
  if (cluster) return {kind: 'cluster', cluster, number: at + 1, ...(duplicateOf === undefined ? {} : {duplicateOf})};
  return unrelated.comments.includes(comment) ? {kind: 'unrelated'} : undefined;
}

/** Clusters and comments by outcome, for the head of a report. */
export function reportTally({clusters}: Pick<ReportInput, 'clusters'>): Record<AdoptionOutcome, {clusters: number; comments: number}> {
  const tally = {adopted: {clusters: 0, comments: 0}, partly: {clusters: 0, comments: 0}, not_adopted: {clusters: 0, comments: 0}};
  for (const {outcome, count} of clusters) {
    tally[outcome].clusters += 1;
    tally[outcome].comments += count;
  }
  return tally;
}
