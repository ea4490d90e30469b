import type {ApplicationProgress} from './progress.ts';
import {ANSWERS, ORG_CATEGORIES, type AnswerCode, type OrgCategory} from './vocabulary.ts';

/** 自然人, the five kinds of organisation, 总计. */
export type AnnualColumn = 'natural_person' | OrgCategory | 'total';
/** 一、本年新收; 二、上年结转; the 21 outcomes; （七）总计; 四、结转下年度继续办理. */
export type AnnualRow = 'received' | 'carried_in' | AnswerCode | 'total' | 'carried_over';
export type AnnualTable = Readonly<Record<AnnualRow, Readonly<Record<AnnualColumn, number>>>>;

/** What the table needs to know of an application; a natural person, or the kind of organisation. */
export interface AnnualEntry extends Pick<ApplicationProgress, 'kind' | 'receivedOn' | 'outcome'> {
  readonly applicant: Exclude<AnnualColumn, 'total'>;
}

const keysOf = <K extends string>(terms: Readonly<Record<K, unknown>>): K[] => Object.keys(terms) as K[];

/** Columns and rows in the order of the national form. */
export const ANNUAL_COLUMNS: readonly AnnualColumn[] = ['natural_person', ...keysOf(ORG_CATEGORIES), 'total'];
export const ANNUAL_ROWS: readonly AnnualRow[] = ['received', 'carried_in', ...keysOf(ANSWERS), 'total', 'carried_over'];

/** The rows of a year that one application counts in; empty when the year knows nothing of it. */
function rowsOf({kind, receivedOn, outcome}: AnnualEntry, year: number): AnnualRow[] {
  const first = `${year}-01-01`;
  const next = `${year + 1}-01-01`;
  if (kind !== 'information' || !receivedOn || receivedOn >= next || (outcome && outcome.on < first)) return [];
  const taken: AnnualRow = receivedOn < first ? 'carried_in' : 'received';
  if (!outcome || outcome.on >= next) return [taken, 'carried_over'];
  return [taken, outcome.code as AnswerCode, 'total'];
}

/**
 * 《收到和处理政府信息公开申请情况》 of a year (条例第五十条; 国办公开办函〔2021〕30号). An application counts in the year of its
 * receipt, which a correction does not move, and in the year of its outcome under that outcome alone. Given up: the
 * rows of （六）1 and 2. Taken back by the applicant: （六）3.其他; the form has no row of its own for it, and leaving it
 * out would break 一＋二＝（七）＋四. Taken back before receipt, or never confirmed, it was not received and does not
 * count. Applications that a record be put right (第四十一条) are not applications for information and do not count.
 */
export function annualTable(applications: Iterable<AnnualEntry>, year: number): AnnualTable {
  const empty = (): Record<AnnualColumn, number> => Object.fromEntries(ANNUAL_COLUMNS.map((column) => [column, 0])) as never;
  const table = Object.fromEntries(ANNUAL_ROWS.map((row) => [row, empty()])) as Record<AnnualRow, Record<AnnualColumn, number>>;
  for (const application of applications) {
    for (const row of rowsOf(application, year)) {
      table[row][application.applicant]++;
      table[row].total++;
    }
  }
  return table;
}
