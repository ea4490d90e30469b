import assert from 'node:assert/strict';
import {test} from 'node:test';
import {generateDirectory} from '../testing/generate.ts';
import {seededStore} from '../testing/temp-store.ts';

const {regions, agencies} = generateDirectory(2);

test('regions come province first, by code, and by parent', async (t) => {
  const {store} = await seededStore(t, 0);
  const first = await store.listRegions({limit: 4});
  assert.equal(first.items[0]!.level, 'province');
  const rest = await store.listRegions({limit: 100, cursor: first.nextCursor!});
  assert.deepEqual(
    [...first.items, ...rest.items].map(({id}) => id),
    regions.map(({id}) => id).toSorted(),
  );
  assert.equal(rest.nextCursor, null);
  const cities = await store.listRegions({parent: '320000', limit: 10});
  assert.deepEqual([cities.total, cities.items.map(({level}) => level)], [2, ['city', 'city']]);
});

test('agencies come higher level first, by region with what is below it, by level and by words', async (t) => {
  const {store} = await seededStore(t, 0);
  const walked: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await store.listAgencies({limit: 17, ...(cursor ? {cursor} : {})});
    assert.equal(page.total, agencies.length);
    walked.push(...page.items.map(({id}) => id));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  assert.equal(new Set(walked).size, agencies.length);
  assert.equal(walked[0]!.startsWith('org-320000'), true);
  const below = agencies.filter(({region}) => region.startsWith('3201'));
  assert.equal((await store.listAgencies({region: '320100', limit: 1})).total, below.length);
  assert.equal((await store.listAgencies({region: '320100', level: 'county', q: '教育局', limit: 1})).total, 3);
  assert.equal((await store.listAgencies({q: '教育 財政', limit: 1})).total, 0);
  assert.ok((await store.listAgencies({q: '財政', limit: 1})).total > 0, 'blind to script');
});

test('an agency is found by id, credit code or exact name', async (t) => {
  const {store} = await seededStore(t, 0);
  const agency = {...agencies[0]!, uscc: '113200009999990157'};
  await store.saveAgencies([agency]);
  for (const code of [agency.id, agency.uscc, agency.name]) assert.equal((await store.findAgency(code))?.id, agency.id);
  assert.equal(await store.findAgency('没有这个'), undefined);
});
