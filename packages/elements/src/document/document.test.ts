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
    expect(root.querySelectorAll('.body').length).to.equal(0);
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
  it('is never told that a draft is in force (R3.9)', async () => {
    const {root} = await read({documents: [{...documents[0]!, draft: true}]});
    await until('the head', () => /有效性\s*征求意见稿/.test(text(root)));
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
    expect(!!byName(root, 'a', /附件\d/)).to.equal(false);
  });
});

describe('a pane beside something else', () => {
  const marks = [
    {id: 'f-1', section: 'art-3', start: 2, end: 6, label: '谁来编目录'},
    {id: 'f-2', section: 'art-3', label: '目录写什么'},
    {id: 'f-3', section: 'art-5', label: '多久更新'},
  ];
  const pane = async (): Promise<{element: ZwgkDocument; root: ShadowRoot}> => {
    const {endpoint} = useBackend();
    const box = await fixture<HTMLElement>(
      html`<div style="block-size: 300px; overflow: auto">
        <zwgk-document compact endpoint=${endpoint} document-id="doc-1" .marks=${marks}></zwgk-document>
      </div>`,
    );
    const element = box.firstElementChild as ZwgkDocument;
    await until('the text', () => byName(element.shadowRoot!, 'button', /2 条解读/));
    return {element, root: element.shadowRoot!};
  };
  const lit = (): string[] => [...((CSS.highlights.get('zwgk-passage') as unknown as Set<Range> | undefined) ?? [])].map(String);

  it('shows the text alone: no red head, no buttons to take it along, what it is behind a word', async () => {
    const {root} = await pane();
    expect(root.querySelectorAll('.red').length).to.equal(0);
    expect(!!byName(root, 'button', '打印')).to.equal(false);
    expect(byName(root, 'summary', '文件信息')!.closest('details')!.open).to.equal(false);
  });
  it('has one button for all that is said about an article, and tells which', async () => {
    const {element, root} = await pane();
    let told: unknown;
    element.addEventListener('zwgk-document-mark', ({detail}) => (told = detail));
    byName(root, 'button', '这里有 2 条解读：谁来编目录；目录写什么')!.click();
    expect(told).to.deep.equal({ids: ['f-1', 'f-2'], section: 'art-3'});
  });
  it('brings a passage into view inside the pane alone, lights it up, and moves the focus when asked', async () => {
    const {element, root} = await pane();
    const [box, before] = [element.parentElement!, scrollY];
    expect(element.show('art-5', 0, 4, {focus: true})).to.equal(true);
    expect(root.activeElement?.id).to.equal('art-5');
    await until('the passage is lit', () => !('highlights' in CSS) || lit().join() === '目录变更');
    const [frame, place] = [box.getBoundingClientRect(), root.getElementById('art-5')!.getBoundingClientRect()];
    expect(place.top >= frame.top && place.bottom <= frame.bottom, 'in view').to.equal(true);
    expect(scrollY).to.equal(before);
    expect(element.show('art-3')).to.equal(true);
    expect(root.activeElement?.id).to.equal('art-5');
    await until('nothing is lit', () => !('highlights' in CSS) || lit().length === 0);
  });
  it('says when there is no such section', async () => {
    const {element} = await pane();
    expect(element.show('art-99')).to.equal(false);
  });
  it('keeps the text as it is when marks come and go', async () => {
    const {element, root} = await pane();
    const words = root.querySelector('#art-3 .text')!.lastChild;
    element.marks = [];
    await until('no buttons', () => !root.querySelector('.gutter'));
    expect(root.querySelector('#art-3 .text')!.lastChild === words).to.equal(true);
  });
});

describe('a reader who opens a document', () => {
  it('stands at its title, not at a nameless box', async () => {
    const {endpoint} = useBackend();
    const element = await fixture<ZwgkDocument>(
      html`<zwgk-document endpoint=${endpoint} document-id="doc-1" tabindex="-1"></zwgk-document>`,
    );
    element.focus();
    const title = await until('the title', () => element.shadowRoot!.activeElement);
    expect(title.textContent).to.contain('示例市信息公开办法');
  });
});
