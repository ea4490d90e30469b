import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {DocumentDetail, Interpretation, InterpretationList} from '@zwgk/contract';
import {loadSample} from '../import/load-sample.ts';
import {zwgk} from '../testing/cli.ts';
import {NOW, tempStore} from '../testing/temp-store.ts';
import {checkStored} from './check-stored.ts';

test('R4.5 the server’s own links hold on both sides', async (t) => {
  const {store, file} = await tempStore(t);
  await loadSample(store, NOW);
  const {code, out, err} = await zwgk('check', 'links', '--db', file);
  assert.equal(code, 0);
  assert.equal(out, '检查了 20 份解读，互链都在。\n');
  assert.match(err, /没有写解读页面的网址/);
  const [stored] = (await store.listInterpretations({document: 'doc-2026-real-estate', limit: 1})).items;
  assert.ok(stored);
  assert.match(err, /：有 \d 处说的原文后来改了/, 'what a later version dropped is told, and breaks nothing');

  const {title, phase, forms, publishedOn, responsible, document} = stored;
  const anchors = [
    {section: 'art-99'},
    {section: 'item-2', quote: {exact: '这份文件没有这样说过'}},
    {section: 'item-2', quote: {exact: '压缩时限'}},
    {section: 'item-5', quote: {exact: '联动过户'}, documentVersion: 1},
    {section: 'item-5', quote: {exact: '联动过户'}, documentVersion: 7},
  ];
  const facets = [{kind: 'content' as const, explanations: [{blocks: [{text: '讲给您听。'}], anchors}]}];
  const input = {title, phase, forms, publishedOn, responsible, document, facets, url: '/jiedu/wrong'};
  await store.saveInterpretations([{id: 'wrong', input}], NOW);
  const report = await checkStored(store);
  assert.deepEqual(
    report.broken.map(({from, to, problem}) => [from, to, problem]),
    [
      ['wrong', `${document}#art-99`, '“主要内容”第 1 段指的原文不对：文件里没有这一条'],
      ['wrong', `${document}#item-2`, '“主要内容”第 1 段指的原文不对：这一条里没有这段原文'],
    ],
  );
  assert.deepEqual(
    report.notices.filter(({from}) => from === 'wrong').map(({to, problem}) => [to, problem]),
    [
      [`${document}#item-5`, '“主要内容”第 1 段指的原文不对：文件没有这一版，或者这一版不公开'],
      [document, '有 1 处说的原文后来改了，现在的文件里找不到'],
    ],
  );
  const again = await zwgk('check', 'links', '--db', file);
  assert.equal(again.code, 1);
  assert.match(again.out, /^wrong\t.+#art-99\t/m);
});

test('R4.5 a store that lost one side is found out', async () => {
  const items = [
    {id: 'i1', document: 'd1', url: '/jiedu/1'},
    {id: 'i2', document: 'd1', url: '/jiedu/2'},
    {id: 'i3', document: 'gone', url: '/jiedu/3'},
  ];
  const list = {items, nextCursor: null} as unknown as InterpretationList;
  const documents: Record<string, unknown> = {d1: {id: 'd1', interpretations: [{id: 'i1'}, {id: 'i4'}]}};
  const {checked, broken, notices} = await checkStored({
    listInterpretations: () => Promise.resolve(list),
    getDocument: (id) => Promise.resolve(documents[id] as DocumentDetail | undefined),
    getInterpretation: (id) => {
      const found = items.find((one) => one.id === id);
      return Promise.resolve(found && ({...found, facets: []} as unknown as Interpretation));
    },
    anchorFaults: () => Promise.resolve([]),
  });
  assert.deepEqual([checked, notices], [3, []]);
  assert.deepEqual(
    broken.map(({from, to}) => [from, to]),
    [
      ['d1', 'i2'],
      ['i3', 'gone'],
      ['i4', 'd1'],
    ],
  );
});
