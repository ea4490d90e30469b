import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {DISCLOSURES, DOMAINS, FIVE_STAGES, FRESHNESS, LEVELS} from '@zwgk/contract';
import {CALENDAR_YEARS, freshness, isIndexNo, isUscc, WorkCalendar} from '@zwgk/rules';
import {tempStore} from '../testing/temp-store.ts';
import {contractErrors} from './contract-check.ts';
import {loadSample, SAMPLE_DIR, type SampleResult} from './load-sample.ts';
import {MemoryStore} from './testing/memory-store.ts';

const NOW = '2026-11-24T00:00:00Z';
const store = new MemoryStore();
const load = (): Promise<SampleResult> => loadSample(store, NOW);

describe('the sample that ships', () => {
  let result: SampleResult;
  let took = 0;
  before(async () => {
    const start = performance.now();
    result = await load();
    took = performance.now() - start;
  });

  it('loads without a single problem, in time', () => {
    assert.deepEqual(result.problems, []);
    assert.ok(took < 10_000, `${Math.round(took)} ms`);
    console.log(
      `sample: ${result.regions} regions, ${result.agencies} agencies, ${result.items} items, ${result.documents} documents, ${result.interpretations} interpretations, ${Math.round(took)} ms`,
    );
  });

  it('loads again without a change', async () => {
    const all = () => [store.items, store.versions, store.interpretations, store.reposts].map((records) => [...records]);
    const before = structuredClone(all());
    await load();
    assert.deepEqual(all(), before);
  });

  it('makes news of the updates only, not of a whole new catalogue', async () => {
    const writes: [string, number][] = [];
    const fresh = new MemoryStore();
    const save = fresh.saveCatalogItems.bind(fresh);
    fresh.saveCatalogItems = async (records, now, complete) => {
      const saved = await save(records, now, complete);
      writes.push([now.slice(0, 10), saved.added + saved.changed]);
      return saved;
    };
    await loadSample(fresh, NOW);
    const [tables, updates] = writes as [[string, number], [string, number]];
    assert.equal(tables[0], '2026-09-25');
    assert.equal(updates[0], '2026-11-21');
    assert.ok(updates[1] >= 5 && updates[1] < 20, String(updates[1]));
    await loadSample(fresh, '2026-12-01T00:00:00Z');
    assert.deepEqual(
      writes.slice(2).map(([, changes]) => changes),
      [0, 0],
    );
  });

  it('has agencies of four levels with valid invented codes', () => {
    const agencies = [...store.agencies.values()];
    assert.ok(agencies.length >= 14);
    assert.deepEqual(new Set(agencies.map(({level}) => level)), new Set(Object.keys(LEVELS)));
    assert.equal(new Set(agencies.map(({uscc}) => uscc)).size, agencies.length);
    for (const agency of agencies) {
      assert.ok(isUscc(agency.uscc!), agency.name);
      assert.ok(store.regions.has(agency.region), agency.name);
      assert.deepEqual(contractErrors('Agency', agency), [], agency.name);
      assert.equal(agency.demo, true);
    }
    for (const region of store.regions.values()) {
      assert.deepEqual(contractErrors('Region', region), []);
      assert.ok(region.parent === null || store.regions.has(region.parent));
    }
  });

  it('covers every domain, attribute, stage, level and freshness', () => {
    const items = [...store.items.values()].map(({input}) => input);
    const calendar = new WorkCalendar(CALENDAR_YEARS);
    const has = (values: (string | undefined)[], terms: object) => assert.deepEqual(new Set(values), new Set(Object.keys(terms)));
    has(
      items.map(({domain}) => domain),
      DOMAINS,
    );
    has(
      items.map(({disclosure}) => disclosure),
      DISCLOSURES,
    );
    has(
      items.map(({fiveStage}) => fiveStage),
      FIVE_STAGES,
    );
    has(
      items.flatMap(({levels}) => levels),
      LEVELS,
    );
    has(
      items.map((item) => freshness(item, '2026-11-24', calendar, 3).status),
      FRESHNESS,
    );
    assert.ok(items.length >= 340);
    assert.ok(new Set(items.map(({level1, level2}) => `${level1}|${level2}`)).size >= 130);
    assert.ok(new Set(items.map(({timeLimit}) => timeLimit.kind)).size >= 6);
  });

  it('has documents of every attribute and validity, whole and linked', () => {
    const documents = [...store.documents.values()];
    assert.ok(documents.length >= 24);
    assert.deepEqual(new Set(documents.map(({meta}) => meta.disclosure)), new Set(Object.keys(DISCLOSURES)));
    assert.deepEqual(new Set(documents.map(({meta}) => meta.validity)), new Set(['in_force', 'amended', 'expired', 'repealed']));
    for (const {id, meta, body, demo} of documents) {
      assert.ok(isIndexNo(meta.indexNo), id);
      assert.ok(meta.indexNo.startsWith(store.agencies.get(meta.issuer)!.uscc!), id);
      assert.ok(
        meta.catalogItems!.every((item) => store.items.has(item)),
        id,
      );
      assert.ok(body.length >= 3 && demo, id);
    }
    assert.equal(new Set(documents.map(({meta}) => meta.indexNo)).size, documents.length);
    assert.ok(documents.some(({meta}) => (meta.coIssuers?.length ?? 0) > 0));
    assert.ok(documents.some(({body}) => body.some(({blocks}) => blocks.some((block) => 'withheld' in block))));
    assert.ok(documents.some(({meta}) => meta.supersedes && store.documents.get(meta.supersedes)?.meta.validity === 'amended'));
  });

  it('R4.4, R4.5: explains its policies but one, and marks what the text went past', async (t) => {
    const {store: real} = await tempStore(t);
    for (const now of [NOW, '2026-12-01T00:00:00Z']) {
      await loadSample(real, now);
      const versions = await real.listDocumentVersions('doc-2026-real-estate');
      assert.deepEqual(
        versions!.map(({version, at}) => [version, at.slice(0, 10)]),
        [
          [2, '2026-11-21'],
          [1, '2026-09-25'],
        ],
      );
      const {items} = (await real.documentInterpretations('doc-2026-real-estate'))!;
      const anchors = items[0]!.facets.flatMap(({explanations}) => explanations.flatMap((one) => one.anchors));
      assert.deepEqual(new Set(anchors.map(({documentVersion}) => documentVersion)), new Set([1]));
      const states = new Set(anchors.map(({found}) => found!.state));
      assert.ok(states.has('lost') && states.has('moved') && states.has('exact'), [...states].join());
      assert.deepEqual(new Set((await real.listInterpretations({limit: 100})).items.map(({version}) => version)), new Set([1]));
    }
    assert.deepEqual((await real.documentInterpretations('doc-2025-green-factory'))!.items, []);
    const {items} = await real.listReposts({limit: 100});
    assert.equal(items.filter(({identical}) => !identical).length, 1);
    const audio = (await real.listInterpretations({form: ['audio']})).items[0]!;
    assert.ok((await real.getInterpretation(audio.id))!.media[0]!.cues!.length > 5);
  });

  it('names no host but example.com', async () => {
    const texts = ['agencies.json', 'reposts.json'].map((name) => readFileSync(join(SAMPLE_DIR, name), 'utf8'));
    for (const folder of ['documents', 'document-updates', 'interpretations'])
      for (const name of await readdir(join(SAMPLE_DIR, folder))) texts.push(await readFile(join(SAMPLE_DIR, folder, name), 'utf8'));
    for (const [, host] of texts.join('\n').matchAll(/(?:https?:\/\/|@)([a-z0-9.-]+)/gi)) assert.match(host!, /\.example\.com$/);
  });
});
