/**
 * The published XSS corpus through everything that shows text of others: document bodies, titles, catalogue items and
 * highlights, interpretations, policies passed on; and addresses that would run, in every field that holds one. Nothing runs, nothing forbidden stays, and what is harmless is kept. The same runs in a frame that enforces
 * Trusted Types where the engine knows them. `dirty` shows that the check can see: unsanitised, most vectors are caught.
 */
import {expect} from '@open-wc/testing';
import {html, render} from 'lit';
import '@zwgk/elements/catalog';
import '@zwgk/elements/consultation';
import '@zwgk/elements/document';
import '@zwgk/elements/feed';
import '@zwgk/elements/interpretation';
import type {DocumentDetail, Interpretation} from '@zwgk/contract';
import {sanitise} from '../../packages/elements/src/foundation/sanitise.ts';
import {useBackend} from '../../packages/elements/src/testing/backend.ts';
import {reposts} from '../../packages/elements/src/testing/feed.ts';
import {consultation, Consultations} from '../../packages/elements/src/testing/consultations.ts';
import {documents, makeItem} from '../../packages/elements/src/testing/fixtures.ts';
import {anchor, explained, main} from '../../packages/elements/src/testing/interpretation.ts';
import {deepAll, until} from '../../packages/elements/src/testing/wait.ts';
import {executed, loadVectors, offences, sanitiseAll, setAlarm} from './xss-corpus.ts';

const vectors = await loadVectors();

const document_ = (title: string, dirty: string): DocumentDetail => ({
  ...documents[0]!,
  title,
  abstract: title.slice(0, 300) || '题',
  body: [{id: 'art-1', kind: 'article', depth: 0, label: '第一条', heading: title.slice(0, 200), blocks: [{html: dirty}, {text: title}]}],
});

/** Addresses that would run, or stand for a page of the attacker's. */
const RUN = ['javascript:xss(1)', ' java\tscript:xss(1)', 'JAVASCRIPT:xss(1)', 'data:text/html,<script>xss(1)</script>', 'vbscript:xss(1)'];

/** Every field of an interpretation that holds HTML, text or an address. */
function interpretation_(dirty: string, href: string): Interpretation {
  const blocks = [{html: dirty}, {text: dirty}];
  const changes = [{matter: dirty, before: dirty, after: dirty}];
  const explanations = ['exact', 'lost'].map((state) => ({
    blocks,
    anchors: [anchor('art-2', undefined, state as 'exact' | 'lost', dirty)],
  }));
  const cues = [{start: 0, end: 9, text: dirty}];
  return {
    ...main,
    title: dirty,
    interpreter: {name: dirty, title: dirty, isHead: true},
    coResponsible: [dirty],
    audience: [dirty],
    pressRelease: href,
    facets: [{kind: 'scope', heading: dirty, explanations, changes}],
    questions: [{question: dirty, answer: blocks}],
    media: (['image', 'audio', 'video'] as const).map((kind) => ({kind, url: href, title: dirty, alt: dirty, text: dirty, cues})),
  };
}

/** Every address on the page, shadow roots included, that would run. */
const running = (box: HTMLElement): string[] =>
  deepAll(box, '[href], [src], [action], [data], [poster]').flatMap((element) =>
    element.getAttributeNames().flatMap((name) => {
      const value = element.getAttribute(name)!.replace(/[\u0000-\u0020]/g, '');
      return /^(javascript|data|vbscript):/i.test(value) ? `${element.localName} ${name}=${value}` : [];
    }),
  );

