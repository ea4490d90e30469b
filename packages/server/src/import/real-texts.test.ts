/** The importer against real regulations, where they lie beside the repository. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Section} from '@zwgk/contract';
import type {DocumentRecord} from '../store/store.ts';
import {readDocumentFile} from './document-file.ts';
import {importDocuments, type ImportDocumentsResult} from './import-documents.ts';
import {MemoryStore, testAgency} from './testing/memory-store.ts';

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const regulations = join(shared, 'data/regulations');
const skip = existsSync(regulations) ? false : 'the shared regulations are missing';

const squeeze = (text: string): string => text.replace(/[\s\u3000\u200b]/g, '');
const textOf = (body: readonly Section[]): string =>
  body
    .flatMap(({label, heading, blocks}) => [
      label ?? '',
      heading ?? '',
      ...blocks.map((block) => ('text' in block ? block.text : 'html' in block ? block.html.replace(/<[^>]+>/g, '') : block.withheld)),
    ])
    .join('');

describe('the regulations of the State Council', {skip}, () => {
  const store = new MemoryStore(testAgency({id: 'gwy', name: '国务院', level: 'province', demo: false}));
  let result: ImportDocumentsResult;
  let records: DocumentRecord[];
  const names = skip ? [] : readdirSync(regulations);
  before(async () => {
    result = await importDocuments(store, regulations, {agency: 'gwy', now: '2026-11-24T00:00:00Z'});
    records = [...store.documents.values()];
    const {documents, sections, articles, problems} = result;
    console.log(`regulations: ${documents} documents, ${sections} sections, ${articles} articles, ${problems.length} problems`);
  });

  it('all import', () => {
    assert.equal(result.added, names.length);
    assert.equal(records.length, names.length);
    assert.deepEqual(
      result.problems.map(({code}) => code),
      ['index-no-derived'],
    );
  });

  it('import again without a change', async () => {
    assert.equal((await importDocuments(store, regulations, {agency: 'gwy', now: '2027-01-01T00:00:00Z'})).unchanged, names.length);
  });

  it('number their articles from 1 without gap or duplicate', () => {
    const broken = records.filter(({body}) => {
      const articles = body.filter(({kind, id}) => kind === 'article' && !id.startsWith('annex-')).map(({id}) => id);
      const plain = articles.filter((id) => !/^art-\d+-\d+$/.test(id));
      return plain.some((id, i) => id !== `art-${i + 1}`);
    });
    assert.deepEqual(
      broken.map(({meta}) => meta.title),
      [],
    );
    const without = records.filter(({body}) => !body.some(({kind}) => kind === 'article'));
    console.log(`regulations: ${without.length} are not divided into articles, all by their own numbering`);
    for (const {meta, body} of without) assert.ok(body.length >= 1, meta.title);
  });

  it('lose no character and repeat none', async () => {
    for (const name of names) {
      const [head, rest] = readFileSync(join(regulations, name), 'utf8').split('<!-- INFO END -->');
      const {body, meta} = (await readDocumentFile(join(regulations, name))).records[0]!;
      assert.equal(squeeze(`# ${meta.title}\n${(meta.promulgation ?? []).join('\n')}`), squeeze(head!), name);
      const source = squeeze(rest!.replace(/^#+\s/gm, ''));
      const found = squeeze(textOf(body));
      // Four texts print their title once more above the first chapter; it is kept once.
      assert.ok(found === source || squeeze(meta.title) + found === source, name);
    }
  });

  it('have unique ids, of documents, index numbers and sections', () => {
    assert.equal(new Set(records.map(({meta}) => meta.indexNo)).size, records.length);
    for (const {body, meta} of records) assert.equal(new Set(body.map(({id}) => id)).size, body.length, meta.title);
  });

  it('give the numbers of their orders and the link to the version before', () => {
    const regulation = records.find(({meta}) => meta.title === '中华人民共和国政府信息公开条例')!;
    assert.equal(regulation.meta.docNumber, '国务院令第711号');
    assert.equal(regulation.meta.effectiveOn, '2019-05-15');
    assert.equal(regulation.body.filter(({kind}) => kind === 'article').length, 56);
    const newer = records.filter(({meta}) => meta.supersedes);
    assert.ok(newer.length >= 30);
    for (const {meta} of newer) assert.equal(store.documents.get(meta.supersedes!)!.meta.validity, 'amended', meta.title);
  });
});

const policy = join(shared, 'policy');
describe('the founding document', {skip: existsSync(policy) ? false : 'the shared policy is missing'}, () => {
  it('imports with its five parts and twenty numbered points', async () => {
    const store = new MemoryStore(testAgency({demo: false}));
    const {documents, sections, articles, problems} = await importDocuments(store, policy, {agency: 'a1', now: '2026-11-24T00:00:00Z'});
    console.log(`founding document: ${documents} documents, ${sections} sections, ${articles} articles, ${problems.length} problems`);
    const [{body}] = [...store.documents.values()] as [DocumentRecord];
    assert.deepEqual(
      body.filter(({depth}) => depth === 0).map(({id}) => id),
      ['item-1', 'item-2', 'item-3', 'item-4', 'item-5'],
    );
    const points = body.filter(({depth}) => depth === 1);
    assert.deepEqual(
      points.map(({id}) => id.split('-')[2]),
      Array.from({length: 20}, (_, i) => String(i + 1)),
    );
    const source = readFileSync(join(policy, 'jiangsu-open-government.txt'), 'utf8');
    assert.equal(squeeze(textOf(body)), squeeze(source));
  });
});
