/** Every comment of a consultation as a table for the office, safe to open in a spreadsheet; without ways of contact. */
import {PassThrough, Readable} from 'node:stream';
import {guardCell} from '@zwgk/rules';
import type {outcomeOf} from '@zwgk/rules/consultation';
import {ADOPTION_OUTCOMES, AUTHOR_TYPES, COMMENT_STATES} from '@zwgk/rules/consultation';
import type {StoredReceipt} from '../../store/consultations/comments.ts';
import type {Consultations} from '../../store/consultations/consultations.ts';
import type {StoredComment, StoredConsultation} from '../../store/consultations/records.ts';
import {csvLine} from '../catalog-export/csv.ts';
import {roomIn} from '../catalog-export/xlsx.ts';

const HEADER = [
  '序号',
  '回执编号',
  '意见编号',
  '收到时间',
  '针对的条款',
  '引用的原文',
  '意见内容',
  '提出人类别',
  '审核状态',
  '是否同意公开',
  '相近的意见',
  '归类',
  '采纳情况',
  '理由',
];
const WIDE = new Set(['引用的原文', '意见内容', '理由']);

interface Row {
  readonly comment: StoredComment;
  readonly receipt: StoredReceipt;
}
type Outcome = ReturnType<typeof outcomeOf>;

/** 2026-03-02 09:30, in China. */
const chinaTime = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function cells({comment, receipt}: Row, no: number, labels: ReadonlyMap<string, string>, outcome: Outcome, family: string): string[] {
  const {id, receivedAt, section, words, progress} = comment;
  const cluster = outcome?.kind === 'cluster' ? outcome.cluster : undefined;
  return [
    String(no),
    receipt.number,
    id,
    chinaTime(receivedAt),
    labels.get(section) ?? (section === 'whole' ? '整体' : section),
    (words?.anchors ?? []).flatMap(({quote}) => (quote ? [quote.exact] : [])).join('\n'),
    words?.text ?? '',
    receipt.authorType ? AUTHOR_TYPES[receipt.authorType] : '',
    COMMENT_STATES[progress.state],
    progress.publish ? '是' : '否',
    family,
    cluster?.theme ?? (outcome ? '与草案无关' : ''),
    cluster ? ADOPTION_OUTCOMES[cluster.outcome] : '',
    cluster?.reason ?? '',
  ].map(guardCell);
}

/** Rows in portions, as the comments are read. */
export async function* exportRows(consultations: Consultations, {row, draft}: StoredConsultation): AsyncGenerator<string[][]> {
  const body = draft && (await (await consultations.drafts.get(draft))?.body());
  const labels = new Map(body?.map(({id, label, heading}) => [id, label ?? heading ?? id]));
  const report = await consultations.reports.draft(row);
  const outcomes = new Map<string, Outcome>();
  for (const cluster of report?.clusters ?? []) for (const id of cluster.comments) outcomes.set(id, {kind: 'cluster', cluster, number: 0});
  for (const {comment, of} of report?.duplicates ?? []) outcomes.set(comment, outcomes.get(of));
  for (const id of report?.unrelated.comments ?? []) outcomes.set(id, {kind: 'unrelated'});
  let no = 0;
  for await (const batch of consultations.comments.eachComment(row)) {
    const families = await consultations.comments.idsOf(batch.flatMap(({comment: {family}}) => (family === null ? [] : [family])));
    yield batch.map((each) => {
      const {id, family} = each.comment;
      return cells(each, ++no, labels, outcomes.get(id), families.get(family ?? 0) ?? '');
    });
  }
}

async function* csvParts(rows: AsyncIterable<string[][]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${csvLine(HEADER)}`);
  for await (const batch of rows) yield encoder.encode(batch.map(csvLine).join(''));
}

export const commentsCsv = (rows: AsyncIterable<string[][]>): Readable => Readable.from(csvParts(rows));

export function commentsXlsx(rows: AsyncIterable<string[][]>): Readable {
  const out = new PassThrough();
  write(rows, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(rows: AsyncIterable<string[][]>, stream: PassThrough): Promise<void> {
  const {default: excel} = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({stream});
  const sheet = workbook.addWorksheet('意见汇总', {views: [{state: 'frozen', ySplit: 1}]});
  sheet.columns = HEADER.map((header) => ({width: WIDE.has(header) ? 48 : 16, style: {alignment: {wrapText: true, vertical: 'top'}}}));
  sheet.addRow(HEADER).font = {bold: true};
  for await (const batch of rows) {
    for (const row of batch) sheet.addRow(row).commit();
    if (stream.writableNeedDrain) await roomIn(stream);
    if (stream.destroyed) return;
  }
  sheet.commit();
  await workbook.commit();
}
