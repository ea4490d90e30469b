import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {
  Anchor,
  DocumentDetail,
  DocumentInput,
  DocumentInterpretations,
  Interpretation,
  InterpretationInput,
  InterpretationList,
  SearchResults,
} from '@zwgk/contract';
import {tokenHash} from '../../http/staff.ts';
import {json, problem, STAFF, testApp, type TestApp} from '../../testing/app.ts';
import {documentInput, interpretationInput} from '../../testing/inputs.ts';
import {NOW} from '../../testing/temp-store.ts';

const OPERATOR = {Authorization: `Bearer ${STAFF.operator}`};
const ANY = {'If-Match': '*'};
const REASON = {text: '公开后会损害第三方权益', legalBasis: '条例第十五条'};
const SHUT = {disclosure: 'withheld', disclosureReason: REASON} as const;

async function submit({write}: TestApp, more: Partial<DocumentInput> = {}): Promise<string> {
  const response = await write('POST', '/documents', documentInput(more), OPERATOR);
  assert.equal(response.status, 201);
  return (await json<DocumentDetail>(response)).id;
}

async function explain({write}: TestApp, document: string, more: Partial<InterpretationInput> = {}): Promise<Interpretation> {
  const response = await write('POST', '/interpretations', interpretationInput(document, more), OPERATOR);
  assert.equal(response.status, 201, JSON.stringify(await response.clone().json()));
  return json<Interpretation>(response);
}

const change = ({write}: TestApp, document: string, more: Partial<DocumentInput>): Promise<Response> =>
  write('PUT', `/documents/${document}`, documentInput(more), {...OPERATOR, ...ANY});

const article = (id: string, text: string): DocumentInput['body'][number] => ({
  id,
  kind: 'article',
  depth: 0,
  blocks: text.split('\n').map((line) => ({text: line})),
});
const facet = (...anchors: Anchor[]): InterpretationInput['facets'] => [{kind: 'content', explanations: [{blocks: [], anchors}]}];
const anchorsOf = ({facets}: Interpretation): Anchor[] => facets.flatMap(({explanations}) => explanations.flatMap(({anchors}) => anchors));

test('R4.1 another department than who drafted is refused, and told who it should be', async (t) => {
  const app = await testApp(t, 1);
  const own = await submit(app);
  const drafted = await submit(app, {issuerName: '示例省人民政府', drafter: '示例省民政局'});
  const joint = await submit(app, {coIssuers: ['示例省民政局', '示例省财政局'], drafter: '示例省民政局'});
  for (const [document, right, wrong] of [
    [own, '示例省教育局', '示例省民政局'],
    [drafted, '示例省民政局', '示例省人民政府'],
    [joint, '示例省教育局', '示例省民政局'],
  ] as const) {
    const refused = await app.write('POST', '/interpretations', interpretationInput(document, {responsible: wrong}), OPERATOR);
    const {code, errors, status} = await problem(refused);
    assert.deepEqual([status, code, errors![0]!.path], [422, 'responsible-mismatch', '/responsible']);
    assert.match(errors![0]!.message, new RegExp(right));
    assert.equal((await explain(app, document, {responsible: right})).responsible, right);
  }
});

test('what is wrong is said in one order: of what, by whom, for whom, where', async (t) => {
  const app = await testApp(t, 1);
  const document = await submit(app);
  const bad: Partial<InterpretationInput> = {
    responsible: '示例省民政局',
    media: [{kind: 'video', url: '/v.mp4', title: '短片'}],
    facets: facet({section: 'art-9'}),
  };
  const codes = async (id: string, more: Partial<InterpretationInput>): Promise<(string | undefined)[]> => {
    const {code, errors} = await problem(await app.write('POST', '/interpretations', interpretationInput(id, more)));
    return [code, ...errors!.map((error) => error.path)];
  };
  assert.deepEqual(await codes('none', bad), ['unknown-document', '/document']);
  assert.deepEqual(await codes(document, bad), ['responsible-mismatch', '/responsible', '/media/0/cues']);
  const {responsible: _fits, ...silent} = bad;
  assert.deepEqual(await codes(document, silent), ['media-alternative-missing', '/media/0/cues']);
  const cues = [
    {start: 2, end: 3, text: '二'},
    {start: 1, end: 1, text: '一'},
  ];
  assert.deepEqual(await codes(document, {facets: bad.facets!, media: [{kind: 'audio', url: '/a.mp3', title: '录音', cues}]}), [
    'invalid-body',
    '/facets/0/explanations/0/anchors/0/section',
    '/media/0/cues/1',
  ]);
});

