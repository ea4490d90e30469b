/** What a command shows while it works and when it is done. */
import {writeFileSync} from 'node:fs';
import {problemLine, type ImportProblem} from '../import/problem.ts';

const SHOWN = 20;
const BAR = 24;

/** Where a command writes: the terminal, or a test's buffer. */
export interface Output {
  readonly isTerminal: boolean;
  line(text: string): void;
  error(text: string): void;
  /** Overwrites the line; only on a terminal. */
  overwrite(text: string): void;
}

export const terminal: Output = {
  isTerminal: process.stderr.isTTY,
  line: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
  overwrite: (text) => void process.stderr.write(`\r\u001b[K${text}`),
};

/** A bar on a terminal, a line at every tenth elsewhere. */
export function progress(out: Output, what: string): (done: number, total: number) => void {
  let shown = 0;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    if (out.isTerminal) {
      const full = Math.round(share * BAR);
      out.overwrite(`${what} ${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.floor(share * 100)}%${share >= 1 ? '\n' : ''}`);
    } else if (Math.floor(share * 10) > shown || share >= 1) {
      if (shown < 10) out.error(`${what} ${Math.floor(share * 100)}%`);
      shown = Math.floor(share * 10);
    }
  };
}

/** The first problems, one a line, and how many there are; all of them into the file when one is named. */
export function reportProblems(out: Output, problems: readonly ImportProblem[], file: string | undefined): void {
  if (file !== undefined) writeFileSync(file, problems.map((problem) => `${problemLine(problem)}\n`).join(''));
  const worstFirst = [...problems].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  for (const problem of worstFirst.slice(0, SHOWN)) out.error(problemLine(problem));
  const errors = problems.filter(({severity}) => severity === 'error').length;
  const more = problems.length > SHOWN ? `，以上是前 ${SHOWN} 个${file === undefined ? '，用 --problems 文件 可以存下全部' : ''}` : '';
  if (problems.length > 0) out.error(`共 ${errors} 个错误、${problems.length - errors} 个提示${more}。`);
}
