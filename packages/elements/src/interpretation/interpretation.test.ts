import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../document/zwgk-document.ts';
import './zwgk-interpretation.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {briefing, explained, main, onTime, practice} from '../testing/interpretation.ts';
import {byName, deepAll, until} from '../testing/wait.ts';
import type {ZwgkInterpretation} from './interpretation.ts';
import {zhHans} from './interpretation.strings.ts';

interface Visit {
  readonly element: ZwgkInterpretation;
  readonly root: ShadowRoot;
  /** What was asked of the service. */
  readonly requests: readonly URL[];
  /** Name or text of what has the focus, across shadow roots. */
  focused(): string;
}
async function visit(scenario: Scenario = explained(), {width = 1000, urlKey = '', interpretation = ''} = {}): Promise<Visit> {
  const {endpoint, requests} = useBackend(scenario);
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const element = document.createElement('zwgk-interpretation');
  Object.assign(element, {endpoint, documentId: 'lift', urlKey, interpretation});
  element.append(Object.assign(document.createElement('a'), {href: 'https://sls.example.com/lift', textContent: '网页版'}));
  box.append(element);
  const root = element.shadowRoot!;
  return {
    element,
    root,
    requests,
    focused: () => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return (active?.getAttribute('aria-label') ?? active?.textContent ?? '').replace(/\s+/g, ' ').trim();
    },
  };
}
const text = (root: ParentNode): string => (root.textContent ?? '').replace(/\s+/g, ' ');
const shown = (root: ParentNode, part: string) => until(part, () => text(root).includes(part));
const named = (root: ParentNode, selector: string, name: string | RegExp) => until(String(name), () => byName(root, selector, name));
const press = async (root: ParentNode, selector: string, name: string | RegExp) => (await named(root, selector, name)).click();
/** Words that are lit up. */
const lit = (): string => [...(CSS.highlights.get('zwgk-passage') ?? [])].map(String).join('|');
const bothReady = (root: ShadowRoot) => named(root, 'button', '看原文第二条');
const part = (root: ShadowRoot, name: string) =>
  until(name, () => [...root.querySelectorAll<HTMLElement>('.part')].find((one) => text(one.querySelector('h4')!).includes(name)));

