import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import './zwgk-document.ts';
import {TextIndex} from '../foundation/passages.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {lifts, longDocument, replaced} from '../testing/document.ts';
import {documents} from '../testing/fixtures.ts';
import {byName, until} from '../testing/wait.ts';
import type {ZwgkDocument} from './document.ts';

const ALL = [...documents, lifts];
interface Attributes {
  readonly href?: string;
  readonly compact?: boolean;
  readonly plain?: boolean;
}

async function read(id = 'doc-lifts', scenario: Scenario = {documents: ALL}, {href = '', compact = false, plain = false}: Attributes = {}) {
  const {endpoint, requests} = useBackend(scenario);
  const element = await fixture<ZwgkDocument>(
    html`<zwgk-document
      endpoint=${endpoint}
      document-id=${id}
      document-href=${href}
      ?compact=${compact}
      ?plain-copy=${plain}
    ></zwgk-document>`,
  );
  const root = element.shadowRoot!;
  await until('the text', () => root.querySelector('.body section'));
  return {element, root, requests};
}
const text = (root: ParentNode): string => root.textContent!.replace(/\s+/g, ' ');
const said = (root: ShadowRoot): string => [...root.querySelectorAll('[role=status]')].map(({textContent}) => textContent).join('');
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await sendKeys({press: key});
};
const lit = (name: string): string[] => [...((CSS.highlights.get(name) as unknown as Set<Range> | undefined) ?? [])].map(String);

describe('a reader who looks for words in a document', () => {
  const look = async (words: string, id = 'doc-lifts') => {
    const page = await read(id, {documents: [...ALL, longDocument(12)]});
    const box = byName(page.root, 'input', '在本文件中查找') as HTMLInputElement;
    box.focus();
    await sendKeys({type: words});
    const status = (): string => text(page.root.querySelector('.find .soft')!).trim();
    await until('an answer', status);
    return {...page, box, status};
  };

  it('finds them in either script and any width, goes on with Enter, back with Shift+Enter, and ends with Escape', async () => {
    const {root, box, status} = await look('補貼');
    await until('the first', () => status() === '第 1 处，共 6 处');
    await until('it is said', () => said(root).includes('第 1 处，共 6 处'));
    await press('Enter');
    await until('the second', () => status() === '第 2 处，共 6 处');
    for (let i = 0; i < 2; i++)
      box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', shiftKey: true, bubbles: true, cancelable: true}));
    await until('the last', () => status() === '第 6 处，共 6 处');
    byName(root, 'button', '下一处')!.click();
    await until('round again', () => status() === '第 1 处，共 6 处');
    await press('Escape');
    await until('all is out', () => status() === '' && box.value === '');
  });
  it('sees every place and the one they are at', async function () {
    if (!('highlights' in CSS)) return this.skip();
    await look('２０万元');
    await until('all', () => lit('zwgk-find').join() === '20万元,20万元');
    expect(lit('zwgk-current').length).to.equal(1);
  });
  it('finds an article by its number, and what is in the text once it is a link', async () => {
    const {status} = await look('第四条');
    await until('label and links', () => status() === '第 1 处，共 3 处');
  });
  it('is not sent across cells or paragraphs', async () => {
    const {status} = await look('四层16万元');
    await until('nothing', () => status() === '没有找到“四层16万元”');
  });
  it('is brought to the place', async () => {
    const {root, status} = await look('第12类', 'doc-long');
    await until('found', () => status() === '第 1 处，共 1 处');
    const seen = (): boolean => {
      const [bar, place] = ['.tools', '#art-12'].map((selector) => root.querySelector(selector)!.getBoundingClientRect());
      return place!.top < innerHeight && place!.bottom > bar!.bottom && bar!.top >= 0;
    };
    await until('the place below the field', seen);
  });
});

