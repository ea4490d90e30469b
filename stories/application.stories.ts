import {html, type TemplateResult} from 'lit';
import '@zwgk/elements/application';
import type {ApplicationGuide} from '@zwgk/contract';
import {toDraft, type Values} from '../packages/elements/src/application/application.logic.ts';
import {pendingName} from '../packages/elements/src/application/application.pending.ts';
import {attach, fill, MATTER, PERSON, pictureOf, press, walkTo} from '../packages/elements/src/testing/application-form.ts';
import {Applications, receiptFor} from '../packages/elements/src/testing/applications.ts';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';
import {byName, deepAll, until} from '../packages/elements/src/testing/wait.ts';

/** Asking for information, in every step, state and outcome. Requirements shown: R6.4, R6.5. */
export default {
  title: 'Application',
  component: 'zwgk-application',
  tags: ['autodocs'],
};

interface Story {
  readonly tags?: readonly string[];
  /** Words that are there once the state is: nothing is judged before. */
  readonly parameters?: {readonly shows: string};
  readonly render: () => TemplateResult;
}
type Then = (root: ShadowRoot) => Promise<unknown>;
interface Attributes {
  readonly kiosk?: boolean;
  readonly lock?: string;
  readonly idle?: number;
  readonly agency?: string;
  /** What an earlier page or another tab has left on the device. */
  readonly before?: (endpoint: string) => void;
}
let serial = 0;

/** The form, and what somebody then does in it. */
function show(scenario: Scenario, then?: Then, attributes: Attributes = {}): TemplateResult {
  const id = `application-${++serial}`;
  const {endpoint} = useBackend(scenario);
  attributes.before?.(endpoint);
  const begin = async (): Promise<void> => {
    const host = await until('the form', () => deepAll(document, `#${id}`)[0]);
    await then!(await until('its root', () => host.shadowRoot));
  };
  // A story that has been put away before that is no failure.
  if (then) void begin().catch(() => undefined);
  return html`<zwgk-application
    id=${id}
    endpoint=${endpoint}
    agency=${attributes.agency ?? 'sls-zjt'}
    url-key=""
    status-href="https://www.example.com/status"
    document-href="https://www.example.com/document?id={id}"
    ?kiosk=${attributes.kiosk ?? false}
    lock=${attributes.lock ?? ''}
    prefill-title=${attributes.lock ? '示例文件' : ''}
    idle-minutes=${attributes.idle ?? 10}
  >
    <a href="https://www.example.com/list">网页版</a>
  </zwgk-application>`;
}
const guided = (changes: Partial<ApplicationGuide>): Scenario => ({applications: new Applications(changes)});
const onSubmit = (answer: () => Response): Scenario => ({
  override: (url, {method}) => (method === 'POST' && url.pathname.endsWith('/applications') ? answer() : undefined),
});
const send: Then = async (root) => {
  await walkTo(root, 5);
  await press(root, '提交申请');
};

