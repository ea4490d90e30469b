import {retrySeconds, type ApiError} from '@zwgk/client';
import type {ApplicationGuide, Milestone} from '@zwgk/contract';
import {bytes} from '../foundation/file.strings.ts';
import {zhHant as files} from '../foundation/file.strings.zh-hant.ts';
import type {Filled, ProblemCode} from './application.logic.ts';
import type {PageStrings} from './application.pages.strings.ts';

const labels: PageStrings['labels'] = {
  'applicant.type': '申請人類型',
  'applicant.name': '姓名',
  'applicant.employer': '工作單位',
  'applicant.idType': '證件種類',
  'applicant.idNumber': '證件號碼',
  'applicant.idProofs': '身份證明',
  'org.name': '單位名稱',
  'org.uscc': '統一社會信用代碼',
  'org.category': '單位類別',
  'org.legalRep': '法定代表人或者負責人',
  'org.contactName': '聯繫人姓名',
  agent: '我替別人申請',
  'agent.name': '代理人姓名',
  'agent.proofs': '委託書和代理人證件',
  accessibilityNeeds: '需要的幫助',
  'request.title': '信息的名稱',
  'request.docNumber': '文號',
  'request.description': '描述一下',
  'correction.statement': '哪裡不對，應該是什麼',
  'correction.evidence': '證據',
  attachments: '補充材料',
  suggestProactive: '建議機關把它向所有人公開',
  'request.delivery': '獲取方式',
  'request.medium': '載體形式',
  'request.acceptOtherForm': '按這種方式給不了的話，同意換別的方式',
  'contact.mobile': '手機',
  'contact.phone': '固定電話',
  'contact.email': '電子郵箱',
  'contact.fax': '傳真',
  'contact.address': '通信地址',
  'contact.postcode': '郵政編碼',
};

const hints: PageStrings['hints'] = {
  'applicant.name': '和證件上一樣。',
  'applicant.idNumber': '只用來證明您是誰，不公開，也不會留在這台設備上。',
  'org.uscc': '營業執照上的 18 位代碼。',
  agent: '要附上委託書。',
  accessibilityNeeds: '閲讀有困難，或者看不清、聽不見的，寫在這裡，工作人員會幫您。',
  'request.title': '例如：某某路改造工程可行性研究報告的批覆',
  'request.docNumber': '文件標題下面的編號，例如：蘇示辦發〔2026〕18號',
  'request.description': '時間、地點、事情。不要寫身份證號和電話。',
  'correction.statement': '寫清楚記錄在哪裡、錯在哪裡。',
  'contact.mobile': '11 位號碼。工作人員打來和您確認收到的那天，開始算期限。',
  'contact.phone': '帶區號，例如：000-00000000',
  'contact.fax': '帶區號，例如：000-00000000',
};

function hintOf(name: string, {values}: Filled, {maxUploadBytes}: ApplicationGuide): string {
  const files = (what: string, count: number): string =>
    `${what}可以交 JPG、PNG、PDF、DOCX，每個不超過 ${bytes(maxUploadBytes)}，最多 ${count} 個。`;
  switch (name) {
    case 'applicant.idProofs':
      return files(values['applicant.type'] === 'organization' ? '營業執照或者登記證書的照片。' : '證件正反面的照片。', 4);
    case 'agent.proofs':
    case 'correction.evidence':
      return files('', 4);
    case 'attachments':
      return files('能幫工作人員找到信息的，例如位置圖。', 5);
    default:
      return hints[name] ?? '';
  }
}

const PROBLEMS: Readonly<Record<ProblemCode, (label: string) => string>> = {
  required: (label) => `請填寫“${label}”`,
  'one-of-three': () => '名稱、文號、描述，請至少寫一樣',
  'no-channel': () => '請至少留一種聯繫方式',
  'medium-does-not-fit': () => '這種方式給不了這種形式，請換一種',
  'wrong-characters': (label) => `“${label}”裡有不該有的字，請對照着改`,
  'too-short': (label) => `“${label}”少了幾位，請對照着補上`,
  'too-long': (label) => `“${label}”太長了，請減幾個字`,
  'wrong-check-digit': (label) => `“${label}”有一位不對，或者兩位寫反了，請對照證件`,
  'impossible-date': (label) => `“${label}”裡的出生日期不對，請對照證件`,
  'unknown-region': (label) => `“${label}”的前兩位不對，請對照證件`,
  'unknown-kind': (label) => `“${label}”像是另一種號碼，請換一種，或者填到對應的地方`,
  obsolete: () => '15 位的身份證號碼已經停用，請填 18 位的',
  'no-area-code': (label) => `“${label}”請加上區號`,
  'no-at-sign': (label) => `“${label}”裡少了 @`,
  'no-domain': (label) => `“${label}”裡 @ 的後面不對`,
  'no-choice': (label) => `請選擇“${label}”`,
  'no-file': (label) => `請上傳“${label}”`,
  uploading: (label) => `“${label}”還在上傳，請等一等`,
  refused: (label) => `“${label}”沒有通過檢查，請看一看`,
};

