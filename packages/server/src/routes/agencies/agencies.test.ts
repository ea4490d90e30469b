/** Agencies that take applications: exactly those whose guide says that its form is open. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Agency, ApplicationGuide} from '@zwgk/contract';
import {json, STAFF, testApp} from '../../testing/app.ts';
import {guideInput} from '../../testing/inputs.ts';

test('agencies are listed by whether their form is open, as their guides say it (R18.1)', async (t) => {
  const app = await testApp(t, 0);
  const list = async (query = ''): Promise<{ids: string[]; tag: string}> => {
    const response = await app.get(`/agencies?limit=100${query}`);
    assert.equal(response.status, 200);
    return {ids: (await json<{items: Agency[]}>(response)).items.map(({id}) => id), tag: response.headers.get('etag')!};
  };
  const open = '&applications=open';
  const nobody = await list(open);
  assert.deepEqual(nobody.ids, []);
  await app.store.applications.saveGuide(STAFF.agency, guideInput(), 2, '2026-11-24');
  const {privacy: _, ...silent} = guideInput();
  await app.store.applications.saveGuide('org-320000-2', silent, 2, '2026-11-24');
  const one = await list(open);
  assert.deepEqual(one.ids, [STAFF.agency]);
  assert.notEqual(one.tag, nobody.tag, 'copies are not believed any more');
  assert.deepEqual((await list(`${open}&level=county`)).ids, []);
  const all = (await list()).ids;
  assert.ok(all.length > 1);
  for (const id of all) {
    const guide = await json<ApplicationGuide>(await app.get(`/agencies/${id}/application-guide`));
    assert.equal(guide.open, one.ids.includes(id), id);
  }
  assert.equal((await app.get('/agencies?applications=closed')).status, 400);
});

test('none is open where nothing personal can be kept', async (t) => {
  const app = await testApp(t, 0);
  await app.store.applications.saveGuide(STAFF.agency, guideInput(), 2, '2026-11-24');
  Object.defineProperty(app.store.applications, 'ready', {get: () => false});
  assert.deepEqual((await json<{items: Agency[]}>(await app.get('/agencies?applications=open'))).items, []);
});
