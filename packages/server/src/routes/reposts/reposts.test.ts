import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import type {Repost, RepostList} from '@zwgk/contract';
import {tokenHash} from '../../http/staff.ts';
import {json, problem, testApp} from '../../testing/app.ts';
import {repostInput} from '../../testing/inputs.ts';
import {NOW} from '../../testing/temp-store.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('R6.6 a policy is passed on with the hash of its text; one other character, and it is not the same', async (t) => {
  const {get, write, store} = await testApp(t, 1);
  const input = repostInput({text: '中小企业发展的意见𠀋'});
  const same = await json<Repost>(await write('POST', '/feed', {...input, sourceSha256: sha256(input.text)}));
  assert.deepEqual([same.sha256, same.identical, same.repostedAt], [sha256(input.text), true, NOW]);
  assert.equal('text' in same, false);
  const other = {...input, sourceUrl: 'https://www.example.com/2', sourceSha256: sha256('中小企业发展的意见。')};
  assert.equal((await json<Repost>(await write('POST', '/feed', other))).identical, false);
  assert.doesNotMatch(await (await get('/feed')).text(), /中小企业发展的意见𠀋/, 'the text itself is not kept');
  assert.equal((await store.listReposts({})).total, 2);
});

test('R6.6 the same source is passed on once', async (t) => {
  const {write} = await testApp(t, 1);
  assert.equal((await write('POST', '/feed', repostInput())).status, 201);
  const again = await write('POST', '/feed', repostInput({title: '换个标题'}));
  assert.deepEqual([again.status, (await problem(again)).errors![0]!.path], [409, '/sourceUrl']);
});

test('the newest comes first, page by page; who passed it on may withdraw it', async (t) => {
  const {get, write, store} = await testApp(t, 1);
  const at = (n: number): string => `2026-11-2${n}T04:00:00.000Z`;
  const records = [1, 2, 3].map((n) => ({
    id: `r-${n}`,
    input: repostInput({sourceUrl: `https://www.example.com/${n}`}),
    agency: '*',
    repostedAt: at(n),
  }));
  assert.deepEqual(await store.saveReposts(records), {added: 3, changed: 0, unchanged: 0});
  assert.deepEqual(await store.saveReposts(records), {added: 0, changed: 0, unchanged: 3});
  const page = await json<RepostList>(await get('/feed?limit=2'));
  const next = await json<RepostList>(await get(`/feed?limit=2&cursor=${page.nextCursor}`));
  assert.deepEqual([...page.items, ...next.items].map(({id}) => id), ['r-3', 'r-2', 'r-1']); // prettier-ignore
  assert.equal((await write('DELETE', '/feed/r-1', undefined, {'If-Match': '*'})).status, 403, 'an operator passed it on');
  const own = await write('POST', '/feed', repostInput());
  const path = own.headers.get('location')!.replace('/api/v1', '');
  await store.saveToken(tokenHash('zwgk_staff-of-the-second-agency'), 'org-320000-2', NOW);
  const second = {Authorization: 'Bearer zwgk_staff-of-the-second-agency', 'If-Match': '*'};
  assert.equal((await write('DELETE', path, undefined, second)).status, 403);
  assert.equal((await write('DELETE', path)).status, 428);
  assert.equal((await write('DELETE', path, undefined, {'If-Match': own.headers.get('etag')!})).status, 204);
  assert.equal((await get(path)).status, 404);
  assert.equal((await write('POST', '/feed', repostInput())).status, 201, 'and then it may be passed on anew');
});
