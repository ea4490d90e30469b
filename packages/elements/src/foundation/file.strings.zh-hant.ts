import {bytes, type FileStrings} from './file.strings.ts';
import type {ChosenFile, FileTrouble} from './staged-files.ts';

function fileTrouble(trouble: FileTrouble, max: number): string {
  const words: Readonly<Record<FileTrouble, string>> = {
    kind: '這種格式收不了。請另存為 JPG、PNG、PDF 或者 DOCX，再選一次。',
    size: `超過了 ${bytes(max)}。請壓縮一下，再選一次。`,
    empty: '這個文件是空的，請看看是不是選錯了。',
    many: '超過了個數，請先移除一個。',
    changed: '這個文件在選好以後被改過、移走或者刪除了，請重新選一次。其他內容都還在。',
    refused: '服務器沒有收這個文件。請看看能不能打開，或者另存一份再傳。',
    network: '沒有傳上去。',
  };
  return words[trouble];
}

const fileSaid = ({file, trouble}: ChosenFile): string => (trouble ? `${file.name}：沒有傳上去` : `${file.name}：已經傳好`);

export const zhHant: FileStrings = {
  fileChoose: '選擇文件',
  fileAgain: '再傳一次',
  fileRemove: '移除',
  fileCancel: '取消上傳',
  fileProgress: (name: string) => `${name}的上傳進度`,
  fileDone: (size: number) => `${bytes(size)}，已傳好`,
  fileSent: (sent: number, size: number) => `${bytes(size)}，已傳 ${bytes(sent)}`,
  fileTrouble,
  fileSaid,
  bytes,
};
