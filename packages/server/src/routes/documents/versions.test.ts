import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {DocumentComparison, DocumentDetail, DocumentInput, DocumentVersionList} from '@zwgk/contract';
import {json, problem, STAFF, testApp, type TestApp} from '../../testing/app.ts';
import {documentInput} from '../../testing/inputs.ts';

const REASON = {text: '公开后会损害第三方权益', legalBasis: '条例第十五条'};
const HEADERS = {Authorization: `Bearer ${STAFF.operator}`, 'If-Match': '*'};

const article = (id: string, text: string): DocumentInput['body'][number] => ({id, kind: 'article', depth: 0, blocks: [{text}]});

async function submit({write}: TestApp, text: string, more: Partial<DocumentInput> = {}): Promise<string> {
  const response = await write('POST', '/documents', documentInput({body: [article('art-1', text)], ...more}), HEADERS);
  return (await json<DocumentDetail>(response)).id;
}

const replace = ({write}: TestApp, id: string, text: string, more: Partial<DocumentInput> = {}): Promise<Response> =>
  write('PUT', `/documents/${id}`, documentInput({body: [article('art-1', text)], ...more}), HEADERS);

const versions = async ({get}: TestApp, id: string): Promise<DocumentVersionList['items']> =>
  (await json<DocumentVersionList>(await get(`/documents/${id}/versions`))).items;

const texts = ({rows}: DocumentComparison, op: 'insert' | 'delete'): string =>
  rows.flatMap(({words}) => words.filter((word) => word.op !== (op === 'insert' ? 'delete' : 'insert')).map(({text}) => text)).join('');

test('R4.7 what a document said before can be read against what it says now', async (t) => {
  const app = await testApp(t, 1);
  const id = await submit(app, '补贴为每月八百元。');
  await replace(app, id, '补贴为每月一千元。');
  await replace(app, id, '补贴为每月一千元。', {validity: 'amended'});
  assert.deepEqual((await versions(app, id)).map(({version}) => version), [3, 2, 1]); // prettier-ignore
  const compare = async (query = '') => json<DocumentComparison>(await app.get(`/documents/${id}/comparison${query}`));
  const last = await compare();
  assert.deepEqual([last.before.version, last.after.version], [1, 3], 'the last version that had another text');
  assert.deepEqual([texts(last, 'delete'), texts(last, 'insert')], ['补贴为每月八百元。', '补贴为每月一千元。']);
  assert.deepEqual((await compare('?version=2')).rows.map(({change}) => change), ['same']); // prettier-ignore
});

test('R4.7 a version is known by the days of its text, not by when the server took it up', async (t) => {
  const app = await testApp(t, 1);
  const id = await submit(app, '补贴为每月八百元。', {publishedOn: '2026-01-21', effectiveOn: '2026-03-01'});
  const promulgation = ['2026年1月19日 示例省教育局印发', '2026年8月20日 示例省教育局修改', '自2026年9月1日起施行'];
  await replace(app, id, '补贴为每月一千元。', {publishedOn: '2026-01-21', effectiveOn: '2026-09-01', promulgation});
  assert.deepEqual(
    (await versions(app, id)).map(({publishedOn, amendedOn, effectiveOn}) => [publishedOn, amendedOn, effectiveOn]),
    [
      ['2026-01-21', '2026-08-20', '2026-09-01'],
      ['2026-01-21', undefined, '2026-03-01'],
    ],
  );
});

test('R4.7 a document that took the place of another is read against that one, and each names the other', async (t) => {
  const app = await testApp(t, 1);
  const old = await submit(app, '旧规定。', {title: '示例办法', docNumber: '苏示发〔2023〕1号'});
  const id = await submit(app, '新规定。', {title: '示例办法', docNumber: '苏示发〔2026〕9号', supersedes: old});
  await replace(app, id, '新的规定。', {title: '示例办法', docNumber: '苏示发〔2026〕9号', supersedes: old});
  const {before, after} = await json<DocumentComparison>(await app.get(`/documents/${id}/comparison`));
  assert.deepEqual([before.id, before.docNumber, after.id], [old, '苏示发〔2023〕1号', id]);
  const {supersededBy} = await json<DocumentDetail>(await app.get(`/documents/${old}`));
  assert.deepEqual([supersededBy?.id, supersededBy?.docNumber], [id, '苏示发〔2026〕9号']);
  const next = await submit(app, '最新的规定。', {title: '示例办法', docNumber: '苏示发〔2026〕19号', supersedes: id});
  const far = await json<DocumentComparison>(await app.get(`/documents/${next}/comparison?with=${old}`));
  assert.deepEqual([far.before.id, far.after.id], [old, next], 'the one before the one before');
  for (const [one, with_] of [
    [old, next],
    [id, id],
    [id, await submit(app, '别的规定。')],
  ])
    assert.equal((await app.get(`/documents/${one}/comparison?with=${with_}`)).status, 404, 'only what it took the place of');
  const chosen = await app.get(`/documents/${id}/comparison?with=${old}&version=1`);
  assert.deepEqual([chosen.status, (await problem(chosen)).code], [400, 'invalid-parameter']);
  await app.write('DELETE', `/documents/${old}`, undefined, HEADERS);
  const own = await json<DocumentComparison>(await app.get(`/documents/${id}/comparison`));
  assert.deepEqual([own.before.id, own.before.version], [id, 1], 'with nothing else left, its own version before');
});

