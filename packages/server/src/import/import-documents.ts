import {createHash} from 'node:crypto';
import type {Agency, DocumentMeta, Section} from '@zwgk/contract';
import {chinaDate, reasonMissing, reviewPublishedAt} from '@zwgk/rules';
import type {SaveResult, Store} from '../store/store.ts';
import {contractErrors} from './contract-check.ts';
import {DOCUMENT_ENDINGS, readDocumentFile, type ParsedDocument} from './document-file.ts';
import {listFiles} from './files.ts';
import type {ItemReference} from './front-matter.ts';
import type {ImportProblem} from './problem.ts';
import type {FileInput} from './source.ts';
import {linkVersions, type FileRecord, type LinkedVersions} from './versions.ts';

/** What the document importer needs of the store. */
export type DocumentTarget = Pick<
  Store,
  'findAgency' | 'listCatalogItems' | 'issuerOfDocument' | 'saveDocuments' | 'versionsOf' | 'amendDocuments'
>;

export interface ImportDocumentsOptions {
  /** Id, credit code or exact name of the agency that issued what names no issuer of its own. */
  readonly agency: string;
  /** RFC 3339 instant of the import. */
  readonly now: string;
  /** Import the files that are right although others have errors. */
  readonly partial?: boolean;
  /** Mark as invented sample data. */
  readonly demo?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ImportDocumentsResult extends SaveResult {
  readonly problems: ImportProblem[];
  /** Documents, sections and articles that the readable files hold, stored or not. */
  readonly documents: number;
  readonly sections: number;
  readonly articles: number;
}

/** Documents are stored in portions of this many, so that progress shows and memory stays flat. */
const BATCH = 100;

/**
 * Imports documents from a folder (not its sub-folders) or a list of files. The same files again change nothing.
 * With an error in any file nothing is stored, unless `partial`.
 */
export async function importDocuments(
  store: DocumentTarget,
  input: string | readonly FileInput[],
  options: ImportDocumentsOptions,
): Promise<ImportDocumentsResult> {
  const problems: ImportProblem[] = [];
  const done = {documents: 0, sections: 0, articles: 0};
  const none = {added: 0, changed: 0, unchanged: 0};
  const fallback = await store.findAgency(options.agency);
  if (!fallback) {
    const message = `没有找到机构“${options.agency}”。请用机构编号、统一社会信用代码或者全称。`;
    return {...none, ...done, problems: [{file: options.agency, code: 'unknown-agency', message, severity: 'error'}]};
  }
  const files = await listFiles(input, DOCUMENT_ENDINGS, problems);
  const parsed: ParsedDocument[] = [];
  for (const [i, file] of files.entries()) {
    const read = await readDocumentFile(file);
    problems.push(...read.problems);
    parsed.push(...read.records);
    options.onProgress?.(i + 1, files.length * 2);
  }
  for (const {body} of parsed) {
    done.documents++;
    done.sections += body.length;
    done.articles += body.filter(({kind}) => kind === 'article').length;
  }
  const {records, amended} = await new RecordBuilder(store, fallback, options, problems).build(parsed);
  const failed = problems.some(({severity}) => severity === 'error');
  if (failed && !options.partial) return {...none, ...done, problems};
  const saved = {...none};
  for (let i = 0; i < records.length; i += BATCH) {
    const batch = records.slice(i, i + BATCH).map(({file: _, ...record}) => record);
    const result = await store.saveDocuments(batch, options.now);
    for (const key of ['added', 'changed', 'unchanged'] as const) saved[key] += result[key];
    options.onProgress?.(files.length + Math.min(records.length, i + BATCH), files.length * 2);
  }
  if (amended.length) saved.changed += await store.amendDocuments(amended, options.now);
  options.onProgress?.(files.length * 2, files.length * 2);
  return {...saved, ...done, problems};
}

const hash = (...parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Turns what files say into records: ids, defaults, versions of one title, references to catalogue items. */
class RecordBuilder {
  readonly #store: DocumentTarget;
  readonly #agency: Agency;
  readonly #options: ImportDocumentsOptions;
  readonly #problems: ImportProblem[];
  readonly #indexNumbers = new Set<string>();
  #derivedIndexNumbers = 0;

  constructor(store: DocumentTarget, agency: Agency, options: ImportDocumentsOptions, problems: ImportProblem[]) {
    this.#store = store;
    this.#agency = agency;
    this.#options = options;
    this.#problems = problems;
  }

  async build(documents: readonly ParsedDocument[]): Promise<LinkedVersions> {
    for (const {meta} of documents) if (meta.indexNo) this.#indexNumbers.add(meta.indexNo);
    const records: FileRecord[] = [];
    for (const document of documents) {
      const record = await this.#record(document);
      const twin = record && records.find(({id}) => id === record.id);
      if (twin && twin.meta.issuer !== record.meta.issuer)
        this.#reject(document.file, 'id-taken', `编号“${record.id}”和另一个机构的“${twin.file}”相同，请换一个编号。`);
      else if (twin) {
        const message = `和“${twin.file}”是同一份文件（标题、日期或编号相同），只导入前一份。`;
        this.#problems.push({file: document.file, code: 'duplicate-document', message, severity: 'warning'});
      } else if (record) records.push(record);
    }
    if (this.#derivedIndexNumbers) {
      const message = `${this.#derivedIndexNumbers} 份文件没有索引号，已按机构代码、年份编出；有正式索引号的，请写进元数据后重新导入。`;
      this.#problems.push({file: this.#agency.name, code: 'index-no-derived', message, severity: 'warning'});
    }
    const issuers = [...new Set(records.map(({meta}) => meta.issuer))];
    const stored = await Promise.all(issuers.map((issuer) => this.#store.versionsOf(issuer)));
    return linkVersions(records, stored.flat(), new Set(documents.filter(({meta}) => meta.validity).map(({file}) => file)));
  }

  async #record({file, id, meta, plan, items, body, modified}: ParsedDocument): Promise<FileRecord | undefined> {
    const date = meta.publishedOn ?? meta.writtenOn ?? this.#fallbackDate(file, modified);
    const issuer = meta.issuer && meta.issuer !== this.#agency.id ? await this.#store.findAgency(meta.issuer) : this.#agency;
    if (!issuer) return this.#reject(file, 'unknown-agency', `没有找到发文机关“${meta.issuer}”，请先导入这个机构或者改正编号。`);
    const ownId = id ?? (await this.#derivedId(issuer.id, meta.title, date));
    if (await this.#isTaken(file, ownId, issuer.id)) return undefined;
    const catalogItems = await this.#resolve(file, items);
    const full: DocumentMeta = {
      validity: 'in_force',
      subject: [],
      genre: '其他',
      disclosure: 'proactive',
      ...meta,
      issuer: issuer.id,
      issuerName: meta.issuerName ?? issuer.name,
      writtenOn: meta.writtenOn ?? date,
      publishedOn: date,
      indexNo: meta.indexNo ?? this.#indexNo(issuer, meta.title, date),
      ...(catalogItems.length ? {catalogItems} : {}),
    };
    if (!this.#isFit(file, full, body, plan)) return undefined;
    return {
      file,
      id: ownId,
      meta: full,
      body,
      ...(plan ? {plan} : {}),
      ...(this.#options.demo ? {demo: true} : {}),
    };
  }

  /** Whether header and text may be stored. */
  #isFit(file: string, meta: DocumentMeta, body: readonly Section[], plan: ParsedDocument['plan']): boolean {
    if (reasonMissing(meta)) {
      const message = '不是主动公开的文件，要在元数据 disclosureReason 里写明理由（text）和依据（legalBasis）。';
      this.#reject(file, 'reason-required', message);
      return false;
    }
    const wrong = [...contractErrors('DocumentMeta', meta), ...body.flatMap((section) => contractErrors('Section', section))];
    if (wrong.length) {
      const list = [...new Set(wrong.map(({path}) => path.slice(1)))].join('、');
      this.#reject(file, 'invalid-field', `这些内容不合要求（缺少、太长或者格式不对）：${list}。`);
      return false;
    }
    const [fault] = reviewPublishedAt(meta);
    if (fault) {
      this.#reject(file, fault.code, `${fault.message}（${fault.rule}）`);
      return false;
    }
    if (meta.major && !(plan?.plan && plan.material)) {
      const message = '重大政策没有写解读方案 interpretationPlan 和解读材料 interpretationMaterial，请补上（R4.3）。';
      this.#problems.push({file, code: 'interpretation-missing', message, severity: 'warning'});
    }
    return true;
  }

  /** Issuer, title and date make the id. Databases from before the issuer was part of it keep the ids that they gave out. */
  async #derivedId(issuer: string, title: string, date: string): Promise<string> {
    const former = `doc-${hash(title, date).slice(0, 16)}`;
    return (await this.#store.issuerOfDocument(former)) === issuer ? former : `doc-${hash(issuer, title, date).slice(0, 16)}`;
  }

  async #isTaken(file: string, id: string, issuer: string): Promise<boolean> {
    const by = await this.#store.issuerOfDocument(id);
    if (by === undefined || by === issuer) return false;
    this.#reject(file, 'id-taken', `编号“${id}”已经是另一个机构（${by}）的文件，请换一个编号。`);
    return true;
  }

  #reject(file: string, code: string, message: string): undefined {
    this.#problems.push({file, code, message, severity: 'error'});
  }

  #fallbackDate(file: string, modified: number | undefined): string {
    const date = chinaDate(modified ?? Date.parse(this.#options.now));
    this.#problems.push({
      file,
      code: 'date-missing',
      message: `没有写成文日期和发布日期，暂用文件的修改日期 ${date}。`,
      severity: 'warning',
    });
    return date;
  }

  /** Organisation or credit code, year, five digits that depend on title and date alone. */
  #indexNo(issuer: Agency, title: string, date: string): string {
    this.#derivedIndexNumbers++;
    const prefix = `${issuer.uscc ?? issuer.id}/${date.slice(0, 4)}-`;
    for (let serial = Number.parseInt(hash(title, date).slice(0, 8), 16); ; serial++) {
      const indexNo = prefix + String(serial % 100_000).padStart(5, '0');
      if (this.#indexNumbers.has(indexNo)) continue;
      this.#indexNumbers.add(indexNo);
      return indexNo;
    }
  }

  async #resolve(file: string, items: readonly (string | ItemReference)[]): Promise<string[]> {
    const ids: string[] = [];
    for (const item of items) {
      if (typeof item === 'string') ids.push(item);
      else {
        const found = await this.#findItems(item);
        if (found.length === 0) {
          const message = `目录里没有“${item.publisher} › ${item.level1} › ${item.level2}”，文件没有挂到这个事项下。`;
          this.#problems.push({file, code: 'unknown-item', message, severity: 'warning'});
        }
        ids.push(...found);
      }
    }
    return [...new Set(ids)];
  }

  async #findItems({publisher, level1, level2}: ItemReference): Promise<string[]> {
    const agency = await this.#store.findAgency(publisher);
    if (!agency) return [];
    const today = chinaDate(Date.parse(this.#options.now));
    const {items} = await this.#store.listCatalogItems({agency: [agency.id], matter: [level1], facets: false, limit: 100}, today);
    return items.filter((item) => item.level2 === level2).map(({id}) => id);
  }
}