function next(what: Milestone['what'], date: string, estimated: boolean): string {
  const on = estimated ? `${date}（預計）` : date;
  const words: Readonly<Record<Milestone['what'], string>> = {
    correction_notice: `寫得不清楚的，最晚 ${on} 請您補充一次。`,
    answer: `最晚 ${on} 答覆您。要延長的，會提前告訴您。`,
    correction: `請在 ${on} 前補充。`,
    third_party: `第三方最晚 ${on} 答覆意見。`,
    co_agency: `其他機關最晚 ${on} 答覆意見。`,
    fee: `請在 ${on} 前繳費。`,
  };
  return words[what];
}

function unsentWhy(error: ApiError): string {
  const again = '內容都還在。再提交一次不會重複。';
  switch (error.problem?.code) {
    case 'guide-outdated':
      return `申請説明剛剛更新過。${again}`;
    case 'form-closed':
      return '這個機關現在不能在網上收申請。可以打印出來寄去或者送去。';
    case 'upload-expired':
      return '有的文件放得太久，已經清除。請回到那一步再傳一次，其他內容都還在。';
    case 'too-many-requests':
      return `現在提交的人太多，請過 ${Math.ceil((retrySeconds(error) ?? 60) / 60)} 分鐘再提交。內容都還在。`;
    case 'storage-full':
      return `服務器暫時存不下。請過一會兒再提交。${again}`;
    case 'idempotency-mismatch':
      return `先要查一查上一次是不是已經收到。${again}`;
    default:
  }
  switch (error.code) {
    case 'offline':
      return `您的設備現在沒有聯網。聯網以後請再提交。${again}`;
    case 'intercepted':
    case 'contract-mismatch':
      return `有別的網頁擋在中間，例如無線網的登錄頁。請登錄或者換一個網絡再試。${again}`;
    case 'rejected':
      return '服務器沒有接受，請按提示改一改。內容都還在。';
    default:
      return `沒有收到回執，按沒有提交處理。${again}`;
  }
}

