import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Agency, Region} from '@zwgk/contract';
import {ANSWERS, APPLICATION_STATES, foldEvents, RECORD_ANSWERS} from '@zwgk/rules/application';
import type {ApplicationHead} from '../store/applications/records.ts';
import type {SqliteStore} from '../store/sqlite-store.ts';
import {NOW, tempStore} from '../testing/temp-store.ts';
import {loadApplications, sampleSecrets} from './load-applications.ts';
import {SAMPLE_DIR} from './load-sample.ts';

const read = <T>(name: string): T => JSON.parse(readFileSync(join(SAMPLE_DIR, name), 'utf8')) as T;
const AGENCIES = read<Agency[]>('agencies.json');
const FILE = join(SAMPLE_DIR, 'applications.json');

describe('the sample of applications', () => {
  let store: SqliteStore;
  let heads: ApplicationHead[];
  const closing: (() => unknown)[] = [];
  after(async () => {
    for (const close of closing) await close();
  });

  const loaded = async (now: string): Promise<SqliteStore> => {
    const made = await tempStore({after: (hook) => void closing.push(hook as () => unknown)});
    await made.store.saveRegions(read<Region[]>('regions.json'));
    await made.store.saveAgencies(AGENCIES);
    await loadApplications(made.store.applications, FILE, AGENCIES, now);
    return made.store;
  };

  before(async () => {
    store = await loaded(NOW);
    heads = await store.applications.heads({});
  });

  it('has every state that is ever seen, and every outcome that there is', () => {
    const states = new Set(heads.map(({progress}) => progress.state));
    assert.deepEqual(
      Object.keys(APPLICATION_STATES).filter((state) => state !== 'draft' && !states.has(state as never)),
      [],
    );
    const codes = new Set(heads.map(({progress}) => progress.outcome?.code));
    assert.deepEqual(
      [...Object.keys(ANSWERS), ...Object.keys(RECORD_ANSWERS)].filter((code) => !codes.has(code as never)),
      [],
    );
  });

  it('is opened by what its README prints', async () => {
    const text = readFileSync(join(SAMPLE_DIR, 'README.md'), 'utf8');
    for (const {number} of heads) {
      const {queryCode, linkToken} = sampleSecrets(Number(number.slice(-6)));
      assert.match(text, new RegExp(`\\| ${number} +\\| ${queryCode} +\\|`));
      const typed = {number: number.replace('-', ' '), code: queryCode.toLowerCase().replaceAll('0', 'o').replaceAll('-', '')};
      for (const credential of [typed, {token: linkToken}])
        assert.deepEqual(await store.applications.look(credential, '192.0.2.1', Date.parse(NOW)), {number});
    }
  });

  it('loads again without a change', async () => {
    await loadApplications(store.applications, FILE, AGENCIES, NOW);
    assert.deepEqual(await store.applications.heads({}), heads);
  });

  it('is legal on whatever day it is loaded, and what is stored of a log is its fold', async () => {
    for (const now of ['2026-02-25T04:00:00.000Z', '2026-10-09T00:30:00.000Z', '2027-01-03T15:59:00.000Z', '2026-12-31T16:30:00.000Z']) {
      const {applications} = await loaded(now);
      for (const {number, progress} of await applications.heads({})) {
        const events = (await applications.find(number))!.events.map(({event}) => event);
        const folded = foldEvents(events, applications.rules);
        assert.ok(folded.ok);
        assert.deepEqual(JSON.parse(JSON.stringify(folded.application)), progress, number);
      }
    }
  });
});