describe('a reader of an interpretation', () => {
  it('waits for the document once, though it moves from where it loads to where it is read', async () => {
    const {root, requests} = await visit(explained({}, {delay: ({pathname}) => (pathname.endsWith('/documents/lift') ? 600 : 1)}));
    await bothReady(root);
    expect(requests.filter(({pathname}) => pathname.endsWith('/documents/lift')).length).to.equal(1);
  });
  it('is told what it explains, that the document decides, who speaks and when (R4.1, R4.2, R4.4)', async () => {
    const {root} = await visit();
    await shown(root, '《示例省既有住宅加装电梯补贴办法》（苏示规〔2026〕18号）');
    expect(text(root).split('没有法律效力').length).to.equal(2);
    for (const words of ['示例省住房和城乡建设厅 起草部门', '示例省财政厅', '周示例，', '第一解读人', '按时发布', '演示数据'])
      expect(text(root)).to.contain(words);
  });
  it('is told how soon after the document it came, where both times are known (R4.4)', async () => {
    const {element, root} = await visit(explained({items: [main], duty: {...onTime, minutesAfter: 130}}));
    await shown(root, '按时发布，文件发布后 2 小时');
    element.lang = 'en';
    await shown(root, 'Published in time, 2 hours after the document');
    for (const [minutes, words] of [
      [0, '0 分钟'],
      [59, '59 分钟'],
      [60, '1 小时'],
      [2879, '47 小时'],
      [2880, '2 天'],
    ] as const)
      // prettier-ignore
      expect(zhHans.after(minutes)).to.equal(`，文件发布后 ${words.replace(' ', '\u00a0')}`);
  });
  it('reads the facets in their order, under the name that the agency gave them (R4.7)', async () => {
    const {root} = await visit();
    await shown(root, '一楼住户不同意怎么办');
    const titles = [...root.querySelectorAll('.part h4')].map(text);
    expect(titles).to.deep.equal([
      '图解和音视频',
      '背景依据',
      '哪些楼能装',
      '一楼住户不同意怎么办',
      '关键词诠释',
      '钱怎么给',
      '新旧政策差异',
      '问答',
      '原文已更新',
    ]);
    expect(text(await part(root, '钱怎么给'))).to.contain('惠民利民举措');
  });
  it('opens the press release of the same news in a new window, and is told so (R4.10)', async () => {
    const {root} = await visit();
    const link = (await named(root, 'a', '看新闻稿（新窗口打开）')) as HTMLAnchorElement;
    expect([link.target, link.rel, link.href]).to.deep.equal(['_blank', 'noopener noreferrer', 'https://news.example.com/lift']);
  });
  it('compares old and new row by row, each cell named where the table reads as cards (R4.7)', async () => {
    const {root} = await visit(explained(), {width: 320});
    const row = await until('a row', () =>
      [...root.querySelectorAll<HTMLElement>('.changes tbody tr')].find((one) => text(one).includes('审核')),
    );
    expect([...row.querySelectorAll('td')].map((cell) => `${cell.dataset.label}：${text(cell)}`)).to.deep.equal([
      '以前：十五个工作日',
      '现在：八个工作日',
    ]);
    expect(row.getAttribute('role')).to.equal('row');
  });
  it('unfolds the answer to a question', async () => {
    const {root} = await visit();
    await press(root, 'summary', '补贴打到谁的账户？');
    await until('the answer', () => byName(root, 'details[open]', /打到实施主体的账户。/));
  });
  it('is told quietly where a passage moved or its words changed', async () => {
    const {root} = await visit();
    expect(text(await part(root, '一楼住户不同意怎么办'))).to.contain('这段换了位置');
    expect(text(await part(root, '钱怎么给'))).to.contain('这段文字有改动');
  });
  it('finds what explains a text that is gone in a list of its own, with no way to a wrong place', async () => {
    const {root} = await visit();
    const changed = await part(root, '原文已更新');
    expect(text(changed)).to.contain('公示期间有异议的，应当书面答复').and.to.contain('公示期间提意见的，部门要书面答复。');
    expect(byName(changed, 'button', /原文/)).to.equal(undefined);
    expect(text(await part(root, '一楼住户不同意怎么办'))).to.not.contain('书面答复');
  });
  it('reads English on an English page', async () => {
    const {element, root} = await visit();
    element.lang = 'en';
    await shown(root, 'What this policy means');
  });
  it('has the document in its language and density too', async () => {
    const {element, root} = await visit();
    await bothReady(root);
    element.setAttribute('density', 'elder');
    await until('the document follows', () => deepAll(root, 'zwgk-document')[0]!.shadowRoot!.querySelector('[data-density=elder]'));
  });
  it('has targets of 44 px at least', async () => {
    const {root} = await visit(explained(), {width: 320});
    await bothReady(root);
    const small = [...root.querySelectorAll<HTMLElement>('button, select, summary, .go')].filter(
      (one) => one.offsetHeight > 0 && one.offsetHeight < 44,
    );
    expect(small.map(text)).to.deep.equal([]);
  });
});

describe('a reader with room for two panes', () => {
  it('chooses a facet: it has the focus, its passage lights up, the document follows and the page stays', async function () {
    if (!('highlights' in CSS)) this.skip();
    const {root, focused} = await visit();
    await bothReady(root);
    const panes = root.querySelector<HTMLElement>('.panes')!;
    panes.style.blockSize = '300px';
    panes.scrollIntoView({block: 'center'});
    const before = scrollY;
    await press(root, 'button', '哪些楼能装');
    await until('the passage', () => lit() === '建成满十五年、四层以上、未设电梯');
    expect(focused()).to.contain('看三条：建成满十五年');
    await until('the document scrolled', () => root.querySelector('#source')!.scrollTop > 0);
    expect(scrollY).to.equal(before);
  });
  it('has the document drawn anew for other marks only, not for every step', async () => {
    const {element, root, focused} = await visit();
    await bothReady(root);
    const source = root.querySelector('zwgk-document') as HTMLElement & {marks: readonly {label: string}[]};
    const {marks} = source;
    await press(root, 'button', '哪些楼能装');
    await until('the facet', () => focused().includes('看三条'));
    expect(source.marks === marks).to.equal(true);
    element.choose('业主');
    await until('marks for whom it is chosen', () => source.marks !== marks);
  });
  it('goes by keyboard from a facet to its clause and back', async function () {
    const {root, focused} = await visit();
    await bothReady(root);
    (await named(root, 'button', '哪些楼能装')).focus();
    await sendKeys({press: 'Enter'});
    await until('the facet', () => focused().includes('看三条'));
    (await bothReady(root)).focus();
    await sendKeys({press: 'Enter'});
    await until('the clause', () => focused().includes('第二条'));
    await shown(root, '已到原文第二条，按 Esc 键回到解读。');
    await sendKeys({press: 'Escape'});
    await until('the explanation', () => focused() === '哪些楼能装');
  });
  it('goes by keyboard from a clause to what explains it', async () => {
    const {root, focused} = await visit();
    await bothReady(root);
    const mark = await named(root, 'button', '这里有 1 条解读：哪些楼能装');
    mark.focus();
    await sendKeys({press: 'Enter'});
    await until('the explanation', () => focused() === '哪些楼能装');
  });
  it('finds the other explanations of a clause, also in another interpretation', async () => {
    const {root} = await visit();
    await bothReady(root);
    await press(root, 'button', /看原文第四条/);
    await press(root, 'button', /这一处还有：.*加装电梯补贴执行中的问答/);
    await shown(root, '八个工作日从材料收齐当天的第二天算起。');
  });
  it('sees the document left of what explains it, and the focus goes the same way', async () => {
    const {root} = await visit();
    await bothReady(root);
    const [first, second] = root.querySelectorAll<HTMLElement>('.pane');
    expect([first!.id, second!.classList.contains('panel')]).to.deep.equal(['source', true]);
    expect(first!.getBoundingClientRect().right <= second!.getBoundingClientRect().left + 1).to.equal(true);
  });
});

