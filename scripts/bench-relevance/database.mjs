/** A database with the sample, the regulations and the founding document, made by the real importer and kept under .cache. */
import {createHash} from 'node:crypto';
import {existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {importDocuments} from '../../packages/server/src/import/import-documents.ts';
import {loadSample} from '../../packages/server/src/import/load-sample.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {missing, shared} from '../../packages/server/src/testing/shared.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const CACHE = join(ROOT, '.cache/bench-relevance');
export const NOW = '2026-11-24T04:00:00Z';

const REGULATIONS = 'data/regulations';
const FOUNDING = 'policy/jiangsu-open-government.txt';
/** Our code and sample that decide what the database holds. */
const MAKERS = 'packages/{contract/*.json,{contract,rules}/src/**/*,server/src/{import,store}/**/*,server/sample/**/*}';

/** Why there is nothing to search, or `false`. */
export const materialMissing = () => missing(REGULATIONS) || missing(FOUNDING);

/** The text file has no header, so a reader could not tell its title and number; an editor would write them above it. */
const HEADER = `---
title: 關於全面推進政務公開工作的意見
docNumber: 苏政办发〔2017〕151号
writtenOn: 2017-12-01
publishedOn: 2017-12-01
genre: 意见
---
`;

/** The two issuers that the sample has not. */
const ISSUERS = [
  {id: 'gwy', name: '国务院', shortName: '国务院'},
  {id: 'js-zfb', name: '江苏省人民政府办公厅', shortName: '江苏省政府办公厅'},
];

/** Puts everything into a migrated store. @throws when a text is not taken. */
export async function fill(store) {
  await loadSample(store, NOW);
  const {level, region, kind, applicability} = await store.findAgency('sl-sheng-zfb');
  await store.saveAgencies(ISSUERS.map((issuer) => ({...issuer, level, region, kind, applicability})));
  const text = readFileSync(shared(FOUNDING), 'utf8').replaceAll('\n', '\n\n'); // each line is a paragraph
  const founding = {name: 'founding.md', bytes: Buffer.from(HEADER + text)};
  for (const [input, agency] of [
    [shared(REGULATIONS), 'gwy'],
    [[founding], 'js-zfb'],
  ]) {
    const {problems} = await importDocuments(store, input, {agency, now: NOW});
    const error = problems.find(({severity}) => severity === 'error');
    if (error) throw new Error(`${error.file}: ${error.message}`);
  }
}

/** Changes with whatever makes the database: our code and sample, the texts' names, sizes and times. */
function fingerprint() {
  const hash = createHash('sha256');
  const makers = globSync(MAKERS, {cwd: ROOT}).filter((file) => !/\.test\.ts$|\/testing\//.test(file));
  for (const file of [...makers.toSorted(), 'scripts/bench-relevance/database.mjs']) {
    if (statSync(join(ROOT, file)).isFile()) hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  const texts = [FOUNDING, ...readdirSync(shared(REGULATIONS)).map((name) => join(REGULATIONS, name))].map(shared);
  for (const file of texts.toSorted()) hash.update(`${file} ${statSync(file).size} ${statSync(file).mtimeMs}`);
  return hash.digest('hex').slice(0, 16);
}

/** @returns the open store and a key that names its contents. Older databases are dropped. */
export async function openDatabase() {
  const key = fingerprint();
  const file = join(CACHE, `${key}.sqlite`);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), {recursive: true});
    for (const old of readdirSync(CACHE).filter((name) => /\.(sqlite|new)/.test(name))) rmSync(join(CACHE, old), {force: true});
    console.log('Making the database from the sample, the regulations and the founding document …');
    const store = new SqliteStore(`${file}.new`);
    await store.migrate();
    await fill(store);
    await store.close();
    renameSync(`${file}.new`, file);
  }
  return {store: new SqliteStore(file), key};
}
