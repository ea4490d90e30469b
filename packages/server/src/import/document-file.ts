import type {DocumentMeta, Section} from '@zwgk/contract';
import mammoth from 'mammoth';
import {contractErrors} from './contract-check.ts';
import {visibleDocx} from './docx.ts';
import {splitFrontMatter, type FrontMatter, type ItemReference} from './front-matter.ts';
import {articleMarker, itemMarker} from './markers.ts';
import {fromHtml, fromMarkdown, fromText, type Paragraph} from './paragraphs.ts';
import type {ImportProblem} from './problem.ts';
import {isPromulgationLine, readPromulgation} from './promulgation.ts';
import {sanitiseSections} from './sanitise.ts';
import {cleanText, decodeText, readSource, type FileInput, type Source} from './source.ts';
import {toSections} from './structure.ts';

/** A document as one file gives it: what the file says, nothing made up. */
export interface ParsedDocument {
  readonly file: string;
  /** Given in front matter only. */
  readonly id?: string;
  readonly meta: Partial<DocumentMeta> & Pick<DocumentMeta, 'title'>;
  /** Plan and material of its interpretation (R4.3). */
  readonly plan?: NonNullable<FrontMatter['plan']>;
  readonly items: readonly (string | ItemReference)[];
  readonly body: Section[];
  /** Last modification of the file, epoch milliseconds. */
  readonly modified?: number;
}

export interface DocumentFile {
  /** One record; none when the file cannot be read as a document. */
  readonly records: ParsedDocument[];
  readonly problems: ImportProblem[];
}

/** Endings that `readDocumentFile` reads. */
export const DOCUMENT_ENDINGS = ['.md', '.txt', '.html', '.htm', '.docx'] as const;

