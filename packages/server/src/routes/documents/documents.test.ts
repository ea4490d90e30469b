import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {DocumentDetail, DocumentInput} from '@zwgk/contract';
import {json, problem, STAFF, testApp} from '../../testing/app.ts';
import {documentInput, without} from '../../testing/inputs.ts';

const REASON = {text: '涉及商业秘密', legalBasis: '条例第十五条'};

async function returned(input: unknown, t: Parameters<typeof testApp>[0]): Promise<[status: number, state: unknown, codes: unknown[]]> {
  const {write, store} = await testApp(t, 1);
  const response = await write('POST', '/documents', input);
  const {state, code, errors} = await problem(response);
  assert.equal(code, errors![0]!.code);
  assert.equal((await store.listDocuments({limit: 0})).total, 0, 'nothing is stored');
  return [response.status, state, errors!.map((error) => error.code)];
}

test('R3.3 a document without an attribute goes back', async (t) => {
  assert.deepEqual(await returned(without(documentInput(), 'disclosure'), t), [422, 'returned', ['attribute-required']]);
});

test('R3.4 a document that is not open needs its reason', async (t) => {
  assert.deepEqual(await returned(documentInput({disclosure: 'withheld'}), t), [422, 'returned', ['reason-required']]);
});

test('R3.5 signing before the review goes back', async (t) => {
  const late = documentInput({disclosureReview: {by: '办公室', at: '2026-11-19T01:00:01Z'}});
  assert.deepEqual(await returned(late, t), [422, 'returned', ['review-before-signing']]);
  assert.deepEqual(await returned(documentInput({disclosureReview: null}), t), [422, 'returned', ['review-before-signing']]);
});

test('R3.6 a document without the drafter’s proposal goes back', async (t) => {
  assert.deepEqual(await returned(documentInput({disclosureProposal: null}), t), [422, 'returned', ['no-disclosure-proposal']]);
  assert.deepEqual(await returned(without(documentInput(), 'disclosureProposal'), t), [422, 'returned', ['no-disclosure-proposal']]);
});

test('R4.3 a major policy without plan and material for its interpretation goes back', async (t) => {
  const missing = 'interpretation-missing';
  assert.deepEqual(await returned(documentInput({major: true}), t), [422, 'returned', [missing, missing]]);
  assert.deepEqual(await returned(documentInput({major: true, interpretationPlan: '方案'}), t), [422, 'returned', [missing]]);
});

test('R4.3 plan and material are kept, and no answer has them', async (t) => {
  const {get, write, store} = await testApp(t, 1);
  const plan = {major: true, interpretationPlan: '内部方案甲', interpretationMaterial: '内部材料乙'};
  const created = await write('POST', '/documents', documentInput(plan));
  assert.equal(created.status, 201);
  const at = created.headers.get('location')!.replace('/api/v1', '');
  const replaced = await write('PUT', at, documentInput({...plan, title: '改过的题目'}), {'If-Match': created.headers.get('etag')!});
  const reads = [at, `${at}/versions`, `${at}/interpretations`, `${at}/comparison?version=1`, '/documents', '/documents?q=内部方案甲'];
  const found = ['/search?q=内部材料乙', '/search/suggest?q=内部方案', '/interpretations'];
  for (const response of [created, replaced, ...(await Promise.all([...reads, ...found].map((path) => get(path))))]) {
    assert.ok(response.status < 300, `${response.url} ${response.status}`);
    assert.doesNotMatch(await response.text(), /方案甲|材料乙|interpretationPlan|interpretationMaterial/);
  }
  assert.equal((await store.search({q: '内部材料乙'})).total, 0);
});

test('R3.7 a mark that does not fit the attribute goes back', async (t) => {
  assert.deepEqual(await returned(documentInput({publicMark: null}), t), [422, 'returned', ['public-mark-mismatch']]);
  const marked = documentInput({disclosure: 'on_request', disclosureReason: REASON, publicMark: '此件公开发布'});
  assert.deepEqual(await returned(marked, t), [422, 'returned', ['public-mark-mismatch']]);
});

test('every broken rule is named, the one that sends it back first', async (t) => {
  const bad = documentInput({disclosureProposal: null, disclosure: 'partial', disclosureReview: null, publicMark: '此件公开发布'});
  const [, , codes] = await returned(bad, t);
  assert.deepEqual(codes, ['no-disclosure-proposal', 'reason-required', 'review-before-signing', 'public-mark-mismatch']);
});

test('R3.4 what is not open has no body on the wire, in no answer', async (t) => {
  const {get, write} = await testApp(t, 1);
  for (const disclosure of ['proactive', 'partial', 'on_request', 'withheld'] as const) {
    const input = documentInput({disclosure, ...(disclosure === 'proactive' ? {} : {disclosureReason: REASON})});
    const created = await write('POST', '/documents', input);
    assert.equal(created.status, 201);
    const at = created.headers.get('location')!.replace('/api/v1', '');
    const replaced = await write('PUT', at, {...input, title: '改过的题目'}, {'If-Match': created.headers.get('etag')!});
    for (const response of [created, replaced, await get(at)]) {
      const document = await json<DocumentDetail>(response);
      const open = disclosure === 'proactive' || disclosure === 'partial';
      assert.deepEqual(['body' in document, 'textHash' in document], [open, open]);
      assert.equal(JSON.stringify(document).includes('各地按时公布'), open);
      assert.equal(document.publicMark, disclosure === 'proactive' ? '此件公开发布' : null);
      for (const kept of ['disclosureProposal', 'disclosureReview', 'signedAt']) assert.ok(!(kept in document), kept);
    }
  }
});

