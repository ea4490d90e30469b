/**
 * What a file is, told by its content alone (R22 of the law's forms needs four kinds): first bytes, last bytes, and of a
 * Word file its table of contents. Nothing is unpacked, rendered or run. What could be two things at once is refused.
 */
import type {Upload} from '@zwgk/contract';
import {checkDocx} from './docx-directory.ts';
import {FileRefusedError} from './refused.ts';

export type MediaType = Upload['mediaType'];

/** Extensions that a kind may have. */
const EXTENSIONS: Readonly<Record<MediaType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
};
const KNOWN = new Set(Object.values(EXTENSIONS).flat());

const HEAD_BYTES = 64 * 1024;
const TAIL_BYTES = 256 * 1024;
/** Where a browser that guesses looks for a page, and a reader for the header of a PDF. */
const SNIFFED_BYTES = 4096;
const MOST_PIXELS = 100_000_000;

const starts = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);
const has = (bytes: Buffer, text: string): boolean => bytes.includes(text, 0, 'latin1');

const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|img|form|meta|math|xml|\?xml|\?php|%)|<\?(?:php|=)/i;
const hasMarkup = (bytes: Buffer): boolean => MARKUP.test(bytes.toString('latin1').replaceAll('\0', ''));
/** A zip archive ends with its table of contents, whatever comes before. */
const endsAsZip = (tail: Buffer): boolean => tail.includes(Buffer.from('PK\x05\x06', 'latin1'), Math.max(0, tail.length - 66_000));

/** Names of a PDF under which it runs something; in compressed parts nobody can look without unpacking. */
const ACTIVE_PDF = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia'];
const LONGEST_NAME = Math.max(...ACTIVE_PDF.map(({length}) => length));

/** Looks at a file while it passes; holds no more of it than its two ends, in however small pieces it comes. */
export class FileProbe {
  readonly #head = Buffer.alloc(HEAD_BYTES);
  /** A ring: the byte at `#size` is written next. */
  readonly #tail = Buffer.alloc(TAIL_BYTES);
  #overlap = Buffer.alloc(0);
  #active = false;
  #size = 0;

  push(chunk: Buffer): void {
    if (this.#size < HEAD_BYTES) chunk.copy(this.#head, this.#size);
    for (let rest = chunk; rest.length > 0;) {
      const copied = rest.copy(this.#tail, this.#size % TAIL_BYTES);
      this.#size += copied;
      rest = rest.subarray(copied);
    }
    // Only the seam is copied: copies of everything would be more garbage than the file.
    const seam = Buffer.concat([this.#overlap, chunk.subarray(0, LONGEST_NAME)]);
    this.#active ||= ACTIVE_PDF.some((name) => has(seam, name) || has(chunk, name));
    this.#overlap = Buffer.concat([this.#overlap, chunk.subarray(-LONGEST_NAME)]).subarray(-LONGEST_NAME);
  }

  /** The last bytes in their order. */
  #ending(): Buffer {
    const at = this.#size % TAIL_BYTES;
    if (this.#size <= TAIL_BYTES) return this.#tail.subarray(0, this.#size);
    return Buffer.concat([this.#tail.subarray(at), this.#tail.subarray(0, at)]);
  }

  /** The kind of the whole file. @throws FileRefusedError */
  finish(name: string): MediaType {
    const [head, tail] = [this.#head.subarray(0, this.#size), this.#ending()];
    if (this.#size === 0) throw new FileRefusedError('empty');
    const type = typeOf(head);
    if (!type) throw new FileRefusedError('type');
    const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
    if (!KNOWN.has(extension)) throw new FileRefusedError('name');
    if (!EXTENSIONS[type].includes(extension)) throw new FileRefusedError('extension');
    this.#check(type, head, tail);
    return type;
  }

  #check(type: MediaType, head: Buffer, tail: Buffer): void {
    if (type === 'application/vnd.openxmlformats-officedocument.wordprocessingml.document') return checkDocx(tail, this.#size);
    const ends = Buffer.concat([head.subarray(0, SNIFFED_BYTES), tail.subarray(-SNIFFED_BYTES)]);
    if (endsAsZip(tail) || hasMarkup(ends)) throw new FileRefusedError('polyglot');
    if (type === 'application/pdf') {
      if (!has(tail.subarray(-1024), '%%EOF')) throw new FileRefusedError('damaged');
      if (this.#active) throw new FileRefusedError('active');
      return;
    }
    if (has(ends, '%PDF-')) throw new FileRefusedError('polyglot');
    if (type === 'image/png') checkPng(head, tail);
    else checkJpeg(head, tail);
  }
}

function typeOf(head: Buffer): MediaType | undefined {
  if (starts(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (/^%PDF-[12]\.\d/.test(head.subarray(0, 8).toString('latin1'))) return 'application/pdf';
  return starts(head, 0x50, 0x4b, 0x03, 0x04) ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' : undefined;
}

const PNG_END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

function checkPng(head: Buffer, tail: Buffer): void {
  if (head.length < 33 || head.toString('latin1', 12, 16) !== 'IHDR') throw new FileRefusedError('damaged');
  if (!tail.subarray(-PNG_END.length).equals(PNG_END)) throw new FileRefusedError('damaged');
  checkPixels(head.readUInt32BE(16), head.readUInt32BE(20));
}

/** Up to the frame header, where that is among the first bytes; cameras put much in front of it and a little behind the image. */
function checkJpeg(head: Buffer, tail: Buffer): void {
  if (!tail.includes(Buffer.from([0xff, 0xd9]))) throw new FileRefusedError('damaged');
  let at = 2;
  while (at + 9 < head.length && head[at] === 0xff) {
    const marker = head[at + 1]!;
    const length = head.readUInt16BE(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return checkPixels(head.readUInt16BE(at + 7), head.readUInt16BE(at + 5));
    if (length < 2 || marker === 0xda) throw new FileRefusedError('damaged');
    at += 2 + length;
  }
  if (at + 9 < head.length) throw new FileRefusedError('damaged');
}

function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new FileRefusedError('damaged');
  if (width * height > MOST_PIXELS) throw new FileRefusedError('bomb');
}
