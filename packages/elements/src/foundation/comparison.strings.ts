/** Sentences of two texts beside each other; they come with those of the slice that shows them. */
export const zhHans = {
  compared: '新旧对照',
  version: (number: number) => `第 ${number} 版`,
  from: '原来：',
  to: '现在：',
  counts: ({changed, added, removed, moved, same}: Readonly<Record<string, number>>) =>
    [
      changed && `改动 ${changed} 处`,
      added && `新增 ${added} 处`,
      removed && `删除 ${removed} 处`,
      moved && `移动 ${moved} 处`,
      same && `没变 ${same} 处`,
    ]
      .filter(Boolean)
      .join('，'),
  identical: '两个文本一字不差。',
  onlyChanges: '只看有变化的',
  changes: {changed: '有改动', added: '新增', removed: '删除', moved: '换了位置', same: '没变'} as Record<string, string>,
  inserted: '新增：',
  deleted: '删除：',
  endOfChange: '。',
  unnamed: '正文',
  legend: '下划线的是新增的字，删除线的是删去的字。',
};
export type ComparisonStrings = typeof zhHans;
