import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {common, highest} from './lists.ts';

const list = fc.uniqueArray(fc.nat(200)).map((rows) => Uint32Array.from(rows).sort());

test('what is common to lists is what stands in each', () => {
  fc.assert(
    fc.property(fc.array(list, {minLength: 1, maxLength: 4}), (lists) => {
      const wanted = [...lists[0]!].filter((row) => lists.every((other) => other.includes(row)));
      assert.deepEqual([...common(lists)], wanted);
    }),
  );
  assert.deepEqual([...common([])], []);
});

test('the highest are the same as after sorting everything', () => {
  fc.assert(
    fc.property(list, fc.nat(20), (rows, count) => {
      const values = Float32Array.from(rows, (row) => (row * 7919) % 101);
      const sorted = [...rows.keys()].sort((a, b) => values[b]! - values[a]! || rows[b]! - rows[a]!).slice(0, count);
      assert.deepEqual(highest(rows, values, count).map(({head}) => head), sorted.map((i) => rows[i])); // prettier-ignore
    }),
  );
});
