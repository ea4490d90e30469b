/** The closing line says what ran: a crash, an empty file and a silent engine all count. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {countSessions} from '../../scripts/lib/browser-counts.mjs';
import {countsLine} from '../../scripts/lib/counts.mjs';

describe('in Node', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'zwgk-counts-'))));
  after(() => rmSync(folder, {recursive: true}));

  /** Counts of one test file with this text, taken in a process of its own: a runner does not run inside a runner. */
  function countsOf(text: string) {
    const file = join(folder, 'sample.test.mjs');
    writeFileSync(file, text);
    const runner = join(folder, 'runner.mjs');
    const library = new URL('../../scripts/lib/node-tests.mjs', import.meta.url).href;
    writeFileSync(
      runner,
      `import {runNodeTests} from '${library}';\nconsole.log(JSON.stringify(await runNodeTests([${JSON.stringify(file)}])));`,
    );
    const {NODE_TEST_CONTEXT: _, ...env} = process.env;
    const {stdout} = spawnSync(process.execPath, [runner], {encoding: 'utf8', env});
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as unknown;
  }
  const head = "import {describe, it} from 'node:test';\n";

  it('counts tests, not suites or parents', () => {
    const text = `${head}describe('d', () => {
      it('a', () => {});
      it('b', () => { throw new Error('b'); });
      it('c', {skip: 'no data here'}, () => {});
      it('p', (t) => t.test('s', () => { throw new Error('s'); }));
    });`;
    assert.deepEqual(countsOf(text), {passed: 1, failed: 2, skipped: 1});
  });
  it('counts a file that does not load as failed', () =>
    assert.deepEqual(countsOf('throw new Error()'), {passed: 0, failed: 1, skipped: 0}));
  it('counts a file without a test as failed', () => assert.deepEqual(countsOf('export {}'), {passed: 0, failed: 1, skipped: 0}));
  it('counts a file that exits early as failed', () => {
    assert.deepEqual(countsOf(`${head}it('a', () => {}); process.exit(3);`), {passed: 0, failed: 1, skipped: 0});
  });
  it('counts a good file as it is', () => assert.deepEqual(countsOf(`${head}it('a', () => {});`), {passed: 1, failed: 0, skipped: 0}));
});

describe('in browsers', () => {
  const test = (passed: boolean, skipped = false) => ({name: 't', passed, skipped});
  const session = (tests: object[], more: object = {}) => ({
    browser: {name: 'WebKit'},
    testFile: 'x.test.ts',
    passed: true,
    errors: [],
    testResults: {tests: [], suites: [{tests, suites: []}]},
    ...more,
  });
  const counts = (...sessions: object[]) => countsLine(countSessions(sessions));

  it('counts tests at any depth', () => {
    assert.equal(counts(session([test(true), test(false), test(true, true)], {passed: false})), '1 passed, 1 failed, 1 skipped');
  });
  it('counts a page that crashed', () => {
    assert.equal(counts(session([], {passed: false, testResults: undefined, errors: [{message: 'gone'}]})), '0 passed, 1 failed');
  });
  it('counts a page that failed after its tests', () => assert.equal(counts(session([test(true)], {passed: false})), '1 passed, 1 failed'));
  it('counts a file without a test', () => assert.equal(counts(session([])), '0 passed, 1 failed'));
  it('keeps the engines apart', () => {
    const {engines} = countSessions([session([test(true)]), session([test(true)], {browser: {name: 'Firefox'}})]);
    assert.deepEqual(Object.keys(engines), ['WebKit', 'Firefox']);
  });
});

describe('the closing line', () => {
  it('names skipped tests only when there are any', () => {
    assert.equal(countsLine({passed: 3, failed: 0, skipped: 0}), '3 passed, 0 failed');
    assert.equal(countsLine({passed: 3, failed: 1, skipped: 2}), '3 passed, 1 failed, 2 skipped');
  });
});
