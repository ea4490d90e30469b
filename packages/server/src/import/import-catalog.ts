import {createHash} from 'node:crypto';
import type {Agency} from '@zwgk/contract';
import {chinaDate} from '@zwgk/rules';
import type {CatalogRecord, SaveResult, Store} from '../store/store.ts';
import {readCatalogTable, type CatalogTableRow} from './catalog-table.ts';
import type {ImportProblem} from './problem.ts';
import type {FileInput} from './source.ts';

/** What the catalogue importer needs of the store. */
export type CatalogTarget = Pick<Store, 'findAgency' | 'saveCatalogItems'>;

export interface ImportCatalogOptions {
  /** Id, credit code or exact name of the agency whose table it is. */
  readonly agency: string;
  /** RFC 3339 instant of the import. */
  readonly now: string;
  /** Import the rows that are right although others have errors. */
  readonly partial?: boolean;
  /** The files are the agency's whole catalogue: items that are not in them are removed, if every row was right. */
  readonly complete?: boolean;
  /** Mark as invented sample data. */
  readonly demo?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ImportCatalogResult extends SaveResult {
  readonly removed: number;
  /** Items in the files, stored or not. */
  readonly items: number;
  readonly problems: ImportProblem[];
}

/** Id of an item: the same matter of the same publisher at the same levels keeps it on every import. */
export function catalogItemId(publisher: string, level1: string, level2: string, levels: readonly string[]): string {
  return `it-${createHash('sha256')
    .update(JSON.stringify([publisher, level1, level2, levels]))
    .digest('hex')
    .slice(0, 16)}`;
}

/**
 * Imports an agency's catalogue tables. The same tables again change nothing. With an error in any row
 * nothing is stored, unless `partial`. A row whose 公开主体 is another known agency goes to that agency.
 */
export async function importCatalog(
  store: CatalogTarget,
  files: readonly FileInput[],
  options: ImportCatalogOptions,
): Promise<ImportCatalogResult> {
  const none = {added: 0, changed: 0, unchanged: 0, removed: 0};
  const agency = await store.findAgency(options.agency);
  if (!agency) {
    const message = `没有找到机构“${options.agency}”。请用机构编号、统一社会信用代码或者全称。`;
    return {...none, items: 0, problems: [{file: options.agency, code: 'unknown-agency', message, severity: 'error'}]};
  }
  const problems: ImportProblem[] = [];
  const records = new Map<string, CatalogRecord>();
  for (const [i, file] of files.entries()) {
    const table = await readCatalogTable(file, {level: agency.level, today: chinaDate(Date.parse(options.now))});
    problems.push(...table.problems);
    for (const row of table.rows) {
      const record = toRecord(row, await publisherOf(store, row, agency), options);
      if (records.has(record.id)) {
        const message = `“${row.input.level1} › ${row.input.level2}”在前面的文件里已经有了，用这一行的内容。`;
        const name = typeof file === 'string' ? (file.split(/[\\/]/).at(-1) ?? file) : file.name;
        problems.push({file: name, sheet: row.sheet, row: row.row, code: 'repeated-item', message, severity: 'warning'});
      }
      records.set(record.id, record);
    }
    options.onProgress?.(i + 1, files.length + 1);
  }
  const items = records.size;
  const failed = problems.some(({severity}) => severity === 'error');
  if (items === 0 || (failed && !options.partial)) return {...none, items, problems};
  if (failed && options.complete) {
    // A row that could not be read is not gone.
    const message = '有错误的行没有导入，目录里多出的事项这次一个也没有移除；请改正后再用 --complete 导入。';
    problems.push({file: options.agency, code: 'not-complete', message, severity: 'warning'});
  }
  const complete = options.complete && !failed ? agency.id : undefined;
  const saved = await store.saveCatalogItems([...records.values()], options.now, complete);
  options.onProgress?.(files.length + 1, files.length + 1);
  return {...saved, items, problems};
}

async function publisherOf(store: CatalogTarget, {publisherName}: CatalogTableRow, agency: Agency): Promise<Agency> {
  if (!publisherName || publisherName === agency.name || publisherName === agency.shortName) return agency;
  return (await store.findAgency(publisherName)) ?? agency;
}

function toRecord({input}: CatalogTableRow, publisher: Agency, {demo}: ImportCatalogOptions): CatalogRecord {
  const id = catalogItemId(publisher.id, input.level1, input.level2, input.levels);
  return {id, input: {...input, publisher: publisher.id}, ...(demo ? {demo: true} : {})};
}
