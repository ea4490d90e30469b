import {zhHans as comparison} from '../foundation/comparison.strings.ts';
import type {StringTable} from '../foundation/strings.ts';

/** Sentences of what changed from text to text. */
export const zhHans = {
  ...comparison,
  compared: '改动对照',
  comparing: '正在对照两个文本…',
  compareFailed: '没有对照成功。',
  unchanged: '这几处的文字没有改动。',
  seeAll: '看全文的改动',
};
export type ChangesStrings = typeof zhHans;

export const changesStrings: StringTable<ChangesStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./consultation.changes.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./consultation.changes.strings.en.ts').then((m) => m.en),
};
