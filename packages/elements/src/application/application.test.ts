import {expect, fixture, html} from '@open-wc/testing';
import './zwgk-application.ts';
import {attach, fill, MATTER, onStep, PERSON, pictureOf, press, walkTo, WAY} from '../testing/application-form.ts';
import {Applications} from '../testing/applications.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {byName, deepAll, until} from '../testing/wait.ts';
import type {ZwgkApplication} from './application.ts';

interface Visit {
  readonly element: ZwgkApplication;
  readonly root: ShadowRoot;
  readonly applications: Applications;
  readonly requests: readonly URL[];
  readonly endpoint: string;
}

async function visit(scenario: Scenario = {}, changes: Partial<ZwgkApplication> = {}): Promise<Visit> {
  const applications = scenario.applications ?? new Applications();
  const {endpoint, requests} = useBackend({...scenario, applications});
  const element = await fixture<ZwgkApplication>(
    html`<zwgk-application endpoint=${endpoint} agency="sls-zjt" url-key=""
      ><a href="https://www.example.com/list">网页版</a></zwgk-application
    >`,
  );
  Object.assign(element, changes);
  return {element, root: element.shadowRoot!, applications, requests, endpoint};
}
const shown = (root: ShadowRoot, text: string) => until(text, () => root.textContent.includes(text));
const field = (root: ShadowRoot, name: string): HTMLInputElement => deepAll(root, `[data-field="${name}"]`)[0] as HTMLInputElement;
const submits = ({requests}: Visit): number => requests.filter(({pathname}) => pathname.endsWith('/applications')).length;
const focused = (root: ShadowRoot): Element | null => root.activeElement;

afterEach(() => localStorage.clear());

describe('a visitor', () => {
  it('has the page’s own links before anything is there', async () => {
    const {root} = await visit({delay: Infinity});
    expect(root.querySelector('slot') !== null).to.equal(true);
  });
  it('reads how to ask first, with the office, the usual time and the version (R6.5)', async () => {
    const {root} = await visit();
    for (const text of ['先找一找', '政府信息公开工作办公室', '近一年平均 12 个工作日', '第 3 版', '第 1 步，共 5 步'])
      await shown(root, text);
  });
  it('can try again when the service is down, and still has the links', async () => {
    let down = true;
    const {root} = await visit({override: () => (down ? problem(500, 'internal') : undefined)});
    const again = await until('a way to try again', () => byName(root, 'button', '再试一次'));
    expect(root.querySelector('slot') !== null).to.equal(true);
    down = false;
    again.click();
    await shown(root, '先找一找');
  });
  it('reads English on an English page', async () => {
    const {element, root} = await visit();
    element.lang = 'en';
    await shown(root, 'Step 1 of 5');
    await press(root, 'Start');
    await shown(root, 'The law asks for a name');
  });
  it('asks for information, one step at a time, and gets a receipt (R6.4)', async () => {
    const {root, applications, element} = await visit();
    const told: unknown[] = [];
    element.addEventListener('zwgk-application-submitted', ({detail}) => told.push(detail));
    await walkTo(root, 5);
    await shown(root, '320***********000X');
    await press(root, '提交申请');
    await shown(root, '20261125-000001');
    for (const text of ['K7M4-9QXT-2RW8', '最晚 2026年12月23日（周三）（预计） 答复您', '青禾路改造']) await shown(root, text);
    expect(applications.rows.size).to.equal(1);
    expect(applications.sent.applicant.name).to.equal('示例申请人甲');
    expect(applications.sent.guideVersion).to.equal(3);
    expect(told).to.deep.equal([{number: '20261125-000001'}]);
  });
  it('asks as an organisation, by post', async () => {
    const {root, applications} = await visit();
    await walkTo(root, 2);
    await fill(root, {
      ...{'applicant.type': 'organization', 'org.name': '示例公司', 'org.uscc': '11320000999999031W', 'org.category': 'research'},
      ...{'org.legalRep': '李某', 'org.contactName': '王某'},
    });
    await attach(root, 'applicant.idProofs', pictureOf('执照.pdf'));
    await shown(root, '已传好');
    await press(root, '下一步');
    await onStep(root, 3);
    await fill(root, MATTER);
    await press(root, '下一步');
    await onStep(root, 4);
    await fill(root, {'request.delivery': 'post'});
    await fill(root, {'request.medium': 'paper', 'contact.address': '示例市示范区青禾路', 'contact.postcode': '210000'});
    await press(root, '下一步');
    await onStep(root, 5);
    await press(root, '提交申请');
    await shown(root, '申请已收到');
    expect(applications.sent.org?.category).to.equal('research');
    expect(applications.sent.contact).to.deep.equal({address: '示例市示范区青禾路', postcode: '210000'});
  });
  it('goes back and finds everything as it was', async () => {
    const {root} = await visit();
    await walkTo(root, 4);
    await press(root, '上一步');
    await onStep(root, 3);
    expect(field(root, 'request.title').value).to.equal(MATTER['request.title']);
    await press(root, '上一步');
    await onStep(root, 2);
    expect([field(root, 'applicant.name').value, field(root, 'applicant.idNumber').value]).to.deep.equal([
      PERSON['applicant.name'],
      PERSON['applicant.idNumber'],
    ]);
    await shown(root, '证件.jpg');
  });
  it('changes one line of the last look, and comes to its field', async () => {
    const {root} = await visit();
    await walkTo(root, 5);
    await press(root, /^ ?修改 ?手机/);
    await onStep(root, 4);
    await until('the focus', () => focused(root) === field(root, 'contact.mobile'));
  });
});

