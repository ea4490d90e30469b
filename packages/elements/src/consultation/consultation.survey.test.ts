import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Consultation, FieldError, Survey} from '@zwgk/contract';
import '../document/zwgk-document.ts';
import './zwgk-consultation.ts';
import {useBackend, type Scenario} from '../testing/backend.ts';
import {consultation, Consultations, survey} from '../testing/consultations.ts';
import {lifts} from '../testing/document.ts';
import {documents} from '../testing/fixtures.ts';
import {byName, deepAll, until, wakeAfter} from '../testing/wait.ts';

interface Visit {
  readonly element: HTMLElement & {reload(): void};
  readonly root: ShadowRoot;
  readonly server: Consultations;
  readonly endpoint: string;
}
interface Wishes extends Scenario {
  readonly survey?: Partial<Survey>;
  readonly changes?: Partial<Consultation>;
  readonly endpoint?: string;
  readonly kiosk?: boolean;
  readonly width?: number;
}
async function visit(
  name: string,
  {survey: asked, changes, endpoint: known, kiosk = false, width = 1000, ...scenario}: Wishes = {},
): Promise<Visit> {
  const server = scenario.consultations ?? new Consultations([consultation(name, {survey: survey(asked), ...changes})]);
  const endpoint = known ?? useBackend({documents: [...documents, lifts], consultations: server, ...scenario}).endpoint;
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const element = document.createElement('zwgk-consultation');
  Object.assign(element, {endpoint, consultationId: `con-${name}`, urlKey: '', kiosk});
  box.append(element);
  return {element, root: element.shadowRoot!, server, endpoint};
}
const text = (root: ParentNode): string =>
  [root, ...deepAll(root, '*').flatMap((each) => each.shadowRoot ?? [])]
    .map((each) => each.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
const shown = (root: ParentNode, part: string) => until(part, () => text(root).includes(part));
const press = async (root: ParentNode, name: string | RegExp) => (await until(String(name), () => byName(root, 'button', name))).click();
const input = (root: ParentNode, name: string | RegExp) =>
  until(String(name), () => byName(root, 'input', name) as HTMLInputElement | undefined);
const choose = async (root: ParentNode, name: string | RegExp) => (await input(root, name)).click();
const box = (root: ParentNode) => until('the box', () => byName(root, 'textarea', /您还有什么建议/) as HTMLTextAreaElement | undefined);
async function write(root: ParentNode, words: string): Promise<void> {
  const area = await box(root);
  area.value = words;
  area.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}
const focused = (): Element | null => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
};
/** Answers everything. */
async function fill(root: ShadowRoot): Promise<void> {
  await press(root, '填写问卷');
  for (const name of [/三、四楼/, /噪声/, /采光/, /^ *4 *$/]) await choose(root, name);
  await write(root, '请先把图纸贴出来。');
}
async function agreeAndSend(root: ShadowRoot, name: RegExp): Promise<void> {
  await choose(root, /^ ?同意主办单位/);
  await press(root, name);
}
const refusal = (errors: FieldError[], status = 400): Response =>
  new Response(JSON.stringify({type: '/problems/x', title: 'x', status, code: status === 409 ? 'conflict' : 'invalid-body', errors}), {
    status,
    headers: {'content-type': 'application/problem+json'},
  });

afterEach(() => localStorage.clear());

