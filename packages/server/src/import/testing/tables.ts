/** Catalogue tables as agencies keep them, made in memory for tests. */
import ExcelJS from 'exceljs';

export const HEAD = [
  '序号',
  '公开事项',
  '公开事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '公开对象',
  '公开方式',
  '公开方式',
  '公开层级',
  '公开层级',
];
export const SUB = ['', '一级事项', '二级事项', '', '', '', '', '', '全社会', '特定群体', '主动', '依申请', '县级', '乡级'];

/** A regular row; `change` replaces cells by zero-based column. */
export const dataRow = (seq: number, change: Record<number, string | number> = {}): (string | number)[] => {
  const row: (string | number)[] = [
    ...[
      seq,
      '招生管理',
      `招生计划${seq}`,
      '1.招生范围\n2.报名条件；3.录取规则',
      '【法律】《中华人民共和国义务教育法》\n【规范性文件】《实施意见》（国办发[2019]54号、苏示发【2025】03号）',
    ],
    ...['信息形成或者变更之日起20个工作日内', '青禾县教育局', '■政府网站 □政府公报\n■两微一端', '√', '', '√', '', '√', ''],
  ];
  for (const [i, value] of Object.entries(change)) row[Number(i)] = value;
  return row;
};

export type Build = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;

/** Bytes of a workbook that `build` fills. */
export async function workbook(build: Build, sheetName = '目录'): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  build(book.addWorksheet(sheetName), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Title, two header rows with their merges, the given rows. */
export const standard =
  (...rows: (string | number)[][]): Build =>
  (sheet) => {
    sheet.addRow(['青禾县教育局政务公开事项目录']);
    sheet.mergeCells(1, 1, 1, HEAD.length);
    sheet.addRow(HEAD);
    sheet.addRow(HEAD.map((head, i) => SUB[i] || head));
    for (const [from, to] of [
      [2, 3],
      [9, 10],
      [11, 12],
      [13, 14],
    ] as const)
      sheet.mergeCells(2, from, 2, to);
    for (const column of [1, 4, 5, 6, 7, 8]) sheet.mergeCells(2, column, 3, column);
    for (const row of rows) sheet.addRow(row);
  };

export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell))).join(','))
    .join('\r\n');
