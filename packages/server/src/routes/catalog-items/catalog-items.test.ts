import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CatalogItem, CatalogItemDetail, CatalogItemList, CatalogItemVersion} from '@zwgk/contract';
import {json, problem, STAFF, testApp} from '../../testing/app.ts';
import {itemInput, without} from '../../testing/inputs.ts';

test('a page links to its neighbours, and to the feed and the table of the same filter', async (t) => {
  const {get} = await testApp(t);
  const first = await get('/catalog/items?disclosure=proactive&matter=招生入学&matter=预算决算&limit=2&sort=due');
  const {nextCursor} = await json<CatalogItemList>(first);
  const link = first.headers.get('link')!;
  assert.match(link, /<\/api\/v1\/catalog\/items\?[^>]*limit=2&sort=due>; rel="self"/);
  assert.ok(link.includes(`&cursor=${nextCursor}>; rel="next"`));
  assert.ok(!link.includes('rel="prev"'));
  const feed = /<(\/api\/v1\/catalog\/feed\?[^>]*)>/.exec(link)![1]!;
  assert.ok(!/limit|sort|cursor/.test(feed) && feed.includes('disclosure=proactive'));
  const next = await get(`/catalog/items?disclosure=proactive&matter=招生入学&matter=预算决算&limit=2&sort=due&cursor=${nextCursor}`);
  assert.match(next.headers.get('link')!, /rel="prev"/);
});

test('R2.1 an item without a disclosure attribute is refused', async (t) => {
  const {write} = await testApp(t);
  const response = await write('POST', '/catalog/items', without(itemInput(), 'disclosure'));
  assert.equal(response.status, 422);
  const {code, errors} = await problem(response);
  assert.deepEqual([code, errors![0]!.path], ['attribute-required', '/disclosure']);
});

test('R2.3 an item without its subject, content, time limit or method is refused', async (t) => {
  const {write} = await testApp(t);
  for (const name of ['publisher', 'contentElements', 'timeLimit', 'mode', 'channels'] as const) {
    const response = await write('POST', '/catalog/items', without(itemInput(), name));
    assert.equal(response.status, 422, name);
    assert.deepEqual([(await problem(response)).code], ['rule-violated'], name);
  }
  const odd = await write('POST', '/catalog/items', itemInput({timeLimit: {text: '及时', kind: 'prompt', days: 3, unit: 'day'}}));
  assert.equal((await problem(odd)).errors![0]!.path, '/timeLimit');
});

test('an item says when its information was formed, not when it will be; its limit counts from there (R6.1)', async (t) => {
  const {write} = await testApp(t);
  const timeLimit = {text: '批复后20日内', kind: 'within', days: 20, unit: 'day', anchor: '批复之日'} as const;
  const ahead = await write('POST', '/catalog/items', itemInput({timeLimit, informationOn: '2026-11-25'}));
  assert.deepEqual([ahead.status, (await problem(ahead)).errors![0]!.path], [422, '/informationOn']);
  const made = await write('POST', '/catalog/items', itemInput({timeLimit, informationOn: '2026-11-24', lastPublishedOn: '2026-01-12'}));
  const {freshness} = (await made.json()) as CatalogItem;
  assert.deepEqual(freshness, {status: 'on_time', dueOn: '2026-12-14', daysLeft: 14});
});

test('R3.4 an item that keeps something back needs a reason', async (t) => {
  const {write} = await testApp(t);
  for (const disclosure of ['partial', 'on_request', 'withheld'] as const) {
    const response = await write('POST', '/catalog/items', itemInput({disclosure}));
    assert.deepEqual([response.status, (await problem(response)).code], [422, 'reason-required']);
    const given = await write(
      'POST',
      '/catalog/items',
      itemInput({disclosure, disclosureReason: {text: '涉及商业秘密', legalBasis: '条例第十五条'}}),
    );
    assert.equal(given.status, 201);
  }
});

test('R2.5 staff add, replace and remove an item, each as a version of its own', async (t) => {
  const {get, write} = await testApp(t);
  const created = await write('POST', '/catalog/items', itemInput());
  assert.equal(created.status, 201);
  const at = created.headers.get('location')!.replace('/api/v1', '');
  const item = await json<CatalogItem>(created);
  assert.deepEqual([item.version, item.change, item.region], [1, 'added', '320000']);

  const tag = created.headers.get('etag')!;
  const replaced = await write('PUT', at, itemInput({level2: '新名称'}), {'If-Match': tag});
  assert.deepEqual([replaced.status, (await json<CatalogItem>(replaced)).supersedes], [200, 1]);
  const stale = await write('PUT', at, itemInput({level2: '又一个'}), {'If-Match': tag});
  assert.deepEqual([stale.status, (await problem(stale)).code], [412, 'precondition-failed']);
  const blind = await write('PUT', at, itemInput());
  assert.deepEqual([blind.status, (await problem(blind)).code], [428, 'precondition-required']);
  const weak = await write('PUT', at, itemInput(), {'If-Match': `W/${replaced.headers.get('etag')}`});
  assert.equal(weak.status, 412);

  const detail = await json<CatalogItemDetail>(await get(at));
  assert.deepEqual(
    detail.history.map(({change, changedFields}: CatalogItemVersion) => [change, changedFields]),
    [
      ['changed', ['level2']],
      ['added', []],
    ],
  );
  assert.equal(detail.agency!.id, STAFF.agency);
  const current = (await get(at)).headers.get('etag')!;
  assert.equal((await write('DELETE', at, undefined, {'If-Match': current})).status, 204);
  assert.deepEqual([(await get(at)).status, (await write('DELETE', at, undefined, {'If-Match': '*'})).status], [404, 404]);
});

test('only the agency’s own staff, or an operator, may write', async (t) => {
  const {write, store} = await testApp(t);
  const others = itemInput({publisher: 'org-320000-2'});
  const cases: [headers: Record<string, string>, body: unknown, status: number][] = [
    [{Authorization: ''}, itemInput(), 401],
    [{Authorization: 'Bearer zwgk_nobody-ever-issued-this-one'}, itemInput(), 401],
    [{Authorization: `Basic ${STAFF.token}`}, itemInput(), 401],
    [{}, others, 403],
    [{Authorization: `Bearer ${STAFF.operator}`}, others, 201],
    [{Authorization: `Bearer ${STAFF.operator}`}, itemInput({publisher: 'org-nowhere'}), 422],
  ];
  for (const [headers, body, status] of cases) assert.equal((await write('POST', '/catalog/items', body, headers)).status, status);
  const foreign = (await store.listCatalogItems({agency: ['org-320000-2'], limit: 1}, '2026-11-24')).items[0]!;
  for (const method of ['PUT', 'DELETE'] as const) {
    const response = await write(method, `/catalog/items/${foreign.id}`, method === 'PUT' ? itemInput() : undefined, {'If-Match': '*'});
    assert.deepEqual([response.status, (await problem(response)).code], [403, 'forbidden'], method);
  }
});
