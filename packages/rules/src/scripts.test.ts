import assert from 'node:assert/strict';
import {it} from 'node:test';
import {HANS, HANT} from './hant-data.ts';
import {fold, learnScripts, scriptsOf} from './index.ts';

it('the pairs of a text are all that lead to one of its characters, in whichever script it is written', () => {
  const {hant, hans} = scriptsOf('政務公开，Ａ');
  assert.deepEqual([...new Set(hans)].sort(), [...'务开'].sort());
  assert.equal([...hant].length, hans.length);
  for (const char of HANT) assert.equal(hant.includes(char), '政务公开'.includes(HANS[[...HANT].indexOf(char)]!), char);
});

it('learned pairs are known from then on, also of characters that were met before', () => {
  assert.equal(fold('ꀀ'), 'ꀀ');
  learnScripts({hant: 'ꀀ\u{2000b}', hans: '公开'});
  assert.equal(fold('ꀀ\u{2000b}'), '公开');
  assert.equal(fold('政務'), '政务');
});
