import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {ReportCluster} from '@zwgk/contract';
import {concentrated, outcomeOf, reportTally, reviewReport, type ReceivedTotals, type ReportInput} from './index.ts';
import {POLICY} from './testing/policy.ts';

const ids = (from: number, count: number): string[] => [...Array(count).keys()].map((i) => `c${from + i}`);
const cluster = (id: string, comments: readonly string[], more: Partial<ReportCluster> = {}): ReportCluster => ({
  id,
  theme: `主题 ${id}`,
  count: comments.length,
  comments: [...comments],
  outcome: 'adopted',
  ...more,
});
const report = (clusters: ReportCluster[], more: Partial<ReportInput> = {}): ReportInput => ({
  clusters,
  duplicates: [],
  unrelated: {count: 0, comments: []},
  ...more,
});
const received = (count: number, offline = 0): ReceivedTotals => ({received: count + offline, comments: ids(0, count)});
const codes = (input: ReportInput, totals: ReceivedTotals): string[] =>
  reviewReport(input, totals, POLICY).map(({code, path}) => `${code} ${path}`);

describe('a report that gives its reasons (R3.10)', () => {
  const refused = (count: number, others: number, more: Partial<ReportCluster> = {}) =>
    codes(
      report([cluster('a', ids(0, count), {outcome: 'not_adopted', ...more}), cluster('b', ids(count, others))]),
      received(count + others),
    );

  it('is refused where thirty ask for what is not adopted, and nobody says why', () => {
    assert.deepEqual(refused(30, 70), ['reason-required /clusters/0/reason']);
    assert.deepEqual(refused(30, 70, {reason: ' 　'}), ['reason-required /clusters/0/reason']);
    assert.deepEqual(refused(30, 70, {reason: '近三年伤人事件里，名录内犬只占七成。'}), []);
    assert.deepEqual(refused(30, 70, {outcome: 'adopted'}), []);
  });

  it('counts five comments and a tenth as concentrated, by the profile', () => {
    assert.deepEqual(refused(5, 45), ['reason-required /clusters/0/reason']);
    assert.deepEqual(refused(5, 46), []);
    assert.deepEqual(refused(4, 4), []);
    for (let n = 5; n < 200; n++) assert.equal(refused(n, 9 * n).length, 1, `${n} of ${10 * n}`);
  });

  it('knows no way around it: what does not concern the draft, or says the same again, makes nothing less concentrated', () => {
    const buried = report([cluster('a', ids(0, 5), {outcome: 'not_adopted'})], {unrelated: {count: 95, comments: ids(5, 95)}});
    assert.deepEqual(codes(buried, received(100)), ['reason-required /clusters/0/reason']);
    const duplicates = ids(1, 29).map((comment) => ({comment, of: 'c0'}));
    const folded = report([cluster('a', ['c0'], {outcome: 'not_adopted'}), cluster('b', ids(30, 70))], {duplicates});
    assert.deepEqual(codes(folded, received(100)), ['reason-required /clusters/0/reason']);
    assert.deepEqual([...concentrated(folded, received(100), POLICY)], ['a', 'b']);
  });

  it('is not fooled by a small cluster under the number of a big one', () => {
    const big = cluster('a', ids(0, 30), {outcome: 'not_adopted'});
    assert.deepEqual(codes(report([big, cluster('a', ['c30'])]), received(31)), ['cluster-twice /clusters/1/id']);
  });

  it('says of what is partly adopted what is taken and what not, and why if it is concentrated', () => {
    const both = {taken: '公园周边以外放宽到 8 点', notTaken: '公园和学校周边仍为 7 点'};
    const partly = (more: Partial<ReportCluster>) => refused(20, 20, {outcome: 'partly', ...more});
    assert.deepEqual(partly({...both, reason: '上学高峰行人多。'}), []);
    assert.deepEqual(partly(both), ['reason-required /clusters/0/reason']);
    assert.deepEqual(partly({reason: '上学高峰行人多。', taken: both.taken}), ['partly-needs-both /clusters/0/notTaken']);
    assert.deepEqual(partly({reason: '上学高峰行人多。', notTaken: both.notTaken}), ['partly-needs-both /clusters/0/taken']);
    assert.deepEqual(refused(2, 90, {outcome: 'partly', ...both}), [], 'a few may be told shortly');
  });

  it('names every theme and outcome', () => {
    const odd = cluster('a', ['c0'], {theme: ' ', outcome: 'maybe' as 'partly'});
    assert.deepEqual(codes(report([odd]), received(1)), ['theme-required /clusters/0/theme', 'outcome-unknown /clusters/0/outcome']);
  });
});

