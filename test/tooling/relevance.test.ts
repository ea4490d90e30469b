/** How `npm run bench:relevance` judges: places, and targets that name what missed them. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rankOf, scores} from '../../scripts/bench-relevance/score.mjs';
import {checkTargets} from '../../scripts/bench-relevance/targets.mjs';

const hits = (...keys: string[]) => keys.map((key) => ({keys: [key], label: key}));

describe('the place of an answer', () => {
  it('is that of the first right result, and none past the tenth', () => {
    assert.equal(rankOf(hits('a', 'b', 'c'), new Set(['c', 'b'])), 2);
    assert.equal(rankOf(hits('a'), new Set(['z'])), 0);
    assert.equal(rankOf(hits(...'abcdefghijk'), new Set(['k'])), 0);
  });

  it('is later for an article that a result lists further down', () => {
    const found = [{keys: ['d', 'd#1'], more: ['d#2', 'd#3'], label: ''}];
    assert.equal(rankOf(found, new Set(['d#1'])), 1);
    assert.equal(rankOf(found, new Set(['d#3'])), 3);
  });

  it('makes the mean reciprocal rank', () => assert.deepEqual(scores([1, 2, 0, 1]), {mrr: 0.625, hit1: 0.5, hit10: 0.75}));
});

describe('the targets', () => {
  const result = (id: string, name: string, ours: number, bm25: number, more: object = {}) => ({
    query: {id, class: name},
    hits: {ours: hits('a')},
    ranks: {ours, bm25, fuse: 0},
    ...more,
  });
  const good = [
    result('n1', 'number', 1, 2),
    result('f1', 'fault', 1, 0),
    result('t1', 'traditional', 1, 1, {twin: hits('a')}),
    {...result('x1', 'nonsense', 0, 0), hits: {ours: []}},
  ];
  const missed = (results: object[]) => checkTargets(results).flatMap(({ok, missed: names}) => (ok ? [] : [names]));

  it('are met', () => assert.deepEqual(missed(good), []));

  it('name the queries that miss them', () => {
    assert.deepEqual(missed([...good, result('n2', 'number', 2, 2)]), ['n2']);
    assert.deepEqual(missed([...good, result('f2', 'fault', 0, 0)]), ['f2']);
    assert.deepEqual(missed([...good, result('t2', 'traditional', 1, 1, {twin: hits('b')})]), ['t2']);
    assert.deepEqual(missed([...good, result('x2', 'nonsense', 0, 0)]), ['x2']);
    assert.deepEqual(missed([...good, result('l1', 'lay', 2, 1)]), ['lay 0.500 < 1.000']);
    assert.deepEqual(missed([result('l1', 'lay', 1, 1)]), ['× 1.00']);
  });
});
