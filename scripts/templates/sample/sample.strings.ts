import type {StringTable} from '../foundation/strings.ts';

export const zhHans = {
  title: '公开机关',
  empty: '这里还没有机关。',
  found: (count: number) => `共 ${count} 个机关`,
};
export type SampleStrings = typeof zhHans;

export const sampleStrings: StringTable<SampleStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./sample.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./sample.strings.en.ts').then((m) => m.en),
};
