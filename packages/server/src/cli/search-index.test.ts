import assert from 'node:assert/strict';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import type {SearchIndex} from '@zwgk/contract';
import {zwgk} from '../testing/cli.ts';
import {generateDirectory, generateItems} from '../testing/generate.ts';
import {LONG_AGO, seededStore, tempFolder} from '../testing/temp-store.ts';

test('the index is written into the folder, twice the same, and nothing else is left there', async (t) => {
  const {file} = await seededStore(t, 30);
  const folder = join(tempFolder(), 'site/search');
  const first = await zwgk('index', '--out', folder, '--db', file);
  assert.equal(first.code, 0, first.err);
  const text = readFileSync(join(folder, 'index.json'), 'utf8');
  const {format, version, records} = JSON.parse(text) as SearchIndex;
  assert.deepEqual([format, version], ['zwgk-search-index', 1]);
  assert.match(first.out, new RegExp(`已写入 .*index\\.json，共 ${records.length} 条。`));
  await zwgk('index', '--out', folder, '--db', file);
  assert.equal(readFileSync(join(folder, 'index.json'), 'utf8'), text);
  assert.deepEqual(readdirSync(folder), ['index.json']);
});

test('with too many records it says what to do, and writes for fewer agencies', async (t) => {
  const {file, store} = await seededStore(t, 1);
  await store.saveCatalogItems(generateItems(5001, generateDirectory(2).agencies, 3), LONG_AGO);
  const folder = tempFolder();
  const {code, err} = await zwgk('index', '--out', folder, '--db', file);
  assert.equal(code, 1);
  assert.match(err, /最多 5000 条.*zwgk serve.*--agency/);
  assert.deepEqual(readdirSync(folder), []);
  const one = await zwgk('index', '--out', folder, '--db', file, '--agency', 'org-320000-1');
  assert.equal(one.code, 0, one.err);
});

test('called wrongly, it says how to do it right', async (t) => {
  const {file} = await seededStore(t, 1);
  const folder = tempFolder();
  writeFileSync(join(folder, 'taken'), '');
  assert.deepEqual(
    [(await zwgk('index')).code, (await zwgk('index', '--out', folder, '--db', file, '--agency', '没有这个局')).code],
    [2, 1],
  );
  for (const link of ['javascript:alert({id})', '//elsewhere.example.com/{id}', '/no-id.html'])
    assert.equal((await zwgk('index', '--out', folder, '--db', file, '--link', link)).code, 2, link);
  assert.match((await zwgk('index', '--out', join(folder, 'taken'), '--db', file)).err, /不能写入/);
});
