/** What changed in the text, and the last minutes of a consultation. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CommentReceipt, Consultation, DocumentComparison, Section} from '@zwgk/contract';
import {json, problem, testApp, type TestApp} from '../../testing/app.ts';
import {allComments, Commenter, putUp, reportInput} from '../../testing/consultations.ts';
import {documentInput} from '../../testing/inputs.ts';
import {NOW} from '../../testing/temp-store.ts';

const article = (text: string, n = 1): Section => ({id: `art-${n}`, kind: 'article', depth: 0, label: `第${n}条`, blocks: [{text}]});

async function save(app: TestApp, id: string, texts: string[], more: Parameters<typeof documentInput>[0] = {}): Promise<void> {
  const {disclosureProposal: _1, disclosureReview: _2, signedAt: _3, body: _4, ...meta} = documentInput({title: '招生工作办法', ...more});
  await app.store.saveDocuments([{id, meta, body: texts.map((text, i) => article(text, i + 1))}], NOW);
}
const compare = async (app: TestApp, query = ''): Promise<DocumentComparison> =>
  json<DocumentComparison>(await app.get(`/consultations/c-1/comparison${query}`));
const words = ({rows}: DocumentComparison): string[] => rows.map(({words: some}) => some.map(({op, text}) => op[0] + text).join('|'));

async function published(app: TestApp, final: string, closesAt: string): Promise<void> {
  const {comments}: CommentReceipt = await new Commenter(app).sent('c-1');
  const {input} = (await app.store.consultations.find('c-1'))!;
  await app.store.consultations.save({id: 'c-1', input: {...input, closesAt}}, NOW);
  await app.write('PUT', '/staff/consultations/c-1/report', {...reportInput(comments), final}, {'If-Match': '*'});
  const out = await app.write('POST', '/staff/consultations/c-1/report/publication', undefined, {'If-Match': '*'});
  assert.equal(out.status, 201, await out.clone().text());
}

test('R3.10 what changed in the text: the version that opinions were asked on against what was decided, whatever that supersedes', async (t) => {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  await putUp(app.store);
  await save(app, 'decided', ['各地最晚六月一日公布招生计划。', '本办法自公布之日起施行。'], {supersedes: 'another'});
  assert.equal((await problem(await app.get('/consultations/c-1/comparison'))).code, 'not-found', 'nothing was decided yet');
  await published(app, 'decided', '2026-11-24T00:00:00Z');
  // The draft is put right afterwards: the comparison stays with what people read.
  await save(app, 'draft-c-1', ['另外的文字。'], {title: '招生工作办法（征求意见稿）'});
  const {before, after, rows} = await compare(app);
  assert.deepEqual([before.id, before.version, after.id], ['draft-c-1', 1, 'decided']);
  assert.deepEqual(
    rows.map(({change, before: old, after: now}) => [change, old?.id, now?.id]),
    [
      ['changed', 'art-1', 'art-1'],
      ['added', undefined, 'art-2'],
    ],
  );
  clock.now -= 1;
  assert.equal((await app.get('/consultations/c-1/comparison')).status, 404, 'a report dated later says nothing yet');
});

test('several drafts of one consultation: each can be told from the one after it; one that is kept back is not read out', async (t) => {
  const app = await testApp(t, 1, {config: {proxies: 1}});
  await save(app, 'first', ['各地公布招生计划。'], {title: '招生工作办法（第一次征求意见稿）'});
  await save(app, 'second', ['各地按时公布招生计划。'], {title: '招生工作办法（第二次征求意见稿）'});
  const earlierDrafts = [
    {document: 'first', version: 1},
    {document: 'second', version: 1},
  ];
  await putUp(app.store, {earlierDrafts});
  const told = (await json<Consultation>(await app.get('/consultations/c-1'))).earlierDrafts!;
  assert.deepEqual(
    told.map(({number, document, title}) => [number, document, title]),
    [
      [1, 'first', '招生工作办法（第一次征求意见稿）'],
      [2, 'second', '招生工作办法（第二次征求意见稿）'],
    ],
  );
  assert.deepEqual(words(await compare(app, '?draft=1')), ['k各地|i按时|k公布招生计划。']);
  const {after} = await compare(app, '?draft=2');
  assert.equal(after.id, 'draft-c-1');
  assert.equal((await app.get('/consultations/c-1/comparison?draft=3')).status, 404);
  const reason = {disclosureReason: {text: '内部事务', legalBasis: '条例第十六条'}};
  await save(app, 'first', ['各地公布招生计划。'], {title: '招生工作办法（第一次征求意见稿）', disclosure: 'withheld', ...reason});
  const rest = (await json<Consultation>(await app.get('/consultations/c-1'))).earlierDrafts!;
  assert.deepEqual(
    rest.map(({number}) => number),
    [2],
  );
  assert.equal((await app.get('/consultations/c-1/comparison?draft=1')).status, 404);
});

test('R3.9 an earlier draft that does not exist is named where it stands', async (t) => {
  const app = await testApp(t, 1, {config: {proxies: 1}});
  await putUp(app.store);
  const {input} = (await app.store.consultations.find('c-1'))!;
  const earlierDrafts = [input.draft!, {document: 'draft-c-1', version: 9}];
  const {code, errors} = await problem(await app.write('POST', '/consultations', {...input, earlierDrafts}));
  assert.deepEqual([code, errors!.map(({path}) => path)], ['unknown-document', ['/earlierDrafts/1']]);
});

test('T32 the last five minutes are told by the server’s clock, and copies of what was said before them are no longer current', async (t) => {
  const clock = {now: Date.parse('2026-12-20T00:00:00+08:00') - 300_001};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  await putUp(app.store);
  const before = await app.get('/consultations/c-1');
  assert.equal((await json<Consultation>(before.clone())).standing.closingSoon, undefined);
  const tag = {headers: {'If-None-Match': before.headers.get('etag')!}};
  clock.now += 1;
  const soon = await app.get('/consultations/c-1', tag);
  assert.equal(soon.status, 200);
  const {standing, open} = await json<Consultation>(soon);
  assert.deepEqual([standing.closingSoon, standing.remainingDays, open], [true, 0, true]);
  clock.now += 300_000;
  const {standing: over} = await json<Consultation>(await app.get('/consultations/c-1', tag));
  assert.deepEqual([over.state, over.closingSoon], ['closed', undefined]);
  assert.equal((await allComments(app, 'c-1')).length, 0);
});
