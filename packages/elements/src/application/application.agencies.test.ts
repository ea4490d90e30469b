/** A page that names no agency: the visitor finds the one to ask. */
import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import './zwgk-application.ts';
import {fill, MATTER, onStep, press} from '../testing/application-form.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {byName, until} from '../testing/wait.ts';
import type {ZwgkApplication} from './application.ts';

interface Visit {
  readonly element: ZwgkApplication;
  readonly root: ShadowRoot;
  readonly requests: readonly URL[];
}
async function visit(scenario: Scenario = {}, urlKey = ''): Promise<Visit> {
  const {endpoint, requests} = useBackend(scenario);
  const element = await fixture<ZwgkApplication>(
    html`<zwgk-application endpoint=${endpoint} url-key=${urlKey}><a href="https://www.example.com/list">网页版</a></zwgk-application>`,
  );
  return {element, root: element.shadowRoot!, requests};
}
const shown = (root: ShadowRoot, text: string) => until(text, () => root.textContent.includes(text));
const gone = (root: ShadowRoot, text: string) => until(`no ${text}`, () => !root.textContent.includes(text));
const choose = async (root: ShadowRoot, name: string, option: string): Promise<void> => {
  const select = (await until(name, () => byName(root, 'select', name))) as HTMLSelectElement;
  select.value = [...select.options].find(({text}) => text === option)!.value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
};
const asked = ({requests}: Visit, path: RegExp): URL[] => requests.filter(({pathname}) => path.test(pathname));

afterEach(() => {
  localStorage.clear();
  history.replaceState(null, '', location.pathname);
});

describe('a page that names no agency', () => {
  it('offers those that take applications; the others, which take a letter, on request', async () => {
    const {root} = await visit();
    await shown(root, '共 3 个机关');
    await shown(root, '示例省教育厅');
    expect(root.textContent).to.not.contain('青禾镇人民政府');
    byName(root, 'input', /也列出/)!.click();
    await shown(root, '示范区青禾镇人民政府');
  });
  it('narrows them by region, from the top down', async () => {
    const {root} = await visit();
    await choose(root, '市', '示例市');
    await gone(root, '示例省教育厅');
    await choose(root, '县（市、区）', '示范区');
    await gone(root, '示例市住房和城乡建设局');
    await shown(root, '共 1 个机关');
    await choose(root, '市', '全部');
    await shown(root, '示例省教育厅');
    expect(byName(root, 'select', '县（市、区）')).to.equal(undefined);
  });
  it('finds one by some characters of its name, with the keyboard alone, and no form around it is sent', async () => {
    const {endpoint} = useBackend();
    let sent = 0;
    const form = await fixture<HTMLFormElement>(
      html`<form @submit=${(event: Event) => (event.preventDefault(), sent++)}>
        <input name="own" /><zwgk-application endpoint=${endpoint} url-key=""></zwgk-application><button>站内</button>
      </form>`,
    );
    const root = form.querySelector('zwgk-application')!.shadowRoot!;
    const box = await until('the box', () => byName(root, 'input', '机关名称'));
    box.focus();
    await sendKeys({type: 'jiaoyu'});
    await sendKeys({press: 'Enter'});
    await shown(root, '没有找到这样的机关');
    (box as HTMLInputElement).value = '教育';
    box.dispatchEvent(new Event('input', {bubbles: true}));
    await shown(root, '共 1 个机关');
    const agency = byName(root, 'button', /示例省教育厅/)!;
    agency.focus();
    await sendKeys({press: 'Enter'});
    await shown(root, '第 1 步，共 5 步');
    await until('the focus', () => root.activeElement?.matches('.step-title'));
    expect(sent).to.equal(0);
  });
  it('has the choice in its address, and goes back to it', async () => {
    const {root} = await visit({}, 'apply');
    await press(root, /示例市住房和城乡建设局/);
    await shown(root, '第 1 步，共 5 步');
    expect(new URLSearchParams(location.search).get('apply.agency')).to.equal('slsh-zjj');
    await press(root, '开始填写');
    await onStep(root, 2);
    expect(new URLSearchParams(location.search).get('apply.agency')).to.equal('slsh-zjj');
    await press(root, '换一个机关');
    await shown(root, '向哪个机关申请');
    await until('the focus', () => root.activeElement?.matches('.step-title'));
    expect(new URLSearchParams(location.search).get('apply.agency')).to.equal(null);
  });
  it('asks the agency of its address, and another one where that is none', async () => {
    history.replaceState(null, '', '?apply.agency=no-such');
    const {root} = await visit(
      {override: (url) => (url.pathname.endsWith('/agencies/no-such/application-guide') ? problem(404, 'not-found') : undefined)},
      'apply',
    );
    await press(root, '换一个机关');
    await shown(root, '向哪个机关申请');
  });
  it('takes along what was typed, and its draft, when another agency is asked', async () => {
    const it = await visit();
    const {root, element} = it;
    await press(root, /示例省教育厅/);
    await shown(root, '第 1 步，共 5 步');
    element.step = 'what';
    await onStep(root, 3);
    (await until('the draft', () => byName(root, 'input', /把草稿存在/))).click();
    await fill(root, MATTER);
    await press(root, '换一个机关');
    await press(root, /示例市住房和城乡建设局/);
    await shown(root, '第 1 步，共 5 步');
    element.step = 'what';
    await onStep(root, 3);
    expect((byName(root, 'input', '信息的名称') as HTMLInputElement).value).to.equal(MATTER['request.title']);
    const names = Object.keys(localStorage).filter((name) => name.startsWith('zwgk-application-draft:'));
    expect(names.map((name) => name.split(':').at(-1))).to.deep.equal(['slsh-zjj']);
    expect(asked(it, /application-guide$/).length).to.equal(2);
  });
  it('says when they cannot be listed, and tries again', async () => {
    let down = true;
    const {root} = await visit({override: (url) => (down && url.pathname.endsWith('/agencies') ? problem(500, 'internal') : undefined)});
    await shown(root, '机关没有列出来');
    down = false;
    await press(root, '再试一次');
    await shown(root, '共 3 个机关');
  });
});
