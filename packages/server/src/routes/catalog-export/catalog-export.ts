/** Exactly the current filter as a table (R2.3). */
import {Readable} from 'node:stream';
import type {Api, Dependencies} from '../../http/api.ts';
import {csvParts} from './csv.ts';
import {xlsxStream} from './xlsx.ts';

const TYPES = {csv: 'text/csv; charset=utf-8; header=present', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'};

export function exportRoutes(api: Api, {store}: Dependencies): void {
  api.on('exportCatalog', ({query: {format = 'csv', ...query}, today}) => {
    const batches = store.eachCatalogItem(query, today);
    const stream = format === 'xlsx' ? xlsxStream(batches) : Readable.from(csvParts(batches));
    const name = `政务公开事项目录-${today}.${format}`;
    const disposition = `attachment; filename="zwgk-catalog-${today}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`;
    return {body: Readable.toWeb(stream), type: TYPES[format], headers: {'Content-Disposition': disposition}};
  });
}
