import type {ApplicationStatusStrings} from './application-status.strings.ts';

export const zhHant: ApplicationStatusStrings = {
  title: '查辦理進度',
  number: '回執編號',
  numberHelp: '回執最上面一行，如 20260302-000017',
  code: '查詢碼',
  codeHelp: '12 位，不分大小寫，空格和橫線可以不寫',
  look: '查進度',
  looking: '正在查…',
  lost: '查詢碼丟了，請帶身份證件到收件機關，或者打回執上的電話。為了保護您的隱私，網上不能找回。',
  noNumber: '請填寫回執編號。',
  numberLength: (count) => `回執編號是 14 位數字，您寫了 ${count} 位，請照回執再看一遍。`,
  noCode: '請填寫查詢碼。',
  codeLength: (count) => `查詢碼是 12 位，您寫了 ${count} 位，請照回執再看一遍。`,
  codeLetter: '查詢碼裡沒有字母 U，請照回執再看一遍。',
  idle: '很久沒有動靜了。為了保護隱私，再過一分鐘就清除這裡的內容。',
  stay: '我還在',
  wiped: '已經清除，沒有留下您的資料。',
};
