import {retrySeconds, type ApiError} from '@zwgk/client';
import type {StringTable} from '../foundation/strings.ts';

function lookFailed(error: ApiError): string {
  const code = error.problem?.code;
  if (code === 'wrong-credential') return '没有查到。请核对回执编号和查询码。';
  if (code === 'illegal-move') return '现在不能这样改：这条意见的情况已经变了。请再查一次。';
  if (code === 'locked-out') return `试错太多次，请过 ${Math.ceil((retrySeconds(error) ?? 900) / 60)} 分钟再查。`;
  return error.code === 'offline' ? '您的设备现在没有联网，联网后再查。' : '现在查不了，请过一会儿再试。';
}

/** Sentences of what became of the opinions. */
export const zhHans = {
  colon: '：',
  loading: '正在打开…',
  report: '意见采纳情况',
  publishedOn: (date: string) => `${date}公布`,
  reportFailed: '采纳情况没有打开。',
  received: (count: number) => `${count} 条意见`,
  kinds: (count: number) => `分成 ${count} 类`,
  kindsOf: (kinds: number, comments: number) => `${kinds} 类，${comments} 条`,
  rest: (duplicates: number, unrelated: number) =>
    [duplicates && `另有重复的 ${duplicates} 条`, unrelated && `${duplicates ? '' : '另有'}和草案无关的 ${unrelated} 条`]
      .filter(Boolean)
      .join('，'),
  outcomes: {adopted: '采纳', partly: '部分采纳', not_adopted: '未采纳'} as Record<string, string>,
  tableTitle: '每一类意见的处理',
  columns: ['意见', '多少条', '结果', '理由和改动'],
  count: (count: number) => `${count} 条`,
  concentrated: '（相对集中）',
  taken: '采纳的部分：',
  notTaken: '没有采纳的部分：',
  reason: '理由：',
  change: '草案改动：',
  noReason: '没有写明',
  seeChange: '看改了哪些字',
  closeChange: '收起对照',
  changeFailed: '对照没有打开，请过一会儿再点。',
  texts: '历次文本',
  textOf: (number: number, date: string) => `第 ${number} 稿，${date}`,
  thisDraft: (date: string) => `这次征求意见的草案，${date}`,
  decided: '正式文本',
  compareBefore: '和上一稿对照',
  hereIsYours: '您的意见在这里',
  final: '正式文本：',
  mine: '我的意见怎么样了',
  number: '回执编号',
  code: '查询码',
  look: '查一查',
  looking: '正在查…',
  both: '回执编号和查询码都要填。',
  looked: (count: number) => `查到您的 ${count} 条意见`,
  lookFailed,
  elsewhere: (title: string) => `这是另一次征集的回执：${title}`,
  states: {
    pending: '工作人员还没有看',
    approved: '工作人员已经看过',
    rejected: '没有通过审核，不会公开',
    appealed: '您的申诉正在处理',
    published: '已经公开',
    withdrawn: '已经撤回',
  } as Record<string, string>,
  rejections: {
    unlawful: '含有法律法规禁止发布的内容',
    personal_data: '含有他人的个人信息',
    abuse: '含有侮辱、谩骂内容',
    advertising: '属于广告',
    off_topic: '与本次征集无关',
    flood: '大量重复提交',
    other: '其他原因',
  } as Record<string, string>,
  unrelated: '工作人员认为它和草案无关',
  repeats: '和别人的意见相同，',
  inKind: (number: number) => `归在第 ${number} 类`,
  seeReason: '看理由',
  letShow: '同意公开',
  stopShow: '不再公开',
  shown: (publish: boolean): string => (publish ? '您同意公开' : '您不同意公开'),
  shownStopped: '已经不公开了。',
  shownAllowed: '已经同意公开。工作人员看过以后才会公开。',
  undo: '撤销',
  appeal: '请工作人员再看一次',
  appealed: '已经请工作人员再看一次。只能请一次。',
  withdrawOne: '撤回这一条',
  withdrawOneSure: '撤回以后，这一条不再公开，也不再计入，不能恢复。',
  withdrawn: '已经撤回。',
  files: '一起交的附件：',
  withdraw: '撤回我的意见',
  withdrawSure: '撤回以后，这些意见不再公开，也不再计入，不能恢复。',
  withdrawYes: '确定撤回',
  withdrawNo: '不撤回',
  clear: '查完了，清除',
  public: (count: number) => `已公开的意见（${count} 条）`,
  publicFailed: '公开的意见没有打开。',
  bySection: '看哪一条的',
  allSections: '全部',
  whole: '整个草案',
  sectionCount: (name: string, count: number) => `${name}（${count}）`,
  sortBy: '排列',
  sorts: {'-date': '新的在前', date: '早的在前', section: '按条文顺序'} as Record<string, string>,
  anonymous: '没有署名',
  gone: {withdrawn: '这条意见由本人撤回了。', removed: '这条意见不再公开。'} as Record<string, string>,
  previous: '上一页',
  following: '下一页',
};
export type AfterStrings = typeof zhHans;

export const afterStrings: StringTable<AfterStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./consultation.after.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./consultation.after.strings.en.ts').then((m) => m.en),
};
