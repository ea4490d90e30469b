import {expect, fixture, html} from '@open-wc/testing';
import './zwgk-application-status.ts';
import {attach, pictureOf} from '../testing/application-form.ts';
import {answerOf, receipt, refuse, StatusBackend, statuses} from '../testing/application-status.ts';
import {useBackend, type Scenario} from '../testing/backend.ts';
import {byName, until, wakeAfter} from '../testing/wait.ts';
import type {ZwgkApplicationStatus} from './application-status.ts';

interface Visit {
  readonly element: ZwgkApplicationStatus;
  readonly root: ShadowRoot;
}
async function visit(backend = new StatusBackend(), kiosk = false, delay?: Scenario['delay']): Promise<Visit> {
  const {endpoint} = useBackend({...backend.scenario, ...(delay ? {delay} : {})});
  const element = await fixture<ZwgkApplicationStatus>(
    html`<zwgk-application-status endpoint=${endpoint} document-href="/d.html?id={id}" ?kiosk=${kiosk}
      ><a href="https://www.example.com/status">网页版</a></zwgk-application-status
    >`,
  );
  return {element, root: element.shadowRoot!};
}
const words = ({textContent}: {textContent: string | null}): string => textContent!.replace(/\s+/g, ' ').trim();
const shown = (root: ShadowRoot, text: string) => until(text, () => words(root).includes(text));
const field = (root: ShadowRoot, name: string | RegExp) => byName(root, 'input, textarea, select', name) as HTMLInputElement;
const press = async (root: ShadowRoot, name: string | RegExp): Promise<void> =>
  (await until(String(name), () => byName(root, 'button', name))).click();

async function lookUp(root: ShadowRoot, number = receipt.number, code = receipt.code): Promise<void> {
  await until('the form', () => field(root, '回执编号'));
  field(root, '回执编号').value = number;
  field(root, '查询码').value = code;
  field(root, '查询码').focus();
  await press(root, '查进度');
}
async function opened(backend = new StatusBackend(), kiosk = false, delay?: Scenario['delay']): Promise<Visit> {
  const it = await visit(backend, kiosk, delay);
  await lookUp(it.root);
  await shown(it.root, receipt.number);
  return it;
}

