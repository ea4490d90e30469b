import type {AfterStrings} from './consultation.after.strings.ts';
import {retrySeconds, type ApiError} from '@zwgk/client';

function lookFailed(error: ApiError): string {
  const code = error.problem?.code;
  if (code === 'wrong-credential') return '沒有查到。請核對回執編號和查詢碼。';
  if (code === 'locked-out') return `試錯太多次，請過 ${Math.ceil((retrySeconds(error) ?? 900) / 60)} 分鐘再查。`;
  return error.code === 'offline' ? '您的設備現在沒有聯網，聯網後再查。' : '現在查不了，請過一會兒再試。';
}

export const zhHant: AfterStrings = {
  colon: '：',
  loading: '正在打開…',
  report: '意見採納情況',
  publishedOn: (date: string) => `${date}公佈`,
  reportFailed: '採納情況沒有打開。',
  received: (count: number) => `${count} 條意見`,
  kinds: (count: number) => `分成 ${count} 類`,
  kindsOf: (kinds: number, comments: number) => `${kinds} 類，${comments} 條`,
  rest: (duplicates: number, unrelated: number) =>
    [duplicates && `另有重複的 ${duplicates} 條`, unrelated && `${duplicates ? '' : '另有'}和草案無關的 ${unrelated} 條`]
      .filter(Boolean)
      .join('，'),
  outcomes: {adopted: '採納', partly: '部分採納', not_adopted: '未採納'} as Record<string, string>,
  tableTitle: '每一類意見的處理',
  columns: ['意見', '多少條', '結果', '理由和改動'],
  count: (count: number) => `${count} 條`,
  concentrated: '（相對集中）',
  taken: '採納的部分：',
  notTaken: '沒有采納的部分：',
  reason: '理由：',
  change: '草案改動：',
  noReason: '沒有寫明',
  hereIsYours: '您的意見在這裡',
  final: '正式文本：',
  mine: '我的意見怎麼樣了',
  number: '回執編號',
  code: '查詢碼',
  look: '查一查',
  looking: '正在查…',
  both: '回執編號和查詢碼都要填。',
  looked: (count: number) => `查到您的 ${count} 條意見`,
  lookFailed,
  elsewhere: (title: string) => `這是另一次徵集的回執：${title}`,
  states: {
    pending: '工作人員還沒有看',
    approved: '工作人員已經看過',
    rejected: '沒有通過審核，不會公開',
    appealed: '您的申訴正在處理',
    published: '已經公開',
    withdrawn: '已經撤回',
  } as Record<string, string>,
  rejections: {
    unlawful: '含有法律法規禁止發佈的內容',
    personal_data: '含有他人的個人信息',
    abuse: '含有侮辱、謾罵內容',
    advertising: '屬於廣告',
    off_topic: '與本次徵集無關',
    flood: '大量重複提交',
    other: '其他原因',
  } as Record<string, string>,
  unrelated: '工作人員認為它和草案無關',
  repeats: '和別人的意見相同，',
  inKind: (number: number) => `歸在第 ${number} 類`,
  seeReason: '看理由',
  withdraw: '撤回我的意見',
  withdrawSure: '撤回以後，這些意見不再公開，也不再計入，不能恢復。',
  withdrawYes: '確定撤回',
  withdrawNo: '不撤回',
  clear: '查完了，清除',
  public: (count: number) => `已公開的意見（${count} 條）`,
  publicFailed: '公開的意見沒有打開。',
  bySection: '看哪一條的',
  allSections: '全部',
  whole: '整個草案',
  sectionCount: (name: string, count: number) => `${name}（${count}）`,
  sortBy: '排列',
  sorts: {'-date': '新的在前', date: '早的在前', section: '按條文順序'} as Record<string, string>,
  anonymous: '沒有署名',
  gone: {withdrawn: '這條意見由本人撤回了。', removed: '這條意見不再公開。'} as Record<string, string>,
  previous: '上一頁',
  following: '下一頁',
};
