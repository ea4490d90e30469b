import type {ComparisonStrings} from './comparison.strings.ts';

export const zhHant: ComparisonStrings = {
  compared: '新舊對照',
  version: (number) => `第 ${number} 版`,
  from: '原來：',
  to: '現在：',
  counts: ({changed, added, removed, moved, same}) =>
    [
      changed && `改動 ${changed} 處`,
      added && `新增 ${added} 處`,
      removed && `刪除 ${removed} 處`,
      moved && `移動 ${moved} 處`,
      same && `沒變 ${same} 處`,
    ]
      .filter(Boolean)
      .join('，'),
  identical: '兩個文本一字不差。',
  onlyChanges: '只看有變化的',
  changes: {changed: '有改動', added: '新增', removed: '刪除', moved: '換了位置', same: '沒變'},
  inserted: '新增：',
  deleted: '刪除：',
  endOfChange: '。',
  unnamed: '正文',
  legend: '底線的是新增的字，刪除線的是刪去的字。',
};
