/** `zwgk import catalog|documents|interpretations` */
import {statSync} from 'node:fs';
import type {Agency} from '@zwgk/contract';
import type {ImportProblem} from '../import/problem.ts';
import type {Store} from '../store/store.ts';
import {openStore} from './open-store.ts';
import {progress, reportProblems, type Output} from './output.ts';
import {CommandError, UsageError} from './usage.ts';

export interface ImportOptions {
  readonly agency?: string;
  readonly partial?: boolean;
  readonly complete?: boolean;
  readonly lenient?: boolean;
  readonly media?: string;
  readonly db?: string;
  readonly problems?: string;
}

interface Outcome {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed?: number;
  readonly problems: ImportProblem[];
}

/** @returns 0, or 1 when something in the files was wrong. */
export async function importCommand(
  kind: string | undefined,
  files: readonly string[],
  options: ImportOptions,
  out: Output,
): Promise<number> {
  if (kind !== 'catalog' && kind !== 'documents' && kind !== 'interpretations')
    throw new UsageError('请写明导入什么：zwgk import catalog …、zwgk import documents … 或者 zwgk import interpretations …');
  if (files.length === 0) throw new UsageError(`请写明要导入的文件${kind === 'catalog' ? '' : '或者文件夹'}。`);
  const {agency: code} = options;
  // Who answers for an interpretation follows from its document (R4.1).
  if (code === undefined && kind !== 'interpretations') throw new UsageError('请用 --agency 写明机构的编号、统一社会信用代码或者全称。');
  for (const file of files) if (!statSync(file, {throwIfNoEntry: false})) throw new CommandError(`没有找到 ${file}。`);
  const store = await openStore(options.db);
  try {
    const outcome = await importInto(store, kind, files, code, options, out);
    return report(outcome, options, out);
  } finally {
    await store.close();
  }
}

async function importInto(
  store: Store,
  kind: 'catalog' | 'documents' | 'interpretations',
  files: readonly string[],
  code: string | undefined,
  options: ImportOptions,
  out: Output,
): Promise<Outcome> {
  if (kind === 'interpretations') return importExplanations(store, files, options, out);
  const agency = await findAgency(store, code!);
  return kind === 'catalog' ? importItems(store, files, agency, options, out) : importTexts(store, files, agency, options, out);
}

export async function findAgency(store: Store, code: string): Promise<Agency> {
  const agency = await store.findAgency(code);
  if (!agency) throw new CommandError(`没有找到机构“${code}”。请用机构编号、统一社会信用代码或者全称。`);
  return agency;
}

async function importItems(store: Store, files: readonly string[], agency: Agency, options: ImportOptions, out: Output): Promise<Outcome> {
  const {importCatalog} = await import('../import/import-catalog.ts');
  return importCatalog(store, files, {
    agency: agency.id,
    now: new Date().toISOString(),
    partial: options.partial ?? false,
    complete: options.complete ?? false,
    onProgress: progress(out, '导入目录'),
  });
}

async function importTexts(store: Store, paths: readonly string[], agency: Agency, options: ImportOptions, out: Output): Promise<Outcome> {
  const {importDocuments} = await import('../import/import-documents.ts');
  return importDocuments(store, folderOrFiles(paths), {
    agency: agency.id,
    now: new Date().toISOString(),
    partial: options.partial ?? false,
    onProgress: progress(out, '导入文件'),
  });
}

async function importExplanations(store: Store, paths: readonly string[], options: ImportOptions, out: Output): Promise<Outcome> {
  const {importInterpretations} = await import('../import/import-interpretations.ts');
  return importInterpretations(store, folderOrFiles(paths), {
    now: new Date().toISOString(),
    partial: options.partial ?? false,
    lenient: options.lenient ?? false,
    ...(options.media === undefined ? {} : {media: options.media}),
    onProgress: progress(out, '导入解读'),
  });
}

function folderOrFiles(paths: readonly string[]): string | readonly string[] {
  const [only] = paths;
  return paths.length === 1 && statSync(only!).isDirectory() ? only! : paths;
}

function report({added, changed, unchanged, removed = 0, problems}: Outcome, options: ImportOptions, out: Output): number {
  reportProblems(out, problems, options.problems);
  const failed = problems.some(({severity}) => severity === 'error');
  const nothing = failed && !options.partial;
  const counts = `新增 ${added}，变更 ${changed}，未变 ${unchanged}${removed > 0 ? `，移除 ${removed}` : ''}`;
  out.line(nothing ? '没有导入：请改正后再试，或者加 --partial 只导入没有错误的部分。' : `完成：${counts}。`);
  return failed ? 1 : 0;
}
