import type {ConsultationStrings} from './consultation.strings.ts';
import type {ConsultationStanding} from '@zwgk/contract';

/** Days as people say them. */
type Say = (date: string) => string;

function report({report}: ConsultationStanding, say: Say): string {
  if (!report) return '';
  const {status, dueOn, lateBy} = report;
  if (status === 'pending') return `採納情況最晚${say(dueOn)}公佈`;
  if (status === 'overdue') return `採納情況應當在${say(dueOn)}前公佈，已經晚了 ${lateBy} 天`;
  return status === 'late' ? `採納情況比應當公佈的日期晚了 ${lateBy} 天` : '';
}

export const zhHant: ConsultationStrings = {
  title: '意見徵集',
  states: {not_started: '未開始', open: '徵集中', closed: '已截止', reported: '已反饋'} as Record<string, string>,
  standing: ({state, remainingDays, lastDay}: ConsultationStanding, opens: string, say: Say) => {
    if (state === 'not_started') return `未開始，${say(opens)}開始`;
    if (state === 'closed') return `已截止，${say(lastDay)}是最後一天`;
    if (state === 'reported') return '已反饋';
    return remainingDays ? `徵集中，還剩 ${remainingDays} 天，到${say(lastDay)}止` : '徵集中，今天是最後一天';
  },
  report,
  sponsor: (name: string) => `${name}主辦`,
  period: (from: string, to: string, days: number) => `${from}至${to}，共 ${days} 天`,
  short: (reason: string) => `不足 30 天的理由：${reason}`,
  published: (count: number) => `已公開 ${count} 條意見`,
  received: (count: number) => `共收到 ${count} 條意見`,
  amended: '草案後來有改動，下面是改動以後的文本。',
  why: '起草說明',
  basis: '制定依據',
  ways: '提意見的其他辦法',
  waysAll: '提意見的辦法',
  channels: {web: '網上', email: '電子郵件', letter: '信函', fax: '傳真', phone: '電話'} as Record<string, string>,
  methods: {
    opinions: '徵求意見',
    hearing: '聽證座談',
    discussion: '諮詢協商',
    attendance: '列席會議',
    briefing: '媒體吹風',
  } as Record<string, string>,
  all: '全部',
  filter: '按進展看',
  none: '這裡沒有意見徵集。',
  found: (total: number) => `共 ${total} 項`,
  page: (from: number, to: number, total: number) => `第 ${from} 至 ${to} 項，共 ${total} 項`,
  previous: '上一頁',
  next: '下一頁',
  back: '回到全部徵集',
  loading: '正在打開…',
  idle: '很久沒有動靜了。為了保護隱私，再過一分鐘就清除您寫的和查的內容。',
  stay: '我還在',
  wiped: '已經清除，沒有留下您的資料。',
};
