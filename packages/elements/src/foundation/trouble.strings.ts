import type {StringTable} from './strings.ts';

/** Why something failed, by code: loaded when something does. */
export const zhHans = {
  fallback: '您可以先用这些链接：',
  unconfigured: '这里还没有接好数据服务。',
  failed: {
    'script-missing': '页面缺少一个组件文件，这里暂时打不开。',
    'blocked-by-csp': '本网站的安全设置拦住了数据，这里暂时打不开。',
    'cors-refused': '数据服务还没有认可本网站，这里暂时打不开。',
    'contract-mismatch': '数据服务的版本和本页不一致，这里暂时打不开。',
    intercepted: '网络中途返回了别的页面。如果您在用公共无线网，请先登录网络，再试一次。',
    unreachable: '数据服务没有应答，可能正在维护。请过一会儿再试。',
    timeout: '等了很久没有应答，网络可能太慢。请再试一次。',
    'not-found': '没有找到这一条，它可能已经撤下或者换了地址。',
    rejected: '服务没有接受这次查询，请换一个条件再试。',
    'server-error': '数据服务出了故障，不是您的问题。请过一会儿再试。',
    aborted: '已取消。',
  } as Record<string, string>,
};
export type TroubleStrings = typeof zhHans;

export const troubleStrings: StringTable<TroubleStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./trouble.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./trouble.strings.en.ts').then((m) => m.en),
};
