import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CatalogItem, CatalogQuery} from '@zwgk/contract';
import {generateDirectory, generateItem, randomSource} from '../testing/generate.ts';
import {NOW, seededStore, TODAY} from '../testing/temp-store.ts';
import {InvalidCursorError} from './cursor.ts';
import {SqliteStore} from './sqlite-store.ts';

const SORTS = ['seq', '-updated', 'updated', 'due'] as const;
const {agencies} = generateDirectory(2);

const ids = (items: readonly CatalogItem[]): string[] => items.map(({id}) => id);

async function walk(store: SqliteStore, query: CatalogQuery, eachPage: () => Promise<void> = () => Promise.resolve()): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page = await store.listCatalogItems({...query, facets: false, ...(cursor === null ? {} : {cursor})}, TODAY);
    seen.push(...ids(page.items));
    if (page.nextCursor === null) return seen;
    cursor = page.nextCursor;
    await eachPage();
  }
}

for (const sort of SORTS) {
  test(`pages by ${sort} hold every item once, in order, and lead back the way they came`, async (t) => {
    const {store} = await seededStore(t, 95);
    const whole: string[] = [];
    for await (const batch of store.eachCatalogItem({sort}, TODAY)) whole.push(...ids(batch));
    assert.deepEqual(await walk(store, {sort, limit: 10}), whole);

    const first = await store.listCatalogItems({sort, limit: 10}, TODAY);
    const second = await store.listCatalogItems({sort, limit: 10, cursor: first.nextCursor!}, TODAY);
    const back = await store.listCatalogItems({sort, limit: 10, cursor: second.prevCursor!}, TODAY);
    assert.deepEqual(ids(back.items), ids(first.items));
    assert.equal(back.prevCursor, null);
    assert.equal(back.nextCursor, first.nextCursor);
    assert.equal(first.prevCursor, null);
  });

  test(`while others add, change and remove items, a walk by ${sort} neither repeats nor loses one that stays`, async (t) => {
    const {store, file} = await seededStore(t, 60);
    const other = new SqliteStore(file);
    t.after(() => other.close());
    const random = randomSource(7);
    const stays = (await walk(store, {sort, limit: 100})).filter((id) => Number(id.slice(5)) % 10 !== 0);
    let added = 1000;
    const disturb = async (): Promise<void> => {
      await other.saveCatalogItems([generateItem(added++, agencies[random(agencies.length)]!, random)], NOW);
      const victim = `item-${(random(6) + 1) * 10}`;
      const item = await other.getCatalogItem(victim, TODAY);
      if (item) await other.removeCatalogItem(victim, item.version, NOW);
    };
    const seen = await walk(store, {sort, limit: 7}, disturb);
    assert.equal(new Set(seen).size, seen.length, 'no item twice');
    assert.deepEqual(
      seen.filter((id) => stays.includes(id)),
      stays,
    );
  });
}

test('columns patched by many small writes answer as columns read afresh', async (t) => {
  const {store, file} = await seededStore(t, 80);
  const random = randomSource(3);
  const questions: CatalogQuery[] = [
    {},
    {q: '招生'},
    {disclosure: ['proactive'], sort: 'due'},
    {sort: '-updated', freshness: ['late']},
    {topic: ['民生实事']},
  ];
  for (const question of questions) await store.listCatalogItems(question, TODAY);
  for (let i = 0; i < 40; i++) {
    const n = random(90) + 1;
    const old = await store.getCatalogItem(`item-${n}`, TODAY);
    if (old && random(4) === 0) await store.removeCatalogItem(old.id, old.version, NOW);
    else await store.saveCatalogItems([generateItem(n, agencies[random(agencies.length)]!, random)], NOW);
    if (i % 5 === 0) for (const question of questions) await store.listCatalogItems(question, TODAY);
  }
  const fresh = new SqliteStore(file);
  t.after(() => fresh.close());
  for (const question of questions) {
    assert.deepEqual(await store.listCatalogItems(question, TODAY), await fresh.listCatalogItems(question, TODAY));
  }
});

test('limit 0 gives the count and the facets alone', async (t) => {
  const {store} = await seededStore(t, 30);
  const list = await store.listCatalogItems({limit: 0}, TODAY);
  assert.deepEqual({...list, facets: undefined}, {items: [], total: 30, nextCursor: null, prevCursor: null, facets: undefined});
  assert.equal(list.facets!.region[0]!.count, 30);
});

test('a cursor of another list, another order, or of nobody is refused', async (t) => {
  const {store} = await seededStore(t, 30);
  const {nextCursor} = await store.listCatalogItems({sort: 'due', limit: 5}, TODAY);
  const bad = [nextCursor!, 'abc', '', Buffer.from('[]').toString('base64url'), Buffer.from('["seq","nobody",1,1]').toString('base64url')];
  for (const cursor of bad) await assert.rejects(store.listCatalogItems({sort: 'seq', cursor}, TODAY), InvalidCursorError);
  await assert.rejects(store.listDocuments({cursor: 'WzFd'}), InvalidCursorError);
  await assert.rejects(store.listAgencies({cursor: 'WzFd', limit: 3}), InvalidCursorError);
  await assert.rejects(store.listCatalogChanges({cursor: 'abc', limit: 3}), InvalidCursorError);
});

test('newest lists what was written last', async (t) => {
  const {store} = await seededStore(t, 30);
  await store.saveCatalogItems([generateItem(7, agencies[0]!, randomSource(99))], NOW);
  assert.deepEqual(ids(await store.newestCatalogItems({}, TODAY, 1)), ['item-7']);
  assert.equal((await store.newestCatalogItems({}, TODAY, 50)).length, 30);
});
