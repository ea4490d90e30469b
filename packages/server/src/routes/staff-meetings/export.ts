/** Everybody who signed up as a table, for the list at the door; safe to open in a spreadsheet. */
import {PassThrough, Readable} from 'node:stream';
import {guardCell} from '@zwgk/rules';
import {MEETING_ROLES, SIGN_UP_STATES} from '@zwgk/rules/meeting';
import type {StoredSignUp} from '../../store/meetings/records.ts';
import {csvLine} from '../catalog-export/csv.ts';
import {archived} from '../catalog-export/xlsx.ts';

const HEADER = ['报名编号', '报名时间', '参加类别', '状态', '姓名', '手机号', '电子邮箱', '工作单位', '主要意见', '无障碍需求', '理由'];
const WIDE = new Set(['主要意见', '无障碍需求']);

type Rows = AsyncIterable<StoredSignUp[]>;

/** 2026-03-02 09:30, in China. */
const chinaTime = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const cells = ({number, submittedAt, role, state, words, reason}: StoredSignUp): string[] =>
  [
    number,
    chinaTime(submittedAt),
    MEETING_ROLES[role],
    SIGN_UP_STATES[state],
    words?.name ?? '',
    words?.mobile ?? '',
    words?.email ?? '',
    words?.employer ?? '',
    words?.statement ?? '',
    words?.needs ?? '',
    reason ?? '',
  ].map(guardCell);

async function* csvParts(rows: Rows): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${csvLine(HEADER)}`);
  for await (const batch of rows) yield encoder.encode(batch.map((each) => csvLine(cells(each))).join(''));
}

export const signUpsCsv = (rows: Rows): Readable => Readable.from(csvParts(rows));

export function signUpsXlsx(rows: Rows): Readable {
  const out = new PassThrough();
  write(rows, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(rows: Rows, stream: PassThrough): Promise<void> {
  const {default: excel} = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({stream});
  const sheet = workbook.addWorksheet('报名名单', {views: [{state: 'frozen', ySplit: 1}]});
  sheet.columns = HEADER.map((header) => ({width: WIDE.has(header) ? 40 : 18, style: {alignment: {wrapText: true, vertical: 'top'}}}));
  sheet.addRow(HEADER).font = {bold: true};
  for await (const batch of rows) {
    for (const each of batch) sheet.addRow(cells(each)).commit();
    await archived(sheet, stream);
    if (stream.destroyed) return;
  }
  sheet.commit();
  await workbook.commit();
}
