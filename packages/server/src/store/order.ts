/** Sort orders of the catalogue as permutations of rows, and the cursors that point into them. */
import type {CatalogQuery} from '@zwgk/contract';
import {NO_DAY, type CatalogColumns} from './columns.ts';
import {decodeCursor, encodeCursor, InvalidCursorError} from './cursor.ts';
import type {Directory} from './directory.ts';

export type Sort = NonNullable<CatalogQuery['sort']>;
/** Numbers that place a row: two sort keys, then the row itself, which never changes. */
type Key = readonly [number, number, number];

export class CatalogOrders {
  readonly #columns: CatalogColumns;
  readonly #directory: Directory;
  readonly #orders = new Map<Sort, Uint32Array>();

  constructor(columns: CatalogColumns, directory: Directory) {
    this.#columns = columns;
    this.#directory = directory;
  }

  /** Live rows in the given order; built when first asked for. */
  rows(sort: Sort): Uint32Array {
    let order = this.#orders.get(sort);
    if (!order) {
      order = this.#columns.liveRows.slice().sort(this.#comparator(sort));
      this.#orders.set(sort, order);
    }
    return order;
  }

  /** Moves the changed rows to their new places, in every order that is built. */
  update(changed: readonly number[]): void {
    const moved = new Uint8Array(this.#columns.last + 1);
    for (const row of changed) moved[row] = 1;
    const {live} = this.#columns.arrays;
    for (const [sort, order] of this.#orders) {
      const compare = this.#comparator(sort);
      const incoming = changed.filter((row) => live[row] === 1).sort(compare);
      const merged = new Uint32Array(order.length + incoming.length);
      let count = 0;
      let next = 0;
      for (let i = 0; i < order.length; i++) {
        const row = order[i]!;
        if (moved[row] === 1) continue;
        while (next < incoming.length && compare(incoming[next]!, row) < 0) merged[count++] = incoming[next++]!;
        merged[count++] = row;
      }
      while (next < incoming.length) merged[count++] = incoming[next++]!;
      this.#orders.set(sort, merged.subarray(0, count));
    }
  }

  /** Cursor to the page that begins after (or, backwards, ends before) a row. */
  cursor(sort: Sort, row: number, backwards: boolean): string {
    const [first, second] = this.#key(sort, row);
    const lead = sort === 'seq' ? this.#directory.agencies.get(this.#columns.arrays.agency[row]!)!.id : first;
    return encodeCursor([backwards ? `<${sort}` : sort, lead, second, row]);
  }

  /** @returns how many rows of the order stand before the cursor's place. @throws InvalidCursorError */
  seek(sort: Sort, cursor: string): {at: number; backwards: boolean} {
    const [tag, lead, second, row] = decodeCursor(cursor, sort === 'seq' ? 'ssnn' : 'snnn') as [string, string | number, number, number];
    const backwards = tag === `<${sort}`;
    if (!backwards && tag !== sort) throw new InvalidCursorError();
    const key: Key = [typeof lead === 'string' ? this.#rankOf(lead) : lead, second, row];
    const order = this.rows(sort);
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = compareKeys(this.#key(sort, order[middle]!), key);
      if (place < 0 || (place === 0 && !backwards)) low = middle + 1;
      else high = middle;
    }
    return {at: low, backwards};
  }

  #rankOf(agency: string): number {
    const row = this.#directory.rowOfAgency.get(agency);
    if (row === undefined) throw new InvalidCursorError();
    return this.#directory.rank[row]!;
  }

  #key(sort: Sort, row: number): Key {
    const {lead, second} = this.#sortKeys(sort);
    return [lead(row), second(row), row];
  }

  #comparator(sort: Sort): (a: number, b: number) => number {
    const {lead, second} = this.#sortKeys(sort);
    return (a, b) => lead(a) - lead(b) || second(a) - second(b) || a - b;
  }

  #sortKeys(sort: Sort): {lead: (row: number) => number; second: (row: number) => number} {
    const {agency, seq, published, due} = this.#columns.arrays;
    const {rank} = this.#directory;
    const same = (): number => 0;
    switch (sort) {
      case 'seq':
        return {lead: (row) => rank[agency[row]!]!, second: (row) => seq[row]!};
      case '-updated':
        return {lead: (row) => (published[row] === NO_DAY ? NO_DAY : -published[row]!), second: same};
      case 'updated':
        return {lead: (row) => published[row]!, second: same};
      case 'due':
        return {lead: (row) => due[row]!, second: same};
    }
  }
}

const compareKeys = (a: Key, b: Key): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
