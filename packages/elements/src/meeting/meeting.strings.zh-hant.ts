import type {MeetingStrings} from './meeting.strings.ts';

const roles: Readonly<Record<string, string>> = {
  stakeholder: '利益相關方',
  public: '公眾',
  entrepreneur: '企業家代表',
  expert: '專家',
  media: '媒體',
};

export const zhHant: MeetingStrings = {
  title: '聽證和會議',
  kinds: {
    hearing: '聽證會',
    forum: '座談會',
    attendance: '會議列席',
    open_day: '政府開放日',
    briefing: '媒體吹風會',
    interview: '在線訪談',
  },
  states: {
    announced: '預告',
    sign_up: '報名中',
    sign_up_closed: '報名截止',
    in_progress: '進行中',
    ended: '已結束',
    recorded: '已公布記錄',
    cancelled: '已取消',
  },
  roles,
  comma: '，',
  open: '（',
  close: '）',
  all: '全部',
  filter: '按種類看',
  counted: (name, count) => `${name}（${count}）`,
  none: '這裏沒有會議。',
  found: (total) => `共 ${total} 項`,
  previous: '上一頁',
  next: '下一頁',
  back: '回到全部會議',
  moved: '時間或者地點有變化',
  movedOn: (date) => `${date}公告：`,
  before: '原定：',
  cancelledOn: (date) => `這次會議已在${date}取消`,
  recordLate: '記錄逾期沒有公布',
  time: '時間',
  chinaTime: '（北京時間）',
  place: '地點',
  access: '無障礙',
  transport: '怎麼去',
  noticed: '公告發布',
  shortNotice: '公告較晚的原因',
  calendar: '加到日曆',
  watch: '觀看',
  live: (state, starts) =>
    ({before: `${starts}開始直播`, live: '正在直播', replay: '直播已經結束，可以看回放', over: '直播已經結束'})[state] ?? '',
  watchIt: (state) => (state === 'replay' ? '看回放' : '看直播'),
  newTab: '（在新標籤頁打開）',
  captions: ({captions, signLanguage}) => `${captions ? '有字幕' : '沒有字幕'}${signLanguage ? '，有手語' : ''}。`,
  intro: '說明',
  agenda: '議程',
  livelihood: '重大民生事項。',
  consulted: '已經公開徵求意見。',
  notConsulted: '沒有公開徵求意見，理由：',
  materials: '有關材料',
  participants: '參加人名單',
  publishedOn: (date) => `${date}公布`,
  recordKinds: {minutes: '筆錄', summary: '紀要'},
  recordLink: '打開記錄全文',
  record: ({status, estimated, lateBy}, dueOn) => {
    const day = estimated ? `${dueOn}（預計）` : dueOn;
    if (status === 'pending') return `記錄最晚${day}公布`;
    if (status === 'overdue') return `記錄應當在${day}前公布，已經晚了 ${lateBy} 個工作日`;
    return status === 'late' ? `比應當公布的日期晚了 ${lateBy} 個工作日` : '';
  },
  signUpTitle: '報名',
  signUp: ({state, remainingDays}, opens, closes) => {
    if (state === 'not_open') return `${opens}開始報名`;
    if (state === 'over') return '報名已經截止';
    const left = remainingDays ? `還剩 ${remainingDays} 天` : '今天是最後一天';
    if (state === 'full') return '名額已滿，不再報名';
    return `${state === 'waiting' ? '名額已滿，可以候補' : '可以報名'}，${left}，${closes}截止`;
  },
  seats: ({role, seats, left, waitingLeft}, method) => {
    const name = `${roles[role]}：${seats} 個名額`;
    if (method === 'lot') return `${name}，超過名額的抽籤`;
    if (left === undefined) return `${name}，從報名的人裏遴選`;
    if (left > 0) return `${name}，還剩 ${left} 個`;
    return waitingLeft ? `${name}，已滿，還有 ${waitingLeft} 個候補位置` : `${name}，已滿`;
  },
  who: (words) => `（${words}）`,
  selection: '遴選辦法',
  methods: {order: '按報名先後確定，報滿為止。', lot: '報名人數超過名額的，抽籤確定。', review: '按公布的辦法遴選。'},
};
