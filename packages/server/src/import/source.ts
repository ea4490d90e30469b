import {readFile, stat} from 'node:fs/promises';
import {basename} from 'node:path';

/** A file to read: its path, or its name and bytes. */
export type FileInput = string | {readonly name: string; readonly bytes: Uint8Array};

export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Last modification, epoch milliseconds; only of a file on disk. */
  readonly modified?: number;
}

/** Largest file that is read, in bytes; past it a table or document is a mistake or an attack. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** @throws when the file cannot be read; the caller turns it into a problem. */
export async function readSource(file: FileInput): Promise<Source> {
  if (typeof file !== 'string') return file;
  const info = await stat(file);
  if (info.size > MAX_FILE_BYTES) throw new RangeError('file too large');
  return {name: basename(file), bytes: await readFile(file), modified: info.mtimeMs};
}

/** Text in UTF-8, UTF-16 (with BOM) or GB18030, whichever the bytes are; without BOM. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Without invisible characters and line-end variants; everything printed stays as printed. */
export const cleanText = (text: string): string => text.replace(INVISIBLE, '').replace(/\r\n?|\u2028|\u2029/g, '\n');
