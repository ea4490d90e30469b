/** What relevance has to reach, checked on the queries of one run. */
import {byClass} from './score.mjs';

const FAULTS_FOUND = 0.95;
const BETTER_THAN_PLAIN = 1.25;

const named = (results) => results.map(({query}) => query.id).join(' ');
const target = (name, missed, ok = !missed.length) => ({name, ok, missed: ok ? '' : named(missed)});
const sameList = (a, b) => a.length === b.length && a.every(({keys}, i) => keys.join() === b[i].keys.join());

/** Classes in which plain BM25 does better, and by how much. */
function belowPlain(rows) {
  const below = rows.filter(({ours, bm25}) => ours.mrr < bm25.mrr);
  const text = below.map(({name, ours, bm25}) => `${name} ${ours.mrr.toFixed(3)} < ${bm25.mrr.toFixed(3)}`).join(', ');
  return {name: 'no class below plain bigram BM25', ok: !below.length, missed: text};
}

/**
 * @param results `[{query, hits: {ours}, ranks: {ours, bm25}, twin?: hits}]`
 * @returns `[{name, ok, missed}]`: each target, and the queries that missed it.
 */
export function checkTargets(results) {
  const of = (name) => results.filter(({query}) => query.class === name);
  const rows = byClass(results, ['ours', 'bm25']);
  const {ours, bm25} = rows.at(-1);
  const ratio = ours.mrr / bm25.mrr;
  const faults = of('fault');
  const lost = faults.filter(({ranks}) => !ranks.ours);
  return [
    target(
      'numbers hit@1 = 1.00',
      of('number').filter(({ranks}) => ranks.ours !== 1),
    ),
    target(
      'Traditional = Simplified, result for result',
      results.filter(({hits, twin}) => twin && !sameList(hits.ours, twin)),
    ),
    target(`one-character faults hit@10 ≥ ${FAULTS_FOUND}`, lost, lost.length <= faults.length * (1 - FAULTS_FOUND)),
    {name: `overall MRR@10 ≥ ${BETTER_THAN_PLAIN} × plain bigram BM25`, ok: ratio >= BETTER_THAN_PLAIN, missed: `× ${ratio.toFixed(2)}`},
    belowPlain(rows),
    target(
      'nonsense returns nothing',
      of('nonsense').filter(({hits}) => hits.ours.length),
    ),
  ];
}
