/**
 * The operator's scanner (`ZWGK_SCAN_COMMAND`): gets the file on its standard input and says by its exit code what it found:
 * 0 nothing, 1 something, anything else that it could not look. Such as `clamdscan --no-summary -`.
 */
import {spawn} from 'node:child_process';
import type {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {FileRefusedError} from './refused.ts';

const MOST_MS = 30_000;

/** The scanner did not answer; the file is not taken. */
export class ScannerError extends Error {
  override readonly name = 'ScannerError';
}

/** @throws FileRefusedError when it found something, ScannerError when it could not look. */
export async function scan(command: string, content: Readable): Promise<void> {
  const child = spawn(command, {shell: true, stdio: ['pipe', 'ignore', 'ignore'], timeout: MOST_MS, killSignal: 'SIGKILL'});
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (code) => done(code));
    child.once('error', () => done(null));
  });
  // A scanner that has seen enough stops reading.
  await pipeline(content, child.stdin).catch(() => undefined);
  const code = await ended;
  if (code === 1) throw new FileRefusedError('infected');
  if (code !== 0) throw new ScannerError(`the scanner ended with ${code}`);
}