describe('a person with a receipt', () => {
  it('types number and code as they come, and reads how long it still takes (R6.4)', async () => {
    const backend = new StatusBackend();
    const {root} = await visit(backend);
    await lookUp(root, '２０２６１０１９ 000427', '7k3m oalp 9xyz');
    await shown(root, '最多还要 5 个工作日');
    await shown(root, '2026年12月1日（周二）');
    expect(backend.sent[0]!.body).to.deep.equal({number: receipt.number, code: receipt.code});
    expect(words(root.activeElement!)).to.contain('申请办到哪一步了');
  });
  it('reads which days did not count, why, and by which law', async () => {
    const {root} = await opened();
    const text = words(root);
    for (const part of [
      '已经用了 15 个工作日',
      '暂停 10 个工作日，不算在内',
      '还剩 5 个工作日',
      '期限暂停 7 个工作日',
      '征求第三方意见的时间，法律规定不算在内。',
      '国务院令第711号 第三十三条第三款',
    ])
      expect(text).to.contain(part);
  });
  it('is told what cannot be a number or a code before anything is asked', async () => {
    const backend = new StatusBackend();
    const {root} = await visit(backend);
    await lookUp(root, '', '7K3M');
    await shown(root, '请填写回执编号');
    await shown(root, '您写了 4 位');
    expect(root.activeElement === field(root, '回执编号')).to.equal(true);
    expect(field(root, '查询码').getAttribute('aria-invalid')).to.equal('true');
    expect(backend.sent.length).to.equal(0);
  });
  it('is told alike of a wrong code and an unknown number, and keeps what was typed', async () => {
    const told: string[] = [];
    for (const [number, code] of [
      [receipt.number, '0000-0000-0000'],
      ['20261019-999999', receipt.code],
    ]) {
      const {root} = await visit();
      await lookUp(root, number, code);
      await shown(root, '没有查到');
      told.push(words(root.querySelector('.refusal')!));
      expect([field(root, '回执编号').value, field(root, '查询码').value]).to.deep.equal([number, code]);
      expect(root.activeElement === root.querySelector('.refusal')).to.equal(true);
    }
    expect(told[0]).to.equal(told[1]);
  });
  it('is told for how long too many tries lock it', async () => {
    const backend = new StatusBackend();
    backend.override = () => refuse(429, 'locked-out', {}, {'retry-after': '840'});
    const {root} = await visit(backend);
    await lookUp(root);
    await shown(root, '请过 14 分钟再查');
  });
  it('keeps what was typed when something else answers, and can try again', async () => {
    const backend = new StatusBackend();
    for (const response of [
      () => new Response('<html>login</html>', {headers: {'content-type': 'text/html'}}),
      () => Response.json({items: []}),
      () => refuse(503, 'unavailable'),
    ]) {
      backend.override = response;
      const {root} = await visit(backend);
      await lookUp(root);
      await until('a way to try again', () => byName(root, 'button', '再试一次'));
      expect(field(root, '查询码').value).to.equal(receipt.code);
      expect(words(root)).to.not.contain('工作日');
      backend.override = () => undefined;
      await press(root, '再试一次');
      await shown(root, '最多还要 5 个工作日');
    }
  });
  it('finds no field that a browser or a password manager would fill or keep', async () => {
    const {root} = await visit();
    for (const input of root.querySelectorAll('input')) {
      expect(input.autocomplete).to.equal('off');
      expect([input.hasAttribute('data-1p-ignore'), input.hasAttribute('data-lpignore'), input.hasAttribute('name')]).to.deep.equal([
        true,
        true,
        false,
      ]);
    }
  });
  it('does not send the page’s own form with Enter', async () => {
    const {endpoint} = useBackend(new StatusBackend().scenario);
    const form = await fixture<HTMLFormElement>(
      html`<form><input name="q" /><zwgk-application-status endpoint=${endpoint}></zwgk-application-status></form>`,
    );
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent++;
    });
    const {shadowRoot} = form.querySelector('zwgk-application-status')!;
    await until('the form', () => field(shadowRoot!, '查询码'));
    field(shadowRoot!, '查询码').form!.requestSubmit();
    expect(sent).to.equal(0);
    expect([...new FormData(form).keys()]).to.deep.equal(['q']);
  });
});

describe('a person with a link', () => {
  it('sees the request, and the token is out of the address at once', async () => {
    history.replaceState(null, '', `#t=${receipt.token}`);
    const backend = new StatusBackend();
    const {root} = await visit(backend);
    expect(location.href).to.not.contain('#');
    await shown(root, '最多还要 5 个工作日');
    expect(backend.sent[0]!.body).to.deep.equal({token: receipt.token});
  });
  it('may paste it where the number goes', async () => {
    const {root} = await visit();
    await lookUp(root, `https://www.example.com/s.html#t=${receipt.token}`, '');
    await shown(root, '最多还要 5 个工作日');
  });
  it('is told when it is broken, and can type instead', async () => {
    const {root} = await visit();
    location.hash = '#t=broken';
    await shown(root, '这个链接不对或者不完整');
    await lookUp(root);
    await shown(root, '最多还要 5 个工作日');
  });
  it('keeps other fragments of the page', async () => {
    history.replaceState(null, '', '#art-12');
    await visit();
    expect(location.hash).to.equal('#art-12');
    history.replaceState(null, '', location.pathname);
  });
});

