/** 《收到和处理政府信息公开申请情况》 of a year (条例第五十条; 国办公开办函〔2021〕30号): as data, as a table for a spreadsheet, as a page to print. */
import type {AnnualReport} from '@zwgk/contract';
import {guardCell} from '@zwgk/rules';
import {ANNUAL_COLUMNS, ANNUAL_ROWS, ANSWERS, annualTable, ORG_CATEGORIES, type AnnualRow, type AnswerCode} from '@zwgk/rules/application';
import {escapeHtml, printPage} from '../../http/print-page.ts';
import type {Store} from '../../store/store.ts';
import {csvLine} from '../catalog-export/csv.ts';

export async function annualReport(store: Store, year: number, agency: string | undefined): Promise<AnnualReport> {
  const {applications} = store;
  const table = annualTable(await applications.annualEntries(agency), year);
  return {
    year,
    ...(agency === undefined ? {} : {agency}),
    rows: ANNUAL_ROWS.map((row) => ({row, values: ANNUAL_COLUMNS.map((column) => table[row][column])})),
    resolvedByPublished: await applications.resolvedIn(agency, year),
  };
}

const GROUPS: Readonly<Record<string, string>> = {
  granted: '（一）',
  partial: '（二）',
  denied: '（三）不予公开',
  unavailable: '（四）无法提供',
  not_processed: '（五）不予处理',
  other: '（六）其他处理',
};
const OUTSIDE: Readonly<Record<string, string>> = {
  received: '一、本年新收政府信息公开申请数量',
  carried_in: '二、上年结转政府信息公开申请数量',
  total: '三、本年度办理结果：（七）总计',
  carried_over: '四、结转下年度继续办理',
};

/** A row as the national form words it. */
function labelOf(row: AnnualRow): string {
  const outside = OUTSIDE[row];
  if (outside !== undefined) return outside;
  const [group = '', kind] = row.split('.');
  const ofGroup = ANNUAL_ROWS.filter((each) => each.startsWith(`${group}.`));
  const place = kind === undefined ? GROUPS[group]! : `${GROUPS[group]!}：${ofGroup.indexOf(row) + 1}.`;
  return `三、本年度办理结果：${place}${ANSWERS[row as AnswerCode]}`;
}

const HEADER = ['本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和', '自然人', ...Object.values(ORG_CATEGORIES), '总计'];
const lines = ({rows}: AnnualReport): string[][] =>
  rows.map(({row, values}) => [labelOf(row as AnnualRow), ...values.map((value) => String(value))]);

export const reportCsv = (report: AnnualReport): string =>
  `\ufeff${[HEADER, ...lines(report)].map((cells) => csvLine(cells.map(guardCell))).join('')}`;

export function reportHtml(report: AnnualReport, agencyName: string): string {
  const title = `${agencyName}${report.year}年收到和处理政府信息公开申请情况`;
  const head = HEADER.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = lines(report)
    .map(
      ([label = '', ...cells]) =>
        `<tr><th scope="row">${escapeHtml(label)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
    )
    .join('');
  return printPage(title, `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`);
}
