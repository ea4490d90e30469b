import type {DetailsStrings} from './document.details.strings.ts';

export const zhHant: DetailsStrings = {
  hit: (at, count) => `第 ${at} 處，共 ${count} 處`,
  noHit: (words) => `沒有找到「${words}」`,
  marked: '條解讀',
  marks: (labels) => `這裡有 ${labels.length} 條解讀：${labels.join('；')}`,
  definedIn: (name) => `定義在${name}`,
  closeTerm: '收起',
  former: '查看它代替的文件',
  versions: '各個版本',
  version: (number) => `第 ${number} 版`,
  currentVersion: '現在的文本',
  versionHash: (hash) => `校驗碼 ${hash}…`,
  compareFormer: '與代替前的文件對照',
  compareNow: (number) => `第 ${number} 版與現在的文本對照`,
  dated: {
    publishedOn: (day) => `${day}發布`,
    amendedOn: (day) => `${day}修改`,
    effectiveOn: (day) => `${day}施行`,
    at: (day) => `${day}更新`,
  },
  comparing: '正在對照兩個文本…',
  compareFailed: '沒有對照成功。',
  retry: '再試一次',
  compared: '新舊對照',
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
