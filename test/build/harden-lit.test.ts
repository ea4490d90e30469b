/** The edits to Lit and DOMPurify: they fit the installed releases, and a release that they do not fit stops the build. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {EDITS, harden} from '../../packages/embed/build/harden-lit.ts';

const path = (file: string): string => new URL(`../../node_modules/${file}`, import.meta.url).pathname;

for (const [file, edits] of Object.entries(EDITS)) {
  describe(file, () => {
    const source = readFileSync(path(file), 'utf8');
    const hardened = harden(source, path(file))!;

    it('is edited', () => assert.notEqual(hardened, source));
    it('is recognised with a query, and on Windows', () => {
      assert.equal(harden(source, `${path(file)}?v=1`), hardened);
      assert.equal(harden(source, `C:\\app\\node_modules\\${file.replaceAll('/', '\\')}`), hardened);
    });
    for (const [what, pattern] of edits) {
      it(`stops the build when “${what}” looks different`, () => {
        assert.throws(
          () => harden(source.replace(pattern, 'renamed('), path(file)),
          new RegExp(`${file}: found 0 places for the edit “${what}”`),
        );
      });
      it(`stops the build when “${what}” is there twice`, () => {
        assert.throws(
          () => harden(`${source}\n${pattern.exec(source)![0]}`, path(file)),
          new RegExp(`found 2 places for the edit “${what}”`),
        );
      });
    }
    it('stops the build when a look-up is left in another form', () => {
      assert.throws(() => harden(`${source};x["litNonce"]`, path(file)), /litNonce is still there/);
      assert.throws(() => harden(`${source};x.createPolicy(y)`, path(file)), /still there/);
    });
  });
}

it('other files are left alone', () => assert.equal(harden('x.createPolicy("lit-html",', path('lit/index.js')), undefined));
