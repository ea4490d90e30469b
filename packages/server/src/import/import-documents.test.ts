import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {isIndexNo} from '@zwgk/rules';
import {importCatalog} from './import-catalog.ts';
import {importDocuments, type ImportDocumentsOptions} from './import-documents.ts';
import {MemoryStore, testAgency} from './testing/memory-store.ts';
import {dataRow, standard, workbook} from './testing/tables.ts';

const file = (name: string, text: string) => ({name, bytes: new TextEncoder().encode(text)});
const run = (store: MemoryStore, input: Parameters<typeof importDocuments>[1], more: Partial<ImportDocumentsOptions> = {}) =>
  importDocuments(store, input, {agency: 'a1', now: '2026-11-24T00:00:00Z', ...more});
const codes = (result: {problems: readonly {code: string}[]}): string[] => result.problems.map(({code}) => code);
/** The id that documents had before the issuer was part of it. */
const former = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
const DATED = '# 某某办法\n\n2024年5月6日公布\n\n第一条 甲。\n\n第二条 乙。';

describe('importing documents', () => {
  it('adds once; again changes nothing', async () => {
    const store = new MemoryStore(testAgency());
    const first = await run(store, [file('a.md', DATED)]);
    assert.deepEqual([first.added, first.documents, first.sections, first.articles, codes(first)], [1, 1, 2, 2, ['index-no-derived']]);
    const before = structuredClone([...store.documents]);
    assert.equal((await run(store, [file('a.md', DATED)])).unchanged, 1);
    assert.deepEqual([...store.documents], before);
  });

  it('fills the header that the file leaves open', async () => {
    const store = new MemoryStore(testAgency());
    await run(store, [file('a.md', DATED)]);
    const {id, meta} = [...store.documents.values()][0]!;
    assert.match(id, /^doc-[0-9a-f]{16}$/);
    assert.ok(isIndexNo(meta.indexNo));
    const {indexNo: _, ...rest} = meta;
    assert.deepEqual(rest, {
      ...{title: '某某办法', issuer: 'a1', issuerName: '青禾县教育局', writtenOn: '2024-05-06', publishedOn: '2024-05-06'},
      ...{validity: 'in_force', subject: [], genre: '其他', disclosure: 'proactive', promulgation: ['2024年5月6日公布']},
    });
  });

  it('keeps the instant of the publication; one that is not on its day is an error (R4.4)', async () => {
    const store = new MemoryStore(testAgency());
    const at = (instant: string): string => `---\npublishedOn: 2024-05-06\npublishedAt: '${instant}'\n---\n${DATED}`;
    assert.ok(codes(await run(store, [file('a.md', at('2024-05-05T15:30:00Z'))])).includes('rule-violated'));
    assert.equal(store.documents.size, 0);
    await run(store, [file('a.md', at('2024-05-06T00:30:00+08:00'))]);
    assert.equal([...store.documents.values()][0]!.meta.publishedAt, '2024-05-06T00:30:00+08:00');
  });

  describe('ids', () => {
    const two = () => new MemoryStore(testAgency(), testAgency({id: 'a2', name: '青禾县民政局', uscc: '113200009999990261'}));

    it('the same title on the same day of another issuer is another document', async () => {
      const store = two();
      await run(store, [file('a.md', DATED)]);
      const {added} = await run(store, [file('a.md', DATED)], {agency: 'a2'});
      assert.deepEqual([added, [...store.documents.values()].map(({meta}) => meta.issuer)], [1, ['a1', 'a2']]);
    });

    it('an id from before the issuer was part of it is kept, for its issuer alone', async () => {
      const store = two();
      await run(store, [file('a.md', DATED)]);
      const record = {...[...store.documents.values()][0]!, id: `doc-${former('某某办法', '2024-05-06')}`};
      store.documents.clear();
      await store.saveDocuments([record]);
      assert.equal((await run(store, [file('a.md', DATED)])).unchanged, 1);
      assert.equal((await run(store, [file('a.md', DATED)], {agency: 'a2'})).added, 1);
      assert.deepEqual(store.documents.get(record.id)?.meta.issuer, 'a1');
    });

    it('one that is another agency’s is refused, whether stored or in the same import', async () => {
      const store = two();
      const mine = file('a.md', `---\nid: doc-1\n---\n${DATED}`);
      const theirs = file('b.md', `---\nid: doc-1\nissuer: a2\n---\n${DATED}`);
      assert.ok(codes(await run(store, [mine, theirs])).includes('id-taken'));
      await run(store, [mine]);
      assert.ok(codes(await run(store, [theirs])).includes('id-taken'));
      assert.deepEqual(
        [...store.documents.values()].map(({meta}) => meta.issuer),
        ['a1'],
      );
    });

    it('one that could stand in no address is refused and explained', async () => {
      for (const id of ['通知/1', '../x', '"a b"', '""']) {
        const {problems, added} = await run(new MemoryStore(testAgency()), [file('a.md', `---\nid: ${id}\n---\n${DATED}`)]);
        assert.deepEqual([problems.map(({code}) => code), added], [['invalid-id'], 0], id);
      }
      const store = new MemoryStore(testAgency());
      await run(store, [file('a.md', `---\nid: 2024001\n---\n${DATED}`)]);
      assert.deepEqual([...store.documents.keys()], ['2024001']);
    });
  });

  it('links the versions of one title: the newest in force, the older amended', async () => {
    const store = new MemoryStore(testAgency());
    const version = (date: string) => file(`某某办法(${date}).md`, '# 某某办法\n<!-- INFO END -->\n第一条 甲。');
    await run(store, [version('2010-01-01'), version('2023-01-01'), version('2018-01-01')]);
    const sorted = [...store.documents.values()].toSorted((a, b) => (a.meta.publishedOn < b.meta.publishedOn ? -1 : 1));
    assert.deepEqual(
      sorted.map(({meta}) => meta.validity),
      ['amended', 'amended', 'in_force'],
    );
    assert.deepEqual(
      sorted.map(({meta}) => meta.supersedes),
      [undefined, sorted[0]!.id, sorted[1]!.id],
    );
  });

  describe('versions of one title that are imported one by one', () => {
    const version = (date: string, validity = '') => file(`某某办法(${date}).md`, `${validity}# 某某办法\n<!-- INFO END -->\n第一条 甲。`);
    const [first, second, third] = [version('2010-01-01'), version('2018-01-01'), version('2023-01-01')];
    const stored = (store: MemoryStore) =>
      [...store.documents.values()]
        .toSorted((a, b) => (a.meta.publishedOn < b.meta.publishedOn ? -1 : 1))
        .map(({meta}) => [meta.publishedOn.slice(0, 4), meta.validity]);

    it('an older one that comes later is amended from the start, and stays so', async () => {
      const store = new MemoryStore(testAgency());
      await run(store, [third]);
      await run(store, [first]);
      assert.deepEqual(stored(store), [
        ['2010', 'amended'],
        ['2023', 'in_force'],
      ]);
      assert.equal((await run(store, [first])).unchanged, 1);
    });

    it('a newer one amends what is stored, and supersedes it', async () => {
      const store = new MemoryStore(testAgency());
      await run(store, [first]);
      const {added, changed} = await run(store, [second]);
      assert.deepEqual([added, changed], [1, 1]);
      assert.deepEqual(stored(store), [
        ['2010', 'amended'],
        ['2018', 'in_force'],
      ]);
      const [old, newer] = [...store.documents.values()];
      assert.equal(newer!.meta.supersedes, old!.id);
      const again = await run(store, [second]);
      assert.deepEqual([again.changed, again.unchanged], [0, 1]);
    });

    it('what a file says itself is taken, and what is no longer in force stays as it is', async () => {
      const store = new MemoryStore(testAgency());
      await run(store, [version('2010-01-01', '---\nvalidity: repealed\n---\n')]);
      await run(store, [third]);
      await run(store, [version('2018-01-01', '---\nvalidity: in_force\n---\n')]);
      assert.deepEqual(stored(store), [
        ['2010', 'repealed'],
        ['2018', 'in_force'],
        ['2023', 'in_force'],
      ]);
    });

    it('another title, or another issuer, is another matter', async () => {
      const store = new MemoryStore(testAgency(), testAgency({id: 'a2', name: '青禾县民政局'}));
      await run(store, [third]);
      await run(store, [version('2010-01-01')], {agency: 'a2'});
      await run(store, [file('另一办法(2010-01-01).md', '# 另一办法\n<!-- INFO END -->\n第一条 甲。')]);
      assert.deepEqual([...new Set(stored(store).map(([, validity]) => validity))], ['in_force']);
    });
  });

  it('R3.4: what is kept back needs a reason, else nothing is stored', async () => {
    const store = new MemoryStore(testAgency());
    const bad = file('b.md', `---\ndisclosure: withheld\n---\n${DATED}`);
    assert.deepEqual(codes(await run(store, [file('a.md', DATED), bad])), ['reason-required', 'index-no-derived']);
    assert.equal(store.documents.size, 0);
    assert.equal((await run(store, [file('a.md', DATED), bad], {partial: true})).added, 1);
  });

  it('R4.3: a major policy keeps the plan and material of its interpretation out of its header, and is told when they are missing', async () => {
    const store = new MemoryStore(testAgency());
    const plan = 'interpretationPlan: 三个工作日内由局长解读\ninterpretationMaterial: 解读一份\n';
    const text = (more: string): string => `---\nid: d\nindexNo: x/2024-1\nmajor: true\n${more}---\n${DATED}`;
    assert.deepEqual(codes(await run(store, [file('a.md', text(plan))])), []);
    const {meta, plan: kept} = store.documents.get('d')!;
    assert.deepEqual([meta.major, kept], [true, {plan: '三个工作日内由局长解读', material: '解读一份'}]);
    assert.ok(!JSON.stringify(meta).includes('解读'));
    assert.deepEqual(codes(await run(store, [file('a.md', text(''))])), ['interpretation-missing']);
    assert.deepEqual(codes(await run(store, [file('a.md', text(plan).replace('true', '是'))])), ['invalid-field']);
  });

  it('refuses what the contract would refuse, and names the field', async () => {
    const {problems} = await run(new MemoryStore(testAgency()), [
      file('a.md', `---\nvalidity: 有效\nattachments:\n  - {name: 表, url: 'javascript:1', mediaType: x, bytes: 1}\n---\n${DATED}`),
    ]);
    const wrong = problems.find(({code}) => code === 'invalid-field')!;
    assert.match(wrong.message, /validity/);
    assert.match(wrong.message, /attachments\/0\/url/);
  });

  it('resolves catalogue items by name, and warns about one that is not there', async () => {
    const store = new MemoryStore(testAgency());
    await importCatalog(store, [{name: 't.xlsx', bytes: await workbook(standard(dataRow(1)))}], {
      agency: 'a1',
      now: '2026-11-24T00:00:00Z',
    });
    const items =
      'catalogItems:\n  - {publisher: a1, level1: 招生管理, level2: 招生计划1}\n  - {publisher: a1, level1: 招生管理, level2: 没有}';
    const result = await run(store, [file('a.md', `---\n${items}\n---\n${DATED}`)]);
    assert.deepEqual(codes(result), ['unknown-item', 'index-no-derived']);
    assert.deepEqual([...store.documents.values()][0]!.meta.catalogItems, [...store.items.keys()]);
  });

  it('takes the same document in two formats once', async () => {
    const store = new MemoryStore(testAgency());
    assert.deepEqual(codes(await run(store, [file('a.md', DATED), file('a.txt', DATED.replace('# ', ''))])), [
      'duplicate-document',
      'index-no-derived',
    ]);
    assert.equal(store.documents.size, 1);
  });

  it('gives no index number twice, however many documents a year has', async () => {
    const store = new MemoryStore(testAgency());
    const many = Array.from({length: 1500}, (_, i) => file(`${i}.txt`, `第${i}号办法\n2024年5月6日公布\n第一条 甲。`));
    await run(store, many);
    assert.equal(new Set([...store.documents.values()].map(({meta}) => meta.indexNo)).size, 1500);
  });

  it('reads a folder, in the order of names, and shows progress', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'zwgk-import-'));
    try {
      await writeFile(join(dir, 'a.md'), DATED);
      await writeFile(join(dir, 'b.txt'), '通知标题\n一、内容');
      await writeFile(join(dir, 'c.bin'), 'x');
      const seen: number[] = [];
      const result = await run(new MemoryStore(testAgency()), dir, {onProgress: (done, total) => seen.push(done / total)});
      assert.deepEqual([result.documents, result.added], [2, 2]);
      assert.deepEqual(codes(result), ['date-missing', 'index-no-derived']);
      assert.equal(seen.at(-1), 1);
      assert.deepEqual(
        seen,
        seen.toSorted((a, b) => a - b),
      );
    } finally {
      await rm(dir, {recursive: true});
    }
    assert.deepEqual(codes(await run(new MemoryStore(testAgency()), dir)), ['no-files']);
  });
});
