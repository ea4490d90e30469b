import type {StringTable} from '../foundation/strings.ts';
import type {Step} from './application.steps.ts';

const steps: Readonly<Record<Step, string>> = {
  guide: '先看说明',
  who: '您是谁',
  what: '要什么信息',
  how: '怎样给您',
  check: '核对并提交',
};

export const zhHans = {
  title: '申请公开政府信息',
  to: (agency: string) => `向${agency}申请。`,
  steps,
  stepsLabel: '申请的步骤',
  stepOf: (at: number, total: number, name: string) => `第 ${at} 步，共 ${total} 步：${name}`,
  office: '受理机构',
  phone: '电话',
  address: '地址',
  hours: '办公时间',
  email: '电子邮箱',
  average: (days: number) => `近一年平均 ${days} 个工作日答复。`,
  byReference: '这里参照《中华人民共和国政府信息公开条例》办理。',
  closed: '这里还不能在网上提交。您可以在这里填好申请书，打印出来寄去或者送去。',
  start: '开始填写',
  goOn: '接着填写',
  correction: '要更正的是行政机关关于您自己的记录',
  version: (version: number, date: string) => `本说明为第 ${version} 版，${date}更新`,
  other: '换一个机关',
  loading: '正在打开…',
};
export type ApplicationStrings = typeof zhHans;

export const applicationStrings: StringTable<ApplicationStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./application.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./application.strings.en.ts').then((m) => m.en),
};
