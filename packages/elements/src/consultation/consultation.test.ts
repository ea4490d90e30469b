import {expect, fixture, html} from '@open-wc/testing';
import {sha256} from '@noble/hashes/sha2.js';
import {sendKeys} from '@web/test-runner-commands';
import {leadingZeroBits} from '@zwgk/rules/consultation';
import '../document/zwgk-document.ts';
import './zwgk-consultation.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {consultation, Consultations} from '../testing/consultations.ts';
import {lifts} from '../testing/document.ts';
import {documents} from '../testing/fixtures.ts';
import {byName, deepAll, until, wakeAfter} from '../testing/wait.ts';
import type {ZwgkConsultation} from './consultation.ts';

interface Visit {
  readonly element: ZwgkConsultation;
  readonly root: ShadowRoot;
  readonly server: Consultations;
  readonly endpoint: string;
}
async function visit(
  name = 'open',
  scenario: Scenario = {},
  attributes: {kiosk?: boolean; endpoint?: string; width?: number} = {},
): Promise<Visit> {
  const server = scenario.consultations ?? new Consultations();
  const endpoint = attributes.endpoint ?? useBackend({documents: [...documents, lifts], consultations: server, ...scenario}).endpoint;
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${attributes.width ?? 1000}px`;
  const element = document.createElement('zwgk-consultation');
  Object.assign(element, {endpoint, consultationId: name && `con-${name}`, urlKey: '', kiosk: attributes.kiosk ?? false});
  element.append(Object.assign(document.createElement('a'), {href: 'https://www.example.com/list', textContent: '网页版'}));
  box.append(element);
  return {element, root: element.shadowRoot!, server, endpoint};
}
const text = (root: ParentNode): string =>
  [root, ...deepAll(root, '*').flatMap((each) => each.shadowRoot ?? [])]
    .map((each) => each.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
const shown = (root: ParentNode, part: string) => until(part, () => text(root).includes(part));
const gone = (root: ParentNode, part: string) => until(`no ${part}`, () => !text(root).includes(part));
const press = async (root: ParentNode, name: string | RegExp) => (await until(String(name), () => byName(root, 'button', name))).click();
const focused = (): Element | null => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
};
async function type(root: ParentNode, words: string): Promise<void> {
  const area = (await until('the box', () => deepAll(root, '.editor textarea')[0])) as HTMLTextAreaElement;
  area.value = words;
  area.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}
/** Says something about an article and puts it with the rest. */
async function say(root: ShadowRoot, article: string, words: string): Promise<void> {
  await press(root, new RegExp(`提(?:意见|一条)：${article}`));
  await type(root, words);
  await press(root, '放进意见单');
  await until('it is put away', () => deepAll(root, '.editor').length === 0);
}
async function agreeAndSend(root: ShadowRoot): Promise<void> {
  await press(root, /^核对并提交/);
  ((await until('the consent', () => byName(root, 'input', /^ ?同意主办单位/))) as HTMLInputElement).click();
  await press(root, /^ ?提交 \d 条意见/);
}

afterEach(() => localStorage.clear());

describe('a visitor', () => {
  it('has the page’s own links before anything is there', async () => {
    const {root} = await visit('open', {delay: Infinity});
    expect(root.querySelector('slot') !== null).to.equal(true);
  });
  it('sees at a glance how it stands, why, on what basis, and how else to comment (R3.9)', async () => {
    const {root} = await visit();
    for (const part of [
      '征集中，还剩 16 天',
      '示例省住房和城乡建设厅主办',
      '起草说明',
      '中华人民共和国民法典',
      '提意见的其他办法',
      '第四条',
    ])
      await shown(root, part);
    const before = byName(root, 'button', '对整个草案提意见')!.compareDocumentPosition(byName(root, 'a', '中华人民共和国民法典')!);
    expect(Boolean(before & Node.DOCUMENT_POSITION_PRECEDING)).to.equal(true);
  });
  it('is told every state in words, an overdue report too (R3.10)', async () => {
    const words: Record<string, string> = {
      ...{future: '未开始', last: '今天是最后一天', closed: '采纳情况最晚2026年12月10日', overdue: '已经晚了 36 天', reported: '已反馈'},
    };
    for (const [name, part] of Object.entries(words)) await shown((await visit(name)).root, part);
  });
  it('cannot write before it opens or after it has closed', async () => {
    for (const name of ['future', 'closed', 'reported']) {
      const {root} = await visit(name);
      await shown(root, '第四条');
      expect(byName(root, 'button', /提意见/)).to.equal(undefined);
    }
  });
  it('can try again when the service is down, and still has the links', async () => {
    let down = true;
    const {root} = await visit('open', {override: () => (down ? problem(500, 'internal') : undefined)});
    const again = await until('a way to try again', () => byName(root, 'button', '再试一次'));
    expect(root.querySelector('slot') !== null).to.equal(true);
    down = false;
    again.click();
    await shown(root, '征集中');
  });
  it('reads English on an English page', async () => {
    const {element, root} = await visit();
    element.lang = 'en';
    await shown(root, '16 days left');
    await shown(root, 'Comment on the whole draft');
  });
});

describe('who comments', () => {
  it('collects opinions on articles and the whole, and sends them as one', async () => {
    const {element, root, server} = await visit();
    const told: unknown[] = [];
    element.addEventListener('zwgk-consultation-submitted', ({detail}) => told.push(detail));
    await say(root, '第四条', '补贴太少。');
    await say(root, '第二条', '四层太高。');
    await press(root, '对整个草案提意见');
    await type(root, '收费标准请提前公布。');
    await press(root, '放进意见单');
    await shown(root, '意见单（3 条，未提交）');
    await agreeAndSend(root);
    for (const part of ['已收到您的 3 条意见', 'Y20261125-000001', 'K7M4-9QXT-2RW8', '2027年1月9日']) await shown(root, part);
    expect(server.rows.size).to.equal(1);
    expect(server.sent.comments!.map(({anchors}) => anchors?.[0]?.section)).to.deep.equal(['art-4', 'art-2', undefined]);
    expect(server.sent.consent).to.deep.equal({processing: true, publish: false, name: false});
    expect(told).to.deep.equal([{number: 'Y20261125-000001'}]);
    expect(JSON.stringify(localStorage)).to.not.include('补贴太少');
  });
  it('gives no consent by staying silent, and is told where it is missing', async () => {
    const {root, server} = await visit();
    await say(root, '第四条', '补贴太少。');
    await press(root, /^核对并提交/);
    const ticks = await until(
      'the ticks',
      () => deepAll(root, '.consents input').length === 2 && (deepAll(root, '.consents input') as HTMLInputElement[]),
    );
    expect(ticks.some(({checked}) => checked)).to.equal(false);
    await press(root, /^ ?提交 1 条意见/);
    await shown(root, '还不能提交，请看这几处');
    byName(root, 'a', /同意使用意见/)!.click();
    await until('the focus', () => focused() === ticks[0]);
    expect(server.rows.size).to.equal(0);
  });
  it('speaks about a sentence without selecting it: by keyboard alone', async () => {
    const {root, server} = await visit();
    (await until('the button', () => byName(root, 'button', '对这一条提意见：第四条'))).focus();
    await sendKeys({press: 'Enter'});
    const area = await until('the box', () => deepAll(root, '.editor textarea')[0]);
    await until('the focus', () => focused() === area);
    const choice = byName(root, 'select', '针对哪一句') as HTMLSelectElement;
    choice.value = choice.options[2]!.value;
    choice.dispatchEvent(new Event('change', {bubbles: true}));
    await until('the passage', () => deepAll(root, 'blockquote')[0]?.textContent === '同一部电梯不重复补贴。');
    area.focus();
    await sendKeys({type: 'xx'});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await shown(root, '意见单（1 条，未提交）');
    await agreeAndSend(root);
    await shown(root, '已收到您的 1 条意见');
    const {quote, position} = server.sent.comments![0]!.anchors![0]!;
    expect([quote!.exact, position!.start]).to.deep.equal(['同一部电梯不重复补贴。', 24]);
  });
  it('speaks about what is selected', async () => {
    const {root} = await visit();
    await until('the buttons', () => byName(root, 'button', '对这一条提意见：第四条'));
    const node = [...deepAll(root, '#art-4 p')[0]!.childNodes].find((each) => each.textContent!.includes('竣工'))!;
    const at = node.textContent!.indexOf('竣工');
    getSelection()!.setBaseAndExtent(node, at, node, at + 4);
    await press(root, '对选中的文字提意见');
    await until('the passage', () => deepAll(root, 'blockquote')[0]?.textContent === '竣工验收');
  });
  it('changes one and takes one out, and back in', async () => {
    const {root} = await visit();
    await say(root, '第四条', '补贴太少。');
    await say(root, '第二条', '四层太高。');
    await press(root, /^ ?改 ?：第四条/);
    await type(root, '补贴要提高。');
    await press(root, '改好了');
    await shown(root, '补贴要提高。');
    await press(root, /^ ?删去 ?：第四条/);
    await shown(root, '意见单（1 条，未提交）');
    await until('the focus', () => focused()?.textContent === '撤销');
    await press(root, '撤销');
    await shown(root, '意见单（2 条，未提交）');
    expect(deepAll(root, '.tray .prose').map(({textContent}) => textContent)).to.deep.equal(['补贴要提高。', '四层太高。']);
  });
  it('loses nothing by starting another one, and is told when it is empty or too long', async () => {
    const {root} = await visit();
    await press(root, '对这一条提意见：第四条');
    await type(root, '补贴太少。');
    await press(root, '对这一条提意见：第二条');
    await shown(root, '意见单（1 条，未提交）');
    await press(root, '放进意见单');
    await shown(root, '还没有写意见。');
    await type(root, '字'.repeat(2001));
    await shown(root, '已写 2001 字，最多 2000 字');
    await press(root, '放进意见单');
    await shown(root, '超过了字数');
  });
  it('finds it all again after a reload; nothing personal is kept', async () => {
    const scenario = {consultations: new Consultations([consultation('open', {fields: ['displayName', 'mobile']})])};
    const {element, root, endpoint} = await visit('open', scenario);
    await say(root, '第四条', '补贴太少。');
    await press(root, '对这一条提意见：第二条');
    await type(root, '还没写完');
    await press(root, '放进意见单');
    await press(root, /^核对并提交/);
    const name = (await until('the name', () => byName(root, 'input', '姓名或者名称'))) as HTMLInputElement;
    name.value = '示例人';
    name.dispatchEvent(new Event('input', {bubbles: true}));
    element.remove();
    expect(JSON.stringify(localStorage)).to.include('补贴太少');
    expect(JSON.stringify(localStorage)).to.not.include('示例人');
    const again = await visit('open', {}, {endpoint});
    await shown(again.root, '意见单（2 条，未提交）');
  });
  it('leaves nothing on a device that others use too', async () => {
    const {element, root} = await visit('open', {}, {kiosk: true});
    await say(root, '第四条', '补贴太少。');
    await shown(root, '离开这一页，没提交的意见就没有了');
    element.remove();
    expect(localStorage.length).to.equal(0);
  });
});

describe('a computer that others use', () => {
  const lookUp = async (root: ShadowRoot): Promise<void> => {
    for (const [name, words] of [
      ['回执编号', 'Y20261125-000001'],
      ['查询码', 'K7M4-9QXT-2RW8'],
    ] as const) {
      const field = (await until(name, () => byName(root, 'input', name))) as HTMLInputElement;
      field.value = words;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }
    await press(root, '查一查');
    await shown(root, '归在第 3 类');
  };
  const number = (root: ShadowRoot): string => (byName(root, 'input', '回执编号') as HTMLInputElement).value;

  it('shows nothing of who wrote when nobody is there for ten minutes', async () => {
    const {root} = await visit('open', {}, {kiosk: true});
    await say(root, '第四条', '补贴太少。');
    wakeAfter(9 * 60_000);
    await shown(root, '补贴太少。');
    // The clock goes on from there.
    wakeAfter(19 * 60_000);
    await gone(root, '补贴太少。');
    await shown(root, '意见单（0 条');
  });
  it('shows nothing of what was looked up either', async () => {
    const {root} = await visit('reported', {}, {kiosk: true});
    await lookUp(root);
    wakeAfter(10 * 60_000);
    await gone(root, '一楼不同意就不该装');
    await until('an empty box', () => number(root) === '');
  });
  it('forgets the receipt', async () => {
    const {root} = await visit('open', {}, {kiosk: true});
    await say(root, '第四条', '补贴太少。');
    await agreeAndSend(root);
    await shown(root, 'K7M4-9QXT-2RW8');
    wakeAfter(10 * 60_000);
    await gone(root, 'K7M4-9QXT-2RW8');
  });
  it('is no device of one’s own: there it all stays, until the page is left', async () => {
    const {root} = await visit('reported');
    await lookUp(root);
    wakeAfter(10 * 60_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await shown(root, '一楼不同意就不该装');
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    await gone(root, '一楼不同意就不该装');
    await until('an empty box', () => number(root) === '');
  });
  it('keeps what was written on a device of one’s own when the page is left, but not who wrote it', async () => {
    const {root} = await visit('open', {consultations: new Consultations([consultation('open', {fields: ['displayName']})])});
    await say(root, '第四条', '补贴太少。');
    await press(root, /^核对并提交/);
    const name = (await until('the name', () => byName(root, 'input', '姓名或者名称'))) as HTMLInputElement;
    name.value = '示例人';
    name.dispatchEvent(new Event('input', {bubbles: true}));
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    await until('no name', () => name.value === '');
    await shown(root, '补贴太少。');
  });
});

describe('when something goes wrong', () => {
  it('a broken line sends the same with the same key: once (T16)', async () => {
    const server = new Consultations();
    let cut = true;
    const {root} = await visit('open', {
      consultations: server,
      override: (url, init) => {
        if (init.method !== 'POST' || !url.pathname.endsWith('/comments') || !cut) return undefined;
        cut = false;
        server.answer(url, init);
        throw new TypeError('line is dead');
      },
    });
    await say(root, '第四条', '补贴太少。');
    await agreeAndSend(root);
    await shown(root, '已收到您的 1 条意见');
    expect(server.rows.size).to.equal(1);
  });
  it('a refusal is told by its code, and nothing is lost', async () => {
    let refused = true;
    const {root, server} = await visit('open', {
      override: (url, {method}) =>
        refused && method === 'POST' && url.pathname.endsWith('/comments') ? problem(409, 'consultation-not-open') : undefined,
    });
    await say(root, '第四条', '补贴太少。');
    await agreeAndSend(root);
    await shown(root, '没有提交成功');
    await shown(root, '征集还没有开始');
    expect(server.rows.size).to.equal(0);
    refused = false;
    await press(root, /^ ?再提交一次/);
    await shown(root, '已收到您的 1 条意见');
    expect(server.sent.comments![0]!.text).to.equal('补贴太少。');
  });
  it('time is up while somebody writes: they are told at once, and can copy it (T32)', async () => {
    const {element, root, server} = await visit('last');
    await say(root, '第四条', '补贴太少。');
    await press(root, '对这一条提意见：第二条');
    await type(root, '四层太高，还没写完');
    await shown(root, '今天是最后一天，请在截止前提交');
    server.items = [consultation('closed', {id: 'con-last'})];
    element.reload();
    await shown(root, '征集已经截止，这些意见没有提交');
    const box = deepAll(root, '.unsent textarea')[0] as HTMLTextAreaElement;
    for (const part of ['【第四条】', '补贴太少。', '【第二条】', '四层太高，还没写完']) expect(box.value).to.include(part);
    expect(byName(root, 'button', /提意见/)).to.equal(undefined);
  });
  it('the server’s clock decides when it is sent too late (T32)', async () => {
    const server = new Consultations();
    const {root} = await visit('open', {consultations: server});
    await say(root, '第四条', '补贴太少。');
    server.items = [consultation('closed', {id: 'con-open'})];
    await agreeAndSend(root);
    await shown(root, '征集已经截止，这些意见没有提交');
    expect(server.rows.size).to.equal(0);
  });
});

describe('while a flood is on (T18)', () => {
  async function flooded(bits: number, waitSeconds: number): Promise<Visit> {
    const server = new Consultations();
    server.flood = {bits, waitSeconds};
    const visited = await visit('open', {consultations: server});
    await say(visited.root, '第四条', '补贴太少。');
    await agreeAndSend(visited.root);
    return visited;
  }
  it('the device proves by itself that it is in earnest: nothing to solve, nothing to press', async () => {
    const {root, server} = await flooded(12, 60);
    await shown(root, '已收到您的 1 条意见');
    expect(server.proofs.map(({isGood}) => isGood)).to.deep.equal([true]);
    expect(server.proofs[0]!.proof).to.match(/\.\d+$/);
    expect(server.rows.size).to.equal(1);
    expect(deepAll(root, '.proving').length).to.equal(0);
  });
  it('it does so on the page, in slices, where the page lets no worker run', async () => {
    const {compute} = await import('./proof/compute.ts');
    const post = Worker.prototype.postMessage;
    // A worker that is told nothing but its death, as on a telephone that runs out of memory.
    Worker.prototype.postMessage = function (this: Worker) {
      this.dispatchEvent(new ErrorEvent('error', {cancelable: true}));
    };
    try {
      const told: number[] = [];
      const request = {challenge: 'zwgk-proof-1.aa.comment:1.10.1', signature: '', bits: 10, waitSeconds: 60};
      const nonce = await compute(request, new AbortController().signal, (tried) => told.push(tried));
      expect(leadingZeroBits(sha256(new TextEncoder().encode(`${request.challenge}.${nonce}`))) >= 10).to.equal(true);
      expect(told[0]).to.equal(0);
      const abort = new AbortController();
      const endless = compute({...request, bits: 64}, abort.signal, (tried) => tried > 1000 && abort.abort());
      expect(await endless).to.equal(undefined);
    } finally {
      Worker.prototype.postMessage = post;
    }
  });
  it('who has an old device waits instead, and sees how long and how far', async () => {
    const {root, server} = await flooded(60, 2);
    const panel = await until('the panel', () => deepAll(root, '.proving')[0]);
    await until('the focus', () => focused() === panel);
    const bar = await until('how far it is', () => deepAll(root, 'progress')[0] as HTMLProgressElement);
    await until('some progress of a hopeless thing', () => bar.value >= 0 && bar.getAttribute('aria-label') === '核验进度');
    await press(root, '设备不计算，只等候');
    await until('no bar', () => deepAll(root, 'progress').length === 0);
    await shown(root, '秒就自动提交');
    await shown(root, '已收到您的 1 条意见');
    expect(server.proofs.map(({proof}) => proof.split('.').at(-1))).to.deep.equal(['waited']);
  });
  it('a device that is too slow for it is not held up longer than who waits', async () => {
    const {root, server} = await flooded(60, 1);
    await shown(root, '已收到您的 1 条意见');
    expect(server.proofs[0]!.proof).to.match(/\.waited$/);
  });
  it('a field that nobody sees or reaches goes along when a machine fills it in', async () => {
    const {root, server} = await visit();
    await say(root, '第四条', '补贴太少。');
    await press(root, /^核对并提交/);
    const trap = (await until('the field', () => deepAll(root, 'input[name="website"]')[0])) as HTMLInputElement;
    expect([trap.tabIndex, trap.autocomplete, trap.closest('[aria-hidden="true"]') !== null]).to.deep.equal([-1, 'off', true]);
    const {width, height} = trap.parentElement!.getBoundingClientRect();
    expect(width <= 1 && height <= 1).to.equal(true);
    trap.value = 'https://spam.example.com';
    trap.dispatchEvent(new Event('input', {bubbles: true}));
    ((await until('the consent', () => byName(root, 'input', /^ ?同意主办单位/))) as HTMLInputElement).click();
    await press(root, /^ ?提交 \d 条意见/);
    await shown(root, '已收到您的 1 条意见');
    expect(server.sent.website).to.equal('https://spam.example.com');
  });
  it('can be called off: nothing is sent, everything is still there, and it can be sent later', async () => {
    const {root, server} = await flooded(60, 60);
    await press(root, '先不提交');
    await until('no panel', () => deepAll(root, '.proving').length === 0);
    await until('the focus', () => focused()?.classList.contains('review-title'));
    expect([server.rows.size, server.proofs.length]).to.deep.equal([0, 0]);
    expect(text(root)).to.include('补贴太少。');
    server.flood = undefined;
    await press(root, /^ ?提交 1 条意见/);
    await shown(root, '已收到您的 1 条意见');
  });
  it('a proof that does not count is made anew, a few times, and then it is said', async () => {
    const server = new Consultations();
    server.flood = {bits: 4, waitSeconds: 60};
    let asked = 0;
    const {root} = await visit('open', {
      consultations: server,
      override: (url, init) => {
        if (init.method !== 'POST' || !url.pathname.endsWith('/comments')) return undefined;
        asked++;
        const headers = new Headers(init.headers);
        headers.delete('zwgk-proof');
        return server.answer(url, {...init, headers});
      },
    });
    await say(root, '第四条', '补贴太少。');
    await agreeAndSend(root);
    await shown(root, '现在提交的人太多');
    expect(asked).to.equal(4);
    expect(server.rows.size).to.equal(0);
  });
});

describe('after it has closed', () => {
  it('every kind of opinion has its number, outcome in words, reason and change (R3.10)', async () => {
    const {root} = await visit('reported');
    for (const part of [
      '286 条意见',
      '2 类，80 条',
      '部分采纳',
      '民法典规定由多数业主共同决定',
      '第四条改为',
      '重复的 40 条',
      '一楼业主不同意就不能装',
    ])
      await shown(root, part);
    for (const badge of deepAll(root, 'td .badge')) expect(Boolean(badge.querySelector('svg') && badge.textContent!.trim())).to.equal(true);
  });
  it('shows what became of mine, by number and code typed in any way, and the way to why', async () => {
    const {root} = await visit('reported');
    await shown(root, '每一类意见的处理');
    for (const [name, words] of [
      ['回执编号', 'y20261125-000001'],
      ['查询码', ' k7m4-9qxt-2rw8'],
    ] as const) {
      const field = byName(root, 'input', name) as HTMLInputElement;
      field.value = words;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }
    await press(root, '查一查');
    for (const part of ['归在第 3 类', '与本次征集无关', '您的意见在这里']) await shown(root, part);
    await press(root, '看理由');
    await until('the focus', () => focused()?.id === 'cluster-3');
    await press(root, '撤回我的意见');
    await press(root, '确定撤回');
    await gone(root, '一楼不同意就不该装');
    await shown(root, '已经撤回');
    await press(root, '查完了，清除');
    await gone(root, '已经撤回');
  });
  it('does not say whether number or code was wrong', async () => {
    const {root} = await visit('reported');
    await shown(root, '我的意见怎么样了');
    await press(root, '查一查');
    await shown(root, '回执编号和查询码都要填');
  });
  it('public opinions come by article, in an order, page by page', async () => {
    const {root} = await visit('closed');
    await shown(root, '已公开的意见（12 条）');
    await shown(root, '这条意见由本人撤回了');
    await press(root, '下一页');
    await shown(root, '第 12 条公开的意见');
    const choice = byName(root, 'select', '看哪一条的') as HTMLSelectElement;
    await until('the sections', () => choice.options.length === 4);
    choice.value = 'art-3';
    choice.dispatchEvent(new Event('change', {bubbles: true}));
    await gone(root, '第 12 条公开的意见');
    await shown(root, '第 3 条公开的意见');
  });
});

describe('who looks for one', () => {
  it('sees what there is, by state, and opens one in its place and comes back', async () => {
    const {root} = await visit('');
    await until('the list', () => deepAll(root, '.list > li').length === 6);
    await press(root, '征集中');
    await until('open ones', () => deepAll(root, '.list > li').length === 2);
    deepAll(root, '.list button')[0]!.click();
    await shown(root, '还剩 16 天');
    await press(root, '回到全部征集');
    await until('the list', () => deepAll(root, '.list > li').length > 0);
  });
  it('is told when there is nothing', async () => {
    const {root} = await visit('', {consultations: new Consultations([])});
    await shown(root, '这里没有意见征集');
  });
});

describe('a webmaster', () => {
  it('hears of a failure by its code, and of what is shown', async () => {
    const codes: string[] = [];
    const {element, root} = await visit('open', {delay: 20, override: () => problem(500, 'internal')});
    element.addEventListener('zwgk-consultation-error', ({detail}) => codes.push(detail.error.code));
    await until('the failure', () => byName(root, 'button', '再试一次'));
    expect(codes).to.deep.equal(['server-error']);
  });
});
