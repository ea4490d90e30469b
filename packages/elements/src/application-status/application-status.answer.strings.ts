import type {ApplicationAnswer} from '@zwgk/contract';
import type {StringTable} from '../foundation/strings.ts';

/** What an answer comes to, and why, in plain words. */
type Words = readonly [short: string, plain: string];

export const zhHans = {
  codes: {
    granted: ['予以公开', '您要的信息可以公开。'],
    partial: ['部分公开', '能公开的给您，不能公开的部分已经去掉或者遮住。'],
    'denied.state_secret': ['不予公开', '您要的信息是国家秘密，依法不能公开。'],
    'denied.law_forbidden': ['不予公开', '其他法律、行政法规禁止公开您要的信息。'],
    'denied.security_stability': ['不予公开', '公开以后可能危及国家安全、公共安全、经济安全、社会稳定。'],
    'denied.third_party': ['不予公开', '您要的信息涉及商业秘密、个人隐私，公开会损害别人的合法权益。'],
    'denied.internal_affairs': ['不予公开', '您要的信息是机关内部的人事、后勤、工作流程，不予公开。'],
    'denied.process_info': ['不予公开', '您要的信息是还在讨论、起草、商量、请示时形成的，不予公开。'],
    'denied.enforcement_file': ['不予公开', '您要的信息在行政执法案卷里，不予公开。'],
    'denied.admin_query': ['不予公开', '您要的是工商、不动产登记一类的资料，法律另有查询办法，请按那个办法查。'],
    'unavailable.not_held': ['无法提供', '本机关没有您要的信息。'],
    'unavailable.needs_creation': ['无法提供', '没有现成的信息，要另外加工、分析才有。'],
    'unavailable.still_unclear': ['无法提供', '补正以后，仍然看不出您要的是哪些信息。'],
    'not_processed.petition': ['不予处理', '写的是信访、投诉、举报一类的事，不是申请公开信息，请走相应的渠道。'],
    'not_processed.repeat': ['不予处理', '同样的内容已经答复过您，不重复处理。'],
    'not_processed.publication': ['不予处理', '您要的是公开出版物，请按答复里写的途径去找。'],
    'not_processed.excessive': ['不予处理', '申请的数量、次数明显太多，说明的理由不合理。'],
    'not_processed.reconfirm': ['不予处理', '您要的是对已经拿到的信息再确认一次或者重新出具。'],
    'other.correction_overdue': ['其他处理', '到期没有补正，也没有说明正当的理由，不再处理。'],
    'other.fee_overdue': ['其他处理', '到期没有按通知缴费，不再处理。'],
    'other.other': ['其他处理', '怎样处理的，请看下面的答复。'],
    'record.corrected': ['予以更正', '记录有错，已经更正。'],
    'record.kept': ['不予更正', '核对以后，记录没有更正，原因请看下面的答复。'],
    'record.referred': ['告知或者转送', '本机关无权更正，已经转给有权更正的机关，或者告诉您去找谁。'],
  } as Readonly<Record<ApplicationAnswer['code'], Words>>,
  details: {
    already_public: '您要的信息已经公开，答复里写着到哪里看。',
    provided: '您要的信息按下面的内容提供给您。',
    not_existing: '找过以后，没有您要的信息。',
    other_agency: '您要的信息不归本机关公开。',
  } as Readonly<Record<NonNullable<ApplicationAnswer['detail']>, string>>,
  text: '答复的内容',
  law: '依据：',
  elsewhere: '请找这个机关：',
  documents: '答复里提到的文件',
  attachments: '附件',
  remedies: '不满意，可以怎么办',
};
export type AnswerStrings = typeof zhHans;

export const answerStrings: StringTable<AnswerStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./application-status.answer.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./application-status.answer.strings.en.ts').then((m) => m.en),
};
