import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Agency, Region} from '@zwgk/contract';
import {chinaDate} from '@zwgk/rules';
import type {CatalogRecord, Store} from '../store/store.ts';
import {importCatalog, type CatalogTarget} from './import-catalog.ts';
import {importDocuments, type DocumentTarget} from './import-documents.ts';
import type {ImportProblem} from './problem.ts';

/** Folder of the sample that ships: invented, every record marked 演示数据. */
export const SAMPLE_DIR = fileURLToPath(new URL('../../sample/', import.meta.url));

export interface SampleResult {
  readonly regions: number;
  readonly agencies: number;
  readonly items: number;
  readonly documents: number;
  readonly problems: ImportProblem[];
}

type SampleStore = DocumentTarget & Pick<Store, 'saveRegions' | 'saveAgencies' | 'saveCatalogItems' | 'getCatalogItem'>;

const DAY = 86_400_000;
/** Days before the load at which the first tables and their updates count as published: so only the updates are news. */
const TABLES_AGE = 60;
const UPDATES_AGE = 3;

/**
 * Loads the sample: regions, agencies, one catalogue table an agency and a few later updates (read by the
 * importer, as real ones would be), documents. Again changes nothing.
 * @param now RFC 3339 instant of the load.
 * @throws {Error} when a sample file has an error: the sample is part of the product.
 */
export async function loadSample(
  store: SampleStore,
  now: string,
  onProgress?: (done: number, total: number) => void,
): Promise<SampleResult> {
  const regions = JSON.parse(await readFile(join(SAMPLE_DIR, 'regions.json'), 'utf8')) as Region[];
  const agencies = JSON.parse(await readFile(join(SAMPLE_DIR, 'agencies.json'), 'utf8')) as Agency[];
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  const problems: ImportProblem[] = [];
  const files = await tablesIn('catalog');
  const steps = files.length + 2;
  const tables = await readTables(store, files, now, problems, (done) => onProgress?.(done, steps));
  const updates = await readTables(store, await tablesIn('catalog-updates'), now, problems);
  const items = await saveCatalog(store, tables, updates, now);
  onProgress?.(steps - 1, steps);
  const documents = await importDocuments(store, join(SAMPLE_DIR, 'documents'), {agency: agencies[0]!.id, now, demo: true});
  problems.push(...documents.problems);
  onProgress?.(steps, steps);
  const broken = problems.find(({severity}) => severity === 'error');
  if (broken) throw new Error(`sample: ${broken.file} ${broken.row ?? ''} ${broken.column ?? ''} ${broken.message}`);
  return {regions: regions.length, agencies: agencies.length, items, documents: documents.documents, problems};
}

const tablesIn = async (folder: string): Promise<string[]> =>
  (await readdir(join(SAMPLE_DIR, folder)))
    .filter((name) => /\.(xlsx|csv)$/.test(name))
    .toSorted()
    .map((name) => join(SAMPLE_DIR, folder, name));

type Records = Map<string, CatalogRecord>;

/** The records of tables named after their agencies (`qhx-jyj.xlsx`), not stored yet. */
async function readTables(
  store: SampleStore,
  files: readonly string[],
  now: string,
  problems: ImportProblem[],
  onFile?: (done: number) => void,
): Promise<Records> {
  const records: Records = new Map();
  const collector: CatalogTarget = {
    findAgency: (code) => store.findAgency(code),
    saveCatalogItems: (batch) => {
      for (const record of batch) records.set(record.id, record);
      return Promise.resolve({added: batch.length, changed: 0, unchanged: 0, removed: 0});
    },
  };
  for (const [i, file] of files.entries()) {
    const agency = /([^\\/]+)\.[a-z]+$/.exec(file)?.[1] ?? '';
    problems.push(...(await importCatalog(collector, [file], {agency, now, demo: true})).problems);
    onFile?.(i + 1);
  }
  return records;
}

/** First the tables, then what changed since; a second load leaves what the updates changed as it is. */
async function saveCatalog(store: SampleStore, tables: Records, updates: Records, now: string): Promise<number> {
  const before = (days: number): string => new Date(Date.parse(now) - days * DAY).toISOString();
  const today = chinaDate(Date.parse(now));
  const first: CatalogRecord[] = [];
  for (const record of tables.values()) {
    if (!updates.has(record.id) || !(await store.getCatalogItem(record.id, today))) first.push(record);
  }
  await store.saveCatalogItems(first, before(TABLES_AGE));
  await store.saveCatalogItems([...updates.values()], before(UPDATES_AGE));
  return new Set([...tables.keys(), ...updates.keys()]).size;
}
