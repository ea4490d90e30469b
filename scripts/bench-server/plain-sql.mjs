/** The yardstick: the same answers by plain SQL, FTS + GROUP BY + OFFSET, with a covering index in its favour. */
import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import {LEVELS} from '../../packages/contract/src/index.ts';
import {searchQuery} from '../../packages/server/src/store/search-text.ts';

const LEVEL_CODES = Object.keys(LEVELS);
const ORDERS = {
  seq: 'a.level, a.region, a.id, i.seq, i.row',
  '-updated': 'i.published_on is null, i.published_on desc, i.row',
  updated: 'i.published_on is null, i.published_on, i.row',
  due: 'i.published_on is null, i.published_on, i.row',
};
/** Freshness needs the working-day calendar, which SQL does not have: the yardstick is spared it. */
const FACETS = {
  agency: 'a.id',
  region: 'a.region',
  level: 'i.levels',
  domain: 'i.domain',
  matter: 'i.level1',
  disclosure: 'i.disclosure',
  stage: 'i.stage',
};

export class PlainSql {
  #db;
  #statements = new Map();

  constructor(file) {
    this.#db = new DatabaseSync(file);
    this.#db.exec('pragma cache_size = -262144');
    this.#db.exec(
      'create index if not exists bench_cover on catalog_items (removed, agency, levels, domain, level1, disclosure, stage, published_on, seq)',
    );
    this.#db.exec('analyze catalog_items');
  }

  close() {
    this.#db.close();
  }

  #all(sql, values) {
    if (!this.#statements.has(sql)) this.#statements.set(sql, this.#db.prepare(sql));
    return this.#statements.get(sql).all(...values);
  }

  #where(query, except) {
    const parts = ['i.removed = 0'];
    const values = [];
    const among = (name, column) => {
      if (!query[name] || name === except) return;
      parts.push(`${column} in (${query[name].map(() => '?').join(',')})`);
      values.push(...query[name]);
    };
    if (query.q) {
      parts.push('i.row in (select rowid from catalog_search where catalog_search match ?)');
      values.push(searchQuery(query.q).match);
    }
    if (query.region && except !== 'region') {
      parts.push(
        'a.region in (with recursive below(id) as (select ? union select r.id from regions r join below on r.parent = below.id) select id from below)',
      );
      values.push(query.region[0]);
    }
    if (query.level && except !== 'level') {
      parts.push('(i.levels & ?) <> 0');
      values.push(query.level.reduce((mask, level) => mask | (1 << LEVEL_CODES.indexOf(level)), 0));
    }
    if (query.updatedFrom) {
      parts.push('i.published_on >= ?');
      values.push(query.updatedFrom);
    }
    for (const [name, column] of [
      ['agency', 'a.id'],
      ['domain', 'i.domain'],
      ['matter', 'i.level1'],
      ['disclosure', 'i.disclosure'],
      ['stage', 'i.stage'],
    ])
      among(name, column);
    return {from: `from catalog_items i join agencies a on a.row = i.agency where ${parts.join(' and ')}`, values};
  }

  list(query) {
    const {from, values} = this.#where(query);
    const [{n}] = this.#all(`select count(*) as n ${from}`, values);
    const rows = this.#all(
      `select i.row, i.data ${from} order by ${ORDERS[query.sort ?? 'seq']} limit 20 offset ${query.offset ?? 0}`,
      values,
    );
    const facets = {};
    for (const [name, column] of Object.entries(FACETS)) {
      const other = this.#where(query, name);
      facets[name] = this.#all(`select ${column} as value, count(*) as count ${other.from} group by ${column}`, other.values);
    }
    return {total: n, items: rows.map(({data}) => JSON.parse(data)), facets};
  }

  /** A yardstick that answers something else measures nothing. */
  mustAgree(query, list) {
    if (query.freshness) return;
    const own = this.list(query);
    assert.equal(own.total, list.total, JSON.stringify(query));
    for (const name of ['agency', 'domain', 'disclosure']) {
      const counts = new Map(list.facets[name].filter(({count}) => count > 0).map(({value, count}) => [value, count]));
      const shown = own.facets[name].filter(({value}) => counts.has(value));
      assert.deepEqual(new Map(shown.map(({value, count}) => [value, count])), counts, `${name} of ${JSON.stringify(query)}`);
    }
  }
}
