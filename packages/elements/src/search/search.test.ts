import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import './zwgk-search.ts';
import '../catalog/zwgk-catalog.ts';
import '../config/zwgk-config.ts';
import '../document/zwgk-document.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {makeItems} from '../testing/fixtures.ts';
import {byName, deepAll, until} from '../testing/wait.ts';
import type {ZwgkSearch} from './search.ts';

interface Visit {
  readonly search: ZwgkSearch;
  readonly root: ShadowRoot;
  readonly requests: URL[];
}
async function visit(scenario: Scenario = {}, attributes: Record<string, string> = {}): Promise<Visit> {
  const {endpoint, requests} = useBackend(scenario);
  const search = await fixture<ZwgkSearch>(
    html`<zwgk-search endpoint=${endpoint} url-key=""
      ><form action="/search.html"><input name="search.q" aria-label="网页版检索" /><button>检索</button></form></zwgk-search
    >`,
  );
  for (const [name, value] of Object.entries(attributes)) search.setAttribute(name, value);
  await search.updateComplete;
  return {search, root: search.shadowRoot!, requests};
}
const text = (root: ParentNode): string => root.textContent!.replace(/\s+/g, ' ');
const input = (root: ShadowRoot): HTMLInputElement => root.querySelector<HTMLInputElement>('#q')!;
const hits = (root: ShadowRoot): HTMLElement[] => deepAll(root, '.hit');
const status = (root: ShadowRoot): string => root.querySelector('.found')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const options = (root: ShadowRoot): HTMLElement[] => deepAll(root, '[role=option]');
const shown = (root: ShadowRoot, words: string | RegExp) =>
  until(String(words), () => (typeof words === 'string' ? text(root).includes(words) : words.test(text(root))));
const asked = (requests: URL[], path: string): string[] =>
  requests.filter(({pathname}) => pathname.endsWith(path)).map(({searchParams}) => searchParams.get('q')!);
const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

/** Comes to the box, which brings its suggestions along. */
async function near(root: ShadowRoot): Promise<HTMLInputElement> {
  input(root).focus();
  await until('a list that can open', () => root.host && (root.host as unknown as {suggestions?: unknown}).suggestions);
  return input(root);
}
async function find(root: ShadowRoot, words: string): Promise<void> {
  input(root).focus();
  input(root).value = words;
  input(root).dispatchEvent(new InputEvent('input', {bubbles: true}));
  input(root).form!.requestSubmit();
  await until(`an answer to ${words}`, () => hits(root).length > 0 || root.querySelector('.state'));
}
/** The conditions, which a narrow page keeps behind one button. */
async function conditions(root: ShadowRoot): Promise<void> {
  const fold = root.querySelector<HTMLElement>('.fold')!;
  if (fold.getClientRects().length > 0) fold.click();
  await until('the conditions', () => root.querySelector('.facets')?.getClientRects().length);
}

