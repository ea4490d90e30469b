/** An Excel workbook, written while the rows come, so that memory does not grow with the catalogue. */
import {PassThrough, type Readable, type Writable} from 'node:stream';
import type {CatalogItem} from '@zwgk/contract';
import {cells, HEADER} from './table.ts';

const WIDE = new Set(['公开内容（要素）', '公开依据', '公开渠道和载体', '公开时限']);

export function xlsxStream(batches: AsyncIterable<CatalogItem[]>): Readable {
  const out = new PassThrough();
  write(batches, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(batches: AsyncIterable<CatalogItem[]>, stream: PassThrough): Promise<void> {
  // Half a second of code that a server may never need.
  const {default: excel} = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({stream});
  const sheet = workbook.addWorksheet('政务公开事项目录', {views: [{state: 'frozen', ySplit: 2}]});
  const [upper, lower] = HEADER;
  sheet.columns = upper.map((header) => ({width: WIDE.has(header) ? 40 : 14, style: {alignment: {wrapText: true, vertical: 'top'}}}));
  sheet.addRow(upper).font = {bold: true};
  sheet.addRow(lower.map((text, i) => text || upper[i]!)).font = {bold: true};
  for (const [from, to] of spans(upper, lower)) sheet.mergeCells(from.row, from.column, to.row, to.column);
  for await (const batch of batches) {
    for (const item of batch) sheet.addRow(cells(item)).commit();
    await archived(sheet, stream);
    if (stream.destroyed) return;
  }
  sheet.commit();
  await workbook.commit();
}

/**
 * Until the archive has taken what a sheet has written, which it does as fast as its reader reads; or the reader is gone.
 * exceljs does not wait for it, and would have the whole sheet stand before it.
 */
export const archived = (sheet: object, out: PassThrough): Promise<void> =>
  new Promise((done) => {
    const ready = (): void => {
      out.off('close', ready);
      done();
    };
    out.once('close', ready);
    (sheet as {stream: {pipes: Writable[]}}).stream.pipes[0]!.write('', ready);
  });

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Header cells to merge: downwards where there is no sub-header, sideways over sub-headers. 1-based. */
function* spans(upper: readonly string[], lower: readonly string[]): Generator<[from: Cell, to: Cell]> {
  for (let start = 0; start < upper.length;) {
    let end = start + 1;
    while (lower[start] && end < upper.length && lower[end] && upper[end] === upper[start]) end++;
    yield [
      {row: 1, column: start + 1},
      {row: lower[start] ? 1 : 2, column: end},
    ];
    start = end;
  }
}
