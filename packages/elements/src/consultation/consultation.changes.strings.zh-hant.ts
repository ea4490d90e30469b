import {zhHant as comparison} from '../foundation/comparison.strings.zh-hant.ts';
import type {ChangesStrings} from './consultation.changes.strings.ts';

export const zhHant: ChangesStrings = {
  ...comparison,
  compared: '改動對照',
  comparing: '正在對照兩個文本…',
  compareFailed: '沒有對照成功。',
  unchanged: '這幾處的文字沒有改動。',
  seeAll: '看全文的改動',
};
