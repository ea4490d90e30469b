/** The legacy demo pages are committed in GBK, and made from sources that people can read. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
// @ts-expect-error -- a plain script beside the pages
import {encodedPage, PAGES, toGbk} from '../../packages/server/demo/legacy/encode.mjs';

for (const name of PAGES as string[]) {
  describe(`the legacy demo page ${name}`, () => {
    const page = readFileSync(new URL(`../../packages/server/demo/legacy/${name}.html`, import.meta.url));

    it('is what its source makes: run node packages/server/demo/legacy/encode.mjs after an edit', () => {
      assert.ok(page.equals((encodedPage as (name: string) => Buffer)(name)));
    });
    it('is GBK and nothing else', () => {
      assert.match(new TextDecoder('gbk', {fatal: true}).decode(page), /示例市青禾县住房和城乡建设局/);
      assert.throws(() => new TextDecoder('utf-8', {fatal: true}).decode(page));
    });
  });
}
describe('a legacy demo page', () => {
  it('cannot be made of what GBK does not have', () => assert.throws(() => (toGbk as (text: string) => Buffer)('中😀'), /GBK has no 😀/));
  it('prints its policy as the sample has it, word for word', () => {
    const source = (path: string): string => readFileSync(new URL(`../../packages/server/${path}`, import.meta.url), 'utf8');
    const words = (text: string): string => text.replace(/<[^>]*>|[#\s]/g, '');
    const [, , text] = source('sample/documents/04-elevator-retrofit.md').split(/^---$/m);
    const printed = words(source('demo/legacy/policy.utf8.html'));
    for (const line of text!.split('\n')) assert.ok(printed.includes(words(line)), line);
  });
});
