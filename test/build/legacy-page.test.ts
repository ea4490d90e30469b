/** The legacy demo page is committed in GBK, and made from a source that people can read. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
// @ts-expect-error -- a plain script beside the page
import {encodedPage, toGbk} from '../../packages/server/demo/legacy/encode.mjs';

describe('the legacy demo page', () => {
  const page = readFileSync(new URL('../../packages/server/demo/legacy/index.html', import.meta.url));

  it('is what its source makes: run node packages/server/demo/legacy/encode.mjs after an edit', () => {
    assert.ok(page.equals((encodedPage as () => Buffer)()));
  });
  it('is GBK and nothing else', () => {
    assert.match(new TextDecoder('gbk', {fatal: true}).decode(page), /示例市青禾县住房和城乡建设局/);
    assert.throws(() => new TextDecoder('utf-8', {fatal: true}).decode(page));
  });
  it('cannot be made of what GBK does not have', () => assert.throws(() => (toGbk as (text: string) => Buffer)('中😀'), /GBK has no 😀/));
});