/** Which agency: the page names none. */
export const Agencies: Story = {parameters: {shows: '共 3 个机关'}, render: () => show({}, undefined, {agency: ''})};
/** Which agency: by region, with those that take a letter. */
export const AgenciesOfRegion: Story = {
  parameters: {shows: '示范区青禾镇人民政府'},
  render: () =>
    show(
      {},
      async (root) => {
        const city = (await until('the cities', () => byName(root, 'select', '市'))) as HTMLSelectElement;
        city.value = '990100';
        city.dispatchEvent(new Event('change'));
        (await until('the others', () => byName(root, 'input', /也列出/))).click();
      },
      {agency: ''},
    ),
};
/** Which agency: there is none of that name. */
export const AgenciesNone: Story = {
  parameters: {shows: '没有找到这样的机关'},
  render: () =>
    show(
      {},
      async (root) => {
        const name = (await until('the box', () => byName(root, 'input', '机关名称'))) as HTMLInputElement;
        name.value = '没有';
        name.dispatchEvent(new Event('input'));
      },
      {agency: ''},
    ),
};
/** Which agency: they could not be listed. */
export const AgenciesFailed: Story = {
  parameters: {shows: '机关没有列出来'},
  render: () =>
    show({override: (url) => (url.pathname.endsWith('/agencies') ? problem(500, 'internal') : undefined)}, undefined, {agency: ''}),
};
/** R6.5: how to ask, before anything is filled in. */
export const Guide: Story = {parameters: {shows: '先找一找'}, tags: ['clause:R6.5'], render: () => show({})};
/** The agency cannot take requests online. */
export const GuideClosed: Story = {
  parameters: {shows: '还不能在网上提交'},
  render: () => show(guided({open: false, applicability: 'by_reference'})),
};
/** Who: nothing chosen yet. */
export const Who: Story = {parameters: {shows: '第 2 步，'}, render: () => show({}, (root) => walkTo(root, 2))};
/** Who: a person, with a file on the server, one that cannot be taken, and one under way. */
export const WhoPerson: Story = {
  parameters: {shows: '这种格式收不了'},
  render: () =>
    show({delay: (url) => (url.pathname.endsWith('/uploads') ? 1e9 : 0)}, async (root) => {
      await walkTo(root, 2);
      await fill(root, {...PERSON, agent: 'yes'});
      await attach(root, 'applicant.idProofs', pictureOf('证件正面.jpg', 2_400_000), pictureOf('证件反面.heic'));
    }),
};
/** Who: an organisation. */
export const WhoOrganisation: Story = {
  parameters: {shows: '统一社会信用代码'},
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 2);
      await fill(root, {'applicant.type': 'organization'});
    }),
};
/** Who: what is wrong, on top and at each field. */
export const WhoWrong: Story = {
  parameters: {shows: '处要改'},
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 2);
      await fill(root, {...PERSON, 'applicant.name': '', 'applicant.idNumber': '32010019900101000x0'});
      await press(root, '下一步');
    }),
};
/** R6.4: what, with what may have been published already beside it. */
export const What: Story = {
  parameters: {shows: '也许就是您要的'},
  tags: ['clause:R6.4'],
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 3);
      await fill(root, {'request.title': '示例市'});
    }),
};
/** What: the agency's own fields, and one that the page has filled in. */
export const WhatExtra: Story = {
  parameters: {shows: '信息形成的那一年'},
  render: () =>
    show(
      guided({
        extraFields: [
          {key: 'year', label: '年份', hint: '信息形成的那一年', type: 'text', required: true, maxLength: 4},
          {key: 'area', label: '区域', type: 'select', required: false, options: ['示范区', '青禾镇']},
          {key: 'on', label: '日期', type: 'date', required: false},
          {key: 'more', label: '其他说明', type: 'textarea', required: false, maxLength: 200},
        ],
      }),
      (root) => walkTo(root, 3),
      {lock: 'title'},
    ),
};
/** What: a record about oneself that is to be put right. */
export const WhatRecord: Story = {
  parameters: {shows: '哪里不对'},
  render: () =>
    show({}, async (root) => {
      await press(root, /更正/);
      await fill(root, PERSON);
      await attach(root, 'applicant.idProofs', pictureOf());
      await until('the file', () => root.textContent.includes('已传好'));
      await press(root, '下一步');
    }),
};
/** What: nothing is written yet. */
export const WhatWrong: Story = {
  parameters: {shows: '请至少写一样'},
  render: () => show({}, async (root) => (await walkTo(root, 3), press(root, '下一步'))),
};
const draftName = (endpoint: string): string => `zwgk-application-draft:${endpoint}:sls-zjt`;
const leave = (name: string, values: Values): void => localStorage.setItem(name, toDraft(values, Date.now()));
const toStep = async (root: ShadowRoot, step: string): Promise<void> => {
  await press(root, /填写$/);
  (root.host as unknown as {step: string}).step = step;
};
/** What: a draft was brought back. */
export const Restored: Story = {
  parameters: {shows: '草稿已经放回来了'},
  render: () => show({}, (root) => toStep(root, 'what'), {before: (endpoint) => leave(draftName(endpoint), MATTER)}),
};
/** What: another tab has the draft too, and both wrote (R12). */
export const TwoTabs: Story = {
  parameters: {shows: '请选一份'},
  render: () =>
    show({}, (root) => toStep(root, 'what'), {
      before: (endpoint) => {
        leave(draftName(endpoint), MATTER);
        leave(`${draftName(endpoint)}:closed`, {...MATTER, 'request.title': '青禾路改造工程环境影响评价'});
      },
    }),
};
/** What: another tab wrote, and this one followed (R12). */
export const TabFollowed: Story = {
  parameters: {shows: '这里已经跟着换成新的'},
  render: () => {
    let name = '';
    return show(
      {},
      async (root) => {
        await toStep(root, 'what');
        await until('the draft', () => root.textContent.includes('草稿已经放回来了'));
        leave(name, {...MATTER, 'request.title': '青禾路改造工程环境影响评价'});
        window.dispatchEvent(new StorageEvent('storage', {key: name}));
      },
      {before: (endpoint) => leave((name = draftName(endpoint)), MATTER)},
    );
  },
};
/** How: what is needed to answer about a record. */
export const HowRecord: Story = {
  parameters: {shows: '机关会把结果告诉您'},
  render: () =>
    show({}, async (root) => {
      await press(root, /更正/);
      (root.host as unknown as {step: string}).step = 'how';
    }),
};
/** How: by post, with what that needs. */
export const How: Story = {
  parameters: {shows: '处要改'},
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 4);
      await fill(root, {'request.delivery': 'post'});
      await press(root, '下一步');
    }),
};
/** Everything once more. */
export const Check: Story = {parameters: {shows: '请核对以上内容'}, render: () => show({}, (root) => walkTo(root, 5))};
/** Under way. */
export const Sending: Story = {
  parameters: {shows: '正在提交'},
  render: () => show({delay: (url) => (url.pathname.endsWith('/applications') ? Infinity : 0)}, send),
};
/** Something else answered: nothing is lost, and nothing looks sent. */
export const Unsent: Story = {
  parameters: {shows: '未提交，内容已保留'},
  render: () =>
    show(
      onSubmit(() => new Response('<html>', {headers: {'content-type': 'text/html'}})),
      send,
    ),
};
/** The server complains of a field. */
export const Refused: Story = {
  parameters: {shows: '处要改'},
  render: () =>
    show(
      onSubmit(() =>
        Response.json(
          {...{type: '', title: '', status: 422, code: 'invalid-body'}, errors: [{path: '/applicant/idNumber', message: ''}]},
          {status: 422},
        ),
      ),
      send,
    ),
};
/** The receipt. */
export const Received: Story = {parameters: {shows: '只显示这一次'}, render: () => show({}, send)};
/** The receipt of what was sent before the browser broke down. */
export const ReceivedEarlier: Story = {
  parameters: {shows: '上一次提交的申请的回执'},
  render: () => {
    const applications = new Applications();
    const key = 'k'.repeat(22);
    applications.answer('/applications', {headers: {'idempotency-key': key}, body: JSON.stringify({agency: 'sls-zjt', guideVersion: 3})});
    return show({applications}, undefined, {before: (endpoint) => localStorage.setItem(pendingName(endpoint), `${key} ${Date.now()}`)});
  },
};
/** The receipt: another agency deals with it. */
export const ReceivedRouted: Story = {
  parameters: {shows: '办理机关'},
  render: () =>
    show(
      onSubmit(() => {
        const handledBy = {handledBy: 'slsh-zjj', handledByName: '示例市住房和城乡建设局'};
        return Response.json({...receiptFor({agency: 'sls-zjt', guideVersion: 3}, 1), ...handledBy}, {status: 201});
      }),
      send,
    ),
};
/** The receipt on a device that others use. */
export const ReceivedKiosk: Story = {parameters: {shows: '清除并离开'}, render: () => show({}, send, {kiosk: true})};
/** A published document was enough. */
export const Resolved: Story = {
  parameters: {shows: '找到了，不用申请'},
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 3);
      await fill(root, {...MATTER, 'request.title': '示例市'});
      await press(root, /就是它/);
    }),
};
/** The agency takes none online: the letter. */
export const Letter: Story = {
  parameters: {shows: '政府信息公开申请书'},
  render: () => show(guided({open: false}), (root) => walkTo(root, 5, true)),
};
/** Nobody is there any more: what is personal is gone, the rest is still there. */
export const Wiped: Story = {
  parameters: {shows: '已经清除'},
  render: () =>
    show(
      {},
      async (root) => {
        await walkTo(root, 2);
        await fill(root, PERSON);
      },
      {idle: 0.01},
    ),
};
/** Dark, on a page that asks for it. */
export const Dark: Story = {
  parameters: {shows: '第 2 步，'},
  render: () => html`<zwgk-config theme="dark">${show({}, (root) => walkTo(root, 2))}</zwgk-config>`,
};
/** English. */
export const English: Story = {
  parameters: {shows: 'Step 2 of 5'},
  render: () => html`<div lang="en">${show({}, (root) => press(root, 'Start'))}</div>`,
};
/** Before the first answer. */
export const Loading: Story = {render: () => show({delay: Infinity})};
/** The service failed. */
export const Failed: Story = {parameters: {shows: '再试一次'}, render: () => show({override: () => problem(500, 'internal')})};
/** The page does not say where the data is. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-application><a href="https://www.example.com/list">网页版</a></zwgk-application>`,
};
