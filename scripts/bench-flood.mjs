/**
 * A flood against a consultation, and the office's exports of a great many comments: `npm run bench:flood`.
 *
 *   node scripts/bench-flood.mjs [--comments 10000] [--seconds 60] [--text 100] [--json FILE]     (0: without that part)
 *
 * While one address sends 10,000 comments in a minute, the limit must hold, also after a restart, and others must be
 * answered at most twice as slowly as in the quiet time of the same run. Exports of 100 MB of text must not take more
 * memory than they may. The server has a process of its own.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {Worker} from 'node:worker_threads';
import {COMMENT_BUCKETS} from '../packages/rules/src/consultation/index.ts';
import {testApp} from '../packages/server/src/testing/app.ts';
import {putUp} from '../packages/server/src/testing/consultations.ts';
import {TEST_KEY} from '../packages/server/src/testing/temp-store.ts';
import {exportApart, fillUp, FORMATS, MOST_GROWTH, MOST_HELD} from '../test/server/export-memory.ts';

const SERVER = fileURLToPath(new URL('../test/server/crash-writer.ts', import.meta.url));
const MOST_RATIO = 2;
/** Requests of others in a second. */
const RATES = {write: 2, read: 20};
/** Their requests before, during and after the flood are compared: the quiet ones stand around it. */
const QUIET_SHARE = 0.5;
const MB = 2 ** 20;
const DAY_MS = 86_400_000;

const later = [];
const scope = {after: (hook) => later.unshift(hook)};

async function start(file) {
  const server = spawn(process.execPath, [SERVER, file, TEST_KEY], {stdio: ['pipe', 'pipe', 'inherit']});
  server.stdin.write('go\n');
  const [line] = await once(server.stdout, 'data');
  return {port: Number(line), stop: () => (server.kill('SIGKILL'), once(server, 'exit'))};
}

/** @param job `{port, kind, round, count, span}` */
function run(job) {
  const worker = new Worker(new URL('./bench-flood/work.mjs', import.meta.url), {workerData: job});
  return new Promise((done, fail) => worker.once('message', done).once('error', fail));
}

const p95 = (answers) => answers.map(({ms}) => ms).sort((a, b) => a - b)[Math.floor(answers.length * 0.95)];
const tally = (answers) =>
  Object.fromEntries(
    Map.groupBy(answers, ({status}) => status)
      .entries()
      .map(([status, all]) => [status, all.length]),
  );

async function flood(comments, seconds) {
  const {store, file} = await testApp(scope, 1);
  const daysFromNow = (days) => new Date(Date.now() + days * DAY_MS).toISOString();
  for (const i of [0, 1]) await putUp(store, {opensAt: daysFromNow(-1), closesAt: daysFromNow(40)}, `c-${i}`);
  let server = await start(file);
  const others = async (round, share) => {
    const span = seconds * 1000 * share;
    const kinds = Object.entries(RATES).map(([kind, rate]) =>
      run({port: server.port, kind, round, count: Math.round((rate * span) / 1000), span}).then((answers) => [kind, answers]),
    );
    return Object.fromEntries(await Promise.all(kinds));
  };
  await others(0, 0.1); // warms the code
  const before = await others(1, QUIET_SHARE);
  const [during, flooding] = await Promise.all([
    others(2, 1),
    run({port: server.port, kind: 'flood', round: 2, count: comments, span: seconds * 1000}),
  ]);
  const afterwards = await others(3, QUIET_SHARE);
  await server.stop();
  server = await start(file);
  const again = await run({port: server.port, kind: 'flood', round: 4, count: 50, span: 500});
  await server.stop();
  const rows = Object.keys(RATES).map((kind) => {
    const quiet = p95([...before[kind], ...afterwards[kind]]);
    return {kind, quiet, flooded: p95(during[kind]), ratio: p95(during[kind]) / quiet, answers: tally(during[kind])};
  });
  const {capacity, everyMs} = COMMENT_BUCKETS.address;
  // What comes back in the time of the flood, and one that comes back while the server starts anew.
  const most = capacity + Math.ceil((seconds * 1000) / everyMs) + 1;
  return {rows, flooding: tally(flooding), again: tally(again), most};
}

async function exports(megabytes) {
  const app = await testApp(scope, 1);
  const comments = await fillUp(app, megabytes * MB);
  const rows = [];
  for (const format of FORMATS)
    rows.push({format, ...(await exportApart(app.file, format, 'grown')), held: (await exportApart(app.file, format, 'held')).growth});
  return {comments, rows};
}

function reportFlood({rows, flooding, again, most}) {
  const lines = [
    '## Others while one address floods',
    '',
    '| | p95 ms quiet | p95 ms flooded | ratio | answers |',
    '|---|--:|--:|--:|---|',
    ...rows.map(
      (r) => `| ${r.kind} | ${r.quiet.toFixed(1)} | ${r.flooded.toFixed(1)} | ${r.ratio.toFixed(2)} | ${JSON.stringify(r.answers)} |`,
    ),
    '',
    `The flood's answers: ${JSON.stringify(flooding)} (at most ${most} of 201); after kill -9 and a restart: ${JSON.stringify(again)}`,
  ];
  return lines.join('\n');
}

function reportExports({comments, rows}, text) {
  const lines = [
    '',
    `## Exports of ${text} MB of text in ${comments} comments (beyond what 6 MB take, at most ${MOST_GROWTH / MB} MB of memory, ${MOST_HELD / MB} of it held)`,
    '',
    '| | MB | s | MB of memory more | MB held more |',
    '|---|--:|--:|--:|--:|',
    ...rows.map(
      (r) =>
        `| ${r.format} | ${(r.bytes / MB).toFixed(1)} | ${r.seconds.toFixed(1)} | ${(r.growth / MB).toFixed(0)} | ${(r.held / MB).toFixed(1)} |`,
    ),
  ];
  return lines.join('\n');
}

function missed({flood, exports}) {
  const {rows = [], flooding = {}, again = {}, most} = flood ?? {};
  const taken = (flooding[201] ?? 0) + (again[201] ?? 0);
  return [
    ...rows.filter(({ratio}) => !(ratio <= MOST_RATIO)).map(({kind, ratio}) => `${kind}: ${ratio.toFixed(2)} times as slow`),
    ...rows.filter(({answers}) => Object.keys(answers).some((status) => status >= 400)).map(({kind}) => `${kind}: others were refused`),
    ...(taken > most ? [`${taken} comments of the flood were taken`] : []),
    ...(exports?.rows ?? [])
      .filter(({growth, held}) => growth > MOST_GROWTH || held > MOST_HELD)
      .map(({format}) => `${format}: too much memory`),
  ];
}

const {values} = parseArgs({
  options: {
    comments: {type: 'string', default: '10000'},
    seconds: {type: 'string', default: '60'},
    text: {type: 'string', default: '100'},
    json: {type: 'string'},
  },
});
try {
  const result = {};
  if (Number(values.comments)) console.log(reportFlood((result.flood = await flood(Number(values.comments), Number(values.seconds)))));
  if (Number(values.text)) console.log(reportExports((result.exports = await exports(Number(values.text))), values.text));
  const over = missed(result);
  if (over.length) {
    console.log(`\nMissed: ${over.join('; ')}.`);
    process.exitCode = 1;
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  for (const hook of later) await hook();
}
