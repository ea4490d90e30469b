import {html, type TemplateResult} from 'lit';
import '@zwgk/elements/application';
import type {ApplicationGuide} from '@zwgk/contract';
import {attach, fill, MATTER, PERSON, pictureOf, press, walkTo} from '../packages/elements/src/testing/application-form.ts';
import {Applications} from '../packages/elements/src/testing/applications.ts';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';
import {deepAll, until} from '../packages/elements/src/testing/wait.ts';

/** Asking for information, in every step, state and outcome. Requirements shown: R6.4, R6.5. */
export default {
  title: 'Application',
  component: 'zwgk-application',
  tags: ['autodocs'],
};

interface Story {
  readonly tags?: readonly string[];
  readonly render: () => TemplateResult;
}
type Then = (root: ShadowRoot) => Promise<void>;
let serial = 0;

/** The form, and what somebody then does in it. */
function show(scenario: Scenario, then?: Then, attributes: {kiosk?: boolean; lock?: string; idle?: number} = {}): TemplateResult {
  const id = `application-${++serial}`;
  const begin = async (): Promise<void> => {
    const host = await until('the form', () => deepAll(document, `#${id}`)[0]);
    await then!(await until('its root', () => host.shadowRoot));
  };
  // A story that has been put away before that is no failure.
  if (then) void begin().catch(() => undefined);
  return html`<zwgk-application
    id=${id}
    endpoint=${useBackend(scenario).endpoint}
    agency="sls-zjt"
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

/** R6.5: how to ask, before anything is filled in. */
export const Guide: Story = {tags: ['clause:R6.5'], render: () => show({})};
/** The agency cannot take requests online. */
export const GuideClosed: Story = {render: () => show(guided({open: false, applicability: 'by_reference'}))};
/** Who: nothing chosen yet. */
export const Who: Story = {render: () => show({}, (root) => walkTo(root, 2))};
/** Who: a person, with a file on the server, one that cannot be taken, and one under way. */
export const WhoPerson: Story = {
  render: () =>
    show({delay: (url) => (url.pathname.endsWith('/uploads') ? 1e9 : 0)}, async (root) => {
      await walkTo(root, 2);
      await fill(root, {...PERSON, agent: 'yes'});
      await attach(root, 'applicant.idProofs', pictureOf('证件正面.jpg', 2_400_000), pictureOf('证件反面.heic'));
    }),
};
/** Who: an organisation. */
export const WhoOrganisation: Story = {
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 2);
      await fill(root, {'applicant.type': 'organization'});
    }),
};
/** Who: what is wrong, on top and at each field. */
export const WhoWrong: Story = {
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 2);
      await fill(root, {...PERSON, 'applicant.name': '', 'applicant.idNumber': '32010019900101000x0'});
      await press(root, '下一步');
    }),
};
/** R6.4: what, with what may have been published already beside it. */
export const What: Story = {
  tags: ['clause:R6.4'],
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 3);
      await fill(root, {'request.title': '示例市'});
    }),
};
/** What: the agency's own fields, and one that the page has filled in. */
export const WhatExtra: Story = {
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
  render: () =>
    show({}, async (root) => {
      await press(root, /更正/);
      await fill(root, PERSON);
      await attach(root, 'applicant.idProofs', pictureOf());
      await until('the file', () => root.textContent.includes('已传好'));
      await press(root, '下一步');
    }),
};
/** How: by post, with what that needs. */
export const How: Story = {
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 4);
      await fill(root, {'request.delivery': 'post'});
      await press(root, '下一步');
    }),
};
/** Everything once more. */
export const Check: Story = {render: () => show({}, (root) => walkTo(root, 5))};
/** Under way. */
export const Sending: Story = {render: () => show({delay: (url) => (url.pathname.endsWith('/applications') ? Infinity : 0)}, send)};
/** Something else answered: nothing is lost, and nothing looks sent. */
export const Unsent: Story = {
  render: () =>
    show(
      onSubmit(() => new Response('<html>', {headers: {'content-type': 'text/html'}})),
      send,
    ),
};
/** The server complains of a field. */
export const Refused: Story = {
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
export const Received: Story = {render: () => show({}, send)};
/** The receipt on a device that others use. */
export const ReceivedKiosk: Story = {render: () => show({}, send, {kiosk: true})};
/** A published document was enough. */
export const Resolved: Story = {
  render: () =>
    show({}, async (root) => {
      await walkTo(root, 3);
      await fill(root, {...MATTER, 'request.title': '示例市'});
      await press(root, /就是它/);
    }),
};
/** The agency takes none online: the letter. */
export const Letter: Story = {render: () => show(guided({open: false}), (root) => walkTo(root, 5, true))};
/** Nobody is there any more: what is personal is gone, the rest is still there. */
export const Wiped: Story = {
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
export const Dark: Story = {render: () => html`<zwgk-config theme="dark">${show({}, (root) => walkTo(root, 2))}</zwgk-config>`};
/** English. */
export const English: Story = {render: () => html`<div lang="en">${show({}, (root) => press(root, 'Start'))}</div>`};
/** Before the first answer. */
export const Loading: Story = {render: () => show({delay: Infinity})};
/** The service failed. */
export const Failed: Story = {render: () => show({override: () => problem(500, 'internal')})};
/** The page does not say where the data is. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-application><a href="https://www.example.com/list">网页版</a></zwgk-application>`,
};
