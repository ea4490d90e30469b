/** The names that the build shortens are nobody else's: neither the browser's, nor the contract's, nor for pages to call. */
import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {NAMES, shorten} from '../../packages/embed/build/short-names.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const read = (pattern: string): string =>
  globSync(pattern, {cwd: ROOT})
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n');
const wordsOf = (text: string): Set<string> => new Set(text.match(/[\w$]+/g));
const sources = read('packages/{elements,embed,client}/src/**/*.ts');

describe('the short names', () => {
  const others = {
    "the browser's": wordsOf(read('node_modules/typescript/lib/lib.*.d.ts')),
    "the contract's": wordsOf(read('packages/contract/openapi.yaml')),
    'public ones': wordsOf(read('packages/elements/custom-elements.json')),
    "the demo pages'": wordsOf(read('packages/server/demo/**/*.{html,js}')),
  };
  it('stand for names of Lit or the elements', () => {
    const known = wordsOf(read('node_modules/{lit-html,lit-element,@lit/reactive-element}/*.js') + sources);
    assert.deepEqual(
      NAMES.filter((name) => !known.has(name)),
      [],
    );
    assert.equal(new Set(NAMES).size, NAMES.length);
  });
  for (const [whose, words] of Object.entries(others)) {
    it(`stand for none of ${whose}`, () => {
      assert.ok(words.size > 100, `${words.size} words`);
      assert.deepEqual(
        NAMES.filter((name) => words.has(name)),
        [],
      );
    });
  }
  it('stand for no name that is written as a text or looked up by one', () => {
    const code = sources.replace(/\/\*.*?\*\/|\/\/ .*?$/gms, '');
    const written = NAMES.filter((name) => [`'${name}'`, `"${name}"`, `\`${name}\``].some((text) => code.includes(text)));
    assert.deepEqual(written, []);
  });
  it('are the same in every chunk, whole names only', () => {
    const code = 'a.hostUpdate();b.hostUpdated();"host-hostUpdate";x.hostUpdateAll';
    const [update, updated] = ['hostUpdate', 'hostUpdated'].map((name) => shorten(name));
    assert.notEqual(update, updated);
    assert.equal(shorten(code), `a.${update}();b.${updated}();"host-hostUpdate";x.hostUpdateAll`);
  });
  it('stop the build where the code has such a name of its own', () => {
    assert.throws(() => shorten('a._3=1'), /property \._3 of its own/);
  });
});
