/** Office files are zip archives: what they unpack to is bounded before anything else reads them. */
import JSZip from 'jszip';

/** Unpacked bytes past which an office file is a mistake or an attack: text of a thousand books. */
const MAX_UNPACKED = 100 * 1024 * 1024;

/** @throws when it is no archive, or unpacks to more than the bound, whatever it says of its sizes. */
export async function openZip(bytes: Uint8Array): Promise<JSZip> {
  const zip = await JSZip.loadAsync(bytes);
  let left = MAX_UNPACKED;
  for (const entry of Object.values(zip.files)) left -= await unpackedSize(entry, left);
  return zip;
}

function unpackedSize(entry: JSZip.JSZipObject, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const stream = entry.nodeStream();
    stream.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= most) return;
      stream.pause();
      reject(new RangeError('unpacks to too much'));
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(size));
  });
}
