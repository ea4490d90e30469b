/** The data rows of a sheet: blank rows, banners, footers and repeated headers left out, merged and 同上 cells filled in. */
import type {Domain} from '@zwgk/contract';
import {findDomain} from './catalog-cells.ts';
import {type Columns, type Field, rowKey} from './catalog-columns.ts';
import type {Sheet} from './sheets.ts';

export interface RawRow {
  readonly row: number;
  readonly text: Readonly<Partial<Record<Field, string>>>;
  /** Domain of the table or of the banner above the row. */
  readonly domain?: Domain;
  /** Fields taken from the row above because a CSV keeps no merged cells. */
  readonly filled: readonly Field[];
}

const FOOTER = /^(备注|注\s*[：:\d]|附注|说明\s*[：:]|填表|填报|制表|审核人|审批人|联系人|联系电话|报送|第\s*\d+\s*页)/u;
const DITTO = /^(同上|同前|同上行?|〃|″|"|''|--同上--)$/u;
/** Cells that mean together: a blank one beside a ticked one is an answer, all blank is a merged cell. */
const GROUPS: readonly (readonly Field[])[] = [
  ['level1'],
  ['basis'],
  ['timeLimit'],
  ['publisher'],
  ['channels'],
  ['audience'],
  ['audienceAll', 'audienceSpecific'],
  ['mode'],
  ['modeProactive', 'modeOnRequest'],
  ['levels'],
  ['levelProvince', 'levelCity', 'levelCounty', 'levelTownship'],
];

/** Reads down a sheet below its header. */
export function rawRows(sheet: Sheet, columns: Columns): RawRow[] {
  const out: RawRow[] = [];
  let domain = tableDomain(sheet, columns);
  let above: RawRow | undefined;
  for (const {number, cells} of sheet.rows.slice(columns.first)) {
    const filled = cells.map((text, i) => ({text, i})).filter(({text}) => text);
    const lead = filled[0];
    if (!lead || columns.repeated.has(rowKey(cells)) || FOOTER.test(lead.text)) continue;
    if (isBanner(filled, columns)) {
      domain = findDomain(lead.text) ?? domain;
      continue;
    }
    const row = fill(readCells(cells, columns), above, sheet.knowsMerges);
    above = {row: number, ...row, ...(domain ? {domain} : {})};
    out.push(above);
  }
  return out;
}

/** One text across the row, where the matters stand: a heading between rows, or a note below the table. */
function isBanner(filled: readonly {text: string; i: number}[], columns: Columns): boolean {
  const texts = new Set(filled.map(({text}) => text));
  if (texts.size > 1) return false;
  return filled.length > 2 || filled[0]!.i <= Math.max(columns.at.get('seq') ?? 0, columns.at.get('level1') ?? 0);
}

/** 义务教育领域基层政务公开标准目录 above the header, or on the sheet's tab. */
function tableDomain(sheet: Sheet, columns: Columns): Domain | undefined {
  const titles = [...sheet.rows.slice(0, columns.first - 1).flatMap(({cells}) => cells), sheet.name];
  for (const title of titles) {
    const named = /(.{2,20})领域/u.exec(title)?.[1];
    const domain = named ? findDomain(named) : undefined;
    if (domain) return domain;
  }
  return /[局厅委院部]|中心|办公室|政府/.test(sheet.name) ? undefined : findDomain(sheet.name);
}

function readCells(cells: readonly string[], columns: Columns): Partial<Record<Field, string>> {
  const text: Partial<Record<Field, string>> = {};
  for (const [field, i] of columns.at) if (cells[i]) text[field] = cells[i];
  return text;
}

function fill(text: Partial<Record<Field, string>>, above: RawRow | undefined, knowsMerges: boolean): Pick<RawRow, 'text' | 'filled'> {
  const out = {...text};
  const filled: Field[] = [];
  for (const field of Object.keys(out) as Field[]) {
    const value = DITTO.test(out[field]!) ? above?.text[field] : out[field];
    if (value === undefined) delete out[field];
    else out[field] = value;
  }
  const continues = !text.level1;
  for (const group of GROUPS) {
    if (group.some((field) => text[field])) continue;
    if (knowsMerges && group[0] !== 'level1') continue;
    for (const field of group) {
      const value = above?.text[field];
      if (value === undefined) continue;
      out[field] = value;
      if (field !== 'level1') filled.push(field);
    }
  }
  if (continues && !text.level2 && above?.text.level2) out.level2 = above.text.level2;
  return {text: out, filled};
}
