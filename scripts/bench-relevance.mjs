/**
 * How well search finds things, on a golden set (scripts/bench-relevance/README.md) over the State Council's regulations
 * article by article, the founding document and the sample: this search, plain bigram BM25, and Fuse alone.
 *
 *   npm run bench:relevance [-- --half tune|report|all] [--misses]
 *
 * Fails when a target is missed. `--misses` shows what came instead for the tuning half; of the reporting half it
 * names the queries by id only, so that nobody tunes on them.
 */
import {parseArgs} from 'node:util';
import {materialMissing, openDatabase} from './bench-relevance/database.mjs';
import {OurSearch} from './bench-relevance/our-search.mjs';
import {HALVES, readQueries} from './bench-relevance/queries.mjs';
import {readRecords} from './bench-relevance/records.mjs';
import {byClass, rankOf, table} from './bench-relevance/score.mjs';
import {checkTargets} from './bench-relevance/targets.mjs';
import {FuseAlone, PlainBm25} from './bench-relevance/yardsticks.mjs';

const SHOWN = 3;

/** Every query against every engine, and Traditional ones once more as their Simplified twins. */
async function runAll(queries, engines, catalogue) {
  const results = [];
  for (const query of queries) {
    const answers = catalogue.answers(query);
    const hits = {};
    for (const [name, engine] of Object.entries(engines)) hits[name] = await engine.search(query.q);
    const ranks = Object.fromEntries(Object.entries(hits).map(([name, found]) => [name, rankOf(found, answers)]));
    results.push({query, hits, ranks, ...(query.twin ? {twin: await engines.ours.search(query.twin)} : {})});
  }
  return results;
}

function printTables(results, half) {
  const engines = ['ours', 'bm25', 'fuse'];
  for (const one of half === 'all' ? [...HALVES, 'all'] : [half]) {
    const some = results.filter(({query}) => one === 'all' || query.half === one);
    const nonsense = some.filter(({query}) => query.class === 'nonsense');
    const empty = engines.map((name) => `${name} ${nonsense.filter(({hits}) => !hits[name].length).length}`).join(', ');
    console.log(`\n## ${one === 'all' ? 'Both halves' : `The half that ${one}s`}\n\n${table(byClass(some, engines), engines)}`);
    console.log(`\nNonsense that returned nothing, of ${nonsense.length}: ${empty}`);
  }
}

function printMisses(results) {
  const missed = results.filter(({query, hits, ranks}) => (query.class === 'nonsense' ? hits.ours.length : ranks.ours !== 1));
  console.log('\n## Not first\n');
  for (const {query, hits, ranks} of missed.filter(({query}) => query.half === 'tune')) {
    console.log(`${query.id} ${query.q} (place ${ranks.ours || '–'}; wanted ${JSON.stringify(query.expect)})`);
    for (const {label} of hits.ours.slice(0, SHOWN)) console.log(`    ${label}`);
  }
  const report = missed.filter(({query}) => query.half === 'report');
  if (report.length) console.log(`Of the reporting half: ${report.map(({query}) => query.id).join(' ')}`);
}

function printTargets(targets) {
  console.log('\n## Targets\n');
  for (const {name, ok, missed} of targets) console.log(`${ok ? '✓' : '✗'} ${name}${missed ? `: ${missed}` : ''}`);
}

async function main() {
  const {values} = parseArgs({options: {half: {type: 'string', default: 'all'}, misses: {type: 'boolean', default: false}}});
  if (![...HALVES, 'all'].includes(values.half)) throw new Error('--half is tune, report or all.');
  const reason = materialMissing();
  if (reason) {
    console.log(`Relevance cannot be measured: ${reason}. The regulations and the founding document are no part of the project.`);
    return false;
  }
  const {store, key} = await openDatabase();
  const {records, catalogue} = await readRecords(store);
  const engines = {ours: new OurSearch(store), bm25: new PlainBm25(records), fuse: new FuseAlone(records)};
  const queries = readQueries(values.half);
  console.log(`${queries.length} queries over ${records.length.toLocaleString('en')} records (database ${key})`);
  const results = await runAll(queries, engines, catalogue);
  engines.fuse.close();
  await store.close();
  printTables(results, values.half);
  if (values.misses) printMisses(results);
  const targets = checkTargets(results);
  printTargets(targets);
  return targets.every(({ok}) => ok);
}

if (!(await main())) process.exitCode = 1;
