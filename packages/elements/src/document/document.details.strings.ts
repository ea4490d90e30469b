import {zhHans as comparison} from '../foundation/comparison.strings.ts';
import type {StringTable} from '../foundation/strings.ts';

/** Sentences of what a document shows on demand. */
export const zhHans = {
  ...comparison,
  hit: (at: number, count: number) => `第 ${at} 处，共 ${count} 处`,
  noHit: (words: string) => `没有找到“${words}”`,
  marked: '条解读',
  marks: (labels: readonly string[]) => `这里有 ${labels.length} 条解读：${labels.join('；')}`,
  definedIn: (name: string) => `定义在${name}`,
  closeTerm: '收起',
  former: '查看它代替的文件',
  versions: '各个版本',
  currentVersion: '现在的文本',
  versionHash: (hash: string) => `校验码 ${hash}…`,
  compareFormer: '与代替前的文件对照',
  compareNow: (number: number) => `第 ${number} 版与现在的文本对照`,
  dated: {
    publishedOn: (day: string) => `${day}发布`,
    amendedOn: (day: string) => `${day}修改`,
    effectiveOn: (day: string) => `${day}施行`,
    at: (day: string) => `${day}更新`,
  },
  comparing: '正在对照两个文本…',
  compareFailed: '没有对照成功。',
  retry: '再试一次',
};
export type DetailsStrings = typeof zhHans;

export const detailsStrings: StringTable<DetailsStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./document.details.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./document.details.strings.en.ts').then((m) => m.en),
};