describe('a report that adds up (R3.10)', () => {
  it('has every comment in one place', () => {
    const two = report([cluster('a', ['c0', 'c1']), cluster('b', ['c2'])]);
    assert.deepEqual(codes(two, received(3)), []);
    assert.deepEqual(codes(two, received(4)), ['counts-do-not-add-up /clusters', 'comment-unassigned /clusters']);
    assert.deepEqual(codes(report([cluster('a', ['c0', 'c1']), cluster('b', ['c1'])]), received(3)), [
      'comment-twice /clusters/1/comments/0',
      'comment-unassigned /clusters',
    ]);
    assert.deepEqual(codes(two, received(2)), ['counts-do-not-add-up /clusters', 'unknown-comment /clusters/1/comments/0']);
  });

  it('counts what came by letter and telephone with the rest', () => {
    const mixed = report([cluster('a', ['c0', 'c1'], {count: 5}), cluster('b', [], {count: 2})]);
    assert.deepEqual(codes(mixed, received(2, 5)), []);
    assert.deepEqual(codes(mixed, received(2, 4)), ['counts-do-not-add-up /clusters']);
    assert.deepEqual(codes(report([cluster('a', ['c0', 'c1'], {count: 1})]), received(2, -1)), ['count-invalid /clusters/0/count']);
    assert.deepEqual(codes(report([cluster('a', [], {count: 1.5}), cluster('b', [], {count: 0.5})]), received(0, 2)), [
      'count-invalid /clusters/0/count',
      'count-invalid /clusters/1/count',
    ]);
  });

  it('lets a duplicate repeat only what is in a cluster', () => {
    const of = (target: string) => report([cluster('a', ['c0'])], {duplicates: [{comment: 'c1', of: target}]});
    assert.deepEqual(codes(of('c0'), received(2)), []);
    assert.deepEqual(codes(of('c1'), received(2)), ['duplicate-of-nothing /duplicates/0/of']);
    assert.deepEqual(codes(of('c9'), received(2)), ['duplicate-of-nothing /duplicates/0/of']);
  });

  /** A report that is right, over up to sixty comments, some by letter. */
  const rightReport = fc
    .record({
      places: fc.array(fc.integer({min: 0, max: 7}), {minLength: 1, maxLength: 60}),
      offline: fc.array(fc.nat(9), {minLength: 6, maxLength: 6}),
    })
    .map(({places, offline}) => {
      const at = (place: number) => places.flatMap((each, i) => (each === place ? [`c${i}`] : []));
      const clusters = offline.map((letters, i) => cluster(`k${i}`, at(i), {count: at(i).length + letters}));
      const first = clusters.flatMap(({comments}) => comments)[0];
      const extra = at(6);
      const duplicates = first === undefined ? [] : extra.map((comment) => ({comment, of: first}));
      const unrelated = [...at(7), ...(first === undefined ? extra : [])];
      const input = report(clusters, {duplicates, unrelated: {count: unrelated.length, comments: unrelated}});
      return {
        input,
        totals: received(
          places.length,
          offline.reduce((a, b) => a + b, 0),
        ),
      };
    });

  it('passes whenever it is right, and then tells everybody what became of their comment', () => {
    fc.assert(
      fc.property(rightReport, ({input, totals}) => {
        assert.deepEqual(codes(input, totals), []);
        for (const id of totals.comments) {
          const outcome = outcomeOf(input, id);
          assert.ok(outcome);
          if (outcome.kind === 'unrelated') assert.ok(input.unrelated.comments.includes(id));
          else assert.equal(input.clusters[outcome.number - 1], outcome.cluster);
        }
      }),
    );
  });

  it('fails whenever one number or one comment is taken away or put in', () => {
    fc.assert(
      fc.property(rightReport, fc.nat(5), fc.constantFrom(-1, 1), ({input, totals}, at, by) => {
        const miscounted = input.clusters.map((each, i) => (i === at ? {...each, count: each.count + by} : each));
        assert.ok(codes({...input, clusters: miscounted}, totals).some((code) => code.startsWith('counts-do-not-add-up')));
        assert.ok(codes(input, {...totals, received: totals.received + by}).length > 0);
        const more = {received: totals.received + 1, comments: [...totals.comments, 'late']};
        assert.ok(codes(input, more).includes('comment-unassigned /clusters'));
      }),
    );
  });
});

describe('what became of my comment', () => {
  const input = report([cluster('a', ['c0']), cluster('b', ['c1'], {outcome: 'not_adopted', reason: '名录每两年评估一次。'})], {
    duplicates: [{comment: 'c2', of: 'c1'}],
    unrelated: {count: 1, comments: ['c3']},
  });
  it('is the cluster that it is in, by number, outcome and reason', () => {
    const outcome = outcomeOf(input, 'c1');
    assert.deepEqual(outcome, {kind: 'cluster', cluster: input.clusters[1], number: 2});
  });
  it('is that of the comment it repeats, or none, or unknown', () => {
    assert.deepEqual(outcomeOf(input, 'c2'), {kind: 'cluster', cluster: input.clusters[1], number: 2, duplicateOf: 'c1'});
    assert.deepEqual(outcomeOf(input, 'c3'), {kind: 'unrelated'});
    assert.equal(outcomeOf(input, 'c4'), undefined);
  });
  it('is summed up by outcome', () => {
    assert.deepEqual(reportTally(input), {
      adopted: {clusters: 1, comments: 1},
      partly: {clusters: 0, comments: 0},
      not_adopted: {clusters: 1, comments: 1},
    });
  });
});
