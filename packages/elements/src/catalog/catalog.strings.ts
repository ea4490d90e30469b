import type {StringTable} from '../foundation/strings.ts';

/** Sentences of the list; those of what opens on demand load with it (`catalog.details.strings.ts`). */
export const zhHans = {
  title: '政务公开事项目录',
  lead: '每一项都写明由谁公开、公开什么、什么时候公开。没有列出的，可以申请公开。',
  find: '查找事项',
  findHelp: '可以写事项名称、公开内容或者文号，繁体、简体都行。',
  findButton: '查找',
  filter: (n: number) => (n > 0 ? `筛选（已选 ${n} 项）` : '筛选'),
  browse: '按地区、单位浏览',
  results: '查找结果',
  found: (total: string, first: number, last: number) => `找到 ${total} 项，现在显示第 ${first}–${last} 项`,
  foundNone: '没有找到',
  filtering: '正在查找…',
  take: '下载、订阅、打印',
  caption: '政务公开事项目录查找结果',
  column: {
    matter: '公开事项',
    content: '公开内容',
    who: '谁来公开',
    disclosure: '公开属性',
    when: '多久公开，最近更新',
    whenShort: '多久公开',
  },
  details: '依据、渠道和对象',
  updated: '更新于 ',
  neverUpdated: '还没有公开记录',
  change: {added: '新增', changed: '变更'},
  freshness: {
    due_soon: (left: number) => (left > 0 ? `还有 ${left} 个工作日到期` : '今天到期'),
    late: (by: number) => `比承诺晚了 ${by} 个工作日`,
  },
  provisional: '（预计，下一年放假安排公布后可能调整）',
  withheldShort: (reason: string) => `不公开。理由：${reason}`,
  pager: '翻页',
  firstPage: '首页',
  prev: '上一页',
  next: '下一页',
  pageOf: (page: number, pages: string) => `第 ${page} 页，共 ${pages} 页`,
  emptyTitle: '没有符合条件的事项',
  emptyHelp: '可以去掉一个条件，或者换一个说法再找。',
  nothingYet: '这里还没有发布目录。',
  missing: '目录里没有？',
  apply: '申请公开这条信息',
  missingRest: '，一般不收费，20 个工作日内答复。也可以先打 12345 问一问。',
  missingPlain: '可以向公开单位申请公开，一般不收费，20 个工作日内答复。也可以先打 12345 问一问。',
  /** Terms of closed vocabularies by name and value. The server sends them in Simplified Chinese. */
  terms: {} as Partial<Record<string, Record<string, string>>>,
};
export type CatalogStrings = typeof zhHans;

export const catalogStrings: StringTable<CatalogStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./catalog.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./catalog.strings.en.ts').then((m) => m.en),
};
