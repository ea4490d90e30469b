/** A worker's address in the source becomes the address of its file in the SDK. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {it} from 'node:test';
import {nameWorker, WORKERS} from '../../packages/embed/build/workers.ts';

for (const worker of WORKERS) {
  const [source, name] = [readFileSync(worker.starter, 'utf8'), basename(worker.entry)];

  it(`names the file of ${name}, once, through the policy of the SDK`, () => {
    const code = nameWorker(source, worker, 'chunks/some.worker-12345678.js');
    assert.match(code, /^import \{scriptUrl as __zwgkScriptUrl\} from ".*script-url\.ts";/);
    assert.match(code, /new Worker\(__zwgkScriptUrl\("chunks\/some\.worker-12345678\.js"\), \{type: 'module'/);
    assert.ok(!code.includes(`URL('./${name}`));
  });

  it(`stops the build when nothing starts ${name}, or two things do`, () => {
    for (const odd of ['', `${source}${source}`, source.replace('import.meta.url', 'location.href')])
      assert.throws(() => nameWorker(odd, worker, 'chunks/x.js'), new RegExp(basename(worker.starter)));
  });
}