describe('a reader on a phone', () => {
  it('reads the explanation first, jumps to the clause and comes back', async () => {
    const {root, focused} = await visit(explained(), {width: 320});
    await bothReady(root);
    expect(root.querySelector('.pane')!.classList.contains('panel')).to.equal(true);
    (await bothReady(root)).click();
    await until('the clause', () => focused().includes('第二条'));
    await press(root, 'button', '回到解读：哪些楼能装');
    await until('the explanation', () => focused() === '哪些楼能装');
    expect(byName(root, 'button', '回到解读：哪些楼能装')).to.equal(undefined);
  });
  it('keeps the text when the phone is turned', async () => {
    const {element, root} = await visit(explained(), {width: 320});
    await bothReady(root);
    const before = root.querySelector('zwgk-document');
    element.parentElement!.style.inlineSize = '900px';
    await until('two panes', () => root.querySelector('.panes'));
    expect(root.querySelector('zwgk-document') === before).to.equal(true);
    expect(byName(root, 'h2', /示例省既有住宅加装电梯补贴办法/)).to.not.equal(undefined);
  });
});

describe('explained again and again (R4.6)', () => {
  it('shows every time in order, and opens one', async () => {
    const {root} = await visit();
    const times = await until('the timeline', () => root.querySelectorAll('.times li').length === 3 && root.querySelector('.times')!);
    expect(text(times)).to.match(/出台前.*发布时.*正在看.*执行中/);
    await press(times, 'button', '加装电梯补贴执行中的问答');
    await shown(root, '八个工作日从材料收齐当天的第二天算起。');
    expect(text(root.querySelector('.times .here')!)).to.contain('执行中');
  });
  it('has no timeline for one', async () => {
    const {root} = await visit(explained({items: [main]}));
    await bothReady(root);
    expect(root.querySelector('.times')).to.equal(null);
  });
  it('leaves out what was written for others than the reader (R4.9)', async () => {
    const {root} = await visit(explained({items: [{...briefing, audience: ['业主']}, main, practice]}));
    const select = (await until('the choice', () => root.querySelector('select'))) as HTMLSelectElement;
    select.value = '施工单位';
    select.dispatchEvent(new Event('change'));
    await until('two of three', () => root.querySelectorAll('.times li').length === 2);
    expect(text(root)).to.not.contain('草案吹风会记录');
  });
  it('opens the one that the page asks for', async () => {
    const {root} = await visit(explained(), {interpretation: 'i-before'});
    await shown(root, '草案起草时走访了十二个小区');
  });
  it('has an address for a facet, and goes back with the browser', async () => {
    const here = location.href;
    history.replaceState(null, '', '?interpretation.id=i-main&interpretation.part=scope');
    try {
      const {root, focused} = await visit(explained(), {urlKey: 'interpretation'});
      await until('the facet', () => focused().includes('看三条'));
      const link = (await named(root, 'a', '加装电梯补贴执行中的问答')) as HTMLAnchorElement;
      expect(new URL(link.href).searchParams.get('interpretation.id')).to.equal('i-practice');
      link.click();
      await shown(root, '八个工作日从材料收齐当天的第二天算起。');
      history.back();
      await shown(root, '看三条：建成满十五年');
    } finally {
      history.replaceState(null, '', here);
    }
  });
});

