import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {ImportProblem} from './problem.ts';
import type {FileInput} from './source.ts';

/** The files to import: those named, or those of a folder (not its sub-folders) with one of these endings, in the order of names. */
export async function listFiles(
  input: string | readonly FileInput[],
  endings: readonly string[],
  problems: ImportProblem[],
): Promise<FileInput[]> {
  if (typeof input !== 'string') return [...input];
  const info = await stat(input).catch(() => undefined);
  if (info && !info.isDirectory()) return [input];
  const names = info ? (await readdir(input)).filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending))) : [];
  if (names.length === 0) {
    const message = info ? `这个文件夹里没有可以导入的文件（${endings.join(' ')}）。` : '没有这个文件或者文件夹。';
    problems.push({file: input, code: 'no-files', message, severity: 'error'});
  }
  return names.toSorted().map((name) => join(input, name));
}
