import type {StringTable} from '../foundation/strings.ts';

export const zhHans = {
  loading: '正在打开文件…',
  meta: '文件信息',
  indexNo: '索引号',
  subject: '主题分类',
  issuer: '发文机关',
  coIssuers: '联合发文',
  writtenOn: '成文日期',
  docNumber: '发文字号',
  publishedOn: '发布日期',
  effectiveOn: '施行日期',
  repealedOn: '废止日期',
  keywords: '关键词',
  genre: '公文种类',
  abstract: '内容概述',
  validity: '有效性',
  disclosure: '公开属性',
  validities: {in_force: '有效', amended: '已修改', expired: '失效', repealed: '废止'} as Record<string, string>,
  notice: {
    amended: '这份文件后来改过，请以新的文本为准。',
    expired: '这份文件已经失效，仅供查阅。',
    repealed: '这份文件已经废止，仅供查阅。',
  } as Record<string, string>,
  disclosures: {proactive: '主动公开', partial: '部分公开', on_request: '依申请公开', withheld: '不予公开'} as Record<string, string>,
  reason: {withheld: '这份文件不予公开', on_request: '这份文件要申请才公开', partial: '这份文件有一部分没有公开', proactive: ''} as Record<
    string,
    string
  >,
  reasonText: '理由：',
  reasonBasis: '依据：',
  requestHow: '需要的，可以向发文机关申请公开，一般不收费，20 个工作日内答复。',
  withheldPart: '此处不公开',
  toc: '目录',
  jump: '跳到第几条',
  jumpGo: '跳转',
  copyFailed: '没有复制成功，请选中文字后自己复制。',
  jumpChoose: '请选择',
  attachments: '附件',
  cite: '复制引用',
  link: '复制链接',
  copied: '已复制。',
  print: '打印',
  hash: '正文校验码（SHA-256）',
  linkTo: (name: string) => `${name}的链接`,
};
export type DocumentStrings = typeof zhHans;

export const documentStrings: StringTable<DocumentStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./document.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./document.strings.en.ts').then((m) => m.en),
};