describe('an applicant who is asked to correct', () => {
  it('sees what is to be corrected, by when, and sends it once with one key', async () => {
    const backend = new StatusBackend(statuses.correctionRequired);
    const {root} = await opened(backend);
    await shown(root, '请补正，最晚2026年11月6日（周五）');
    await press(root, '去补正');
    await shown(root, '有两处重名');
    const description = await until('the field', () => field(root, '描述'));
    expect(field(root, '名称').value).to.equal(statuses.correctionRequired.request.title);
    description.value = '示范区的那条路。';
    await press(root, '提交补正');
    byName(root, 'button', '正在提交…')?.click();
    await shown(root, '申请已经登记');
    const sent = backend.sent.filter(({path}) => path === '/applications/corrections');
    expect(sent.length).to.equal(1);
    expect(sent[0]!.body).to.deep.equal({
      credential: {number: receipt.number, code: receipt.code},
      request: {...statuses.correctionRequired.request, description: '示范区的那条路。'},
    });
    expect(sent[0]!.key).to.match(/^[\w-]{22}$/);
  });
  it('hands in the papers that were asked for, which wait for each other', async () => {
    const backend = new StatusBackend(statuses.correctionRequired);
    const {root} = await opened(backend);
    await press(root, '去补正');
    await attach(root, 'attachments', pictureOf('示意图.jpg'), pictureOf('坏.heic'));
    await shown(root, '这种格式收不了');
    await shown(root, '已传好');
    await press(root, '提交补正');
    await shown(root, '申请已经登记');
    const [sent] = backend.sent.filter(({path}) => path === '/applications/corrections');
    expect((sent!.body as {attachments: string[]}).attachments).to.deep.equal(['upload-000000000000000']);
  });
  it('does not send while a paper is still on its way, and is told where', async () => {
    const backend = new StatusBackend(statuses.correctionRequired);
    const {root} = await opened(backend, false, (url) => (url.pathname.endsWith('/uploads') ? Infinity : 0));
    await press(root, '去补正');
    await attach(root, 'attachments', pictureOf());
    await until('its progress', () => root.querySelector('progress'));
    await press(root, '提交补正');
    await shown(root, '还有文件正在上传');
    expect(backend.sent.filter(({path}) => path === '/applications/corrections')).to.deep.equal([]);
    await press(root, /取消上传/);
    await press(root, '提交补正');
    await shown(root, '申请已经登记');
  });
  it('sends a paper again that the server no longer has', async () => {
    const backend = new StatusBackend(statuses.correctionRequired);
    const {root} = await opened(backend);
    await press(root, '去补正');
    await attach(root, 'attachments', pictureOf());
    await shown(root, '已传好');
    backend.override = () => refuse(422, 'upload-expired');
    await press(root, '提交补正');
    await press(root, /再传一次/);
    await shown(root, '已传好');
  });
  it('is led to what is missing', async () => {
    const {root} = await opened(new StatusBackend(statuses.correctionRequired));
    await press(root, '去补正');
    for (const name of ['名称', '文号', '描述']) field(root, name).value = '';
    await press(root, '提交补正');
    await shown(root, '有 1 处要改');
    await press(root, /名称：请至少写一项/);
    expect(root.activeElement === field(root, '名称')).to.equal(true);
  });
  it('keeps what was typed when it does not arrive, and tries again with the same key', async () => {
    const backend = new StatusBackend(statuses.correctionRequired);
    const {root} = await opened(backend);
    await press(root, '去补正');
    field(root, '描述').value = '示范区的那条路。';
    backend.override = () => new Response('<html>login</html>', {headers: {'content-type': 'text/html'}});
    await press(root, '提交补正');
    await until('a way to try again', () => byName(root, 'button', '再试一次'));
    expect(field(root, '描述').value).to.equal('示范区的那条路。');
    backend.override = () => undefined;
    await press(root, '再试一次');
    await shown(root, '申请已经登记');
    const keys = backend.sent.filter(({path}) => path === '/applications/corrections').map(({key}) => key);
    expect(keys.length).to.equal(2);
    expect(keys[0]).to.equal(keys[1]);
  });
  it('finds the server’s complaints on their fields', async () => {
    const backend = new StatusBackend(statuses.correctionRequired);
    const {root} = await opened(backend);
    await press(root, '去补正');
    backend.override = () =>
      refuse(400, 'invalid-body', {
        errors: [
          {path: '/request/medium', code: 'medium-does-not-fit', message: '…'},
          {path: '/contact/address', code: 'required', message: '…'},
        ],
      });
    await press(root, '提交补正');
    await shown(root, '有 2 处要改');
    expect(field(root, '纸质还是电子').getAttribute('aria-invalid')).to.equal('true');
    await shown(root, '这里改不了');
  });
});

