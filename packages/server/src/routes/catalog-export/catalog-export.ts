/** Exactly the current filter as a table (R2.3). */
import {Readable} from 'node:stream';
import type {Api, Dependencies} from '../../http/api.ts';
import {ProblemError} from '../../http/problem.ts';
import {csvParts} from './csv.ts';
import {xlsxStream} from './xlsx.ts';

const TYPES = {csv: 'text/csv; charset=utf-8; header=present', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'};

/** Exports that are read at one time; the next one is told to come back. */
const MOST_AT_ONCE = 20;
const RETRY_SECONDS = '5';

export function exportRoutes(api: Api, {store}: Dependencies): void {
  let open = 0;
  api.on('exportCatalog', ({query: {format = 'csv', ...query}, today}) => {
    if (open >= MOST_AT_ONCE) throw new ProblemError('unavailable', {headers: {'Retry-After': RETRY_SECONDS}});
    const batches = store.eachCatalogItem(query, today);
    const stream = format === 'xlsx' ? xlsxStream(batches) : Readable.from(csvParts(batches));
    open++;
    stream.once('close', () => open--);
    const name = `政务公开事项目录-${today}.${format}`;
    const disposition = `attachment; filename="zwgk-catalog-${today}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`;
    return {body: Readable.toWeb(stream), type: TYPES[format], headers: {'Content-Disposition': disposition}};
  });
}
