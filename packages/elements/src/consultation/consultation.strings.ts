import type {ConsultationStanding} from '@zwgk/contract';
import type {StringTable} from '../foundation/strings.ts';

/** Days as people say them. */
type Say = (date: string) => string;

function report({report}: ConsultationStanding, say: Say): string {
  if (!report) return '';
  const {status, dueOn, lateBy} = report;
  if (status === 'pending') return `采纳情况最晚${say(dueOn)}公布`;
  if (status === 'overdue') return `采纳情况应当在${say(dueOn)}前公布，已经晚了 ${lateBy} 天`;
  return status === 'late' ? `采纳情况比应当公布的日期晚了 ${lateBy} 天` : '';
}

/** Sentences about where a consultation stands, what it is, and which ones there are. */
export const zhHans = {
  title: '意见征集',
  states: {not_started: '未开始', open: '征集中', closed: '已截止', reported: '已反馈'} as Record<string, string>,
  standing: ({state, remainingDays, lastDay}: ConsultationStanding, opens: string, say: Say) => {
    if (state === 'not_started') return `未开始，${say(opens)}开始`;
    if (state === 'closed') return `已截止，${say(lastDay)}是最后一天`;
    if (state === 'reported') return '已反馈';
    return remainingDays ? `征集中，还剩 ${remainingDays} 天，到${say(lastDay)}止` : '征集中，今天是最后一天';
  },
  report,
  sponsor: (name: string) => `${name}主办`,
  period: (from: string, to: string, days: number) => `${from}至${to}，共 ${days} 天`,
  short: (reason: string) => `不足 30 天的理由：${reason}`,
  published: (count: number) => `已公开 ${count} 条意见`,
  received: (count: number) => `共收到 ${count} 条意见`,
  amended: '草案后来有改动，下面是改动以后的文本。',
  why: '起草说明',
  basis: '制定依据',
  ways: '提意见的其他办法',
  waysAll: '提意见的办法',
  channels: {web: '网上', email: '电子邮件', letter: '信函', fax: '传真', phone: '电话'} as Record<string, string>,
  methods: {
    opinions: '征求意见',
    hearing: '听证座谈',
    discussion: '咨询协商',
    attendance: '列席会议',
    briefing: '媒体吹风',
  } as Record<string, string>,
  all: '全部',
  filter: '按进展看',
  none: '这里没有意见征集。',
  found: (total: number) => `共 ${total} 项`,
  page: (from: number, to: number, total: number) => `第 ${from} 至 ${to} 项，共 ${total} 项`,
  previous: '上一页',
  next: '下一页',
  back: '回到全部征集',
  loading: '正在打开…',
  idle: '很久没有动静了。为了保护隐私，再过一分钟就清除您写的和查的内容。',
  stay: '我还在',
  wiped: '已经清除，没有留下您的信息。',
};
export type ConsultationStrings = typeof zhHans;

export const consultationStrings: StringTable<ConsultationStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./consultation.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./consultation.strings.en.ts').then((m) => m.en),
};
