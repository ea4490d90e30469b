import {retrySeconds} from '@zwgk/client';
import type {SignUpStrings} from './meeting.sign-up.strings.ts';

const faults: Readonly<Record<string, string>> = {
  required: '請填寫。',
  'too-long': '太長了，請縮短。',
  'too-short': '位數不夠，請核對。',
  'unknown-role': '請選擇一類。',
  'consent-required': '要勾選才能提交。',
};

export const zhHant: SignUpStrings = {
  colon: '：',
  role: '以哪一類身份參加',
  fields: {
    role: '參加類別',
    name: '姓名',
    mobile: '手機號',
    email: '電子郵箱',
    employer: '工作單位',
    statement: '主要意見',
    needs: '需要的幫助',
    consent: '同意使用所填內容',
  },
  help: {
    mobile: '時間、地點有變化時通知您。',
    statement: '想在會上說什麼，幾句話就可以。',
    needs: '例如輪椅席位、手語翻譯、大字材料。',
  },
  optional: '（可以不填）',
  consent: '同意舉辦單位為了安排這次會議使用我填的內容',
  consentHelp: '必選。會議結束一段時間以後刪除。',
  privacy: '怎樣處理您的個人信息',
  privacyTerms: ['處理者', '聯繫方式', '用來做什麼', '有哪些信息', '保存多久', '您的權利'],
  days: (count) => `${count} 天`,
  problems: '還不能提交，請看這幾處',
  fault: (code) => faults[code] ?? '寫得不對，請再看看。',
  send: '提交報名',
  sending: '正在提交…',
  resolving: '正在查上一次有沒有收到…',
  retrying: (attempt) => `線路不好，正在試第 ${attempt} 次…`,
  again: '再提交一次',
  unsent: '沒有報上名',
  unsentWhy: (error) => {
    const again = '內容都還在，再提交一次不會重複。';
    const codes: Record<string, string> = {
      'meeting-full': '名額剛剛報滿了，這次沒有報上。',
      'sign-up-closed': '報名剛剛截止，這次沒有報上。',
      'sign-up-not-open': '報名還沒有開始，請到時候再來。',
      'too-many-requests': `現在報名的人太多，請過幾分鐘再提交。${again}`,
    };
    const said = codes[error.problem?.code ?? ''];
    if (said) return said;
    if (error.code === 'offline') return `您的設備現在沒有聯網。聯網以後請再提交。${again}`;
    if (error.code === 'intercepted') return `有別的網頁擋在中間，例如無線網的登錄頁。請登錄或者換一個網絡再試。${again}`;
    return `服務器沒有回答。${again}`;
  },
  receipt: '報名回執',
  received: {
    confirmed: '報名成功，名額已經給您留好',
    waiting: '名額已滿，您已進入候補',
    received: '報名已收到，等待遴選',
  },
  next: {
    confirmed: '請按時參加。來不了的，請在會議開始前退出，名額會給候補的人。',
    waiting: '有人退出時按先後遞補，用報名編號和查詢碼可以查。',
    received: '報名截止後確定參加人，用報名編號和查詢碼可以查結果。',
  },
  earlier: '這是您上一次報名的回執：那次已經收到，沒有再提交一遍。',
  number: '報名編號',
  code: '查詢碼',
  codeHelp: '只顯示這一次，請記下來或者打印。',
  at: '報名時間',
  when: '會議時間',
  where: '會議地點',
  print: '打印',
  copy: '複製編號和查詢碼',
  copied: '已複製。',
  copyFailed: '沒有複製成功，請選中後自己複製。',
  finish: '回到公告',
  mine: '查詢、退出報名',
  look: '查一查',
  looking: '正在查…',
  both: '報名編號和查詢碼都要填。',
  lookFailed: (error) => {
    const code = error.problem?.code;
    if (code === 'wrong-credential') return '沒有查到。請核對報名編號和查詢碼。';
    if (code === 'locked-out') return `試錯太多次，請過 ${Math.ceil((retrySeconds(error) ?? 900) / 60)} 分鐘再查。`;
    if (code === 'illegal-move') return '會議已經開始，不能再退出。';
    return error.code === 'offline' ? '您的設備現在沒有聯網，聯網後再查。' : '現在查不了，請過一會兒再試。';
  },
  elsewhere: (title) => `這是另一次會議的報名：${title}`,
  states: {
    received: '已報名，等待遴選',
    confirmed: '已確認，請按時參加',
    waiting: '候補',
    not_selected: '沒有入選',
    declined: '沒有通過',
    withdrawn: '已經退出',
  },
  ahead: (count) => (count ? `前面還有 ${count} 人` : '您是下一個'),
  reason: '理由：',
  cancelled: '這次會議已經取消。',
  withdraw: '退出報名',
  withdrawSure: '退出以後，名額給別人，您填的內容會被刪除，不能恢復。',
  withdrawYes: '確定退出',
  withdrawNo: '不退出',
  clear: '查完了，清除',
  idle: '很久沒有動靜了。為了保護隱私，再過一分鐘就清除您寫的和查的內容。',
  stay: '我還在',
  wiped: '已經清除，沒有留下您的資料。',
};
