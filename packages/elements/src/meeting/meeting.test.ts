import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import './zwgk-meeting.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {meeting, Meetings} from '../testing/meetings.ts';
import {byName, deepAll, until, wakeAfter} from '../testing/wait.ts';
import type {ZwgkMeeting} from './meeting.ts';

interface Visit {
  readonly element: ZwgkMeeting;
  readonly root: ShadowRoot;
  readonly server: Meetings;
  readonly endpoint: string;
}
async function visit(name = '', scenario: Scenario = {}, properties: Partial<ZwgkMeeting> = {}): Promise<Visit> {
  const server = scenario.meetings ?? new Meetings();
  const endpoint = properties.endpoint ?? useBackend({meetings: server, ...scenario}).endpoint;
  const element = document.createElement('zwgk-meeting');
  Object.assign(element, {endpoint, meetingId: name && `meet-${name}`, urlKey: '', ...properties});
  element.append(Object.assign(document.createElement('a'), {href: 'https://www.example.com/list', textContent: '网页版'}));
  (await fixture<HTMLElement>(html`<div></div>`)).append(element);
  return {element, root: element.shadowRoot!, server, endpoint};
}
const text = (root: ShadowRoot): string => (root.textContent ?? '').replace(/\s+/g, ' ');
const shown = (root: ShadowRoot, part: string) => until(part, () => text(root).includes(part));
const press = async (root: ShadowRoot, name: string | RegExp) => (await until(String(name), () => byName(root, 'button', name))).click();
const focused = (root: ShadowRoot): HTMLElement | null => root.activeElement as HTMLElement | null;
async function fill(root: ShadowRoot, name: RegExp, words: string): Promise<void> {
  const field = (await until(String(name), () => byName(root, 'input, textarea', name))) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}
const tick = async (root: ShadowRoot, name: RegExp) => (await until(String(name), () => byName(root, 'input', name))).click();
async function signUp(root: ShadowRoot): Promise<void> {
  await tick(root, /公众/);
  await fill(root, /^姓名/, '朱示例');
  await fill(root, /^手机号/, '13800000001');
  await fill(root, /^主要意见/, '支持方案二');
  await tick(root, /^ ?同意举办单位/);
  await press(root, '提交报名');
}

afterEach(() => localStorage.clear());

describe('a visitor', () => {
  it('has the page’s own links before anything is there', async () => {
    const {root} = await visit('', {delay: Infinity});
    expect(root.querySelector('slot') !== null).to.equal(true);
  });
  it('reads what is on: kind, time with weekday, place, seats left, and what has moved', async () => {
    const {root} = await visit();
    for (const part of [
      '听证会，示例市发展和改革委员会',
      '2026年12月8日（周二） 09:00–11:30',
      '可以报名，还剩 4 天，2026年11月29日（周日） 24:00截止',
      '时间或者地点有变化',
      '已取消',
      '演示数据',
    ])
      await shown(root, part);
  });
  it('looks at one kind, then at the next page, with the focus where the page begins', async () => {
    const many = [...new Array<number>(13).keys()].map((i) => meeting('open', {id: `meet-${i}`, title: `第 ${i + 1} 次听证会`}));
    const {root} = await visit('', {meetings: new Meetings([...many, meeting('interview')])});
    await press(root, /^ ?在线访谈（1）/);
    await until('only that kind', () => root.querySelectorAll('.list > li').length === 1);
    await press(root, /^ ?全部/);
    await press(root, '下一页');
    await shown(root, '第 13 次听证会');
    await until('the focus', () => focused(root)?.classList.contains('title'));
  });
  it('opens a meeting in place and comes back', async () => {
    const {root} = await visit();
    await press(root, '示例市居民用气价格听证会');
    await shown(root, '北京时间');
    await press(root, /回到全部会议/);
    await until('the list', () => root.querySelector('.list'));
  });
  it('is told every state in words', async () => {
    const words: Record<string, string> = {
      ...{
        future: '2026年11月10日（周二） 09:00开始报名',
        full: '名额已满，不再报名',
        waiting: '名额已满，可以候补',
        closed: '朱**（公众）',
      },
      ...{
        live: '正在直播',
        overdue: '记录应当在2027年1月5日（周二）（预计）前公布，已经晚了 3 个工作日',
        recorded: '二、参加人发言。',
        interview: '开始直播',
      },
    };
    for (const [name, part] of Object.entries(words)) await shown((await visit(name)).root, part);
  });
  it('reads first that it is called off, or was to be elsewhere', async () => {
    const {root} = await visit('cancelled');
    await shown(root, '这次会议已在2026年11月22日（周日）取消');
    await shown(root, '受寒潮影响取消');
    const note = root.querySelector('.callout')!;
    expect(Boolean(note.compareDocumentPosition(root.querySelector('dl')!) & Node.DOCUMENT_POSITION_FOLLOWING)).to.equal(true);
    expect(byName(root, 'button', '加到日历')).to.equal(undefined);
    const moved = (await visit('moved')).root;
    await shown(moved, '场地维修原定：2026年12月7日（周一） 09:00–11:30，旧的会场');
  });
  it('who cannot hear is told how to follow (R3.14)', async () => {
    await shown((await visit('live')).root, '有字幕，有手语。');
    const {root} = await visit('recorded');
    await shown(root, '没有字幕。可以看笔录全文。');
    const link = byName(root, 'a', /看回放/) as HTMLAnchorElement;
    expect(link.href).to.equal('https://video.example.com/1');
    expect((await visit('overdue')).root.querySelector('#watch a')).to.equal(null);
  });
  it('reads of each matter of livelihood whether the public was asked (R3.13)', async () => {
    const {root} = await visit('interview', {}, {consultationHref: '/consultation.html?id={id}'});
    await shown(root, '没有公开征求意见，理由：属于应急安排');
    expect((byName(root, 'a', '已经公开征求意见。') as HTMLAnchorElement).href).to.match(/\/consultation\.html\?id=con-open$/);
  });
  it('can try again when the service is down, and still has the links', async () => {
    let down = true;
    const {root} = await visit('open', {override: () => (down ? problem(500, 'internal') : undefined)});
    const again = await until('a way to try again', () => byName(root, 'button', '再试一次'));
    expect(root.querySelector('slot') !== null).to.equal(true);
    down = false;
    again.click();
    await shown(root, '报名中');
  });
  it('reads English, or Traditional Chinese, where the page does', async () => {
    const {element, root} = await visit('waiting');
    element.lang = 'en';
    await shown(root, 'All seats are taken, you can join the waiting list, 4 days left');
    await shown(root, 'I agree that the agency uses');
    element.lang = 'zh-Hant';
    await shown(root, '名額已滿，可以候補');
  });
});

