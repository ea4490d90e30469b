/** `zwgk export`: exactly the filter that the API's export takes. */
import {createWriteStream} from 'node:fs';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {CatalogQuery} from '@zwgk/contract';
import {chinaDate} from '@zwgk/rules';
import {OPERATIONS} from '../http/contract.ts';
import {Parameters} from '../http/parameters.ts';
import {ProblemError} from '../http/problem.ts';
import {csvParts} from '../routes/catalog-export/csv.ts';
import {xlsxStream} from '../routes/catalog-export/xlsx.ts';
import {findAgency} from './import.ts';
import {openStore} from './open-store.ts';
import {type Output} from './output.ts';
import {UsageError} from './usage.ts';

/** Filters of the API, which are options of the command by the same names. */
export const FILTERS = OPERATIONS.get('exportCatalog')!
  .parameters.map(({name}) => name)
  .filter((name) => name !== 'format');

export interface ExportOptions {
  readonly db?: string;
  readonly out?: string;
  readonly format?: string;
  readonly filters: Readonly<Record<string, string>>;
}

export async function exportCommand(options: ExportOptions, out: Output): Promise<number> {
  const query = readQuery(options);
  const store = await openStore(options.db);
  try {
    if (query.agency) query.agency = await Promise.all(query.agency.map(async (code) => (await findAgency(store, code)).id));
    const {format, ...filter} = query;
    const batches = store.eachCatalogItem(filter, chinaDate(Date.now()));
    const target = options.out === undefined ? process.stdout : createWriteStream(options.out);
    await pipeline(format === 'xlsx' ? xlsxStream(batches) : Readable.from(csvParts(batches)), target, {end: options.out !== undefined});
    if (options.out !== undefined) out.line(`已导出到 ${options.out}。`);
    return 0;
  } finally {
    await store.close();
  }
}

function readQuery({format, out, filters}: ExportOptions): CatalogQuery & {format?: string} {
  const byName = out?.endsWith('.xlsx') ? 'xlsx' : 'csv';
  const {agency, ...others} = filters;
  try {
    const query = new Parameters(OPERATIONS.get('exportCatalog')!).query(new URLSearchParams({...others, format: format ?? byName}));
    return {...query, ...(agency === undefined ? {} : {agency: agency.split(',')})} as CatalogQuery & {format?: string};
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new UsageError((error.extras.errors ?? []).map(({path, message}) => `--${path}：${message}`).join('；'));
  }
}