test('staff of the issuer may explain, and of the department that must; nobody else', async (t) => {
  const app = await testApp(t, 1);
  const tokens = {drafter: 'zwgk_staff-of-the-second-agency', other: 'zwgk_staff-of-the-third-agency'};
  await app.store.saveToken(tokenHash(tokens.drafter), 'org-320000-2', NOW);
  await app.store.saveToken(tokenHash(tokens.other), 'org-320000-3', NOW);
  const document = await submit(app, {issuerName: '示例省人民政府', drafter: '示例省民政局'});
  const input = interpretationInput(document, {responsible: '示例省民政局'});
  const as = (token: string) => ({Authorization: `Bearer ${token}`});
  assert.equal((await app.write('POST', '/interpretations', input, as(tokens.other))).status, 403);
  assert.equal((await app.write('POST', '/interpretations', input)).status, 201);
  const made = await app.write('POST', '/interpretations', input, as(tokens.drafter));
  const at = made.headers.get('location')!.replace('/api/v1', '');
  const tag = {'If-Match': made.headers.get('etag')!};
  assert.equal((await app.write('DELETE', at, undefined, {...as(tokens.other), ...tag})).status, 403);
  assert.equal((await app.write('PUT', at, {...input, title: '改过的题目'}, tag)).status, 200);
  assert.equal((await app.write('PUT', at, input, tag)).status, 412, 'the version is no longer the one that was read');
  assert.equal((await app.write('PUT', at, input)).status, 428);
  assert.equal((await app.write('DELETE', at, undefined, {...as(tokens.drafter), ...ANY})).status, 204);
});

test('R4.4 a major policy waits for its interpretation, and says by when; a notice before does not count (R4.6)', async (t) => {
  const app = await testApp(t, 1);
  const plan = {major: true, interpretationPlan: '方案', interpretationMaterial: '材料'};
  const duty = async (id: string) => (await json<DocumentInterpretations>(await app.get(`/documents/${id}/interpretations`))).duty;
  const due = await submit(app, {...plan, publishedOn: '2026-11-23'});
  const late = await submit(app, {...plan, publishedOn: '2026-11-18'});
  const plain = await submit(app);
  assert.deepEqual(await duty(due), {status: 'pending', responsible: '示例省教育局', basis: 'issuer', dueOn: '2026-11-26'});
  assert.equal((await duty(late)).status, 'overdue');
  assert.equal((await duty(plain)).status, 'not_required');
  await explain(app, due, {phase: 'before', publishedOn: '2026-11-20'});
  assert.equal((await duty(due)).status, 'pending');
  for (const document of [due, late]) await explain(app, document, {publishedOn: '2026-11-24'});
  assert.deepEqual([(await duty(due)).status, (await duty(late)).status], ['on_time', 'late']);
  assert.equal((await duty(late)).publishedOn, '2026-11-24');
});

test('R4.4 how long after the document its interpretation came; an instant that is not on its day is refused', async (t) => {
  const app = await testApp(t, 1);
  const document = await submit(app, {publishedOn: '2026-11-23', publishedAt: '2026-11-23T09:00:00+08:00'});
  const wrong = {publishedOn: '2026-11-23', publishedAt: '2026-11-22T15:59:00Z'};
  for (const [path, body] of [
    ['/interpretations', interpretationInput(document, wrong)],
    ['/documents', documentInput(wrong)],
  ] as const) {
    const {status, code, errors} = await problem(await app.write('POST', path, body, OPERATOR));
    assert.deepEqual([status, code, errors![0]!.path], [422, 'rule-violated', '/publishedAt']);
  }
  await explain(app, document, {publishedOn: '2026-11-23', publishedAt: '2026-11-23T11:10:00+08:00'});
  const {duty, items} = await json<DocumentInterpretations>(await app.get(`/documents/${document}/interpretations`));
  assert.equal(duty.minutesAfter, 130);
  assert.equal(items[0]!.publishedAt, '2026-11-23T11:10:00+08:00');
});