describe('a citizen who looks for something', () => {
  it('finds the very article, reads why it is here, whether it counts, and from whom and when it is', async () => {
    const {root} = await visit();
    await find(root, '公开目录 更新');
    const [first] = hits(root);
    for (const part of [
      '文件',
      '示例市信息公开暂行办法',
      '苏示规〔2019〕2号',
      '示例市住房和城乡建设局',
      '2019年4月9日',
      '已废止',
      '公开目录应当每年更新',
    ])
      expect(text(first!)).to.contain(part);
    expect(first!.querySelector('.badge.attention svg'), 'words and an icon').to.not.equal(null);
    expect(deepAll(first!, 'mark').map(({textContent}) => textContent)).to.include.members(['公开目录', '更新']);
    expect(byName(first!, 'button', '直接看第二条')).to.not.equal(undefined);
    expect(first!.querySelector('.kind')!.textContent).to.contain('正文里有这些字');
  });

  it('finds a number in whatever brackets it is written', async () => {
    const {root} = await visit();
    await find(root, '苏示规[2025]6号');
    expect(text(hits(root)[0]!))
      .to.contain('文号相符')
      .and.to.contain('苏示规〔2025〕6号');
  });

  it('reads the article in place, and comes back to the result they left', async () => {
    const {root} = await visit();
    await find(root, '变更之日');
    byName(root, 'button', '直接看第五条')!.click();
    const opened = await until('the document', () => root.querySelector('zwgk-document')?.shadowRoot);
    await until('the article', () => opened.activeElement?.id === 'art-5');
    byName(root, 'button', '返回检索结果')!.click();
    await until('the link they left', () => root.activeElement?.textContent?.includes('直接看第五条'));
  });

  it('goes to the site’s own pages where the site names them', async () => {
    const {root} = await visit({}, {'document-href': '/doc.html?id={id}#{article}', 'item-href': '/item/{id}', 'agency-href': '/a/{id}'});
    await find(root, '公开目录 更新');
    expect(byName(root, 'a', '直接看第二条')!.getAttribute('href')).to.equal('/doc.html?id=doc-3#art-2');
    expect(byName(root, 'a', '示例市信息公开暂行办法')!.getAttribute('href')).to.equal('/doc.html?id=doc-3');
    await find(root, '示例省教育厅');
    await until('an agency', () => byName(root, 'a', '示例省教育厅')?.getAttribute('href') === '/a/sls-jyt');
    await find(root, '义务教育学校招生范围和程序');
    await until('an item', () => byName(root, 'a', '义务教育学校招生范围和程序')?.getAttribute('href') === '/item/it-4');
  });

  it('finds what explains a policy, and reads it on the site’s page or with its document in place', async () => {
    const {root, search} = await visit();
    await find(root, '放学以后');
    await shown(root, '解读');
    byName(root, 'button', '延时看护一图读懂')!.click();
    await until('its document', () => root.querySelector('zwgk-interpretation')?.getAttribute('document-id') === 'doc-1');
    byName(root, 'button', '返回检索结果')!.click();
    search.setAttribute('interpretation-href', '/jiedu.html?of={document}&id={id}#{article}');
    await until(
      'its page',
      () => byName(root, 'a', '直接看惠民利民举措')?.getAttribute('href') === '/jiedu.html?of=doc-1&id=int-1#benefits',
    );
  });

  it('opens an item and an agency in the catalogue, in place', async () => {
    const {root} = await visit();
    await find(root, '义务教育学校招生范围和程序');
    byName(root, 'button', '义务教育学校招生范围和程序')!.click();
    const catalog = await until('the item', () => root.querySelector('zwgk-catalog')?.shadowRoot);
    await until('its title', () => catalog.querySelector('.view-title')?.textContent?.includes('义务教育'));
  });

  it('never sees the text of what is not public (R3.4)', async () => {
    const {root} = await visit();
    await find(root, '请示事项');
    await shown(root, '没有找到“请示事项”');
  });

  it('narrows by kind, agency and validity, and takes each back', async () => {
    const {root} = await visit();
    await find(root, '示例市');
    const all = status(root);
    byName(root, '.tab', /文件 2/)!.click();
    await until('documents only', () => hits(root).length === 2 && status(root).startsWith('找到 2 条'));
    await until('the focus on the tab', () => root.activeElement?.classList.contains('tab'));
    expect(root.activeElement!.getAttribute('aria-pressed')).to.equal('true');
    await conditions(root);
    byName(root, '.facets .step', /废止/)!.click();
    await until('the repealed one', () => hits(root).length === 1);
    byName(root, '.chip', /是否有效：废止/)!.click();
    await until('both again', () => hits(root).length === 2);
    byName(root, '.tab', /全部/)!.click();
    await until('all again', () => status(root) === all);
  });

  it('pages to the end and back', async () => {
    const {root} = await visit({items: makeItems(200)});
    await find(root, '招生范围');
    await until('many', () => status(root).startsWith('找到 25 条，现在显示第 1–20 条'));
    byName(root, '.step', '下一页')!.click();
    await until('page 2', () => /第 21–25 条/.test(status(root)));
    await until('the focus on the results', () => root.activeElement?.id === 'results');
    byName(root, '.step', '上一页')!.click();
    await until('page 1', () => /第 1–20 条/.test(status(root)));
  });

  it('can have the newest first', async () => {
    const {root} = await visit();
    await find(root, '公开 办法');
    byName(root, '.step', '最新')!.click();
    await until('newest first', () => hits(root).length === 2 && text(hits(root)[0]!).includes('2025年3月14日'));
  });
});

