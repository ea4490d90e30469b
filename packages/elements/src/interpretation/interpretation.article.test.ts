import {expect, fixture, html} from '@open-wc/testing';
import './zwgk-interpretation.ts';
import {useBackend} from '../testing/backend.ts';
import {explained, policy} from '../testing/interpretation.ts';
import {byName, until} from '../testing/wait.ts';

const LINES = policy.body!.map(
  ({label, heading, blocks}) => `${label}　${heading ?? ''}${blocks.map((one) => ('text' in one ? one.text : '')).join('')}`,
);

/** A page that shows the policy in its own way, as old pages do: line breaks, wide spaces, words split by markup. */
async function page(lines: readonly string[] = LINES, head = policy.title, number = ''): Promise<HTMLElement> {
  const article = await fixture<HTMLElement>(html`<div id="article"></div>`);
  article.style.inlineSize = '500px';
  article.append(Object.assign(document.createElement('h1'), {textContent: head}), document.createTextNode(number));
  for (const line of lines) {
    const [start, ...rest] = line.split('、');
    const bold = Object.assign(document.createElement('b'), {textContent: start!});
    article.append(document.createElement('br'), '　　', bold, rest.length > 0 ? `、\n   ${rest.join('、')}` : '');
  }
  return article;
}
async function decorate(more: Record<string, string> = {documentId: 'lift'}): Promise<ShadowRoot> {
  const {endpoint} = useBackend(explained());
  const element = await fixture<HTMLElement>(
    html`<zwgk-interpretation endpoint=${endpoint} url-key="" for="#article"></zwgk-interpretation>`,
  );
  Object.assign(element, more);
  return element.shadowRoot!;
}
const text = (root: ParentNode): string => (root.textContent ?? '').replace(/\s+/g, ' ');
const shown = (root: ParentNode, part: string) => until(part, () => text(root).includes(part));
const named = (root: ParentNode, selector: string, name: string | RegExp) => until(String(name), () => byName(root, selector, name));
const lit = (): string => [...(CSS.highlights.get('zwgk-passage') ?? [])].map((range) => String(range).replace(/\s/g, '')).join('|');

async function consoleOf(act: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const {error} = console;
  console.error = (line: string) => said.push(line);
  try {
    await act();
    await until('a fix', () => said.length > 0);
  } finally {
    console.error = error;
  }
  return said;
}
function label(name: string, content: string): () => void {
  const meta = document.head.appendChild(document.createElement('meta'));
  Object.assign(meta, {name, content});
  return () => meta.remove();
}

