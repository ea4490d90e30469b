import assert from 'node:assert/strict';
import {parse} from 'csv-parse/sync';
import {test} from 'node:test';
import type {DocumentDetail, HeadInterpretations} from '@zwgk/contract';
import {json, STAFF, testApp} from '../../testing/app.ts';
import {staffGet} from '../../testing/applications.ts';
import {documentInput, interpretationInput} from '../../testing/inputs.ts';

const OPERATOR = {Authorization: `Bearer ${STAFF.operator}`};

const MAJOR = {major: true, interpretationPlan: '由局长解读', interpretationMaterial: '解读材料'};

test('R4.2 two interpretations by the head are too few, a third is enough; others, other years and tomorrow do not count', async (t) => {
  const app = await testApp(t, 1);
  const submit = async (more: object = {}): Promise<string> =>
    (await json<DocumentDetail>(await app.write('POST', '/documents', documentInput({...MAJOR, ...more}), OPERATOR))).id;
  const document = await submit();
  await submit({issuerName: '示例省人民政府', drafter: '示例省民政局'});
  const explain = async (publishedOn: string, interpreter?: {name: string; title: string; isHead: boolean}): Promise<void> => {
    const input = interpretationInput(document, {publishedOn, ...(interpreter ? {interpreter} : {})});
    assert.equal((await app.write('POST', '/interpretations', input, OPERATOR)).status, 201);
  };
  const [before, now] = ['周示例', '吴示例'].map((name) => ({name, title: '局长', isHead: true}));
  await explain('2026-03-02', before);
  await explain('2026-06-01', now);
  await explain('2026-06-02', {name: '郑示例', title: '副局长', isHead: false});
  await explain('2026-06-03');
  await explain('2025-12-31', now);
  await explain('2026-11-25', now);
  const report = async (token = STAFF.operator): Promise<HeadInterpretations> =>
    json<HeadInterpretations>(await staffGet(app, '/staff/head-interpretations/2026', token));
  const {required, departments} = await report();
  const education = {
    department: '示例省教育局',
    majorPolicies: 1,
    interpretations: 4,
    byHead: 2,
    isEnough: false,
    heads: [
      {name: '吴示例', count: 1},
      {name: '周示例', count: 1},
    ],
  };
  const civil = {department: '示例省民政局', majorPolicies: 1, interpretations: 0, byHead: 0, isEnough: false, heads: []};
  assert.equal(required, 3);
  assert.deepEqual(departments, [civil, education]);
  await explain('2026-11-24', now);
  assert.deepEqual(
    (await report()).departments.map(({byHead, isEnough}) => [byHead, isEnough]),
    [
      [0, false],
      [3, true],
    ],
  );
  assert.deepEqual(
    (await report(STAFF.token)).departments.map(({department}) => department),
    ['示例省教育局'],
    'staff see their own',
  );
  const table = await (await staffGet(app, '/staff/head-interpretations/2026?format=csv', STAFF.operator)).text();
  assert.deepEqual((parse(table, {bom: true}) as unknown as string[][])[2], [
    '示例省教育局',
    '1',
    '5',
    '3',
    '3',
    '是',
    '吴示例（2）；周示例（1）',
  ]);
  assert.equal((await app.get('/staff/head-interpretations/2026')).status, 401);
});
