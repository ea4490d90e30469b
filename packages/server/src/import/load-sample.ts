import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Agency, Region} from '@zwgk/contract';
import type {Store} from '../store/store.ts';
import {importCatalog} from './import-catalog.ts';
import {importDocuments} from './import-documents.ts';
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

/**
 * Loads the sample: regions, agencies, one catalogue table an agency (through the importer, as a real one
 * would come in) and documents. Again changes nothing.
 * @param now RFC 3339 instant of the load.
 * @throws {Error} when a sample file has an error: the sample is part of the product.
 */
export async function loadSample(store: Store, now: string, onProgress?: (done: number, total: number) => void): Promise<SampleResult> {
  const regions = JSON.parse(await readFile(join(SAMPLE_DIR, 'regions.json'), 'utf8')) as Region[];
  const agencies = JSON.parse(await readFile(join(SAMPLE_DIR, 'agencies.json'), 'utf8')) as Agency[];
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  const problems: ImportProblem[] = [];
  const tables = (await readdir(join(SAMPLE_DIR, 'catalog'))).filter((name) => /\.(xlsx|csv)$/.test(name)).toSorted();
  let items = 0;
  for (const [i, name] of tables.entries()) {
    const agency = name.replace(/\.[a-z]+$/, '');
    const result = await importCatalog(store, [join(SAMPLE_DIR, 'catalog', name)], {agency, now, demo: true});
    items += result.items;
    problems.push(...result.problems);
    onProgress?.(i + 1, tables.length + 1);
  }
  const lead = agencies[0]!.id;
  const documents = await importDocuments(store, join(SAMPLE_DIR, 'documents'), {agency: lead, now, demo: true});
  problems.push(...documents.problems);
  onProgress?.(tables.length + 1, tables.length + 1);
  const broken = problems.find(({severity}) => severity === 'error');
  if (broken) throw new Error(`sample: ${broken.file} ${broken.row ?? ''} ${broken.column ?? ''} ${broken.message}`);
  return {regions: regions.length, agencies: agencies.length, items, documents: documents.documents, problems};
}