describe('where the words are not quite right', () => {
  it('the reader is told which were read instead, and can insist', async () => {
    const {root} = await visit();
    await find(root, '信息公凯');
    await shown(root, '没有找到“信息公凯”，下面是“信息公开”的结果');
    expect(text(root)).to.contain('读音相同');
    expect(hits(root).length).to.be.greaterThan(0);
    byName(root, 'button', /没有写错/)!.click();
    await until('the literal answer', () => root.querySelector('.state') && hits(root).length === 0);
    expect(text(root)).to.contain('没有找到“信息公凯”').and.to.contain('12345');
  });
  it('a partial match says so before it is read', async () => {
    const {root} = await visit();
    await find(root, '招生范围 充电桩');
    await shown(root, '没有一条同时包含您写的全部词语');
    expect(hits(root).length).to.be.greaterThan(0);
  });
  it('other wordings are named', async () => {
    const {root} = await visit();
    await find(root, '低保');
    await shown(root, '也按“临时救助”找过');
    expect(text(hits(root)[0]!)).to.contain('意思相同的说法');
  });
});

describe('nothing found', () => {
  it('is no dead end: wider, fewer conditions, a request with the words, a telephone (R6.2, R12.2)', async () => {
    const {root} = await visit({}, {'request-href': 'https://slsh.example.com/apply?x=1', agency: 'sls-jyt'});
    await find(root, '青禾镇');
    expect(text(root)).to.contain('没有找到“青禾镇”');
    expect(byName(root, 'a', '申请公开这条信息')!.getAttribute('href')).to.equal(
      `https://slsh.example.com/apply?${new URLSearchParams({x: '1', q: '青禾镇'}).toString()}`,
    );
    expect(byName(root, 'a', '拨打 12345 询问')!.getAttribute('href')).to.equal('tel:12345');
    byName(root, 'button', /不限单位和地区，再找一遍（1 条）/)!.click();
    await until('the wider answer', () => hits(root).length === 1);
    byName(root, '.chip', /不限单位和地区/)!.click();
    await until('the scope again', () => hits(root).length === 0);
  });
  it('makes no link of an address that could run', async () => {
    const run = 'javascript:void 0';
    const {root} = await visit({}, {'request-href': run, 'document-href': run, 'item-href': run, 'agency-href': run});
    await find(root, '没有这个词');
    expect(byName(root, 'a', '申请公开这条信息')?.outerHTML).to.equal(undefined);
    await find(root, '教育');
    await until('hits', () => hits(root).length > 0);
    expect(deepAll(root, 'a').filter((a) => a.getAttribute('href')?.startsWith('javascript:')).length).to.equal(0);
  });
  it('under conditions offers to drop them', async () => {
    const {root} = await visit();
    await find(root, '招生范围');
    await conditions(root);
    const from = deepAll(root, 'input[type=date]')[0] as HTMLInputElement;
    from.value = '2030-01-01';
    from.dispatchEvent(new Event('change'));
    await shown(root, '没有找到“招生范围”');
    byName(root, 'button', '去掉筛选条件再找')!.click();
    await until('results again', () => hits(root).length > 0);
  });
});

