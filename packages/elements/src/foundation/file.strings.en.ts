import {bytes, type FileStrings} from './file.strings.ts';
import type {FileTrouble} from './staged-files.ts';

const fileTrouble: FileStrings['fileTrouble'] = (trouble, max) => {
  const words: Readonly<Record<FileTrouble, string>> = {
    kind: 'This format cannot be taken. Please save it as JPG, PNG, PDF or DOCX, and choose it again.',
    size: `Larger than ${bytes(max)}. Please make it smaller, and choose it again.`,
    empty: 'The file is empty: perhaps it is the wrong one.',
    many: 'Too many files: please remove one first.',
    changed: 'The file was changed, moved or removed after you chose it. Please choose it again; everything else is still here.',
    refused: 'The server did not take this file. Please see whether it opens, or save a copy and send that.',
    network: 'It was not uploaded.',
  };
  return words[trouble];
};

export const en: FileStrings = {
  fileChoose: 'Choose files',
  fileAgain: 'Send again ',
  fileRemove: 'Remove ',
  fileCancel: 'Stop ',
  fileProgress: (name) => `Progress of ${name}`,
  fileDone: (size) => `${bytes(size)}, uploaded`,
  fileSent: (sent, size) => `${bytes(sent)} of ${bytes(size)}`,
  fileTrouble,
  fileSaid: ({file, trouble}) => (trouble ? `${file.name} was not uploaded` : `${file.name} is uploaded`),
  bytes,
};
