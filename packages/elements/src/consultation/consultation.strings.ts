import type {StringTable} from '../foundation/strings.ts';

export const zhHans = {
  title: '公开机关',
  empty: '这里还没有机关。',
  found: (count: number) => `共 ${count} 个机关`,
};
export type ConsultationStrings = typeof zhHans;

export const consultationStrings: StringTable<ConsultationStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./consultation.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./consultation.strings.en.ts').then((m) => m.en),
};
