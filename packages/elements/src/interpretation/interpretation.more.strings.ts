/** What only some documents have to say; with `interpretation.more.ts`, so that not every reader waits for it. */
export const zhHansMore = {
  open: {
    pending: (due) => `待解读，应于${due}前发布`,
    overdue: (due) => `应于${due}前发布解读，现在还没有发布`,
  } as Readonly<Record<string, (due: string) => string>>,
  estimated: '（预计）',
  who: (name: string, why: string) => `负责解读的是${name}（${why}）。`,
  none: '这份文件还没有解读',
  noneHelp: '可以先看文件原文。有不明白的，问负责解读的部门。',
  times: '各次解读',
  shown: '正在看',
  phases: {before: '出台前', publication: '发布时', execution: '执行中'} as Readonly<Record<string, string>>,
  audience: '您是',
  everyone: '不限',
  changedHelp: '下面这些解读说的是旧文字，现在的文件里找不到了。请以现在的原文为准。',
  changedFrom: (facet: string) => `当时的解读（${facet}）`,
  stillThere: '这一条解读的其余部分还在上面。',
  also: (title: string) => `这一处还有：${title}`,
};
export type MoreStrings = typeof zhHansMore;
