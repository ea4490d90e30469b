/** One thing wrong in an imported file, said so that the person who made the file can put it right. */
export interface ImportProblem {
  readonly file: string;
  readonly sheet?: string;
  /** Row as the spreadsheet program counts it, or line of a text file; 1-based. */
  readonly row?: number;
  /** Column letter and printed header, e.g. `F 公开时限`. */
  readonly column?: string;
  /** Stable machine code, e.g. `reason-required`. */
  readonly code: string;
  /** Plain Chinese: what is wrong and what to do. */
  readonly message: string;
  /** `error`: the row or file cannot be imported as it stands; `warning`: imported, worth a look. */
  readonly severity: 'error' | 'warning';
}

/** Spreadsheet letter of a zero-based column: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** One line for a terminal: 文件 · 工作表 · 第 3 行 · F 公开时限：说明. */
export function problemLine(problem: ImportProblem): string {
  const where = [problem.file, problem.sheet, problem.row === undefined ? undefined : `第 ${problem.row} 行`, problem.column];
  return `${problem.severity === 'error' ? '错误' : '提示'}  ${where.filter(Boolean).join(' · ')}：${problem.message}`;
}