describe('suggestions', () => {
  it('follow the typing, walk with the arrows, and Enter searches for the one stood on', async () => {
    const {root} = await visit();
    const field = await near(root);
    await sendKeys({type: '招生'});
    await until('suggestions', () => options(root).length > 0);
    expect(options(root).length).to.be.at.most(8);
    expect(field.getAttribute('aria-expanded')).to.equal('true');
    expect(root.getElementById(field.getAttribute('aria-controls')!)!.getAttribute('role')).to.equal('listbox');
    expect(text(options(root)[0]!)).to.match(/义务教育学校招生范围和程序 ?标题 · 公开目录/);
    await sendKeys({press: 'ArrowDown'});
    await until('the first one', () => options(root)[0]!.getAttribute('aria-selected') === 'true');
    expect(field.getAttribute('aria-activedescendant')).to.equal(options(root)[0]!.id);
    expect(root.activeElement, 'the focus stays in the words').to.equal(field);
    await sendKeys({press: 'ArrowUp'});
    await until('the words again', () => !field.hasAttribute('aria-activedescendant'));
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    await until('its results', () => hits(root).length > 0);
    expect(field.value).to.equal('义务教育学校招生范围和程序');
    expect(options(root).length).to.equal(0);
  });
  it('Escape closes the list, then clears the words', async () => {
    const {root} = await visit();
    const field = await near(root);
    await sendKeys({type: '招生'});
    await until('suggestions', () => options(root).length > 0);
    await sendKeys({press: 'Escape'});
    await until('no list', () => options(root).length === 0);
    expect(field.value).to.equal('招生');
    await sendKeys({press: 'Escape'});
    await until('no words', () => field.value === '');
  });
  it('an arrow in the empty box brings what others look for; a click takes it', async () => {
    const {root} = await visit();
    await near(root);
    await sendKeys({press: 'ArrowDown'});
    const [first] = await until('hot words', () => options(root).length === 3 && options(root));
    expect(text(first!)).to.contain('大家在找');
    await until('the first one', () => first!.getAttribute('aria-selected') === 'true');
    options(root)[2]!.click();
    await until('results', () => hits(root).length > 0);
    expect(input(root).value).to.equal('稻谷补贴');
  });
  it('come at the very first press, which also brings what shows them', async () => {
    const {root} = await visit();
    input(root).dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
    input(root).focus();
    await until('hot words', () => options(root).length === 3);
  });
  it('close when the reader goes elsewhere', async () => {
    const {root} = await visit();
    await near(root);
    await sendKeys({type: '招生'});
    await until('suggestions', () => options(root).length > 0);
    await sendKeys({press: 'Tab'});
    await until('no list', () => options(root).length === 0);
  });
  it('of earlier words never come over those of later ones', async () => {
    const {root, requests} = await visit({
      delay: (url) => ({招: 500, 招生: 300})[url.searchParams.get('q')!] ?? 10,
    });
    const field = await near(root);
    for (const words of ['招', '招生', '救助']) {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', {bubbles: true}));
      await until(`the question about ${words}`, () => asked(requests, '/suggest').includes(words));
    }
    await until('suggestions', () => options(root).length > 0);
    const seen = text(options(root)[0]!);
    expect(seen).to.contain('救助');
    await pause(600);
    expect(text(options(root)[0]!)).to.equal(seen);
  });
  it('that cannot come leave the box as good as before', async () => {
    const {root} = await visit({override: (url) => (url.pathname.endsWith('/suggest') ? problem(500, 'internal') : undefined)});
    await near(root);
    await sendKeys({type: '招生范围'});
    await sendKeys({press: 'Enter'});
    await until('results', () => hits(root).length > 0);
  });
});

describe('an input method', () => {
  const compose = (field: HTMLInputElement, words: string): void => {
    field.value = words;
    field.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true, data: words}));
  };
  it('composes in peace: nothing is asked, and its keys are its own', async () => {
    const {root, requests} = await visit();
    const field = await near(root);
    field.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));
    compose(field, 'zhao');
    compose(field, 'zhao sheng');
    for (const key of ['Enter', 'ArrowDown', 'Escape', '1', ' ']) {
      const event = new KeyboardEvent('keydown', {key, isComposing: true, bubbles: true, cancelable: true});
      field.dispatchEvent(event);
      expect(event.defaultPrevented, key).to.equal(false);
    }
    field.form!.requestSubmit();
    await pause(300);
    expect(requests.length).to.equal(0);
    expect(field.value).to.equal('zhao sheng');
    field.value = '招生';
    field.dispatchEvent(new CompositionEvent('compositionend', {data: '招生', bubbles: true}));
    await until('suggestions', () => options(root).length > 0);
    expect(asked(requests, '/suggest')).to.deep.equal(['招生']);
  });
  it('of Safari ends before its Enter comes: that Enter chooses and sends nothing', async () => {
    const {root, requests} = await visit();
    const field = await near(root);
    await sendKeys({type: '招生'});
    await until('suggestions', () => options(root).length > 0);
    await sendKeys({press: 'ArrowDown'});
    field.dispatchEvent(new CompositionEvent('compositionend', {data: '招生', bubbles: true}));
    const enter = new KeyboardEvent('keydown', {key: 'Enter', keyCode: 229, bubbles: true, cancelable: true});
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented, 'the browser sends no form').to.equal(true);
    await pause(50);
    expect(field.value).to.equal('招生');
    expect(asked(requests, '/search')).to.deep.equal([]);
  });
});

