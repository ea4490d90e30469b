/** The golden set of `npm run bench:relevance`: fair halves, enough of every class, and answers that exist. */
import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {MemoryStore} from '../../packages/server/src/import/testing/memory-store.ts';
import {fold} from '../../packages/rules/src/index.ts';
import {Catalogue} from '../../scripts/bench-relevance/catalogue.mjs';
import {fill, materialMissing} from '../../scripts/bench-relevance/database.mjs';
import {halfOf, readQueries} from '../../scripts/bench-relevance/queries.mjs';

const CLASSES = 'fault fragment initials lay nonsense number pinyin reordered taiwan title traditional two-char'.split(' ');
const queries = readQueries();
const byClass = new Map(CLASSES.map((name) => [name, queries.filter((query) => query.class === name)]));

describe('the golden set', () => {
  it('has 200 queries or more, twelve or more of each class, none twice', () => {
    assert.ok(queries.length >= 200, `${queries.length} queries`);
    assert.deepEqual([...new Set(queries.map((query) => query.class))].sort(), CLASSES);
    for (const [name, some] of byClass) assert.ok(some.length >= 12, `${name}: ${some.length}`);
    assert.equal(new Set(queries.map(({id}) => id)).size, queries.length);
    assert.equal(new Set(queries.map(({q}) => q)).size, queries.length);
  });

  it('alternates between the halves, so that nobody chooses', () => {
    for (const some of byClass.values()) {
      some.forEach(({id, half}, i) => assert.equal(half, halfOf(i), id));
    }
  });

  it('has a Simplified twin for every Traditional query, and answers for all but nonsense', () => {
    for (const query of queries) {
      assert.equal(query.class === 'traditional', query.twin !== undefined, query.id);
      assert.equal(query.class === 'nonsense', query.expect.length === 0, query.id);
      assert.ok([...query.q].length <= 64, query.id); // the contract takes no more
    }
  });
});

describe('against the texts', {skip: materialMissing()}, () => {
  const store = new MemoryStore();
  const texts: string[] = [];
  before(async () => {
    await fill(store);
    for (const {meta, body} of store.documents.values()) texts.push(fold(JSON.stringify([meta, body])));
    for (const {input} of store.items.values()) texts.push(fold(JSON.stringify(input)));
    for (const agency of store.agencies.values()) texts.push(fold(JSON.stringify(agency)));
  });

  it('every answer is there', () => {
    const catalogue = new Catalogue({
      documents: [...store.documents.values()].map(({id, meta, body}) => ({
        id,
        title: meta.title,
        publishedOn: meta.publishedOn,
        sections: body.map((section) => section.id),
      })),
      items: [...store.items.values()].map(({id, input}) => ({id, level1: input.level1, level2: input.level2, agency: input.publisher})),
      agencies: [...store.agencies.values()],
    });
    const missing = queries.flatMap(({id, expect}) => expect.filter((entry) => !catalogue.targets(entry).length).map(() => id));
    assert.deepEqual(missing, []);
  });

  it('nonsense shares no two neighbouring characters with them', () => {
    const everything = texts.join('\n');
    for (const {id, q} of byClass.get('nonsense')!) {
      const chars = [...fold(q)].filter((char) => /[\p{L}\p{N}]/u.test(char));
      const shared = chars.slice(1).filter((char, i) => everything.includes(chars[i]! + char));
      assert.deepEqual(shared, [], id);
    }
  });
});