describe('an address that would run', () => {
  before(setAlarm);
  for (const [i, href] of RUN.entries()) {
    it(`leads nowhere: ${href}`, async () => {
      executed.length = 0;
      const dirty = `<a href="${href.replace('"', '&quot;')}">甲</a><img src="${href.replace('"', '&quot;')}">`;
      const link = {id: 'other', title: '另一份文件', docNumber: '苏示发〔2026〕1号'};
      const doc = {
        ...document_('题', dirty),
        id: `run-${i}`,
        attachments: [{name: '附件', url: href, mediaType: 'application/pdf', bytes: 1}],
        interpretations: [
          {id: 'i', title: '解读', url: href, publishedOn: '2026-01-01', phase: 'publication' as const, forms: ['text' as const]},
        ],
        supersededBy: link,
      } as unknown as DocumentDetail;
      const box = document.body.appendChild(document.createElement('div'));
      const backend = useBackend({documents: [doc], reposts: reposts.map((one) => ({...one, sourceUrl: href}))});
      const {endpoint} = useBackend(explained({items: [interpretation_(dirty, href)]}));
      render(
        html`<zwgk-document endpoint=${backend.endpoint} document-id=${doc.id} document-href=${href}></zwgk-document>
          <zwgk-feed endpoint=${backend.endpoint} more-href=${href}></zwgk-feed>
          <zwgk-interpretation endpoint=${endpoint} document-id="lift" url-key=""></zwgk-interpretation>`,
        box,
      );
      await until('all of them', () => deepAll(box, '.html').length >= 2 && deepAll(box, '[part=list] li').length > 0);
      await until('the parts', () => deepAll(box, '.lost').length > 0 && deepAll(box, '.changes').length > 0);
      const left = running(box);
      for (const target of deepAll(box, 'a:not([href]), .name a, .media a')) target.click();
      box.remove();
      expect(left).to.deep.equal([]);
      expect(executed).to.deep.equal([]);
    });
  }
});