describe('too many words', () => {
  it('are said before they are sent, with what to do, and stay where they are', async () => {
    const {root, requests} = await visit();
    const field = await near(root);
    const write = (words: string): void => {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    };
    write('字'.repeat(58));
    await shown(root, '还可以写 6 个字');
    write('字'.repeat(67));
    await shown(root, '请删去 3 个字再检索');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(field.getAttribute('aria-describedby')).to.contain('room');
    field.form!.requestSubmit();
    await pause(300);
    expect(requests.length).to.equal(0);
    expect(field.value.length).to.equal(67);
    write('😀'.repeat(64));
    await until('room for emoji', () => !field.hasAttribute('aria-invalid'));
  });
  it('operators, wildcards, quotes and markup are text like any other', async () => {
    const {root, requests} = await visit();
    const nasty = '"zz* OR qq=qq;--<img src=x onerror=alert(qq)> NEAR';
    await find(root, nasty);
    expect(asked(requests, '/search')).to.deep.equal([nasty]);
    expect(text(root)).to.contain(`没有找到“${nasty}”`);
    expect(root.querySelector('img')).to.equal(null);
  });
});

describe('the / key', () => {
  it('brings the reader to the box', async () => {
    const {root, search} = await visit();
    await sendKeys({press: '/'});
    await until('the box', () => root.activeElement === input(root));
    expect(input(root).value).to.equal('');
    search.remove();
  });
  it('is a character while they write somewhere, also inside another component', async () => {
    const {search} = await visit();
    const page = await fixture(
      html`<div>
        <textarea aria-label="a"></textarea>
        <p contenteditable="true" aria-label="b">写</p>
        <div id="host"></div>
      </div>`,
    );
    const shadow = page.querySelector('#host')!.attachShadow({mode: 'open'});
    const inner = shadow.appendChild(document.createElement('input'));
    for (const field of [page.querySelector('textarea')!, page.querySelector('p')!, inner]) {
      field.focus();
      await sendKeys({press: '/'});
      expect(search.matches(':focus')).to.equal(false);
    }
    expect(inner.value).to.equal('/');
    inner.blur();
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', [held]: true, bubbles: true, composed: true}));
    expect(search.matches(':focus')).to.equal(false);
  });
  it('is left to the page that wants it', async () => {
    const {search} = await visit({}, {'no-shortcut': ''});
    (document.activeElement as HTMLElement | null)?.blur();
    // Not a real key: Firefox would open its own search bar, which keeps the keyboard.
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true, composed: true}));
    expect(search.matches(':focus')).to.equal(false);
  });
});

describe('words searched for before', () => {
  const KEY = 'zwgk-search-recent';
  beforeEach(() => localStorage.removeItem(KEY));
  after(() => localStorage.removeItem(KEY));
  const kept = (): string | null => localStorage.getItem(KEY);

  it('are offered again where the site switched that on, eight at most, and can be cleared', async () => {
    const {root} = await visit({}, {recent: ''});
    await near(root);
    for (let i = 0; i < 10; i++) await find(root, `招生范围${i % 9}`);
    expect((JSON.parse(kept()!) as string[]).length).to.equal(8);
    await sendKeys({press: 'Escape'});
    await sendKeys({press: 'ArrowDown'});
    await until('the last one', () => options(root)[0] && text(options(root)[0]!).includes('招生范围0'));
    expect(text(options(root)[0]!)).to.contain('最近找过');
    byName(root, 'button', '清除最近找过的词')!.click();
    await until('none of them', () => !text(root).includes('最近找过'));
    expect(kept()).to.equal(null);
    expect(root.activeElement === input(root)).to.equal(true);
  });
  it('are not kept unless the site says so', async () => {
    const {root} = await visit();
    await near(root);
    await find(root, '招生范围');
    expect(kept()).to.equal(null);
  });
  it('are never kept on a shared computer, and removed from it', async () => {
    localStorage.setItem(KEY, '["别人的事"]');
    const {root} = await visit({}, {recent: '', 'shared-computer': ''});
    await near(root);
    await sendKeys({press: 'ArrowDown'});
    await until('hot words', () => options(root).length > 0);
    expect(text(root)).to.not.contain('别人的事');
    await find(root, '招生范围');
    expect(kept()).to.equal(null);
  });
  it('are done without where the browser refuses to keep anything', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    try {
      const {root} = await visit({}, {recent: ''});
      await near(root);
      await find(root, '招生范围');
      expect(hits(root).length).to.be.greaterThan(0);
    } finally {
      Object.defineProperty(window, 'localStorage', real);
    }
  });
});

