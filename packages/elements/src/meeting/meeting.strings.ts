import type {MeetingVideo, RecordDuty, SeatsLeft, SelectionMethod, SignUpStanding} from '@zwgk/contract';
import type {StringTable} from '../foundation/strings.ts';

function signUp({state, remainingDays}: SignUpStanding, opens: string, closes: string): string {
  if (state === 'not_open') return `${opens}开始报名`;
  if (state === 'over') return '报名已经截止';
  const left = remainingDays ? `还剩 ${remainingDays} 天` : '今天是最后一天';
  if (state === 'full') return '名额已满，不再报名';
  return `${state === 'waiting' ? '名额已满，可以候补' : '可以报名'}，${left}，${closes}截止`;
}

const roles: Readonly<Record<string, string>> = {
  stakeholder: '利益相关方',
  public: '公众',
  entrepreneur: '企业家代表',
  expert: '专家',
  media: '媒体',
};

function seats({role, seats: all, left, waitingLeft}: SeatsLeft, method: SelectionMethod): string {
  const name = `${roles[role]}：${all} 个名额`;
  if (method === 'lot') return `${name}，超过名额的抽签`;
  if (left === undefined) return `${name}，从报名的人里遴选`;
  if (left > 0) return `${name}，还剩 ${left} 个`;
  return waitingLeft ? `${name}，已满，还有 ${waitingLeft} 个候补位置` : `${name}，已满`;
}

function record({status, estimated, lateBy}: RecordDuty, dueOn: string): string {
  const day = estimated ? `${dueOn}（预计）` : dueOn;
  if (status === 'pending') return `记录最晚${day}公布`;
  if (status === 'overdue') return `记录应当在${day}前公布，已经晚了 ${lateBy} 个工作日`;
  return status === 'late' ? `比应当公布的日期晚了 ${lateBy} 个工作日` : '';
}

/** Sentences about meetings: which there are, and what the notice of one says. */
export const zhHans = {
  title: '听证和会议',
  kinds: {
    hearing: '听证会',
    forum: '座谈会',
    attendance: '会议列席',
    open_day: '政府开放日',
    briefing: '媒体吹风会',
    interview: '在线访谈',
  } as Record<string, string>,
  states: {
    announced: '预告',
    sign_up: '报名中',
    sign_up_closed: '报名截止',
    in_progress: '进行中',
    ended: '已结束',
    recorded: '已公布记录',
    cancelled: '已取消',
  } as Record<string, string>,
  roles: roles as Record<string, string>,
  comma: '，',
  open: '（',
  close: '）',
  all: '全部',
  filter: '按种类看',
  counted: (name: string, count: number) => `${name}（${count}）`,
  none: '这里没有会议。',
  found: (total: number) => `共 ${total} 项`,
  previous: '上一页',
  next: '下一页',
  back: '回到全部会议',
  moved: '时间或者地点有变化',
  movedOn: (date: string) => `${date}公告：`,
  before: '原定：',
  cancelledOn: (date: string) => `这次会议已在${date}取消`,
  recordLate: '记录逾期没有公布',
  time: '时间',
  chinaTime: '（北京时间）',
  place: '地点',
  access: '无障碍',
  transport: '怎么去',
  noticed: '公告发布',
  shortNotice: '公告较晚的原因',
  calendar: '加到日历',
  watch: '观看',
  live: (state: string, starts: string) =>
    ({before: `${starts}开始直播`, live: '正在直播', replay: '直播已经结束，可以看回放', over: '直播已经结束'})[state] ?? '',
  watchIt: (state: string): string => (state === 'replay' ? '看回放' : '看直播'),
  newTab: '（在新标签页打开）',
  captions: ({captions, signLanguage}: MeetingVideo) => `${captions ? '有字幕' : '没有字幕'}${signLanguage ? '，有手语' : ''}。`,
  intro: '说明',
  agenda: '议程',
  livelihood: '重大民生事项。',
  consulted: '已经公开征求意见。',
  notConsulted: '没有公开征求意见，理由：',
  materials: '有关材料',
  participants: '参加人名单',
  publishedOn: (date: string) => `${date}公布`,
  recordKinds: {minutes: '笔录', summary: '纪要'} as Record<string, string>,
  recordLink: '打开记录全文',
  record,
  signUpTitle: '报名',
  signUp,
  seats,
  who: (words: string) => `（${words}）`,
  selection: '遴选办法',
  methods: {
    order: '按报名先后确定，报满为止。',
    lot: '报名人数超过名额的，抽签确定。',
    review: '按公布的办法遴选。',
  } as Record<string, string>,
};
export type MeetingStrings = typeof zhHans;

export const meetingStrings: StringTable<MeetingStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./meeting.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./meeting.strings.en.ts').then((m) => m.en),
};
