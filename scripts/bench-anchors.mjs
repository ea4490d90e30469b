/**
 * Whether passages are found again after amendments: real regulations and the sample documents, edited by a seeded
 * generator that follows every character, so that the true place of each passage is known without searching. Ours, with
 * the older text at hand and by the anchor alone, against exact matching (the quote in its section, then anywhere).
 *
 *   npm run bench:anchors [-- --data ../shared/data] [--half report|tune|all] [--edits 60] [--seed 2026] [--misses]
 *
 * `--data` (or ZWGK_DATA) is a folder with `regulations/*.md`; they are no part of the project. Thresholds were set on the
 * tuning half, every other regulation; the reporting half is the rest and the sample. Fails when a place is wrong
 * although the older text is at hand.
 */
import {existsSync, readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {locator, sectionText} from '../packages/rules/src/passage.ts';
import {EDITS, seeded, sentences} from '../packages/rules/src/testing/amend.ts';
import {trial, verdict} from '../packages/rules/src/testing/trial.ts';
import {readDocumentFile} from '../packages/server/src/import/document-file.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SAMPLE = join(ROOT, 'packages/server/sample/documents');
const SEVERAL = 'several edits';
/** Edits of one amendment, where it makes several. */
const AT_ONCE = 4;
const VERDICTS = ['right', 'wrong', 'lost, there', 'lost, gone'];

const {values} = parseArgs({
  options: {
    data: {type: 'string', default: process.env.ZWGK_DATA ?? join(ROOT, '../shared/data')},
    half: {type: 'string', default: 'report'},
    edits: {type: 'string', default: '60'},
    seed: {type: 'string', default: '2026'},
    misses: {type: 'boolean', default: false},
  },
});

/** Files of a half: every other regulation; the sample is reported only. */
function files(half) {
  const folder = join(values.data, 'regulations');
  const regulations = readdirSync(folder)
    .sort()
    .filter((_, i) => half === 'all' || (i % 2 === 0) === (half === 'tune'));
  const sample = half === 'tune' ? [] : readdirSync(SAMPLE).filter((name) => name.endsWith('.md'));
  return [...regulations.map((name) => join(folder, name)), ...sample.map((name) => join(SAMPLE, name))];
}

async function readBodies(half) {
  const bodies = [];
  for (const file of files(half)) bodies.push((await readDocumentFile(file)).records[0].body);
  return bodies;
}

/** Whole sentences of the articles, for what amendments put in. */
const strangersOf = (bodies) =>
  bodies
    .flatMap((body) => body.filter(({kind}) => kind === 'article').map(sectionText))
    .flatMap((text) => sentences(text).map(([start, end]) => text.slice(start, end).trim()))
    .filter((text) => text.length > 10 && text.endsWith('。') && !text.includes('\n'));

/** The yardstick: the first place where the quote stands word for word, its own section first. */
function exactMatching(body) {
  const texts = body.map((section) => ({section: section.id, text: sectionText(section)}));
  return ({section, quote}) => {
    const own = texts.find((one) => one.section === section);
    const found = own?.text.includes(quote.exact) ? own : texts.find(({text}) => text.includes(quote.exact));
    if (!found) return {state: 'lost'};
    const start = found.text.indexOf(quote.exact);
    return {state: found === own ? 'exact' : 'moved', section: found.section, start, end: start + quote.exact.length};
  };
}

/** In one run, so that their times compare. */
const FINDERS = {
  'older text at hand': (body, before) => locator(body, {before}),
  'anchor alone': (body) => locator(body),
  'exact matching': exactMatching,
};

function makeTrials(bodies) {
  const setting = {random: seeded(Number(values.seed)), strangers: strangersOf(bodies)};
  const kinds = Object.keys(EDITS);
  const pick = (list) => list[setting.random(list.length)];
  return [...kinds, SEVERAL].flatMap((kind) => {
    const trials = [];
    while (trials.length < Number(values.edits)) {
      const before = pick(bodies);
      const names = kind === SEVERAL ? [...Array(AT_ONCE)].map(() => pick(kinds)) : [kind];
      const made = trial(before, names, setting);
      if (made) trials.push({...made, before});
    }
    return trials;
  });
}

/** Verdicts by kind of edit, and milliseconds an anchor, reading the texts included. */
function run(trials, finder) {
  const counts = {};
  const wrong = [];
  let ms = 0;
  for (const {edit, before, body, cases} of trials) {
    const start = performance.now();
    const find = finder(body, before);
    const places = cases.map(({anchor}) => find(anchor));
    ms += performance.now() - start;
    cases.forEach(({anchor, truth}, i) => {
      const judged = verdict(places[i], truth);
      counts[edit] ??= Object.fromEntries(VERDICTS.map((one) => [one, 0]));
      counts[edit][judged]++;
      if (judged === 'wrong') wrong.push({edit, anchor, place: places[i], truth});
    });
  }
  const anchors = trials.reduce((sum, {cases}) => sum + cases.length, 0);
  return {counts, wrong, perAnchor: ms / anchors, anchors};
}

const sum = (rows) => Object.fromEntries(VERDICTS.map((one) => [one, rows.reduce((total, row) => total + row[one], 0)]));
const cell = (row) => `${row.right} / ${row.wrong} / ${row['lost, there']}`;
/** Of the passages that are still there. */
const kept = (row) => `${((100 * row.right) / (row.right + row.wrong + row['lost, there'])).toFixed(1)} %`;

function report(results) {
  const names = Object.keys(results);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const totals = names.map((name) => sum(Object.values(results[name].counts)));
  const own = results[names[0]];
  console.log('Right / wrong place / lost though there. What is gone and said to be lost is right and not counted.\n');
  console.log(line(['edit', ...names]));
  console.log(line(['---', ...names.map(() => '--:')]));
  for (const kind of Object.keys(own.counts)) console.log(line([kind, ...names.map((name) => cell(results[name].counts[kind]))]));
  console.log(line(['all', ...totals.map(cell)]));
  console.log(line(['kept', ...totals.map(kept)]));
  console.log(line(['wrong places', ...totals.map(({wrong}) => `${((100 * wrong) / own.anchors).toFixed(2)} %`)]));
  const base = results['exact matching'].perAnchor;
  console.log(line(['time an anchor', ...names.map((name) => `${(results[name].perAnchor / base).toFixed(1)} ×`)]));
  console.log(`\nExact matching took ${base.toFixed(3)} ms an anchor, the text of the whole body included.`);
}

async function main() {
  if (!['report', 'tune', 'all'].includes(values.half)) throw new Error('--half is report, tune or all.');
  if (!existsSync(join(values.data, 'regulations'))) {
    console.log(`Anchors cannot be measured: there is no folder "regulations" in ${values.data}. The regulations are no part`);
    console.log('of the project; give the folder that holds them: npm run bench:anchors -- --data FOLDER (or ZWGK_DATA).');
    return false;
  }
  const bodies = await readBodies(values.half);
  const trials = makeTrials(bodies);
  const results = Object.fromEntries(Object.entries(FINDERS).map(([name, finder]) => [name, run(trials, finder)]));
  const [withBefore] = Object.values(results);
  console.log(`${bodies.length} documents, ${trials.length} amendments, ${withBefore.anchors} passages (seed ${values.seed})\n`);
  report(results);
  if (values.misses) for (const one of withBefore.wrong) console.log(JSON.stringify(one));
  return withBefore.wrong.length === 0;
}

if (!(await main())) process.exitCode = 1;
