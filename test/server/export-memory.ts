/** How much memory the export of a lot of text takes, by format. */
import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {putUp} from '../../packages/server/src/testing/consultations.ts';
import {manyComments} from '../../packages/server/src/testing/many-comments.ts';
import type {TestApp} from '../../packages/server/src/testing/app.ts';

const CHILD = fileURLToPath(new URL('./export-child.ts', import.meta.url));
export const FORMATS = ['csv', 'xlsx', 'docx'] as const;
const MB = 2 ** 20;
/** Of however much text an export is, it holds no more than this beyond what it holds of a little, */
export const MOST_HELD = 16 * MB;
/** and the process grows by no more than this, garbage that is not yet taken away with it. */
export const MOST_GROWTH = 96 * MB;
/** Text of `c-small`. */
const LITTLE = 6 * MB;

export interface Exported {
  readonly bytes: number;
  /** Bytes of memory. */
  readonly growth: number;
  readonly seconds: number;
}

/** A consultation `c-large` with so many bytes of comments, and `c-small` with a little. @returns how many `c-large` has. */
export async function fillUp({store, file}: TestApp, bytes: number): Promise<number> {
  const fill = async (id: string, text: number): Promise<number> =>
    manyComments(file, (await store.consultations.find(await putUp(store, {}, id)))!.row, text);
  await fill('c-small', LITTLE);
  return fill('c-large', bytes);
}

/** Exports `c-large` in a process of its own. @param what Whether to count what is held, or how the process grows. */
export async function exportApart(file: string, format: (typeof FORMATS)[number], what: 'held' | 'grown'): Promise<Exported> {
  const flags = what === 'held' ? ['--expose-gc'] : [];
  const {stdout} = await promisify(execFile)(process.execPath, [...flags, CHILD, file, 'c-large', format]);
  return JSON.parse(stdout) as Exported;
}
