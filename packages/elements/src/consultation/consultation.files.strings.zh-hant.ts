import {bytes} from '../foundation/file.strings.ts';
import {zhHant as files} from '../foundation/file.strings.zh-hant.ts';
import type {FilesStrings} from './consultation.files.strings.ts';

export const zhHant: FilesStrings = {
  ...files,
  attachments: '附件（可以不加）',
  help: (count, most) => `可以加 JPG、PNG、PDF、DOCX，每個不超過 ${bytes(most)}，最多 ${count} 個。只給主辦單位看，不公開。`,
  waiting: '還在上傳，傳好再提交。',
};
