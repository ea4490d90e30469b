import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import './zwgk-catalog.ts';
import '../document/zwgk-document.ts';
import '../config/zwgk-config.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {makeItems} from '../testing/fixtures.ts';
import {byName, deepAll, until} from '../testing/wait.ts';
import type {ZwgkCatalog} from './catalog.ts';

async function visit(
  scenario: Scenario = {},
  attributes: Record<string, string> = {},
): Promise<{catalog: ZwgkCatalog; root: ShadowRoot; requests: URL[]}> {
  const {endpoint, requests} = useBackend(scenario);
  const catalog = await fixture<ZwgkCatalog>(
    html`<zwgk-catalog endpoint=${endpoint} url-key=""><a href="https://slsh.example.com/list">网页版目录</a></zwgk-catalog>`,
  );
  for (const [name, value] of Object.entries(attributes)) catalog.setAttribute(name, value);
  return {catalog, root: catalog.shadowRoot!, requests};
}
const rows = (root: ShadowRoot): HTMLElement[] => deepAll(root, 'tr.has-more');
const ready = (root: ShadowRoot) => until('a list', () => rows(root).length > 0 && rows(root));
const text = (root: ShadowRoot): string => root.textContent.replace(/\s+/g, ' ');
/** The conditions, which a narrow page keeps behind one button. */
async function conditions(root: ShadowRoot): Promise<void> {
  if (!root.querySelector('.facets fieldset')) root.getElementById('filters-button')!.click();
  await until('the conditions', () => root.querySelector('.facets fieldset'));
}
const status = (root: ShadowRoot): string => root.querySelector('.found')?.textContent ?? '';

describe('before anything has loaded', () => {
  it('the page’s own links stay in view', async () => {
    const {catalog} = await visit({delay: Infinity});
    expect(catalog.querySelector('a')!.getClientRects().length).to.be.greaterThan(0);
  });
  it('room is kept, so that the page below does not jump', async () => {
    const {catalog} = await visit({delay: Infinity});
    expect(catalog.getBoundingClientRect().height).to.be.at.least(600);
  });
});

describe('a citizen who looks around', () => {
  it('sees who discloses what, when, and whether the promise is kept (R2.3, R6.1)', async () => {
    const {root} = await visit();
    const [first, second] = await ready(root);
    for (const part of ['房屋征收与补偿决定', '征收范围', '示例省教育厅', '主动公开', '20个工作日内', '2026年11月18日（周三）', '没有逾期'])
      expect(first!.textContent).to.contain(part);
    expect(second!.textContent).to.contain('比承诺晚了 1 个工作日');
    expect(status(root)).to.equal('找到 47 项，现在显示第 1–20 项');
  });

  it('tells the four attributes apart by word and shape, not by colour (R3.3)', async () => {
    const {root} = await visit();
    await ready(root);
    const shapes = new Map(
      deepAll(root, 'tr .badge[part]').map((badge) => [badge.textContent.trim(), badge.querySelector('path')!.getAttribute('d')]),
    );
    expect([...shapes.keys()]).to.have.members(['主动公开', '部分公开', '依申请公开', '不予公开']);
    expect(new Set(shapes.values()).size).to.equal(4);
  });

  it('narrows the list with a facet and takes it back with the chip (R3.1)', async () => {
    const {root} = await visit();
    await ready(root);
    await conditions(root);
    byName(root, 'input[type=checkbox]', /县级/)!.click();
    await until('12 items', () => status(root).startsWith('找到 12 项'));
    byName(root, '.chip', /公开层级：县级/)!.click();
    await until('all items', () => status(root).startsWith('找到 47 项'));
  });

  it('pages to the end and back', async () => {
    const {root} = await visit();
    await ready(root);
    byName(root, '.step', '下一页')!.click();
    await until('page 2', () => status(root).includes('第 21–40 项'));
    byName(root, '.step', '下一页')!.click();
    await until('page 3', () => status(root).includes('第 41–47 项'));
    expect(byName(root, '.step', '下一页')).to.equal(undefined);
    byName(root, '.step', '首页')!.click();
    await until('page 1', () => status(root).includes('第 1–20 项'));
  });

  it('opens an item with every field, and comes back to where they were (R2.3, R2.5)', async () => {
    const {root} = await visit();
    await ready(root);
    byName(root, '.name', '公共租赁住房配租对象、房源和结果')!.click();
    await until('the item', () => root.querySelector('.view-title'));
    for (const part of ['配租对象', '国务院令第711号', '政策法规科', '第 2 版', '代替第 1 版', '改了：公开时限、公开渠道', '0999-5550101'])
      expect(text(root)).to.contain(part);
    const ticks = deepAll(root, '.ticks li').map((li) => li.textContent.trim());
    expect(ticks).to.include('已选：政府网站').and.to.include('未选：政府公报');
    await until('focus on the title', () => root.activeElement?.classList.contains('view-title'));
    byName(root, '.step', '返回目录')!.click();
    await until('focus on the item’s link', () => root.activeElement?.textContent?.includes('公共租赁住房配租对象'));
  });

  it('reads the reason of what is withheld, and never the content (R3.4)', async () => {
    const {root} = await visit({}, {item: 'it-7'});
    await until('the reason', () => text(root).includes('过程性信息（请示报告）'));
    expect(text(root)).to.contain('不公开的理由').and.to.contain('第十六条').and.to.contain('不予公开').and.not.to.contain('withheld');
  });

  it('finds a way on when nothing matches (R6.2)', async () => {
    const {root} = await visit({}, {'request-href': 'https://slsh.example.com/apply'});
    await ready(root);
    const input = root.querySelector<HTMLInputElement>('input[type=search]')!;
    input.value = '没有这个';
    input.form!.requestSubmit();
    await until('the empty state', () => text(root).includes('没有符合条件的事项'));
    expect(text(root)).to.contain('12345');
    expect(byName(root, 'a', '申请公开这条信息')).to.not.equal(undefined);
  });
});

