/** Answers to a survey for the office: every sheet a row, safe to open in a spreadsheet; without ways of contact. */
import {PassThrough, Readable} from 'node:stream';
import type {SurveyAnswer, SurveyQuestion} from '@zwgk/contract';
import {guardCell} from '@zwgk/rules';
import {AUTHOR_TYPES} from '@zwgk/rules/consultation';
import type {Sheet} from '../../store/consultations/surveys.ts';
import {csvLine} from '../catalog-export/csv.ts';
import {archived} from '../catalog-export/xlsx.ts';

const HEADER = ['序号', '回执编号', '收到时间', '提出人类别', '状态'];

/** 2026-03-02 09:30, in China. */
const chinaTime = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** As people read it: labels, not ids. */
function wordsOf(question: SurveyQuestion, answer: SurveyAnswer | undefined): string {
  if (answer === undefined) return '';
  if (question.kind === 'text' || question.kind === 'scale') return String(answer);
  const labels = new Map(question.options.map(({id, label}) => [id, label]));
  return [answer]
    .flat()
    .map((id) => labels.get(String(id)) ?? String(id))
    .join('；');
}

const stateOf = ({withdrawnAt, counted}: Sheet): string => (withdrawnAt ? '已撤回' : counted ? '计入结果' : '疑似程序填写，未计入');

/** Header and rows in portions, as the sheets are read. */
export async function* sheetRows(questions: readonly SurveyQuestion[], sheets: AsyncIterable<Sheet[]>): AsyncGenerator<string[][]> {
  yield [[...HEADER, ...questions.map(({title}) => guardCell(title))]];
  let no = 0;
  for await (const batch of sheets)
    yield batch.map((sheet) =>
      [
        String(++no),
        sheet.number,
        chinaTime(sheet.receivedAt),
        sheet.authorType ? AUTHOR_TYPES[sheet.authorType] : '',
        stateOf(sheet),
        ...questions.map((question) => wordsOf(question, sheet.values?.[question.id])),
      ].map(guardCell),
    );
}

async function* csvParts(rows: AsyncIterable<string[][]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode('\ufeff');
  for await (const batch of rows) yield encoder.encode(batch.map(csvLine).join(''));
}

export const answersCsv = (rows: AsyncIterable<string[][]>): Readable => Readable.from(csvParts(rows));

export function answersXlsx(rows: AsyncIterable<string[][]>): Readable {
  const out = new PassThrough();
  write(rows, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(rows: AsyncIterable<string[][]>, stream: PassThrough): Promise<void> {
  const {default: excel} = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({stream});
  const sheet = workbook.addWorksheet('问卷答案', {views: [{state: 'frozen', ySplit: 1}]});
  for await (const batch of rows) {
    for (const row of batch) sheet.addRow(row).commit();
    await archived(sheet, stream);
    if (stream.destroyed) return;
  }
  sheet.commit();
  await workbook.commit();
}
