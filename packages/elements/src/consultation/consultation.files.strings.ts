import {bytes, zhHans as files} from '../foundation/file.strings.ts';
import type {StringTable} from '../foundation/strings.ts';

/** Sentences of files that go with comments. */
export const zhHans = {
  ...files,
  attachments: '附件（可以不加）',
  help: (count: number, most: number) =>
    `可以加 JPG、PNG、PDF、DOCX，每个不超过 ${bytes(most)}，最多 ${count} 个。只给主办单位看，不公开。`,
  waiting: '还在上传，传好再提交。',
};
export type FilesStrings = typeof zhHans;

export const filesStrings: StringTable<FilesStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./consultation.files.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./consultation.files.strings.en.ts').then((m) => m.en),
};
