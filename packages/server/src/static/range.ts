/**
 * The one piece that a `Range` header asks for (RFC 9110, 14.2), both ends counted; it ends before it starts when the
 * file has no such bytes. `undefined` for several pieces or anything else: the whole file is a right answer to them.
 */
export function byteRange(header: string | undefined, size: number): {start: number; end: number} | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (!from && !to) return undefined;
  if (!from) return {start: Math.max(0, size - Number(to)), end: size - 1};
  const start = Number(from);
  const end = to ? Math.min(Number(to), size - 1) : size - 1;
  if (to && Number(to) < start) return undefined;
  return start < size ? {start, end} : {start: size, end: size - 1};
}
