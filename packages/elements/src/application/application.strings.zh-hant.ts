import type {ApplicationStrings} from './application.strings.ts';

export const zhHant: ApplicationStrings = {
  title: '申請公開政府信息',
  to: (agency) => `向${agency}申請。`,
  steps: {guide: '先看說明', who: '您是誰', what: '要什麼信息', how: '怎樣給您', check: '核對並提交'},
  stepsLabel: '申請的步驟',
  stepOf: (at, total, name) => `第 ${at} 步，共 ${total} 步：${name}`,
  office: '受理機構',
  phone: '電話',
  address: '地址',
  hours: '辦公時間',
  email: '電子郵箱',
  average: (days) => `近一年平均 ${days} 個工作日答覆。`,
  byReference: '這裡參照《中華人民共和國政府信息公開條例》辦理。',
  closed: '這裡還不能在網上提交。您可以在這裡填好申請書，打印出來寄去或者送去。',
  start: '開始填寫',
  goOn: '接着填寫',
  correction: '要更正的是行政機關關於您自己的記錄',
  version: (version, date) => `本說明為第 ${version} 版，${date}更新`,
  other: '換一個機關',
  loading: '正在打開…',
};
