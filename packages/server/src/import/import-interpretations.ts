import {createHash} from 'node:crypto';
import {dirname} from 'node:path';
import type {Anchor, DocumentDetail, InterpretationFacet, InterpretationInput, Section} from '@zwgk/contract';
import {normaliseDocNumber, reviewInterpretation} from '@zwgk/rules';
import type {InterpretationRecord, SaveResult, Store} from '../store/store.ts';
import {contractErrors} from './contract-check.ts';
import {listFiles} from './files.ts';
import {readInterpretationFile, type ParsedInterpretation} from './interpretation-file.ts';
import {readMedia} from './interpretation-media.ts';
import type {ImportProblem} from './problem.ts';
import {Quotes, type QuoteFault} from './quotes.ts';
import {sanitiseInterpretation} from './sanitise.ts';
import type {FileInput} from './source.ts';

/** What the interpretation importer needs of the store. */
export type InterpretationTarget = Pick<
  Store,
  | 'findAgency'
  | 'listDocuments'
  | 'getDocument'
  | 'listDocumentVersions'
  | 'documentVersionText'
  | 'getInterpretation'
  | 'saveInterpretations'
>;

export interface ImportInterpretationsOptions {
  /** RFC 3339 instant of the import. */
  readonly now: string;
  /** Import the files that are right although others have errors. */
  readonly partial?: boolean;
  /** A quote that does not stand in the document is a warning. */
  readonly lenient?: boolean;
  /** Folder of captions and transcripts; that of the file itself where absent. */
  readonly media?: string;
  /** Mark as invented sample data. */
  readonly demo?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ImportInterpretationsResult extends SaveResult {
  readonly problems: ImportProblem[];
  /** Interpretations that the readable files hold, stored or not. */
  readonly interpretations: number;
}

/**
 * Imports interpretations from a folder (not its sub-folders) or a list of Markdown files, under every rule that the API
 * has for them (R4.1, R4.8, R3.4). The same files again change nothing. With an error in any file nothing is stored,
 * unless `partial`.
 */
export async function importInterpretations(
  store: InterpretationTarget,
  input: string | readonly FileInput[],
  options: ImportInterpretationsOptions,
): Promise<ImportInterpretationsResult> {
  const problems: ImportProblem[] = [];
  const files = await listFiles(input, ['.md'], problems);
  const records: (InterpretationRecord & {readonly file: string})[] = [];
  for (const [i, file] of files.entries()) {
    const read = await readInterpretationFile(file);
    problems.push(...read.problems);
    const isRight = read.record && !read.problems.some(({severity}) => severity === 'error');
    const folder = options.media ?? (typeof file === 'string' ? dirname(file) : '.');
    const record = isRight ? await new Resolver(store, options, read.record!, problems).record(folder) : undefined;
    const twin = record && records.find(({id}) => id === record.id);
    if (twin) {
      const message = `和“${twin.file}”是同一份解读（文件、标题、日期或编号相同），只导入前一份。`;
      problems.push({file: read.record!.file, code: 'duplicate-interpretation', message, severity: 'warning'});
    } else if (record) records.push({...record, file: read.record!.file});
    options.onProgress?.(i + 1, files.length);
  }
  const none = {added: 0, changed: 0, unchanged: 0};
  const done = {interpretations: records.length, problems};
  if (problems.some(({severity}) => severity === 'error') && !options.partial) return {...none, ...done};
  const saved = await store.saveInterpretations(
    records.map(({file: _, ...record}) => record),
    options.now,
  );
  return {...saved, ...done};
}

/** Turns what one file says into a record, against the document and the rules. */
class Resolver {
  readonly #store: InterpretationTarget;
  readonly #options: ImportInterpretationsOptions;
  readonly #parsed: ParsedInterpretation;
  readonly #problems: ImportProblem[];
  #failed = false;

  constructor(store: InterpretationTarget, options: ImportInterpretationsOptions, parsed: ParsedInterpretation, problems: ImportProblem[]) {
    this.#store = store;
    this.#options = options;
    this.#parsed = parsed;
    this.#problems = problems;
  }