describe('a term that the document defines (R4.7)', () => {
  const term = async () => {
    const page = await read();
    const button = await until('the term', () => page.root.querySelector<HTMLElement>('#art-3 .term'));
    return {...page, button};
  };
  it('is explained where it stands, by keyboard, with the way to where it is defined', async () => {
    const {root, button} = await term();
    expect(button.textContent).to.equal('既有多业主住宅');
    button.focus();
    await press('Enter');
    expect(button.ariaExpanded).to.equal('true');
    const note = root.getElementById(button.getAttribute('aria-controls')!)!;
    expect(text(note)).to.contain('建成满15年、四层以上、未设电梯的住宅。');
    byName(note, 'button', '收起')!.click();
    expect(button.ariaExpanded).to.equal('false');
    expect(root.activeElement === button).to.equal(true);
    button.dispatchEvent(new KeyboardEvent('keydown', {key: ' ', bubbles: true, cancelable: true}));
    byName(root, '.note a', '定义在第二条')!.click();
    await until('the definition has the focus', () => root.activeElement?.id === 'art-2');
    history.replaceState(null, '', location.pathname + location.search);
  });
  it('is marked once an article, and not where it is defined', async () => {
    const {root} = await term();
    expect([...root.querySelectorAll('.term')].map((one) => one.closest('section')!.id)).to.deep.equal(['art-1', 'art-3']);
  });
  it('stands in a list of the document’s own terms', async () => {
    const {root} = await term();
    byName(root, 'summary', '本文件的用语（2）')!.click();
    const list = await until('the list', () => root.querySelector('.terms'));
    expect(text(list)).to.contain('受理部门 区住房城乡建设部门。 定义在第五条');
  });
});

describe('what the text refers to', () => {
  const link = async (page: {root: ShadowRoot}, selector: string) =>
    until('a link', () => page.root.querySelector<HTMLElement>(`${selector} .ref`));

  it('is a link to the article, in tables too, and the text stays what it was', async () => {
    const page = await read('doc-lifts', {documents: [{...lifts, references: [], terms: []}]});
    const before = new TextIndex(page.root.querySelector('.body')!).text;
    const {root} = await read();
    const inTable = await link({root}, '#art-6 td');
    expect(inTable.textContent).to.equal('第四条');
    expect(new TextIndex(root.querySelector('.body')!).text).to.equal(before);
    inTable.click();
    await until('the article has the focus', () => root.activeElement?.id === 'art-4');
    expect(decodeURIComponent(location.hash)).to.equal('#第四条');
    history.replaceState(null, '', location.pathname + location.search);
  });
  it('may stand several times in a line', async () => {
    const line = '第一条、第三条和第七条不适用。';
    const at = (words: string, toSection: string) => ({
      section: 'art-9',
      start: line.indexOf(words),
      end: line.indexOf(words) + 3,
      toSection,
    });
    const article = {id: 'art-9', kind: 'article' as const, depth: 1, label: '第九条', blocks: [{text: line}]};
    const references = [at('第一条', 'art-1'), at('第三条', 'art-3'), at('第七条', 'art-7')];
    const {root} = await read('doc-lifts', {documents: [{...lifts, body: [...lifts.body!, article], references}]});
    await link({root}, '#art-9');
    expect([...root.querySelectorAll('#art-9 .ref')].map(({textContent}) => textContent)).to.deep.equal(['第一条', '第三条', '第七条']);
    expect(root.querySelector('#art-9 .text')!.textContent.replace(/\s/g, '')).to.equal(`第九条${line}`);
  });
  it('leads to another document in the same place, and back, with the focus on its title', async () => {
    const page = await read();
    const opened: string[] = [];
    page.element.addEventListener('zwgk-document-open', ({detail}) => opened.push(detail.document.id));
    (await link(page, '#art-3')).focus();
    await press('Enter');
    await until('the title', () => page.root.activeElement?.textContent?.includes('示例市信息公开办法'));
    byName(page.root, 'button', '返回《示例市既有住宅加装电梯办法》')!.click();
    await until('the title', () => page.root.activeElement?.textContent?.includes('加装电梯办法'));
    expect(!byName(page.root, 'button', /^返回/), 'no way further back').to.equal(true);
    expect(opened).to.deep.equal(['doc-1', 'doc-lifts']);
  });
  it('leads to the page that the author names', async () => {
    const page = await read('doc-lifts', undefined, {href: '/doc.html?id={id}#{article}'});
    expect(((await link(page, '#art-3')) as HTMLAnchorElement).href).to.equal(`${location.origin}/doc.html?id=doc-1`);
  });
  it('is plain text in a pane that somebody else steers', async () => {
    const page = await read('doc-lifts', undefined, {compact: true});
    await link(page, '#art-5');
    expect(page.root.querySelectorAll('#art-3 .ref').length).to.equal(0);
  });
});