describe('a reader of an article that the page itself shows', () => {
  it('sees the passage lit up where it stands, and comes back', async function () {
    if (!('highlights' in CSS)) this.skip();
    await page();
    const root = await decorate();
    (await named(root, 'button', '看原文第二条')).click();
    await until('the passage', () => lit() === '建成满十五年、四层以上、未设电梯');
    const back = await named(root, 'button', '回到解读：哪些楼能装');
    await until('the way back has the focus', () => root.activeElement === back);
    await shown(root, '第二条 建成满十五年');
    back.click();
    await until('the explanation', () => root.activeElement?.getAttribute('aria-label') === '哪些楼能装');
  });
  it('sees a mark beside each article that is explained, level with it', async () => {
    const article = await page();
    const root = await decorate();
    const mark = await named(root, 'button', '第二条有 1 处解读：哪些楼能装');
    const line = [...article.querySelectorAll('b')].find((one) => one.textContent.startsWith('第二条'))!.getBoundingClientRect();
    await until('level', () => Math.abs(mark.getBoundingClientRect().top - line.top) < 30);
    expect(mark.getBoundingClientRect().left >= article.getBoundingClientRect().right - 1).to.equal(true);
    mark.click();
    await until('the explanation', () => root.activeElement?.getAttribute('aria-label') === '哪些楼能装');
  });
  it('meets the marks in the order of the text, whatever the order of the explanations', async () => {
    await page();
    const root = await decorate();
    await named(root, 'button', '第二条有 1 处解读：哪些楼能装');
    const marks = [...root.querySelectorAll('.gutter-mark')].map((mark) => mark.getAttribute('aria-label')!.slice(0, 3));
    expect(marks).to.deep.equal(['第一条', '第二条', '第四条', '第六条']);
  });
  it('finds the mark level with its article when the page changes', async () => {
    const article = await page();
    const root = await decorate();
    const mark = await named(root, 'button', '第二条有 1 处解读：哪些楼能装');
    article.prepend(Object.assign(document.createElement('div'), {style: 'block-size: 200px'}));
    const line = (): number =>
      [...article.querySelectorAll('b')].find((one) => one.textContent.startsWith('第二条'))!.getBoundingClientRect().top;
    await until('level again', () => Math.abs(mark.getBoundingClientRect().top - line()) < 30);
  });
  it('finds the article as the page made it: nothing is put in, nothing taken out', async () => {
    const article = await page();
    const before = article.outerHTML;
    let changes = 0;
    new MutationObserver((records) => (changes += records.length)).observe(article, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const root = await decorate();
    (await named(root, 'button', '看原文第二条')).click();
    await named(root, 'button', '回到解读：哪些楼能装');
    expect([article.outerHTML === before, changes]).to.deep.equal([true, 0]);
  });
  it('has no mark over the text where there is no room beside it', async () => {
    const article = await page();
    article.style.inlineSize = 'auto';
    article.style.margin = '0 -8px';
    const root = await decorate();
    await named(root, 'button', '看原文第二条');
    await until('hidden', () => root.querySelector('.gutter[hidden]'));
  });
});

describe('a passage that the page does not print as the document has it', () => {
  it('is listed without a way to it', async () => {
    await page(LINES.map((line) => line.replace('四层以上', '五层以上')));
    const root = await decorate();
    await shown(root, '这个网页上的原文里没有找到这一处');
    expect(byName(root, 'button', '看原文第二条')).to.equal(undefined);
  });
  it('is not looked for in another article', async () => {
    await page(
      LINES.map((line) =>
        line.startsWith('第二条') ? '第二条　（略）' : line.replace('第三条　', '第三条　建成满十五年、四层以上、未设电梯，'),
      ),
    );
    const root = await decorate();
    await shown(root, '这个网页上的原文里没有找到这一处');
    expect(byName(root, 'button', '看原文第二条')).to.equal(undefined);
  });
  it('is in doubt where the page prints the number of its article twice', async () => {
    await page([...LINES, '第二条　另一份文件的第二条。']);
    const root = await decorate();
    await shown(root, '这个网页上的原文里没有找到这一处');
    expect(byName(root, 'button', '看原文第二条')).to.equal(undefined);
  });
});

describe('a page that does not name its document', () => {
  it('is known by the labels of government pages', async () => {
    await page(LINES, '政策文件');
    const remove = label('ArticleTitle', policy.title);
    try {
      await shown(await decorate({}), '哪些楼能装');
    } finally {
      remove();
    }
  });
  it('is known by the number in its text, with the title', async () => {
    await page(LINES, policy.title, '苏示规〔2026〕18号');
    await shown(await decorate({}), '哪些楼能装');
  });
  it('is not taken for a document that it only cites', async () => {
    await page(['根据苏示规〔2026〕18号文件，现通知如下。'], '关于另一件事的通知');
    expect((await consoleOf(() => decorate({}))).join()).to.contain('<meta name="document-id"');
  });
  it('tells its author when the selector finds nothing', async () => {
    expect((await consoleOf(() => decorate({for: '#nowhere'}))).join()).to.contain('for="#nowhere" finds no element');
  });
  it('tells its author when the selector is none', async () => {
    expect((await consoleOf(() => decorate({for: '##'}))).join()).to.contain('for="##" finds no element');
  });
});
