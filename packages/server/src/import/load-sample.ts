import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Agency, Region, Repost, RepostInput} from '@zwgk/contract';
import {chinaDate} from '@zwgk/rules';
import type {CatalogRecord, Store} from '../store/store.ts';
import {readDocumentFile} from './document-file.ts';
import {loadApplications} from './load-applications.ts';
import {loadConsultations} from './load-consultations.ts';
import {loadMeetings} from './load-meetings.ts';
import {importCatalog, type CatalogTarget} from './import-catalog.ts';
import {importDocuments, type DocumentTarget} from './import-documents.ts';
import {importInterpretations, type InterpretationTarget} from './import-interpretations.ts';
import type {ImportProblem} from './problem.ts';

/** Folder of the sample that ships: invented, every record marked 演示数据. */
export const SAMPLE_DIR = fileURLToPath(new URL('../../sample/', import.meta.url));

export interface SampleResult {
  readonly regions: number;
  readonly agencies: number;
  readonly items: number;
  readonly documents: number;
  readonly interpretations: number;
  readonly reposts: number;
  /** 0 where there is no key to keep personal data under. */
  readonly applications: number;
  /** 0 there too. */
  readonly consultations: number;
  readonly meetings: number;
  readonly problems: ImportProblem[];
}

type SampleStore = DocumentTarget &
  InterpretationTarget &
  Pick<Store, 'saveRegions' | 'saveAgencies' | 'saveCatalogItems' | 'getCatalogItem' | 'saveReposts'> &
  Partial<Pick<Store, 'applications' | 'consultations' | 'meetings' | 'getDocument'>>;

const DAY = 86_400_000;
/** Days before the load at which the first tables and documents, and their updates, count as published: so only the updates are news. */
const FIRST_AGE = 60;
const UPDATES_AGE = 3;

/**
 * Loads the sample: regions, agencies, one catalogue table an agency and a few later updates (read by the
 * importers, as real ones would be), documents with what explains them and later versions of a few, reposts, guides, applications, consultations and meetings. Again
 * changes nothing.
 * @param now RFC 3339 instant of the load.
 * @throws {Error} when a sample file has an error: the sample is part of the product.
 */
export async function loadSample(
  store: SampleStore,
  now: string,
  onProgress?: (done: number, total: number) => void,
): Promise<SampleResult> {
  const regions = JSON.parse(await readFile(join(SAMPLE_DIR, 'regions.json'), 'utf8')) as Region[];
  const agencies = JSON.parse(await readFile(join(SAMPLE_DIR, 'agencies.json'), 'utf8')) as Agency[];
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  const problems: ImportProblem[] = [];
  const files = await tablesIn('catalog');
  const steps = files.length + 2;
  const tables = await readTables(store, files, now, problems, (done) => onProgress?.(done, steps));
  const updates = await readTables(store, await tablesIn('catalog-updates'), now, problems);
  const items = await saveCatalog(store, tables, updates, now);
  onProgress?.(steps - 1, steps);
  const texts = await saveTexts(store, agencies[0]!.id, now, problems);
  const reposts = await saveReposts(store);
  const applications = store.applications?.ready
    ? await loadApplications(store.applications, join(SAMPLE_DIR, 'applications.json'), agencies, now)
    : 0;
  const consultations = store.consultations?.ready
    ? await loadConsultations(store as Store, join(SAMPLE_DIR, 'consultations.json'), agencies, now)
    : 0;
  const meetings = store.meetings?.ready ? await loadMeetings(store as Store, join(SAMPLE_DIR, 'meetings.json'), now) : 0;
  onProgress?.(steps, steps);
  const broken = problems.find(({severity}) => severity === 'error');
  if (broken) throw new Error(`sample: ${broken.file} ${broken.row ?? ''} ${broken.column ?? ''} ${broken.message}`);
  return {regions: regions.length, agencies: agencies.length, items, ...texts, reposts, applications, consultations, meetings, problems};
}

const daysBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * DAY).toISOString();

