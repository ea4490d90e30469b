import type {Level} from '@zwgk/contract';
import {findColumns, type Columns, type Field} from './catalog-columns.ts';
import {rawRows} from './catalog-rows.ts';
import {rowInput, type CatalogRowInput, type RowProblem} from './catalog-row.ts';
import type {ImportProblem} from './problem.ts';
import {NotATable, readSheets, type Sheet} from './sheets.ts';
import {readSource, type FileInput} from './source.ts';

export interface CatalogTableRow {
  readonly sheet: string;
  /** Row as the spreadsheet program counts it; of several rows of one matter, the first. */
  readonly row: number;
  readonly input: CatalogRowInput;
  /** 公开主体 as printed. */
  readonly publisherName?: string;
}

export interface CatalogTable {
  readonly rows: CatalogTableRow[];
  readonly problems: ImportProblem[];
}

export interface CatalogTableOptions {
  /** Level of the agency whose table it is, for tables without a level column. */
  readonly level?: Level;
  /** China date of the import, to ask about information that was formed later. */
  readonly today?: string;
}

/**
 * Reads a table of the standard catalogue (基层政务公开标准目录 and its many variants; XLSX, CSV) into items.
 * Never throws: a file that is no table gives one problem, a wrong cell one with its row and column.
 */
export async function readCatalogTable(file: FileInput, options: CatalogTableOptions = {}): Promise<CatalogTable> {
  const name = typeof file === 'string' ? (file.split(/[\\/]/).at(-1) ?? file) : file.name;
  const fail = (code: string, message: string): CatalogTable => ({rows: [], problems: [{file: name, code, message, severity: 'error'}]});
  let sheets: Sheet[];
  try {
    sheets = await readSheets(await readSource(file));
  } catch (error) {
    if (error instanceof NotATable) return fail(error.code, error.message);
    return fail('unreadable', '文件打不开、超过 50 MB 或者不是完整的表格，请检查后另存为 .xlsx 或 .csv 再导入。');
  }
  const tables = sheets.map((sheet) => ({sheet, columns: findColumns(sheet)}));
  if (!tables.some(({columns}) => columns)) {
    return fail('no-table', '没有找到目录表的表头。表头要有“公开事项（一级、二级事项）”“公开内容（要素）”“公开时限”“公开主体”等列。');
  }
  const reader = new TableReader(name, options);
  for (const {sheet, columns} of tables) {
    if (sheet.hidden) reader.reportHidden(sheet.name, sheet.hidden);
    if (columns) reader.read(sheet, columns);
    else if (sheet.rows.length) {
      const message = '这个工作表没有目录表的表头，已略过。';
      reader.problems.push({file: name, sheet: sheet.name, code: 'sheet-skipped', message, severity: 'warning'});
    }
  }
  if (reader.rows.length === 0 && reader.problems.length === 0) return fail('no-rows', '表头下面没有数据。');
  return {rows: reader.rows, problems: reader.problems};
}

class TableReader {
  readonly rows: CatalogTableRow[] = [];
  readonly problems: ImportProblem[] = [];
  readonly #file: string;
  readonly #options: CatalogTableOptions;
  readonly #byMatter = new Map<string, CatalogTableRow>();

  constructor(file: string, options: CatalogTableOptions) {
    this.#file = file;
    this.#options = options;
  }

