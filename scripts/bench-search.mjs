/**
 * The search at 100,000 and 1,000,000 records, in process, always with facets, against plain FTS5 with bm25 and GROUP BY
 * over the same texts. Every query comes once after others have warmed the code and the commonest lists. At 100,000 also
 * in a browser: from a key to what a reader sees.
 *
 *   node scripts/bench-search.mjs [--records 100000,1000000] [--json FILE]
 *
 * Absolute times are this machine's; the ratios come from one run and travel better.
 */
import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {SqliteStore} from '../packages/server/src/store/sqlite-store.ts';
import {database} from './bench-search/database.mjs';
import {PlainFts} from './bench-search/plain-fts.mjs';
import {keystrokes} from './bench-search/keystrokes.mjs';
import {begun, makeQueries} from './bench-search/queries.mjs';

/** Milliseconds at the 95th percentile, by the number of records. */
const GOALS = {search: {100_000: 10, 1_000_000: 50}, suggest: {100_000: 5}, keystrokes: {100_000: 100}};
const RUNS = 3;
/** The yardstick answers every so-manyth query: at a million records it takes a second for one. */
const SOME = 4;

const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const median = (times) => percentile(times, 0.5);

async function time(queries, run) {
  const times = [];
  for (const query of queries) {
    const start = performance.now();
    await run(query);
    times.push(performance.now() - start);
  }
  return times;
}

/** Times of several stores that each meet every query for the first time; by query the median, so that other work on the machine drops out. */
async function ours(file, records) {
  const queries = makeQueries(11, records);
  const begins = begun(queries);
  const runs = [];
  let load = 0;
  let slips = 0;
  for (let run = 0; run < RUNS; run++) {
    const store = new SqliteStore(file);
    const start = performance.now();
    await store.search({q: '公开'});
    load = performance.now() - start;
    for (const {q} of makeQueries(12, records)) await store.search({q});
    const searches = await time(queries, ({q}) => store.search({q}));
    const suggestions = await time(begins, (q) => store.suggest({q}));
    runs.push([...searches, ...suggestions]);
    if (run === 0) for (const {kind, q} of queries) if (kind === 'one slip' && (await store.search({q})).total > 0) slips++;
    await store.close();
  }
  const times = runs[0].map((_, i) => median(runs.map((one) => one[i])));
  return {queries, load, slips, searches: times.slice(0, queries.length), suggestions: times.slice(queries.length)};
}

async function measure(records) {
  const {file, recordsPerSecond} = await database(records);
  const {queries, load, slips, searches, suggestions} = await ours(file, records);
  const plain = new PlainFts(file);
  const some = queries.filter((_, i) => i % SOME === 0);
  const yardstick = await time(some, ({kind, q}) => plain.search(q, kind === 'one slip'));
  plain.close();
  const kinds = [...new Set(queries.map(({kind}) => kind)), 'all'].map((kind) => {
    const of = (times, from) => times.filter((_, i) => kind === 'all' || from[i].kind === kind);
    const [own, sql] = [of(searches, queries), of(yardstick, some)];
    return {kind, n: own.length, p50: median(own), p95: percentile(own, 0.95), plainP50: median(sql), plainP95: percentile(sql, 0.95)};
  });
  const suggest = {n: suggestions.length, p50: median(suggestions), p95: percentile(suggestions, 0.95)};
  const seen =
    records in GOALS.keystrokes
      ? await keystrokes(
          file,
          makeQueries(13, records)
            .filter((_, i) => i % SOME === 0)
            .map(({q}) => q),
        )
      : undefined;
  return {records, load, recordsPerSecond, slips, kinds, suggest, seen};
}

const ms = (value) => value.toFixed(2);

const WAITS = {suggestions: 'key to suggestions', results: 'search to results'};
const waits = (seen = {}) =>
  Object.entries(seen).map(([what, times]) => ({what: WAITS[what], n: times.length, p50: median(times), p95: percentile(times, 0.95)}));

function report({records, load, recordsPerSecond, slips, kinds, suggest, seen}) {
  return [
    `## ${records.toLocaleString('en')} records (columns read in ${load.toFixed(0)} ms${recordsPerSecond ? `, written at ${recordsPerSecond} a second` : ''})`,
    '',
    '| search, with facets | n | p50 ms | p95 ms | plain FTS p50 | plain FTS p95 | p50 ratio |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...kinds.map(
      (r) =>
        `| ${r.kind} | ${r.n} | ${ms(r.p50)} | ${ms(r.p95)} | ${ms(r.plainP50)} | ${ms(r.plainP95)} | ${(r.p50 / r.plainP50).toFixed(2)} |`,
    ),
    `| suggestions | ${suggest.n} | ${ms(suggest.p50)} | ${ms(suggest.p95)} | | | |`,
    ...waits(seen).map((r) => `| in a browser, ${r.what} | ${r.n} | ${ms(r.p50)} | ${ms(r.p95)} | | | |`),
    '',
    `${slips} of the queries with a slip found something.`,
    '',
  ].join('\n');
}

/** @returns {string[]} goals that the figures miss */
function missed({records, kinds, suggest, seen}) {
  const goal = GOALS.search[records] ?? Infinity;
  const slow = kinds.filter(({p95}) => p95 > goal).map(({kind, p95}) => `${kind}: p95 ${ms(p95)} ms, goal ${goal}`);
  const most = GOALS.keystrokes[records];
  slow.push(
    ...waits(seen)
      .filter(({p95}) => p95 > most)
      .map(({what, p95}) => `${what}: p95 ${ms(p95)} ms, goal ${most}`),
  );
  const goalSuggest = GOALS.suggest[records] ?? Infinity;
  return suggest.p95 > goalSuggest ? [...slow, `suggestions: p95 ${ms(suggest.p95)} ms, goal ${goalSuggest}`] : slow;
}

async function main() {
  const {values} = parseArgs({options: {records: {type: 'string', default: '100000,1000000'}, json: {type: 'string'}}});
  const results = [];
  for (const records of values.records.split(',').map(Number)) {
    const result = await measure(records);
    results.push(result);
    console.log(report(result));
    for (const line of missed(result)) {
      console.log(`Missed at ${records.toLocaleString('en')}: ${line}.`);
      process.exitCode = 1;
    }
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
}

await main();
