import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import {test} from 'node:test';
import {generateDirectory, generateItem, generateItems, randomSource} from '../testing/generate.ts';
import {takeBack} from '../testing/older-database.ts';
import {NOW, seededStore, tempStore, TODAY} from '../testing/temp-store.ts';
import {UnknownAgencyError} from './catalog-write.ts';
import {SqliteStore} from './sqlite-store.ts';
import type {CatalogRecord} from './store.ts';

const {regions, agencies} = generateDirectory(2);
const [agency] = agencies;
const item = (n: number, level2 = `事项${n}`): CatalogRecord => {
  const record = generateItem(n, agency!, randomSource(n));
  return {...record, input: {...record.input, level2}};
};

test('the same records again change nothing, and no data version goes up', async (t) => {
  const {store} = await seededStore(t, 50);
  const before = await store.dataVersion();
  const again = await store.saveCatalogItems(generateItems(50, agencies), NOW);
  assert.deepEqual(again, {added: 0, changed: 0, unchanged: 50, removed: 0});
  assert.deepEqual(await store.saveAgencies(agencies), {added: 0, changed: 0, unchanged: agencies.length});
  assert.deepEqual(await store.saveRegions(regions), {added: 0, changed: 0, unchanged: regions.length});
  assert.equal(await store.dataVersion(), before);
});

test('R2.5 a change is the next version, says which fields changed, and the old one stays in the history', async (t) => {
  const {store, file} = await seededStore(t, 5);
  const first = (await store.getCatalogItem('item-1', TODAY))!;
  await store.saveCatalogItems([item(1, '改过的名称')], NOW);
  const second = (await store.getCatalogItem('item-1', TODAY))!;
  assert.equal(second.version, 2);
  assert.equal(second.supersedes, 1);
  assert.equal(second.level2, '改过的名称');
  assert.ok(!('supersedes' in first));
  const history = await store.catalogItemHistory('item-1');
  assert.deepEqual(
    history.map(({version, change}) => [version, change]),
    [
      [2, 'changed'],
      [1, 'added'],
    ],
  );
  assert.ok(history[0]!.changedFields.includes('level2'));
  const database = new DatabaseSync(file);
  t.after(() => database.close());
  const kept = database.prepare('select data from catalog_versions where item = 1 order by version').all();
  assert.equal((JSON.parse(kept[0]!['data'] as string) as {level2: string}).level2, first.level2);
  assert.equal(kept[1]!['data'], null, 'the current version stands in the catalogue itself');
});

test('R2.5 removed items leave the list, stay in the change feed, and come back as a later version', async (t) => {
  const {store} = await seededStore(t, 5);
  assert.equal(await store.removeCatalogItem('item-2', 9, NOW), false);
  assert.equal(await store.removeCatalogItem('item-2', 1, NOW), true);
  assert.equal(await store.getCatalogItem('item-2', TODAY), undefined);
  assert.equal((await store.listCatalogItems({q: '第2项'}, TODAY)).total, 0);
  const {items} = await store.listCatalogChanges({since: NOW, limit: 10});
  assert.deepEqual(
    items.map(({itemId, change, version}) => [itemId, change, version]),
    [['item-2', 'removed', 2]],
  );
  await store.saveCatalogItems([item(2)], NOW);
  assert.equal((await store.getCatalogItem('item-2', TODAY))!.version, 3);
});

test('R2.5 the change feed comes oldest first, pages by cursor, and follows region and agency', async (t) => {
  const {store} = await seededStore(t, 40);
  await store.saveCatalogItems([item(1, '改')], NOW);
  const all = await store.listCatalogChanges({limit: 100});
  assert.equal(all.total, 41);
  const first = await store.listCatalogChanges({limit: 30});
  const rest = await store.listCatalogChanges({limit: 30, cursor: first.nextCursor!});
  assert.deepEqual([...first.items, ...rest.items], all.items);
  assert.equal(rest.nextCursor, null);
  const since = await store.listCatalogChanges({since: '2026-11-24T12:00:00+08:00', limit: 10});
  assert.deepEqual(
    since.items.map(({itemId, change}) => [itemId, change]),
    [['item-1', 'changed']],
  );
  const mine = await store.listCatalogChanges({agency: [agency!.id], region: ['320000'], limit: 100});
  assert.ok(mine.total > 0 && mine.items.every(({publisher}) => publisher === agency!.id));
  assert.equal((await store.listCatalogChanges({agency: [agency!.id], region: ['320221'], limit: 1})).total, 0);
});

test('a first load is no news; what is added or changed on a later day is marked for the time of the policy', async (t) => {
  const {store} = await tempStore(t);
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  await store.saveCatalogItems([item(1)], '2026-11-01T02:00:00Z');
  await store.saveCatalogItems([item(2)], '2026-11-01T09:00:00Z');
  await store.saveCatalogItems([item(3)], '2026-11-10T02:00:00Z');
  await store.saveCatalogItems([item(1, '改')], '2026-11-12T02:00:00Z');
  const marks = async (today: string): Promise<(string | undefined)[]> =>
    Promise.all(['item-1', 'item-2', 'item-3'].map(async (id) => (await store.getCatalogItem(id, today))!.change));
  assert.deepEqual(await marks('2026-11-24'), ['changed', undefined, 'added']);
  assert.deepEqual(await marks('2026-12-10'), ['changed', undefined, undefined]);
  assert.deepEqual(await marks('2026-12-12'), [undefined, undefined, undefined]);
});

