/** What this search is measured against: plain bigram BM25, and Fuse as it comes. Both rank the same records. */
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import Fuse from 'fuse.js';
import {bigramPhrase, bigrams, queryWords} from '../../packages/rules/src/index.ts';
import {CACHE} from './database.mjs';

export const DEPTH = 10;

const hit = ({keys, title}) => ({keys, label: title});

/** The search that everybody writes first: any bigram of the query, ordered by bm25. */
export class PlainBm25 {
  #db = new DatabaseSync(':memory:');
  #records;
  #find;

  constructor(records) {
    this.#records = records;
    // The tokens are ours already; the tokenizer only has to split at spaces.
    this.#db.exec(`create virtual table plain using fts5(title, text, content='',
      tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`);
    const insert = this.#db.prepare('insert into plain (rowid, title, text) values (?, ?, ?)');
    this.#db.exec('begin');
    records.forEach(({title, text}, i) => insert.run(i, bigrams(title), bigrams(text)));
    this.#db.exec('commit');
    this.#find = this.#db.prepare(`select rowid as i from plain where plain match ? order by bm25(plain) limit ${DEPTH}`);
  }

  search(q) {
    const words = queryWords(q);
    const tokens = words.flatMap((word) =>
      word.length === 1
        ? [`"${word}" *`]
        : bigramPhrase(word)
            .split(' ')
            .map((pair) => `"${pair}"`),
    );
    if (!tokens.length) return [];
    return this.#find.all([...new Set(tokens)].join(' OR ')).map(({i}) => hit(this.#records[i]));
  }
}

/** Fuse with its default options over title and text. It takes seconds a query, so its answers are kept. */
export class FuseAlone {
  #records;
  #file;
  #known;
  #fuse;

  constructor(records) {
    const key = createHash('sha256').update(JSON.stringify(records)).digest('hex').slice(0, 16);
    this.#records = records;
    this.#file = join(CACHE, `fuse-${Fuse.version}-${key}.json`);
    this.#known = existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : {};
  }

  search(q) {
    if (!this.#known[q]) {
      this.#fuse ??= new Fuse(this.#records, {keys: ['title', 'text']});
      this.#known[q] = this.#fuse.search(q, {limit: DEPTH}).map(({refIndex}) => refIndex);
    }
    return this.#known[q].map((i) => hit(this.#records[i]));
  }

  close() {
    if (this.#fuse) writeFileSync(this.#file, JSON.stringify(this.#known));
  }
}