describe('a reader of an old text', () => {
  it('is led from the notice on top to the one that counts', async () => {
    const {root} = await read('doc-3', {documents: [documents[0]!, replaced]});
    expect(text(root.querySelector('.notice')!))
      .to.contain('已经废止')
      .and.to.contain('现在请看');
    byName(root, '.notice button', /示例市信息公开办法/)!.click();
    await until('the new one', () => text(root).includes('（此件公开发布）') && !root.querySelector('.notice'));
  });
});

describe('a document that is explained (R4.5)', () => {
  it('names its interpretations: by their address, or by an event', async () => {
    const {element, root} = await read();
    const chosen: string[] = [];
    element.addEventListener('zwgk-document-interpretation', ({detail}) => chosen.push(detail.id));
    expect((byName(root, 'nav a', '《示例市既有住宅加装电梯办法》解读') as HTMLAnchorElement).href).to.equal(
      'https://slsh.example.com/jiedu/1',
    );
    byName(root, 'nav button', '一图读懂：老楼装电梯')!.click();
    expect(chosen).to.deep.equal(['int-2']);
  });
});

describe('a reader who wants to know what changed', () => {
  const open = async (scenario: Scenario = {documents: ALL}) => {
    const page = await read('doc-lifts', scenario);
    byName(page.root, 'summary', '版本和前后文件')!.click();
    const button = await until('a way to compare', () => byName(page.root, 'button', '与代替前的文件对照'));
    return {...page, button};
  };
  it('counts the changes first, reads them word by word, and can have the whole', async () => {
    const {root, button} = await open();
    button.click();
    const view = await until('the comparison', () => root.querySelector('.compare'));
    await until('the focus is there', () => root.activeElement === view);
    expect(text(view)).to.contain('改动 1 处，新增 1 处，删除 1 处，移动 1 处，没变 1 处');
    expect(view.querySelectorAll('.row').length).to.equal(4);
    expect(text(view.querySelector('.changed')!)).to.contain('每台给予不超过删除：10。 新增：20。 万元的补贴。'.replaceAll('。 ', '。'));
    expect(text(view.querySelector('.moved')!)).to.contain('第三条 → 第四条');
    byName(view, 'input', '只看有变化的')!.click();
    await until('all rows', () => view.querySelectorAll('.row').length === 5);
  });
  it('chooses among its versions, each by the day of its text', async () => {
    const {root, requests} = await open();
    const button = await until('the versions', () => byName(root, 'button', '第 1 版与现在的文本对照'));
    const rows = [...root.querySelectorAll('.versions li')].map(text);
    expect(rows[0]).to.contain('第 3 版 2026年11月1日（周日）更新').and.to.contain('现在的文本').and.not.to.contain('对照');
    expect(rows[1]).to.contain('第 2 版 2026年9月21日（周一）修改 2026年10月8日（周四）施行');
    expect(rows[2]).to.contain('第 1 版 2026年8月3日（周一）发布 2026年9月1日（周二）施行');
    button!.click();
    await until('the comparison', () => root.querySelector('.compare'));
    expect(requests.at(-1)!.search).to.equal('?version=1');
  });
  it('can try again when it fails', async () => {
    let isDown = true;
    const override = (url: URL): Response | undefined =>
      isDown && url.pathname.endsWith('/comparison') ? problem(503, 'unavailable') : undefined;
    const {root, button} = await open({documents: ALL, override});
    button.click();
    const again = await until('a way on', () => byName(root, 'button', '再试一次'));
    isDown = false;
    again!.click();
    await until('the comparison', () => root.querySelector('.compare'));
  });
});

