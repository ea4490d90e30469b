import {parse} from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import {columnLetter} from './problem.ts';
import {cleanText, decodeText, type Source} from './source.ts';
import {openZip} from './zip.ts';

/** A table as read: text cells, nothing interpreted. A merged cell's text stands in every cell it covers. */
export interface Sheet {
  readonly name: string;
  /** CSV does not say which cells were merged: there an empty cell may continue the one above. */
  readonly knowsMerges: boolean;
  /** Rows in order; `number` is the row as the spreadsheet program counts it. */
  readonly rows: readonly {readonly number: number; readonly cells: readonly string[]}[];
  /** What the spreadsheet program does not show, and what is left out for that. */
  readonly hidden?: {readonly columns: readonly string[]; readonly rows: number};
}

/** Bounds past which a file is a mistake: the largest real catalogues have a few thousand rows. */
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 200;

/** A file that is no table; `code` and `message` go into the problem. */
export class NotATable extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/**
 * Tables of an XLSX, CSV or tab-separated file.
 * @throws {NotATable} with what to do, in plain Chinese.
 */
export async function readSheets({name, bytes}: Source): Promise<Sheet[]> {
  if (bytes.length === 0) throw new NotATable('empty', '文件是空的。');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new NotATable('old-format', '这是旧版 Excel（.xls）或者加了密码的表格，请去掉密码，另存为“Excel 工作簿（.xlsx）”再导入。');
  }
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new NotATable('unknown-format', '这是 PDF 文件，请导入原来的 Excel 或者 CSV 表格。');
  const text = cleanText(decodeText(bytes));
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 4000))) throw new NotATable('unknown-format', '只能导入 .xlsx 和 .csv 表格。');
  return [readCsv(name, text)];
}

/** Parts of a sheet that say nothing of its text, and of which exceljs makes an object a cell. */
const IGNORED = ['dataValidations', 'conditionalFormatting', 'extLst', 'hyperlinks', 'drawing', 'legacyDrawing', 'tableParts'];
const MAX_MERGED_CELLS = 1_000_000;
const MAX_SHEET_COLUMN = 16_384;

/**
 * The workbook without names of ranges, of which exceljs walks every cell.
 * @throws {NotATable} when it covers more cells with merges and columns than a table has.
 */
async function boundedWorkbook(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await openZip(bytes);
  for (const entry of zip.file(/worksheets\/.*\.xml$/i)) {
    const xml = await entry.async('string');
    const widest = Math.max(
      0,
      ...[...xml.matchAll(/<col\b([^>]*)/g)].map(([, attributes]) => Number(/\smax="(\d+)"/.exec(attributes!)?.[1])),
    );
    let merged = 0;
    for (const [, attributes] of xml.matchAll(/<mergeCell\b([^>]*)/g)) merged += cellsIn(/\sref="([^"]*)"/.exec(attributes!)?.[1] ?? '');
    if (merged <= MAX_MERGED_CELLS && widest <= MAX_SHEET_COLUMN) continue;
    throw new NotATable('too-large', '表格的合并单元格或者列的范围太大，请只保留有内容的部分，另存后再导入。');
  }
  const names = /<definedNames\b[^]*<\/definedNames>/;
  const book = zip.file('xl/workbook.xml');
  const xml = (await book?.async('string')) ?? '';
  if (!xml.includes('definedName')) return bytes;
  zip.file('xl/workbook.xml', xml.replace(names, ''));
  return zip.generateAsync({type: 'uint8array'});
}

/** Cells of a range such as `A1:C3`; infinity for what is none, which nobody may be left to interpret. */
function cellsIn(range: string): number {
  const [, left, top, right = left, bottom = top] = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(range) ?? [];
  if (left === undefined) return Infinity;
  const column = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return (Math.abs(column(right!) - column(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
}

async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = new ExcelJS.Workbook();
  try {
    const safe = await boundedWorkbook(bytes);
    // exceljs' own types ask for an older Buffer than @types/node has.
    await workbook.xlsx.load(Buffer.from(safe) as unknown as Parameters<typeof workbook.xlsx.load>[0], {ignoreNodes: IGNORED});
  } catch (error) {
    if (error instanceof NotATable) throw error;
    throw new NotATable('unreadable', '表格打不开，可能已损坏或者不是 .xlsx 文件，请用 Excel 或 WPS 打开后另存为 .xlsx。');
  }
  return workbook.worksheets.filter(({state}) => state === 'visible').map(readWorksheet);
}

/** exceljs gives every cell of a merged range the text of its first. */
function readWorksheet(sheet: ExcelJS.Worksheet): Sheet {
  if (sheet.rowCount > MAX_ROWS)
    throw new NotATable('too-large', `工作表“${sheet.name}”超过 ${MAX_ROWS} 行，请删去表格下方的空行或者拆成几个文件。`);
  const columns = Math.min(sheet.columnCount, MAX_COLUMNS);
  const shut = new Set(Array.from({length: columns}, (_, i) => i).filter((i) => sheet.getColumn(i + 1).hidden));
  let hiddenRows = 0;
  const rows: {number: number; cells: string[]}[] = [];
  sheet.eachRow({includeEmpty: false}, (row, number) => {
    if (row.hidden) return void hiddenRows++;
    rows.push({
      number,
      cells: Array.from({length: columns}, (_, i) => (shut.has(i) ? '' : cleanText(valueText(row.getCell(i + 1).value)).trim())),
    });
  });
  return {name: sheet.name, knowsMerges: true, rows, hidden: {columns: [...shut].map(columnLetter), rows: hiddenRows}};
}

/** What a cell shows, dates as ISO. */
function valueText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({text}) => text).join('');
  if ('text' in value) return typeof value.text === 'string' ? value.text : valueText(value.text as ExcelJS.CellValue);
  if ('result' in value) return valueText(value.result as ExcelJS.CellValue);
  return '';
}

function readCsv(name: string, text: string): Sheet {
  const head = text.split('\n', 20).join('\n');
  const delimiter = ([',', '\t', ';', '，'] as const).map((c) => [head.split(c).length, c] as const).toSorted((a, b) => b[0] - a[0])[0]![1];
  const records: string[][] = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
  });
  if (records.length > MAX_ROWS) throw new NotATable('too-large', `表格超过 ${MAX_ROWS} 行，请拆成几个文件。`);
  return {
    name: name.replace(/\.[a-z]+$/i, ''),
    knowsMerges: false,
    rows: records.map((cells, i) => ({number: i + 1, cells: cells.slice(0, MAX_COLUMNS).map((cell) => cell.trim())})),
  };
}
