/** Databases to search in, made on first use; with them a plain full-text table over the same texts, for the yardstick. */
import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {fileURLToPath} from 'node:url';
import {bigrams} from '../../packages/rules/src/index.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {directory, portions} from './records.mjs';

const NOW = '2026-01-05T04:00:00Z';

/** @returns the file, and how fast records went into it when it had to be made */
export async function database(records) {
  const folder = fileURLToPath(new URL('../../.data/bench/', import.meta.url));
  const file = join(folder, `search-${records}.sqlite`);
  if (existsSync(file)) return {file};
  mkdirSync(folder, {recursive: true});
  const unfinished = `${file}.new`;
  for (const ending of ['', '-wal', '-shm']) rmSync(unfinished + ending, {force: true});
  const store = new SqliteStore(unfinished);
  await store.migrate();
  const {regions, agencies} = directory();
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  const start = performance.now();
  for (const {documents, items} of portions(records, agencies)) {
    if (documents) await store.saveDocuments(documents, NOW);
    else await store.saveCatalogItems(items, NOW);
  }
  const recordsPerSecond = Math.round(records / ((performance.now() - start) / 1000));
  await store.close();
  addYardstick(unfinished);
  renameSync(unfinished, file);
  return {file, recordsPerSecond};
}

/** What one would do at first: bigrams of every text in an ordinary FTS5 table, ranked by its own bm25. */
function addYardstick(file) {
  const db = new DatabaseSync(file);
  db.exec(
    `create virtual table bench_text using fts5(text, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`,
  );
  const insert = db.prepare('insert into bench_text (rowid, text) values (?, ?)');
  const read = db.prepare('select row, folded from search_units where row > ? order by row limit 5000');
  db.exec('begin');
  for (let rows = read.all(0); rows.length > 0; rows = read.all(rows.at(-1).row))
    for (const {row, folded} of rows) insert.run(row, bigrams(folded));
  db.exec('commit');
  db.exec('analyze search_units');
  db.close();
}
