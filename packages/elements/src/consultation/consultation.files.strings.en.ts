import {bytes} from '../foundation/file.strings.ts';
import {en as files} from '../foundation/file.strings.en.ts';
import type {FilesStrings} from './consultation.files.strings.ts';

export const en: FilesStrings = {
  ...files,
  attachments: 'Files (not required)',
  help: (count, most) =>
    `JPG, PNG, PDF or DOCX, each up to ${bytes(most)}, ${count} at most. Only the sponsor sees them; they are not published.`,
  waiting: 'Still being uploaded. Please send when that is done.',
};
