/** `.ci/run` ends with an honest line and an honest exit code, whatever happens before. A stand-in for npm plays each case. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

describe('the CI script', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zwgk-ci-'));
    cpSync('.ci/run', join(root, '.ci/run'));
    for (const folder of ['bin', 'node_modules', 'scripts']) mkdirSync(join(root, folder));
    writeFileSync(join(root, 'package-lock.json'), '{}');
    writeFileSync(join(root, 'scripts/browsers.mjs'), '');
  });
  afterEach(() => rmSync(root, {recursive: true}));

  /** Runs it from elsewhere; each command of npm does what is given here. */
  function run(npm: {ci?: string; check?: string; test?: string}) {
    const {ci = 'true', check = 'true', test = 'echo "3 passed, 0 failed"'} = npm;
    const cases = `case "$*" in ci*) ${ci};; *check*) ${check};; *test*) ${test};; esac`;
    writeFileSync(join(root, 'bin/npm'), `#!/bin/sh\necho "$1" >> ${root}/calls\n${cases}\n`);
    chmodSync(join(root, 'bin/npm'), 0o755);
    const env = {...process.env, PATH: `${root}/bin:${process.env['PATH']}`};
    const {status, stdout} = spawnSync(join(root, '.ci/run'), {cwd: tmpdir(), encoding: 'utf8', env});
    return {status, last: stdout.trim().split('\n').at(-1)};
  }
  const calls = () => readFileSync(join(root, 'calls'), 'utf8').trim().split('\n');

  it('is green when all is', () => assert.deepEqual(run({}), {status: 0, last: '3 passed, 0 failed'}));
  it('keeps skipped tests in the line', () => {
    assert.deepEqual(run({test: 'echo "3 passed, 0 failed, 2 skipped"'}), {status: 0, last: '3 passed, 0 failed, 2 skipped'});
  });
  it('is red when a test fails, and the line comes last', () => {
    assert.deepEqual(run({test: 'echo "2 passed, 1 failed"; echo npm error; exit 1'}), {status: 1, last: '2 passed, 1 failed'});
  });
  it('counts a failed check as one failure more, and still tests', () => {
    assert.deepEqual(run({check: 'exit 1'}), {status: 1, last: '3 passed, 1 failed'});
    assert.deepEqual(run({check: 'exit 1', test: 'echo "2 passed, 1 failed, 1 skipped"; exit 1'}), {
      status: 1,
      last: '2 passed, 2 failed, 1 skipped',
    });
  });
  it('is red when the test run dies, fails after a good line, or runs nothing', () => {
    assert.deepEqual(run({test: 'kill -9 $$'}), {status: 1, last: '0 passed, 1 failed'});
    assert.deepEqual(run({test: 'echo "3 passed, 0 failed"; exit 1'}), {status: 1, last: '3 passed, 1 failed'});
    assert.deepEqual(run({test: 'echo "0 passed, 0 failed"; exit 1'}), {status: 1, last: '0 passed, 1 failed'});
  });
  it('is red when the install fails', () => assert.deepEqual(run({ci: 'exit 1'}), {status: 1, last: '0 passed, 1 failed'}));
  it('installs once for each lock', () => {
    run({});
    run({});
    assert.deepEqual(calls(), ['ci', 'run', 'test', 'run', 'test']);
    writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion": 3}');
    run({});
    assert.equal(calls().filter((call) => call === 'ci').length, 2);
  });
});
