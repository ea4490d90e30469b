import type {FieldCode} from '@zwgk/rules/application';
import type {StringTable} from '../foundation/strings.ts';
import {zhHans as files} from '../foundation/file.strings.ts';

/** What the applicant does: correcting and taking back. */
export const zhHans = {
  ...files,
  attachments: '补充的材料',
  optional: '（可以不交）',
  attachmentsHelp: (most: number) => `机关要您补的材料，可以在这里交：JPG、PNG、PDF、DOCX，最多 ${most} 个。`,
  waiting: '还有文件正在上传，请等一等。',
  correct: '补正申请',
  asked: '要补正的是：',
  oneOf: '名称、文号、描述，至少写一项。一份申请只问一件事。',
  acceptOther: '如果给不了，也接受别的方式',
  choose: '请选择',
  medium: '纸质还是电子',
  send: '提交补正',
  sending: '正在提交…',
  again: (retry: number) => `网络不稳，正在再试第 ${retry} 次，内容都还在…`,
  cancel: '先不补正',
  corrected: '补正已经收到，期限重新起算。',
  problem: (field: string, what: string) => `${field}：${what}`,
  mend: (count: number) => `有 ${count} 处要改`,
  problems: {
    'one-of-three': '请至少写一项：名称、文号或者描述。',
    required: '请选择一项。',
    'medium-does-not-fit': '这种方式给不了这种载体，请换一种。',
    'too-long': '写得太长了，请缩短一些。',
  } as Partial<Record<FieldCode, string>>,
  otherProblem: '这一项要改一下。',
  elsewhere: '申请里还有别的地方要改，这里改不了，请给办理的单位打电话。',
  refused: '现在不能这样做了，申请可能刚有了新的进展。请再查一次。',
  lookAgain: '再查一次',
  withdraw: '要撤回这份申请吗？',
  withdrawWhat: '撤回以后，机关不再办理，也不再答复您。撤回了不能恢复，只能重新申请，期限从头算。',
  note: '为什么撤回（可以不写）',
  sure: '我知道撤回了不能恢复',
  needSure: '请先勾选“我知道撤回了不能恢复”。',
  keep: '不撤回',
  doWithdraw: '确定撤回',
  withdrawing: '正在撤回…',
  withdrawn: '申请已经撤回。',
};
export type ActsStrings = typeof zhHans;

export const actsStrings: StringTable<ActsStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./application-status.acts.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./application-status.acts.strings.en.ts').then((m) => m.en),
};