const filesIn = async (folder: string, endings: RegExp): Promise<string[]> =>
  (await readdir(join(SAMPLE_DIR, folder)))
    .filter((name) => endings.test(name))
    .toSorted()
    .map((name) => join(SAMPLE_DIR, folder, name));

const tablesIn = (folder: string): Promise<string[]> => filesIn(folder, /\.(xlsx|csv)$/);

/**
 * Documents, what explains them, then the later versions of some: so an interpretation is one of the text that it was
 * written for. A second load leaves the later version as it is.
 */
async function saveTexts(
  store: SampleStore,
  agency: string,
  now: string,
  problems: ImportProblem[],
): Promise<Pick<SampleResult, 'documents' | 'interpretations'>> {
  const files = await filesIn('documents', /\.md$/);
  const updates = await filesIn('document-updates', /\.md$/);
  const replaced = new Set<string>();
  for (const update of updates) {
    const [record] = (await readDocumentFile(update)).records;
    if (record?.id !== undefined && (await store.issuerOfDocument(record.id))) replaced.add(basename(update));
  }
  const save = async (some: readonly string[], age: number): Promise<void> => {
    const saved = await importDocuments(store, some, {agency, now: daysBefore(now, age), demo: true});
    problems.push(...saved.problems);
  };
  await save(
    files.filter((file) => !replaced.has(basename(file))),
    FIRST_AGE,
  );
  const folder = join(SAMPLE_DIR, 'interpretations');
  const media = join(SAMPLE_DIR, 'media');
  const {interpretations, ...explained} = await importInterpretations(store, folder, {media, now: daysBefore(now, FIRST_AGE), demo: true});
  problems.push(...explained.problems);
  await save(updates, UPDATES_AGE);
  return {documents: files.length, interpretations};
}

type SampleRepost = RepostInput & Pick<Repost, 'id' | 'repostedAt'> & {readonly sourceText?: string; readonly demo: true};

/** Policies passed on; where the text at the source differs, its hash says so. */
async function saveReposts(store: SampleStore): Promise<number> {
  const reposts = JSON.parse(await readFile(join(SAMPLE_DIR, 'reposts.json'), 'utf8')) as SampleRepost[];
  const records = reposts.map(({id, repostedAt, demo, sourceText, ...input}) => {
    const sourceSha256 = sourceText === undefined ? {} : {sourceSha256: createHash('sha256').update(sourceText).digest('hex')};
    return {id, input: {...input, ...sourceSha256}, agency: '*', repostedAt, demo};
  });
  await store.saveReposts(records);
  return records.length;
}

type Records = Map<string, CatalogRecord>;

/** The records of tables named after their agencies (`qhx-jyj.xlsx`), not stored yet. */
async function readTables(
  store: SampleStore,
  files: readonly string[],
  now: string,
  problems: ImportProblem[],
  onFile?: (done: number) => void,
): Promise<Records> {
  const records: Records = new Map();
  const collector: CatalogTarget = {
    findAgency: (code) => store.findAgency(code),
    saveCatalogItems: (batch) => {
      for (const record of batch) records.set(record.id, record);
      return Promise.resolve({added: batch.length, changed: 0, unchanged: 0, removed: 0});
    },
  };
  for (const [i, file] of files.entries()) {
    const agency = /([^\\/]+)\.[a-z]+$/.exec(file)?.[1] ?? '';
    problems.push(...(await importCatalog(collector, [file], {agency, now, demo: true})).problems);
    onFile?.(i + 1);
  }
  return records;
}

/** First the tables, then what changed since; a second load leaves what the updates changed as it is. */
async function saveCatalog(store: SampleStore, tables: Records, updates: Records, now: string): Promise<number> {
  const today = chinaDate(Date.parse(now));
  const first: CatalogRecord[] = [];
  for (const record of tables.values()) {
    if (!updates.has(record.id) || !(await store.getCatalogItem(record.id, today))) first.push(record);
  }
  await store.saveCatalogItems(first, daysBefore(now, FIRST_AGE));
  await store.saveCatalogItems([...updates.values()], daysBefore(now, UPDATES_AGE));
  return new Set([...tables.keys(), ...updates.keys()]).size;
}
