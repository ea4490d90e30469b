import type {ChosenFile, FileTrouble} from './staged-files.ts';

const MB = 1024 * 1024;
export const bytes = (count: number): string =>
  count < MB / 10 ? `${Math.ceil(count / 1024)} KB` : `${(count / MB).toFixed(1).replace('.0', '')} MB`;

function fileTrouble(trouble: FileTrouble, max: number): string {
  const words: Readonly<Record<FileTrouble, string>> = {
    kind: '这种格式收不了。请另存为 JPG、PNG、PDF 或者 DOCX，再选一次。',
    size: `超过了 ${bytes(max)}。请压缩一下，再选一次。`,
    empty: '这个文件是空的，请看看是不是选错了。',
    many: '超过了个数，请先移除一个。',
    changed: '这个文件在选好以后被改过、移走或者删除了，请重新选一次。其他内容都还在。',
    refused: '服务器没有收这个文件。请看看能不能打开，或者另存一份再传。',
    network: '没有传上去。',
  };
  return words[trouble];
}

const fileSaid = ({file, trouble}: ChosenFile): string => (trouble ? `${file.name}：没有传上去` : `${file.name}：已经传好`);

/** Sentences of files that are chosen; they come with those of the form. */
export const zhHans = {
  fileChoose: '选择文件',
  fileAgain: '再传一次',
  fileRemove: '移除',
  fileCancel: '取消上传',
  fileProgress: (name: string) => `${name}的上传进度`,
  fileDone: (size: number) => `${bytes(size)}，已传好`,
  fileSent: (sent: number, size: number) => `${bytes(size)}，已传 ${bytes(sent)}`,
  fileTrouble,
  fileSaid,
  bytes,
};
export type FileStrings = typeof zhHans;