test('R4.5 document and interpretation name each other; when one goes, the other names it no more', async (t) => {
  const app = await testApp(t, 1);
  const document = await submit(app);
  const links = async () => (await json<DocumentDetail>(await app.get(`/documents/${document}`))).interpretations!.map(({id}) => id);
  const tag = async () => (await app.get(`/documents/${document}`)).headers.get('etag');
  const untouched = await tag();
  const later = await explain(app, document, {publishedOn: '2026-11-24', title: '执行中的问答', phase: 'execution', forms: ['qa']});
  const first = await explain(app, document, {publishedOn: '2026-11-20', title: '吹风', phase: 'before'});
  assert.notEqual(await tag(), untouched, 'what was read of the document is no longer current');
  assert.deepEqual(await links(), [first.id, later.id], 'oldest first (R4.6)');
  assert.equal(first.document, document);
  const back = (await app.get(`/interpretations/${first.id}`)).headers.get('link')!;
  assert.ok(back.includes(`</api/v1/documents/${document}>; rel="related"`), back);

  const before = await tag();
  await app.write('DELETE', `/interpretations/${first.id}`, undefined, {...OPERATOR, ...ANY});
  assert.deepEqual(await links(), [later.id]);
  assert.notEqual(await tag(), before);
  await app.write('DELETE', `/documents/${document}`, undefined, {...OPERATOR, ...ANY});
  assert.equal((await app.get(`/interpretations/${later.id}`)).status, 404);
  assert.equal((await json<InterpretationList>(await app.get('/interpretations'))).total, 0);
  assert.equal((await json<SearchResults>(await app.get('/search?q=执行中的问答'))).total, 0);
});

test('R3.4 an interpretation of what is not public is refused, and hidden while its document is not', async (t) => {
  const app = await testApp(t, 1);
  const shut = await submit(app, SHUT);
  const refused = await app.write('POST', '/interpretations', interpretationInput(shut, {facets: []}), OPERATOR);
  assert.deepEqual([refused.status, (await problem(refused)).errors![0]!.path], [422, '/document']);

  const document = await submit(app);
  const {id} = await explain(app, document, {
    title: '秘密标题的解读',
    audience: ['秘密对象'],
    questions: [{question: '秘密提问？', answer: [{text: '秘密回答'}]}],
  });
  const paths = [
    '/interpretations',
    `/interpretations?document=${document}`,
    '/interpretations?q=秘密标题',
    `/documents/${document}`,
    `/documents/${document}/interpretations`,
    '/search?q=秘密回答',
    '/search?q=秘密标题的解读',
    '/search/suggest?q=秘密标题',
  ];
  const telling = async (): Promise<string[]> => {
    const told: string[] = [];
    for (const path of paths) {
      const {items, didYouMean, variants, ...answer} = await json<Record<string, unknown>>(await app.get(path));
      if (JSON.stringify([items, answer]).includes('秘密')) told.push(path);
    }
    return told;
  };
  assert.deepEqual(await telling(), paths);
  await change(app, document, SHUT);
  assert.deepEqual(await telling(), []);
  // Not even how many there are: a count would let the text be guessed.
  for (const q of ['秘密回答', '秘密标题的解读', '秘密对象']) {
    const {total} = await json<SearchResults>(await app.get(`/search?q=${q}&type=interpretation`));
    assert.equal(total, 0, q);
  }
  assert.equal((await app.get(`/interpretations/${id}`)).status, 404);
  assert.equal((await app.write('DELETE', `/interpretations/${id}`, undefined, {...OPERATOR, ...ANY})).status, 404);
  await change(app, document, {});
  assert.deepEqual(await telling(), paths, 'public again, it is explained again');
});

test('an anchor of section and quote is completed, so that it is found again in later versions', async (t) => {
  const app = await testApp(t, 1);
  const first = '补贴标准为每人每年一千元。\n申请人应当在每年六月三十日以前向所在地的教育部门提出书面申请。';
  const document = await submit(app, {body: [article('art-1', '为了做好招生工作，制定本通知。'), article('art-2', first)]});
  const quote = {exact: '每年六月三十日以前'};
  const {id, ...made} = await explain(app, document, {facets: facet({section: 'art-2', quote}, {section: 'art-1'})});
  const [anchor, whole] = anchorsOf({id, ...made} as Interpretation);
  const start = first.indexOf(quote.exact);
  assert.deepEqual(anchor!.position, {start, end: start + quote.exact.length});
  assert.equal(anchor!.documentVersion, 1);
  assert.match(anchor!.paragraphHash!, /^[0-9a-f]{64}$/);
  assert.ok(anchor!.quote!.prefix!.endsWith('申请人应当在') && anchor!.quote!.suffix!.startsWith('向所在地'));
  assert.deepEqual([anchor!.found!.state, whole!.found!.state], ['exact', 'exact']);

  const found = async () => anchorsOf(await json<Interpretation>(await app.get(`/interpretations/${id}`))).map((one) => one.found);
  await change(app, document, {
    body: [article('art-1', '为了做好招生工作，制定本通知。'), article('art-2', '新增一条。'), article('art-3', first)],
  });
  assert.deepEqual((await found())[0], {state: 'moved', section: 'art-3', start, end: start + quote.exact.length});
  await change(app, document, {body: [article('art-2', '新增一条。')]});
  assert.deepEqual(await found(), [{state: 'lost'}, {state: 'lost'}]);
  const items = (await json<DocumentInterpretations>(await app.get(`/documents/${document}/interpretations`))).items;
  assert.deepEqual(anchorsOf(items[0]!).map((one) => one.found), [{state: 'lost'}, {state: 'lost'}]); // prettier-ignore

  // One that was written against the first version is still right against that one.
  await change(app, document, {body: [article('art-2', first)]});
  const again = await explain(app, document, {facets: facet({section: 'art-1', quote: {exact: '招生工作'}, documentVersion: 1})});
  assert.equal(anchorsOf(again)[0]!.documentVersion, 1);
});