describe('answers that come in another order than the questions', () => {
  it('never put old results over new ones', async () => {
    const delays: Readonly<Record<string, number>> = {临时救助: 450, 稻谷补贴: 300, 招生范围: 150, 信息公开: 10};
    const {root} = await visit({delay: (url) => (url.pathname.endsWith('/search') ? (delays[url.searchParams.get('q')!] ?? 0) : 0)});
    const seen: string[] = [];
    root.host.addEventListener('zwgk-search-results', (event) =>
      seen.push((event as CustomEvent<{filters: {q: string}}>).detail.filters.q),
    );
    for (const words of Object.keys(delays)) {
      input(root).value = words;
      input(root).form!.requestSubmit();
      await (root.host as ZwgkSearch).updateComplete;
    }
    await until('the last answer', () => hits(root).length > 0);
    await pause(600);
    expect(seen).to.deep.equal(['信息公开']);
    expect(text(hits(root)[0]!)).to.contain('信息公开');
  });
});

describe('the page’s address', () => {
  afterEach(() => history.replaceState(null, '', location.pathname));
  it('carries the search under its own name; back goes back', async () => {
    history.replaceState(null, '', `?other=1&search.q=${encodeURIComponent('示例市')}&search.type=document`);
    const {endpoint} = useBackend();
    const search = await fixture<ZwgkSearch>(html`<zwgk-search endpoint=${endpoint}></zwgk-search>`);
    const root = search.shadowRoot!;
    await until('what the address says', () => status(root).startsWith('找到 2 条'));
    expect(input(root).value).to.equal('示例市');
    byName(root, 'a.tab', /^全部/)!.click();
    await until('all kinds', () => !status(root).startsWith('找到 2 条') && status(root).startsWith('找到'));
    expect(new URLSearchParams(location.search).get('other')).to.equal('1');
    expect(location.search).to.not.contain('type');
    await find(root, '招生范围');
    await until('other words', () => location.search.includes(encodeURIComponent('招生范围')));
    history.back();
    await until('the words before', () => input(root).value === '示例市');
    history.back();
    await until('the kind before', () => status(root).startsWith('找到 2 条'));
    byName(root, 'a', '示例市信息公开办法')!.click();
    await until('the article in the address', () => location.search.includes('search.open=document'));
    history.back();
    await until('the list', () => hits(root).length > 0);
  });
  it('is not touched when the page’s author opts out', async () => {
    const before = location.href;
    const {root} = await visit();
    await find(root, '公开');
    expect(location.href).to.equal(before);
  });
});

describe('box and results in two places', () => {
  it('work as one', async () => {
    const {endpoint} = useBackend();
    const page = await fixture(
      html`<zwgk-config endpoint=${endpoint}>
        <header><zwgk-search id="find" action="/elsewhere.html" url-key=""></zwgk-search></header>
        <main><zwgk-search for="find" document-href="/doc?{id}"></zwgk-search></main>
      </zwgk-config>`,
    );
    const [box, place] = [...page.querySelectorAll('zwgk-search')].map(({shadowRoot}) => shadowRoot!);
    await until('a box', () => input(box!));
    expect(input(place!), 'one box only').to.equal(null);
    input(box!).value = '公开 更新';
    input(box!).form!.requestSubmit();
    await until('results in their place', () => hits(place!).length > 0);
    expect(hits(box!).length).to.equal(0);
    byName(place!, '.step', '最新')!.click();
    await until('newest first', () => text(hits(place!)[0]!).includes('2025年3月14日'));
    expect(byName(place!, 'a', '示例市信息公开办法')!.getAttribute('href')).to.equal('/doc?doc-1');
  });
  it('a place without a box says what to mend, once, and keeps the page’s links', async () => {
    const said: unknown[] = [];
    const real = console.error;
    console.error = (...words: unknown[]) => said.push(words[0]);
    try {
      const place = await fixture<ZwgkSearch>(html`<zwgk-search for="nobody"><a href="/list">网页版</a></zwgk-search>`);
      place.requestUpdate();
      await place.updateComplete;
      expect(place.querySelector('a')!.getClientRects().length).to.be.greaterThan(0);
    } finally {
      console.error = real;
    }
    expect(said.filter((line) => String(line).includes('for="nobody"')).length).to.equal(1);
  });
});