const GENRES = ['决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '函', '纪要'];

/**
 * Reads one document (Markdown with optional YAML front matter, plain text, HTML, DOCX) into the official
 * header and structured text. Never throws: what is wrong comes back as a problem in plain words.
 */
export async function readDocumentFile(input: FileInput): Promise<DocumentFile> {
  const file = typeof input === 'string' ? (input.split(/[\\/]/).at(-1) ?? input) : input.name;
  const fail = (code: string, message: string): DocumentFile => ({records: [], problems: [{file, code, message, severity: 'error'}]});
  let source: Source;
  try {
    source = await readSource(input);
  } catch {
    return fail('unreadable', '文件打不开或者超过 50 MB，请检查文件是否存在、是否有读取权限。');
  }
  if (source.bytes.length === 0) return fail('empty', '文件是空的。');
  try {
    return await parse(source);
  } catch (error) {
    if (error instanceof FrontMatterError)
      return fail('front-matter', '文件开头两行“---”之间的元数据不是正确的 YAML，请检查缩进、冒号和引号。');
    return fail('unreadable', '文件已损坏或者不是它的后缀所说的格式，请用原来的软件打开后另存一次。');
  }
}

class FrontMatterError extends Error {}

async function parse(source: Source): Promise<DocumentFile> {
  const file = source.name;
  const problems: ImportProblem[] = [];
  const problem = (severity: ImportProblem['severity'], code: string, message: string): void =>
    void problems.push({file, code, message, severity});
  const content = await readContent(source);
  if (!content) {
    problem('error', 'unknown-format', '只能导入 Markdown、TXT、HTML 和 DOCX 文件。旧版 Word（.doc）请先另存为 .docx。');
    return {records: [], problems};
  }
  const {front} = content;
  if (content.hidden) {
    const message = `有 ${content.hidden} 处隐藏文字（网页里不显示的内容、Word 的隐藏文字）没有导入；要公开的，请取消隐藏后重新导入。`;
    problem('warning', 'hidden-left-out', message);
  }
  if (front?.id !== undefined && contractErrors('Id', front.id).length > 0) {
    problem('error', 'invalid-id', `元数据里的编号 id“${front.id}”不对：只能用字母、数字和 . _ ~ -，以字母或数字开头，最多 80 个字符。`);
    return {records: [], problems};
  }
  for (const key of content.unknown) problem('warning', 'unknown-field', `元数据里的“${key}”不认识，已略过。`);
  const header = takeHeader(content.paragraphs, content.head);
  const meta = headerMeta(header, front?.meta ?? {}, file);
  const {sections, notes} = toSections(header.rest);
  for (const {code, message} of notes) problem('warning', code, message);
  if (sections.length === 0) {
    problem('error', 'empty', '没有读到正文。');
    return {records: [], problems};
  }
  if (!header.title && !front?.meta.title) problem('warning', 'title-missing', `正文前没有标题，暂用文件名“${meta.title}”作标题。`);
  const record: ParsedDocument = {
    file,
    ...(front?.id === undefined ? {} : {id: front.id}),
    meta,
    ...(front?.plan ? {plan: front.plan} : {}),
    items: front?.items ?? [],
    body: sanitiseSections(sections),
    ...(source.modified === undefined ? {} : {modified: source.modified}),
  };
  return {records: [record], problems};
}

interface Content {
  readonly front?: FrontMatter;
  /** Front-matter keys that mean nothing here. */
  readonly unknown: readonly string[];
  readonly paragraphs: Paragraph[];
  /** Lines above `<!-- INFO END -->`, where a Markdown file has that mark. */
  readonly head: readonly string[];
  /** Pieces of hidden text, which are left out. */
  readonly hidden: number;
}

/** The file's paragraphs, by its ending; `undefined` for a format that is not read. */
async function readContent({name, bytes}: Source): Promise<Content | undefined> {
  let hidden = 0;
  const count = (pieces: number): number => (hidden += pieces);
  const bare = (paragraphs: Paragraph[]): Content => ({unknown: [], head: [], paragraphs, hidden});
  switch (/\.[a-z]+$/i.exec(name)?.[0].toLowerCase()) {
    case '.docx': {
      const visible = await visibleDocx(bytes);
      hidden = visible.hidden;
      const {value} = await mammoth.convertToHtml({buffer: Buffer.from(visible.bytes)});
      return bare(fromHtml(value, count));
    }
    case '.html':
    case '.htm':
      return bare(fromHtml(decodeText(bytes), count));
    case '.txt':
      return bare(fromText(decodeText(bytes)));
    case '.md':
      return readMarkdown(decodeText(bytes));
    default:
      return undefined;
  }
}

function readMarkdown(text: string): Content {
  let split: ReturnType<typeof splitFrontMatter>;
  try {
    split = splitFrontMatter(text);
  } catch (error) {
    throw new FrontMatterError(undefined, {cause: error});
  }
  const {front, unknown, body} = split;
  let hidden = 0;
  const [head, ...rest] = body.split('<!-- INFO END -->');
  const paragraphs = fromMarkdown(rest.length ? rest.join('\n') : body, (pieces) => (hidden += pieces));
  return {
    ...(front ? {front} : {}),
    unknown,
    paragraphs,
    hidden,
    head: rest.length ? cleanText(head!).split('\n') : [],
  };
}

interface Header {
  readonly title?: string;
  readonly promulgation: string[];
  readonly rest: Paragraph[];
}

/** Title and promulgation lines before the text. `lines` is the head of the file where it marks the head's end. */
function takeHeader(paragraphs: Paragraph[], lines: readonly string[]): Header {
  const head = lines.map((line) => line.replace(/[\s\u3000]+/g, ' ').trim()).filter(Boolean);
  if (head[0]?.startsWith('# ')) {
    const title = head[0].slice(2).trim();
    return {title, promulgation: head.slice(1), rest: dropRepeatedTitle(paragraphs, title)};
  }
  let i = 0;
  let title: string | undefined;
  const first = paragraphs[0];
  const isTitle = first && first.kind !== 'withheld' && (first.kind === 'heading' ? first.level === 1 : isTitleLine(first.text));
  if (isTitle && (first.kind === 'heading' || paragraphs.length > 1)) {
    title = first.text;
    i = 1;
  }
  const promulgation = [...head];
  while (title && paragraphs[i]?.kind === 'text' && isPromulgationLine(paragraphs[i]!.text)) promulgation.push(paragraphs[i++]!.text);
  return {...(title ? {title} : {}), promulgation, rest: paragraphs.slice(i)};
}

const isTitleLine = (text: string): boolean =>
  text.length <= 80 && !/[。；：！？]$/.test(text) && !articleMarker(text) && !itemMarker(text);

/** Some texts print the title once more, cut into lines, above the first chapter. */
function dropRepeatedTitle(paragraphs: Paragraph[], title: string): Paragraph[] {
  const squeeze = (text: string): string => text.replace(/\s/g, '');
  let joined = '';
  for (let i = 0; i < Math.min(4, paragraphs.length); i++) {
    joined += squeeze(paragraphs[i]!.text);
    if (joined === squeeze(title)) return paragraphs.slice(i + 1);
  }
  return paragraphs;
}

/** The header's fields that the file itself gives; front matter wins. */
function headerMeta(header: Header, front: Partial<DocumentMeta>, file: string): ParsedDocument['meta'] {
  const stem = file.replace(/\.[a-z]+$/i, '');
  const version = /[(（](\d{4}-\d{2}-\d{2})[)）]$/.exec(stem)?.[1];
  const found = readPromulgation(header.promulgation);
  const date = version ?? found.issuedOn ?? found.effectiveOn;
  const title = front.title ?? header.title ?? stem.replace(/\s*[(（]\d{4}-\d{2}-\d{2}[)）]$/, '');
  const numbers = found.docNumbers;
  const genre = numbers.at(-1)?.includes('令') ? '命令（令）' : (GENRES.find((name) => title.endsWith(name)) ?? '其他');
  return {
    title: title.slice(0, 300),
    ...(date ? {writtenOn: date, publishedOn: date} : {}),
    ...(found.effectiveOn ? {effectiveOn: found.effectiveOn} : {}),
    ...(numbers.length ? {docNumber: numbers.at(-1)!, docNumbers: numbers} : {}),
    ...(header.promulgation.length ? {promulgation: header.promulgation.map((line) => line.slice(0, 2000))} : {}),
    genre,
    ...front,
  };
}
