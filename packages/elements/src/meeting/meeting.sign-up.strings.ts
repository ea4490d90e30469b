import {retrySeconds, type ApiError} from '@zwgk/client';
import type {StringTable} from '../foundation/strings.ts';

function unsentWhy(error: ApiError): string {
  const again = '内容都还在，再提交一次不会重复。';
  switch (error.problem?.code) {
    case 'meeting-full':
      return '名额刚刚报满了，这次没有报上。';
    case 'sign-up-closed':
      return '报名刚刚截止，这次没有报上。';
    case 'sign-up-not-open':
      return '报名还没有开始，请到时候再来。';
    case 'too-many-requests':
      return `现在报名的人太多，请过几分钟再提交。${again}`;
    default:
  }
  if (error.code === 'offline') return `您的设备现在没有联网。联网以后请再提交。${again}`;
  if (error.code === 'intercepted') return `有别的网页挡在中间，例如无线网的登录页。请登录或者换一个网络再试。${again}`;
  return `服务器没有回答。${again}`;
}

function lookFailed(error: ApiError): string {
  const code = error.problem?.code;
  if (code === 'wrong-credential') return '没有查到。请核对报名编号和查询码。';
  if (code === 'locked-out') return `试错太多次，请过 ${Math.ceil((retrySeconds(error) ?? 900) / 60)} 分钟再查。`;
  if (code === 'illegal-move') return '会议已经开始，不能再退出。';
  return error.code === 'offline' ? '您的设备现在没有联网，联网后再查。' : '现在查不了，请过一会儿再试。';
}

const faults: Readonly<Record<string, string>> = {
  required: '请填写。',
  'too-long': '太长了，请缩短。',
  'too-short': '位数不够，请核对。',
  'unknown-role': '请选择一类。',
  'consent-required': '要勾选才能提交。',
};

/** Sentences of signing up, its receipt, and looking it up. */
export const zhHans = {
  colon: '：',
  role: '以哪一类身份参加',
  fields: {
    role: '参加类别',
    name: '姓名',
    mobile: '手机号',
    email: '电子邮箱',
    employer: '工作单位',
    statement: '主要意见',
    needs: '需要的帮助',
    consent: '同意使用所填内容',
  } as Record<string, string>,
  help: {
    mobile: '时间、地点有变化时通知您。',
    statement: '想在会上说什么，几句话就可以。',
    needs: '例如轮椅席位、手语翻译、大字材料。',
  } as Record<string, string | undefined>,
  optional: '（可以不填）',
  consent: '同意举办单位为了安排这次会议使用我填的内容',
  consentHelp: '必选。会议结束一段时间以后删除。',
  privacy: '怎样处理您的个人信息',
  privacyTerms: ['处理者', '联系方式', '用来做什么', '有哪些信息', '保存多久', '您的权利'],
  days: (count: number) => `${count} 天`,
  problems: '还不能提交，请看这几处',
  fault: (code: string) => faults[code] ?? '写得不对，请再看看。',
  send: '提交报名',
  sending: '正在提交…',
  resolving: '正在查上一次有没有收到…',
  retrying: (attempt: number) => `线路不好，正在试第 ${attempt} 次…`,
  again: '再提交一次',
  unsent: '没有报上名',
  unsentWhy,
  receipt: '报名回执',
  received: {
    confirmed: '报名成功，名额已经给您留好',
    waiting: '名额已满，您已进入候补',
    received: '报名已收到，等待遴选',
  } as Record<string, string>,
  next: {
    confirmed: '请按时参加。来不了的，请在会议开始前退出，名额会给候补的人。',
    waiting: '有人退出时按先后递补，用报名编号和查询码可以查。',
    received: '报名截止后确定参加人，用报名编号和查询码可以查结果。',
  } as Record<string, string>,
  earlier: '这是您上一次报名的回执：那次已经收到，没有再提交一遍。',
  number: '报名编号',
  code: '查询码',
  codeHelp: '只显示这一次，请记下来或者打印。',
  at: '报名时间',
  when: '会议时间',
  where: '会议地点',
  print: '打印',
  copy: '复制编号和查询码',
  copied: '已复制。',
  copyFailed: '没有复制成功，请选中后自己复制。',
  finish: '回到公告',
  mine: '查询、退出报名',
  look: '查一查',
  looking: '正在查…',
  both: '报名编号和查询码都要填。',
  lookFailed,
  elsewhere: (title: string) => `这是另一次会议的报名：${title}`,
  states: {
    received: '已报名，等待遴选',
    confirmed: '已确认，请按时参加',
    waiting: '候补',
    not_selected: '没有入选',
    declined: '没有通过',
    withdrawn: '已经退出',
  } as Record<string, string>,
  ahead: (count: number) => (count ? `前面还有 ${count} 人` : '您是下一个'),
  reason: '理由：',
  cancelled: '这次会议已经取消。',
  withdraw: '退出报名',
  withdrawSure: '退出以后，名额给别人，您填的内容会被删除，不能恢复。',
  withdrawYes: '确定退出',
  withdrawNo: '不退出',
  clear: '查完了，清除',
  idle: '很久没有动静了。为了保护隐私，再过一分钟就清除您写的和查的内容。',
  stay: '我还在',
  wiped: '已经清除，没有留下您的信息。',
};
export type SignUpStrings = typeof zhHans;

export const signUpStrings: StringTable<SignUpStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./meeting.sign-up.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./meeting.sign-up.strings.en.ts').then((m) => m.en),
};
