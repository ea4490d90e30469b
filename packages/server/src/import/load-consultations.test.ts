import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import type {Consultation, ConsultationList, ConsultationReport, DocumentComparison, MyComments, SurveyResults} from '@zwgk/contract';
import {createApp} from '../app.ts';
import {tempStore} from '../testing/temp-store.ts';
import {contractErrors} from './contract-check.ts';
import {sampleCommentSecrets} from './load-consultations.ts';
import {loadSample, SAMPLE_DIR} from './load-sample.ts';

const NOW = '2026-11-24T04:00:00Z';

test('D1–D12 consultations in every state, one with two hundred answered comments, one short with its reason', async (t) => {
  const {store} = await tempStore(t);
  await loadSample(store, NOW);
  const before = await store.dataVersion();
  assert.equal((await loadSample(store, '2026-11-24T05:00:00Z')).consultations, 12);
  assert.equal(await store.dataVersion(), before, 'again changes nothing');
  const app = createApp({store, now: () => Date.parse(NOW)});
  const read = async <T>(schema: string, path: string, init?: RequestInit): Promise<T> => {
    const response = await app.request(`http://zwgk.test/api/v1${path}`, init);
    const body: unknown = await response.json();
    assert.deepEqual([response.status, contractErrors(schema, body)], [200, []], `${path} ${JSON.stringify(body)}`);
    return body as T;
  };
  const {items} = await read<ConsultationList>('ConsultationList', '/consultations?limit=100');
  const states = (state: string): number => items.filter(({standing}) => standing.state === state).length;
  assert.deepEqual(['open', 'closed', 'reported'].map(states), [4, 4, 4]);
  for (const {id, demo} of items) {
    assert.ok(demo);
    const {periodDays, shortReason, draft} = await read<Consultation>('Consultation', `/consultations/${id}`);
    assert.ok(periodDays >= 30 || shortReason, id);
    await read('Document', `/documents/${draft.document}`);
    await read('PublicCommentList', `/consultations/${id}/comments?sort=section`);
  }
  assert.ok(items.some(({short}) => short) && items.some(({standing}) => standing.report?.status === 'overdue'));
  const report = await read<ConsultationReport>('ConsultationReport', '/consultations/con-parking/report');
  assert.ok(report.received >= 200 && report.clusters.length === 9 && report.duplicates === 5);
  const compared = async (query: string): Promise<(string | undefined)[]> => {
    const {rows} = await read<DocumentComparison>('DocumentComparison', `/consultations/${query}`);
    return rows.flatMap(({change, after}) => (change === 'same' ? [] : [after?.label]));
  };
  assert.deepEqual(await compared('con-parking/comparison'), ['第五条', '第六条', '第七条', '第八条']);
  assert.deepEqual(await compared('con-dogs/comparison?draft=1'), ['第三条', '第四条']);
  const results = await read<SurveyResults>('SurveyResults', '/consultations/con-parking/survey/results');
  assert.deepEqual([results.participants, results.setAside], [119, 1]);
  for (const {question, answered, skipped, counts} of results.questions) {
    assert.equal(answered + skipped, 119, question);
    assert.ok(question === 'more' || Object.values(counts).every((count) => count > 0), `${question} ${JSON.stringify(counts)}`);
  }
  const open = await read<Consultation>('Consultation', '/consultations/con-market');
  assert.deepEqual([open.survey!.questions.length, open.open], [5, true]);
  assert.equal((await app.request('http://zwgk.test/api/v1/consultations/con-market/survey/results')).status, 404);
  const {number, queryCode: code} = sampleCommentSecrets(1);
  const init = {method: 'POST', body: JSON.stringify({number, code}), headers: {'Content-Type': 'application/json'}};
  const mine = await read<MyComments>('MyComments', '/comments/status', init);
  assert.equal(mine.comments[0]!.outcome!.kind, 'cluster');
});

test('the texts of two hundred comments differ, and name no host but example.com', async (t) => {
  const text = readFileSync(join(SAMPLE_DIR, 'consultations.json'), 'utf8');
  for (const [, host] of text.matchAll(/(?:https?:\/\/|@)([a-z0-9.-]+)/gi)) assert.match(host!, /\.example\.com$/);
  const {store} = await tempStore(t);
  await loadSample(store, NOW);
  const {row} = (await store.consultations.find('con-parking'))!;
  const texts: string[] = [];
  for await (const batch of store.consultations.comments.eachComment(row)) texts.push(...batch.map(({comment}) => comment.words!.text));
  assert.ok(texts.length >= 200 && new Set(texts).size > texts.length * 0.9, `${new Set(texts).size} of ${texts.length}`);
});
