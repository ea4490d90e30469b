import {expect, fixture, html} from '@open-wc/testing';
import '../document/zwgk-document.ts';
import './zwgk-consultation.ts';
import type {Consultation} from '@zwgk/contract';
import {Applications} from '../testing/applications.ts';
import {useBackend, type Scenario} from '../testing/backend.ts';
import {consultation, Consultations} from '../testing/consultations.ts';
import {lifts} from '../testing/document.ts';
import {documents} from '../testing/fixtures.ts';
import {byName, deepAll, until} from '../testing/wait.ts';
import type {ZwgkConsultation} from './consultation.ts';
import {rowsOf} from './consultation.changes.logic.ts';
import {LOOK, LOOK_SOON} from './consultation.watch.ts';

interface Visit {
  readonly element: ZwgkConsultation;
  readonly root: ShadowRoot;
  readonly server: Consultations;
  readonly requests: readonly URL[];
}
async function visit(name: string, changes: Partial<Consultation> = {}, scenario: Scenario = {}): Promise<Visit> {
  const server = new Consultations([consultation(name, changes)]);
  const {endpoint, requests} = useBackend({documents: [...documents, lifts], consultations: server, ...scenario});
  const element = await fixture<ZwgkConsultation>(
    html`<zwgk-consultation endpoint=${endpoint} consultation-id=${`con-${name}`} url-key="" kiosk></zwgk-consultation>`,
  );
  return {element, root: element.shadowRoot!, server, requests};
}
const text = (root: ParentNode): string =>
  [root, ...deepAll(root, '*').flatMap((each) => each.shadowRoot ?? [])]
    .map((each) => each.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
const shown = (root: ParentNode, part: string) => until(part, () => text(root).includes(part));
const gone = (root: ParentNode, part: string) => until(`no ${part}`, () => !text(root).includes(part));
const press = async (root: ParentNode, name: string | RegExp) => (await until(String(name), () => byName(root, 'button', name))).click();
function fill(root: ParentNode, name: string, words: string): void {
  const field = byName(root, 'input', name) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true}));
}
async function write(root: ShadowRoot, words: string): Promise<void> {
  await press(root, '对整个草案提意见');
  const area = (await until('the box', () => deepAll(root, '.editor textarea')[0])) as HTMLTextAreaElement;
  area.value = words;
  area.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}
async function look(root: ShadowRoot): Promise<void> {
  await shown(root, '我的意见怎么样了');
  fill(root, '回执编号', 'Y20261125-000001');
  fill(root, '查询码', 'K7M4-9QXT-2RW8');
  await press(root, '查一查');
  await shown(root, '一楼不同意就不该装');
}

/** A clock for what waits as long as one of these; everything else goes on by itself. */
function mockClock(...delays: number[]): {pass(): void; restore(): void} {
  const native = window.setTimeout;
  const waiting: (() => void)[] = [];
  window.setTimeout = ((work: () => void, delay?: number) => {
    if (!delays.includes(delay ?? 0)) return native(work, delay);
    return -waiting.push(work);
  }) as never;
  return {
    pass: () => waiting.splice(0).forEach((work) => work()),
    restore: () => void (window.setTimeout = native),
  };
}

afterEach(() => localStorage.clear());

