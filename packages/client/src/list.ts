import type {Check} from './client.ts';

/** What every list answers. */
export interface List<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

export const isList: Check = (json: Partial<List<unknown>>) => json.items?.concat && typeof json.total === 'number';
