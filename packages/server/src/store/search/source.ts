/**
 * What a kind of record brings to the search. A resource joins by one file that exports its `SearchSource`, a line in
 * `sources.ts`, its value in the contract's `SearchType`, and `index.put` / `index.remove` where it writes.
 */
import type {SearchHit, SearchType} from '@zwgk/contract';
import type {Kysely} from 'kysely';
import type {Directory} from '../directory.ts';
import type {Schema} from '../schema.ts';

/** A part of a record that can be found by itself. */
export interface SearchSection {
  readonly id: string;
  readonly label?: string;
  readonly heading?: string;
  /** Plain text as printed; never one that may not be read (R3.4). */
  readonly text: string;
}

/** One record as the index takes it. */
export interface SearchEntry {
  /** Row of the record in its own table. */
  readonly owner: number;
  readonly title: string;
  /** Whatever else finds the record as a whole. */
  readonly text: string;
  /** Row of the agency. */
  readonly agency: number;
  readonly date?: string | undefined;
  readonly validity?: string | undefined;
  /** Its own document numbers, the first one first. */
  readonly numbers?: readonly string[];
  /** Numbers under which it was also known, by an earlier version or an amendment. */
  readonly otherNumbers?: readonly string[];
  /** Numbers that its header cites; those in its sections are found there. */
  readonly citedNumbers?: readonly string[];
  readonly sections?: readonly SearchSection[];
}

/** What a result says of its record, whatever was looked for; `summary` is cut to an excerpt where no section matches. */
export type HitFields = Pick<SearchHit, 'id' | 'link' | 'title'> &
  Partial<Pick<SearchHit, 'docNumber' | 'date' | 'validity' | 'disclosure' | 'document' | 'demo'>> & {readonly summary?: string};

export interface SearchSource {
  readonly type: SearchType;
  /** Its name in the facet. */
  readonly label: string;
  /** Every present record, for a rebuild of the index, in portions. */
  entries(db: Kysely<Schema>): AsyncIterable<SearchEntry[]>;
  hits(db: Kysely<Schema>, owners: readonly number[], directory: Directory): Promise<Map<number, HitFields>>;
}
