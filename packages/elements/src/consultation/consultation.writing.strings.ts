import type {ApiError} from '@zwgk/client';
import type {StringTable} from '../foundation/strings.ts';

function unsentWhy(error: ApiError): string {
  const again = '内容都还在，再提交一次不会重复。';
  switch (error.problem?.code) {
    case 'consultation-closed':
      return '征集刚刚截止，这些意见没有收下。内容都还在，可以复制下来。';
    case 'form-closed':
      return '网上现在收不了意见。内容都还在，可以复制下来，用其他办法送给主办单位。';
    case 'consultation-not-open':
      return '征集还没有开始。内容都还在，开始以后再提交。';
    case 'too-many-requests':
    case 'proof-required':
      return `现在提交的人太多，请过几分钟再提交。${again}`;
    default:
  }
  if (error.code === 'offline') return `您的设备现在没有联网。联网以后请再提交。${again}`;
  if (error.code === 'intercepted') return `有别的网页挡在中间，例如无线网的登录页。请登录或者换一个网络再试。${again}`;
  return `服务器没有回答。${again}`;
}

const faults: Readonly<Record<string, string>> = {
  required: '请填写。',
  'too-long': '太长了，请缩短。',
  'too-many': '太多了，请分几次提交。',
  'unknown-section': '草案里没有这一处，请删去重写。',
  'consent-required': '要勾选才能提交。',
  'identity-required': '这次征集要先验证身份，请用其他办法提意见。',
  'upload-expired': '文件已经过期，请重新选。',
  'not-offered': '这次征集不收附件。',
  'nothing-published': '意见不公开时，名称也不会公开。',
};

/** What is sent: comments, a survey, or both. */
const sheet = (count: number, answered: number): string =>
  answered === 0 ? ` ${count} 条意见` : count > 0 ? ` ${count} 条意见和问卷` : '问卷';

/** Sentences of writing comments and sending them. */
export const zhHans = {
  colon: '：',
  whole: '整个草案',
  wholeSection: '整条',
  intro: '可以对整个草案说，也可以对某一条、某一句说。写好的意见先放在意见单里，最后一起提交。',
  writeWhole: '对整个草案提意见',
  comment: '对这一条提意见',
  commentAgain: (count: number) => `已写 ${count} 条，再提一条`,
  commentPassage: '对选中的文字提意见',
  selected: '选中的文字',
  about: '针对哪一句',
  yours: (name: string) => `您对${name}的意见`,
  help: '说说哪里不合适、希望怎么改。不要写身份证号和电话。',
  count: (count: number, most: number) => `已写 ${count} 字，最多 ${most} 字`,
  required: '还没有写意见。',
  tooLong: '超过了字数，请缩短。',
  put: '放进意见单',
  change: '改好了',
  drop: '不写了',
  keep: '不改了',
  tray: '意见单',
  trayOf: (count: number, answered = 0) => `意见单（${count} 条${answered > 0 ? `，问卷已答 ${answered} 题` : ''}，未提交）`,
  trayEmpty: '还没有意见。',
  putIn: (count: number) => `已放进意见单，共 ${count} 条，还没有提交。`,
  edit: '改',
  remove: '删去',
  deleted: (name: string) => `已删去对${name}的意见。`,
  undo: '撤销',
  review: (count: number, answered = 0) => `核对并提交${sheet(count, answered)}`,
  kept: '没提交的意见只存在这台设备上，最多 30 天。',
  notKept: '离开这一页，没提交的意见就没有了。',
  lastDay: '今天是最后一天，请在截止前提交。',
  closedSaid: '征集已经截止。您写的内容没有提交，还可以复制。',
  closingSoon: '征集 5 分钟内截止，请现在提交。过了时间就不能提交，但可以复制。',
  paused: '网上现在收不了意见，请过一会儿再来，或者用“提意见的办法”里的其他办法。',
  notOnline: '这次征集不在网上收意见，请用“提意见的办法”里的办法。',
  pausedSaid: '网上现在收不了意见。您写的内容没有提交，都还在。',
  pausedNotSent: '网上现在收不了意见，这些没有提交',
  notSent: '征集已经截止，这些意见没有提交',
  notSentHelp: '您写的内容都在这里，可以复制下来，用其他办法送给主办单位。',
  copyAll: '复制全部内容',
  copyLine: (place: string, quote: string, text: string) => `【${place}】${quote ? `“${quote}”` : ''}\n${text}`,
  copied: '已复制。',
  copyFailed: '没有复制成功，请选中后自己复制。',
  reviewTitle: '核对并提交',
  extras: '关于您（可以都不填）',
  fields: {authorType: '您是', displayName: '姓名或者名称', mobile: '手机号码', email: '电子邮箱'} as Record<string, string>,
  authors: {natural_person: '个人', organization: '单位'} as Record<string, string>,
  unsaid: '不说明',
  consents: {
    processing: {words: '同意主办单位为了办这次征集使用我的意见', help: '必选。不留姓名也可以提交。'},
    publish: {words: '同意把我的意见公开', help: '可选。工作人员看过以后才会公开，随时可以撤回。'},
    name: {words: '公开时写上我的名称', help: '可选。个人姓名只写姓，例如“朱**”。'},
  } as Record<string, {words: string; help: string}>,
  privacy: '怎样处理您的个人信息',
  privacyTerms: ['处理者', '联系方式', '用来做什么', '有哪些信息', '保存多久', '您的权利'],
  days: (count: number) => `${count} 天`,
  problems: '还不能提交，请看这几处',
  fieldName: (field: string) => {
    const [, at] = /^comments\.(\d+)/.exec(field) ?? [];
    if (at) return `第 ${Number(at) + 1} 条意见`;
    const names: Record<string, string> = {
      ...{displayName: '姓名或者名称', authorType: '您是', 'contact.mobile': '手机号码', 'contact.email': '电子邮箱'},
      ...{'consent.processing': '同意使用意见', 'consent.name': '公开名称', identity: '身份'},
    };
    if (field.startsWith('attachments')) return '附件';
    return names[field] ?? '意见单';
  },
  fault: (code: string) => faults[code] ?? '写得不对，请再看看。',
  unsent: '没有提交成功',
  unsentWhy,
  send: (count: number, answered = 0) => `提交${sheet(count, answered)}`,
  again: '再提交一次',
  sending: '正在提交…',
  resolving: '正在查上一次有没有收到…',
  retrying: (attempt: number) => `线路不好，正在试第 ${attempt} 次…`,
  goOn: '回去接着写',
  received: '意见已收到',
  receivedOf: (count: number, answered = 0) => `已收到您的${sheet(count, answered)}`,
  receipt: '回执',
  earlier: '这是您上一次提交的回执：那次已经收到，没有再提交一遍。',
  number: '回执编号',
  code: '查询码',
  codeHelp: '只显示这一次，请记下来或者打印。',
  at: '提交时间',
  next: '公布采纳情况以后，用回执编号和查询码能查到您的意见怎么处理。',
  dueOn: (date: string) => `采纳情况最晚${date}公布。`,
  print: '打印',
  copy: '复制编号和查询码',
  finish: '回到草案',
};
export type WritingStrings = typeof zhHans;

export const writingStrings: StringTable<WritingStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./consultation.writing.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./consultation.writing.strings.en.ts').then((m) => m.en),
};