describe('what is copied', () => {
  /** What the clipboard holds after the elements have spoken: Firefox empties it when the event is over. */
  const copied = async (element: ZwgkDocument, root: ShadowRoot, selector: string): Promise<Record<string, string>> => {
    const selected = root.querySelector(selector)!;
    getSelection()!.setBaseAndExtent(selected, 0, selected, selected.childNodes.length);
    selected.dispatchEvent(new Event('selectstart', {bubbles: true, composed: true}));
    await until('what adds the citation', () => element.details);
    const data: Record<string, string> = {};
    const look = ({clipboardData}: ClipboardEvent): void => {
      for (const type of ['text/plain', 'text/html']) data[type] = clipboardData!.getData(type);
    };
    document.addEventListener('copy', look, {once: true});
    const clipboardData = new DataTransfer();
    selected.dispatchEvent(new ClipboardEvent('copy', {clipboardData, bubbles: true, composed: true, cancelable: true}));
    getSelection()!.removeAllRanges();
    return data;
  };
  it('says where it is from: issuer, title, number, date and the article’s address', async () => {
    const {element, root} = await read();
    const data = await copied(element, root, '#art-4 .text');
    const address = `${location.href.split('#')[0]!}#${encodeURIComponent('第四条')}`;
    expect(data['text/plain']).to.equal(
      `第四条 经竣工验收合格的，每台给予不超过20万元的补贴。同一部电梯不重复补贴。\n\n示例市住房和城乡建设局：《示例市既有住宅加装电梯办法》（苏示规〔2026〕18号），2026年10月13日（周二）。${address}`,
    );
    expect(data['text/html']).to.contain('20万元').and.to.contain('苏示规');
  });
  it('is left alone where it is short, and where the page says so', async () => {
    const short = await read();
    expect((await copied(short.element, short.root, '#art-4 .label'))['text/plain']).to.equal('');
    const plain = await read('doc-lifts', undefined, {plain: true});
    expect((await copied(plain.element, plain.root, '#art-4 .text'))['text/plain']).to.equal('');
  });
});

describe('a reader whose document does not open', () => {
  it('can try again or call, and is not sent to raw data', async () => {
    const {endpoint} = useBackend({override: () => problem(503, 'unavailable')});
    const element = await fixture<ZwgkDocument>(html`<zwgk-document endpoint=${endpoint} document-id="doc-1"></zwgk-document>`);
    const root = element.shadowRoot!;
    await until('the reason', () => text(root).includes('数据服务出了故障'));
    expect(!!byName(root, 'button', '再试一次')).to.equal(true);
    expect(text(root)).to.contain('12345');
    expect(root.querySelectorAll('a').length).to.equal(0);
  });
});

describe('whoever lets the reader act on passages', () => {
  const act = {id: 'act-4', section: 'art-4', label: '：第四条', action: '对这一条提意见'};

  it('gets a button below the section, a slot after it, and none of it into the text', async () => {
    const {element, root} = await read();
    const before = new TextIndex(root.querySelector('#art-4')!).text;
    const told: unknown[] = [];
    element.addEventListener('zwgk-document-mark', ({detail}) => told.push(detail));
    element.marks = [act];
    (await until('the button', () => byName(root, 'button', '对这一条提意见：第四条'))).click();
    expect(told).to.deep.equal([{ids: ['act-4'], section: 'art-4'}]);
    expect(root.querySelector('#art-4 slot[name=art-4]') !== null).to.equal(true);
    expect(new TextIndex(root.querySelector('#art-4')!).text).to.equal(before);
  });
  it('hears what is selected, in the first section that may be acted on, and when nothing is any more', async () => {
    const {element, root} = await read();
    const told: (string | undefined)[] = [];
    element.addEventListener('zwgk-document-passage', ({detail: {passage}}) =>
      told.push(passage && `${passage.section} ${passage.start} ${passage.text}`),
    );
    element.marks = [act];
    await until('the button', () => byName(root, 'button', /对这一条提意见/));
    const index = new TextIndex(root.querySelector('#art-4')!);
    const {startContainer, startOffset} = index.range(3, 4)!;
    const end = new TextIndex(root.querySelector('#art-5')!).range(0, 5)!;
    getSelection()!.setBaseAndExtent(startContainer, startOffset, end.endContainer, end.endOffset);
    await until('the passage', () => told.length > 0);
    expect(told[0]).to.equal(`art-4 3 ${index.text.slice(3)}`);
    getSelection()!.removeAllRanges();
    await until('the end of it', () => told.length > 1);
    expect(told[1]).to.equal(undefined);
  });
});
