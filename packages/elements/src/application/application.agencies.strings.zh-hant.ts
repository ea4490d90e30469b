import type {AgenciesStrings} from './application.agencies.strings.ts';

export const zhHant: AgenciesStrings = {
  which: '向哪個機關申請',
  intro: '哪個機關製作或者保存您要的資訊，就向哪個機關申請。拿不準的，先選地區，再看名稱；也可以撥打 12345 問一問。',
  levels: {province: '省', city: '市', county: '縣（市、區）', township: '鄉鎮（街道）'},
  all: '全部',
  name: '機關名稱',
  nameHelp: '寫幾個字就行，例如：教育',
  paper: '也列出還不能在網上申請的機關（列印申請書，寄去或者送去）',
  found: (shown, total) => (shown < total ? `共 ${total} 個機關，先列出 ${shown} 個。寫幾個字，或者選地區` : `共 ${total} 個機關`),
  none: '沒有找到這樣的機關。請少寫幾個字，或者換一個地區。',
  looking: '正在找…',
  failed: '機關沒有列出來。',
  again: '再試一次',
  demo: '演示數據',
};
