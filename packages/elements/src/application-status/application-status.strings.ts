import type {StringTable} from '../foundation/strings.ts';

/** Sentences of the form; those of what comes of a question load with its answer. */
export const zhHans = {
  title: '查办理进度',
  number: '回执编号',
  numberHelp: '回执最上面一行，如 20260302-000017',
  code: '查询码',
  codeHelp: '12 位，不分大小写，空格和横线可以不写',
  look: '查进度',
  looking: '正在查…',
  lost: '查询码丢了，请带身份证件到收件机关，或者打回执上的电话。为了保护您的隐私，网上不能找回。',
  noNumber: '请填写回执编号。',
  numberLength: (count: number) => `回执编号是 14 位数字，您写了 ${count} 位，请照回执再看一遍。`,
  noCode: '请填写查询码。',
  codeLength: (count: number) => `查询码是 12 位，您写了 ${count} 位，请照回执再看一遍。`,
  codeLetter: '查询码里没有字母 U，请照回执再看一遍。',
  idle: '很久没有动静了。为了保护隐私，再过一分钟就清除这里的内容。',
  stay: '我还在',
  wiped: '已经清除，没有留下您的信息。',
};
export type ApplicationStatusStrings = typeof zhHans;

export const applicationStatusStrings: StringTable<ApplicationStatusStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./application-status.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./application-status.strings.en.ts').then((m) => m.en),
};
