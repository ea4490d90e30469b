import type {StringTable} from '../foundation/strings.ts';
import type {MoreStrings} from './interpretation.more.strings.ts';

type Names = Readonly<Record<string, string>>;

export const zhHans = {
  title: '政策解读',
  about: '解读的文件：',
  caution: '解读帮您看懂文件，本身没有法律效力。以文件原文为准。',
  hint: '点原文旁的气泡，看那一条的解读。',
  panel: '解读',
  source: '文件原文',
  done: {on_time: () => '按时发布', late: (due) => `发布晚了（应于${due}前）`} as Readonly<Record<string, (due: string) => string>>,
  after: (minutes: number) =>
    `，文件发布后 ${minutes < 60 ? `${minutes}\u00a0分钟` : minutes < 2880 ? `${Math.floor(minutes / 60)}\u00a0小时` : `${Math.floor(minutes / 1440)}\u00a0天`}`,
  duties: {drafter: '起草部门', issuer: '制发部门', lead: '牵头部门'} as Names,
  forms: {
    text: '文字',
    infographic: '图解',
    audio: '音频',
    video: '视频',
    press_conference: '新闻发布会',
    interview: '访谈',
    article: '撰文',
    qa: '问答',
  } as Names,
  kinds: {
    background: '背景依据',
    objectives: '目标任务',
    content: '主要内容',
    scope: '涉及范围',
    standards: '执行标准',
    cautions: '注意事项',
    terms: '关键词诠释',
    benefits: '惠民利民举措',
    comparison: '新旧政策差异',
    other: '其他',
  } as Names,
  responsible: '解读部门',
  coResponsible: '配合部门',
  interpreter: '解读人',
  isHead: '第一解读人',
  published: '发布日期',
  form: '形式',
  audiences: '面向',
  press: '新闻稿',
  pressOpen: '看新闻稿（新窗口打开）',
  parts: (count: number) => `内容（${count} 项）`,
  media: '图解和音视频',
  questions: '问答',
  changed: '原文已更新',
  see: '看原文',
  states: {moved: '文件修改后，这段换了位置', reworded: '文件修改后，这段文字有改动'} as Names,
  back: (title: string) => `回到解读：${title}`,
  arrived: (section: string) => `已到原文${section}，按 Esc 键回到解读。`,
  marks: '原文旁边的解读标记',
  mark: (section: string, count: number, first: string) => `${section}有 ${count} 处解读：${first}`,
  elsewhere: '这个网页上的原文里没有找到这一处',
  gone: '您要看的解读已经撤下，下面是现有的。',
  change: {matter: '事项', before: '以前', after: '现在'},
};
/** Another language, loaded as a whole, holds the sentences of `interpretation.more.ts` too. */
export type EveryString = typeof zhHans & MoreStrings;
export type InterpretationStrings = typeof zhHans & Partial<MoreStrings>;

export const interpretationStrings: StringTable<InterpretationStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./interpretation.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./interpretation.strings.en.ts').then((m) => m.en),
};