describe('who answers a survey (R6.3)', () => {
  it('sends it alone, after a last look at every answer, and gets a receipt', async () => {
    const {root, server} = await visit('open');
    await shown(root, '共 4 题。可以只答问卷，也可以只提意见。结果在征集截止后公布。');
    await fill(root);
    await shown(root, '已答 4 题，共 4 题');
    await shown(root, '意见单（0 条，问卷已答 4 题，未提交）');
    await press(root, '答好了，核对并提交');
    for (const part of ['三、四楼', '采光和通风；噪声', '请先把图纸贴出来。']) await shown(root, part);
    expect(byName(root, 'input', /同意把我的意见公开/)).to.equal(undefined);
    await agreeAndSend(root, /^ ?提交问卷/);
    await shown(root, '已收到您的问卷');
    await shown(root, 'Y20261125-000001');
    expect(server.sent.answers).to.deep.equal({floor: 'middle', worry: ['light', 'noise'], need: 4, more: '请先把图纸贴出来。'});
    expect(server.sent.comments).to.deep.equal([]);
    expect(JSON.stringify(localStorage)).to.not.include('图纸');
  });
  it('sends it with comments as one', async () => {
    const {root, server} = await visit('open');
    await press(root, '填写问卷');
    await choose(root, /五楼以上/);
    await press(root, '对整个草案提意见');
    const area = (await until('the editor', () => deepAll(root, '.editor textarea')[0])) as HTMLTextAreaElement;
    area.value = '写得清楚。';
    area.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await press(root, '核对并提交问卷');
    await shown(root, '五楼以上');
    await agreeAndSend(root, /^ ?提交 1 条意见和问卷/);
    await shown(root, '已收到您的 1 条意见和问卷');
    expect([server.sent.comments!.length, server.sent.answers]).to.deep.equal([1, {floor: 'high'}]);
    expect(server.rows.size).to.equal(1);
  });
  it('may leave it out: what it requires is asked only of those who answer', async () => {
    const {root, server} = await visit('open');
    await press(root, '对整个草案提意见');
    const area = (await until('the editor', () => deepAll(root, '.editor textarea')[0])) as HTMLTextAreaElement;
    area.value = '写得清楚。';
    area.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await press(root, '放进意见单');
    await press(root, /^核对并提交 1 条意见/);
    await agreeAndSend(root, /^ ?提交 1 条意见/);
    await shown(root, '已收到您的 1 条意见');
    expect(server.sent.answers).to.equal(undefined);
  });
  it('is told what is missing before the last look, with a way to each question', async () => {
    const {root} = await visit('open');
    await press(root, '填写问卷');
    for (const name of [/噪声/, /采光/, /费用/]) await choose(root, name);
    await write(root, '字'.repeat(201));
    await shown(root, '已写 201 字，最多 200 字');
    await press(root, '答好了，核对并提交');
    await shown(root, '问卷还有几处要看');
    await until('the focus', () => focused()?.classList.contains('survey-problems'));
    for (const part of ['这一题要回答。', '选得太多。', '太长了，请缩短。']) await shown(root, part);
    byName(root, 'a', /您住几楼/)!.click();
    const first = await input(root, /一、二楼/);
    await until('the question', () => focused() === first);
    const group = first.closest('fieldset')!;
    expect([group.getAttribute('aria-invalid'), group.getAttribute('aria-describedby')]).to.deep.equal(['true', 'fault-floor']);
    first.click();
    await until('put right', () => group.getAttribute('aria-invalid') === null);
    expect(byName(root, 'a', /您住几楼/)).to.equal(undefined);
    await choose(root, /费用/);
    await write(root, '好');
    await until('all put right', () => deepAll(root, '.survey-problems').length === 0);
    await press(root, '答好了，核对并提交');
    await until('the last look', () => focused()?.classList.contains('review-title'));
  });
  it('can be sent when the draft cannot be shown', async () => {
    const {root, server} = await visit('open', {
      override: (url) => (url.pathname.includes('/documents/') ? new Response('', {status: 503}) : undefined),
    });
    await press(root, '填写问卷');
    await choose(root, /五楼以上/);
    await press(root, '答好了，核对并提交');
    await agreeAndSend(root, /^ ?提交问卷/);
    await shown(root, '已收到您的问卷');
    expect(server.sent.answers).to.deep.equal({floor: 'high'});
  });
  it('works by keyboard alone: arrows within a question, a space for a tick', async () => {
    const {root, server} = await visit('open');
    await until('the survey', () => byName(root, 'button', '填写问卷'));
    byName(root, 'button', '填写问卷')!.focus();
    await sendKeys({press: 'Enter'});
    const first = await input(root, /一、二楼/);
    first.focus();
    await sendKeys({type: ' '});
    await sendKeys({press: 'ArrowDown'});
    await until('the second', () => byName(root, 'input', /三、四楼/) === focused() && (focused() as HTMLInputElement).checked);
    (await input(root, /采光/)).focus();
    await sendKeys({type: ' '});
    await shown(root, '已答 2 题，共 4 题');
    await press(root, '答好了，核对并提交');
    await agreeAndSend(root, /^ ?提交问卷/);
    await shown(root, '已收到您的问卷');
    expect(server.sent.answers).to.deep.equal({floor: 'middle', worry: ['light']});
  });
  it('takes one answer back, changes one from the last look, clears all and takes that back', async () => {
    const {root} = await visit('open');
    await fill(root);
    await press(root, /^ *清除这一题/);
    await shown(root, '已答 3 题，共 4 题');
    expect((await input(root, /^ *4 *$/)).checked).to.equal(false);
    await press(root, '答好了，核对并提交');
    await press(root, '改答案');
    await until('the focus', () => focused()?.id === 'survey-title');
    await press(root, '清空问卷');
    await until('the focus', () => focused()?.textContent === '撤销');
    expect(text(root).includes('已答')).to.equal(false);
    expect((await box(root)).value).to.equal('');
    await press(root, '撤销');
    await shown(root, '已答 3 题，共 4 题');
    expect((await box(root)).value).to.equal('请先把图纸贴出来。');
  });
  it('finds the answers again after a reload; on a shared device nothing is kept', async () => {
    const {element, root, endpoint} = await visit('open');
    await fill(root);
    element.remove();
    expect(JSON.stringify(localStorage)).to.include('图纸');
    const again = await visit('open', {endpoint});
    await shown(again.root, '已答 4 题，共 4 题');
    localStorage.clear();
    const kiosk = await visit('open', {kiosk: true});
    await fill(kiosk.root);
    wakeAfter(10 * 60_000);
    await until('no answer', () => !deepAll(kiosk.root, 'input:checked').length);
    kiosk.element.remove();
    expect(localStorage.length).to.equal(0);
  });
  it('keeps no answer to a question that is not asked any more', async () => {
    const {element, root, endpoint, server} = await visit('open');
    await fill(root);
    server.items = [consultation('open', {survey: {questions: survey().questions.slice(0, 2)}})];
    element.remove();
    const again = await visit('open', {endpoint});
    await shown(again.root, '已答 2 题，共 2 题');
  });
});

