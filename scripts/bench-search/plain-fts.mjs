/** The yardstick: bigrams in an ordinary FTS5 table, all of them or (after a slip) any of them, best by bm25, facets by GROUP BY. */
import {DatabaseSync} from 'node:sqlite';
import {bigrams, queryWords} from '../../packages/rules/src/index.ts';

export class PlainFts {
  #db;
  #statements;

  constructor(file) {
    this.#db = new DatabaseSync(file, {readOnly: true});
    this.#db.exec('pragma cache_size = -65536');
    const among = 'row in (select rowid from bench_text where bench_text match ?)';
    this.#statements = {
      best: this.#db.prepare('select rowid from bench_text where bench_text match ? order by bm25(bench_text) limit 20'),
      facets: ['type', 'agency', 'validity'].map((column) =>
        this.#db.prepare(`select ${column} as value, count(distinct head) as count from search_units where ${among} group by ${column}`),
      ),
    };
  }

  search(q, any) {
    const tokens = queryWords(q).flatMap((word) => bigrams(word).split(' ').slice(0, -1));
    const match = (tokens.length ? tokens : [...q]).map((token) => `"${token}"`).join(any ? ' OR ' : ' AND ');
    return {rows: this.#statements.best.all(match), facets: this.#statements.facets.map((facet) => facet.all(match))};
  }

  close() {
    this.#db.close();
  }
}