describe('an applicant who wants the request back', () => {
  const withdrawals = (backend: StatusBackend): number => backend.sent.filter(({path}) => path === '/applications/withdrawals').length;

  it('is asked first, has to say that it is meant, and is then told that it is done', async () => {
    const backend = new StatusBackend();
    const {root} = await opened(backend);
    await press(root, '撤回申请');
    await shown(root, '撤回了不能恢复');
    await press(root, '确定撤回');
    await shown(root, '请先勾选');
    expect(withdrawals(backend)).to.equal(0);
    field(root, '我知道撤回了不能恢复').click();
    field(root, '为什么撤回（可以不写）').value = '已经找到了';
    const button = await until('the button', () => byName(root, 'button', '确定撤回'));
    button.click();
    button.click();
    await shown(root, '您已经撤回这份申请');
    expect(withdrawals(backend)).to.equal(1);
    expect(backend.sent.at(-1)!.body).to.have.property('note', '已经找到了');
    expect(words(root.activeElement!)).to.contain('申请办到哪一步了');
  });
  it('can keep it, and the tick is not remembered', async () => {
    const backend = new StatusBackend();
    const {root} = await opened(backend);
    await press(root, '撤回申请');
    await until('the tick', () => field(root, '我知道撤回了不能恢复'));
    field(root, '我知道撤回了不能恢复').click();
    await press(root, '不撤回');
    await until('the focus back', () => root.activeElement && words(root.activeElement) === '撤回申请');
    await press(root, '撤回申请');
    await until('the question again', () => field(root, '我知道撤回了不能恢复'));
    expect(field(root, '我知道撤回了不能恢复').checked).to.equal(false);
    expect(withdrawals(backend)).to.equal(0);
  });
  it('is told when the request has moved on, and looks again', async () => {
    const backend = new StatusBackend();
    const {root} = await opened(backend);
    await press(root, '撤回申请');
    await until('the tick', () => field(root, '我知道撤回了不能恢复'));
    field(root, '我知道撤回了不能恢复').click();
    backend.override = () => refuse(409, 'illegal-move');
    await press(root, '确定撤回');
    await shown(root, '申请可能刚有了新的进展');
    backend.override = () => undefined;
    backend.status = statuses.answered;
    await press(root, '再查一次');
    await shown(root, '已答复您');
  });
});

describe('an applicant who was answered', () => {
  it('reads the outcome in plain words, the law, the files, and the last day for reconsideration', async () => {
    const {root} = await opened(new StatusBackend(statuses.answered));
    const text = words(root);
    for (const part of [
      '部分公开',
      '2026年11月27日（周五）已答复您',
      '用了 18 个工作日，在期限以内',
      '能公开的给您，不能公开的部分已经去掉或者遮住',
      '《中华人民共和国政府信息公开条例》第三十七条',
      '312 KB',
      '最后一天：2027年1月26日（周二）',
    ])
      expect(text).to.contain(part);
    expect((byName(root, 'a', '示例市道路改造工程管理办法') as HTMLAnchorElement).href).to.equal(
      new URL('/d.html?id=doc-1', location.href).href,
    );
  });
  it('is never led to an address that could run', async () => {
    const answer = answerOf('granted', {
      attachments: [{name: '坏.pdf', url: 'javascript:alert(1)', mediaType: 'application/pdf', bytes: 1}],
    });
    const {root} = await opened(new StatusBackend({...statuses.answered, answer}));
    await shown(root, '坏.pdf');
    expect(byName(root, 'a', '坏.pdf') === undefined).to.equal(true);
  });
  it('is told when the answer came late', async () => {
    const {root} = await opened(new StatusBackend(statuses.answeredLate));
    await shown(root, '比期限晚了 3 个工作日');
  });
});

describe('an applicant who waits in vain', () => {
  it('reads what may be done before looking back', async () => {
    const {root} = await opened(new StatusBackend(statuses.overdue));
    const text = words(root);
    expect(text).to.contain('已经超过期限 5 个工作日');
    expect(text.indexOf('投诉、举报')).to.be.lessThan(text.indexOf('您提交了申请'));
  });
});