describe('when the server does not take the answers', () => {
  it('each of its errors lands on the question, and nothing is lost', async () => {
    let refused = true;
    const {root, server} = await visit('open', {
      override: (url, {method}) =>
        refused && method === 'POST' && url.pathname.endsWith('/comments')
          ? refusal([{path: '/answers/need', code: 'out-of-range', message: 'x'}])
          : undefined,
    });
    await fill(root);
    await press(root, '答好了，核对并提交');
    await agreeAndSend(root, /^ ?提交问卷/);
    await shown(root, '问卷还有几处要看');
    await until('the focus', () => focused()?.classList.contains('survey-problems'));
    byName(root, 'a', /有多必要/)!.click();
    await until('the question', () => focused() === byName(root, 'input', /没有必要/));
    expect((await box(root)).value).to.equal('请先把图纸贴出来。');
    refused = false;
    await choose(root, /非常必要/);
    await press(root, '答好了，核对并提交');
    await press(root, /^ ?再提交一次/);
    await shown(root, '已收到您的问卷');
    expect(server.sent.answers!['need']).to.equal(5);
  });
  it('a survey that was changed meanwhile is shown anew, with what still fits', async () => {
    const server = new Consultations([consultation('open', {survey: survey()})]);
    let refused = true;
    const {root} = await visit('open', {
      consultations: server,
      override: (url, {method}) => {
        if (!refused || method !== 'POST' || !url.pathname.endsWith('/comments')) return undefined;
        refused = false;
        server.items = [consultation('open', {survey: {questions: survey().questions.slice(0, 2)}})];
        return refusal([{path: '/answers', code: 'survey-changed', message: 'x'}], 409);
      },
    });
    await fill(root);
    await press(root, '答好了，核对并提交');
    await agreeAndSend(root, /^ ?提交问卷/);
    await shown(root, '问卷刚刚改过，请再看一遍');
    await shown(root, '已答 2 题，共 2 题');
  });
  it('time is up while somebody answers: they can copy it (T32)', async () => {
    const {element, root, server} = await visit('last');
    await fill(root);
    server.items = [consultation('closed', {id: 'con-last', survey: survey()})];
    element.reload();
    await shown(root, '征集已经截止，这些意见没有提交');
    const area = deepAll(root, '.unsent textarea')[0] as HTMLTextAreaElement;
    for (const part of ['【您住几楼？】', '三、四楼', '4', '请先把图纸贴出来。']) expect(area.value).to.include(part);
  });
});

