import type {SearchStrings} from './search.strings.ts';

export const zhHant: SearchStrings = {
  title: '檢索',
  label: '要找什麼',
  help: '詞語、文號或者平常的說法都可以。文號不用管括號，寫「2026 18」也能找到。',
  button: '檢索',
  left: (n) => `還可以寫 ${n} 個字`,
  tooLong: (max, over) => `一次最多寫 ${max} 個字，請刪去 ${over} 個字再檢索。寫好的字都還在。`,
  searching: '正在查找…',
  slow: '還在查找，網路有點慢，請再等一等。',
};
