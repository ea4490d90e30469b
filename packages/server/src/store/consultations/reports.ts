/** Reports on what became of the opinions: the one that staff are writing, and the one that was published. */
import type {ReportInput} from '@zwgk/contract';
import {bump, type Connections} from '../connection.ts';
import {LastUsed} from '../last-used.ts';
import type {PublishedReport, StoredConsultation} from './records.ts';

/** Reports whose clusters are kept. */
const KEPT = 32;

export class Reports {
  readonly #connections: Connections;
  readonly #clusters = new LastUsed<Promise<ReadonlyMap<string, string>>>(KEPT);

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** The report that staff are writing. */
  async draft(consultation: number): Promise<ReportInput | undefined> {
    const {report} = await this.#connections.reader
      .selectFrom('consultations')
      .select('report')
      .where('row', '=', consultation)
      .executeTakeFirstOrThrow();
    return report === null ? undefined : (JSON.parse(report) as ReportInput);
  }

  async published(consultation: number): Promise<PublishedReport | undefined> {
    const {reported} = await this.#connections.reader
      .selectFrom('consultations')
      .select('reported')
      .where('row', '=', consultation)
      .executeTakeFirstOrThrow();
    return reported === null ? undefined : (JSON.parse(reported) as PublishedReport);
  }

  /** Cluster of each comment in the published report, worked out once for a version of the consultation. */
  clusters({row, version, schedule}: StoredConsultation): Promise<ReadonlyMap<string, string>> {
    if (schedule.reportedAt === undefined) return Promise.resolve(new Map());
    return this.#clusters.get(`${row} ${version}`, async () => {
      const {report} = (await this.published(row))!;
      return new Map(report.clusters.flatMap(({id, comments}) => comments.map((comment) => [comment, id] as const)));
    });
  }

  /** @param version The version to replace. @returns whether it was still that one. */
  saveDraft(consultation: number, version: number | 'any', report: ReportInput): Promise<boolean> {
    return this.#connections.writer.transaction().execute(async (tx) => {
      const {numUpdatedRows} = await tx
        .updateTable('consultations')
        .set((eb) => ({report: JSON.stringify(report), report_version: eb('report_version', '+', 1)}))
        .where('row', '=', consultation)
        .where((eb) => (version === 'any' ? eb.lit(true) : eb('report_version', '=', version)))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    });
  }

  /** A report that is corrected keeps the day on which it was published first. @returns whether it was still that version. */
  publish(consultation: number, version: number, published: PublishedReport): Promise<boolean> {
    return this.#connections.writer.transaction().execute(async (tx) => {
      const {numUpdatedRows} = await tx
        .updateTable('consultations')
        .set((eb) => ({
          reported: JSON.stringify(published),
          reported_at: eb.fn.coalesce('reported_at', eb.val(published.at)),
          version: eb('version', '+', 1),
        }))
        .where('row', '=', consultation)
        .where('report_version', '=', version)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      await bump(tx, 'data');
      return true;
    });
  }
}
