/** `zwgk` in this process: a command runs in milliseconds, and tests see what it wrote. */
import {main} from '../cli/main.ts';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function zwgk(...args: string[]): Promise<Run> {
  const said = {out: '', err: ''};
  const code = await main(args, {
    isTerminal: false,
    line: (text) => (said.out += `${text}\n`),
    error: (text) => (said.err += `${text}\n`),
    overwrite: () => undefined,
  });
  return {code, ...said};
}
