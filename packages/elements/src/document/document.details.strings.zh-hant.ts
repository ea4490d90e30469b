import {zhHant as comparison} from '../foundation/comparison.strings.zh-hant.ts';
import type {DetailsStrings} from './document.details.strings.ts';

export const zhHant: DetailsStrings = {
  ...comparison,
  hit: (at, count) => `第 ${at} 處，共 ${count} 處`,
  noHit: (words) => `沒有找到「${words}」`,
  marked: '條解讀',
  marks: (labels) => `這裡有 ${labels.length} 條解讀：${labels.join('；')}`,
  definedIn: (name) => `定義在${name}`,
  closeTerm: '收起',
  former: '查看它代替的文件',
  versions: '各個版本',
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
};
