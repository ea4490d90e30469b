/** Databases of generated items that the benchmarks share. */
import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {generateDirectory, generateItems} from '../../packages/server/src/testing/generate.ts';

const CHUNK = 2000;

/** @returns a database with so many generated items, made on first use. */
export async function database(items) {
  const folder = fileURLToPath(new URL('../../.data/bench/', import.meta.url));
  const file = join(folder, `catalog-${items}.sqlite`);
  if (existsSync(file)) return {file};
  mkdirSync(folder, {recursive: true});
  const unfinished = `${file}.new`;
  rmSync(unfinished, {force: true});
  const store = new SqliteStore(unfinished);
  await store.migrate();
  const {regions, agencies} = generateDirectory();
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  const records = generateItems(items, agencies);
  const start = performance.now();
  for (let i = 0; i < records.length; i += CHUNK) await store.saveCatalogItems(records.slice(i, i + CHUNK), '2026-01-05T04:00:00Z');
  const seconds = (performance.now() - start) / 1000;
  await store.close();
  renameSync(unfinished, file);
  return {file, storeRowsPerSecond: Math.round(items / seconds)};
}
