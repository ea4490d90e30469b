import type {StringTable} from '../foundation/strings.ts';

/** Sentences of the choice of an agency. */
export const zhHans = {
  which: '向哪个机关申请',
  intro: '哪个机关制作或者保存您要的信息，就向哪个机关申请。拿不准的，先选地区，再看名称；也可以拨打 12345 问一问。',
  levels: {province: '省', city: '市', county: '县（市、区）', township: '乡镇（街道）'} as Readonly<Record<string, string>>,
  all: '全部',
  name: '机关名称',
  nameHelp: '写几个字就行，例如：教育',
  paper: '也列出还不能在网上申请的机关（打印申请书，寄去或者送去）',
  found: (shown: number, total: number) =>
    shown < total ? `共 ${total} 个机关，先列出 ${shown} 个。写几个字，或者选地区` : `共 ${total} 个机关`,
  none: '没有找到这样的机关。请少写几个字，或者换一个地区。',
  looking: '正在找…',
  failed: '机关没有列出来。',
  again: '再试一次',
  demo: '演示数据',
};
export type AgenciesStrings = typeof zhHans;

export const agenciesStrings: StringTable<AgenciesStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./application.agencies.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./application.agencies.strings.en.ts').then((m) => m.en),
};