describe('a reader of what is not explained yet (R4.4)', () => {
  const none = (status: typeof onTime.status, more = {}) => explained({items: [], duty: {...onTime, status, ...more}});
  it('is told by when and by whom, and reads the document', async () => {
    const {root} = await visit(none('pending'));
    await shown(root, '待解读，应于2026年10月16日（周五）前发布');
    await shown(root, '负责解读的是示例省住房和城乡建设厅（起草部门）。');
    await shown(root, '这份文件还没有解读');
    await until('the document', () => byName(root, 'h2', /示例省既有住宅加装电梯补贴办法/));
  });
  it('is told that a date is a guess while the holidays are not announced', async () => {
    const {root} = await visit(none('pending', {estimated: true}));
    await shown(root, '前发布（预计）');
  });
  it('is told when the day has passed, though there was a briefing before', async () => {
    const {root} = await visit(explained({items: [briefing], duty: {...onTime, status: 'overdue'}}));
    await shown(root, '应于2026年10月16日（周五）前发布解读，现在还没有发布');
    expect(text(root)).to.contain('草案吹风会记录').and.to.not.contain('按时发布');
  });
  it('is told when it came late', async () => {
    const {root} = await visit(explained({items: [main], duty: {...onTime, status: 'late'}}));
    await shown(root, '发布晚了（应于2026年10月16日（周五）前）');
  });
});

describe('when something is missing', () => {
  it('the page’s own links are there before anything else', async () => {
    const {root} = await visit({delay: Infinity});
    await until('the links', () => root.querySelector('slot'));
  });
  it('a reader can try again when the service is down', async () => {
    let down = true;
    const {element, root} = await visit(explained({}, {override: () => (down ? problem(500, 'internal') : undefined)}));
    const codes: string[] = [];
    element.addEventListener('zwgk-interpretation-error', ({detail}) => codes.push(detail.error.code));
    await named(root, 'button', '再试一次');
    expect(codes).to.deep.equal(['server-error']);
    down = false;
    await press(root, 'button', '再试一次');
    await shown(root, '哪些楼能装');
  });
  it('a webmaster who names no document reads the fix in the console', async () => {
    const {endpoint} = useBackend(explained());
    const said: string[] = [];
    const {error} = console;
    console.error = (line: string) => said.push(line);
    try {
      const element = await fixture(html`<zwgk-interpretation endpoint=${endpoint}></zwgk-interpretation>`);
      await until('the fix', () => said.some((line) => line.includes('Set document-id="…"')));
      expect(text(element.shadowRoot!)).to.contain('这里还没有接好数据服务。');
    } finally {
      console.error = error;
    }
  });
  it('a reader of a link to an explanation that was withdrawn is told so, and reads what there is', async () => {
    const {root} = await visit(explained(), {interpretation: 'i-withdrawn'});
    await shown(root, '解读已经撤下');
    await press(root, 'button', '加装电梯补贴执行中的问答');
    await until('no word of it', () => !text(root).includes('解读已经撤下'));
  });
  it('a reader sees no explanation of another document when the one asked for does not come', async () => {
    const {element, root} = await visit();
    await shown(root, '哪些楼能装');
    element.documentId = 'other';
    await shown(root, '没有找到这一条');
    expect(text(root)).not.to.contain('哪些楼能装');
  });
  it('a reader is told when the file that shows the document is missing', async () => {
    const {root} = await visit();
    await bothReady(root);
    const source = root.querySelector('zwgk-document')!;
    source.dispatchEvent(new CustomEvent('zwgk-error', {bubbles: true, composed: true}));
    expect(source.textContent).to.equal('这里暂时打不开，请过一会儿再试。');
  });
  it('markup in an explanation cannot run', async () => {
    const facets = [
      {
        kind: 'scope' as const,
        explanations: [{blocks: [{html: '<p>好<img src=x onerror="window.ran=1"><script>window.ran=1</script></p>'}], anchors: []}],
      },
    ];
    const {root} = await visit(explained({items: [{...main, facets, media: [], pressRelease: 'javascript:alert(1)'}]}));
    await shown(root, '好');
    expect(root.querySelector('script, [onerror]')).to.equal(null);
    expect(byName(root, 'a', /新闻稿/)).to.equal(undefined);
  });
});