describe('the XSS corpus', () => {
  before(function () {
    if (vectors.length === 0) this.skip();
    setAlarm();
  });
  beforeEach(() => (executed.length = 0));

  it('is seen: without a sanitiser most vectors leave something forbidden', () => {
    const caught = vectors.filter((vector) => offences(new DOMParser().parseFromString(vector, 'text/html').body).length > 0);
    expect(caught.length).to.be.greaterThan(vectors.length / 2);
  });

  it('leaves nothing forbidden after the sanitiser, and keeps what is harmless', async () => {
    const left = await sanitiseAll(vectors);
    const box = document.createElement('div');
    const benign = '<p>甲<b>乙</b></p><ul><li>丙</li></ul>';
    box.replaceChildren(sanitise(benign, 'https://api.example.com/'));
    expect(box.innerHTML).to.equal(benign);
    expect(left).to.deep.equal([]);
    expect(executed).to.deep.equal([]);
  });

  it('runs nowhere in a document: body, title, heading, abstract', async function () {
    this.timeout(60_000);
    const docs = vectors.map((vector, i) => ({...document_(vector, vector), id: `doc-${i}`}));
    const {endpoint} = useBackend({documents: docs});
    const box = document.body.appendChild(document.createElement('div'));
    render(
      docs.map(({id}) => html`<zwgk-document endpoint=${endpoint} document-id=${id}></zwgk-document>`),
      box,
    );
    const bodies = await until(
      'all documents',
      () => {
        const all = deepAll(box, '.html');
        return all.length === docs.length && all;
      },
      40_000,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    const left = bodies.flatMap((body) => offences(body));
    const titles = deepAll(box, '.doc-title').map((title) => title.textContent);
    box.remove();
    expect(left).to.deep.equal([]);
    expect(executed).to.deep.equal([]);
    expect(titles.filter((title, i) => title.includes(vectors[i]!.slice(0, 8))).length).to.be.greaterThan(vectors.length * 0.9);
  });

  it('runs nowhere in an interpretation: explanations, questions, quotes, what changed, names, captions', async function () {
    this.timeout(60_000);
    const items = vectors.map((vector, i) => ({...interpretation_(vector, 'https://img.example.com/a.png'), id: `i-${i}`}));
    const box = document.body.appendChild(document.createElement('div'));
    const element = document.createElement('zwgk-interpretation');
    Object.assign(element, {endpoint: useBackend(explained({items})).endpoint, documentId: 'lift', urlKey: '', for: ''});
    box.append(element);
    // Its own: the document beside it has such bodies too, and may be there first.
    await until('the explanations', () => element.shadowRoot!.querySelector('.html'));
    const left: string[] = [];
    for (const [i, {id}] of items.entries()) {
      element.interpretation = id;
      await element.updateComplete;
      // Explained, answered, and lost: each shows the words once.
      const shown = [...element.shadowRoot!.querySelectorAll('.html')];
      expect(shown.length, vectors[i]).to.equal(3);
      left.push(...shown.flatMap((one) => offences(one)));
      left.push(
        ...[...element.shadowRoot!.querySelectorAll('blockquote *, .changes :is(th, td) > * > *, .prose *, .dl a + *')].map(String),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    box.remove();
    expect(left).to.deep.equal([]);
    expect(executed).to.deep.equal([]);
  });

  it('runs nowhere in the catalogue: names, highlights, contents', async function () {
    this.timeout(60_000);
    const items = vectors.map((vector, i) => ({
      ...makeItem(i),
      id: `it-${i}`,
      level1: vector.slice(0, 100) || '甲',
      level2: vector,
      contentElements: [vector],
      highlights: {level2: [[0, Math.min(5, vector.length)]]},
    }));
    const {endpoint} = useBackend({items});
    const box = document.body.appendChild(document.createElement('div'));
    render(html`<zwgk-catalog endpoint=${endpoint} url-key="" page-size="50"></zwgk-catalog>`, box);
    for (let page = 0; page * 50 < items.length; page++) {
      const expected = Math.min(50, items.length - page * 50);
      await until(`page ${page + 1}`, () =>
        deepAll(box, '.found')[0]?.textContent?.includes(`第 ${page * 50 + 1}–${page * 50 + expected} 项`),
      );
      const names = deepAll(box, 'tr .name').map((name) => name.textContent);
      expect(names[0]!.trim()).to.equal(vectors[page * 50]!.trim());
      expect(deepAll(box, '.table').flatMap((table) => [...table.querySelectorAll('script, iframe, img, form')])).to.deep.equal([]);
      deepAll(box, '.step')
        .find((step) => step.textContent.includes('下一页'))
        ?.click();
    }
    box.remove();
    expect(executed).to.deep.equal([]);
  });

  it('runs nowhere in a consultation: title, explanation, basis and its links, ways to comment', async function () {
    this.timeout(60_000);
    const items = vectors.map((vector, i) =>
      consultation('closed', {
        ...{id: `con-${i}`, title: vector, explanation: vector, sponsorName: vector.slice(0, 100), shortReason: vector},
        ...{basis: [{title: vector, docNumber: vector, url: vector}], addresses: {email: vector, letter: vector, phone: vector}},
        ...{counts: {published: 0}, draft: {document: 'none', version: 1, currentVersion: 1, title: vector}},
      }),
    );
    const {endpoint} = useBackend({consultations: new Consultations(items)});
    const box = document.body.appendChild(document.createElement('div'));
    render(
      items.map(({id}) => html`<zwgk-consultation endpoint=${endpoint} consultation-id=${id} url-key=""></zwgk-consultation>`),
      box,
    );
    const heads = await until(
      'all consultations',
      () => {
        const all = deepAll(box, '.why');
        return all.length === items.length && all;
      },
      40_000,
    );
    const left = [...heads, ...deepAll(box, '.heading')].flatMap((head) => [
      ...head.querySelectorAll('script, iframe, img, form, a[href^="javascript" i], a[href^="data" i]'),
    ]);
    box.remove();
    expect(left.map(({outerHTML}) => outerHTML)).to.deep.equal([]);
    expect(executed).to.deep.equal([]);
  });

  it('leaves nothing and runs nothing where Trusted Types are enforced', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.src = '/test/browser/pages/trusted-types.html';
    const answer = await new Promise<{enforced: boolean; left: string[]; executed: string[]}>((resolve) => {
      window.addEventListener('message', ({data}: MessageEvent<{enforced: boolean; left: string[]; executed: string[]}>) => resolve(data), {
        once: true,
      });
    });
    frame.remove();
    expect(answer.enforced).to.equal('trustedTypes' in window);
    expect(answer.left).to.deep.equal([]);
    expect(answer.executed).to.deep.equal([]);
  });
});
