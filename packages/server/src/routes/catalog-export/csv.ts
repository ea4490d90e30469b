/** RFC 4180 with a byte order mark, without which Excel reads Chinese as something else. */
import type {CatalogItem} from '@zwgk/contract';
import {cells, HEADER} from './table.ts';

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const csvLine = (row: readonly string[]): string => `${row.map(quote).join(',')}\r\n`;

/** One header row: machines read CSV, and a second one would be data to them. Sub-headers are clear by themselves. */
const header = HEADER[0].map((upper, i) => HEADER[1][i] || upper);

/** The file in portions, as the batches come. */
export async function* csvParts(batches: AsyncIterable<CatalogItem[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${csvLine(header)}`);
  for await (const batch of batches) yield encoder.encode(batch.map((item) => csvLine(cells(item))).join(''));
}