  read(sheet: Sheet, columns: Columns): void {
    if (!this.#hasColumns(sheet, columns)) return;
    let filled = 0;
    for (const raw of rawRows(sheet, columns)) {
      if (raw.filled.length) filled++;
      const printed = Number.parseInt(raw.text.seq ?? '', 10);
      const seq = printed > 0 && printed < 1_000_000 ? printed : this.rows.length + 1;
      const {input, problems} = rowInput(raw, seq, this.#options.level);
      for (const problem of problems) this.#report(sheet, columns, raw.row, problem);
      if (!input) continue;
      if (input.informationOn && input.informationOn > (this.#options.today ?? input.informationOn)) {
        const message = `信息形成或者变更日期 ${input.informationOn} 晚于今天，请核对。`;
        this.#report(sheet, columns, raw.row, {field: 'informationOn', code: 'date-to-come', message, severity: 'warning'});
      }
      const publisherName = raw.text.publisher?.replace(/\s/g, '');
      this.#add(sheet, columns, {sheet: sheet.name, row: raw.row, input, ...(publisherName ? {publisherName} : {})});
    }
    if (filled) {
      const message = `有 ${filled} 行的空单元格按上一行补齐（CSV 不保留合并单元格），请核对；改用 .xlsx 导入就不用补。`;
      this.problems.push({file: this.#file, sheet: sheet.name, code: 'filled-down', message, severity: 'warning'});
    }
  }

  /** What is hidden was not meant to be read; if it was, the person who made the table should know. */
  reportHidden(sheet: string, {columns, rows}: NonNullable<Sheet['hidden']>): void {
    const parts = [columns.length ? `隐藏的 ${columns.join('、')} 列` : '', rows ? `隐藏的 ${rows} 行` : ''].filter(Boolean);
    if (parts.length === 0) return;
    const message = `${parts.join('、')}没有导入；要公开的，请取消隐藏后重新导入。`;
    this.problems.push({file: this.#file, sheet, code: 'hidden-left-out', message, severity: 'warning'});
  }

  #hasColumns(sheet: Sheet, {at, names}: Columns): boolean {
    const needed: readonly (readonly [string, readonly Field[]])[] = [
      ['公开内容（要素）', ['content']],
      ['公开时限', ['timeLimit']],
      ['公开渠道和载体', ['channels']],
      ['公开方式（主动、依申请）或者公开属性', ['mode', 'modeProactive', 'modeOnRequest', 'disclosure']],
    ];
    const missing = needed.filter(([, fields]) => !fields.some((field) => at.has(field))).map(([name]) => `“${name}”`);
    if (missing.length === 0) return true;
    const message = `缺少${missing.join('、')}列。读到的表头是：${names
      .map((name) => name.split(' ')[1])
      .filter(Boolean)
      .join('、')
      .slice(0, 400)}。`;
    this.problems.push({file: this.#file, sheet: sheet.name, code: 'missing-column', message, severity: 'error'});
    return false;
  }

  #report(sheet: Sheet, columns: Columns, row: number, {field, code, message, severity}: RowProblem): void {
    const at = columnOf(field, columns);
    const column = at === undefined ? {} : {column: columns.names[at] ?? ''};
    this.problems.push({file: this.#file, sheet: sheet.name, row, ...column, code, message, severity});
  }

  /** Several rows of one matter (a merged 二级事项) are one item with the elements of all. */
  #add(sheet: Sheet, columns: Columns, row: CatalogTableRow): void {
    const {input} = row;
    const key = JSON.stringify([row.publisherName, input.level1, input.level2, input.levels]);
    const first = this.#byMatter.get(key);
    if (!first) {
      this.#byMatter.set(key, row);
      this.rows.push(row);
      return;
    }
    const same = first.input.disclosure === input.disclosure && first.input.timeLimit.text === input.timeLimit.text;
    if (!same) {
      const message = `和第 ${first.row} 行是同一事项，公开时限或者属性却不同，请合并成一行或者改二级事项的名称。`;
      this.#report(sheet, columns, row.row, {field: 'level2', code: 'duplicate-item', message, severity: 'error'});
      return;
    }
    const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Map([...a, ...b].map((x) => [JSON.stringify(x), x])).values()];
    const merged: CatalogTableRow = {
      ...first,
      input: {
        ...first.input,
        contentElements: union(first.input.contentElements, input.contentElements).slice(0, 50),
        legalBasis: union(first.input.legalBasis, input.legalBasis).slice(0, 50),
        channels: union(first.input.channels, input.channels),
      },
    };
    this.#byMatter.set(key, merged);
    this.rows[this.rows.indexOf(first)] = merged;
  }
}

const STAND_INS: Readonly<Partial<Record<Field, readonly Field[]>>> = {
  mode: ['modeProactive', 'disclosure'],
  modeProactive: ['mode', 'modeOnRequest', 'disclosure'],
  levels: ['levelCounty', 'levelTownship', 'levelCity', 'levelProvince'],
  reason: ['reasonBasis', 'disclosure', 'modeOnRequest', 'mode'],
  reasonBasis: ['reason'],
};

/** Column to point at: the field's own, else the one where a person would look for it. */
function columnOf(field: Field, {at}: Columns): number | undefined {
  return [field, ...(STAND_INS[field] ?? [])].map((name) => at.get(name)).find((index) => index !== undefined);
}
