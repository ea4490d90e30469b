/** Migrated stores in folders of their own. */
import {mkdtempSync, rmSync, statfsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import type {PersonalOptions} from '../store/applications/open.ts';
import {SqliteStore} from '../store/sqlite-store.ts';
import {Vault} from '../vault/vault.ts';
import {generateDirectory, generateItems} from './generate.ts';

export const TODAY = '2026-11-24';
/** Noon in China on that day. */
export const NOW = '2026-11-24T04:00:00.000Z';
/** Well before the time for which changes are marked. */
export const LONG_AGO = '2026-01-05T04:00:00.000Z';

/** Key of personal data in tests. */
export const TEST_KEY = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';

/** Memory, where there is plenty: processes die in tests, power does not, and nothing has to wait for a disk. */
function fastFolder(): string {
  try {
    const {bavail, bsize} = statfsSync('/dev/shm');
    return bavail * bsize > 2 ** 31 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

let root: string | undefined;

/** A folder that is gone when the process ends, after everything in it was closed. */
export function tempFolder(): string {
  if (root === undefined) {
    const made = (root = mkdtempSync(join(fastFolder(), 'zwgk-')));
    process.once('exit', () => rmSync(made, {recursive: true, force: true}));
  }
  return mkdtempSync(join(root, 't-'));
}

/** @returns the store, and its file for whoever wants to open it a second time. */
export async function tempStore(
  t: Pick<TestContext, 'after'>,
  personal: PersonalOptions = {},
): Promise<{store: SqliteStore; file: string}> {
  const file = join(tempFolder(), 'test.sqlite');
  const store = new SqliteStore(file, undefined, undefined, {vault: new Vault(TEST_KEY), ...personal});
  t.after(() => store.close());
  await store.migrate();
  return {store, file};
}

/** A store with the generated directory and `count` items, loaded long ago. */
export async function seededStore(
  t: Pick<TestContext, 'after'>,
  count: number,
  seed = 1,
  personal: PersonalOptions = {},
): Promise<{store: SqliteStore; file: string}> {
  const made = await tempStore(t, personal);
  const {regions, agencies} = generateDirectory(2);
  await made.store.saveRegions(regions);
  await made.store.saveAgencies(agencies);
  await made.store.saveCatalogItems(generateItems(count, agencies, seed), LONG_AGO);
  return made;
}
