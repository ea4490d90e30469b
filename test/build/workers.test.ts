/** The worker's address in the source becomes the address of its file in the SDK. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {nameWorker} from '../../packages/embed/build/search-worker.ts';

const SOURCE = readFileSync(new URL('../../packages/elements/src/search/local/worker-answerer.ts', import.meta.url), 'utf8');

it('names the file, once, through the policy of the SDK', () => {
  const code = nameWorker(SOURCE, 'chunks/local.worker-12345678.js');
  assert.match(code, /^import \{scriptUrl as __zwgkScriptUrl\} from ".*script-url\.ts";/);
  assert.match(code, /new Worker\(__zwgkScriptUrl\("chunks\/local\.worker-12345678\.js"\), \{type: 'module'/);
  assert.ok(!code.includes('local.worker.ts'));
});

it('stops the build when the source starts no worker, or two', () => {
  for (const source of ['', `${SOURCE}${SOURCE}`, SOURCE.replace('import.meta.url', 'location.href')])
    assert.throws(() => nameWorker(source, 'chunks/x.js'), /worker-answerer\.ts/);
});
