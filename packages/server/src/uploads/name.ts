/** Names of uploaded files: shown and compared, never used as a path. */
import {FileRefusedError} from './refused.ts';

const MOST_CHARACTERS = 200;
/** Marks that turn the direction of writing, and what has no width: `gpj.exe` could look like a picture. */
const DECEPTIVE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** @param header Percent-encoded UTF-8. @throws FileRefusedError */
export function readFileName(header: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(header);
  } catch {
    throw new FileRefusedError('name');
  }
  const name = decoded.normalize('NFC').replace(DECEPTIVE, '').trim();
  const isOdd = /[\0-\x1f\x7f-\x9f/\\:*?"<>|\u2028\u2029]/.test(name) || !name.isWellFormed() || name.startsWith('.');
  if (isOdd || name === '' || [...name].length > MOST_CHARACTERS) throw new FileRefusedError('name');
  return name;
}
