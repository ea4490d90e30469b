/** Runs node:test files, each in a process of its own; prints a line a file and every failure in full; returns real counts. */
import {relative} from 'node:path';
import {run} from 'node:test';
import {inspect} from 'node:util';
import {add, countsLine, noCounts} from './counts.mjs';

const HUNG_AFTER_MS = 15 * 60_000;

/** A suite or a parent fails with its subtests; those are counted themselves. */
const isCounted = ({details}) => details.type !== 'suite' && details.error?.failureType !== 'subtestsFailed';

/** What one finished test adds to the counts. Node reports a file in which no test ran as a passed test of the file's name. */
function countsOf(type, {name, file, skip, todo}) {
  const one = noCounts();
  if (type === 'test:fail' || name === file) one.failed = 1;
  else if (skip !== undefined || todo !== undefined) one.skipped = 1;
  else one.passed = 1;
  return one;
}

function explain(type, {name, file, details}, output) {
  if (type === 'test:pass') return `${name}: no test ran`;
  const cause = details.error?.cause ?? details.error;
  const text = cause?.stack ?? (typeof cause === 'string' ? cause : inspect(cause));
  return name === file ? `the file failed\n${output}${text}` : `${name}\n${text}`;
}

const indent = (text) => text.replace(/^/gm, '      ').trimStart();

/** @returns {Promise<{passed: number, failed: number, skipped: number}>} */
export async function runNodeTests(files) {
  const total = noCounts();
  if (!files.length) return total;
  const perFile = new Map(files.map((file) => [file, {...noCounts(), output: ''}]));
  const finish = (file, ms) => {
    const counts = perFile.get(file);
    const seconds = ms === undefined ? '' : ` (${(ms / 1000).toFixed(1)} s)`;
    console.log(`  ${counts.failed ? '✗' : '✓'} ${relative('.', file)}: ${countsLine(counts)}${seconds}`);
    perFile.delete(file);
  };
  for await (const {type, data} of run({files, concurrency: 2, timeout: HUNG_AFTER_MS})) {
    const file = data?.entryFile ?? data?.file;
    const own = perFile.get(file);
    if (!own) continue;
    if (type === 'test:stdout' || type === 'test:stderr') own.output += data.message;
    if ((type === 'test:pass' || type === 'test:fail') && isCounted(data)) {
      const one = countsOf(type, data);
      add(own, one);
      add(total, one);
      if (one.failed) console.log(`    ✗ ${indent(explain(type, data, own.output))}`);
      if (data.name === file) finish(file);
    }
    if (type === 'test:summary') finish(file, data.duration_ms);
  }
  for (const file of [...perFile.keys()]) {
    perFile.get(file).failed = 1;
    total.failed += 1;
    finish(file);
  }
  return total;
}