describe('who has a receipt', () => {
  it('sees the answers and whether they count, and takes them back alone', async () => {
    const answers = {values: {floor: 'high', worry: ['noise', 'money'], need: 5}, counted: true, moves: ['withdraw' as const]};
    const server = new Consultations([consultation('reported', {survey: survey()})], {answers});
    const {root} = await visit('reported', {consultations: server});
    for (const [name, words] of [
      ['回执编号', 'Y20261125-000001'],
      ['查询码', 'K7M4-9QXT-2RW8'],
    ] as const) {
      const field = await input(root, name);
      field.value = words;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }
    await press(root, '查一查');
    for (const part of ['我的问卷答案', '五楼以上', '噪声；费用怎样分摊', '5（非常必要）', '没有回答', '已计入结果'])
      await shown(root, part);
    await press(root, '撤回问卷答案');
    await until('the question', () => focused()?.classList.contains('asking'));
    await press(root, '确定撤回');
    await until('the request', () => server.changes.length === 1);
    const {credential: _who, ...change} = server.changes[0]!;
    expect(change).to.deep.equal({type: 'withdraw', publish: false, answers: true});
  });
});

describe('the results', () => {
  it('say in words how many chose what, and how many of a hundred; bars are only to be looked at', async () => {
    const {root} = await visit('closed');
    for (const part of [
      ...['收到 640 份答案', '另有 3 份像是程序填写的', '一、二楼 160 份，25%', '三、四楼 477 份，75%', '五楼以上 3 份，不到 1%'],
      ...[
        '600 份回答，40 份没有回答',
        '采光和通风 300 份，50%',
        '比例加起来会超过 100%',
        '平均 3.7',
        '5（非常必要） 200 份，40%',
        '88 份回答',
      ],
    ])
      await shown(root, part);
    const bars = deepAll(root, '.bars svg');
    expect(bars.length).to.equal(11);
    expect(bars.every((bar) => bar.getAttribute('aria-hidden') === 'true')).to.equal(true);
    const width = (bar: Element, part: string): number => bar.querySelector(part)!.getBoundingClientRect().width;
    expect(width(bars[0]!, '.part') / width(bars[0]!, '.all')).to.be.closeTo(0.25, 0.01);
  });
  it('are not asked for before the consultation has closed, unless it says so', async () => {
    const asked: string[] = [];
    const override = (url: URL): undefined => void asked.push(url.pathname);
    const {root} = await visit('open', {override});
    await shown(root, '结果在征集截止后公布');
    await until('the rest', () => byName(root, 'button', /对这一条提意见/));
    expect(asked.filter((path) => path.endsWith('/results'))).to.deep.equal([]);
    expect(text(root).includes('问卷结果')).to.equal(false);
    const live = await visit('open', {survey: {showResults: 'always'}});
    await shown(live.root, '结果随时可以看');
    await shown(live.root, '收到 640 份答案');
  });
  it('can be asked for again', async () => {
    let down = true;
    const {root} = await visit('closed', {
      override: (url) => (down && url.pathname.endsWith('/results') ? new Response('', {status: 503}) : undefined),
    });
    await shown(root, '没有取到问卷结果');
    down = false;
    await press(root, '再试一次');
    await shown(root, '收到 640 份答案');
  });
  it('fit on a narrow phone, the form too, in large letters', async () => {
    for (const name of ['closed', 'open']) {
      const {element, root} = await visit(name, {width: 320});
      element.setAttribute('density', 'elder');
      if (name === 'open') await fill(root);
      else await shown(root, '收到 640 份答案');
      const part = deepAll(root, name === 'open' ? '.survey' : '.survey-results')[0]!;
      expect(part.scrollWidth, name).to.be.at.most(part.clientWidth);
      for (const label of deepAll(part, '.check')) expect(label.getBoundingClientRect().height, 'target').to.be.at.least(44);
    }
  });
});
