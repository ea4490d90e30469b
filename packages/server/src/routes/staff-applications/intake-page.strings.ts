/** Words of the receipt that the applicant is handed. */
import type {IntakeReceipt, Milestone} from '@zwgk/contract';

export interface IntakeStrings {
  readonly title: string;
  readonly number: string;
  readonly code: string;
  readonly agency: string;
  readonly office: string;
  readonly basis: string;
  readonly bases: Readonly<Record<IntakeReceipt['basis'], string>>;
  readonly oral: string;
  readonly handedIn: string;
  readonly received: string;
  /** Receipt is still to be confirmed by both sides. */
  readonly unconfirmed: string;
  readonly asked: string;
  readonly next: string;
  readonly milestones: Readonly<Record<Milestone['what'], string>>;
  readonly estimated: string;
  readonly lookUp: string;
  readonly date: (year: number, month: number, day: number) => string;
}

const hans: IntakeStrings = {
  title: '政府信息公开申请登记回执',
  number: '受理编号',
  code: '查询码',
  agency: '受理机关',
  office: '政府信息公开工作机构',
  basis: '提交方式',
  bases: {in_person: '当面提交', post_signed: '邮寄（签收）', post_ordinary: '平常信函', internet: '互联网渠道', fax: '传真'},
  oral: '口头申请，由本机关代为填写',
  handedIn: '提交（签收、到达）日期',
  received: '收到申请之日',
  unconfirmed: '待本机关与您确认后，以双方确认之日为收到申请之日',
  asked: '申请内容',
  next: '法定期限',
  milestones: {
    correction_notice: '如需补正，本机关最晚告知',
    answer: '答复最晚',
    correction: '补正最晚',
    third_party: '第三方意见最晚',
    co_agency: '其他机关意见最晚',
    fee: '缴费最晚',
  },
  estimated: '（预计）',
  lookUp: '凭受理编号和查询码可以在网上查询办理进度、补正和撤回申请。请妥善保管，不要告诉他人。',
  date: (year, month, day) => `${year}年${month}月${day}日`,
};

const hant: IntakeStrings = {
  title: '政府資訊公開申請登記回執',
  number: '受理編號',
  code: '查詢碼',
  agency: '受理機關',
  office: '政府資訊公開工作機構',
  basis: '提交方式',
  bases: {in_person: '當面提交', post_signed: '郵寄（簽收）', post_ordinary: '平常信函', internet: '互聯網渠道', fax: '傳真'},
  oral: '口頭申請，由本機關代為填寫',
  handedIn: '提交（簽收、到達）日期',
  received: '收到申請之日',
  unconfirmed: '待本機關與您確認後，以雙方確認之日為收到申請之日',
  asked: '申請內容',
  next: '法定期限',
  milestones: {
    correction_notice: '如需補正，本機關最晚告知',
    answer: '答覆最晚',
    correction: '補正最晚',
    third_party: '第三方意見最晚',
    co_agency: '其他機關意見最晚',
    fee: '繳費最晚',
  },
  estimated: '（預計）',
  lookUp: '憑受理編號和查詢碼可以在網上查詢辦理進度、補正和撤回申請。請妥善保管，不要告訴他人。',
  date: (year, month, day) => `${year}年${month}月${day}日`,
};

const en: IntakeStrings = {
  title: 'Receipt for a request for government information',
  number: 'Number',
  code: 'Query code',
  agency: 'Agency',
  office: 'Disclosure office',
  basis: 'Received by',
  bases: {in_person: 'Hand', post_signed: 'Post, signed for', post_ordinary: 'Ordinary letter', internet: 'Internet', fax: 'Fax'},
  oral: 'Made orally and written down by the agency',
  handedIn: 'Handed in, signed for or arrived on',
  received: 'Day of receipt',
  unconfirmed: 'To be confirmed with you; the day on which both sides confirm is the day of receipt',
  asked: 'What is asked for',
  next: 'Periods set by law',
  milestones: {
    correction_notice: 'If something must be corrected, you are told by',
    answer: 'Answer by',
    correction: 'Correct by',
    third_party: 'Third party’s opinion by',
    co_agency: 'Other agency’s opinion by',
    fee: 'Pay by',
  },
  estimated: ' (estimated)',
  lookUp: 'With number and query code you can follow the request online, correct it and take it back. Keep them safe and tell nobody.',
  date: (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
};

export const INTAKE_STRINGS = {'zh-Hans': hans, 'zh-Hant': hant, en} as const;
