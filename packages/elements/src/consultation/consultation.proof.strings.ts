import type {StringTable} from '../foundation/strings.ts';

/** Sentences of sending while a flood is on. */
export const zhHans = {
  title: '提交的人很多，请等一等',
  why: '您的设备正在自动核验，完成后就自动提交。您不用做什么，写好的内容都在。',
  progress: '核验进度',
  atMost: (seconds: number) => `最多再等 ${seconds} 秒。`,
  waiting: (seconds: number) => `再等 ${seconds} 秒就自动提交，写好的内容都在。`,
  justWait: '设备不计算，只等候',
  notNow: '先不提交',
};
export type ProofStrings = typeof zhHans;

export const proofStrings: StringTable<ProofStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./consultation.proof.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./consultation.proof.strings.en.ts').then((m) => m.en),
};