  /** `undefined` when the file cannot be imported as it stands. @param folder Where captions and transcripts are. */
  async record(folder: string): Promise<InterpretationRecord | undefined> {
    const document = await this.#document();
    if (!document) return undefined;
    const {file, meta, questions, lines} = this.#parsed;
    const id = this.#parsed.id ?? derivedId(document.id, meta.title ?? file, meta.publishedOn ?? '');
    const stored = await this.#store.getInterpretation(id);
    if (stored && stored.document !== document.id)
      return this.#reject('id-taken', `编号“${id}”已经是另一份文件的解读，请换一个编号。`, 'id');
    const names = async (codes: readonly string[]): Promise<string[]> =>
      Promise.all(codes.map(async (code) => (await this.#store.findAgency(code))?.name ?? code));
    const [responsible] = meta.responsible === undefined ? [] : await names([meta.responsible]);
    const media = await readMedia(this.#parsed, folder, (message) => this.#reject('captions', message, 'media'));
    const made = stored?.facets.flatMap(({explanations}) => explanations.flatMap(({anchors}) => anchors));
    const facets = await this.#anchored(document, made?.find(({documentVersion}) => documentVersion)?.documentVersion);
    const input = {
      ...meta,
      document: document.id,
      ...(responsible === undefined ? {} : {responsible}),
      ...(meta.coResponsible ? {coResponsible: await names(meta.coResponsible)} : {}),
      facets,
      questions: [...questions],
      media,
    } as InterpretationInput;
    if (this.#failed) return undefined;
    const wrong = contractErrors('InterpretationInput', input).map(({path}) => path.slice(1));
    if (wrong.length > 0) {
      const line = lines.get(wrong[0]!.split('/')[0]!);
      return this.#reject('invalid-field', `这些内容不合要求（缺少、太长或者格式不对）：${[...new Set(wrong)].join('、')}。`, line);
    }
    for (const {code, path, message, rule} of reviewInterpretation(input, document))
      this.#reject(code, `${message}（${rule}）`, path.split('/')[1]);
    return this.#failed ? undefined : {id, input: sanitiseInterpretation(input), ...(this.#options.demo ? {demo: true} : {})};
  }

  /** @param at Line, or key of the front matter. */
  #reject(code: string, message: string, at?: number | string): undefined {
    this.#failed = true;
    this.#report('error', code, message, at);
  }

  #report(severity: ImportProblem['severity'], code: string, message: string, at?: number | string): void {
    const row = typeof at === 'string' ? this.#parsed.lines.get(at) : at;
    this.#problems.push({file: this.#parsed.file, code, message, severity, ...(row === undefined ? {} : {row})});
  }

  /** By id, or by number: then the one in force where several editions have it. */
  async #document(): Promise<(DocumentDetail & {body: Section[]}) | undefined> {
    const code = this.#parsed.document;
    const found = (await this.#store.getDocument(code)) ?? (await this.#byNumber(code));
    if (!found)
      return this.#failed
        ? undefined
        : this.#reject('unknown-document', `没有找到文件“${code}”，请先导入文件，或者改正发文字号。`, 'document');
    if (!found.body) return this.#reject('document-not-public', '文件不公开，它的解读也不能公开（R3.4）。', 'document');
    return {...found, body: found.body};
  }

  async #byNumber(code: string): Promise<DocumentDetail | undefined> {
    const compact = (number: string): string => normaliseDocNumber(number) ?? number.replace(/\s/g, '');
    const {items} = await this.#store.listDocuments({q: code, limit: 100});
    const same = items.filter(({docNumber, docNumbers = []}) =>
      [docNumber ?? '', ...docNumbers].some((one) => compact(one) === compact(code)),
    );
    const inForce = same.filter(({validity}) => validity === 'in_force');
    const [only, second] = inForce.length > 0 ? inForce : same;
    if (second)
      return this.#reject(
        'ambiguous-document',
        `有 ${same.length} 份文件的字号是“${code}”，请改写编号：${same.map(({id}) => id).join('、')}。`,
        'document',
      );
    return only && this.#store.getDocument(only.id);
  }

  /**
   * Facets anchored to the version that holds every quote: the one that they were made against before, else the newest.
   * So an interpretation that was overtaken by its document can be imported again, and changes nothing (R4.5).
   */
  async #anchored(document: DocumentDetail & {body: Section[]}, before: number | undefined): Promise<InterpretationFacet[]> {
    const now = this.#withAnchors(document.body, document.version);
    if (now.faults.length === 0 && (before === undefined || before === document.version)) return now.facets;
    const versions = ((await this.#store.listDocumentVersions(document.id)) ?? []).map(({version}) => version);
    for (const version of versions
      .filter((one) => one !== document.version)
      .toSorted((a, b) => Number(b === before) - Number(a === before))) {
      if (now.faults.length === 0 && version !== before) break;
      const body = await this.#store.documentVersionText(document.id, version);
      const then = body && this.#withAnchors(body, version);
      if (then?.faults.length === 0) return then.facets;
    }
    for (const {line, fault} of now.faults)
      if (this.#options.lenient) this.#report('warning', 'quote-not-found', fault, line);
      else this.#reject('quote-not-found', fault, line);
    return now.facets;
  }

  #withAnchors(body: readonly Section[], version: number): {facets: InterpretationFacet[]; faults: (QuoteFault & {line: number})[]} {
    const quotes = new Quotes(body);
    const faults: (QuoteFault & {line: number})[] = [];
    const facets = this.#parsed.facets.map(({explanations, changes, ...facet}) => ({
      ...facet,
      explanations: explanations.map(({blocks, quotes: named}) => ({
        blocks,
        anchors: named.flatMap((quote): Anchor[] => {
          const found = quotes.find(quote);
          if (!('fault' in found)) return [{...found, documentVersion: version}];
          faults.push({...found, line: quote.line});
          return found.anchor ? [found.anchor] : [];
        }),
      })),
      ...(changes.length > 0 ? {changes: [...changes]} : {}),
    }));
    return {facets, faults};
  }
}

/** Document, title and date make the id. */
function derivedId(...parts: readonly string[]): string {
  return `int-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)}`;
}
