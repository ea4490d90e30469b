import type {StringTable} from '../foundation/strings.ts';

const faults: Readonly<Record<string, string>> = {
  required: '这一题要回答。',
  'unknown-option': '这个选项已经没有了，请重选。',
  'too-few': '选得太少。',
  'too-many': '选得太多。',
  'out-of-range': '请重选。',
  'too-long': '太长了，请缩短。',
  'unknown-question': '这一题已经没有了。',
  'survey-changed': '问卷刚刚改过，请再看一遍。',
};

/** Sentences of surveys: the form, the last look, and the results. */
export const zhHans = {
  colon: '：',
  survey: '问卷',
  intro: (count: number) => `共 ${count} 题。可以只答问卷，也可以只提意见。`,
  later: '结果在征集截止后公布。',
  now: '结果随时可以看，在这一页的下面。',
  texts: '填写的文字只给主办单位看，不公开。',
  fill: '填写问卷',
  fold: '收起问卷',
  progress: (answered: number, count: number) => `已答 ${answered} 题，共 ${count} 题`,
  required: '（必答）',
  several: (least: number, most: number, count: number) =>
    least > 0 ? (least === most ? `选 ${most} 项` : `选 ${least} 到 ${most} 项`) : most < count ? `最多选 ${most} 项` : '可以选几项',
  clear: '清除这一题',
  count: (count: number, most: number) => `已写 ${count} 字，最多 ${most} 字`,
  end: (value: number, label: string) => `${value}（${label}）`,
  done: '答好了，核对并提交',
  clearAll: '清空问卷',
  cleared: '问卷已清空。',
  undo: '撤销',
  problems: '问卷还有几处要看',
  fault: (code: string) => faults[code] ?? '请再看看。',
  none: '没有回答',
  change: '改答案',
  results: '问卷结果',
  loading: '正在取问卷结果…',
  failed: '没有取到问卷结果。',
  participants: (count: number) => `收到 ${count} 份答案`,
  nobody: '没有人回答。',
  caution: '每张回执算一份。参加的人是自愿的，结果不代表所有人的意见。',
  setAside: (count: number) => `另有 ${count} 份像是程序填写的，没有计入。`,
  answered: (answered: number, skipped: number) => `${answered} 份回答${skipped > 0 ? `，${skipped} 份没有回答` : ''}`,
  over: '可以选几项，比例加起来会超过 100%。',
  mean: (mean: string) => `平均 ${mean}`,
  chosen: (count: number, percent: string) => `${count} 份，${percent}`,
  under: '不到 1%',
  noTexts: '填写的文字由主办单位研究，不在这里公开。',
  mine: '我的问卷答案',
  counted: '已计入结果。',
  withdraw: '撤回问卷答案',
  withdrawSure: '撤回以后，这份答案不再计入结果，不能恢复。',
  withdrawYes: '确定撤回',
  withdrawNo: '不撤回',
  withdrawn: '答案已经撤回，不再计入结果。',
  aside: '像是程序填写的，没有计入结果。',
};
export type SurveyStrings = typeof zhHans;

export const surveyStrings: StringTable<SurveyStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./consultation.survey.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./consultation.survey.strings.en.ts').then((m) => m.en),
};
