import type {StringTable} from '../foundation/strings.ts';

/** Sentences of the box; those of suggestions and results load with them. */
export const zhHans = {
  title: '检索',
  label: '要找什么',
  help: '词语、文号或者平常的说法都可以。文号不用管括号，写“2026 18”也能找到。',
  button: '检索',
  left: (n: number) => `还可以写 ${n} 个字`,
  tooLong: (max: number, over: number) => `一次最多写 ${max} 个字，请删去 ${over} 个字再检索。写好的字都还在。`,
  searching: '正在查找…',
  slow: '还在查找，网络有点慢，请再等一等。',
};
export type SearchStrings = typeof zhHans;

export const searchStrings: StringTable<SearchStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./search.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./search.strings.en.ts').then((m) => m.en),
};
