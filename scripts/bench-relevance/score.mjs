/** Reciprocal ranks and hits by class, and the table that shows them. */

const DEPTH = 10;
const CLASSES = ['title', 'fragment', 'number', 'traditional', 'taiwan', 'pinyin', 'initials', 'lay', 'fault', 'two-char', 'reordered'];

/**
 * Place of the first right answer among ten, from 1; 0 when there is none. A further article that a result lists counts
 * as many places later as one reads past.
 */
export function rankOf(hits, answers) {
  const placeIn = ({keys, more = []}) => [keys, ...more.map((key) => [key])].findIndex((some) => some.some((key) => answers.has(key)));
  const places = hits.slice(0, DEPTH).flatMap((hit, i) => (placeIn(hit) < 0 ? [] : [i + 1 + placeIn(hit)]));
  const best = Math.min(...places);
  return best <= DEPTH ? best : 0;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param ranks Places as `rankOf` gives them. */
export const scores = (ranks) => ({
  mrr: mean(ranks.map((rank) => (rank ? 1 / rank : 0))),
  hit1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
  hit10: mean(ranks.map((rank) => (rank ? 1 : 0))),
});

/**
 * One row a class and one for all; nonsense has no right answer and no rank.
 * @param results `[{query, ranks: {engine: place}}]`
 */
export function byClass(results, engines) {
  const ranked = results.filter(({query}) => query.class !== 'nonsense');
  const row = (name, rows) => ({
    name,
    n: rows.length,
    ...Object.fromEntries(engines.map((engine) => [engine, scores(rows.map(({ranks}) => ranks[engine]))])),
  });
  const rows = CLASSES.map((name) =>
    row(
      name,
      ranked.filter(({query}) => query.class === name),
    ),
  );
  return [...rows.filter(({n}) => n), row('all', ranked)];
}

const cells = ({mrr, hit1, hit10}) => [mrr, hit1, hit10].map((value) => value.toFixed(2));

export function table(rows, engines) {
  const heads = engines.flatMap((engine) => [`${engine} MRR@10`, 'hit@1', 'hit@10']);
  return [
    `| class | n | ${heads.join(' | ')} |`,
    `|---|--:|${heads.map(() => '--:').join('|')}|`,
    ...rows.map((row) => `| ${row.name} | ${row.n} | ${engines.flatMap((engine) => cells(row[engine])).join(' | ')} |`),
  ].join('\n');
}
