/** How much memory the export of a lot of text takes, by format. */
import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {allComments, Commenter, putUp} from '../../packages/server/src/testing/consultations.ts';
import {manyComments} from '../../packages/server/src/testing/many-comments.ts';
import type {TestApp} from '../../packages/server/src/testing/app.ts';

const CHILD = fileURLToPath(new URL('./export-child.ts', import.meta.url));
export const FORMATS = ['csv', 'xlsx', 'docx'] as const;
const MB = 2 ** 20;
/** However much text there is, an export holds no more than this, */
export const MOST_HELD = 24 * MB;
/** and the process grows by no more than this, garbage that is not yet taken away with it. */
export const MOST_GROWTH = 160 * MB;

export interface Exported {
  readonly bytes: number;
  /** Bytes of memory. */
  readonly growth: number;
  readonly seconds: number;
}

/** A consultation `c-large` with so many bytes of comments, and one with a single comment. @returns how many those are. */
export async function fillUp(app: TestApp, bytes: number): Promise<number> {
  await putUp(app.store, {}, 'c-small');
  await new Commenter(app).sent('c-small');
  await allComments(app, 'c-small');
  await putUp(app.store, {}, 'c-large');
  return manyComments(app.file, (await app.store.consultations.find('c-large'))!.row, bytes);
}

/** Exports `c-large` in a process of its own. @param what Whether to count what is held, or how the process grows. */
export async function exportApart(file: string, format: (typeof FORMATS)[number], what: 'held' | 'grown'): Promise<Exported> {
  const flags = what === 'held' ? ['--expose-gc'] : [];
  const {stdout} = await promisify(execFile)(process.execPath, [...flags, CHILD, file, 'c-large', format]);
  return JSON.parse(stdout) as Exported;
}
