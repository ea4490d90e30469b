/** Rows of text as a table for the office, written while they come. Whoever makes the rows guards their cells. */
import {PassThrough, Readable} from 'node:stream';
import {csvLine} from './csv.ts';
import {archived} from './xlsx.ts';

type Rows = AsyncIterable<string[][]>;

/** 2026-03-02 09:30, in China. */
export const chinaTime = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

async function* csvParts(rows: Rows): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode('\ufeff');
  for await (const batch of rows) yield encoder.encode(batch.map(csvLine).join(''));
}

export const rowsCsv = (rows: Rows): Readable => Readable.from(csvParts(rows));

/** @param widths Of the columns, in characters; with them texts are wrapped and the first row is bold. */
export function rowsXlsx(name: string, rows: Rows, widths?: readonly number[]): Readable {
  const out = new PassThrough();
  write(name, rows, out, widths).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(name: string, rows: Rows, stream: PassThrough, widths?: readonly number[]): Promise<void> {
  const {default: excel} = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({stream});
  const sheet = workbook.addWorksheet(name, {views: [{state: 'frozen', ySplit: 1}]});
  if (widths) sheet.columns = widths.map((width) => ({width, style: {alignment: {wrapText: true, vertical: 'top'}}}));
  let isFirst = true;
  for await (const batch of rows) {
    for (const row of batch) {
      const added = sheet.addRow(row);
      if (isFirst && widths) added.font = {bold: true};
      isFirst = false;
      added.commit();
    }
    await archived(sheet, stream);
    if (stream.destroyed) return;
  }
  sheet.commit();
  await workbook.commit();
}