test('a complete load removes what the agency no longer lists, and nothing of others', async (t) => {
  const {store} = await seededStore(t, 60);
  const others =
    (await store.listCatalogItems({limit: 0}, TODAY)).total - (await store.listCatalogItems({agency: [agency!.id], limit: 0}, TODAY)).total;
  const result = await store.saveCatalogItems([item(1001), item(1002)], NOW, agency!.id);
  assert.equal(result.added, 2);
  assert.ok(result.removed > 0);
  assert.equal((await store.listCatalogItems({agency: [agency!.id]}, TODAY)).total, 2);
  assert.equal((await store.listCatalogItems({limit: 0}, TODAY)).total, others + 2);
});

test('a replacement needs the version it means to replace', async (t) => {
  const {store} = await seededStore(t, 3);
  assert.equal(await store.replaceCatalogItem(item(1, '一'), 1, NOW), true);
  assert.equal(await store.replaceCatalogItem(item(1, '二'), 1, NOW), false);
  assert.equal((await store.getCatalogItem('item-1', TODAY))!.level2, '一');
});

test('an unknown publisher stores nothing', async (t) => {
  const {store} = await seededStore(t, 3);
  const stray: CatalogRecord = {...item(50), input: {...item(50).input, publisher: 'nobody'}};
  await assert.rejects(store.saveCatalogItems([item(51), stray], NOW), UnknownAgencyError);
  assert.equal((await store.listCatalogItems({limit: 0}, TODAY)).total, 3);
});

test('what another process writes is seen at once, its new agencies too', async (t) => {
  const {store, file} = await seededStore(t, 10);
  assert.equal((await store.listCatalogItems({limit: 0}, TODAY)).total, 10);
  const other = new SqliteStore(file);
  t.after(() => other.close());
  const fresh = {...agency!, id: 'org-new', name: '示例省新设局', shortName: '新设局'};
  await other.saveAgencies([fresh]);
  await other.saveCatalogItems([{...item(500), input: {...item(500).input, publisher: 'org-new'}}], NOW);
  const list = await store.listCatalogItems({agency: ['org-new']}, TODAY);
  assert.deepEqual([list.total, list.items[0]!.publisherName], [1, '示例省新设局']);
  await other.saveAgencies([{...fresh, name: '示例省改名局'}]);
  assert.equal((await store.listCatalogItems({q: '改名局'}, TODAY)).total, 1);
  assert.equal((await store.listCatalogItems({q: '新设局'}, TODAY)).total, 0);
});

test('migration is safe again, and from two processes at once', async (t) => {
  const {store, file} = await tempStore(t);
  const other = new SqliteStore(file);
  t.after(() => other.close());
  await Promise.all([store.migrate(), other.migrate()]);
  assert.equal(await store.dataVersion(), await other.dataVersion());
});

test('a backup holds everything, and the data version goes up by one with every write', async (t) => {
  const {store, file} = await seededStore(t, 20);
  const before = await store.dataVersion();
  await store.saveSite('https://www.example.com');
  assert.equal(await store.dataVersion(), before + 1);
  await store.backup(`${file}.copy`);
  const copy = new SqliteStore(`${file}.copy`);
  t.after(() => copy.close());
  assert.deepEqual(await copy.listCatalogItems({}, TODAY), await store.listCatalogItems({}, TODAY));
  assert.deepEqual(await copy.listSites(), ['https://www.example.com']);
});

test('an older database learns what its limits count from, without a new version of any item', async (t) => {
  const {store, file} = await seededStore(t, 3);
  const dated = (n: number, timeLimit: CatalogRecord['input']['timeLimit'], lastPublishedOn: string): CatalogRecord => {
    const {freshnessExempt: _exempt, disclosureReason: _reason, informationOn: _on, ...input} = item(n).input;
    return {...item(n), input: {...input, disclosure: 'proactive', timeLimit, lastPublishedOn}};
  };
  const period = {kind: 'within', days: 20, unit: 'day'} as const;
  const old = [
    dated(101, {text: '批复后20日内', ...period}, '2026-01-12'),
    dated(102, {text: '20日内', ...period}, '2026-01-12'),
    dated(103, {text: '变更后', ...period, anchor: '变更之日'}, '2026-01-12'),
  ];
  await store.saveCatalogItems(old, NOW);
  await takeBack(file, '0003-kept-back');
  const next = new SqliteStore(file);
  t.after(() => next.close());
  await next.migrate();
  const statuses = [];
  for (const {id} of old) {
    const {version, timeLimit, freshness} = (await next.getCatalogItem(id, TODAY))!;
    statuses.push([version, timeLimit.anchor, freshness.status]);
  }
  assert.deepEqual(statuses, [
    [1, '批复之日', 'not_applicable'],
    [1, undefined, 'late'],
    [1, '变更之日', 'not_applicable'],
  ]);
  const late = await next.listCatalogItems({freshness: ['late'], limit: 100}, TODAY);
  assert.deepEqual(
    late.items.map(({id}) => id).filter((id) => old.some((one) => one.id === id)),
    ['item-102'],
  );
  const read = dated(101, {text: '批复后20日内', ...period, anchor: '批复之日'}, '2026-01-12');
  assert.equal((await next.saveCatalogItems([read], NOW)).unchanged, 1);
});