describe('what changed in the text (R3.10)', () => {
  it('is one press away from each kind of opinion, in its own articles only', async () => {
    const {root, requests} = await visit('reported');
    await shown(root, '补贴直接打到业主账户');
    expect(requests.some(({pathname}) => pathname.endsWith('/comparison'))).to.equal(false);
    const button = await until('the way', () => byName(root, 'button', '看改了哪些字'));
    button.click();
    const row = await until('the changes', () => deepAll(root, 'tr.change del')[0]?.closest('tr'));
    expect(row!.textContent).to.include('本办法有效期二年').and.not.include('万元的补贴');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await press(row!, '看全文的改动');
    await until('all of it', () => deepAll(root, '.texts .compare')[0]?.textContent!.includes('万元的补贴'));
    await press(root, '收起对照');
    await until('it is put away', () => deepAll(root, 'tr.change').length === 0);
  });
  it('is told from draft to draft while opinions are still asked', async () => {
    const earlierDrafts = [
      {number: 1, document: 'doc-3', version: 1, title: '加装电梯办法（第一次征求意见稿）', publishedOn: '2026-08-01'},
    ];
    const {root, requests} = await visit('open', {earlierDrafts});
    await shown(root, '第 1 稿，2026年8月1日');
    await press(root, '和上一稿对照');
    await until('the comparison', () => deepAll(root, '.texts ins')[0]);
    expect(requests.find(({pathname}) => pathname.endsWith('/comparison'))!.searchParams.get('draft')).to.equal('1');
  });
  it('is not offered where nothing was decided, nor where there is one text only', async () => {
    const {root} = await visit('open');
    await shown(root, '第四条');
    await shown(root, '我的意见怎么样了');
    expect(text(root)).to.not.include('历次文本');
  });
  it('a failure is said in its place, and can be tried again', async () => {
    let down = true;
    const override = (url: URL): Response | undefined =>
      down && url.pathname.endsWith('/comparison') ? new Response('', {status: 503}) : undefined;
    const {root} = await visit('reported', {}, {override});
    await press(root, '看改了哪些字');
    await shown(root, '没有对照成功');
    down = false;
    await press(root, '再试一次');
    await until('the changes', () => deepAll(root, 'tr.change del')[0]);
  });
  it('articles that the report names count as well', () => {
    const side = (n: string, id: string) => ({id, label: `第${n}条`});
    const rows = [
      {change: 'changed' as const, before: side('四', 'art-4'), after: side('四', 'art-4'), words: []},
      {change: 'added' as const, after: side('十四', 'art-14'), words: []},
      {change: 'same' as const, before: side('五', 'art-5'), after: side('五', 'art-5'), words: []},
    ];
    const ids = (cluster: Parameters<typeof rowsOf>[1]) => rowsOf(rows, cluster).map(({after}) => after!.id);
    expect(ids({sections: ['art-4', 'art-5']})).to.deep.equal(['art-4']);
    expect(ids({change: '新增第十四条。'})).to.deep.equal(['art-14']);
    expect(ids({})).to.deep.equal([]);
  });
});

describe('who looks for their own comments', () => {
  it('takes back that it is public, and takes that back', async () => {
    const {root, server} = await visit('reported');
    await look(root);
    await press(root, '不再公开');
    await shown(root, '已经不公开了');
    expect(server.changes[0]).to.deep.include({type: 'consent', publish: false, comments: ['0'.repeat(16)]});
    await press(root, '撤销');
    await gone(root, '已经不公开了');
    expect(server.changes[1]).to.deep.include({type: 'consent', publish: true, comments: ['0'.repeat(16)]});
    await shown(root, '您同意公开');
  });
  it('is told why one was not let through, and asks for another look, once', async () => {
    const {root, server} = await visit('reported');
    await look(root);
    await shown(root, '与本次征集无关：请向生态环境部门反映');
    await press(root, '请工作人员再看一次');
    await shown(root, '您的申诉正在处理');
    expect(server.changes[0]).to.deep.include({type: 'appeal', comments: ['1'.padStart(16, '0')]});
    expect(byName(root, 'button', '请工作人员再看一次')).to.equal(undefined);
  });
  it('withdraws one and keeps the other, after being asked once more', async () => {
    const {root, server} = await visit('reported');
    await look(root);
    await press(root, '撤回这一条');
    await press(root, '不撤回');
    await gone(root, '不能恢复');
    expect(server.changes).to.deep.equal([]);
    await press(root, '撤回这一条');
    await shown(root, '这一条不再公开，也不再计入，不能恢复');
    await press(root, '确定撤回');
    await shown(root, '已经撤回');
    await gone(root, '一楼不同意就不该装');
    await shown(root, '楼下的饭店太吵');
  });
});

describe('time runs out while somebody writes (T32)', () => {
  it('says so five minutes before and at the end, by the server’s clock; what was typed stays to be copied', async () => {
    const clock = mockClock(LOOK, LOOK_SOON);
    try {
      const {root, server, requests} = await visit('last');
      const asked = (): number => requests.filter(({pathname}) => pathname.endsWith('/con-last')).length;
      await shown(root, '对整个草案提意见');
      clock.pass();
      await write(root, '四层太高，还没写完');
      const [item] = server.items;
      server.items = [{...item!, standing: {...item!.standing, closingSoon: true}}];
      clock.pass();
      await until('it stands there', () => deepAll(root, '.soon')[0]?.textContent!.includes('征集 5 分钟内截止，请现在提交'));
      expect(asked()).to.equal(2, 'while nobody wrote, nothing was asked');
      await until('it is said aloud', () => deepAll(root, '[role=status]').some((live) => live.textContent!.includes('5 分钟内截止')));
      expect(byName(root, 'button', '放进意见单')).to.not.equal(undefined, 'one can still go on');
      server.items = [consultation('closed', {id: 'con-last'})];
      clock.pass();
      await shown(root, '征集已经截止，这些意见没有提交');
      expect((deepAll(root, '.unsent textarea')[0] as HTMLTextAreaElement).value).to.include('四层太高，还没写完');
      expect(byName(root, 'button', '复制全部内容')).to.not.equal(undefined);
    } finally {
      clock.restore();
    }
  });
});

