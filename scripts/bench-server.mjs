/**
 * The reference server at 100,000 catalogue items: lists with facets in process against the same answers by plain SQL,
 * the list endpoint against bare node:http over the same store, and the importer.
 *
 *   node scripts/bench-server.mjs [--items 100000] [--json FILE]
 *
 * Absolute times are this machine's; the ratios come from one run and travel better.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {SqliteStore} from '../packages/server/src/store/sqlite-store.ts';
import {compareHttp} from './bench-server/http.mjs';
import {database} from './bench-server/database.mjs';
import {makeQueries, deepPages} from './bench-server/queries.mjs';
import {measureImport} from './bench-server/import.mjs';
import {PlainSql} from './bench-server/plain-sql.mjs';

const TODAY = '2026-11-24';
/** Odd, for a median. */
const RUNS = 3;
const GOALS = {p95: 10, ratio: 0.7};

const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const spread = (times) => ({n: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95)});

/** Each query once, in the given order; milliseconds. */
async function time(queries, run) {
  const times = [];
  for (const {query} of queries) {
    const start = performance.now();
    await run(query);
    times.push(performance.now() - start);
  }
  return times;
}

/** Times of the queries of one kind, or of all. */
const ofKind = (queries, times, kind) => times.filter((_, i) => kind === 'all' || queries[i].kind === kind);

/** The median of several stores that each meet every query for the first time: what another process did meanwhile drops out. */
async function inProcess(file) {
  const runs = [];
  let queries;
  for (let run = 0; run < RUNS; run++) {
    const store = new SqliteStore(file);
    queries = [...makeQueries(11), ...(await deepPages(store, TODAY))];
    for (const {query} of makeQueries(12)) await store.listCatalogItems(query, TODAY); // warm the code, not the answers
    runs.push(await time(queries, (query) => store.listCatalogItems(query, TODAY)));
    await store.close();
  }
  const ours = queries.map((_, i) =>
    percentile(
      runs.map((times) => times[i]),
      0.5,
    ),
  );
  const some = queries.filter((_, i) => i % 4 === 0);
  const sql = await yardstick(file, some);
  return [...new Set(queries.map(({kind}) => kind)), 'all'].map((kind) => {
    const {p50: sqlP50, p95: sqlP95} = spread(ofKind(some, sql, kind));
    return {kind, ...spread(ofKind(queries, ours, kind)), sqlP50, sqlP95};
  });
}

/** Plain SQL's times, once it is seen to give the same answers. */
async function yardstick(file, queries) {
  const plain = new PlainSql(file);
  const store = new SqliteStore(file);
  for (const {query} of queries.slice(0, 20)) plain.mustAgree(query, await store.listCatalogItems(query, TODAY));
  await store.close();
  const times = await time(queries, (query) => plain.list(query));
  plain.close();
  return times;
}

const ms = (value) => (value === undefined ? '' : value.toFixed(2));

function report({items, load, list, http, importer}) {
  const lines = [
    `## List with facets, ${items.toLocaleString('en')} items, in process (columns read in ${load.toFixed(0)} ms)`,
    '',
    '| query | n | p50 ms | p95 ms | plain SQL p50 | plain SQL p95 | p50 ratio |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...list.map(
      (r) => `| ${r.kind} | ${r.n} | ${ms(r.p50)} | ${ms(r.p95)} | ${ms(r.sqlP50)} | ${ms(r.sqlP95)} | ${(r.p50 / r.sqlP50).toFixed(3)} |`,
    ),
    '',
    '## List endpoint with all its headers against bare node:http over the same store',
    '',
    '| | req/s |',
    '|---|--:|',
    `| bare node:http | ${http.bare.toFixed(0)} |`,
    `| this server | ${http.full.toFixed(0)} |`,
    `| ratio (median of ${http.rounds} pairs of rounds) | ${http.ratio.toFixed(2)} |`,
    '',
    '## Importer',
    '',
    '| | rows/s |',
    '|---|--:|',
    `| CSV table to database (${importer.rows} rows) | ${importer.rowsPerSecond} |`,
    `| the same table again, nothing changed | ${importer.againPerSecond} |`,
  ];
  return lines.join('\n');
}

async function main() {
  const {values} = parseArgs({options: {items: {type: 'string', default: '100000'}, json: {type: 'string'}}});
  const items = Number(values.items);
  const {file, storeRowsPerSecond} = await database(items);
  const store = new SqliteStore(file);
  await store.migrate();
  const start = performance.now();
  await store.listCatalogItems({limit: 1}, TODAY);
  const load = performance.now() - start;
  const list = await inProcess(file);
  const http = await compareHttp(store, TODAY);
  await store.close();
  const folder = mkdtempSync(join(tmpdir(), 'zwgk-bench-'));
  const importer = await measureImport(folder);
  rmSync(folder, {recursive: true});
  const result = {items, load, list, http, importer, ...(storeRowsPerSecond ? {storeRowsPerSecond} : {})};
  console.log(report(result));
  const slow = items <= 100_000 && list.at(-1).p95 > GOALS.p95;
  if (slow) console.log(`\nMissed: p95 over ${GOALS.p95} ms.`);
  if (http.ratio < GOALS.ratio) console.log(`\nMissed: less than ${GOALS.ratio} of bare node:http.`);
  if (slow || http.ratio < GOALS.ratio) process.exitCode = 1;
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
}

await main();
