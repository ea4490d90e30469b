/** Every comment of a consultation as a table for the office, safe to open in a spreadsheet; without ways of contact. */
import {PassThrough, Readable} from 'node:stream';
import {guardCell} from '@zwgk/rules';
import type {outcomeOf} from '@zwgk/rules/consultation';
import {ADOPTION_OUTCOMES, AUTHOR_TYPES, COMMENT_STATES} from '@zwgk/rules/consultation';
import type {CommentOrder, StoredReceipt} from '../../store/consultations/comments.ts';
import type {Consultations} from '../../store/consultations/consultations.ts';
import type {StoredComment, StoredConsultation} from '../../store/consultations/records.ts';
import {csvLine} from '../catalog-export/csv.ts';
import {chinaTime} from '../catalog-export/rows.ts';
import {archived} from '../catalog-export/xlsx.ts';

/** What is told of one comment. */
export interface Line {
  readonly no: string;
  readonly number: string;
  readonly id: string;
  readonly at: string;
  readonly section: string;
  readonly quote: string;
  readonly text: string;
  readonly author: string;
  readonly state: string;
  readonly publish: string;
  readonly family: string;
  readonly theme: string;
  readonly outcome: string;
  readonly reason: string;
}

export const HEADER: Readonly<Record<keyof Line, string>> = {
  no: '序号',
  number: '回执编号',
  id: '意见编号',
  at: '收到时间',
  section: '针对的条款',
  quote: '引用的原文',
  text: '意见内容',
  author: '提出人类别',
  state: '审核状态',
  publish: '是否同意公开',
  family: '相近的意见',
  theme: '归类',
  outcome: '采纳情况',
  reason: '理由',
};
const COLUMNS = Object.keys(HEADER) as (keyof Line)[];
const WIDE = new Set<keyof Line>(['quote', 'text', 'reason']);

interface Row {
  readonly comment: StoredComment;
  readonly receipt: StoredReceipt;
}
type Outcome = ReturnType<typeof outcomeOf>;

function lineOf({comment, receipt}: Row, no: number, labels: ReadonlyMap<string, string>, outcome: Outcome, family: string): Line {
  const {id, receivedAt, section, words, progress} = comment;
  const cluster = outcome?.kind === 'cluster' ? outcome.cluster : undefined;
  return {
    no: String(no),
    number: receipt.number,
    id,
    at: chinaTime(receivedAt),
    section: labels.get(section) ?? (section === 'whole' ? '整体' : section),
    quote: (words?.anchors ?? []).flatMap(({quote}) => (quote ? [quote.exact] : [])).join('\n'),
    text: words?.text ?? '',
    author: receipt.authorType ? AUTHOR_TYPES[receipt.authorType] : '',
    state: COMMENT_STATES[progress.state],
    publish: progress.publish ? '是' : '否',
    family,
    theme: cluster?.theme ?? (outcome ? '与草案无关' : ''),
    outcome: cluster ? ADOPTION_OUTCOMES[cluster.outcome] : '',
    reason: cluster?.reason ?? '',
  };
}

/** Where the draft of the report puts each comment. */
async function outcomesOf(consultations: Consultations, row: number): Promise<ReadonlyMap<string, Outcome>> {
  const report = await consultations.reports.draft(row);
  const outcomes = new Map<string, Outcome>();
  for (const cluster of report?.clusters ?? []) for (const id of cluster.comments) outcomes.set(id, {kind: 'cluster', cluster, number: 0});
  for (const {comment, of} of report?.duplicates ?? []) outcomes.set(comment, outcomes.get(of));
  for (const id of report?.unrelated.comments ?? []) outcomes.set(id, {kind: 'unrelated'});
  return outcomes;
}

/** Lines in portions, as the comments are read. */
export async function* exportLines(
  consultations: Consultations,
  {row, draft}: StoredConsultation,
  order?: CommentOrder,
): AsyncGenerator<Line[]> {
  const body = draft && (await (await consultations.drafts.get(draft))?.body());
  const labels = new Map(body?.map(({id, label, heading}) => [id, label ?? heading ?? id]));
  const outcomes = await outcomesOf(consultations, row);
  let no = 0;
  for await (const batch of consultations.comments.eachComment(row, order)) {
    const families = await consultations.comments.idsOf(batch.flatMap(({comment: {family}}) => (family === null ? [] : [family])));
    yield batch.map((each) => {
      const {id, family} = each.comment;
      return lineOf(each, ++no, labels, outcomes.get(id), families.get(family ?? 0) ?? '');
    });
  }
}

/** Cells that no spreadsheet takes for a formula. */
const cells = (line: Line): string[] => COLUMNS.map((name) => guardCell(line[name]));
/** Characters that Excel takes in a cell; of a longer one it says that the file is damaged. Twenty long quotes are. */
const MOST_IN_CELL = 32_767;
const fitted = (cell: string): string => (cell.length > MOST_IN_CELL ? `${cell.slice(0, MOST_IN_CELL - 1)}…` : cell);
const header = COLUMNS.map((name) => HEADER[name]);

async function* csvParts(lines: AsyncIterable<Line[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${csvLine(header)}`);
  for await (const batch of lines) yield encoder.encode(batch.map((line) => csvLine(cells(line))).join(''));
}

/** By bytes: sixteen parts of some megabytes would be waiting otherwise. */
export const readByBytes = (parts: AsyncIterable<Uint8Array>): Readable => Readable.from(parts, {objectMode: false});
export const commentsCsv = (lines: AsyncIterable<Line[]>): Readable => readByBytes(csvParts(lines));

export function commentsXlsx(lines: AsyncIterable<Line[]>): Readable {
  const out = new PassThrough();
  write(lines, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(lines: AsyncIterable<Line[]>, stream: PassThrough): Promise<void> {
  const {default: excel} = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({stream});
  const sheet = workbook.addWorksheet('意见汇总', {views: [{state: 'frozen', ySplit: 1}]});
  sheet.columns = COLUMNS.map((name) => ({width: WIDE.has(name) ? 48 : 16, style: {alignment: {wrapText: true, vertical: 'top'}}}));
  sheet.addRow(header).font = {bold: true};
  for await (const batch of lines) {
    for (const line of batch) sheet.addRow(cells(line).map(fitted)).commit();
    await archived(sheet, stream);
    if (stream.destroyed) return;
  }
  sheet.commit();
  await workbook.commit();
}
