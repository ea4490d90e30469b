/** Closed vocabularies of 意见征集 in their canonical order, each with the official Chinese term. */
import type {
  AdoptionOutcome,
  AuthorType,
  CommentChannel,
  CommentState,
  ConsultationState,
  Identity,
  Level,
  LocalMatter,
  ParticipationMethod,
  ProvinceMatter,
  RejectionReason,
} from '@zwgk/contract';

export type {
  AdoptionOutcome,
  AuthorType,
  CommentChannel,
  CommentState,
  ConsultationState,
  Identity,
  LocalMatter,
  ParticipationMethod,
  ProvinceMatter,
  RejectionReason,
} from '@zwgk/contract';

type Terms<K extends string> = Readonly<Record<K, string>>;

/** What the province consults about (R10.1, 意见（十）). */
export const PROVINCE_MATTERS: Terms<ProvinceMatter> = {
  development_plan: '国民经济和社会发展规划',
  annual_plan: '年度计划',
  social_management: '社会管理事务',
  rules_and_policies: '政府规章和重要政策措施',
  major_projects: '重大建设项目',
};

/** What cities and counties consult about (R10.1, 意见（十）). */
export const LOCAL_MATTERS: Terms<LocalMatter> = {
  town_planning: '城乡规划',
  urban_governance: '城市治理',
  market_regulation: '市场监管',
  local_development: '经济社会发展',
  livelihood: '重要民生事项',
  benefit_measures: '惠民政策措施的执行落地',
};

export type MatterType = ProvinceMatter | LocalMatter;

/** The matters of a level (R10.1). The opinion gives townships no list of their own: they follow cities and counties. */
export const mattersOf = (level: Level): Readonly<Record<string, string>> => (level === 'province' ? PROVINCE_MATTERS : LOCAL_MATTERS);

/** Ways of taking part (R11.1, 意见（十一）). */
export const PARTICIPATION_METHODS: Terms<ParticipationMethod> = {
  opinions: '征求意见',
  hearing: '听证座谈',
  discussion: '咨询协商',
  attendance: '列席会议',
  briefing: '媒体吹风',
};

/** What a page asks a visitor to do, by way of taking part (R11.1). */
export const CALLS_TO_ACTION: Readonly<Record<ParticipationMethod, 'comment' | 'sign_up' | 'contact' | 'watch'>> = {
  opinions: 'comment',
  hearing: 'sign_up',
  discussion: 'contact',
  attendance: 'sign_up',
  briefing: 'watch',
};

/** 提出意见的方式 (国务院令第713号 第十五条). */
export const COMMENT_CHANNELS: Terms<CommentChannel> = {web: '网上提交', email: '电子邮件', letter: '信函', fax: '传真', phone: '电话'};

/** Where a consultation stands. */
export const CONSULTATION_STATES: Terms<ConsultationState> = {
  not_started: '未开始',
  open: '征集中',
  closed: '已结束',
  reported: '已反馈',
};

export const AUTHOR_TYPES: Terms<AuthorType> = {natural_person: '个人', organization: '法人或者其他组织'};

/** How the author is known to the service; never shown (网络安全法（2025年修正）第二十六条). */
export const IDENTITIES: Terms<Identity> = {none: '不验证', sms: '短信验证', sso: '统一身份认证'};

/** Where a comment stands with the staff. */
export const COMMENT_STATES: Terms<CommentState> = {
  pending: '待审核',
  approved: '审核通过',
  rejected: '审核未通过',
  appealed: '申诉中',
  published: '已公开',
  withdrawn: '已撤回',
};

/** Why a comment is not let through; its author is told. */
export const REJECTION_REASONS: Terms<RejectionReason> = {
  unlawful: '含有法律法规禁止发布的内容',
  personal_data: '含有他人的个人信息',
  abuse: '含有侮辱、谩骂内容',
  advertising: '属于广告',
  off_topic: '与本次征集无关',
  flood: '大量重复提交',
  other: '其他原因',
};

/** What became of a kind of opinion (R3.10). */
export const ADOPTION_OUTCOMES: Terms<AdoptionOutcome> = {adopted: '采纳', partly: '部分采纳', not_adopted: '未采纳'};

/** Kinds of questions of a survey (R6.3 征集调查; 国务院令第713号 第十四条 问卷调查). */
export type QuestionKind = 'single' | 'several' | 'scale' | 'text';
export const QUESTION_KINDS: Terms<QuestionKind> = {single: '单选', several: '多选', scale: '打分', text: '填空'};