test('R3.4 what is kept back now is kept back in every version, and in no comparison', async (t) => {
  const app = await testApp(t, 1);
  const other = await submit(app, '普通的规定。');
  const id = await submit(app, '秘密的规定。');
  await replace(app, id, '秘密的规定，改。');
  const readable = async (): Promise<number> => (await versions(app, id)).length;
  assert.equal(await readable(), 2);
  const paths = ['', '?version=1', `?with=${other}`].map((query) => `/documents/${id}/comparison${query}`);
  const all = [...paths, `/documents/${other}/comparison?with=${id}`];
  for (const disclosure of ['partial', 'on_request', 'withheld'] as const) {
    await replace(app, id, '公开的部分。', {disclosure, disclosureReason: REASON});
    assert.equal(await readable(), 1, disclosure);
    for (const path of [...all, `/documents/${id}/versions`]) assert.doesNotMatch(await (await app.get(path)).text(), /秘密/, path);
    const hashes = (await versions(app, id)).filter((version) => 'textHash' in version);
    assert.equal(hashes.length, disclosure === 'partial' ? 1 : 0);
  }
  await replace(app, id, '公开的规定。');
  assert.deepEqual((await versions(app, id)).map(({version}) => version), [6, 3, 2, 1], 'what was never public stays away'); // prettier-ignore
  await app.write('DELETE', `/documents/${id}`, undefined, HEADERS);
  for (const path of [...all, `/documents/${id}/versions`]) assert.equal((await app.get(path)).status, 404, path);
});

test('R3.4 a document that was withdrawn leaves no version behind, whoever takes its id next', async (t) => {
  const {store, get} = await testApp(t, 1);
  const {disclosureProposal: _1, disclosureReview: _2, signedAt: _3, body: _4, ...meta} = documentInput();
  const save = (text: string) => store.saveDocuments([{id: 'd', meta, body: [article('art-1', text)]}], '2026-11-24T04:00:00Z');
  await save('第一稿。');
  await save('第二稿。');
  await store.removeDocument('d', 2, '2026-11-24T04:00:00Z');
  await save('另起一份。');
  assert.deepEqual((await versions({get} as TestApp, 'd')).map(({version}) => version), [4]); // prettier-ignore
  for (const version of [1, 2, 3]) assert.equal((await get(`/documents/d/comparison?version=${version}`)).status, 404);
});

test('a text names articles of its own and documents that are stored and public; terms that it defines', async (t) => {
  const app = await testApp(t, 1);
  const shut = {disclosure: 'withheld', disclosureReason: REASON, title: '示例内部规定', docNumber: '苏示发〔2026〕11号'} as const;
  await submit(app, '内部。', shut);
  const named = await submit(app, '正文。', {title: '示例省招生管理办法', docNumber: '苏示发〔2025〕3号'});
  const text = '本办法所称学区，是指学校的招生范围。依照第一条、《示例省招生管理办法》（苏示发〔2025〕3号）和《示例内部规定》办理。';
  const id = await submit(app, text);
  const {references, terms} = await json<DocumentDetail>(await app.get(`/documents/${id}`));
  const told = references!.map(({start, end, toSection, toDocument}) => [text.slice(start, end), toSection ?? toDocument?.id]);
  assert.deepEqual(told, [
    ['第一条', 'art-1'],
    ['《示例省招生管理办法》', named],
    ['苏示发〔2025〕3号', named],
  ]);
  assert.deepEqual(terms, [{term: '学区', definition: '学校的招生范围', section: 'art-1'}]);
  await app.write('DELETE', `/documents/${named}`, undefined, HEADERS);
  const later = await json<DocumentDetail>(await app.get(`/documents/${id}`));
  assert.equal(later.references!.length, 1, 'a document that is gone is no longer linked');
});
