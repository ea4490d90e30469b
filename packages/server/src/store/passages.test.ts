import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Interpretation, Section} from '@zwgk/contract';
import {makeAnchor} from '@zwgk/rules/passage';
import {interpretationInput} from '../testing/inputs.ts';
import {NOW} from '../testing/temp-store.ts';
import {Passages, type PlacedIn} from './passages.ts';

const section = (text: string): Section => ({id: 'art-1', kind: 'article', depth: 0, blocks: [{text}]});

function explained(version: number): Interpretation {
  const anchors = [makeAnchor(section('各地按时公布招生计划。'), 2, 6, 1)];
  const facets: Interpretation['facets'] = [{kind: 'content', explanations: [{blocks: [], anchors}]}];
  return {...interpretationInput('d'), id: 'i', version, updatedAt: NOW, facets, questions: [], media: []};
}

test('passages are looked for once for each version of the interpretation and of the document', async () => {
  const passages = new Passages();
  let reads = 0;
  const document = (version: number, text = '各地按时公布招生计划。'): PlacedIn => ({
    id: 'd',
    version,
    disclosure: 'proactive',
    body: (wanted) => {
      if (wanted === version) reads++;
      return Promise.resolve(wanted === version ? [section(text)] : wanted === 1 ? [section('各地按时公布招生计划。')] : undefined);
    },
  });
  const state = async (one: Interpretation, of: PlacedIn) =>
    (await passages.place([one], of))[0]!.facets[0]!.explanations[0]!.anchors[0]!.found!.state;
  assert.deepEqual(await Promise.all([state(explained(1), document(1)), state(explained(1), document(1))]), ['exact', 'exact']);
  assert.equal(reads, 1, 'also for two who ask at once');
  await state(explained(2), document(1));
  assert.equal(reads, 2);
  assert.equal(await state(explained(2), document(2, '完全不同的文字。')), 'lost');
  assert.equal(reads, 3);
});

test('a read that failed is tried again', async () => {
  const passages = new Passages();
  const body = (): Promise<Section[]> => Promise.reject(new Error('busy'));
  const document = {id: 'd', version: 1, disclosure: 'proactive', body} as const;
  await assert.rejects(passages.place([explained(1)], document), /busy/);
  const [placed] = await passages.place([explained(1)], {...document, body: () => Promise.resolve([section('各地按时公布招生计划。')])});
  assert.equal(placed!.facets[0]!.explanations[0]!.anchors[0]!.found!.state, 'exact');
});
