/** Bodies. A file is only ever read as it comes; JSON is only JSON, only so large, only so deep, nothing that poisons an object or would not come back byte for byte. */
import {ProblemError} from './problem.ts';

const MOST_DEPTH = 32;
/** Longer than a body of the largest size takes on a poor line. Files have the limits of the socket. */
const MOST_MS = 30_000;
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The parsed body of a request.
 * @param most Largest number of bytes.
 * @param mostMs Longest time that it may take.
 * @throws ProblemError 415, 413, 408 or 400.
 */
export async function readJson(request: Request, most: number, mostMs = MOST_MS): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) throw new ProblemError('unsupported-media-type');
  const text = decode(await readBytes(request, most, mostMs));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('invalid-json');
  }
  check(value);
  return value;
}

/** The bytes of a file that is sent. @throws ProblemError 415; 400 while they are read */
export function fileOf({headers, body}: Request): AsyncIterable<Uint8Array> {
  if (headers.get('content-type') !== 'application/octet-stream') throw new ProblemError('unsupported-media-type');
  return partsOf(body);
}

/** A body that the client breaks off is no fault of the server's; nobody is left to read the answer. */
const brokenOff = (): ProblemError => new ProblemError('broken-off', {headers: {Connection: 'close'}});

async function* partsOf(body: AsyncIterable<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? [];
  } catch {
    throw brokenOff();
  }
}

export const tooLarge = (most: number): ProblemError =>
  new ProblemError('payload-too-large', {detail: `最多 ${most} 字节`, headers: {Connection: 'close'}});

async function readBytes(request: Request, most: number, mostMs: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  const reader = request.body?.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void reader?.cancel();
  }, mostMs);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      size += next.value.byteLength;
      if (size > most) throw tooLarge(most);
      parts.push(next.value);
    }
  } catch (error) {
    throw error instanceof ProblemError ? error : brokenOff();
  } finally {
    clearTimeout(timer);
  }
  if (late) throw new ProblemError('timeout', {headers: {Connection: 'close'}});
  return Buffer.concat(parts);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw new ProblemError('invalid-json', {detail: '不是 UTF-8 编码'});
  }
}

/** Without recursion, so that no depth can exhaust the stack. */
function check(root: unknown): void {
  const queue: [value: unknown, depth: number][] = [[root, 0]];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [value, depth] = next;
    if (depth > MOST_DEPTH) throw new ProblemError('invalid-body', {detail: '嵌套过深'});
    if (typeof value === 'string') {
      if (!value.isWellFormed()) throw new ProblemError('invalid-body', {detail: '文字中有不成对的代理字符'});
    } else if (value !== null && typeof value === 'object') {
      for (const key of Object.keys(value)) {
        if (POISON.has(key)) throw new ProblemError('invalid-body', {detail: '有不允许的字段名'});
        queue.push([(value as Record<string, unknown>)[key], depth + 1]);
      }
    }
  }
}