describe('in time, but not over the network', () => {
  it('says how else, where opinions are not asked for in this way', async () => {
    const {root} = await visit('open', {open: false, channels: ['email', 'letter']});
    await shown(root, '这次征集不在网上收意见');
    const ways = await until('the ways', () => deepAll(root, 'details').find((each) => each.textContent!.includes('提意见的办法')));
    expect((ways as HTMLDetailsElement).open).to.equal(true);
    expect(byName(root, 'button', /提意见/)).to.equal(undefined);
  });
  it('says that it is for now, where the service takes nothing, and loses nothing of what is written', async () => {
    const {element, root, server} = await visit('open');
    await write(root, '补贴太少');
    server.items = [{...server.items[0]!, open: false}];
    element.reload();
    await shown(root, '网上现在收不了意见，这些没有提交');
    await gone(root, '征集已经截止');
    expect((deepAll(root, '.unsent textarea')[0] as HTMLTextAreaElement).value).to.include('补贴太少');
    server.items = [{...server.items[0]!, open: true}];
    element.reload();
    await until('it goes on', () => (deepAll(root, '.editor textarea')[0] as HTMLTextAreaElement | undefined)?.value === '补贴太少');
  });
});

describe('files', () => {
  const choose = async (root: ShadowRoot, ...names: string[]): Promise<void> => {
    const input = (await until('the field', () => deepAll(root, 'input[type=file]')[0])) as HTMLInputElement;
    const list = new DataTransfer();
    for (const name of names) list.items.add(new File(['%PDF-1.7'], name));
    input.files = list.files;
    input.dispatchEvent(new Event('change', {bubbles: true}));
  };
  const review = async (root: ShadowRoot): Promise<void> => {
    await write(root, '补贴太少');
    await press(root, '放进意见单');
    await press(root, /^核对并提交/);
  };
  it('go with the comments, where the consultation takes them', async () => {
    const applications = new Applications();
    const {root, server} = await visit('open', {maxAttachments: 2, maxUploadBytes: 10 * 1024 * 1024}, {applications});
    await review(root);
    await shown(root, '只给主办单位看，不公开');
    await choose(root, '修改建议.pdf', '现场.exe');
    await shown(root, '已传好');
    await shown(root, '这种格式收不了');
    ((await until('the consent', () => byName(root, 'input', /^ ?同意主办单位/))) as HTMLInputElement).click();
    await press(root, /^ ?提交 1 条意见/);
    await shown(root, '已收到您的 1 条意见');
    expect(server.sent.attachments).to.deep.equal([...applications.uploads.keys()]);
  });
  it('are not asked for where it takes none', async () => {
    const {root} = await visit('open');
    await review(root);
    await shown(root, '同意把我的意见公开');
    expect(deepAll(root, 'input[type=file]')).to.deep.equal([]);
  });
  it('that lay too long are told at their field, and can be sent again', async () => {
    let isLate = true;
    const override = (url: URL, {method}: RequestInit): Response | undefined => {
      if (!isLate || method !== 'POST' || !url.pathname.endsWith('/comments')) return undefined;
      const errors = [{path: '/attachments/0', code: 'upload-expired', message: ''}];
      const body = JSON.stringify({type: 'x', title: 'x', status: 422, code: 'upload-expired', errors});
      return new Response(body, {status: 422, headers: {'content-type': 'application/problem+json'}});
    };
    const {root, server} = await visit('open', {maxAttachments: 1, maxUploadBytes: 1024}, {override, applications: new Applications()});
    await review(root);
    await choose(root, '修改建议.pdf');
    await shown(root, '已传好');
    ((await until('the consent', () => byName(root, 'input', /^ ?同意主办单位/))) as HTMLInputElement).click();
    await press(root, /^ ?提交 1 条意见/);
    await shown(root, '文件已经过期，请重新选');
    isLate = false;
    await press(root, /^ ?再传一次/);
    await shown(root, '已传好');
    await press(root, /^ ?再提交一次/);
    await shown(root, '已收到您的 1 条意见');
    expect(server.sent.attachments!.length).to.equal(1);
  });
});
