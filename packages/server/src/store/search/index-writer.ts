/** Keeps the search index in step with the records, in the transaction that changes them. */
import {bigrams, docNumberKeys, findDocNumbers, fold} from '@zwgk/rules';
import {sql, type Kysely} from 'kysely';
import {dayNumber} from '../columns.ts';
import {chunks} from '../json.ts';
import type {Schema} from '../schema.ts';
import {soundsOf, soundTokens} from './sound.ts';
import type {SearchEntry, SearchSource} from './source.ts';
import {SOURCES} from './sources.ts';

/** Raised whenever the index would hold something else for the same records: it is then built anew at the next start. */
const FORMAT = 3;
const BATCH = 500;
const OWN = 2;
const OTHER = 1;
const CITED = 0;

type Unit = [
  row: number,
  type: string,
  owner: number,
  head: number,
  section: string | null,
  label: string | null,
  heading: string | null,
  agency: number,
  day: number | null,
  validity: string | null,
  title: number,
  folded: string,
  printed: string | null,
  sound: string | null,
];
type Line = [row: number, text: string];
type NumberLine = [key: string, row: number, printed: string, own: number];

interface Lines {
  readonly units: Unit[];
  readonly titles: Line[];
  readonly texts: Line[];
  readonly sounds: Line[];
  readonly numbers: NumberLine[];
}

/** Adds records that are not in the index. */
export async function put(tx: Kysely<Schema>, type: SearchSource['type'], entries: readonly SearchEntry[]): Promise<void> {
  for (const some of chunks(entries, BATCH)) {
    let row = await lastRow(tx);
    const lines: Lines = {units: [], titles: [], texts: [], sounds: [], numbers: []};
    for (const entry of some) row = addEntry(lines, type, entry, row);
    await insert(tx, lines);
    await tx.updateTable('counters').set({value: row}).where('name', '=', 'search').execute();
  }
}

/** Takes records out. */
export async function remove(tx: Kysely<Schema>, type: SearchSource['type'], owners: readonly number[]): Promise<void> {
  if (owners.length === 0) return;
  const rows = await tx.selectFrom('search_units').select('row').where('type', '=', type).where('owner', 'in', owners).execute();
  const list = JSON.stringify(rows.map(({row}) => row));
  const those = sql<number>`(select value from json_each(${list}))`;
  for (const table of ['search_titles', 'search_texts', 'search_sounds'] as const)
    await tx.deleteFrom(table).where('rowid', 'in', those).execute();
  await tx.deleteFrom('search_numbers').where('row', 'in', those).execute();
  await tx.deleteFrom('search_units').where('row', 'in', those).execute();
  await sql`insert into search_gone (row) select value from json_each(${list})`.execute(tx);
}

/** Builds the index from the records where there is none, or one of another format. */
export async function ensureIndex(db: Kysely<Schema>): Promise<void> {
  if ((await format(db)) === FORMAT) return;
  await db.transaction().execute(async (tx) => {
    // Another process may have done it while this one waited for the lock.
    if ((await format(tx)) === FORMAT) return;
    for (const {type} of SOURCES) {
      const owners = await tx.selectFrom('search_units').select('owner').distinct().where('type', '=', type).execute();
      for (const some of chunks(owners, BATCH)) await remove(tx, type, some.map(({owner}) => owner)); // prettier-ignore
    }
    for (const source of SOURCES) for await (const entries of source.entries(tx)) await put(tx, source.type, entries);
    await tx.updateTable('counters').set({value: FORMAT}).where('name', '=', 'search_format').execute();
  });
}

const counter = async (db: Kysely<Schema>, name: 'search' | 'search_format'): Promise<number> =>
  (await db.selectFrom('counters').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
const lastRow = (db: Kysely<Schema>): Promise<number> => counter(db, 'search');
const format = (db: Kysely<Schema>): Promise<number> => counter(db, 'search_format');

/** Lines of one record. @returns the last row given out. */
function addEntry(lines: Lines, type: string, entry: SearchEntry, last: number): number {
  const head = last + 1;
  const day = entry.date === undefined ? null : dayNumber(entry.date);
  const common = [entry.agency, day, entry.validity ?? null] as const;
  const title = fold(entry.title);
  const sounds = soundsOf(title);
  const folded = `${title}\n${fold(entry.text)}`;
  const sound = sounds.join(' ');
  lines.units.push([head, type, entry.owner, head, null, null, null, ...common, title.length, folded, null, sound]);
  lines.titles.push([head, bigrams(title)]);
  lines.texts.push([head, bigrams(folded)]);
  lines.sounds.push([head, soundTokens(sounds)]);
  addNumbers(lines, head, entry.numbers ?? [], OWN);
  addNumbers(lines, head, entry.otherNumbers ?? [], OTHER);
  addNumbers(lines, head, entry.citedNumbers ?? [], CITED);
  let row = head;
  for (const {id, label, heading, text} of entry.sections ?? []) {
    row++;
    const foldedText = fold([heading, text].filter(Boolean).join('\n'));
    lines.units.push([row, type, entry.owner, head, id, label ?? null, heading ?? null, ...common, 0, foldedText, text, null]);
    lines.texts.push([row, bigrams(foldedText)]);
    addNumbers(lines, row, findDocNumbers(text), CITED);
  }
  return row;
}

/** Of one row's lines for one key the first counts: what is its own is not cited. */
function addNumbers(lines: Lines, row: number, numbers: readonly string[], own: number): void {
  for (const printed of numbers) {
    const keys = docNumberKeys(printed);
    if (keys) for (const key of new Set([keys.key, keys.loose])) lines.numbers.push([key, row, printed, own]);
  }
}

/** One statement a table, whatever the number of lines: SQLite reads them from one JSON text. */
async function insert(tx: Kysely<Schema>, lines: Lines): Promise<void> {
  const columns = (count: number) => sql.raw(Array.from({length: count}, (_, i) => `value ->> ${i}`).join(', '));
  const json = (values: readonly unknown[]): string => JSON.stringify(values);
  await sql`insert into search_units select ${columns(14)} from json_each(${json(lines.units)})`.execute(tx);
  await sql`insert or ignore into search_numbers select ${columns(4)} from json_each(${json(lines.numbers)})`.execute(tx);
  for (const [table, texts] of [
    ['search_titles', lines.titles],
    ['search_texts', lines.texts],
    ['search_sounds', lines.sounds],
  ] as const)
    await sql`insert into ${sql.table(table)} (rowid, text) select ${columns(2)} from json_each(${json(texts)})`.execute(tx);
}
