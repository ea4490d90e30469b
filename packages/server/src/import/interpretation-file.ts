import type {InterpretationFacet, InterpretationMeta, Media, PolicyChange, ProseBlock, Question} from '@zwgk/contract';
import {INTERPRETATION_FORMS, INTERPRETATION_PHASES} from '@zwgk/contract';
import {codeOf} from './facets.ts';
import {asText, splitYaml} from './front-matter.ts';
import {InterpretationBody} from './interpretation-body.ts';
import type {ImportProblem} from './problem.ts';
import type {Quote} from './quotes.ts';
import {cleanText, decodeText, readSource, type FileInput, type Source} from './source.ts';

/** Words, and the passages of the document that they explain, as the file quotes them. */
export interface ParsedExplanation {
  readonly blocks: ProseBlock[];
  readonly quotes: readonly Quote[];
}

export interface ParsedFacet extends Pick<InterpretationFacet, 'kind' | 'heading'> {
  readonly explanations: readonly ParsedExplanation[];
  readonly changes: readonly PolicyChange[];
}

/** A picture, sound or film; captions and transcript are files beside it. */
export interface ParsedMedia extends Partial<Media> {
  readonly captions?: string;
  readonly transcript?: string;
}

/** An interpretation as one file gives it. */
export interface ParsedInterpretation {
  readonly file: string;
  readonly id?: string;
  /** Number or id of the document. */
  readonly document: string;
  readonly meta: Partial<Omit<InterpretationMeta, 'document'>>;
  readonly facets: readonly ParsedFacet[];
  readonly questions: readonly Question[];
  readonly media: readonly ParsedMedia[];
  /** Line of each key of the front matter. */
  readonly lines: ReadonlyMap<string, number>;
}

export interface InterpretationFile {
  /** None when the file cannot be read as an interpretation. */
  readonly record?: ParsedInterpretation;
  readonly problems: ImportProblem[];
}

const META = [
  ...[
    'title',
    'phase',
    'forms',
    'publishedOn',
    'publishedAt',
    'responsible',
    'coResponsible',
    'audience',
    'pressRelease',
    'url',
    'interpreter',
  ],
] as const;
/** `backLink` marks a sample of what `zwgk check links` finds; it says nothing about the interpretation. */
const KNOWN = new Set<string>([...META, 'id', 'document', 'media', 'backLink']);

/**
 * Reads one interpretation: YAML front matter, then a `##` heading for each content of R4.7 in its Chinese name. Lines
 * after `> ` quote the document, a table below 新旧政策差异 gives the changes, `###` below 问答 a question. Never throws.
 */
export async function readInterpretationFile(input: FileInput): Promise<InterpretationFile> {
  const file = typeof input === 'string' ? (input.split(/[\\/]/).at(-1) ?? input) : input.name;
  const fail = (code: string, message: string): InterpretationFile => ({problems: [{file, code, message, severity: 'error'}]});
  if (!file.toLowerCase().endsWith('.md')) return fail('unknown-format', '解读只能从 Markdown（.md）文件导入。');
  let source: Source;
  try {
    source = await readSource(input);
  } catch {
    return fail('unreadable', '文件打不开或者超过 50 MB，请检查文件是否存在、是否有读取权限。');
  }
  try {
    return parse(file, cleanText(decodeText(source.bytes)));
  } catch {
    return fail('front-matter', '文件开头两行“---”之间的元数据不是正确的 YAML，请检查缩进、冒号和引号。');
  }
}

function parse(file: string, text: string): InterpretationFile {
  const {data, body} = splitYaml(text);
  const problems: ImportProblem[] = [];
  const report = (severity: ImportProblem['severity'], code: string, message: string, row?: number): void =>
    void problems.push({file, code, message, severity, ...(row === undefined ? {} : {row})});
  if (!data) {
    report('error', 'front-matter', '文件要以元数据开头：两行“---”之间写 title、document、phase、forms、publishedOn、responsible。', 1);
    return {problems};
  }
  const front = text.slice(0, text.length - body.length);
  const lines = new Map(front.split('\n').flatMap((line, i) => (/^\w+(?=:)/.exec(line) ?? []).map((key) => [key, i + 1] as const)));
  for (const key of Object.keys(data))
    if (!KNOWN.has(key)) report('warning', 'unknown-field', `元数据里的“${key}”不认识，已略过。`, lines.get(key));
  const document = text1(data['document']);
  if (document === undefined) {
    report('error', 'document-missing', '请在元数据里用 document 写明解读的是哪份文件：发文字号，或者编号。', 1);
    return {problems};
  }
  const read = new InterpretationBody(front.split('\n').length - 1, (code, message, row) => report('error', code, message, row)).read(body);
  const id = text1(data['id']);
  const media = Array.isArray(data['media']) ? (data['media'] as ParsedMedia[]) : [];
  const record = {file, ...(id === undefined ? {} : {id}), document, meta: metaOf(data), ...read, media: media.map(trimmed), lines};
  return {record, problems};
}

const text1 = (value: unknown): string | undefined => (value === undefined || value === null ? undefined : String(asText(value)).trim());

/** Texts of several lines end with a line feed in YAML. */
const trimmed = (media: ParsedMedia): ParsedMedia => ({...media, ...(typeof media.text === 'string' ? {text: media.text.trim()} : {})});

function metaOf(data: Readonly<Record<string, unknown>>): ParsedInterpretation['meta'] {
  const given = Object.fromEntries(
    META.flatMap((key) => (data[key] === undefined || data[key] === null ? [] : [[key, asText(data[key])]])),
  );
  const {phase, forms} = given;
  return {
    ...given,
    ...(phase === undefined ? {} : {phase: codeOf(INTERPRETATION_PHASES, phase)}),
    ...(Array.isArray(forms) ? {forms: forms.map((form) => codeOf(INTERPRETATION_FORMS, form))} : {}),
  } as ParsedInterpretation['meta'];
}