describe('when something is in the way', () => {
  it('a slow answer says that it is slow', async () => {
    const {root} = await visit({delay: (url) => (url.pathname.endsWith('/search') ? Infinity : 0)});
    input(root).value = '公开';
    input(root).form!.requestSubmit();
    await shown(root, '正在查找…');
    await shown(root, '网络有点慢');
  });
  it('a failure says what to do and tries again, with the words still there', async () => {
    let broken = true;
    const {root} = await visit({override: () => (broken ? problem(500, 'internal') : undefined)});
    await find(root, '公开');
    await shown(root, '数据服务出了故障');
    expect(text(root)).to.contain('12345').and.not.to.contain('internal');
    broken = false;
    byName(root, 'button', '再试一次')!.click();
    await until('results', () => hits(root).length > 0);
    expect(input(root).value).to.equal('公开');
  });
  it('a device without a network hears so, and is tried again when it has one', async () => {
    let online = false;
    const {search, root} = await visit({
      override: () => {
        if (!online) throw new TypeError('failed');
        return undefined;
      },
    });
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    Object.defineProperty(Navigator.prototype, 'onLine', {configurable: true, get: () => online});
    try {
      await find(root, '公开');
      await shown(root, '没有联网');
      online = true;
      window.dispatchEvent(new Event('online'));
      await until('results', () => hits(root).length > 0);
      expect(search.isConnected).to.equal(true);
    } finally {
      Object.defineProperty(Navigator.prototype, 'onLine', real);
    }
  });
  it('a page that says nowhere where to ask keeps its own form', async () => {
    const search = await fixture<ZwgkSearch>(html`<zwgk-search url-key=""><a href="/list">网页版</a></zwgk-search>`);
    await until('the page’s link', () => search.querySelector('a')!.getClientRects().length > 0);
  });
  it('what was written before the box was there is not lost', async () => {
    const {endpoint} = useBackend();
    const search = document.createElement('zwgk-search') as ZwgkSearch;
    search.setAttribute('endpoint', endpoint);
    search.setAttribute('url-key', '');
    const early = search.appendChild(document.createElement('input'));
    early.value = '写到一半';
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.append(search);
    await until('the words', () => search.shadowRoot && input(search.shadowRoot)?.value === '写到一半');
  });
});

describe('a screen reader', () => {
  it('hears how many there are, and when there is nothing', async () => {
    const {root} = await visit();
    await find(root, '公开 办法');
    await until('the count', () => deepAll(root, '[role=status]').some((region) => text(region).includes('找到 2 条')));
    await find(root, '没有这个');
    await until('nothing', () => deepAll(root, '[role=status]').some((region) => text(region).includes('没有找到“没有这个”')));
  });
});

describe('another language', () => {
  it('is followed while the page is open', async () => {
    const {search, root} = await visit();
    await find(root, '公开 办法');
    search.lang = 'en';
    await shown(root, /Search.*2 results/);
    await shown(root, 'Repealed: for reference only');
    search.lang = 'zh-TW';
    await shown(root, '僅供查閱');
    search.lang = '';
    await shown(root, '仅供查阅');
  });
});

describe('events', () => {
  it('tell of results, of a selection and of an error', async () => {
    const seen: string[] = [];
    const listen = (event: Event): unknown => seen.push(event.type);
    const types = ['zwgk-search-results', 'zwgk-search-select', 'zwgk-search-error'];
    for (const type of types) document.addEventListener(type, listen);
    const {root} = await visit({override: (url) => (url.searchParams.get('q') === '坏' ? problem(500, 'internal') : undefined)});
    await find(root, '公开 办法');
    byName(root, 'button', '示例市信息公开办法')!.click();
    await until('the document', () => root.querySelector('zwgk-document'));
    input(root).value = '坏';
    input(root).form!.requestSubmit();
    await until('the error', () => seen.includes('zwgk-search-error'));
    for (const type of types) document.removeEventListener(type, listen);
    expect(seen).to.deep.equal(types);
  });
});
