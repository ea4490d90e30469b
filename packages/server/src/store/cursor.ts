/** Key cursors: where a page ends, as the sort key of its last row, so that inserts never shift or repeat a row. */

/** The cursor is not one that this list gave out. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
}

type Key = readonly (string | number)[];

export const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The key in a cursor.
 * @param shape One letter per part: `s` a string, `n` a whole number.
 * @throws InvalidCursorError when the text holds no such key.
 */
export function decodeCursor(cursor: string, shape: string): (string | number)[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursorError();
  }
  const fits =
    Array.isArray(key) &&
    key.length === shape.length &&
    key.every((part, i) => (shape[i] === 's' ? typeof part === 'string' : Number.isSafeInteger(part)));
  if (!fits) throw new InvalidCursorError();
  return key as (string | number)[];
}
