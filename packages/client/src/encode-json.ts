/** JSON that says what was meant, on pages that give arrays or dates a `toJSON` of their own. */
const {parse, stringify} = JSON;

const SHORT: Readonly<Record<string, string>> = {'"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'};
// Besides what JSON wants escaped, halves of characters: an encoder to UTF-8 replaces them.
const UNSAFE = /["\\\u0000-\u001f\ud800-\udfff]/gu;
const escape = (char: string): string => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

const membersOf = (value: object): [string, unknown][] => Object.entries(value).filter(([, each]) => each !== undefined);

/** The same text without asking any object how it would like to be written. */
function write(value: unknown): string {
  if (typeof value === 'string') return `"${value.replace(UNSAFE, escape)}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  return `{${membersOf(value)
    .map(([key, each]) => `${write(key)}:${write(each)}`)
    .join(',')}}`;
}

function same(sent: unknown, read: unknown): boolean {
  if (typeof sent !== 'object' || typeof read !== 'object' || !sent || !read) return sent === read;
  if (Array.isArray(sent) !== Array.isArray(read)) return false;
  const [left, right] = [membersOf(sent), membersOf(read)];
  return left.length === right.length && left.every(([key, each], i) => right[i]![0] === key && same(each, right[i]![1]));
}

/** Plain data as JSON: the built-in encoder's text when it reads back as the same, else our own. */
export function encodeJson(value: object): string {
  try {
    const text = stringify(value);
    if (same(value, parse(text))) return text;
  } catch {
    // A page's own `toJSON` threw.
  }
  return write(value);
}
