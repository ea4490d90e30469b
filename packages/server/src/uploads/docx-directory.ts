/** A Word file judged by the central directory of its archive (APPNOTE 4.3.12, 4.3.16) alone: no entry is unpacked. */
import {FileRefusedError} from './refused.ts';

const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const MOST_ENTRIES = 2000;
const MOST_UNPACKED = 200 * 1024 * 1024;
/** Text shrinks to a twentieth, not to a thousandth. */
const MOST_RATIO = 200;
const RATIO_MATTERS = 10 * 1024 * 1024;

const NEEDED = ['[Content_Types].xml', 'word/document.xml'];
const ACTIVE =
  /vbaProject|vbaData|activeX|^word\/embeddings\/|macrosheets|\.(?:exe|dll|com|bat|cmd|js|vbs|ps1|hta|jar|scr|lnk|html?|svg)$/i;
/** Printer settings are the one thing that is rightly opaque. */
const OPAQUE = /(?<!printerSettings\d*)\.bin$/i;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly packed: number;
  readonly unpacked: number;
}

/** @param tail The last bytes of the file. @param size Bytes of the whole file. @throws FileRefusedError */
export function checkDocx(tail: Buffer, size: number): void {
  const entries = directoryOf(tail, size);
  const names = new Set(entries.map(({name}) => name));
  if (names.size !== entries.length || !NEEDED.every((name) => names.has(name))) throw new FileRefusedError('type');
  if (entries.some(({flags}) => flags & 1)) throw new FileRefusedError('encrypted');
  if (entries.some(({name}) => isOutside(name))) throw new FileRefusedError('damaged');
  if (entries.some(({name}) => ACTIVE.test(name) || OPAQUE.test(name))) throw new FileRefusedError('macro');
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const inflated = unpacked > RATIO_MATTERS && unpacked > packed * MOST_RATIO;
  if (unpacked > MOST_UNPACKED || inflated) throw new FileRefusedError('bomb');
  if (packed > size) throw new FileRefusedError('damaged');
}

const isOutside = (name: string): boolean => /^[/\\]|\\|(?:^|\/)\.\.(?:\/|$)|[\0-\x1f]/.test(name);

function directoryOf(tail: Buffer, size: number): Entry[] {
  const at = tail.length - END_BYTES;
  // Nothing may follow the end: what does would be another file.
  if (at < 0 || tail.readUInt32LE(at) !== END) throw new FileRefusedError('damaged');
  const count = tail.readUInt16LE(at + 10);
  const bytes = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16) - (size - tail.length);
  if (count === 0xffff || count > MOST_ENTRIES || start < 0 || start + bytes !== at) throw new FileRefusedError('damaged');
  const entries: Entry[] = [];
  let next = start;
  for (let i = 0; i < count; i++) {
    if (next + ENTRY_BYTES > at || tail.readUInt32LE(next) !== ENTRY) throw new FileRefusedError('damaged');
    const nameBytes = tail.readUInt16LE(next + 28);
    const nameAt = next + ENTRY_BYTES;
    entries.push({
      name: tail.toString('utf8', nameAt, nameAt + nameBytes),
      flags: tail.readUInt16LE(next + 8),
      packed: tail.readUInt32LE(next + 20),
      unpacked: tail.readUInt32LE(next + 24),
    });
    next = nameAt + nameBytes + tail.readUInt16LE(next + 30) + tail.readUInt16LE(next + 32);
  }
  if (next !== at) throw new FileRefusedError('damaged');
  return entries;
}
