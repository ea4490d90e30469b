/** A reporter that writes what really ran, per engine, for the closing line of `npm test`. */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, relative} from 'node:path';
import {add, noCounts} from './counts.mjs';

const allTests = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(allTests)] : []);

/** Counts of one session. A file that crashed, or in which nothing ran, is one failure of its own, with its reason in `broken`. */
function countSession({testResults, passed, errors}) {
  const tests = allTests(testResults);
  const counts = {
    passed: tests.filter((t) => t.passed && !t.skipped).length,
    failed: tests.filter((t) => !t.passed && !t.skipped).length,
    skipped: tests.filter((t) => t.skipped).length,
  };
  if (counts.failed || (passed && tests.length)) return counts;
  return {...counts, failed: 1, broken: errors?.[0]?.message ?? (tests.length ? 'the page failed' : 'no test ran')};
}

/** `{passed, failed, skipped, engines: {Firefox: {passed, …}}, broken: [sentence]}` */
export function countSessions(sessions) {
  const total = {...noCounts(), engines: {}, broken: [], seconds: []};
  for (const session of sessions) {
    const engine = session.browser.name;
    const counts = countSession(session);
    add(total, counts);
    add((total.engines[engine] ??= noCounts()), counts);
    const seconds = allTests(session.testResults).reduce((sum, {duration = 0}) => sum + duration, 0) / 1000;
    total.seconds.push({engine, file: relative('.', session.testFile), seconds});
    if (counts.broken) total.broken.push(`${engine}: ${relative('.', session.testFile)}: ${counts.broken}`);
  }
  return total;
}

/** @param {string} file where the counts go; removed at the start, so that a crash leaves none */
export const countsReporter = (file) => ({
  start: () => rmSync(file, {force: true}),
  onTestRunFinished({sessions}) {
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, JSON.stringify(countSessions([...sessions]), null, 2));
  },
});
