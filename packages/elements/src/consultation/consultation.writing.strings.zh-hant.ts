import type {WritingStrings} from './consultation.writing.strings.ts';
import type {ApiError} from '@zwgk/client';

function unsentWhy(error: ApiError): string {
  const again = '內容都還在，再提交一次不會重複。';
  switch (error.problem?.code) {
    case 'consultation-closed':
      return '徵集剛剛截止，這些意見沒有收下。內容都還在，可以複製下來。';
    case 'form-closed':
      return '網上現在收不了意見。內容都還在，可以複製下來，用其他辦法送給主辦單位。';
    case 'consultation-not-open':
      return '徵集還沒有開始。內容都還在，開始以後再提交。';
    case 'too-many-requests':
    case 'proof-required':
      return `現在提交的人太多，請過幾分鐘再提交。${again}`;
    default:
  }
  if (error.code === 'offline') return `您的設備現在沒有聯網。聯網以後請再提交。${again}`;
  if (error.code === 'intercepted') return `有別的網頁擋在中間，例如無線網的登錄頁。請登錄或者換一個網絡再試。${again}`;
  return `服務器沒有回答。${again}`;
}

const faults: Readonly<Record<string, string>> = {
  required: '請填寫。',
  'too-long': '太長了，請縮短。',
  'too-many': '太多了，請分幾次提交。',
  'unknown-section': '草案裡沒有這一處，請刪去重寫。',
  'consent-required': '要勾選才能提交。',
  'identity-required': '這次徵集要先驗證身份，請用其他辦法提意見。',
  'upload-expired': '文件已經過期，請重新選。',
  'not-offered': '這次徵集不收附件。',
  'nothing-published': '意見不公開時，名稱也不會公開。',
};

/** What is sent: comments, a survey, or both. */
const sheet = (count: number, answered: number): string =>
  answered === 0 ? ` ${count} 條意見` : count > 0 ? ` ${count} 條意見和問卷` : '問卷';

export const zhHant: WritingStrings = {
  colon: '：',
  whole: '整個草案',
  wholeSection: '整條',
  intro: '可以對整個草案說，也可以對某一條、某一句說。寫好的意見先放在意見單裡，最後一起提交。',
  writeWhole: '對整個草案提意見',
  comment: '對這一條提意見',
  commentAgain: (count: number) => `已寫 ${count} 條，再提一條`,
  commentPassage: '對選中的文字提意見',
  selected: '選中的文字',
  about: '針對哪一句',
  yours: (name: string) => `您對${name}的意見`,
  help: '說說哪裡不合適、希望怎麼改。不要寫身份證號和電話。',
  count: (count: number, most: number) => `已寫 ${count} 字，最多 ${most} 字`,
  required: '還沒有寫意見。',
  tooLong: '超過了字數，請縮短。',
  put: '放進意見單',
  change: '改好了',
  drop: '不寫了',
  keep: '不改了',
  tray: '意見單',
  trayOf: (count: number, answered = 0) => `意見單（${count} 條${answered > 0 ? `，問卷已答 ${answered} 題` : ''}，未提交）`,
  trayEmpty: '還沒有意見。',
  putIn: (count: number) => `已放進意見單，共 ${count} 條，還沒有提交。`,
  edit: '改',
  remove: '刪去',
  deleted: (name: string) => `已刪去對${name}的意見。`,
  undo: '撤銷',
  review: (count: number, answered = 0) => `核對並提交${sheet(count, answered)}`,
  kept: '沒提交的意見只存在這臺設備上，最多 30 天。',
  notKept: '離開這一頁，沒提交的意見就沒有了。',
  lastDay: '今天是最後一天，請在截止前提交。',
  closedSaid: '徵集已經截止。您寫的內容沒有提交，還可以複製。',
  closingSoon: '徵集 5 分鐘內截止，請現在提交。過了時間就不能提交，但可以複製。',
  paused: '網上現在收不了意見，請過一會兒再來，或者用「提意見的辦法」裡的其他辦法。',
  notOnline: '這次徵集不在網上收意見，請用「提意見的辦法」裡的辦法。',
  pausedSaid: '網上現在收不了意見。您寫的內容沒有提交，都還在。',
  pausedNotSent: '網上現在收不了意見，這些沒有提交',
  notSent: '徵集已經截止，這些意見沒有提交',
  notSentHelp: '您寫的內容都在這裡，可以複製下來，用其他辦法送給主辦單位。',
  copyAll: '複製全部內容',
  copyLine: (place: string, quote: string, text: string) => `【${place}】${quote ? `「${quote}」` : ''}\n${text}`,
  copied: '已複製。',
  copyFailed: '沒有複製成功，請選中後自己複製。',
  reviewTitle: '核對並提交',
  extras: '關於您（可以都不填）',
  fields: {authorType: '您是', displayName: '姓名或者名稱', mobile: '手機號碼', email: '電子郵箱'} as Record<string, string>,
  authors: {natural_person: '個人', organization: '單位'} as Record<string, string>,
  unsaid: '不說明',
  consents: {
    processing: {words: '同意主辦單位為了辦這次徵集使用我的意見', help: '必選。不留姓名也可以提交。'},
    publish: {words: '同意把我的意見公開', help: '可選。工作人員看過以後才會公開，隨時可以撤回。'},
    name: {words: '公開時寫上我的名稱', help: '可選。個人姓名只寫姓，例如「朱**」。'},
  } as Record<string, {words: string; help: string}>,
  privacy: '怎樣處理您的個人信息',
  privacyTerms: ['處理者', '聯繫方式', '用來做什麼', '有哪些信息', '保存多久', '您的權利'],
  days: (count: number) => `${count} 天`,
  problems: '還不能提交，請看這幾處',
  fieldName: (field: string) => {
    const [, at] = /^comments\.(\d+)/.exec(field) ?? [];
    if (at) return `第 ${Number(at) + 1} 條意見`;
    const names: Record<string, string> = {
      ...{displayName: '姓名或者名稱', authorType: '您是', 'contact.mobile': '手機號碼', 'contact.email': '電子郵箱'},
      ...{'consent.processing': '同意使用意見', 'consent.name': '公開名稱', identity: '身份'},
    };
    if (field.startsWith('attachments')) return '附件';
    return names[field] ?? '意見單';
  },
  fault: (code: string) => faults[code] ?? '寫得不對，請再看看。',
  unsent: '沒有提交成功',
  unsentWhy,
  send: (count: number, answered = 0) => `提交${sheet(count, answered)}`,
  again: '再提交一次',
  sending: '正在提交…',
  resolving: '正在查上一次有沒有收到…',
  retrying: (attempt: number) => `線路不好，正在試第 ${attempt} 次…`,
  goOn: '回去接著寫',
  received: '意見已收到',
  receivedOf: (count: number, answered = 0) => `已收到您的${sheet(count, answered)}`,
  receipt: '回執',
  earlier: '這是您上一次提交的回執：那次已經收到，沒有再提交一遍。',
  number: '回執編號',
  code: '查詢碼',
  codeHelp: '只顯示這一次，請記下來或者打印。',
  at: '提交時間',
  next: '公佈採納情況以後，用回執編號和查詢碼能查到您的意見怎麼處理。',
  dueOn: (date: string) => `採納情況最晚${date}公佈。`,
  print: '打印',
  copy: '複製編號和查詢碼',
  finish: '回到草案',
};
