import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {tempStore} from '../testing/temp-store.ts';

test('a write waits for the lock of another process, and readers are answered meanwhile', async (t) => {
  const {store, file} = await tempStore(t);
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  const write = store.saveSite('https://www.example.com');
  const start = performance.now();
  await wait(10);
  assert.deepEqual(await store.listSites(), []);
  assert.ok(performance.now() - start < 1000, 'the event loop is free');
  other.exec('commit');
  other.close();
  await write;
  assert.deepEqual(await store.listSites(), ['https://www.example.com']);
});