describe('typing in the search box', () => {
  it('filters without a press of the button', async () => {
    const {root} = await visit();
    await ready(root);
    const input = root.querySelector<HTMLInputElement>('input[type=search]')!;
    input.focus();
    await sendKeys({type: '临时救助'});
    await until('fewer', () => status(root).startsWith('找到 6 项'));
    await until('the words marked', () => root.querySelector('mark')?.textContent === '临时救助');
    expect(root.activeElement, 'the box is the same one, with the focus').to.equal(input);
    expect(input.value).to.equal('临时救助');
  });
  it('waits while an input method composes', async () => {
    const {root, requests} = await visit();
    await ready(root);
    const before = requests.length;
    const input = root.querySelector<HTMLInputElement>('input[type=search]')!;
    input.value = 'lin';
    input.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true}));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(requests.length).to.equal(before);
    input.value = '临时救助';
    input.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true}));
    input.dispatchEvent(new CompositionEvent('compositionend', {data: '临时救助', bubbles: true}));
    await until('fewer', () => status(root).startsWith('找到 6 项'));
  });
});

describe('dates in the wrong order', () => {
  it('are explained beside the field and nothing typed is lost', async () => {
    const {root} = await visit();
    await ready(root);
    await conditions(root);
    const [from, to] = deepAll(root, 'input[type=date]') as HTMLInputElement[];
    for (const [field, value] of [
      [from!, '2026-05-01'],
      [to!, '2026-01-01'],
    ] as const) {
      field.value = value;
      field.dispatchEvent(new Event('change'));
      await until('the value', () => field.value === value);
    }
    await until('the error', () => text(root).includes('开始日期晚于结束日期'));
    expect(from!.getAttribute('aria-describedby')).to.equal('dates-error');
  });
});

describe('with a keyboard only', () => {
  it('the tree is walked from province to township to an item (R2.2)', async function () {
    this.timeout(60_000);
    const {root} = await visit();
    await ready(root);
    byName(root, 'button.fold', /按地区/)!.click();
    const tree = await until(
      'the tree',
      () => deepAll(root, '[role=treeitem]').length > 2 && root.querySelector<HTMLElement>('[role=tree]'),
    );
    const focused = (): HTMLElement => root.activeElement as HTMLElement;
    tree.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
    const walk = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 40 && !name.test(focused().ariaLabel!); i++) {
        const before = focused();
        await sendKeys({press: 'ArrowDown'});
        await until('a move', () => focused() !== before);
      }
      expect(focused().ariaLabel).to.match(name);
    };
    const open = async (): Promise<void> => {
      await sendKeys({press: 'ArrowRight'});
      await until('an open branch', () => focused().getAttribute('aria-expanded') === 'true' && focused().querySelector('[role=group]'));
    };
    for (const name of [/^示例市 /, /^示范区 /, /^青禾镇 /, /^示范区青禾镇人民政府/, /^涉农补贴/, /^稻谷补贴/]) {
      await walk(name);
      await open();
    }
    expect(focused().getAttribute('aria-level')).to.equal('7');
    await sendKeys({press: 'ArrowRight'});
    await until('a leaf', () => focused().ariaLabel === '稻谷补贴面积、标准和金额');
    await sendKeys({press: 'Enter'});
    await until('the item', () => root.querySelector('.view-title')?.textContent?.includes('稻谷补贴面积'));
  });
});

