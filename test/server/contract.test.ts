/**
 * The contract run: every operation of `openapi.yaml` is exercised against a running server, and every answer (status,
 * content type, headers, body) must be one that the contract describes.
 */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {contractDocument, OPERATIONS, resolve, Validator, type OperationId} from '../../packages/server/src/http/contract.ts';
import {documentInput, interpretationInput, itemInput, repostInput, without} from '../../packages/server/src/testing/inputs.ts';
import {NOW} from '../../packages/server/src/testing/temp-store.ts';
import {applicationStories} from './contract-applications.ts';
import {consultationStories} from './contract-consultations.ts';
import {JSON_TYPE, running, type Running} from './running.ts';

interface ResponseObject {
  readonly headers?: Readonly<Record<string, {$ref?: string; required?: boolean; schema: object}>>;
  readonly content?: Readonly<Record<string, {schema: object}>>;
}

const exercised = new Map<OperationId, Set<number>>();
let server: Running;
const hooks: (() => unknown)[] = [];
before(async () => {
  server = await running({after: (hook) => void hooks.push(hook as () => unknown)}, 120);
  await seedPolicy(server);
});
after(async () => {
  for (const hook of hooks) await hook();
});

/** Sends a request and holds the answer against the contract. @returns the answer, body read. */
async function exercise(
  id: OperationId,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{response: Response; body: unknown}> {
  const {method, path: template} = OPERATIONS.get(id)!;
  assert.match(path.split('?')[0]!, new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`), `${id} is not at ${path}`);
  const isFile = body instanceof Uint8Array;
  const sent = body === undefined ? undefined : isFile ? new Uint8Array(body) : JSON.stringify(body);
  const type = sent === undefined ? {} : isFile ? {'Content-Type': 'application/octet-stream'} : JSON_TYPE;
  const response = await server.request(method.toUpperCase(), path, sent, {...type, ...headers});
  exercised.set(id, (exercised.get(id) ?? new Set()).add(response.status));
  return {response, body: await check(id, response)};
}

/** Asserts that the contract describes this answer of the operation. */
async function check(id: OperationId, response: Response): Promise<unknown> {
  const {path, method} = OPERATIONS.get(id)!;
  const {responses} = contractDocument.paths[path]![method]!;
  const status = String(response.status);
  const described = responses[status] ?? (response.status >= 400 ? responses['default'] : undefined);
  assert.ok(described, `${id} answered an undocumented ${status}`);
  const {headers = {}, content} = resolve<ResponseObject>(described);
  for (const [name, header] of Object.entries(headers)) {
    const {required, schema} = resolve<{required?: boolean; schema: object}>(header);
    const value = response.headers.get(name);
    if (required) assert.ok(value, `${id} ${status} has no ${name}`);
    if (value !== null) assert.deepEqual(new Validator(schema).errors(value), [], `${id} ${status} ${name}: ${value}`);
  }
  const bytes = await response.arrayBuffer();
  if (!content) {
    assert.equal(bytes.byteLength, 0, `${id} ${status} must have no body`);
    return undefined;
  }
  const type = response.headers.get('content-type')!.split(';')[0]!;
  assert.ok(content[type], `${id} ${status} answered ${type}`);
  const text = new TextDecoder('utf-8', {fatal: /^text|json|xml$/.test(type)}).decode(bytes);
  const value: unknown = type.endsWith('json') ? JSON.parse(text) : text;
  assert.deepEqual(new Validator(content[type].schema).errors(value), [], `${id} ${status}`);
  return value;
}

/** A document in two versions, another one, an interpretation and a repost, under ids that are known. */
async function seedPolicy({store}: Running): Promise<void> {
  const {disclosureProposal: _1, disclosureReview: _2, signedAt: _3, body, ...meta} = documentInput({major: true});
  const section = (text: string): typeof body => [{...body[0]!, blocks: [{text}]}];
  await store.saveDocuments([{id: 'd-1', meta, body: section('各地公布招生计划。')}], '2026-11-22T04:00:00Z');
  await store.saveDocuments([{id: 'd-1', meta: {...meta, supersedes: 'd-2'}, body}], NOW);
  await store.saveDocuments(
    [{id: 'd-2', meta: {...meta, docNumber: '苏示发〔2024〕9号'}, body: section('第二条所称计划，是指本办法。')}],
    NOW,
  );
  await store.saveInterpretations([{id: 'i-1', input: interpretationInput('d-1', {audience: ['家长']})}], NOW);
  await store.saveReposts([{id: 'r-1', input: repostInput(), agency: '*', repostedAt: NOW}]);
}

const READS: readonly [id: OperationId, path: string, missing?: string][] = [
  ['getHealth', '/health'],
  ['getPolicyProfile', '/profile'],
  ['listRegions', '/regions?limit=3', '/regions?parent=x'],
  ['listAgencies', '/agencies?limit=3&region=320000&level=county&q=教育', '/agencies?level=country'],
  ['listAgencies', '/agencies?applications=open', '/agencies?applications=closed'],
  ['getCalendar', '/calendar/2026', '/calendar/2050'],
  ['listCatalogItems', '/catalog/items?q=招生&region=320000&sort=due&limit=5', '/catalog/items?sort=x'],
  ['getCatalogItem', '/catalog/items/item-1', '/catalog/items/none'],
  ['listCatalogChanges', '/catalog/changes?since=2020-01-01T00:00:00Z&limit=3', '/catalog/changes?since=yesterday'],
  ['exportCatalog', '/catalog/export?disclosure=proactive', '/catalog/export?format=pdf'],
  ['exportCatalog', '/catalog/export?format=xlsx'],
  ['getCatalogFeed', '/catalog/feed?q=招生', '/catalog/feed?sort=seq'],
  ['listDocuments', '/documents?limit=5', '/documents?limit=1000'],
  [
    'listInterpretations',
    '/interpretations?limit=5&phase=before,publication&form=text&audience=家长&q=招生',
    '/interpretations?phase=never',
  ],
  ['getInterpretation', '/interpretations/i-1', '/interpretations/none'],
  ['getDocumentInterpretations', '/documents/d-1/interpretations', '/documents/none/interpretations'],
  ['listDocumentVersions', '/documents/d-1/versions', '/documents/none/versions'],
  ['compareDocument', '/documents/d-1/comparison', '/documents/none/comparison'],
  ['compareDocument', '/documents/d-1/comparison?version=1', '/documents/d-1/comparison?version=7'],
  ['compareDocument', '/documents/d-1/comparison?with=d-2', '/documents/d-1/comparison?with=d-2&version=1'],
  ['listReposts', '/feed?limit=5', '/feed?limit=1000'],
  ['getRepost', '/feed/r-1', '/feed/none'],
  ['search', '/search?q=家长&type=interpretation'],
  ['search', '/search?q=招生&type=catalog_item,agency&region=320000&from=2020-01-01&limit=5', '/search?type=document'],
  ['search', '/search?q=召生入学', `/search?q=${'长'.repeat(65)}`],
  ['search', '/search?q=zhaosheng&sort=-date&facets=false', '/search?q=招生&type=rumour'],
  ['suggest', '/search/suggest?q=招生', '/search/suggest'],
  ['suggest', '/search/suggest?q='],
];

describe('contract', () => {
  for (const [id, path, missing] of READS) {
    test(`${id} ${path}`, async () => {
      const {response} = await exercise(id, path);
      assert.equal(response.status, 200);
      const tag = response.headers.get('etag')!;
      if (id !== 'getHealth') assert.equal((await exercise(id, path, undefined, {'If-None-Match': tag})).response.status, 304);
      if (missing) assert.ok((await exercise(id, missing)).response.status >= 400);
    });
  }

  test('lists answer the contract on every page, forwards and back', async () => {
    for (const [id, path] of [
      ['listCatalogItems', '/catalog/items'],
      ['listCatalogChanges', '/catalog/changes'],
      ['listRegions', '/regions'],
      ['listAgencies', '/agencies'],
      ['search', '/search?q=公开'],
      ['listInterpretations', '/interpretations'],
      ['listReposts', '/feed'],
    ] as const) {
      for (let cursor: string | null = ''; cursor !== null;) {
        const {body} = await exercise(id, `${path}${path.includes('?') ? '&' : '?'}limit=25${cursor && `&cursor=${cursor}`}`);
        cursor = (body as {nextCursor: string | null}).nextCursor;
      }
    }
  });

  test('catalogue items: created, replaced, removed, and each way of being refused', async () => {
    const {response, body} = await exercise(
      'createCatalogItem',
      '/catalog/items',
      itemInput({topics: ['民生实事'], fiveStage: 'result', responsible: {post: '基教处'}}),
    );
    assert.equal(response.status, 201);
    const path = `/catalog/items/${(body as {id: string}).id}`;
    const tag = {'If-Match': response.headers.get('etag')!};
    assert.equal((await exercise('replaceCatalogItem', path, itemInput({level2: '新'}), tag)).response.status, 200);
    assert.equal((await exercise('replaceCatalogItem', path, itemInput(), tag)).response.status, 412);
    assert.equal((await exercise('replaceCatalogItem', path, itemInput())).response.status, 428);
    assert.equal((await exercise('getCatalogItem', path)).response.status, 200);
    assert.equal((await exercise('createCatalogItem', '/catalog/items', without(itemInput(), 'disclosure'))).response.status, 422);
    assert.equal((await exercise('createCatalogItem', '/catalog/items', {})).response.status, 400);
    assert.equal((await exercise('createCatalogItem', '/catalog/items', itemInput(), {Authorization: ''})).response.status, 401);
    assert.equal(
      (await exercise('createCatalogItem', '/catalog/items', itemInput(), {Origin: 'https://evil.example'})).response.status,
      403,
    );
    assert.equal((await exercise('createCatalogItem', '/catalog/items', itemInput(), {'Content-Type': 'text/plain'})).response.status, 415);
    assert.equal((await exercise('removeCatalogItem', path)).response.status, 428);
    assert.equal((await exercise('removeCatalogItem', path, undefined, {'If-Match': '*'})).response.status, 204);
    assert.equal((await exercise('removeCatalogItem', path, undefined, {'If-Match': '*'})).response.status, 404);
  });

  test('documents: submitted with each attribute, replaced, removed, sent back', async () => {
    for (const disclosure of ['proactive', 'partial', 'on_request', 'withheld'] as const) {
      const input = documentInput({
        disclosure,
        attachments: [{name: '附件.pdf', url: 'https://files.example.com/a.pdf', mediaType: 'application/pdf', bytes: 1}],
        ...(disclosure === 'proactive' ? {} : {disclosureReason: {text: '涉及商业秘密', legalBasis: '条例第十五条'}}),
      });
      const {response, body} = await exercise('submitDocument', '/documents', input);
      assert.equal(response.status, 201);
      const path = `/documents/${(body as {id: string}).id}`;
      const read = await exercise('getDocument', path);
      assert.equal(read.response.status, 200);
      assert.equal(
        (await exercise('getDocument', path, undefined, {'If-None-Match': read.response.headers.get('etag')!})).response.status,
        304,
      );
      const tag = {'If-Match': response.headers.get('etag')!};
      assert.equal((await exercise('replaceDocument', path, {...input, title: '改'}, tag)).response.status, 200);
      assert.equal((await exercise('replaceDocument', path, input, tag)).response.status, 412);
      assert.equal((await exercise('listDocuments', '/documents')).response.status, 200);
      assert.equal((await exercise('removeDocument', path)).response.status, 428);
      assert.equal((await exercise('removeDocument', path, undefined, {'If-Match': '*'})).response.status, 204);
      assert.equal((await exercise('getDocument', path)).response.status, 404);
    }
    assert.equal((await exercise('submitDocument', '/documents', documentInput({disclosureProposal: null}))).response.status, 422);
    assert.equal((await exercise('submitDocument', '/documents', {})).response.status, 400);
  });

  test('interpretations: published, replaced, withdrawn, and each way of being refused', async () => {
    const input = interpretationInput('d-1', {
      coResponsible: ['示例省财政局'],
      interpreter: {name: '周示例', title: '局长', isHead: true},
      audience: ['家长'],
      pressRelease: 'https://news.example.com/1.html',
      url: '/policy/1.html',
      questions: [{question: '什么时候公布？', answer: [{html: '<p>六月。</p>'}]}],
      media: [
        {kind: 'image', url: '/a.svg', title: '一图看懂', alt: '流程', text: '先公布，后报名', width: 640, height: 480},
        {kind: 'audio', url: '/a.mp3', title: '听解读', mediaType: 'audio/mpeg', seconds: 3, cues: [{start: 0, end: 3, text: '各位家长'}]},
      ],
    });
    const {response, body} = await exercise('createInterpretation', '/interpretations', input);
    assert.equal(response.status, 201);
    const path = `/interpretations/${(body as {id: string}).id}`;
    const tag = {'If-Match': response.headers.get('etag')!};
    assert.equal((await exercise('getDocument', '/documents/d-1')).response.status, 200);
    assert.equal((await exercise('getDocumentInterpretations', '/documents/d-1/interpretations')).response.status, 200);
    assert.equal((await exercise('replaceInterpretation', path, {...input, title: '新'}, tag)).response.status, 200);
    assert.equal((await exercise('replaceInterpretation', path, input, tag)).response.status, 412);
    assert.equal((await exercise('replaceInterpretation', path, input)).response.status, 428);
    for (const [change, status] of [
      [{document: 'none'}, 422],
      [{responsible: '示例省财政局'}, 422],
      [{media: [{kind: 'image', url: '/a.svg', title: '图'}]}, 422],
      [{facets: [{kind: 'content', explanations: [{blocks: [], anchors: [{section: 'art-9'}]}]}]}, 400],
      [{phase: 'never'}, 400],
    ] as const) {
      assert.equal((await exercise('createInterpretation', '/interpretations', {...input, ...change})).response.status, status);
    }
    for (const format of ['json', 'csv'])
      assert.equal((await exercise('getHeadInterpretations', `/staff/head-interpretations/2026?format=${format}`)).response.status, 200);
    assert.equal((await exercise('getHeadInterpretations', '/staff/head-interpretations/1999')).response.status, 400);
    assert.equal((await exercise('removeInterpretation', path)).response.status, 428);
    assert.equal((await exercise('removeInterpretation', path, undefined, {'If-Match': '*'})).response.status, 204);
    assert.equal((await exercise('getInterpretation', path)).response.status, 404);
  });

  test('reposts: passed on, passed on once, withdrawn', async () => {
    const input = repostInput({sourceUrl: 'https://www.example.com/2', sourceSha256: 'a'.repeat(64)});
    const {response, body} = await exercise('createRepost', '/feed', input);
    assert.equal(response.status, 201);
    assert.equal((await exercise('createRepost', '/feed', input)).response.status, 409);
    assert.equal((await exercise('createRepost', '/feed', {})).response.status, 400);
    const path = `/feed/${(body as {id: string}).id}`;
    assert.equal((await exercise('removeRepost', path, undefined, {'If-Match': '"v2.x"'})).response.status, 412);
    assert.equal((await exercise('removeRepost', path, undefined, {'If-Match': response.headers.get('etag')!})).response.status, 204);
    assert.equal((await exercise('getRepost', path)).response.status, 404);
  });

  applicationStories(exercise);
  consultationStories(exercise, async (id) => {
    const {input} = (await server.store.consultations.find(id))!;
    await server.store.consultations.save({id, input: {...input, closesAt: NOW}}, NOW);
  });

  test('R3.4 the contract itself refuses an answer that shows a withheld body', () => {
    const leak = {
      id: 'x',
      version: 1,
      updatedAt: '2026-01-01T00:00:00Z',
      publicMark: null,
      ...without(documentInput({disclosure: 'withheld'}), 'publicMark'),
    };
    for (const name of ['disclosureProposal', 'disclosureReview', 'signedAt'] as const) delete (leak as Record<string, unknown>)[name];
    assert.notDeepEqual(new Validator({$ref: '#/components/schemas/Document'}).errors(leak), []);
  });

  test('every operation was exercised, and gave what it is for', () => {
    for (const {id, path, method} of OPERATIONS.values()) {
      const seen = exercised.get(id);
      assert.ok(seen, `${id} was not exercised`);
      const wanted = Object.keys(contractDocument.paths[path]![method]!.responses).filter((status) => status !== 'default');
      for (const status of wanted) assert.ok(seen.has(Number(status)), `${id} never answered ${status}`);
    }
  });
});
