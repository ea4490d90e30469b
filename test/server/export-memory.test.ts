/** An export is written while it is read: memory does not grow with the comments. All of it: `npm run bench:flood`. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {testApp} from '../../packages/server/src/testing/app.ts';
import {exportApart, fillUp, FORMATS, MOST_HELD} from './export-memory.ts';

const MB = 2 ** 20;
const TEXT = 24 * MB;

test('24 MB of comments are exported in the memory that 6 MB take, in each format', {timeout: 120_000}, async (t) => {
  const app = await testApp(t, 1);
  await fillUp(app, TEXT);
  for (const format of FORMATS) {
    const {bytes, growth, seconds} = await exportApart(app.file, format, 'held');
    t.diagnostic(`${format}: ${(bytes / MB).toFixed(1)} MB in ${seconds.toFixed(1)} s, ${(growth / MB).toFixed(1)} MB more held`);
    assert.ok(bytes > TEXT / 3, `${format}: only ${bytes} bytes`);
    assert.ok(growth < MOST_HELD, `${format}: ${(growth / MB).toFixed(0)} MB`);
  }
});
