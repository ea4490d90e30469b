import type {StringTable} from './strings.ts';

/** Sentences that every widget needs. */
export const zhHans = {
  demo: '演示数据',
  retry: '再试一次',
  hotline: '也可以拨打 12345 询问。',
  failed: '这里暂时打不开，请过一会儿再试。',
  offline: '您的设备现在没有联网。联网后会自动再试。',
};
export type CommonStrings = typeof zhHans;

export const commonStrings: StringTable<CommonStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./common.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./common.strings.en.ts').then((m) => m.en),
};
