import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {tempFolder} from '../testing/temp-store.ts';
import {siteWords} from './open-store.ts';
import {CommandError} from './usage.ts';

test('a site sets its own words for the search, list by list', () => {
  const file = join(tempFolder(), 'words.json');
  writeFileSync(file, JSON.stringify({plain: '门前三包 = 市容环境卫生责任区', hot: '积水上报'}));
  const words = siteWords(file);
  assert.deepEqual([words.otherWordings('门前三包'), words.hot], [['市容环境卫生责任区'], ['积水上报']]);
  assert.deepEqual(words.otherWordings('網際網路'), ['互联网']);
  assert.ok(siteWords(undefined).hot.length > 0);
});

test('word lists that are none get one clear sentence', () => {
  const file = join(tempFolder(), 'words.json');
  for (const text of ['{', '[1]', 'null', '{"plain": 1}', '{"other": ""}']) {
    writeFileSync(file, text);
    assert.throws(() => siteWords(file), CommandError, text);
  }
  assert.throws(() => siteWords(join(tempFolder(), 'none.json')), CommandError);
});