describe('a calendar entry', () => {
  it('is a file with the time in UTC and the place', async () => {
    const {root} = await visit('open');
    await until('the way', () => byName(root, 'button', '加到日历'));
    const create = URL.createObjectURL;
    const {click} = HTMLAnchorElement.prototype;
    let file: Blob | undefined;
    let name = '';
    // Nothing is really downloaded: that would take the focus away from later tests.
    URL.createObjectURL = (blob) => ((file = blob as Blob), 'data:text/calendar,');
    HTMLAnchorElement.prototype.click = function () {
      name = this.download;
    };
    try {
      byName(root, 'button', '加到日历')!.click();
    } finally {
      URL.createObjectURL = create;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(name).to.equal('meet-open.ics');
    expect(await file!.text()).to.match(/DTSTART:20261208T010000Z\r\n/);
  });
});

describe('somebody who wants to come', () => {
  it('signs up, keeps a receipt, and nothing about them stays on the device', async () => {
    const {element, root, server} = await visit('open');
    const numbers: string[] = [];
    element.addEventListener('zwgk-meeting-signed-up', ({detail}) => numbers.push(detail.number));
    await signUp(root);
    await shown(root, '报名成功，名额已经给您留好');
    await shown(root, 'K7M4-9QXT-2RW8');
    expect(server.sent).to.deep.equal({role: 'public', name: '朱示例', mobile: '13800000001', statement: '支持方案二', consent: true});
    await until('the focus on the receipt', () => focused(root)?.classList.contains('receipt'));
    expect(numbers).to.deep.equal(['H20261125-000001']);
    expect(JSON.stringify(localStorage)).to.equal('{}');
    await press(root, '回到公告');
    await until('the form, empty', () => (byName(root, 'input', /^姓名/) as HTMLInputElement | undefined)?.value === '');
  });
  it('is told of everything that is missing, each a way to its place; a full group cannot be chosen', async () => {
    const {root, server} = await visit('open');
    await until('the form', () => byName(root, 'button', '提交报名'));
    expect((byName(root, 'input', /专家/) as HTMLInputElement).disabled).to.equal(true);
    await fill(root, /^手机号/, '1380000');
    await press(root, '提交报名');
    await until('the problems', () => focused(root)?.classList.contains('problems'));
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.problems a')];
    expect(links.map((link) => link.textContent)).to.deep.equal([
      '参加类别：请填写。',
      '姓名：请填写。',
      '手机号：位数不够，请核对。',
      '主要意见：请填写。',
      '同意使用所填内容：要勾选才能提交。',
    ]);
    links[2]!.click();
    expect(focused(root)!.getAttribute('aria-describedby')).to.equal('fault-mobile help-mobile');
    await fill(root, /^手机号/, '13800000001');
    await until('one less', () => root.querySelectorAll('.problems a').length === 4);
    expect(server.rows.size).to.equal(0);
  });
  it('does it with the keyboard alone', async () => {
    const {root, server} = await visit('open');
    (await until('the first group', () => byName(root, 'input', /公众/))).focus();
    await sendKeys({press: ' '});
    const on = async (selector: string): Promise<void> => {
      for (let i = 0; i < 6 && !focused(root)?.matches(selector); i++) await sendKeys({press: 'Tab'});
      expect(focused(root)?.matches(selector), selector).to.equal(true);
    };
    for (const [field, words] of [
      ['name', '朱示例'],
      // WebKit's driver swallows a key that is pressed twice in a row.
      ['mobile', '13812345678'],
      ['statement', '支持'],
    ] as const) {
      await on(`[data-field=${field}]`);
      await sendKeys({type: words});
    }
    await on('[data-field=consent]');
    await sendKeys({press: ' '});
    await on('.form .btn');
    await sendKeys({press: 'Enter'});
    await shown(root, '报名成功');
    expect(server.sent).to.include({role: 'public', statement: '支持'});
  });
  it('who comes too late for a seat is told, and sees that it is full', async () => {
    const {root, server} = await visit('open');
    await until('the form', () => byName(root, 'button', '提交报名'));
    server.items = [meeting('full', {id: 'meet-open'})];
    await signUp(root);
    await shown(root, '名额刚刚报满了，这次没有报上。');
    await shown(root, '名额已满，不再报名');
    expect(byName(root, 'button', '提交报名')).to.equal(undefined);
  });
  it('a broken line sends the same with the same key: once (T16)', async () => {
    const server = new Meetings();
    let cut = true;
    const lose = (url: URL, init: RequestInit): Response | undefined => {
      if (!cut || init.method !== 'POST') return undefined;
      cut = false;
      server.answer(url, init);
      throw new TypeError('line is dead');
    };
    const {root} = await visit('open', {meetings: server, override: lose});
    await signUp(root);
    await shown(root, 'H20261125-000001');
    expect([cut, server.rows.size]).to.deep.equal([false, 1]);
  });
  it('a refusal is told by its code, and nothing is lost', async () => {
    let refused = true;
    const {root, server} = await visit('open', {
      override: (_url, {method}) => (refused && method === 'POST' ? problem(409, 'sign-up-not-open') : undefined),
    });
    await signUp(root);
    await shown(root, '报名还没有开始，请到时候再来。');
    expect((byName(root, 'input', /^姓名/) as HTMLInputElement).value).to.equal('朱示例');
    refused = false;
    await press(root, '再提交一次');
    await shown(root, '报名成功');
    expect(server.rows.size).to.equal(1);
  });
  it('after a crash gets the receipt of what had arrived; on a shared device nothing is kept to find it by', async () => {
    const server = new Meetings();
    const {root: before, endpoint} = await visit('open', {meetings: server});
    await until('the form', () => byName(before, 'button', '提交报名'));
    server.answer(new URL(`${endpoint}/meetings/meet-open/sign-ups`), {
      method: 'POST',
      body: JSON.stringify({role: 'public'}),
      headers: {'idempotency-key': 'A'.repeat(22)},
    });
    localStorage.setItem(`zwgk-meeting-pending:${endpoint}:meet-open`, `${'A'.repeat(22)} ${Date.now()}`);
    const {root} = await visit('open', {meetings: server}, {endpoint});
    await shown(root, '这是您上一次报名的回执');
    localStorage.setItem(`zwgk-meeting-pending:${endpoint}:meet-open`, `${'A'.repeat(22)} ${Date.now()}`);
    const kiosk = await visit('open', {meetings: server}, {endpoint, kiosk: true});
    await until('the form', () => byName(kiosk.root, 'button', '提交报名'));
    expect(text(kiosk.root)).not.to.include('H20261125');
  });
});

describe('a device that others use too', () => {
  const name = (root: ShadowRoot): HTMLInputElement | undefined => byName(root, 'input', /^姓名/) as HTMLInputElement | undefined;
  it('clears what nobody is there for: what was written, the receipt, what was looked up', async () => {
    const {root} = await visit('open', {}, {kiosk: true});
    await fill(root, /^姓名/, '朱示例');
    await fill(root, /^查询码/, 'k7m4-9qxt-2rw8');
    wakeAfter(9 * 60_000);
    expect(name(root)!.value).to.equal('朱示例');
    // The clock goes on from there.
    wakeAfter(19 * 60_000);
    await until('an empty form', () => name(root)!.value === '');
    expect((byName(root, 'input', /^查询码/) as HTMLInputElement).value).to.equal('');
    await signUp(root);
    await shown(root, '报名成功');
    wakeAfter(10 * 60_000);
    await until('no receipt', () => !text(root).includes('报名成功'));
    expect(text(root)).not.to.match(/H\d{8}/);
  });
  it('clears them when the page is left; one’s own device keeps what somebody has to say, not who they are', async () => {
    const leave = async (kiosk: boolean): Promise<[string, string]> => {
      const {root} = await visit('open', {}, {kiosk});
      await fill(root, /^姓名/, '朱示例');
      await fill(root, /^主要意见/, '支持方案二');
      await fill(root, /^查询码/, 'k7m4-9qxt-2rw8');
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      const code = byName(root, 'input', /^查询码/) as HTMLInputElement;
      await until('the code is gone', () => code.value === '');
      return [name(root)!.value, (byName(root, 'textarea', /^主要意见/) as HTMLTextAreaElement).value];
    };
    expect(await leave(true)).to.deep.equal(['', '']);
    expect(await leave(false)).to.deep.equal(['', '支持方案二']);
  });
});

describe('somebody who signed up', () => {
  async function look(root: ShadowRoot, code = 'k7m4-9qxt-2rw8'): Promise<void> {
    await fill(root, /^报名编号/, 'h20261125-000001');
    await fill(root, /^查询码/, code);
    await press(root, '查一查');
  }
  it('looks it up, gives the seat back after being asked once more, and clears it away', async () => {
    const {root, server} = await visit('open');
    await look(root);
    await shown(root, '已确认，请按时参加');
    await shown(root, '朱**：公众');
    await press(root, '退出报名');
    await until('the question', () => focused(root)?.classList.contains('asking'));
    expect(server.state).to.equal('confirmed');
    await press(root, '确定退出');
    await shown(root, '已经退出');
    expect(server.state).to.equal('withdrawn');
    await press(root, '查完了，清除');
    await until(
      'nothing left',
      () => !root.querySelector('.mine-answer') && (byName(root, 'input', /^报名编号/) as HTMLInputElement).value === '',
    );
  });
  it('learns how many wait before, or why they were declined', async () => {
    for (const [state, words] of [
      ['waiting', '候补，前面还有 2 人'],
      ['declined', '理由：重复报名'],
    ] as const) {
      const server = new Meetings();
      server.state = state;
      const {root} = await visit('open', {meetings: server});
      await look(root);
      await shown(root, words);
    }
  });
  it('is told of a wrong code, and that both are needed', async () => {
    const {root} = await visit('open');
    await look(root, 'AAAA-AAAA-AAAA');
    await shown(root, '没有查到。请核对报名编号和查询码。');
    await fill(root, /^查询码/, '');
    await press(root, '查一查');
    await shown(root, '报名编号和查询码都要填。');
    await until('the focus', () => focused(root)?.id === 'mine-code');
  });
});

describe('a webmaster', () => {
  it('hears that it is there, and of a failure by its code', async () => {
    const heard: string[] = [];
    const {element, root} = await visit('open', {delay: 20});
    element.addEventListener('zwgk-meeting-ready', ({detail}) => heard.push(detail.meeting.id));
    await shown(root, '报名中');
    const failing = await visit('open', {delay: 20, override: () => problem(500, 'internal')});
    failing.element.addEventListener('zwgk-meeting-error', ({detail}) => heard.push(detail.error.code));
    await until('the failure', () => byName(failing.root, 'button', '再试一次'));
    expect(heard).to.deep.equal(['meet-open', 'server-error']);
  });
  it('puts the meetings of a consultation inside something else: nothing is shown where there is none', async () => {
    const meetings = new Meetings([meeting('open', {consultation: 'con-open'}), meeting('closed')]);
    const {root} = await visit('', {meetings}, {quiet: true, consultation: 'con-open'});
    await until('one', () => root.querySelectorAll('.list > li').length === 1);
    const none = await visit('', {meetings}, {quiet: true, consultation: 'con-none'});
    // One that asks the same later and says so: then the quiet one has its answer, too.
    await shown((await visit('', {meetings}, {consultation: 'con-none'})).root, '这里没有会议。');
    await none.element.updateComplete;
    expect(deepAll(none.root, 'h2, slot, .sk').length).to.equal(0);
  });
  it('sends each to a page of its own', async () => {
    const {root} = await visit('', {}, {meetingHref: '/meetings.html?id={id}'});
    const link = (await until('a link', () => byName(root, 'a', '示例市居民用气价格听证会'))) as HTMLAnchorElement;
    expect(link.href).to.match(/\/meetings\.html\?id=meet-/);
  });
});
