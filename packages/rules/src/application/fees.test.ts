import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PolicyProfile} from '@zwgk/contract';
import fc from 'fast-check';
import {fee, itemFee, requestPolicy} from './index.ts';
import {rules} from './testing/log.ts';

const {perItem, perPage} = rules.policy;

describe('信息处理费 (国办函〔2020〕109号)', () => {
  const items: [number, number][] = [
    ...(
      [
        [0, 0],
        [1, 0],
        [10, 0],
        [11, 100],
        [30, 2000],
        [31, 2200],
        [40, 4000],
        [41, 4300],
        [45, 5500],
        [51, 7400],
      ] as const
    ).map(([count, yuan]): [number, number] => [count, yuan]),
  ];
  for (const [count, yuan] of items) it(`${count} 件: ${yuan} 元`, () => assert.equal(fee(count, perItem), yuan));

  const pages: [number, number][] = [
    [0, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [1000, 34_700],
  ];
  for (const [count, yuan] of pages) it(`${count} 页: ${yuan} 元`, () => assert.equal(fee(count, perPage), yuan));

  it('charges an application what it adds to the month', () => {
    assert.equal(itemFee(1, 10, perItem), 100);
    assert.equal(itemFee(2, 29, perItem), 300);
    fc.assert(
      fc.property(fc.array(fc.nat(20), {maxLength: 10}), (applications) => {
        let before = 0;
        let sum = 0;
        for (const each of applications) {
          sum += itemFee(each, before, perItem);
          before += each;
        }
        assert.equal(sum, fee(before, perItem));
      }),
    );
  });

  it('is the sum of each item’s or page’s own rate, which never falls', () => {
    for (const schedule of [perItem, perPage]) {
      const rates = Array.from({length: 300}, (_, i) => fee(i + 1, schedule) - fee(i, schedule));
      assert.deepEqual(
        rates,
        [...rates].sort((a, b) => a - b),
      );
    }
    const rate = (n: number): number => fee(n, perItem) - fee(n - 1, perItem);
    assert.deepEqual([31, 40, 41, 50, 51, 60, 61, 101].map(rate), [200, 200, 300, 300, 400, 400, 500, 900]);
  });
});

describe('the policy profile', () => {
  const profile: PolicyProfile = {id: 'x', title: 'x', periods: {}, numbers: {}};
  it('must hold every number that the rules need, counted in working days', () => {
    assert.throws(() => requestPolicy(profile), /no fees/);
    const fees = {perItem, perPage};
    assert.throws(() => requestPolicy({...profile, fees}), /requestAnswer/);
    const periods = {requestAnswer: {value: 20, unit: 'day' as const, source: 'x'}};
    assert.throws(() => requestPolicy({...profile, fees, periods}), /requestAnswer/);
  });
  it('is the law’s', () => {
    const {answer, extension, correctionNotice, thirdParty, coAgency, feePayment} = rules.policy;
    assert.deepEqual([answer, extension, correctionNotice, thirdParty, coAgency, feePayment], [20, 20, 7, 15, 15, 20]);
  });
});
