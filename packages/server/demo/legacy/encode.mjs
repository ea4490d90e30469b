/**
 * Writes the legacy pages in real GBK, index.html from index.utf8.html and so on. Run it after editing a source:
 * `node packages/server/demo/legacy/encode.mjs`
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** Character → its two bytes, from the platform's own decoder. */
const bytesOf = new Map();
const decoder = new TextDecoder('gbk');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = decoder.decode(Uint8Array.of(lead, trail));
    if (char.length === 1 && char !== '\ufffd' && !bytesOf.has(char)) bytesOf.set(char, [lead, trail]);
  }
}

/** @throws Error for a character that GBK does not have. */
export function toGbk(text) {
  const bytes = [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (bytesOf.get(char) ?? char)));
  const foreign = bytes.find((byte) => typeof byte === 'string');
  if (foreign) throw new Error(`GBK has no ${foreign}`);
  return Buffer.from(bytes);
}

export const PAGES = ['index', 'policy', 'apply'];

/** A page as it has to be committed. */
export const encodedPage = (name) => toGbk(readFileSync(new URL(`${name}.utf8.html`, import.meta.url), 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of PAGES) writeFileSync(new URL(`${name}.html`, import.meta.url), encodedPage(name));
