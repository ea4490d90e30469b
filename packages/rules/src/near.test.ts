import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {nearest, pieces} from './index.ts';

const text = '全面推进政务公开工作';

describe('pieces of a word in a text', () => {
  it('are the longest, from left to right', () => {
    assert.deepEqual(pieces('政务公开', text), [[0, 4]]);
    assert.deepEqual(pieces('公开政务', text), [
      [0, 2],
      [2, 2],
    ]);
    assert.deepEqual(pieces('政务共开', text), [[0, 2]]);
    assert.deepEqual(pieces('税', text), []);
  });

  it('all stand in the text, and never overlap', () => {
    const few = fc.string({unit: fc.constantFrom(...'政务公开'), maxLength: 12});
    fc.assert(
      fc.property(few, few, (word, within) => {
        let end = 0;
        for (const [start, length] of pieces(word, within)) {
          assert.ok(start >= end && within.includes(word.slice(start, start + length)));
          end = start + length;
        }
      }),
    );
  });
});

describe('the nearest wording', () => {
  const found = (word: string, within = text): string | undefined => {
    const range = nearest(word, within);
    return range && within.slice(range.from, range.to);
  };

  it('is one wrong, missing, extra or swapped character away', () => {
    for (const slip of ['政务共开', '政公开', '政务务公开', '政公务开', '正务公开']) assert.equal(found(slip), '政务公开', slip);
    assert.equal(found('政务公布'), '政务公开');
  });

  it('is none where two characters differ', () => {
    for (const word of ['政府公布', '财政预算', '公政开务']) assert.equal(found(word), undefined, word);
  });

  it('finds every single slip made in a word that the text holds', () => {
    const chars = fc.constantFrom(...'政务公开条例');
    fc.assert(
      fc.property(fc.string({unit: chars, minLength: 4, maxLength: 9}), fc.nat(3), fc.nat(99), (word, kind, place) => {
        const at = place % (word.length - 1);
        const slips = [
          `${word.slice(0, at)}错${word.slice(at + 1)}`,
          word.slice(0, at) + word.slice(at + 1),
          `${word.slice(0, at)}错${word.slice(at)}`,
          word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
        ];
        assert.ok(nearest(slips[kind]!, `甲乙${word}丙丁`));
      }),
    );
  });
});