test('an anchor that stands nowhere, or twice, is refused with its place in the body', async (t) => {
  const app = await testApp(t, 1);
  const document = await submit(app, {body: [article('art-1', '按月发放补贴。\n按季发放补贴。')]});
  const path = '/facets/0/explanations/0/anchors/0';
  for (const [anchor, at] of [
    [{section: 'art-2'}, 'section'],
    [{section: 'art-1', quote: {exact: '按年发放'}}, 'quote/exact'],
    [{section: 'art-1', quote: {exact: '发放补贴'}}, 'quote/exact'],
    [{section: 'art-1', position: {start: 3, end: 99}}, 'position'],
    [{section: 'art-1', position: {start: 3, end: 3}}, 'position'],
    [{section: 'art-1', documentVersion: 7}, 'documentVersion'],
  ] as [Anchor, string][]) {
    const response = await app.write('POST', '/interpretations', interpretationInput(document, {facets: facet(anchor)}));
    const {code, errors} = await problem(response);
    assert.deepEqual([code, errors![0]!.path], ['invalid-body', `${path}/${at}`], JSON.stringify(anchor));
  }
  const told: [Anchor, string, number][] = [
    [{section: 'art-1', quote: {exact: '发放补贴', prefix: '按季'}}, '发放补贴', 10],
    [{section: 'art-1', quote: {exact: '发放补贴'}, position: {start: 10, end: 14}}, '发放补贴', 10],
    [{section: 'art-1', position: {start: 0, end: 2}}, '按月', 0],
    [{section: 'art-1', quote: {exact: '按季'}, position: {start: 0, end: 2}}, '按季', 8],
    [{section: 'art-1', quote: {exact: '按季'}, found: {state: 'moved', section: 'art-9', start: 1, end: 2}}, '按季', 8],
  ];
  for (const [anchor, exact, start] of told) {
    const [made] = anchorsOf(await explain(app, document, {facets: facet(anchor)}));
    assert.deepEqual([made!.quote!.exact, made!.position!.start, made!.found!.state], [exact, start, 'exact'], JSON.stringify(anchor));
  }
});

test('R3.4 where a passage was taken back, no quote of an interpretation repeats it', async (t) => {
  const app = await testApp(t, 1);
  const kept = '招生计划、招生范围、报名条件、录取办法和监督电话，由教育部门于每年六月三十日以前在本机关网站上统一向社会公开。';
  const secret = '秘密存放在三号仓库。';
  const document = await submit(app, {body: [article('art-1', `${kept}\n${secret}`)]});
  const {id} = await explain(app, document, {
    facets: facet({section: 'art-1', quote: {exact: '三号仓库'}}, {section: 'art-1', quote: {exact: kept}}),
  });
  const blocks = [{text: kept}, {withheld: '条例第十四条'}];
  const body: DocumentInput['body'] = [{id: 'art-1', kind: 'article', depth: 0, blocks}];
  const partial = {disclosure: 'partial', disclosureReason: REASON, body} as const;
  assert.equal((await change(app, document, partial)).status, 200);
  for (const path of [`/interpretations/${id}`, `/documents/${document}/interpretations`, `/documents/${document}/versions`]) {
    assert.doesNotMatch(await (await app.get(path)).text(), /仓库|秘密/, path);
  }
  const [lost, found] = anchorsOf(await json<Interpretation>(await app.get(`/interpretations/${id}`)));
  assert.deepEqual(lost, {section: 'art-1', found: {state: 'lost'}});
  assert.deepEqual([found!.quote, found!.found!.state], [{exact: kept}, 'exact']);
  // Nor can it be had by anchoring to the version in which it stood.
  const probe = interpretationInput(document, {facets: facet({section: 'art-1', position: {start: 6, end: 10}, documentVersion: 1})});
  assert.equal((await app.write('POST', '/interpretations', probe)).status, 400);
});

