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
    getInterpretation: (id) => Promise.resolve(items.find((one) => one.id === id) as Interpretation | undefined),
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
