/** Closed vocabularies of 依申请公开 in their canonical order, each with the official Chinese term. */
import type {
  AnswerCode,
  AnswerDetail,
  ApplicantType,
  ApplicationKind,
  ApplicationState as SentState,
  Delivery,
  IdType,
  Medium,
  OrgCategory,
  ReceiptBasis,
  RecordAnswerCode,
} from '@zwgk/contract';

export type {
  AnswerCode,
  AnswerDetail,
  ApplicantType,
  ApplicationKind,
  Delivery,
  IdType,
  Medium,
  OrgCategory,
  ReceiptBasis,
  RecordAnswerCode,
} from '@zwgk/contract';

type Terms<K extends string> = Readonly<Record<K, string>>;

/** What is applied for: government information (条例第二十七条), or that a record about oneself be put right (第四十一条). */
export const APPLICATION_KINDS: Terms<ApplicationKind> = {information: '政府信息公开申请', correction: '政府信息更正申请'};

/** 条例第二十七条. */
export const APPLICANT_TYPES: Terms<ApplicantType> = {natural_person: '公民', organization: '法人或者其他组织'};

/** Kinds of organisation, the columns of the annual table (国办公开办函〔2021〕30号). */
export const ORG_CATEGORIES: Terms<OrgCategory> = {
  commercial: '商业企业',
  research: '科研机构',
  public_interest: '社会公益组织',
  legal_service: '法律服务机构',
  other: '其他',
};

/** How the application reached the agency; decides the day of receipt (条例第三十一条). */
export const RECEIPT_BASES: Terms<ReceiptBasis> = {
  in_person: '当面提交',
  post_signed: '邮寄（签收）',
  post_ordinary: '平常信函',
  internet: '互联网渠道',
  fax: '传真',
};

/** How the information is to be had (条例第二十九条第二款第三项、第四十条). */
export const DELIVERIES: Terms<Delivery> = {
  post: '邮寄',
  email: '电子邮件',
  fax: '传真',
  pickup: '自行领取',
  online: '网上获取',
  inspect: '现场查阅、抄录',
};

/** 信息的载体形式. */
export const MEDIA: Terms<Medium> = {paper: '纸质', electronic: '电子'};

/** 证件名称. */
export const ID_TYPES: Terms<IdType> = {
  resident_id: '居民身份证',
  residence_permit: '港澳台居民居住证',
  hk_macao_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
  passport: '护照',
  foreign_residence: '外国人永久居留身份证',
  officer: '军官证',
  other: '其他证件',
};

/** Where an application stands (条例第四十五条: 登记、审核、办理、答复、归档). */
/** `draft` never leaves the form. */
export type ApplicationState = SentState | 'draft';
export const APPLICATION_STATES: Terms<ApplicationState> = {
  draft: '草稿',
  submitted: '已提交',
  pending_confirmation: '待双方确认',
  registered: '已登记',
  routed: '已分办',
  processing: '办理中',
  correction_required: '待补正',
  consulting_third_party: '征求第三方意见',
  consulting_agency: '征求其他机关意见',
  extended: '已延期',
  fee_notified: '待缴费',
  answered: '已答复',
  abandoned: '视为放弃',
  withdrawn: '已撤回',
  archived: '已归档',
};

/** Outcomes of an application for information: the rows of the annual table (国办公开办函〔2021〕30号; 条例第十四至十六、三十至三十九条). */
export const ANSWERS: Terms<AnswerCode> = {
  granted: '予以公开',
  partial: '部分公开（区分处理的，只计这一情形，不计其他情形）',
  'denied.state_secret': '属于国家秘密',
  'denied.law_forbidden': '其他法律行政法规禁止公开',
  'denied.security_stability': '危及“三安全一稳定”',
  'denied.third_party': '保护第三方合法权益',
  'denied.internal_affairs': '属于三类内部事务信息',
  'denied.process_info': '属于四类过程性信息',
  'denied.enforcement_file': '属于行政执法案卷',
  'denied.admin_query': '属于行政查询事项',
  'unavailable.not_held': '本机关不掌握相关政府信息',
  'unavailable.needs_creation': '没有现成信息需要另行制作',
  'unavailable.still_unclear': '补正后申请内容仍不明确',
  'not_processed.petition': '信访举报投诉类申请',
  'not_processed.repeat': '重复申请',
  'not_processed.publication': '要求提供公开出版物',
  'not_processed.excessive': '无正当理由大量反复申请',
  'not_processed.reconfirm': '要求行政机关确认或重新出具已获取信息',
  'other.correction_overdue': '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  'other.fee_overdue': '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  'other.other': '其他',
};

/** The law each outcome rests on, in 国务院令第711号 where nothing else is named. */
export const ANSWER_LAWS: Terms<AnswerCode> = {
  granted: '第三十六条第一项、第二项',
  partial: '第三十七条',
  'denied.state_secret': '第十四条',
  'denied.law_forbidden': '第十四条',
  'denied.security_stability': '第十四条',
  'denied.third_party': '第十五条、第三十二条',
  'denied.internal_affairs': '第十六条第一款',
  'denied.process_info': '第十六条第二款',
  'denied.enforcement_file': '第十六条第二款',
  'denied.admin_query': '第三十六条第七项',
  'unavailable.not_held': '第三十六条第四项、第五项',
  'unavailable.needs_creation': '第三十八条',
  'unavailable.still_unclear': '第三十条',
  'not_processed.petition': '第三十九条第一款',
  'not_processed.repeat': '第三十六条第六项',
  'not_processed.publication': '第三十九条第二款',
  'not_processed.excessive': '第三十五条',
  'not_processed.reconfirm': '国办公开办函〔2021〕30号',
  'other.correction_overdue': '第三十条',
  'other.fee_overdue': '国办函〔2020〕109号 第六条',
  'other.other': '国办公开办函〔2021〕30号',
};

/** What an answer says within its row: 条例第三十六条第一、二、四、五项. */
export const ANSWER_DETAILS: Terms<AnswerDetail> = {
  already_public: '已主动公开',
  provided: '提供信息',
  not_existing: '信息不存在',
  other_agency: '不属于本机关负责公开',
};
/** The answers that a detail belongs to. */
export const DETAIL_OF: Readonly<Record<AnswerDetail, AnswerCode>> = {
  already_public: 'granted',
  provided: 'granted',
  not_existing: 'unavailable.not_held',
  other_agency: 'unavailable.not_held',
};

/** Answers to an application that a record be put right (条例第四十一条); in no row of the annual table. */
export const RECORD_ANSWERS: Terms<RecordAnswerCode> = {
  'record.corrected': '予以更正',
  'record.kept': '不予更正',
  'record.referred': '告知或者转送有权更正的行政机关',
};