describe('a citizen who asks whether an item is late (R6.1)', () => {
  const open = async (index: number): Promise<string> => {
    const {root} = await visit();
    (await ready(root))[index]!.querySelector<HTMLElement>('.name')!.click();
    await until('the item', () => root.querySelector('.view-title'));
    return root.querySelector('.fields')!.textContent.replace(/\s+/g, ' ');
  };

  it('reads what the limit counts from and by when, or that it is done, or that nobody can tell', async () => {
    expect(await open(0))
      .to.contain('没有逾期')
      .and.contain('下次公开，最晚 2026年12月16日');
    expect(await open(1))
      .to.contain('信息形成或者变更于 2026年10月26日')
      .and.contain('最晚应在 2026年11月23日');
    expect(await open(5))
      .to.contain('最近一次形成或者变更的信息已经公开')
      .and.not.contain('最晚');
    expect(await open(14))
      .to.contain('不核对更新时限')
      .and.contain('无法核对是否按时公开');
  });
});

describe('the page’s address', () => {
  afterEach(() => history.replaceState(null, '', location.pathname));

  it('carries the conditions under the catalogue’s own name and leaves the rest alone', async () => {
    history.replaceState(null, '', '?wtr-other=1&catalog.level=county');
    const {root} = await visit({}, {'url-key': 'catalog'});
    await fixture(html`<p></p>`);
    const {endpoint} = useBackend();
    const catalog = await fixture<ZwgkCatalog>(html`<zwgk-catalog endpoint=${endpoint}></zwgk-catalog>`);
    await until('the county’s items', () => status(catalog.shadowRoot!).startsWith('找到 12 项'));
    (await until('the chip', () => byName(catalog.shadowRoot!, '.chip', /县级/)))!.click();
    await until('a shorter address', () => location.search === '?wtr-other=1');
    history.back();
    await until('the county’s items again', () => status(catalog.shadowRoot!).startsWith('找到 12 项'));
    expect(root).to.not.equal(null);
  });

  it('is not touched when the page’s author opts out', async () => {
    const {root} = await visit();
    await ready(root);
    const before = location.href;
    await conditions(root);
    byName(root, 'input[type=checkbox]', /县级/)!.click();
    await until('fewer', () => status(root).startsWith('找到 12 项'));
    expect(location.href).to.equal(before);
  });
});

describe('when the service is down', () => {
  it('says what to do, keeps the page’s links and tries again', async () => {
    let broken = true;
    const {catalog, root} = await visit({override: () => (broken ? problem(500, 'internal') : undefined)});
    await until('the failure', () => text(root).includes('数据服务出了故障'));
    expect(text(root)).to.contain('12345').and.not.to.contain('internal');
    expect(catalog.querySelector('a')!.getClientRects().length).to.be.greaterThan(0);
    broken = false;
    byName(root, 'button', '再试一次')!.click();
    await ready(root);
  });
  it('shows no old results under new conditions, and goes on when it is tried again', async () => {
    let broken = false;
    const {root} = await visit({override: () => (broken ? problem(500, 'internal') : undefined)});
    await ready(root);
    broken = true;
    await conditions(root);
    byName(root, 'input[type=checkbox]', /县级/)!.click();
    await until('the failure', () => text(root).includes('数据服务出了故障'));
    expect(rows(root).length).to.equal(0);
    expect(byName(root, '.chip', /县级/), 'the condition can be taken back').to.not.equal(undefined);
    broken = false;
    byName(root, 'button', '再试一次')!.click();
    await until('the county’s items', () => status(root).startsWith('找到 12 项'));
  });
});

