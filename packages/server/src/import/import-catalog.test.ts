import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {catalogItemId, importCatalog, type ImportCatalogOptions} from './import-catalog.ts';
import {MemoryStore, testAgency} from './testing/memory-store.ts';
import {dataRow, standard, workbook} from './testing/tables.ts';

const NOW = '2026-11-24T00:00:00Z';
const table = async (...rows: (string | number)[][]) => ({name: '目录.xlsx', bytes: await workbook(standard(...rows))});
const run = (store: MemoryStore, files: Parameters<typeof importCatalog>[1], more: Partial<ImportCatalogOptions> = {}) =>
  importCatalog(store, files, {agency: 'a1', now: NOW, ...more});

describe('importing a catalogue', () => {
  it('adds once; again changes nothing; a changed row changes one', async () => {
    const store = new MemoryStore(testAgency());
    const first = await table(dataRow(1), dataRow(2));
    assert.deepEqual(await run(store, [first]), {added: 2, changed: 0, unchanged: 0, removed: 0, items: 2, problems: []});
    assert.deepEqual(await run(store, [first]), {added: 0, changed: 0, unchanged: 2, removed: 0, items: 2, problems: []});
    const second = await table(dataRow(1), dataRow(2, {5: '及时'}));
    const {changed, unchanged} = await run(store, [second]);
    assert.deepEqual([changed, unchanged], [1, 1]);
  });

  it('knows the same channels in another order for no change', async () => {
    const store = new MemoryStore(testAgency());
    await run(store, [await table(dataRow(1, {7: '■两微一端 ■公开查阅点 ■政府网站'}))]);
    assert.deepEqual([...store.items.values()][0]!.input.channels, ['website', 'weibo_wechat_app', 'reading_point']);
    const turned = await run(store, [await table(dataRow(1, {7: '公开查阅点、政府网站、两微一端'}))]);
    assert.deepEqual([turned.changed, turned.unchanged], [0, 1]);
  });

  it('takes the agency by id, credit code or name', async () => {
    for (const agency of ['a1', '113200009999990157', '青禾县教育局']) {
      assert.equal((await run(new MemoryStore(testAgency()), [await table(dataRow(1))], {agency})).added, 1, agency);
    }
    const {problems} = await run(new MemoryStore(), [await table(dataRow(1))]);
    assert.deepEqual(
      problems.map(({code}) => code),
      ['unknown-agency'],
    );
  });

  it('stores nothing of a file with an error, unless told to take what is right', async () => {
    const store = new MemoryStore(testAgency());
    const file = await table(dataRow(1), dataRow(2, {5: ''}));
    const refused = await run(store, [file]);
    assert.deepEqual([refused.added, refused.items, store.items.size], [0, 1, 0]);
    assert.equal(refused.problems[0]!.row, 5);
    assert.equal((await run(store, [file], {partial: true})).added, 1);
  });

  it('removes what is gone only when the table is the whole catalogue', async () => {
    const store = new MemoryStore(testAgency());
    await run(store, [await table(dataRow(1), dataRow(2))]);
    assert.equal((await run(store, [await table(dataRow(1))])).removed, 0);
    assert.equal((await run(store, [await table(dataRow(1))], {complete: true})).removed, 1);
    assert.equal(store.items.size, 1);
  });

  it('removes nothing while a row has an error: that row’s item is not gone', async () => {
    const store = new MemoryStore(testAgency());
    await run(store, [await table(dataRow(1), dataRow(2))]);
    const {removed, problems} = await run(store, [await table(dataRow(1), dataRow(2, {5: ''}))], {complete: true, partial: true});
    assert.deepEqual([removed, store.items.size, problems.at(-1)!.code], [0, 2, 'not-complete']);
  });

  it('gives a row of another known agency to that agency', async () => {
    const store = new MemoryStore(testAgency(), testAgency({id: 'a2', name: '青禾镇人民政府', level: 'township'}));
    await run(store, [await table(dataRow(1), dataRow(2, {6: '青禾镇\n人民政府'}), dataRow(3, {6: '各学校'}))]);
    assert.deepEqual(
      [...store.items.values()].map(({input}) => input.publisher),
      ['a1', 'a2', 'a1'],
    );
  });

  it('shows progress up to the end', async () => {
    const seen: [number, number][] = [];
    await run(new MemoryStore(testAgency()), [await table(dataRow(1)), await table(dataRow(2))], {
      onProgress: (done, total) => seen.push([done, total]),
    });
    assert.deepEqual(seen, [
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('keeps an item’s id by publisher, matter and levels alone', () => {
    const id = catalogItemId('a1', '甲', '乙', ['county']);
    assert.match(id, /^it-[0-9a-f]{16}$/);
    assert.equal(catalogItemId('a1', '甲', '乙', ['county']), id);
    for (const other of [
      catalogItemId('a2', '甲', '乙', ['county']),
      catalogItemId('a1', '甲乙', '', ['county']),
      catalogItemId('a1', '甲', '乙', ['township']),
    ]) {
      assert.notEqual(other, id);
    }
  });
});
