/** What nobody should send: malformed JSON, and strings that break careless programs, in every field and parameter. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import type {CatalogItem, CatalogItemList, DocumentDetail, Interpretation, InterpretationInput, Repost} from '@zwgk/contract';
import {documentInput, interpretationInput, itemInput, repostInput} from '../../packages/server/src/testing/inputs.ts';
import {missing, shared} from '../../packages/server/src/testing/shared.ts';
import {JSON_TYPE, running, type Running} from './running.ts';

let server: Running;
const hooks: (() => unknown)[] = [];
before(async () => {
  server = await running({after: (hook) => void hooks.push(hook as () => unknown)}, 30);
});
after(async () => {
  for (const hook of hooks) await hook();
});

/** Where a string stands in a value. */
type Path = readonly (string | number)[];
function* stringPaths(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === 'string') yield path;
  else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) yield* stringPaths(part, [...path, Array.isArray(value) ? Number(key) : key]);
}

function withText<T>(value: T, path: Path, text: string): T {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1)!] = text;
  return copy as T;
}

function textAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], value);
}

let explained: Promise<string> | undefined;
/** A public document that all interpretations here explain. */
const explainedDocument = (): Promise<string> =>
  (explained ??= server
    .request('POST', '/documents', JSON.stringify(documentInput()), JSON_TYPE)
    .then(async (response) => ((await response.json()) as DocumentDetail).id));

/** With every field that an interpretation can have. */
const fullInterpretation = (document: string): InterpretationInput =>
  interpretationInput(document, {
    coResponsible: ['x'],
    interpreter: {name: 'x', title: 'x', isHead: true},
    audience: ['x'],
    pressRelease: 'https://news.example.com/',
    url: '/x',
    facets: [
      {
        kind: 'content',
        heading: 'x',
        explanations: [{blocks: [{text: 'x'}, {html: '<p>x</p>'}], anchors: [{section: 'art-1', quote: {exact: '按时公布'}}]}],
        changes: [{matter: 'x', before: 'x', after: 'x'}],
      },
    ],
    questions: [{question: 'x', answer: [{text: 'x'}, {html: '<p>x</p>'}]}],
    media: [
      {kind: 'image', url: '/x.svg', title: 'x', mediaType: 'image/svg+xml', alt: 'x', text: 'x'},
      {kind: 'audio', url: 'https://files.example.com/x.mp3', title: 'x', cues: [{start: 0, end: 1, text: 'x'}]},
    ],
  });

describe('script in an interpretation or a repost', () => {
  const VECTORS = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<template><script>alert(1)</script></template>',
    '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)"><base href="javascript:/">',
  ];
  const URLS = [
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'vbscript:x', 'blob:x'],
    ...[
      'data:text/html,<script>alert(1)</script>',
      'file:///etc/passwd',
      '//evil.example/x',
      '/\\evil.example/x',
      '\\\\evil.example',
      'x.html',
    ],
  ];
  const LIVE =
    /<(?:script|svg|img|iframe|form|button|math|style|template|object|embed|base|noscript)\b|\bon\w+\s*=|(?:java|vb)script:|data:|style=/i;

  const htmlPaths = (value: unknown): Path[] => [...stringPaths(value)].filter((path) => path.at(-1) === 'html');
  const urlPaths = (value: unknown): Path[] => [...stringPaths(value)].filter((path) => /url$|^pressRelease$/i.test(String(path.at(-1))));

  test('goes from every HTML field before it is stored', async () => {
    const input = fullInterpretation(await explainedDocument());
    const paths = htmlPaths(input);
    assert.equal(paths.length, 2);
    for (const path of paths) {
      for (const vector of VECTORS) {
        const body = JSON.stringify(withText(input, path, `<p>好</p>${vector}`));
        const response = await server.request('POST', '/interpretations', body, JSON_TYPE);
        assert.equal(response.status, 201);
        const html = String(textAt(await response.json(), path));
        assert.ok(html.includes('好') && !LIVE.test(html.replace(/&lt;[^<]*/g, '')), `${path.join('/')}: ${html}`);
      }
    }
  });

  test('gets into no address', async () => {
    const interpretation = fullInterpretation(await explainedDocument());
    const bodies = [
      ['/interpretations', interpretation],
      ['/feed', repostInput()],
    ] as const;
    assert.deepEqual(bodies.map(([, body]) => urlPaths(body).length), [4, 1]); // prettier-ignore
    for (const [at, body] of bodies) {
      for (const path of urlPaths(body)) {
        for (const url of URLS) {
          const {status} = await server.request('POST', at, JSON.stringify(withText(body, path, url)), JSON_TYPE);
          assert.equal(status, 400, `${path.join('/')}: ${url}`);
        }
      }
    }
  });
});

