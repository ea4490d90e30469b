/**
 * JavaScript with every character beyond ASCII as `\uXXXX`, so that it reads the same whatever encoding a page declares.
 * Valid in strings, templates (cooked text), regular expressions and names; comments must be gone.
 */
export function toAscii(code: string): string {
  return code.replace(/(\\*)([^\0-\x7f])/g, (_all, slashes: string, char: string) => {
    const escaped = `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    if (slashes.length % 2 === 0) return slashes + escaped;
    // `\中` is `中`; `\` before a line separator is a line continuation and stands for nothing.
    return slashes.slice(1) + (/[\u2028\u2029]/.test(char) ? '' : escaped);
  });
}
