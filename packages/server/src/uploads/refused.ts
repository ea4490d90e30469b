/** Why a file is not taken; the word goes to the client, which says it in the visitor's language. */
export type Refusal =
  'empty' | 'type' | 'name' | 'extension' | 'polyglot' | 'damaged' | 'active' | 'macro' | 'encrypted' | 'bomb' | 'infected';

export const REFUSALS: Readonly<Record<Refusal, string>> = {
  empty: '文件是空的',
  type: '只接收 JPG、PNG 图片，PDF 和 Word（.docx）文件',
  name: '文件名不对，应当以 .jpg、.png、.pdf 或者 .docx 结尾',
  extension: '文件的内容与扩展名不符',
  polyglot: '文件里夹带了别的内容',
  damaged: '文件不完整',
  active: '文件里有会自动运行的内容',
  macro: 'Word 文件里有宏或者嵌入的对象',
  encrypted: '文件有密码，打不开',
  bomb: '文件展开后太大',
  infected: '安全检查没有通过',
};

export class FileRefusedError extends Error {
  override readonly name = 'FileRefusedError';
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}
