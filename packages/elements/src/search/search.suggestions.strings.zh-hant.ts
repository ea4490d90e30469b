import type {SuggestionStrings} from './search.suggestions.strings.ts';

export const zhHant: SuggestionStrings = {
  list: '提示',
  count: (n) => `有 ${n} 條提示，用上下鍵選擇，按 Enter 檢索`,
  kind: {title: '標題', 'doc-number': '文號', term: '規範說法', hot: '大家在找', recent: '最近找過'},
  type: {document: '文件', interpretation: '解讀', consultation: '意見徵集', meeting: '聽證會議', catalog_item: '公開目錄', agency: '機關'},
  forget: '清除最近找過的詞',
  forgotten: '已清除。',
};