describe('a person on somebody else’s computer', () => {
  it('clears everything with one press', async () => {
    const {root} = await opened();
    await press(root, '离开前清除');
    await until('the form', () => field(root, '回执编号'));
    expect([field(root, '回执编号').value, field(root, '查询码').value]).to.deep.equal(['', '']);
    expect(words(root)).to.not.contain(receipt.number);
    expect(words(root)).to.not.contain(statuses.processing.request.title!);
    await shown(root, '没有留下您的信息');
  });
  it('leaves nothing when the page is left, not even what was only typed', async () => {
    const {root} = await opened();
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    await until('the form', () => field(root, '回执编号'));
    expect(words(root)).to.not.contain(statuses.processing.request.title!);
    field(root, '查询码').value = receipt.code;
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    expect(field(root, '查询码').value).to.equal('');
  });
  for (const kiosk of [true, false]) {
    it(`${kiosk ? 'leaves nothing' : 'stays in view'} when nobody is there for ten minutes ${kiosk ? 'at a computer that others use' : 'on a device of one’s own'}`, async () => {
      const {root} = await opened(new StatusBackend(), kiosk);
      wakeAfter(9 * 60_000);
      expect(words(root)).to.contain(receipt.number);
      // The clock goes on from there.
      wakeAfter(19 * 60_000);
      if (kiosk) await until('the form', () => field(root, '回执编号'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(words(root).includes(receipt.number)).to.equal(!kiosk);
    });
  }
  it('leaves not even what was only typed at a computer that others use', async () => {
    const {root} = await visit(new StatusBackend(), true);
    await until('the form', () => field(root, '查询码'));
    const code = field(root, '查询码');
    code.focus();
    code.value = receipt.code;
    code.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await until('it is wiped', () => (wakeAfter(10 * 60_000), code.value === ''));
  });
  it('leaves nothing in the browser’s stores', async () => {
    await opened();
    const kept = [localStorage, sessionStorage].map((store) => JSON.stringify({...store})).join() + document.cookie + location.href;
    for (const secret of [receipt.code, receipt.token, receipt.number]) expect(kept).to.not.contain(secret);
  });
});

describe('what the reader takes along', () => {
  it('is copied in plain words, without what opens the request', async () => {
    const {root} = await opened();
    let copied = '';
    const {writeText} = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void (copied = text);
    try {
      await press(root, '复制进度');
      await shown(root, '已复制');
    } finally {
      navigator.clipboard.writeText = writeText;
    }
    expect(copied).to.contain('最多还要 5 个工作日');
    expect(copied).to.contain('最晚2026年12月1日（周二） 答复您');
    expect(copied).to.not.contain(receipt.code);
  });
  it('is a calendar file with the days that are due', async () => {
    const {root} = await opened(new StatusBackend(statuses.answered));
    let file: Blob | undefined;
    let name = '';
    const {createObjectURL} = URL;
    URL.createObjectURL = (blob) => ((file = blob as Blob), 'data:text/calendar,');
    // A real download opens a window of Firefox's, which takes the focus from every test after this one.
    HTMLAnchorElement.prototype.click = function () {
      name = this.download;
    };
    try {
      await press(root, '把日期存到日历');
    } finally {
      URL.createObjectURL = createObjectURL;
      delete (HTMLAnchorElement.prototype as Partial<HTMLAnchorElement>).click;
    }
    expect(name).to.match(/\.ics$/);
    const text = await file!.text();
    expect(text).to.contain('DTSTART;VALUE=DATE:20270126');
    expect(text).to.not.contain(receipt.code);
  });
});

describe('a webmaster', () => {
  it('hears of a failure by its code, and of a wrong code nothing', async () => {
    const codes: string[] = [];
    const backend = new StatusBackend();
    const {element, root} = await visit(backend);
    element.addEventListener('zwgk-application-status-error', ({detail}) => codes.push(detail.error.code));
    await lookUp(root, receipt.number, '0000-0000-0000');
    await shown(root, '没有查到');
    backend.override = () => refuse(500, 'internal');
    await press(root, '查进度');
    await until('the failure', () => byName(root, 'button', '再试一次'));
    expect(codes).to.deep.equal(['server-error']);
  });
  it('sees the page’s own links where nothing is configured', async () => {
    const element = await fixture<ZwgkApplicationStatus>(
      html`<zwgk-application-status><a href="https://www.example.com/status">网页版</a></zwgk-application-status>`,
    );
    await until('the links', () => element.shadowRoot!.querySelector('slot'));
  });
  it('has it in English on an English page', async () => {
    const {element, root} = await opened();
    element.lang = 'en';
    await shown(root, 'At most 5 working days more');
    await shown(root, 'What happened');
  });
});