describe('a reader who goes to and fro', () => {
  afterEach(() => history.replaceState(null, '', location.pathname));

  it('keeps the list in view while an item loads, and finds their place by the browser’s own way back', async () => {
    const {root, catalog} = await visit({delay: 50}, {'url-key': 'catalog'});
    await ready(root);
    byName(root, '.name', '公共租赁住房配租对象、房源和结果')!.click();
    await catalog.updateComplete;
    expect(rows(root).length, 'the list, until the item is there').to.equal(20);
    await until('the item', () => root.querySelector('.view-title'));
    history.back();
    await until('the list', () => rows(root).length === 20);
    await until('focus on the item’s link', () => root.activeElement?.textContent?.includes('公共租赁住房配租对象'));
  });

  it('leaves the focus where it is when something else on the page goes back', async () => {
    const {root} = await visit({}, {'url-key': 'catalog'});
    await ready(root);
    const input = root.querySelector<HTMLInputElement>('input[type=search]')!;
    history.pushState(null, '', '#elsewhere');
    input.focus();
    history.back();
    await new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
    await (root.host as ZwgkCatalog).updateComplete;
    expect(root.activeElement === input).to.equal(true);
  });

  it('starts at the top of the next page', async () => {
    const {root} = await visit();
    await ready(root);
    byName(root, '.step', '下一页')!.click();
    await until('page 2', () => status(root).includes('第 21–40 项'));
    await until('focus on the results', () => root.activeElement?.id === 'results');
    expect(root.getElementById('results')!.getBoundingClientRect().top).to.be.within(-1, 40);
  });

  it('keeps the focus when the last condition is taken back', async () => {
    const {root} = await visit();
    await ready(root);
    await conditions(root);
    byName(root, 'input[type=checkbox]', /县级/)!.click();
    const chip = (await until('the chip', () => byName(root, '.chip', /县级/)))!;
    chip.focus();
    chip.click();
    await until('focus on the results', () => root.activeElement?.id === 'results');
  });

  it('comes back from an item that cannot be shown', async () => {
    const {root} = await visit({override: (url) => (/\/items\/./.test(url.pathname) ? problem(404, 'not-found') : undefined)});
    await ready(root);
    deepAll(root, '.name')[2]!.click();
    await until('the failure', () => root.querySelector('.state'));
    await until('focus on it', () => root.activeElement?.classList.contains('state'));
    byName(root, '.step', /目录/)!.click();
    await ready(root);
  });
});

describe('a mangled link', () => {
  it('still shows something', async () => {
    history.replaceState(null, '', '?catalog.level=foo');
    const {root} = await visit(
      {override: (url) => (url.searchParams.get('level') === 'foo' ? problem(400, 'invalid-parameter') : undefined)},
      {'url-key': 'catalog'},
    );
    await until('the whole list', () => status(root).startsWith('找到 47 项'));
    history.replaceState(null, '', location.pathname);
  });
});

describe('a page that is put together in another language', () => {
  it('switches while it is open', async () => {
    const {catalog, root} = await visit();
    await ready(root);
    catalog.lang = 'en';
    await until('English', () => text(root).includes('Catalogue of disclosed matters') && status(root).startsWith('47 found'));
    catalog.lang = 'zh-TW';
    await until('Traditional', () => text(root).includes('政務公開事項目錄'));
    await until('the language said', () => root.querySelector('.root')!.getAttribute('lang') === 'zh-Hant');
    catalog.lang = '';
    await until('Simplified', () => text(root).includes('政务公开事项目录'));
  });
});

describe('settings of the page', () => {
  it('come from the nearest zwgk-config and are followed live', async () => {
    const {endpoint} = useBackend();
    const config = await fixture(html`<zwgk-config endpoint=${endpoint}><zwgk-catalog url-key=""></zwgk-catalog></zwgk-config>`);
    const root = config.querySelector('zwgk-catalog')!.shadowRoot!;
    await ready(root);
    config.setAttribute('density', 'elder');
    await until('elder density', () => root.querySelector('.root')!.getAttribute('data-density') === 'elder');
    config.setAttribute('agency', 'qhz-zf');
    await until('the agency’s items', () => status(root).startsWith('找到 11 项'));
  });
});

describe('events', () => {
  it('tell of filters, of a selection and of an error', async () => {
    const seen: string[] = [];
    const listen = (event: Event): unknown => seen.push(event.type);
    for (const type of ['zwgk-catalog-filter', 'zwgk-catalog-select', 'zwgk-catalog-error']) document.addEventListener(type, listen);
    const {root} = await visit({
      items: makeItems(3),
      override: (url) => (url.searchParams.has('q') ? problem(500, 'internal') : undefined),
    });
    await ready(root);
    byName(root, '.name', '房屋征收与补偿决定')!.click();
    await until('the item', () => root.querySelector('.view-title'));
    byName(root, '.step', '返回目录')!.click();
    await ready(root);
    await until('the list told of again', () => seen.length === 3);
    const input = root.querySelector<HTMLInputElement>('input[type=search]')!;
    input.value = '甲';
    input.form!.requestSubmit();
    await until('the error', () => seen.includes('zwgk-catalog-error'));
    for (const type of ['zwgk-catalog-filter', 'zwgk-catalog-select', 'zwgk-catalog-error']) document.removeEventListener(type, listen);
    expect(seen).to.deep.equal(['zwgk-catalog-filter', 'zwgk-catalog-select', 'zwgk-catalog-filter', 'zwgk-catalog-error']);
  });
});
