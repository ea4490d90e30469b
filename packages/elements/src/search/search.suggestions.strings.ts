import type {StringTable} from '../foundation/strings.ts';

/** Sentences of the list below the box: loaded when the reader comes near it. */
export const zhHans = {
  list: '提示',
  count: (n: number) => `有 ${n} 条提示，用上下键选择，按回车检索`,
  kind: {title: '标题', 'doc-number': '文号', term: '规范说法', hot: '大家在找', recent: '最近找过'} as Record<string, string>,
  type: {
    document: '文件',
    interpretation: '解读',
    consultation: '意见征集',
    meeting: '听证会议',
    catalog_item: '公开目录',
    agency: '机关',
  } as Record<string, string>,
  forget: '清除最近找过的词',
  forgotten: '已清除。',
};
export type SuggestionStrings = typeof zhHans;

export const suggestionStrings: StringTable<SuggestionStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./search.suggestions.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./search.suggestions.strings.en.ts').then((m) => m.en),
};
