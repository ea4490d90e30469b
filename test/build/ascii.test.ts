/** Escaping may change how a script is written, never what it says. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {runInNewContext} from 'node:vm';
import {toAscii} from '../../packages/embed/build/ascii.ts';

const CASES: [what: string, code: string][] = [
  ['a string', `'依申请公开'`],
  ['a template', '`第${1}项，𠮷野家\n下一行`'],
  ['a tagged template, as its tag reads it', '((strings) => strings.join())`中${1}文`'],
  ['characters beyond the first plane', `'𠮷😀'`],
  ['a regular expression', `'第十二条'.replace(/[一-十]+/, 'x')`],
  ['a regular expression with the u flag', `'𠮷😀'.replace(/😀/u, 'x')`],
  ['a name', `((名) => ({名}).名)(1)`],
  ['an escape of a character that needs none', `'\\中'`],
  ['a backslash before a character', `'\\\\中'`],
  ['a regular expression that escapes a character', `/\\．/.test('．')`],
  ['line separators', `'\u2028\u2029'`],
  ['a line continuation', `'a\\\u2028b'`],
  ['a no-break space', `'\u00a0'`],
];

describe('toAscii', () => {
  for (const [what, code] of CASES) {
    it(`keeps ${what}`, () => {
      const escaped = toAscii(code);

      assert.match(escaped, /^[\0-\x7f]*$/);
      assert.deepEqual(runInNewContext(escaped), runInNewContext(code));
    });
  }
});
