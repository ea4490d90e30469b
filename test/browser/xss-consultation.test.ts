/** The published XSS corpus through what people and staff say in a consultation: the report, what changed, public opinions, one's own, the list. */
import {expect} from '@open-wc/testing';
import {html, render} from 'lit';
import '@zwgk/elements/consultation';
import type {ConsultationReport, DocumentComparison, MyComments, PublicCommentList, ReportedCluster} from '@zwgk/contract';
import {useBackend} from '../../packages/elements/src/testing/backend.ts';
import {consultation, Consultations, report} from '../../packages/elements/src/testing/consultations.ts';
import {byName, deepAll, until} from '../../packages/elements/src/testing/wait.ts';
import {executed, loadVectors, setAlarm} from './xss-corpus.ts';

const vectors = (await loadVectors()).filter((vector) => vector.trim());
const id = (i: number): string => String(i).padStart(16, '0');

const clusters = vectors.map((dirty, i): ReportedCluster => ({
  ...{id: `k${i}`, number: i + 1, theme: dirty, count: 1, outcome: 'partly', concentrated: true, sections: ['art-4']},
  ...{reason: dirty, taken: dirty, notTaken: dirty, change: dirty},
}));
const dirtyReport: ConsultationReport = {...report, clusters, summary: vectors.join('\n'), final: {id: 'f', title: vectors[0] ?? ''}};
const publicly: PublicCommentList = {
  items: vectors.map((dirty, i) => ({
    ...{id: id(i), shown: 'whole', at: '2026-11-01T02:00:00Z', text: dirty, name: dirty},
    anchors: [{section: 'art-4', quote: {exact: dirty}}],
  })),
  ...{total: vectors.length, nextCursor: null, prevCursor: null, sections: [{section: 'art-4', count: vectors.length}]},
};
const mine: Partial<MyComments> = {
  comments: vectors.map((dirty, i) => ({
    ...{id: id(i), text: dirty, state: 'rejected', publish: true, rejection: {reason: 'other', note: dirty}},
    ...{anchors: [{section: 'art-4'}], moves: ['withdraw', 'consent', 'appeal']},
  })),
  files: vectors.map((dirty, i) => ({id: String(i).padStart(22, '0'), name: dirty, mediaType: 'application/pdf', bytes: 1})),
};
const changes: DocumentComparison = {
  before: {id: 'a', title: vectors[0] ?? '', version: 1},
  after: {id: 'b', title: vectors[0] ?? '', version: 1},
  rows: vectors.map((dirty, i) => ({
    change: 'changed',
    before: {id: i ? 'art-9' : 'art-4', label: dirty, heading: dirty},
    after: {id: 'art-4', label: dirty},
    words: (['keep', 'insert', 'delete'] as const).map((op) => ({op, text: dirty})),
  })),
};
const json = (body: unknown): Response => new Response(JSON.stringify(body), {headers: {'content-type': 'application/json'}});
const ANSWERS: Readonly<Record<string, unknown>> = {report: dirtyReport, comments: publicly, comparison: changes};

/** Elements in places of text that are not the slice's own. */
const smuggled = (root: ParentNode): string[] =>
  [...root.querySelectorAll('.prose, blockquote, .words, .what strong, th > span, [dir="auto"]')].flatMap((place) =>
    [...place.querySelectorAll('*:not(span, p, ins, del)')].map(({outerHTML}) => outerHTML),
  );

describe('the XSS corpus in a consultation', () => {
  before(function () {
    if (vectors.length === 0) this.skip();
    setAlarm();
  });
  beforeEach(() => (executed.length = 0));

  it('runs nowhere in the report, in what changed, in public opinions, in one’s own', async function () {
    this.timeout(60_000);
    const server = new Consultations([consultation('reported', {counts: {published: vectors.length}})], mine);
    const override = (url: URL): Response | undefined => {
      const part = /\/consultations\/[^/]+\/(\w+)$/.exec(url.pathname)?.[1] ?? '';
      return part in ANSWERS ? json(ANSWERS[part]) : undefined;
    };
    const {endpoint} = useBackend({consultations: server, override});
    const box = document.body.appendChild(document.createElement('div'));
    render(html`<zwgk-consultation endpoint=${endpoint} consultation-id="con-reported" url-key="" kiosk></zwgk-consultation>`, box);
    const root = (await until('the widget', () => deepAll(box, 'zwgk-consultation')[0]?.shadowRoot)) as ShadowRoot;
    await until('the public ones', () => root.querySelectorAll('.public .prose').length === vectors.length);
    for (const [name, words] of [
      ['回执编号', 'Y20261125-000001'],
      ['查询码', 'K7M4-9QXT-2RW8'],
    ] as const) {
      const field = byName(root, 'input', name) as HTMLInputElement;
      field.value = words;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }
    byName(root, 'button', '查一查')!.click();
    await until('one’s own', () => root.querySelectorAll('.mine-answer .prose').length === vectors.length);
    byName(root, 'button', '看改了哪些字')!.click();
    await until('the changes', () => root.querySelectorAll('tr.change .row').length > 0);
    byName(root, 'button', '看全文的改动')!.click();
    await until('all changes', () => root.querySelectorAll('.texts .row').length === vectors.length);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const left = smuggled(root);
    const themes = [...root.querySelectorAll('tbody th > span:first-child')].map(({textContent}) => textContent.replace(/^\d+\. /, ''));
    const said = [...root.querySelectorAll('.public .prose')].map(({textContent}) => textContent);
    box.remove();
    expect(left).to.deep.equal([]);
    expect(executed).to.deep.equal([]);
    expect(said).to.deep.equal(vectors);
    expect(themes).to.deep.equal(vectors);
  });

  it('runs nowhere in the list', async function () {
    this.timeout(60_000);
    const items = vectors.map((dirty, i) => consultation('open', {id: `con-${i}`, title: dirty, sponsorName: dirty}));
    const {endpoint} = useBackend({consultations: new Consultations(items)});
    const box = document.body.appendChild(document.createElement('div'));
    const href = 'javascript:xss(1)//{id}';
    render(html`<zwgk-consultation endpoint=${endpoint} url-key="" consultation-href=${href}></zwgk-consultation>`, box);
    const names = await until('all of them', () => {
      const all = deepAll(box, '.list .name');
      return all.length === items.length && all;
    });
    const links = deepAll(box, '.list a').map(({outerHTML}) => outerHTML);
    const left = names.flatMap((name) => [...name.querySelectorAll('*:not(button, span)')].map(({outerHTML}) => outerHTML));
    const titles = names.map(({textContent}) => textContent.trim());
    box.remove();
    expect(left).to.deep.equal([]);
    expect(links).to.deep.equal([]);
    expect(executed).to.deep.equal([]);
    expect(titles).to.deep.equal(vectors.map((vector) => vector.trim()));
  });
});
