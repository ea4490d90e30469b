/**
 * The golden set: queries written by hand, as citizens, clerks, journalists and lawyers put them, each with the records
 * that answer it. `README.md` says how the answers are named and how the halves are made.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const FOLDER = join(import.meta.dirname, 'queries');

export const HALVES = ['tune', 'report'];

/** The queries of one half or of `all`, class by class. */
export function readQueries(half = 'all') {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  const queries = files.toSorted().flatMap((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  return half === 'all' ? queries : queries.filter((query) => query.half === half);
}

/** Which half the nth query (from 0) of a class belongs to: they alternate, so nobody chooses. */
export const halfOf = (index) => HALVES[index % 2];