test('markup in a body is made safe before it is stored; text stays text', async (t) => {
  const {write} = await testApp(t, 1);
  const blocks: DocumentInput['body'][number]['blocks'] = [
    {html: '<p onclick="x()">正文<script>alert(1)</script></p>'},
    {text: '<script>alert(1)</script>'},
  ];
  const created = await write('POST', '/documents', documentInput({body: [{id: 'a', kind: 'article', depth: 0, blocks}]}));
  const {body} = await json<DocumentDetail>(created);
  assert.deepEqual(body![0]!.blocks, [{html: '<p>正文</p>'}, {text: '<script>alert(1)</script>'}]);
});

test('a document refers to catalogue items that exist, and to an agency that does', async (t) => {
  const {get, write, store} = await testApp(t, 200);
  const [own] = (await store.listCatalogItems({agency: [STAFF.agency], limit: 1, facets: false}, '2026-11-24')).items;
  const stray = await write('POST', '/documents', documentInput({catalogItems: [own!.id, 'item-999']}));
  assert.deepEqual([stray.status, (await problem(stray)).errors![0]!.path], [422, '/catalogItems/1']);
  const nobody = await write('POST', '/documents', documentInput({issuer: 'org-nowhere'}), {Authorization: `Bearer ${STAFF.operator}`});
  assert.deepEqual([nobody.status, (await problem(nobody)).code], [422, 'unknown-agency']);
  assert.equal((await write('POST', '/documents', documentInput({catalogItems: [own!.id]}))).status, 201);
  const {documents} = await json<{documents: unknown[]}>(await get(`/catalog/items/${own!.id}`));
  assert.equal(documents.length, 1);
});

test('staff sign by their agency’s name and publish under its own items; an operator may write for others', async (t) => {
  const {write, store} = await testApp(t, 60);
  const {items} = await store.listCatalogItems({limit: 60, facets: false}, '2026-11-24');
  const foreign = documentInput({catalogItems: [items.find(({publisher}) => publisher !== STAFF.agency)!.id]});
  const operator = {Authorization: `Bearer ${STAFF.operator}`};
  for (const [input, status, path] of [
    [documentInput({issuerName: '示例省人民政府'}), 422, '/issuerName'],
    [foreign, 403, '/catalogItems/0'],
  ] as const) {
    const response = await write('POST', '/documents', input);
    assert.deepEqual([response.status, (await problem(response)).errors![0]!.path], [status, path]);
    assert.equal((await write('POST', '/documents', input, operator)).status, 201);
  }
});

test('a co-issuer is named on the document, and has it in its own list only by an operator’s word', async (t) => {
  const {write, store} = await testApp(t, 1);
  const [, other] = (await store.listAgencies({limit: 2})).items;
  const input = documentInput({coIssuers: [other!.name]});
  const listed = async (): Promise<number> => (await store.listDocuments({agency: [other!.id], limit: 0})).total;
  const created = await write('POST', '/documents', input);
  const {id, coIssuers} = await json<DocumentDetail>(created);
  assert.deepEqual([coIssuers, await listed()], [[other!.name], 0]);
  await store.amendDocuments([id], '2026-11-24T04:00:00Z');
  assert.equal(await listed(), 0, 'nor when it is amended');
  await write('POST', '/documents', input, {Authorization: `Bearer ${STAFF.operator}`});
  assert.equal(await listed(), 1);
});

test('documents need the version they replace, and only their issuer’s staff may', async (t) => {
  const {write} = await testApp(t, 1);
  const created = await write('POST', '/documents', documentInput());
  const at = created.headers.get('location')!.replace('/api/v1', '');
  assert.equal((await write('PUT', at, documentInput())).status, 428);
  assert.equal((await write('PUT', at, documentInput({issuer: 'org-320000-2'}), {'If-Match': '*'})).status, 403);
  assert.equal((await write('DELETE', at, undefined, {'If-Match': '"v9.x"'})).status, 412);
  assert.equal((await write('DELETE', at, undefined, {'If-Match': created.headers.get('etag')!})).status, 204);
  assert.equal((await write('DELETE', at, undefined, {'If-Match': '*'})).status, 404);
  const again = await write('POST', '/documents', documentInput());
  const other = again.headers.get('location')!.replace('/api/v1', '');
  const operator = {Authorization: `Bearer ${STAFF.operator}`, 'If-Match': '*'};
  const moved = await write('PUT', other, documentInput({issuer: 'org-320000-2'}), operator);
  assert.deepEqual([moved.status, (await problem(moved)).code], [409, 'conflict'], 'a document never changes hands');
});
