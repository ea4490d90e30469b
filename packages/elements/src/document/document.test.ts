import {expect, fixture, html} from '@open-wc/testing';
import './zwgk-document.ts';
import {useBackend, type Scenario} from '../testing/backend.ts';
import {documents} from '../testing/fixtures.ts';
import {byName, until} from '../testing/wait.ts';
import type {ZwgkDocument} from './document.ts';

async function read(scenario: Scenario = {}, id = 'doc-1'): Promise<{element: ZwgkDocument; root: ShadowRoot}> {
  const {endpoint} = useBackend(scenario);
  const element = await fixture<ZwgkDocument>(html`<zwgk-document endpoint=${endpoint} document-id=${id}></zwgk-document>`);
  return {element, root: element.shadowRoot!};
}
const text = (root: ShadowRoot): string => root.textContent.replace(/\s+/g, ' ');
const shown = (root: ShadowRoot, part: string) => until(part, () => text(root).includes(part));

describe('a reader of a public document', () => {
  it('sees the head of an official document (R6.8) and its mark as real text (R3.7)', async () => {
    const {root} = await read();
    await shown(root, '（此件公开发布）');
    for (const part of [
      '索引号',
      '主题分类',
      '发文机关',
      '成文日期',
      '发文字号',
      '发布日期',
      '关键词',
      '苏示规〔2025〕6号',
      '2025年3月14日（周五）',
      '有效',
    ])
      expect(text(root)).to.contain(part);
  });
  it('goes to an article by its link, without the page’s base', async () => {
    const base = document.head.appendChild(document.createElement('base'));
    base.href = 'https://elsewhere.example.com/';
    const here = location.href;
    try {
      const {root} = await read();
      await shown(root, '第四条');
      const link = byName(root, 'a.label', '第四条') as HTMLAnchorElement;
      expect(link.href).to.equal(`${here.split('#')[0]}#${encodeURIComponent('第四条')}`);
      link.click();
      await until('the article has the focus', () => root.activeElement?.id === 'art-4');
    } finally {
      base.remove();
      history.replaceState(null, '', here);
    }
  });
  it('opens at the article that the page asks for', async () => {
    const {endpoint} = useBackend();
    const element = await fixture<ZwgkDocument>(
      html`<zwgk-document endpoint=${endpoint} document-id="doc-1" section="art-5"></zwgk-document>`,
    );
    await until('the article has the focus', () => element.shadowRoot!.activeElement?.id === 'art-5');
  });
  it('arrives at the article that the address names', async () => {
    const here = location.href;
    history.replaceState(null, '', '#第五条');
    const {root} = await read();
    await until('the article has the focus', () => root.activeElement?.id === 'art-5');
    history.replaceState(null, '', here);
  });
  it('reads a table, and downloads attachments that say type and size', async () => {
    const {root} = await read();
    await until('a table', () => root.querySelector('table'));
    await shown(root, 'XLSX，31 KB');
  });
});

describe('a reader of what is not public (R3.4)', () => {
  it('reads the reason and its basis, and there is no text', async () => {
    const {root} = await read({}, 'doc-2');
    await shown(root, '涉及第三方的商业秘密');
    expect(text(root)).to.contain('第三十二条').and.to.contain('申请公开');
    expect(root.querySelector('.body')).to.equal(null);
    expect(text(root)).to.not.contain('此件公开发布');
  });
  it('is told where a part is left out, and why', async () => {
    const body = [{id: 'art-1', kind: 'article' as const, depth: 1, label: '第一条', blocks: [{withheld: '涉及个人隐私'}]}];
    const {root} = await read({documents: [{...documents[0]!, disclosure: 'partial', body}]});
    await shown(root, '此处不公开：涉及个人隐私');
  });
});

describe('a reader of an old text', () => {
  it('is told at the top that it was repealed', async () => {
    const {root} = await read({documents: [{...documents[0]!, validity: 'repealed'}]});
    await shown(root, '已经废止');
  });
});

describe('a link that could run', () => {
  it('in an attachment is shown as text only', async () => {
    const attachments = ['javascript:alert(1)', 'data:text/html,x', ' vbscript:x'].map((url, i) => ({
      name: `附件${i}`,
      url,
      mediaType: 'text/plain',
      bytes: 1,
    }));
    const {root} = await read({documents: [{...documents[0]!, attachments}]});
    await shown(root, '附件2');
    expect(byName(root, 'a', /附件\d/)).to.equal(undefined);
  });
});