export const zhHant: PageStrings = {
  ...files,
  labels,
  hints,
  hintOf,
  types: {natural_person: '公民', organization: '法人或者其他組織'},
  idTypes: {
    resident_id: '居民身份證',
    residence_permit: '港澳台居民居住證',
    hk_macao_permit: '港澳居民來往內地通行證',
    taiwan_permit: '台灣居民來往大陸通行證',
    passport: '護照',
    foreign_residence: '外國人永久居留身份證',
    officer: '軍官證',
    other: '其他證件',
  },
  categories: {
    commercial: '商業企業',
    research: '科研機構',
    public_interest: '社會公益組織',
    legal_service: '法律服務機構',
    other: '其他',
  },
  deliveries: {
    post: '郵寄',
    email: '電子郵件',
    fax: '傳真',
    pickup: '自己去取',
    online: '網上獲取',
    inspect: '現場查閲、抄錄',
  },
  media: {paper: '紙質', electronic: '電子文件'},
  choiceHints: {natural_person: '為自己申請的個人', organization: '公司、機構、社會組織'},
  choose: '請選擇',
  optional: '（可以不填）',
  yes: '是',
  comma: '、',
  next: '下一步',
  back: '上一步',
  change: '修改',
  newTab: '（打開新標籤頁）',
  count: (length: number, limit: number) => `已寫 ${length} 字，最多 ${limit} 字`,
  problems: (count: number) => `還有 ${count} 處要改`,
  problem: (label: string, code: ProblemCode) => PROBLEMS[code](label),
  restored: '上次存在這台設備上的草稿已經放回來了。姓名、證件和聯繫方式沒有存過，請再填一次。',
  wiped: '為了安全，姓名、證件、聯繫方式和選好的文件已經清除，請重新填寫。其他內容都還在。',
  idleSoon: '您有一會兒沒有操作了。再過一會兒就會清除個人信息，按任意鍵可以接着填。',
  whoIntro: '按規定，申請要寫明姓名或者名稱、身份證明和聯繫方式。',
  whoIntroPaper: '按規定，申請要寫明姓名或者名稱、身份證明和聯繫方式。填好以後打印，請把證件複印件一起寄去或者送去。',
  privacy: '您的信息怎麼用、存多久',
  handler: '誰來處理',
  purpose: '做什麼用',
  kinds: '處理哪些信息',
  retention: '存多久',
  retentionOf: (days: number) => (days % 365 === 0 ? `${days / 365} 年` : `${days} 天`),
  rights: '您的權利',
  privacyContact: '找誰',
  whatIntro: '名稱、文號、描述，寫一樣就行，寫得越具體，答得越快。一份申請只寫一件事。不用説明用途。',
  whatIntroRecord: '寫明是哪一份記錄、錯在哪裡，並附上證據。名稱、文號、描述，寫一樣就行。',
  found: '這些已經公開，也許就是您要的',
  foundIt: '就是它，不用申請了',
  foundSaid: (count: number) => `找到 ${count} 份已經公開的文件，也許就是您要的`,
  draft: (days: number) => `把草稿存在這台設備上，${days} 天后自動刪除`,
  draftHelp: '姓名、證件和聯繫方式不會存。多人共用的設備請不要存。',
  draftRefused: '這台設備不讓存草稿，填寫不受影響。',
  tabRival: '這份草稿在另一個分頁裡也改過，兩邊不一樣。兩邊的內容都還在，請選一份。',
  tabFollowed: '這份草稿在另一個分頁裡改過，這裡已經跟著換成新的。',
  tabTheirs: '另一邊寫的是：',
  tabBefore: '這裡原來寫的是：',
  tabEmpty: '（空）',
  tabTake: '用另一邊的',
  tabBack: '換回原來的',
  tabKeep: '用這裡的',
  tabGone: '這份申請在另一個分頁裡已經提交，或者草稿已經刪除。這裡的內容還在，但是沒有存草稿。',
  howIntro: '機關儘量按您選的方式給。',
  howIntroRecord: '機關會把結果告訴您。',
  onlyMedium: (medium: string) => `這種方式給的是：${medium}`,
  reach: '怎樣聯繫您',
  reachHelp: '至少留一種。',
  parts: {who: '您是誰', what: '要什麼信息', how: '怎樣給您', guide: '', check: ''},
  truth: '請核對以上內容，沒問題就提交。提交的內容要屬實。',
  send: '提交申請',
  sending: '正在提交…',
  retrying: (at: number) => `網絡不好，正在第 ${at} 次提交…`,
  resolving: '正在查上一次有沒有收到…',
  unsent: '未提交，內容已保留',
  unsentWhy,
  sendAgain: '再提交一次',
  offline: '您的設備現在沒有聯網，內容都在。聯網以後再提交。',
  online: '已經聯網，可以提交了。',
  call: '有問題請打電話：',
  received: '申請已收到',
  receipt: '申請回執',
  earlier: '這是您上一次提交的申請的回執：它當時已經收到。後來改的內容沒有提交。',
  number: '回執編號',
  code: '查詢碼',
  codeHelp: '只顯示這一次，請記下來或者打印。和回執編號一起用，才能查進度。',
  submitted: '提交時間',
  to: '收件機關',
  handledBy: '辦理機關',
  asked: '申請內容',
  print: '打印或者存成 PDF',
  copy: '複製編號和查詢碼',
  download: '下載回執',
  copied: '已複製。',
  copyFailed: '沒有複製成功，請自己選中複製。',
  nextTitle: '接下來',
  confirm: '工作人員會和您確認收到。從雙方確認的那天起算期限。',
  milestone: next,
  seeStatus: '查看進度',
  finish: '記好了，回到開頭',
  finishKiosk: '記好了，清除並離開',
  resolved: '找到了，不用申請',
  askAfterAll: '不是它，還是要申請',
  letter: '申請書',
  letterTitle: '政府信息公開申請書',
  letterTitleRecord: '政府信息更正申請書',
  letterTo: (agency: string) => `${agency}：`,
  letterEnclosed: '附：身份證明覆印件。',
  letterSign: '申請人（簽名或者蓋章）：',
  letterSend: '寄到或者送到：',
  printLetter: '打印申請書',
  paperIntro: '這個機關還不能在網上收申請。請打印這份申請書，簽名以後連同證件複印件寄去或者送去。',
};