describe('what is wrong', () => {
  it('is told on top with links and at each field, and goes when it is mended', async () => {
    const {root} = await visit();
    await walkTo(root, 2);
    await fill(root, {...PERSON, 'applicant.idNumber': '320100199001010001'});
    await press(root, '下一步');
    await shown(root, '还有 2 处要改');
    await until('the focus', () => focused(root)?.matches('.error-summary'));
    const number = field(root, 'applicant.idNumber');
    expect(number.getAttribute('aria-invalid')).to.equal('true');
    expect(root.getElementById(number.getAttribute('aria-describedby')!.split(' ').at(-1)!)!.textContent).to.contain('有一位不对');
    byName(root, 'a', /证件号码/)!.click();
    await until('the field', () => focused(root) === number);
    await fill(root, {'applicant.idNumber': PERSON['applicant.idNumber']!});
    await shown(root, '还有 1 处要改');
    expect(number.hasAttribute('aria-invalid')).to.equal(false);
  });
  it('to the server lands on its field, and everything typed is kept', async () => {
    const body = {...{type: '', title: '<b>', status: 422, code: 'invalid-body'}, errors: [{path: '/applicant/idNumber', message: '<b>'}]};
    const {root} = await visit({
      override: (url, {method}) =>
        method === 'POST' && url.pathname.endsWith('/applications') ? Response.json(body, {status: 422}) : undefined,
    });
    await walkTo(root, 5);
    await press(root, '提交申请');
    await shown(root, '还有 1 处要改');
    byName(root, 'a', /证件号码/)!.click();
    await onStep(root, 2);
    expect(field(root, 'applicant.idNumber').value).to.equal(PERSON['applicant.idNumber']);
  });
  it('keeps a whole form from being sent from its last step', async () => {
    const seen = await visit({}, {step: 'check'});
    await press(seen.root, '提交申请');
    await shown(seen.root, '请选择“申请人类型”');
    expect(submits(seen)).to.equal(0);
  });
});

describe('what may have been published already', () => {
  it('is offered while the person writes; stopping there is counted (R6.4)', async () => {
    const {root, applications, element} = await visit();
    const found: string[] = [];
    element.addEventListener('zwgk-application-resolved', ({detail}) => found.push(detail.document));
    await walkTo(root, 3);
    await fill(root, {'request.title': '示例市'});
    await shown(root, '也许就是您要的');
    const link = root.querySelector<HTMLAnchorElement>('.found a')!;
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
    await press(root, /就是它/);
    await shown(root, '找到了，不用申请');
    expect(applications.resolved.length).to.equal(1);
    expect(found.length).to.equal(1);
    await press(root, '不是它，还是要申请');
    expect((await until('the field', () => field(root, 'request.title'))).value).to.equal('示例市');
  });
  it('and was not enough goes with the request', async () => {
    const {root, applications} = await visit();
    await walkTo(root, 3);
    await fill(root, {...MATTER, 'request.title': '示例市'});
    await shown(root, '也许就是您要的');
    await press(root, '下一步');
    await onStep(root, 4);
    await fill(root, WAY);
    await press(root, '下一步');
    await press(root, '提交申请');
    await shown(root, '申请已收到');
    expect(applications.sent.shownDocuments!.length > 0).to.equal(true);
  });
});

