/** Small files that are what their names say. */
import {crc32, deflateSync} from 'node:zlib';

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** @param text A comment in it. */
export function png({width = 1, height = 1, text = ''} = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...(text ? [pngChunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))] : []),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A frame header between start and end; no decoder is asked to like it. @param filler Bytes of the image. */
export function jpeg({width = 8, height = 8, comment = '', filler = Buffer.alloc(64, 7)} = {}): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const note = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), Buffer.from(comment, 'latin1')]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), comment ? note : Buffer.alloc(0), frame, filler, Buffer.from([0xff, 0xd9])]);
}

export const pdf = (body = '1 0 obj<</Type/Catalog>>endobj', version = '1.7'): Buffer =>
  Buffer.from(`%PDF-${version}\n${body}\ntrailer<</Root 1 0 R>>\n%%EOF\n`, 'latin1');

export interface ZipEntry {
  readonly name: string;
  readonly content?: string;
  readonly flags?: number;
  /** What the directory says, where that is not the truth. */
  readonly unpacked?: number;
  readonly packed?: number;
}

/** A zip archive of stored entries, with its directory as told. */
export function zip(entries: readonly ZipEntry[], {comment = ''} = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const {name, content = 'x', flags = 0, unpacked, packed} of entries) {
    const [title, data] = [Buffer.from(name), Buffer.from(content)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(packed ?? data.length, 20);
    entry.writeUInt32LE(unpacked ?? data.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(local, title, data);
    directory.push(entry, title);
    at += 30 + title.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, listed, end, Buffer.from(comment)]);
}

export const DOCX_PARTS: readonly ZipEntry[] = [{name: '[Content_Types].xml'}, {name: '_rels/.rels'}, {name: 'word/document.xml'}];
export const docx = (...more: ZipEntry[]): Buffer => zip([...DOCX_PARTS, ...more]);