test('markup is made safe before it is stored; a question whose answer was nothing but script goes', async (t) => {
  const app = await testApp(t, 1);
  const bad = '<p onclick="x()">正文<script>alert(1)</script></p>';
  const made = await explain(app, await submit(app), {
    facets: [{kind: 'content', explanations: [{blocks: [{html: bad}, {html: '<script>x</script>'}, {text: '<b>'}], anchors: []}]}],
    questions: [
      {question: '问', answer: [{html: bad}]},
      {question: '空', answer: [{html: '<script>x</script>'}]},
    ],
  });
  assert.deepEqual(made.facets[0]!.explanations[0]!.blocks, [{html: '<p>正文</p>'}, {text: '<b>'}]);
  assert.deepEqual(made.questions, [{question: '问', answer: [{html: '<p>正文</p>'}]}]);
});

test('interpretations come newest first, by document, phase, form and audience (R4.6, R4.8, R4.9)', async (t) => {
  const app = await testApp(t, 1);
  const [one, other] = [await submit(app), await submit(app, {title: '另一份文件', docNumber: '苏示发〔2026〕8号'})];
  await explain(app, one, {title: '甲', publishedOn: '2026-11-20', phase: 'before', forms: ['press_conference']});
  await explain(app, one, {title: '乙', publishedOn: '2026-11-22', forms: ['infographic', 'text'], audience: ['家长', '学校']});
  await explain(app, other, {title: '丙', publishedOn: '2026-11-23', audience: ['教师']});
  const titles = async (query: string): Promise<string> => {
    const {items} = await json<InterpretationList>(await app.get(`/interpretations?${query}`));
    return items.map(({title}) => title).join('');
  };
  assert.deepEqual(
    await Promise.all(
      [
        '',
        `document=${one}`,
        'phase=before,execution',
        'form=text,video',
        'form=press_conference',
        'audience=学校&audience=教师',
        'q=另一份文件',
        'q=苏示发[2026]8号',
        'q=家长什么时候能看到',
        'document=none',
      ].map(titles),
    ),
    ['丙乙甲', '乙甲', '甲', '丙乙', '甲', '丙乙', '丙', '丙', '丙乙甲', ''],
  );
  const page = await json<InterpretationList>(await app.get('/interpretations?limit=2'));
  const next = await json<InterpretationList>(await app.get(`/interpretations?limit=2&cursor=${page.nextCursor}`));
  assert.deepEqual([page.total, next.items.map(({title}) => title), next.nextCursor], [3, ['甲'], null]);
  assert.deepEqual([page.items[0]!.documentTitle, page.items[0]!.docNumber], ['另一份文件', '苏示发〔2026〕8号']);
});

test('R6.2 an interpretation is found by what it says, part by part', async (t) => {
  const app = await testApp(t, 1);
  const document = await submit(app);
  const {id} = await explain(app, document, {
    facets: [{kind: 'benefits', explanations: [{blocks: [{html: '<p>每个孩子都能就近<b>入学</b></p>'}], anchors: []}]}],
    media: [{kind: 'image', url: '/a.svg', title: '图', alt: '流程', text: '先网上登记再现场核验'}],
  });
  const search = async (q: string) => (await json<SearchResults>(await app.get(`/search?q=${q}&type=interpretation`))).items;
  const [hit] = await search('就近入学');
  assert.deepEqual(
    [hit!.type, hit!.id, hit!.document, hit!.link],
    ['interpretation', id, document, `/api/v1/interpretations/${id}#benefits`],
  );
  assert.deepEqual([hit!.article, hit!.agencyName], [{id: 'benefits', heading: '惠民利民举措'}, '示例省教育局']);
  assert.equal((await search('现场核验'))[0]!.article!.id, 'media');
  await app.write('PUT', `/interpretations/${id}`, interpretationInput(document), {...OPERATOR, ...ANY});
  assert.deepEqual((await search('现场核验')).map((one) => one.id), []); // prettier-ignore
});