describe('malformed JSON', {skip: missing('data/json')}, () => {
  for (const path of ['/catalog/items', '/documents', '/interpretations', '/feed']) {
    test(`POST ${path}: what is no JSON is 400, what is never 5xx`, async () => {
      const folder = shared('data/json');
      let refused = 0;
      for (const name of readdirSync(folder)) {
        const start = performance.now();
        const {status} = await server.request('POST', path, readFileSync(join(folder, name)), JSON_TYPE);
        assert.ok(performance.now() - start < 2000, `${name} took too long`);
        assert.ok(status < 500, `${name}: ${status}`);
        if (!name.startsWith('n_')) continue;
        assert.equal(status, 400, name);
        refused++;
      }
      assert.ok(refused > 90, `only ${refused} malformed files`);
    });
  }
});

describe('naughty strings', {skip: missing('data/blns.json')}, () => {
  const strings = missing('data/blns.json') ? [] : (JSON.parse(readFileSync(shared('data/blns.json'), 'utf8')) as string[]);
  const item = itemInput({
    channelNote: 'x',
    audience: 'specific',
    audienceNote: 'x',
    format: 'x',
    disclosure: 'partial',
    disclosureReason: {text: 'x', legalBasis: 'x'},
    responsible: {post: 'x', authority: 'x', procedure: 'x', limit: 'x'},
    topics: ['x'],
    informationOn: '2026-11-01',
    lastPublishedOn: '2026-11-01',
    freshnessExempt: 'x',
    fiveStage: 'result',
    legalBasis: [{kind: 'law', title: 'x', docNumbers: ['x'], documentId: 'x'}],
    timeLimit: {text: 'x', kind: 'within', days: 1, unit: 'day', anchor: 'x'},
  });
  const document = documentInput({
    docNumbers: ['x'],
    coIssuers: ['x'],
    drafter: 'x',
    audience: ['x'],
    abstract: 'x',
    keywords: ['x'],
    promulgation: ['x'],
    effectiveOn: '2026-11-24',
    attachments: [{name: 'x', url: '/x', mediaType: 'x', bytes: 1}],
    disclosureProposal: {attribute: 'proactive', reason: 'x'},
    body: [{id: 'art-1', kind: 'article', depth: 0, label: 'x', heading: 'x', blocks: [{text: 'x'}]}],
  });

  /** Strings go into the fields in turn, so that each field meets many and each string is met several times. */
  const rounds = (paths: readonly Path[]): [path: Path, text: string][] =>
    strings.flatMap((text, i) => [i, i + 7].map((k) => [paths[k % paths.length]!, text] as [Path, string]));

  test('in every field of a catalogue item: never 5xx, and what is accepted comes back as it was', async () => {
    const paths = [...stringPaths(item)];
    let stored = 0;
    for (const [path, text] of rounds(paths)) {
      const input = withText(item, path, text);
      const response = await server.request('POST', '/catalog/items', JSON.stringify(input), JSON_TYPE);
      assert.ok(response.status < 500, `${path.join('/')}: ${response.status} for ${JSON.stringify(text)}`);
      if (response.status !== 201) continue;
      // The answer is read from the store.
      assert.equal(textAt((await response.json()) as CatalogItem, path), text, path.join('/'));
      stored++;
    }
    assert.ok(stored > strings.length / 2, `only ${stored} were accepted`);
  });

  test('in every field of a document: never 5xx, and what is accepted comes back as it was', async () => {
    const paths = [...stringPaths(document)].filter(([field]) => field !== 'disclosureProposal' && field !== 'disclosureReview');
    let stored = 0;
    for (const [path, text] of rounds(paths)) {
      const input = withText(document, path, text);
      const response = await server.request('POST', '/documents', JSON.stringify(input), JSON_TYPE);
      assert.ok(response.status < 500, `${path.join('/')}: ${response.status} for ${JSON.stringify(text)}`);
      if (response.status !== 201) continue;
      assert.equal(textAt((await response.json()) as DocumentDetail, path), text, path.join('/'));
      stored++;
    }
    assert.ok(stored > strings.length / 2, `only ${stored} were accepted`);
  });

  test('in every field of an interpretation: never 5xx, and what is accepted comes back as it was', async () => {
    const explained = await explainedDocument();
    const interpretation = fullInterpretation(explained);
    const kept = ['document', 'responsible', 'anchors', 'facets.0.kind'];
    const paths = [...stringPaths(interpretation)].filter((path) => !kept.some((name) => path.join('.').includes(name)));
    let stored = 0;
    for (const [path, text] of rounds(paths)) {
      const input = withText(interpretation, path, text);
      const response = await server.request('POST', '/interpretations', JSON.stringify(input), JSON_TYPE);
      assert.ok(response.status < 500, `${path.join('/')}: ${response.status} for ${JSON.stringify(text)}`);
      if (response.status !== 201) continue;
      stored++;
      const made = (await response.json()) as Interpretation;
      if (path.at(-1) !== 'html') assert.equal(textAt(made, path), text, path.join('/'));
    }
    assert.ok(stored > strings.length / 2, `only ${stored} were accepted`);
  });

  test('in every field of a repost: never 5xx, and what is accepted comes back as it was', async () => {
    const paths = [...stringPaths(repostInput())];
    let stored = 0;
    for (const [n, [path, text]] of rounds(paths).entries()) {
      const input = withText(repostInput({sourceUrl: `https://www.example.com/naughty/${n}`}), path, text);
      const response = await server.request('POST', '/feed', JSON.stringify(input), JSON_TYPE);
      assert.ok(response.status < 500, `${path.join('/')}: ${response.status} for ${JSON.stringify(text)}`);
      if (response.status !== 201) continue;
      stored++;
      if (path[0] !== 'text') assert.equal(textAt((await response.json()) as Repost, path), text, path.join('/'));
    }
    assert.ok(stored > strings.length / 2, `only ${stored} were accepted`);
  });

  test('as a search, a matter, a topic, an id: never 5xx, and a matter that was stored is found', async () => {
    for (const [i, text] of strings.entries()) {
      const encoded = encodeURIComponent(Buffer.from(text).toString());
      const paths = [
        `/catalog/items?q=${encoded}`,
        `/catalog/items?topic=${encoded}`,
        `/catalog/feed?q=${encoded}`,
        `/documents?q=${encoded}`,
        `/documents/${encoded}/comparison?with=${encoded}`,
        `/documents/d/versions?x=${encoded}`,
        `/interpretations?q=${encoded}`,
        `/interpretations?audience=${encoded}&document=${encoded}`,
        `/interpretations/${encoded}`,
        `/feed?cursor=${encoded}`,
        `/agencies?q=${encoded}`,
        `/catalog/items/${encoded}`,
        `/catalog/items?cursor=${encoded}`,
        `/catalog/changes?since=${encoded}`,
      ];
      // Each string at every second address, each address with every second string.
      for (const path of paths.filter((_, k) => (i + k) % 2 === 0)) {
        const {status} = await server.request('GET', path);
        assert.ok(status < 500, `${path}: ${status}`);
      }
      const response = await server.request('GET', `/catalog/items?limit=1&matter=${encoded}`);
      if (response.status !== 200) continue;
      const list = (await response.json()) as CatalogItemList;
      assert.ok(list.items.every(({level1}) => level1 === text));
    }
  });

  test('an instant that a calendar has and a computer has not is refused, not stumbled over', async () => {
    for (const instant of ['2016-12-31T23:59:60Z', '2016-12-31T23:59:60.5Z', '2017-01-01T07:59:60+08:00']) {
      const {status} = await server.request('GET', `/catalog/changes?since=${encodeURIComponent(instant)}`);
      assert.equal(status, 400, instant);
      const leap = {...document, signedAt: instant};
      assert.equal((await server.request('POST', '/documents', JSON.stringify(leap), JSON_TYPE)).status, 400, instant);
    }
  });

  test('in the search box: never 5xx, never slow, and too long a text is told so', async () => {
    await server.request('GET', '/search?q=公开');
    const files = missing('data/json') ? [] : readdirSync(shared('data/json')).map((name) => readFileSync(join(shared('data/json'), name)));
    for (const text of [...strings.map((one) => Buffer.from(one)), ...files.filter(({length}) => length < 2000)]) {
      const encoded = [...text].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
      for (const path of [`/search?q=${encoded}`, `/search/suggest?q=${encoded}`]) {
        const start = performance.now();
        const response = await server.request('GET', path);
        const ms = performance.now() - start;
        assert.ok(ms <= 200, `${path}: ${ms.toFixed(0)} ms`);
        if (response.status === 200) continue;
        assert.deepEqual([response.status, ((await response.json()) as {code: string}).code], [400, 'query-too-long'], path);
        assert.ok([...new TextDecoder().decode(text)].length > 64);
      }
    }
  });

  test('a list of everything that was stored is still well', async () => {
    for (const path of [
      '/catalog/items?limit=100',
      '/catalog/changes?limit=100',
      '/documents?limit=100',
      '/interpretations?limit=100',
      '/feed?limit=100',
      `/documents/${await explainedDocument()}/interpretations`,
      '/catalog/export',
      '/catalog/feed',
    ]) {
      assert.equal((await server.request('GET', path)).status, 200, path);
    }
  });
});
