/** Closed vocabularies of meetings in their canonical order, each with the official Chinese term. */
import type {MeetingKind, MeetingRole, MeetingState, SelectionMethod, SignUpField, SignUpState} from '@zwgk/contract';

type Terms<K extends string> = Readonly<Record<K, string>>;

export const MEETING_KINDS: Terms<MeetingKind> = {
  hearing: '听证会',
  forum: '座谈会',
  attendance: '会议列席',
  open_day: '政府开放日',
  briefing: '媒体吹风会',
  interview: '在线访谈',
};

export const MEETING_STATES: Terms<MeetingState> = {
  announced: '预告',
  sign_up: '报名中',
  sign_up_closed: '报名截止',
  in_progress: '进行中',
  ended: '已结束',
  recorded: '已公布记录',
  cancelled: '已取消',
};

/** Who is invited (R3.12, 意见（三）). */
export const MEETING_ROLES: Terms<MeetingRole> = {
  stakeholder: '利益相关方',
  public: '公众',
  entrepreneur: '企业家代表',
  expert: '专家',
  media: '媒体',
};

export const SELECTION_METHODS: Terms<SelectionMethod> = {order: '按报名先后', lot: '抽签', review: '按公布的办法遴选'};

export const SIGN_UP_FIELDS: Terms<SignUpField> = {
  mobile: '手机号',
  email: '电子邮箱',
  employer: '工作单位',
  statement: '主要意见',
  needs: '无障碍需求',
};

export const SIGN_UP_STATES: Terms<SignUpState> = {
  received: '已报名',
  confirmed: '已确认',
  waiting: '候补',
  not_selected: '未入选',
  declined: '未通过',
  withdrawn: '已退出',
};

/** 笔录 of a hearing (国务院令第713号 第十七条), 纪要 of any meeting. */
export const RECORD_KINDS = {minutes: '笔录', summary: '纪要'} as const;
