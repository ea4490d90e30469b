/** The report that staff are writing: what stands against it, and what becomes of it when it is published (R3.10). */
import type {FieldError, ReportDraft, ReportInput} from '@zwgk/contract';
import {concentrated, reviewReport, type ReceivedTotals, type ReportViolation} from '@zwgk/rules/consultation';
import {ProblemError} from '../../http/problem.ts';
import type {Consultations} from '../../store/consultations/consultations.ts';
import type {PublishedReport, StoredConsultation} from '../../store/consultations/records.ts';
import type {Store} from '../../store/store.ts';

const MOST_FAULTS = 20;
const EMPTY: ReportInput = {otherComments: 0, clusters: [], duplicates: [], unrelated: {count: 0, comments: []}};

interface Judged {
  readonly report: ReportInput;
  readonly totals: ReceivedTotals;
  readonly faults: ReportViolation[];
}

async function judged(consultations: Consultations, {row}: StoredConsultation): Promise<Judged> {
  const report = (await consultations.reports.draft(row)) ?? EMPTY;
  const comments = await consultations.comments.receivedIds(row);
  const totals = {received: comments.length + report.otherComments, comments};
  return {report, totals, faults: reviewReport(report, totals, consultations.policy)};
}

const toError = ({code, path, message, rule}: ReportViolation): FieldError => ({path, code, message: `${message}（${rule}）`});

export async function reportDraft(consultations: Consultations, found: StoredConsultation): Promise<ReportDraft> {
  const {report, totals, faults} = await judged(consultations, found);
  const placed = new Set([
    ...report.clusters.flatMap(({comments}) => comments),
    ...report.duplicates.map(({comment}) => comment),
    ...report.unrelated.comments,
  ]);
  return {
    version: found.reportVersion,
    ...(found.schedule.reportedAt === undefined ? {} : {publishedAt: found.schedule.reportedAt}),
    received: totals.received,
    unassigned: totals.comments.filter((comment) => !placed.has(comment)).length,
    report,
    faults: faults.slice(0, MOST_FAULTS).map(toError),
    moreFaults: Math.max(0, faults.length - MOST_FAULTS),
  };
}

/** The report as it is published. @throws ProblemError `reason-required`, `rule-violated`, `unknown-document` */
export async function publishedFrom(
  {consultations}: Pick<Store, 'consultations'>,
  found: StoredConsultation,
  now: string,
): Promise<PublishedReport> {
  const {report, totals, faults} = await judged(consultations, found);
  if (faults.length > 0) {
    const code = faults.some((fault) => fault.code === 'reason-required') ? 'reason-required' : 'rule-violated';
    throw new ProblemError(code, {errors: faults.map(toError)});
  }
  return {
    report,
    received: totals.received,
    concentrated: [...concentrated(report, totals, consultations.policy)],
    sections: await sectionsOf(consultations, found, report),
    at: now,
  };
}

/** Which sections of the draft each cluster is about, in the order of the draft. */
async function sectionsOf(consultations: Consultations, {row}: StoredConsultation, report: ReportInput): Promise<Record<string, string[]>> {
  const sections = await consultations.comments.sectionsOf(row);
  const order = [...new Set(sections.values())];
  return Object.fromEntries(
    report.clusters.map(({id, comments}) => {
      const about = new Set(comments.map((comment) => sections.get(comment)));
      return [id, order.filter((section) => section !== 'whole' && about.has(section))];
    }),
  );
}
