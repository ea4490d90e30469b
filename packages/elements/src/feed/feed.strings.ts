import type {StringTable} from '../foundation/strings.ts';

export const zhHans = {
  title: '上级政策转载',
  newTab: '（打开新标签页）',
  /** Two phrases; `days` from publication to repost by the calendar, both dates as people say them. */
  when: (published: string, days: number, reposted: string, clock: string): readonly string[] => {
    const day = days === 0 ? '当天' : days === 1 ? '第二天' : days > 1 ? `过了 ${days} 天，${reposted}` : reposted;
    return [`${published}发布，`, `${day} ${clock} 转载`];
  },
  identical: '与原文一致',
  differs: '与原文不一致，请以原文为准。',
  source: '看原文',
  hash: '校验码',
  copyHash: '复制校验码',
  hashOf: (title: string) => `：${title}`,
  copied: '已复制。',
  copyFailed: '没有复制成功，请选中后自己复制。',
  more: '再看几条',
  adding: '正在加载…',
  all: '全部转载',
  empty: '还没有转载上级政策。',
  found: (total: number) => `转载的上级政策共 ${total} 条`,
  added: (count: number, total: number) => `又列出 ${count} 条，共 ${total} 条`,
};
export type FeedStrings = typeof zhHans;

export const feedStrings: StringTable<FeedStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./feed.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./feed.strings.en.ts').then((m) => m.en),
};