describe('files', () => {
  it('that cannot be taken are named with the reason, and the rest goes on', async () => {
    const {root, applications} = await visit({applications: new Applications({maxUploadBytes: 4096})});
    await walkTo(root, 2);
    await fill(root, PERSON);
    await attach(root, 'applicant.idProofs', pictureOf('a.heic'), pictureOf('b.jpg', 5000), pictureOf('c.png', 0), pictureOf('d.jpg'));
    for (const text of ['这种格式收不了', '超过了 4 KB', '空的', '已传好']) await shown(root, text);
    expect(applications.uploads.size).to.equal(1);
  });
  it('that did not get through are sent again alone, and those that did are not (R7)', async () => {
    let down = true;
    const sent: string[] = [];
    const {root, applications} = await visit({
      override: (url, {headers}) => {
        if (!url.pathname.endsWith('/uploads')) return undefined;
        sent.push(decodeURIComponent(new Headers(headers).get('upload-name')!));
        return down && sent.length === 2 ? new Response('<html>') : undefined;
      },
    });
    await walkTo(root, 2);
    await fill(root, PERSON);
    await attach(root, 'applicant.idProofs', pictureOf('1.jpg'), pictureOf('2.jpg'), pictureOf('3.jpg'));
    await shown(root, '没有传上去');
    await until('the third', () => applications.uploads.size === 2);
    down = false;
    await press(root, /再传一次/);
    await until('all', () => applications.uploads.size === 3);
    expect(sent).to.deep.equal(['1.jpg', '2.jpg', '3.jpg', '2.jpg']);
  });
  it('that were changed or removed after they were chosen are told apart, and nothing else is lost (R20)', async () => {
    const gone = pictureOf('换过.jpg');
    Object.defineProperty(gone, 'slice', {value: () => ({arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError'))})});
    const {root} = await visit({
      override: (url, {method}) => {
        if (method === 'POST' && url.pathname.endsWith('/uploads')) throw new TypeError('failed');
        return undefined;
      },
    });
    await walkTo(root, 2);
    await fill(root, PERSON);
    await attach(root, 'applicant.idProofs', gone);
    await shown(root, '被改过、移走或者删除');
    expect(field(root, 'applicant.name').value).to.equal(PERSON['applicant.name']);
  });
  it('can be stopped', async () => {
    const {root} = await visit({delay: (url) => (url.pathname.endsWith('/uploads') ? 1e9 : 0)});
    await walkTo(root, 2);
    await fill(root, PERSON);
    await attach(root, 'applicant.idProofs', pictureOf());
    await until('its progress', () => root.querySelector('progress'));
    await press(root, '下一步');
    await shown(root, '还在上传');
    await press(root, /取消上传/);
    await until('nothing', () => !root.querySelector('.file'));
  });
});

describe('somebody’s privacy', () => {
  it('is told about before anything is typed, without a consent that is none', async () => {
    const {root} = await visit();
    await walkTo(root, 2);
    for (const text of ['办理您的政府信息公开申请', '3 年', '可以查看、更正、删除']) await shown(root, text);
    expect(root.textContent.includes('同意')).to.equal(false);
  });
  it('keeps identity numbers from browsers and password managers', async () => {
    const {root} = await visit();
    await walkTo(root, 2);
    await fill(root, PERSON);
    const number = field(root, 'applicant.idNumber');
    expect(['autocomplete', 'spellcheck', 'data-lpignore', 'data-form-type'].map((name) => number.getAttribute(name))).to.deep.equal([
      ...['off', 'false', 'true', 'other'],
    ]);
    expect([number.hasAttribute('data-1p-ignore'), number.hasAttribute('data-bwignore'), number.hasAttribute('name')]).to.deep.equal([
      ...[true, true, false],
    ]);
  });
  it('keeps a draft only when it is asked for, and nothing personal in it', async () => {
    const {root, endpoint, element} = await visit();
    await walkTo(root, 3);
    await fill(root, MATTER);
    expect(localStorage.length).to.equal(0);
    byName(root, 'input', /把草稿存在/)!.click();
    await until('a draft', () => localStorage.length === 1);
    const text = localStorage.getItem(localStorage.key(0)!)!;
    expect(text).to.contain('青禾路').and.not.contain('示例申请人').and.not.contain('32010019900101000X');
    element.remove();
    const again = await fixture<ZwgkApplication>(
      html`<zwgk-application endpoint=${endpoint} agency="sls-zjt" url-key=""></zwgk-application>`,
    );
    again.step = 'what';
    await shown(again.shadowRoot!, '草稿已经放回来了');
    expect(field(again.shadowRoot!, 'request.title').value).to.equal(MATTER['request.title']);
  });
  it('offers no draft on a device that others use', async () => {
    const {root} = await visit({}, {kiosk: true});
    await walkTo(root, 3);
    expect(root.textContent.includes('草稿')).to.equal(false);
    expect(field(root, 'request.title').autocomplete).to.equal('off');
  });
  it('wipes what is personal when nobody is there any more, after a warning, and keeps the rest', async () => {
    const {root} = await visit({}, {idleMinutes: 0.02});
    await walkTo(root, 3);
    await fill(root, MATTER);
    await shown(root, '有一会儿没有操作');
    await shown(root, '已经清除');
    expect(field(root, 'request.title').value).to.equal(MATTER['request.title']);
    await press(root, '上一步');
    await onStep(root, 2);
    expect(field(root, 'applicant.name').value).to.equal('');
  });
  it('wipes what is personal when the page is left, so that going back shows none of it (R22)', async () => {
    const {root} = await visit();
    await walkTo(root, 3);
    await fill(root, MATTER);
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    await shown(root, '已经清除');
    expect(field(root, 'request.title').value).to.equal(MATTER['request.title']);
    await press(root, '上一步');
    await onStep(root, 2);
    expect(field(root, 'applicant.name').value + (root.querySelector('.file')?.textContent ?? '')).to.equal('');
  });
  it('leaves nothing of the form when the receipt is there', async () => {
    const {root, element} = await visit();
    await walkTo(root, 5);
    await press(root, '提交申请');
    await shown(root, '申请已收到');
    expect(root.textContent.includes('示例申请人甲')).to.equal(false);
    element.step = 'who';
    await press(root, /回到开头/);
    await press(root, '开始填写');
    await onStep(root, 2);
    expect(root.textContent.includes('示例申请人甲') || field(root, 'applicant.name') !== undefined).to.equal(false);
  });
  it('takes even the receipt from a device that others use', async () => {
    const {root} = await visit({}, {kiosk: true, idleMinutes: 0.02});
    await walkTo(root, 5);
    await press(root, '提交申请');
    await shown(root, 'K7M4-9QXT-2RW8');
    await until('its end', () => !root.textContent.includes('K7M4'));
    await shown(root, '第 1 步，共 5 步');
  });
});

describe('a page around the form', () => {
  it('fills fields in beforehand, and locks them', async () => {
    const {root, element} = await visit();
    element.setAttribute('prefill-title', '示例文件');
    element.setAttribute('lock', 'title');
    await walkTo(root, 3);
    expect([field(root, 'request.title').value, field(root, 'request.title').readOnly]).to.deep.equal(['示例文件', true]);
  });
  it('has each step in its address', async () => {
    const {root} = await visit({}, {urlKey: 'apply'});
    await walkTo(root, 2);
    expect(new URLSearchParams(location.search).get('apply.step')).to.equal('who');
    history.back();
    await onStep(root, 1);
  });
  it('does not leave with what was typed unasked (R22)', async () => {
    const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', {cancelable: true}));
    const {root} = await visit();
    await walkTo(root, 2);
    expect(leave()).to.equal(true);
    await fill(root, PERSON);
    expect(leave()).to.equal(false);
  });
});

describe('an input method', () => {
  it('is not read while it composes: no half-written text in a draft, no step by its Enter (R22)', async () => {
    const {root} = await visit();
    await walkTo(root, 3);
    byName(root, 'input', /把草稿存在/)!.click();
    const title = field(root, 'request.title');
    title.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));
    title.value = 'qing he';
    title.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true}));
    title.form!.requestSubmit();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(localStorage.getItem(localStorage.key(0)!)!).to.not.contain('qing he');
    await shown(root, '第 3 步');
    title.value = '青禾';
    title.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
    await until('the draft', () => localStorage.getItem(localStorage.key(0)!)!.includes('青禾'));
  });
});

describe('an agency that takes no requests online', () => {
  it('gets a letter with everything that was typed', async () => {
    const seen = await visit({applications: new Applications({open: false})});
    const {root} = seen;
    await shown(root, '还不能在网上提交');
    await walkTo(root, 5, true);
    for (const text of ['政府信息公开申请书', '32010019900101000X', '青禾路', '13800000001']) await shown(root, text);
    expect(byName(root, 'button', '提交申请') === undefined).to.equal(true);
    let printed = 0;
    const {print} = window;
    window.print = () => printed++;
    await press(root, '打印申请书');
    window.print = print;
    expect([printed, submits(seen)]).to.deep.equal([1, 0]);
  });
});
