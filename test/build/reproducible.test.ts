/** Whoever builds the same sources gets the same bytes, so a published checksum can be checked. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {it} from 'node:test';

const BUILD = new URL('../../packages/embed/build.mjs', import.meta.url).pathname;

function buildOnce(): Map<string, Buffer> {
  const out = mkdtempSync(join(tmpdir(), 'zwgk-build-'));
  execFileSync(process.execPath, [BUILD, '--out', out], {stdio: 'pipe'});
  const files = globSync('**/*.{js,br,json,txt}', {cwd: out}).sort();
  const built = new Map(files.map((file) => [file, readFileSync(join(out, file))]));
  rmSync(out, {recursive: true});
  return built;
}

it('two clean builds are equal, byte for byte', () => {
  const [first, second] = [buildOnce(), buildOnce()];
  assert.ok(first.size > 20, `only ${first.size} files`);
  assert.deepEqual([...second.keys()], [...first.keys()]);
  for (const [file, bytes] of first) assert.ok(bytes.equals(second.get(file)!), file);
});
